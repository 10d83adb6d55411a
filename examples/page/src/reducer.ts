// What each action makes of the state. The engine is asked again whenever the scenario, the view or the language changes.
import { emptyBench } from "./bench/state.ts";
import type { Tools } from "./engine.ts";
import type { Action, Facts, Scenario, State } from "./state.ts";
import { words } from "./words.ts";

export const today = (): string => {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

export const emptyScenario = (territory: string | null): Scenario => ({
  title: "", facts: {}, passed: [], date: today(), home: null, territory, events: [],
});

const without = (facts: Facts, names: readonly string[]): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)));

/** The scenario with these answers; what has one is not passed over any more. */
function answered(of: Scenario, facts: Facts, passed: readonly string[]): Scenario {
  const known = { ...without(of.facts, passed), ...facts };
  const open = [...new Set([...of.passed, ...passed])].filter((name) => known[name] === undefined);
  return { ...of, facts: known, passed: open };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export function makeReducer(tools: Tools): (state: State, action: Action) => State {
  /** The state with what the engine says of it; as it was, with a message, when the engine refuses. */
  function settled(state: State, change: Partial<State>): State {
    const next = { ...state, alert: null, ...change };
    try {
      return { ...next, now: tools.look(next.scenario, next.view, next.lang, next.whyNot) };
    } catch (error) {
      const words = messageOf(error);
      return { ...state, alert: { fr: words, en: words } };
    }
  }
  const told = (state: State, scenario: Scenario): State =>
    settled(state, { scenario, past: [...state.past, state.scenario], editing: null });

  function withoutLastStep(state: State): State {
    const count = state.steps.at(-1) ?? 0;
    const events = state.scenario.events.slice(0, state.scenario.events.length - count);
    return settled(state, { scenario: { ...state.scenario, events }, steps: state.steps.slice(0, -1) });
  }

  return (state, action) => {
    switch (action.type) {
      case "begin":
        return settled(state, { ...begun(state.scenario, action.scenario), view: "interview" });
      case "answer":
        return told(state, answered(state.scenario, action.facts, action.passed));
      case "pass":
        return told(state, answered(state.scenario, {}, action.facts));
      case "clear":
        return told(state, { ...state.scenario, facts: without(state.scenario.facts, [action.fact]) });
      case "edit":
        return { ...state, editing: action.fact, view: "interview" };
      case "back": {
        if (state.editing !== null) return { ...state, editing: null };
        const scenario = state.past.at(-1);
        if (scenario === undefined) return { ...state, view: "start" };
        const { events } = state.scenario; // what happened is undone on its own
        return settled(state, { scenario: { ...scenario, events }, past: state.past.slice(0, -1) });
      }
      case "event":
        return settled(state, {
          scenario: { ...state.scenario, events: [...state.scenario.events, ...action.events] },
          steps: [...state.steps, action.events.length],
        });
      case "undo event":
        return withoutLastStep(state);
      case "why-not":
        return settled(state, { whyNot: action.actor === null ? [] : [action.actor] });
      case "open":
        return settled(state, {
          ...opened(action.scenario),
          view: "interview",
        });
      case "reset":
        return settled(state, { ...opened(emptyScenario(state.scenario.territory)), bench: emptyBench, view: "start" });
      case "language":
        return settled(state, { lang: action.lang });
      case "view":
        return settled(state, { view: action.view, editing: null });
      case "alert":
        return { ...state, alert: action.text };
      case "bench":
        return { ...state, bench: { ...state.bench, ...action.bench } };
    }
  };
}

/** Places and events are those of one territory: another one starts anew, with the same answers. */
function begun(before: Scenario, now: Pick<Scenario, "facts" | "date" | "home" | "territory">): Partial<State> {
  const scenario = { ...before, ...now };
  return before.territory === now.territory ? { scenario } : opened({ ...scenario, events: [] });
}

const opened = (scenario: Scenario): Partial<State> => ({
  scenario, past: [], editing: null, steps: scenario.events.map(() => 1), whyNot: [],
});

/** `scenario`: what a link brought; null: its link could not be read. */
export function firstState(tools: Tools, scenario: Scenario | null | undefined): State {
  const lang = "fr";
  const fresh = emptyScenario(tools.territories(lang)[0]?.id ?? null);
  const view = scenario ? "interview" : "start";
  const base = {
    lang, view, steps: [], whyNot: [], editing: null, past: [], bench: emptyBench, alert: null,
  } as const;
  const start = (of: Scenario): State => ({ ...base, ...opened(of), scenario: of, now: tools.look(of, view, lang, []) });
  if (scenario === undefined) return start(fresh);
  try {
    if (scenario !== null) return start(scenario);
  } catch {
    // said below
  }
  return { ...start(fresh), view: "start", alert: words.badLink };
}
