import { whole, type Plan, type Routed, type Stop } from "./answers";

/** What a helper can say of a stop; the engine's own names. */
export const happenings = ["received", "done", "refused", "no_show", "closed", "saturated", "renounced"] as const;
export type Happening = (typeof happenings)[number];

export interface Details {
  reason?: string;
  stage?: string;
  until?: string;
  needs?: readonly string[];
}
export interface EventData {
  [key: string]: unknown;
  day: number;
  actor: string;
  what: Happening | "booked";
}

/** These ask for one more answer before they are noted. */
export const asksMore = (what: Happening, awaiting: readonly string[]): boolean =>
  what === "refused" || what === "renounced" || (what === "done" && awaiting.length > 0);

/** Needs of a stop on which another stop has yet to decide. */
export function awaitingDecision(plan: Plan, stop: Stop): string[] {
  if (stop.decides) return [];
  const decided = plan.stops.filter((one) => one.decides).flatMap((one) => one.serves.map((each) => each.id));
  return stop.serves.map((one) => one.id).filter((id) => decided.includes(id));
}

/** A deciding stop is only waited for. */
export const happeningsAt = (stop: Stop): readonly Happening[] => (stop.decides ? ["done", "renounced"] : happenings);

/**
 * A place is found closed or full today; what concerns the person happens on the day of the stop. A refusal names no
 * needs: it is about all that this place could have been asked.
 */
export function eventOf(routed: Routed, stop: Stop, what: Happening, details: Details): EventData {
  const today = whole(routed).followed?.days_since_start ?? 0;
  const ofPlace = what === "closed" || what === "saturated";
  const event: EventData = { day: today + (ofPlace ? 0 : stop.day), actor: stop.actor, what };
  if (what === "done" || what === "renounced") event.needs = [...(details.needs ?? stop.serves.map((one) => one.id))];
  if (what === "refused" && details.reason) event.reason = details.reason;
  if (what === "renounced" && details.stage) event.stage = details.stage;
  if ((what === "refused" || ofPlace) && details.until) event.until = details.until;
  return event;
}

/** The day since the start on which someone asks how a decision stands. */
export function askingDay(routed: Routed, plan: Plan, needs: readonly string[]): number {
  const today = whole(routed).followed?.days_since_start ?? 0;
  const waiting = plan.stops.filter((one) => one.decides && one.serves.some((each) => needs.includes(each.id)));
  const days = waiting.map((one) => one.handoff?.check_on_day ?? one.day);
  return today + Math.max(0, ...days);
}

/**
 * What one answer of the helper tells the engine. What waits for a decision, and is not said to be done, is kept where
 * it was begun until someone asks for the answer there.
 */
export function eventsOf(routed: Routed, plan: Plan, stop: Stop, what: Happening, details: Details): EventData[] {
  const event = eventOf(routed, stop, what, details);
  const awaiting = awaitingDecision(plan, stop).filter((id) => !details.needs?.includes(id));
  if (what !== "done" || awaiting.length === 0) return [event];
  const kept = {
    day: event.day,
    actor: stop.actor,
    what: "booked" as const,
    needs: awaiting,
    for: askingDay(routed, plan, awaiting),
  };
  return (event.needs as string[]).length > 0 ? [event, kept] : [kept];
}
