// All that the page knows. Nothing is kept anywhere else: no cookie, no storage.
import type { Asked, Language, Places, Point, Routed, Words } from "aiguillage";
import type { BenchState } from "./bench/state.ts";
import type { Pair } from "./words.ts";

export type { AskedFact, Language, Places, Routed, Words } from "aiguillage";
export type FactValue = boolean | number | string | string[];
export type Facts = Readonly<Record<string, FactValue>>;
export type EngineEvent = Readonly<Record<string, unknown>>;
export const views = ["start", "interview", "plan", "map", "graph", "notes", "bench"] as const;
export type View = (typeof views)[number];

/** What is saved and shared. */
export interface Scenario {
  title: string;
  facts: Facts;
  /** Facts asked and left without an answer. */
  passed: readonly string[];
  /** YYYY-MM-DD; null: nothing depends on the day. */
  date: string | null;
  /** A commune code or a point. */
  home: string | Point | null;
  /** Null: the neutral territory. */
  territory: string | null;
  events: readonly EngineEvent[];
}

/** What the engine says of a scenario. */
export interface Known {
  asked: Asked;
  routed: Routed;
  words: Words;
  places: Places;
}

export interface State {
  lang: Language;
  view: View;
  scenario: Scenario;
  now: Known;
  /** How many events each click wrote down. */
  steps: readonly number[];
  whyNot: readonly string[];
  /** The fact that is being changed. */
  editing: string | null;
  /** Earlier states of the scenario, for "back". */
  past: readonly Scenario[];
  /** What could not be done, for people. */
  alert: Pair | null;
  bench: BenchState;
}

export type Action =
  | { type: "begin"; scenario: Pick<Scenario, "facts" | "date" | "home" | "territory"> }
  | { type: "answer"; facts: Facts; passed: readonly string[] }
  | { type: "pass"; facts: readonly string[] }
  | { type: "edit"; fact: string | null }
  | { type: "clear"; fact: string }
  | { type: "back" }
  | { type: "event"; events: readonly EngineEvent[] }
  | { type: "undo event" }
  | { type: "why-not"; actor: string | null }
  | { type: "open"; scenario: Scenario }
  | { type: "reset" }
  | { type: "language"; lang: Language }
  | { type: "view"; view: View }
  | { type: "alert"; text: Pair | null }
  | { type: "bench"; bench: Partial<BenchState> };

export interface Props {
  state: State;
  dispatch: (action: Action) => void;
}
