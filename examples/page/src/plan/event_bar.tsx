import { useState } from "preact/hooks";
import { whole, type Plan, type Stop } from "./answers";
import { asksMore, awaitingDecision, askingDay, eventsOf, happeningsAt, type Details, type Happening } from "./events";
import type { Props } from "../state";
import { dayText, fill, needText } from "./wording";
import { wordsPlan as w } from "../words_plan";

interface BarProps extends Props {
  plan: Plan;
  stop: Stop;
}
interface FormProps extends BarProps {
  what: Happening;
  onNote: (details: Details) => void;
  onCancel: () => void;
}

function Choice({
  label,
  options,
  name,
  none,
}: {
  label: string;
  name: string;
  none: string;
  options: readonly { id: string; text: string }[];
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <select name={name}>
        <option value="">{none}</option>
        {options.map((one) => (
          <option key={one.id} value={one.id}>
            {one.text}
          </option>
        ))}
      </select>
    </label>
  );
}

function WhichDone({ plan, stop, state }: BarProps) {
  const awaiting = awaitingDecision(plan, stop);
  const { routed } = state.now;
  const today = whole(routed).followed?.days_since_start ?? 0;
  const when = dayText(routed.clock.date, askingDay(routed, plan, awaiting) - today, state.lang);
  return (
    <fieldset>
      <legend>{w.whichDone[state.lang]}</legend>
      {stop.serves.map(({ id }) => (
        <label class="tick" key={id}>
          <input type="checkbox" name="needs" value={id} defaultChecked={!awaiting.includes(id)} />
          <span>
            {needText(state.now.words, id, state.lang)}
            {awaiting.includes(id) && <em> ({w.awaits[state.lang]})</em>}
          </span>
        </label>
      ))}
      <p class="hint">{fill(w.askAgain[state.lang], { when })}</p>
    </fieldset>
  );
}

function detailsOf(form: HTMLFormElement, what: Happening): Details {
  const data = new FormData(form);
  const text = (name: string): string => String(data.get(name) ?? "");
  if (what === "done") return { needs: data.getAll("needs").map(String) };
  return { reason: text("reason"), stage: text("stage"), until: text("until") };
}

function More(props: FormProps) {
  const { state, what, onNote, onCancel } = props;
  const {
    lang,
    now: { words },
  } = state;
  const submit = (event: Event): void => {
    event.preventDefault();
    onNote(detailsOf(event.currentTarget as HTMLFormElement, what));
  };
  return (
    <form class="event-form" onSubmit={submit}>
      {what === "refused" && (
        <Choice
          label={w.reason[lang]}
          name="reason"
          none={w.notSaid[lang]}
          options={words.reasons.filter((one) => one.id !== "other")}
        />
      )}
      {what === "refused" && state.scenario.date && (
        <label class="field">
          <span>{w.until[lang]}</span>
          <input type="date" name="until" min={state.scenario.date} />
        </label>
      )}
      {what === "renounced" && (
        <Choice label={w.stage[lang]} name="stage" none={w.notSaid[lang]} options={words.stages} />
      )}
      {what === "done" && <WhichDone {...props} />}
      <p class="actions">
        <button type="submit">{w.note[lang]}</button>{" "}
        <button type="button" class="chip" onClick={onCancel}>
          {w.cancel[lang]}
        </button>
      </p>
    </form>
  );
}

/** What happened at a stop: one click, and a reason where one helps, redo the rest of the path. */
export function EventBar(props: BarProps) {
  const { state, dispatch, plan, stop } = props;
  const [open, setOpen] = useState<Happening | null>(null);
  const note = (what: Happening, details: Details): void => {
    setOpen(null);
    dispatch({ type: "event", events: eventsOf(state.now.routed, plan, stop, what, details) });
  };
  const choose = (what: Happening): void =>
    asksMore(what, awaitingDecision(plan, stop)) ? setOpen(open === what ? null : what) : note(what, {});
  return (
    <div class="events">
      <p class="events-title" id={`events-${stop.id}`}>
        {w.whatHappened[state.lang]}
      </p>
      <div role="group" aria-labelledby={`events-${stop.id}`} class="event-buttons">
        {happeningsAt(stop).map((what) => (
          <button
            key={what}
            type="button"
            class="chip"
            aria-expanded={asksMore(what, awaitingDecision(plan, stop)) ? open === what : undefined}
            onClick={() => choose(what)}
          >
            {stop.decides && what === "done" ? w.answered[state.lang] : w[what][state.lang]}
          </button>
        ))}
      </div>
      {stop.decides && <p class="hint">{w.answeredNo[state.lang]}</p>}
      {open && (
        <More
          key={open}
          {...props}
          what={open}
          onNote={(details) => note(open, details)}
          onCancel={() => setOpen(null)}
        />
      )}
    </div>
  );
}
