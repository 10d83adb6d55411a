import { wholeStop, type Plan, type Stop } from "./answers";
import type { State } from "../state";
import { Pictogram, type Sign } from "./pictograms";
import { dayText, fill, hoursText, longDate, placeName, sentence, textOf, timeText, unbroken } from "./wording";
import { wordsPlan as w } from "../words_plan";

export const modeSign = (mode: string | null): Sign =>
  mode === "warm_call"
    ? "call"
    : mode === "escort" || mode === "outreach"
      ? "walk"
      : mode === "booked_appointment"
        ? "when"
        : mode === "tell"
          ? "where"
          : "administrative";

export function whenText(state: State, stop: Stop): string {
  const { time } = wholeStop(stop);
  const day = sentence(dayText(state.now.routed.clock.date, stop.day, state.lang));
  return time ? `${day}, ${timeText(time, state.lang)}` : day;
}

export function modeText(state: State, stop: Stop): string {
  if (!stop.handoff) return w.alreadyThere[state.lang];
  const mode = sentence(textOf(state.now.words.modes, stop.handoff.mode));
  const minutes = stop.handoff.travel_minutes;
  return minutes > 0 ? `${mode}, ${fill(w.travel[state.lang], { n: minutes })}` : mode;
}

export const nameOf = (state: State, id: string): string =>
  placeName(state.now.places, state.now.words, id, state.lang);

/** A real place keeps its French name on an English page. */
export function Name({ state, id }: { state: State; id: string }) {
  const real = id !== "here" && state.now.places.territory.hash !== "neutral";
  return <span lang={real ? "fr" : undefined}>{nameOf(state, id)}</span>;
}

export function followUpText(state: State, stop: Stop): string {
  const handoff = stop.handoff;
  if (!handoff || handoff.check_on_day === null || handoff.check_on_day < 0) return "";
  const when = dayText(state.now.routed.clock.date, handoff.check_on_day, state.lang);
  return fill((stop.decides ? w.checkDecision : w.checkReceived)[state.lang], {
    who: nameOf(state, handoff.owner),
    when,
  });
}

export const stopNumber = (plan: Plan, id: string): number => plan.stops.findIndex((one) => one.id === id) + 1;

export function numberList(plan: Plan, ids: readonly string[]): string {
  return ids.map((id) => stopNumber(plan, id)).join(", ");
}

function Line({ sign, label, children }: { sign: Sign; label: string; children: preact.ComponentChildren }) {
  return (
    <p class="line">
      <Pictogram sign={sign} />
      <span>
        <strong>{label}</strong> {children}
      </span>
    </p>
  );
}

/** How the person is handed over: by which way, from whom, who makes sure. */
export function Handoff({ state, stop, plan }: { state: State; stop: Stop; plan: Plan }) {
  const { lang } = state;
  const { appointment } = wholeStop(stop);
  const follow = followUpText(state, stop);
  const agreements = stop.handoff?.agreements.map((id) => textOf(state.now.words.states, id)) ?? [];
  return (
    <div class="handoff">
      {stop.after.length > 0 && <p class="after">{fill(w.afterStops[lang], { list: numberList(plan, stop.after) })}</p>}
      {appointment && (
        <Line sign="when" label={w.appointment[lang]}>
          {dayText(state.now.routed.clock.date, appointment.day, lang)} {timeText(appointment.time, lang)}
          {appointment.days_ago > 0 && <> — {w.appointmentToCheck[lang]}</>}
        </Line>
      )}
      <Line sign={modeSign(stop.handoff?.mode ?? null)} label={w.wayThere[lang]}>
        {modeText(state, stop)}
      </Line>
      {stop.handoff && (
        <Line sign="talk" label={w.handedBy[lang]}>
          <Name state={state} id={stop.handoff.from} />
        </Line>
      )}
      {agreements.length > 0 && (
        <Line sign="question" label={w.agreements[lang]}>
          {agreements.join(w.joined[lang])}
        </Line>
      )}
      {follow && (
        <Line sign="clock" label={w.followUp[lang]}>
          {follow}
        </Line>
      )}
    </div>
  );
}

/** What has to be there before, and what the stop leaves behind. */
export function States({ state, stop }: { state: State; stop: Stop }) {
  const say = (ids: readonly string[]): string =>
    sentence(ids.map((id) => textOf(state.now.words.states, id)).join(" · "));
  return (
    <>
      {stop.requires.length > 0 && (
        <Line sign="bring" label={w.before[state.lang]}>
          {say(stop.requires)}
        </Line>
      )}
      {stop.produces.length > 0 && (
        <Line sign="check" label={w.brings[state.lang]}>
          {say(stop.produces)}
        </Line>
      )}
    </>
  );
}

/** Address, telephone, hours, and how old all this is. */
export function PlaceRecord({ state, stop }: { state: State; stop: Stop }) {
  const { lang } = state;
  const { hours, record } = wholeStop(stop);
  const place = state.now.places.actors.find((one) => one.id === stop.actor);
  return (
    <div class="record">
      <p>
        {[
          sentence(textOf(state.now.words.actor_types, stop.type)),
          place?.address,
          place?.phone && unbroken(place.phone),
          place?.email,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {hours.as_written && (
        <p>
          {w.hoursSaid[lang]} {hoursText(hours.as_written, lang)}
        </p>
      )}
      {place?.conditions && <p lang="fr">{place.conditions}</p>}
      <p>
        {record.vintage
          ? fill(w.record[lang], { date: longDate(record.vintage, lang), producer: record.producer ?? "?" })
          : w.recordNoDate[lang]}
      </p>
    </div>
  );
}
