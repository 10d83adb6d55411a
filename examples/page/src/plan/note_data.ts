import type { Plan, Stop } from "./answers";

export interface Sheet {
  actor: string;
  stops: Stop[];
}

/** One sheet for each place, in the order in which the person gets there. */
export function sheetsOf(plan: Plan): Sheet[] {
  const sheets: Sheet[] = [];
  for (const stop of plan.stops) {
    const sheet = sheets.find((one) => one.actor === stop.actor);
    if (sheet) sheet.stops.push(stop);
    else sheets.push({ actor: stop.actor, stops: [stop] });
  }
  return sheets;
}

/** Whether the person is handed over there; a decision that follows an earlier stop is only waited for. */
export const isHandedOver = (stop: Stop): boolean =>
  Boolean(stop.handoff) && (!stop.decides || stop.handoff?.from_stop === null);

/** The stop that is checked first; null when no check is foreseen. */
export function nextCheck(plan: Plan): Stop | null {
  const checked = plan.stops.filter(
    (one) => one.handoff && one.handoff.check_on_day !== null && one.handoff.check_on_day >= 0,
  );
  return checked.reduce<Stop | null>(
    (first, one) => (first && first.handoff.check_on_day <= one.handoff.check_on_day ? first : one),
    null,
  );
}

/** What is kept back whatever the person agrees to. */
export const keptOnly = (keep: readonly string[], ifAgreed: readonly string[]): string[] =>
  keep.filter((one) => !ifAgreed.includes(one));

/** Whether a sheet has so much to say that it is printed smaller, to keep to one page. */
export function isLong(sheet: Sheet): boolean {
  const lines = sheet.stops.map((one) => {
    const note = one.handoff?.note;
    return note ? note.needs.length + note.told.length + note.papers.length : one.serves.length;
  });
  return lines.reduce((sum, one) => sum + one, 0) > 12;
}
