// What was answered, in words, and what a form says.
import type { AskedFact, FactValue, Language } from "../state.ts";
import { unitText, words } from "../words.ts";

/** What the form of one question holds: the chosen values of each fact, or what was typed. */
export type Draft = Readonly<Record<string, readonly string[]>>;

export const isNumber = (of: AskedFact): boolean => of.type === "integer" || of.type === "number";

/** Undefined: not answered. [""] in a set: none of its values. */
export function valueIn(of: AskedFact, chosen: readonly string[] | undefined): FactValue | undefined {
  if (chosen === undefined || chosen.length === 0) return undefined;
  const [first = ""] = chosen;
  if (of.type === "set") return chosen.filter((one) => one !== "");
  if (first === "") return undefined;
  if (of.type === "boolean") return first === "true";
  return isNumber(of) ? Number(first) : first;
}

export function draftOf(value: FactValue | undefined): readonly string[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.length === 0 ? [""] : value;
  return [String(value)];
}

/** "Oui", "780 € par mois", "Hébergé". */
export function answerText(of: AskedFact | undefined, value: FactValue, lang: Language): string {
  if (typeof value === "boolean") return words[value ? "yes" : "no"][lang];
  const label = (id: string): string => of?.values.find((one) => one.id === id)?.text ?? id;
  if (Array.isArray(value)) return value.length === 0 ? words.none[lang] : value.map(label).join(", ");
  return typeof value === "number" ? [value.toLocaleString(lang), of?.unit && unitText(of.unit, lang)].filter(Boolean).join("\u00a0") : label(value);
}
