// The engine of this page: loaded once, asked here, in the page.
import { createEngine, type Engine, type Language, type Places, type Words } from "aiguillage";
import type { Known, Scenario, View } from "./state.ts";

type Bundle = Record<string, string>;

export interface Tools {
  engine: Engine;
  rules: Bundle;
  /** The ids and the titles of the territories, in this language. */
  territories: (lang: Language) => { id: string; title: string }[];
  /** An engine with other rules; loads nothing. */
  makeEngine: (packs: readonly Bundle[]) => Promise<Engine>;
  /** What the engine says of a scenario, for a view. Throws AiguillageError. */
  look: (scenario: Scenario, view: View, lang: Language, whyNot: readonly string[]) => Known;
}

async function json(file: string): Promise<Bundle> {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return (await answer.json()) as Bundle;
}

async function compiled(file: string): Promise<WebAssembly.Module> {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  const streamed = answer.headers.get("content-type")?.startsWith("application/wasm");
  return streamed ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

/** Keeps what does not change from one answer to the next. */
function kept<Value>(make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
}

function requestOf(scenario: Scenario): Record<string, unknown> {
  const { facts, date, home } = scenario;
  return { situation: facts, ...(date === null ? {} : { date }), ...(home === null ? {} : { home }) };
}

/** One plan is enough beside the questions; what would make another one win takes longer to find out. */
const plansIn = (view: View): number => (view === "start" || view === "interview" || view === "bench" ? 1 : 3);

export async function loadTools(): Promise<Tools> {
  const [wasm, rules, territories] = await Promise.all([compiled("aiguillage-core.wasm"), json("france.json"), json("territories.json")]);
  const engine = await createEngine({ pack: rules, territories, wasm });
  const words = kept((lang): Words => engine.words({ lang: lang as Language }).value);
  const places = kept((key): Places => {
    const [lang, territory] = key.split(" ");
    return engine.places({ lang: lang as Language, ...(territory ? { territory } : {}) }).value;
  });
  return {
    engine,
    rules,
    territories: (lang) => engine.about({ lang }).value.territories,
    makeEngine: (packs) => createEngine({ pack: packs, territories, wasm }),
    look: (scenario, view, lang, whyNot) => {
      const request = requestOf(scenario);
      const at = { lang, ...(scenario.territory === null ? {} : { territory: scenario.territory }) };
      const asked = engine.ask(request, { ...at, passed: scenario.passed }).value;
      const after = scenario.events.length === 0 ? {} : { after: scenario.events };
      const why = whyNot.length === 0 ? {} : { why_not: whyNot };
      const routed = engine.route(request, { ...at, ...after, ...why, plans: plansIn(view) }).value;
      return { asked, routed, words: words(lang), places: places(`${lang} ${scenario.territory ?? ""}`) };
    },
  };
}
