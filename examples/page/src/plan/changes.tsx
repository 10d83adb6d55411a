import { useEffect, useRef } from "preact/hooks";
import { whole, type AlteredStop, type ComparedStop } from "./answers";
import type { Props } from "../state";
import { nameOf, Name } from "./stop_parts";
import { dayText, fill, needText, textOf } from "./wording";
import { wordsPlan as w } from "../words_plan";

type State = Props["state"];

function alterations(state: State, one: AlteredStop): string {
  const { lang, now } = state;
  const day = (n: number): string => dayText(null, n, lang);
  const mode = (id: string | null): string => (id ? textOf(now.words.modes, id) : w.alreadyThere[lang]);
  const parts = [];
  if (one.day.before !== one.day.after)
    parts.push(fill(w.fromDay[lang], { before: day(one.day.before), after: day(one.day.after) }));
  if (one.mode.before !== one.mode.after)
    parts.push(fill(w.fromDay[lang], { before: mode(one.mode.before), after: mode(one.mode.after) }));
  return parts.join(w.joined[lang]);
}

/** The passing of days alone is no change to tell. */
export const reallyAltered = (one: AlteredStop): boolean =>
  (one.day.before !== one.day.after && !(one.day.before < 0 && one.day.after === 0)) ||
  one.mode.before !== one.mode.after;

function Kind({
  state,
  label,
  sign,
  stops,
  say,
}: {
  state: State;
  label: string;
  sign: string;
  stops: readonly ComparedStop[];
  say: (one: ComparedStop, i: number) => string;
}) {
  return (
    <>
      {stops.map((one, i) => (
        <li key={`${label}${i}`}>
          <span class="change-kind">
            <span aria-hidden="true">{sign}</span> {label}
            {w.colon[state.lang]}
          </span>
          <strong>
            <Name state={state} id={one.actor} />
          </strong>
          {one.decides && ` (${w.decision[state.lang].toLowerCase()})`} — {say(one, i)}
        </li>
      ))}
    </>
  );
}

function Changed({ state }: { state: State }) {
  const { lang, now } = state;
  const followed = whole(now.routed).followed;
  if (!followed) return null;
  const { changes } = followed;
  const altered = changes.altered.filter(reallyAltered);
  const needs = (one: ComparedStop): string =>
    one.needs.map((id) => needText(now.words, id, lang)).join(w.joined[lang]);
  const nothing = changes.new.length + changes.gone.length + altered.length === 0;
  return (
    <>
      {nothing && <p>{w.changedNothing[lang]}</p>}
      <ul class="change-list">
        <Kind state={state} label={w.newStop[lang]} sign="+" stops={changes.new} say={needs} />
        <Kind state={state} label={w.goneStop[lang]} sign="−" stops={changes.gone} say={needs} />
        <Kind
          state={state}
          label={w.altered[lang]}
          sign="~"
          stops={altered}
          say={(_, i) => {
            const one = altered[i];
            return one ? alterations(state, one) : "";
          }}
        />
      </ul>
      {followed.bounces
        .filter((one) => one.count > 1)
        .map((one) => (
          <p class="warned" key={one.id}>
            {fill(w.bounced[lang], { n: one.count, need: needText(now.words, one.id, lang) })}
          </p>
        ))}
      {followed.ignored.map((one) => (
        <p key={one.event}>{one.why}</p>
      ))}
    </>
  );
}

function History({ state }: { state: State }) {
  const { words } = state.now;
  return (
    <details>
      <summary>
        {w.soFar[state.lang]} ({state.scenario.events.length})
      </summary>
      <ol>
        {state.scenario.events.map((event, i) => {
          const said = event as Readonly<Record<string, unknown>>;
          const text = (key: string): string => (typeof said[key] === "string" ? said[key] : "");
          const more = textOf(words.reasons, text("reason")) || textOf(words.stages, text("stage"));
          return (
            <li key={i}>
              {text("actor") && nameOf(state, text("actor"))}
              {w.colon[state.lang]}
              {textOf(words.events, text("what"))}
              {more && ` (${more})`}
            </li>
          );
        })}
      </ol>
    </details>
  );
}

/** The button that was pressed may be gone: what changed is read next. */
function useFocusAfter(count: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(count);
  useEffect(() => {
    if (before.current !== count) (heading.current ?? document.getElementById("plan-title"))?.focus();
    before.current = count;
  }, [count]);
  return heading;
}

/** What the last event changed, from the engine's own answer, and the way back. */
export function Changes({ state, dispatch }: Props) {
  const { length } = state.scenario.events;
  const heading = useFocusAfter(length);
  return (
    <section class={length > 0 ? "changes" : "changes none"} data-changed aria-live="polite">
      {length > 0 && (
        <>
          <h3 ref={heading} tabIndex={-1}>
            {w.changed[state.lang]}
          </h3>
          <Changed state={state} />
          <History state={state} />
          <p class="actions">
            <button type="button" onClick={() => dispatch({ type: "undo event" })}>
              {w.undo[state.lang]}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
