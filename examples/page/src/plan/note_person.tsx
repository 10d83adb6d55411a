import { noteOf, wholePlan, type Plan, type Stop } from "./answers";
import { isHandedOver, nextCheck } from "./note_data";
import { neededThere, placeLines } from "./note_actor";
import { Pictogram, type Sign } from "./pictograms";
import type { Props } from "../state";
import { modeSign, nameOf, whenText, Name } from "./stop_parts";
import { dayText, fill, sentence, textOf, wordsForPerson } from "./wording";
import { wordsPlan as w } from "../words_plan";

type State = Props["state"];

function Line({ sign, children }: { sign: Sign; children: preact.ComponentChildren }) {
  return (
    <div class="person-line">
      <Pictogram sign={sign} large />
      <div>{children}</div>
    </div>
  );
}

function Step({ state, stop, number }: { state: State; stop: Stop; number: number }) {
  const { lang } = state;
  const note = noteOf(stop);
  const papers = note && !note.refused ? note.papers : [];
  const needs = neededThere(state, stop);
  return (
    <li class="person-step">
      <h4>
        <span class="number" aria-hidden="true">
          {number}
        </span>{" "}
        <Name state={state} id={stop.actor} />
      </h4>
      {stop.decides && <Line sign="decision">{w.decides[lang]}</Line>}
      {!stop.decides && <Line sign="when">{whenText(state, stop)}</Line>}
      {!stop.decides && (
        <Line sign="where">
          {placeLines(state, stop.actor).join(" · ") || sentence(textOf(state.now.words.actor_types, stop.type))}
        </Line>
      )}
      {isHandedOver(stop) && <Line sign={modeSign(stop.handoff.mode)}>{wordsForPerson(stop.handoff.mode, lang)}</Line>}
      {isHandedOver(stop) && papers.length > 0 && (
        <Line sign="bring">
          {w.youBring[lang]}{" "}
          <ul>
            {papers.map((one) => (
              <li key={one}>{sentence(one)}</li>
            ))}
          </ul>
        </Line>
      )}
      {!stop.decides && needs.length > 0 && (
        <Line sign="check">
          {w.youFor[lang]}{" "}
          <ul>
            {needs.map((one) => (
              <li key={one.words}>{sentence(one.words)}</li>
            ))}
          </ul>
        </Line>
      )}
    </li>
  );
}

function NextCheck({ state, plan }: { state: State; plan: Plan }) {
  const {
    lang,
    now: {
      routed: { clock },
    },
  } = state;
  const next = nextCheck(plan);
  const { deadline } = wholePlan(plan);
  if (!next) return null;
  const when = sentence(dayText(clock.date, next.handoff.check_on_day, lang));
  return (
    <div class="next-check">
      <h4>
        <Pictogram sign="clock" large /> {w.nextCheck[lang]}
      </h4>
      {deadline && deadline.passed_days === 0 && (
        <p>{fill(w.deadline[lang], { when: dayText(clock.date, deadline.day, lang) })}</p>
      )}
      <p>{fill(w.nextCheckText[lang], { when, who: nameOf(state, next.handoff.owner) })}</p>
    </div>
  );
}

/** The whole path for the person, in plain words and signs. */
export function PersonNote({ state, plan }: { state: State; plan: Plan }) {
  const { lang } = state;
  const [first] = plan.stops;
  const sender = first?.handoff?.from ?? "here";
  return (
    <section class={plan.stops.length > 4 ? "note person long" : "note person"} data-note="person">
      <h3>{w.yourPath[lang]}</h3>
      <ol class={plan.stops.length > 2 ? "person-steps in-columns" : "person-steps"}>
        {plan.stops.map((stop, i) => (
          <Step key={stop.id} state={state} stop={stop} number={i + 1} />
        ))}
      </ol>
      <NextCheck state={state} plan={plan} />
      <Line sign="home">
        {w.ifStuck[lang]} {[nameOf(state, sender), ...placeLines(state, sender)].join(" · ")}
      </Line>
      <Line sign="warning">{w.free[lang]}</Line>
      <Line sign="talk">{w.myRight[lang]}</Line>
    </section>
  );
}
