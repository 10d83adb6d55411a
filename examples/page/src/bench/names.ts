// Ids of the rules in words. What two packs call differently is called as the first of them does.
import type { Words } from "aiguillage";

type Named = readonly { id: string; text: string }[];
type ListName = "needs" | "rights" | "actor_types" | "help" | "modes" | "urgencies";

function find(id: string, lists: readonly Named[]): string | null {
  for (const list of lists) {
    const found = list.find((one) => one.id === id);
    if (found) return found.text;
  }
  return null;
}

/** `name.of("urgencies", id)`; an id that no pack knows is said to be one. */
export class Names {
  constructor(private readonly packs: readonly Words[], private readonly unknown: string) {}

  of(list: ListName, id: string): string {
    return find(id, this.packs.map((one) => one[list])) ?? this.unknown;
  }
  fact(id: string): string {
    const lists = this.packs.map((one) => one.facts.map((fact) => ({ id: fact.fact, text: fact.text })));
    return find(id, lists) ?? this.unknown;
  }
  /** `first_claim:rsa` */
  need(id: string): string {
    const [type = "", right] = id.split(":");
    return right === undefined ? this.of("needs", type) : `${this.of("needs", type)} (${this.of("rights", right)})`;
  }
}
