// What a check of a case looks at, what it expected and what came, in words.
import type { Names } from "./names";
import type { Check } from "./run";
import { checkTitles, words_bench, type Pair } from "../words_bench";

type Say = (pair: Pair) => string;

function oneOf(check: string, id: string, names: Names, say: Say): string {
  if (check === "questions") return names.fact(id);
  if (check.startsWith("needs.")) return names.of("needs", id);
  if (check === "urgency") return names.of("urgencies", id);
  if (check === "route.help") return names.of("help", id);
  if (check === "route.stops_at_most") return id;
  if (check === "route.handoff_at_least") {
    if (id === "none") return say(words_bench.noHandoff);
    return id === "on_the_spot" ? say(words_bench.onTheSpot) : names.of("modes", id);
  }
  if (check === "route.serves") {
    const [actor = "", need = ""] = id.split(":");
    return names.of("actor_types", actor) + say(words_bench.says) + names.of("needs", need);
  }
  if (id === "true") return say(words_bench.everyHandoff);
  return id.split("|").map((type) => names.of("actor_types", type)).join(say(words_bench.or));
}

/** Checks that want all that they list. */
const wantsAll: readonly string[] = ["needs.include", "route.help", "route.serves"];

export interface CheckWords {
  title: string;
  expected: string[];
  got: string[];
  missing: string[];
}

export function checkWords({ check, expected, got }: Check, names: Names, say: Say): CheckWords {
  const inWords = (ids: readonly string[]): string[] => [...new Set(ids.map((id) => oneOf(check, id, names, say)))];
  const missing = wantsAll.includes(check) ? expected.filter((id) => !got.includes(id)) : [];
  return {
    title: say(checkTitles[check] ?? words_bench.anotherCheck),
    expected: inWords(expected),
    got: inWords(got),
    missing: inWords(missing),
  };
}
