/** Files by folder and path inside it: `{ "france/needs/rent_arrears.yaml": "…" }`. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export type Language = "fr" | "en";

export interface EngineSources {
  /** The rules; of several packs the first is the one that the others extend. Default: the pack of France of this package. */
  pack?: Files | readonly Files[];
  /** Territories, called by their id in requests. Without one, requests are answered in the neutral territory. */
  territories?: Files | readonly Files[];
  /**
   * Where aiguillage.wasm is, or what it holds. Default: beside index.mjs. "aiguillage-core.wasm" is smaller: without `schema`,
   * `html`, `dot` and snapshots of territories.
   */
  wasm?: string | URL | BufferSource | WebAssembly.Module;
  /** Of the words of errors while the engine is made. Default: French. */
  lang?: Language;
}

/** Reads rules and territories once. Rejects with AiguillageError when something is wrong with them. */
export function createEngine(sources?: EngineSources): Promise<Engine>;

/** A bundle made by folder.mjs, behind a URL; a relative one starts from this package. */
export function readBundle(url: string | URL): Promise<Record<string, string>>;

/** A situation or a case as data, or its text: YAML in block style, or JSON. 1 MiB at most. */
export type Request = Readonly<Record<string, unknown>> | string | Uint8Array;

export interface Options {
  lang?: Language;
}
export interface DatedOptions extends Options {
  /** YYYY-MM-DD */
  date?: string;
}
export interface QualifyOptions extends DatedOptions {
  /** A need, `isolation` or `first_claim:rsa`: how it stands. The answer then has another form. */
  why?: string;
  /** What would make each need certain. */
  ways?: boolean;
}
export interface RouteOptions extends DatedOptions {
  territory?: string;
  /** 1 to 9. */
  plans?: number;
  /** Places or types of actors: why the path does not go there. */
  why_not?: readonly string[];
  /** What happened so far; the rest of the path takes it into account. */
  after?: readonly Readonly<Record<string, unknown>>[];
  /** Also the page to print, as `html`. */
  html?: boolean;
  /** Also the plan for Graphviz, as `dot`. */
  dot?: boolean;
}
export interface AskOptions extends DatedOptions {
  territory?: string;
  /** Facts already asked and left unanswered. */
  passed?: readonly string[];
}
export interface PlacesOptions extends Options {
  territory?: string;
}
export interface SchemaOptions extends Options {
  name?: string;
}

/** Rules and territories; it never changes. */
export interface Engine {
  /** Warnings and notes about the rules and the territories. */
  readonly findings: readonly Finding[];
  /** The memory of the module behind this engine. */
  readonly memoryBytes: number;

  qualify(request: Request, options?: QualifyOptions): Answer<Qualified>;
  route(request: Request, options?: RouteOptions): Answer<Routed>;
  /** The next question, or null. */
  ask(request: Request, options?: AskOptions): Answer<Asked>;
  /** What is wrong with a situation, a case or `{ events: […] }`. */
  check(request: Request, options?: Options): Answer<Findings>;
  /** The list of JSON Schemas, or the one of this name. */
  schema(options?: SchemaOptions): Answer<Record<string, unknown>>;
  /** Version, pack, territories, and all verbs with their options. */
  about(options?: Options): Answer<About>;
  /** The words of every id of the rules. */
  words(options?: Options): Answer<Words>;
  /** The actors of a territory; without one, of the neutral territory. */
  places(options?: PlacesOptions): Answer<Places>;
  /** The value that answers to the evaluation grid come to: `{ ITEM: 0, 1 or 2 }`. */
  grid(answers: Readonly<Record<string, number>>, options?: Options): Answer<Settled>;
  /** What a situation or a case says, as data. */
  read(request: Request, options?: DatedOptions): Answer<Said>;
  /** A case in its neutral territory, against what it expects. */
  test(request: Request, options?: Options): Answer<Tested>;
  /** What all verbs go through. Throws AiguillageError. */
  answer(verb: string, request?: Request, options?: Readonly<Record<string, unknown>>): Answer<unknown>;

  /** Lets go of the memory now rather than when the engine is forgotten; later calls throw. */
  free(): void;
}

export interface Answer<Value> {
  /** `findings`: something is left to look at, as a need that nobody can meet. */
  readonly status: "done" | "findings";
  /** The same bytes as `aiguillage VERB --json` prints. */
  readonly json: string;
  /** `json`, parsed once. */
  readonly value: Value;
}

export type ErrorCode =
  | "wrong_call" | "invalid_input" | "out_of_memory" | "internal" | "null" | "bad_engine" | "bad_text" | "too_large"
  | "not_utf8";

/** `message` is for people; `findings` say where. After `out_of_memory` and `internal` the engine answers nothing any more. */
export class AiguillageError extends Error {
  readonly name: "AiguillageError";
  readonly code: ErrorCode;
  readonly findings: readonly Finding[];
  /** The findings as the engine wrote them; null when it did not. */
  readonly json: string | null;
  private constructor();
}

export interface Finding {
  severity: "error" | "warning" | "note";
  code: string;
  file: string;
  /** From 1; 0: the whole file. */
  line: number;
  column: number;
  message: string;
  hint: string;
}
export interface Findings {
  format: 1;
  findings: Finding[];
  checked: number;
  errors: number;
  warnings: number;
}

export interface PackName {
  id: string;
  version: string;
  hash: string;
}
export interface TerritoryName {
  id: string;
  hash: string;
}
/** A reason: the rule, and its source as the tables of the pack call it. */
export interface Because {
  rule: string;
  source: string;
  text: string;
}
export interface Condition {
  fact: string | null;
  words: string;
  /** Null: unknown. */
  holds: boolean | null;
  depth: number;
}
export interface Account extends Because {
  file: string;
  line: number;
  evidence: string;
  holds: boolean | null;
  conditions: Condition[];
}
export interface Way {
  fact: string;
  words: string;
  values?: string[];
  at_least?: number;
  at_most?: number;
  another_answer?: boolean;
  [more: string]: unknown;
}
export type Dimension = "digital" | "administrative" | "social";
export interface Need {
  id: string;
  need: string;
  right: string | null;
  operator: string | null;
  dimension: Dimension;
  status: "certain" | "possible";
  help: string;
  urgency: string;
  vital: boolean;
  because: Account[];
  other_rules: Account[];
  ways?: Way[][];
}
export interface Question {
  facts: string[];
  text: string;
  decides: string[];
  urgencies: string[];
  weight: number;
  sensitive: boolean;
}
export interface Head {
  format: 1;
  pack: PackName;
  /** Answers to questions may still change it. */
  provisional: boolean;
  clock: { date: string | null; rules_in_force_on: string; hours_evaluated: boolean; text: string };
  qualification: {
    urgency: string;
    urgency_because: Because | null;
    needs: Need[];
    questions: Question[];
    [more: string]: unknown;
  };
}
export interface Qualified extends Head {
  not_derived?: { need: string; ways: Way[][]; more: boolean }[];
}

export interface Told {
  fact: string;
  words: string;
}
/** What else the note may say, in words. */
export interface NoteWords {
  needs: { words: string; help: string | null }[];
  /** What earlier stops bring about for this one. */
  before: string[];
  brings: string[];
  /** Assumed from the answers. */
  papers: string[];
  /** Whether `from` may be named there. */
  names_sender: boolean;
}
export interface Handoff {
  mode: string;
  from: string;
  from_stop?: string | null;
  owner: string;
  check_on_day: number;
  days: number;
  travel_minutes: number;
  /** 0 to 1. */
  loss_risk: number;
  agreements: string[];
  note: { tell: string[]; keep: string[]; if_agreed: string[]; told: Told[]; agreed: boolean; refused: boolean } & NoteWords;
}
export interface Stop {
  id: string;
  /** Stops that come before. */
  after: string[];
  actor: string;
  type: string;
  name: string;
  /** Days from the first; 0 is today. */
  day: number;
  /** HH:MM, when hours are evaluated. */
  time?: string | null;
  serves: { id: string; help: string; grade: string }[];
  requires: string[];
  produces: string[];
  handoff: Handoff;
  decides: boolean;
  to_check: string[];
  because: Because[];
  [more: string]: unknown;
}
export interface Plan {
  cost: {
    days: number;
    travel_minutes: number;
    handoffs: number;
    loss_risk: number;
    waiting: number;
    partial: number;
    partial_services: number;
    load: number;
    actors: number;
  };
  stops: Stop[];
  /** The stops of each lane, by id. */
  lanes: Record<Dimension, string[]>;
  /** No better plan exists. */
  exact: boolean;
  [more: string]: unknown;
}
export interface Routed extends Head {
  territory: TerritoryName;
  plans: Plan[];
  unmet: unknown[];
  waived: { id: string; by: string | null; text: string | null }[];
  html?: string;
  dot?: string;
  [more: string]: unknown;
}

export interface AskedFact {
  fact: string;
  type: string;
  text: string;
  unit: string | null;
  pattern: string | null;
  sensitive: boolean;
  values: { id: string; text: string; sensitive: boolean }[];
}
export interface Asked {
  format: 1;
  pack: PackName;
  territory: TerritoryName;
  question: (Question & { answers: AskedFact[] }) | null;
  standing: { urgency: string | null; needs: string[]; first_stops: string[] };
}
export interface About {
  format: 1;
  version: string;
  pack: PackName & { title: string; reference_date: string };
  territories: (TerritoryName & { title: string; actors: number; sites: number })[];
  verbs: { name: string; text: string; options: { name: string; text: string }[] }[];
}

export interface Word {
  id: string;
  text: string;
}
export interface Words {
  format: 1;
  pack: PackName;
  dimensions: (Word & { id: Dimension })[];
  needs: (Word & { dimension: Dimension })[];
  rights: (Word & { operator: string | null })[];
  actor_types: (Word & { family: string })[];
  /** Levels of help. */
  help: Word[];
  /** Ways to hand over. */
  modes: Word[];
  urgencies: (Word & { delay: string })[];
  states: Word[];
  publics: Word[];
  /** Of renouncing, the earliest first. */
  stages: Word[];
  events: Word[];
  /** Why what was asked was not done. */
  reasons: Word[];
  evidence: Word[];
  facts: AskedFact[];
  /** Facts that one question settles together. */
  questions: (Word & { facts: string[] })[];
  /** The common evaluation grid; answers count 0, 1, 2 in their order. */
  grid: { fact: string; text: string; sources: string[]; items: (Word & { answers: string[] })[] } | null;
  sources: { id: string; statement: string; status: string }[];
}
export interface Point {
  latitude: number;
  longitude: number;
}
export interface Place {
  id: string;
  name: string;
  type: string;
  site: string | null;
  site_name: string | null;
  address: string | null;
  postcode: string | null;
  town: string | null;
  commune: string | null;
  point: Point | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  /** OSM opening_hours. */
  hours: string | null;
  languages: string[];
  conditions: string | null;
  producer: string | null;
  vintage: string | null;
}
export interface Places {
  format: 1;
  territory: TerritoryName & { title: string };
  centre: Point | null;
  actors: Place[];
}
export interface Settled {
  format: 1;
  fact: string | null;
  /** Null: the answers settle nothing. */
  value: string | null;
}
export type FactValue = boolean | number | string | string[];
/** As a request takes it. */
export interface Said {
  format: 1;
  pack: PackName;
  /** Null unless it is a case. */
  case: string | null;
  title: string | null;
  date: string | null;
  /** A commune code or a point. */
  home: string | Point | null;
  situation: Record<string, FactValue>;
  /** What was known on arrival. */
  before: Record<string, FactValue> | null;
}
export interface Tested {
  format: 1;
  cases: {
    case: string;
    file: string;
    passed: boolean;
    checks: { check: string; pass: boolean; expected: string[]; got: string[] }[];
    recall: { at_3: number; at_5: number; expected: number };
  }[];
  passed: number;
  failed: number;
  recall: { at_3: number; at_5: number; expected: number };
}
