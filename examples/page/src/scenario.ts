// A scenario as a file or as a link. The facts are in the fragment of the link, which browsers do not send.
import type { Engine } from "aiguillage";
import type { EngineEvent, FactValue, Scenario } from "./state.ts";

const isText = (value: unknown): value is string => typeof value === "string";
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isFact = (value: unknown): value is FactValue => ["boolean", "number", "string"].includes(typeof value) || isTexts(value);
const isPoint = (value: unknown): value is { latitude: number; longitude: number } =>
  isMapping(value) && typeof value.latitude === "number" && typeof value.longitude === "number";

/** Null when it is not one. What is missing is empty; what is not known is left out. */
export function scenarioFrom(value: unknown): Scenario | null {
  if (!isMapping(value) || !isMapping(value.facts)) return null;
  const { title, facts, passed, date, home, territory, events } = value;
  if (!Object.values(facts).every(isFact)) return null;
  return {
    title: isText(title) ? title : "",
    facts: facts as Record<string, FactValue>,
    passed: isTexts(passed) ? passed : [],
    date: isText(date) ? date : null,
    home: isText(home) || isPoint(home) ? home : null,
    territory: isText(territory) ? territory : null,
    events: Array.isArray(events) && events.every(isMapping) ? (events as EngineEvent[]) : [],
  };
}

function savedIn(text: string): Scenario | null {
  try {
    return scenarioFrom(JSON.parse(text));
  } catch {
    return null; // YAML
  }
}

/** A file that was saved here, or a situation or a case as the engine reads it. Throws AiguillageError. */
export function scenarioIn(text: string, engine: Engine, territory: string | null): Scenario {
  const saved = savedIn(text);
  if (saved !== null) return saved;
  const { situation, date, home, title } = engine.read(text).value;
  return { title: title ?? "", facts: situation, passed: [], date, home, territory, events: [] };
}

export function fragmentOf(scenario: Scenario): string {
  const bytes = new TextEncoder().encode(JSON.stringify(scenario));
  const letters = Array.from(bytes, (one) => String.fromCharCode(one)).join("");
  return `#s=${btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** Undefined: the fragment holds none; null: what it holds cannot be read. */
export function scenarioInFragment(fragment: string): Scenario | null | undefined {
  if (!fragment.startsWith("#s=")) return undefined;
  try {
    const letters = atob(fragment.slice(3).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (one) => one.charCodeAt(0));
    return scenarioFrom(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}

export function save(scenario: Scenario): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(scenario, null, 2)}\n`], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: "situation.json" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
