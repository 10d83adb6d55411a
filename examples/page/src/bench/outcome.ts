// What an answer comes to, and how two of them differ. Only ids: words are looked up when they are shown.
import type { Routed } from "aiguillage";

export interface Outcome {
  needs: string[]; // certain
  urgency: string;
  first: string[]; // types of actors
}

export interface Change {
  gained: string[];
  lost: string[];
  urgency: { from: string; to: string } | null;
  first: { from: string[]; to: string[] } | null;
}

const without = (all: readonly string[], some: readonly string[]): string[] => all.filter((one) => !some.includes(one));
const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  without(a, b).length === 0 && without(b, a).length === 0;

export function outcomeOf(routed: Routed): Outcome {
  const { needs, urgency } = routed.qualification;
  const stops = routed.plans[0]?.stops ?? [];
  return {
    needs: needs.filter((one) => one.status === "certain").map((one) => one.id),
    urgency,
    first: [...new Set(stops.filter((one) => one.after.length === 0).map((one) => one.type))],
  };
}

/** Null: nothing that the bench looks at changes. */
export function changeOf(before: Outcome, after: Outcome): Change | null {
  const gained = without(after.needs, before.needs);
  const lost = without(before.needs, after.needs);
  const urgency = before.urgency === after.urgency ? null : { from: before.urgency, to: after.urgency };
  const first = sameSet(before.first, after.first) ? null : { from: before.first, to: after.first };
  const any = gained.length > 0 || lost.length > 0 || urgency !== null || first !== null;
  return any ? { gained, lost, urgency, first } : null;
}
