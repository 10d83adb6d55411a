// All cases through the engine, one after the other; the page stays alive in between.
import type { Engine, Tested } from "aiguillage";
import type { NamedText } from "./files";
import type { Scenario } from "../state";
import type { Pair } from "../words_bench";
import { outcomeOf, type Outcome } from "./outcome";

export type Check = Tested["cases"][number]["checks"][number];
export interface Tried {
  file: string;
  text: string;
  title: { fr: string; en: string };
  failed: Check[]; // what differs from what the case expects; of a situation that expects nothing: none
  isCase: boolean;
  outcome: Outcome | null;
  error: Pair | null; // why it could not be run
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const baseName = (file: string): string => file.slice(file.lastIndexOf("/") + 1).replace(/\.(ya?ml|json)$/, "");

function titlesOf(engine: Engine, one: NamedText): { isCase: boolean; title: Tried["title"] } {
  const fr = engine.read(one.text, { lang: "fr" }).value;
  const en = engine.read(one.text, { lang: "en" }).value;
  const otherwise = baseName(one.name);
  return { isCase: fr.case !== null, title: { fr: fr.title || otherwise, en: en.title || otherwise } };
}

/** What a call that fails says, in both languages. */
function refusalOf(call: (lang: "fr" | "en") => unknown): Pair {
  const said = (lang: "fr" | "en"): string => {
    try {
      call(lang);
      return "";
    } catch (error) {
      return messageOf(error);
    }
  };
  return { fr: said("fr"), en: said("en") };
}

/** `route` gives the same needs, urgency and first stops as `test` looks at. */
export function tryOne(engine: Engine, one: NamedText): Tried {
  const tried: Tried = {
    file: one.name,
    text: one.text,
    title: { fr: baseName(one.name), en: baseName(one.name) },
    failed: [],
    isCase: false,
    outcome: null,
    error: null,
  };
  try {
    const { isCase, title } = titlesOf(engine, one);
    const outcome = outcomeOf(engine.route(one.text, { plans: 1 }).value);
    const verdict = isCase ? engine.test(one.text).value.cases[0] : undefined;
    return { ...tried, isCase, title, outcome, failed: (verdict?.checks ?? []).filter((check) => !check.pass) };
  } catch {
    const again = (lang: "fr" | "en") => [engine.route(one.text, { plans: 1, lang }), engine.test(one.text, { lang })];
    return { ...tried, error: refusalOf(again) };
  }
}

export async function tryAll(
  engine: Engine,
  all: readonly NamedText[],
  tell: (done: number) => void,
): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const one of all) {
    tried.push(tryOne(engine, one));
    tell(tried.length);
    await breathe();
  }
  return tried;
}

/** What the same person gets from another engine, or why it cannot read what was said. */
export function outcomeElsewhere(engine: Engine, text: string): Outcome | Pair {
  try {
    return outcomeOf(engine.route(text, { plans: 1 }).value);
  } catch {
    return refusalOf((lang) => engine.route(text, { plans: 1, lang }));
  }
}

/** To look at it in the interview and the plan. */
export function scenarioOf(engine: Engine, one: Tried, lang: "fr" | "en"): Scenario {
  const { situation, date, home } = engine.read(one.text).value;
  return { title: one.title[lang], facts: situation, passed: [], date, home, territory: null, events: [] };
}
