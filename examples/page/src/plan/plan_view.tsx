import { wholePlan, type Plan } from "./answers";
import { Alternatives } from "./alternatives";
import { Changes } from "./changes";
import { costTexts } from "./cost";
import { Lanes } from "./lanes";
import { Pictogram } from "./pictograms";
import type { Props } from "../state";
import { nameOf, numberList } from "./stop_parts";
import { LeftOut } from "./unmet";
import { WhyNotPanel } from "./why_not_panel";
import { Reasons } from "./why";
import { counted, dayText, fill, sentence } from "./wording";
import { wordsPlan as w } from "../words_plan";

type State = Props["state"];

function Urgency({ state }: { state: State }) {
  const { words, routed } = state.now;
  const { urgency, urgency_because } = routed.qualification;
  const level = words.urgencies.find((one) => one.id === urgency);
  if (!level) return null;
  return (
    <div class="urgency" data-urgency={urgency}>
      <p>
        <Pictogram sign="clock" /> <strong>{w.urgency[state.lang]}</strong> {level.text}
        {level.delay && ` (${level.delay})`}
      </p>
      {urgency_because && (
        <details>
          <summary>{urgency_because.text}</summary>
          <Reasons all={[urgency_because]} state={state} />
        </details>
      )}
    </div>
  );
}

function Deadline({ state, plan }: { state: State; plan: Plan }) {
  const { lang } = state;
  const { deadline } = wholePlan(plan);
  if (!deadline) return null;
  if (deadline.passed_days > 0)
    return (
      <p class="warned">
        <Pictogram sign="warning" /> {counted(deadline.passed_days, w.deadlinePassed1, w.deadlinePassed, lang)}
      </p>
    );
  const when = dayText(state.now.routed.clock.date, deadline.day, lang);
  return (
    <>
      <p class="line">
        <Pictogram sign="when" /> <span>{fill(w.deadline[lang], { when })}</span>
      </p>
      {deadline.later_stops.length > 0 && (
        <p class="warned">
          <Pictogram sign="warning" /> {fill(w.deadlineLate[lang], { list: numberList(plan, deadline.later_stops) })}
        </p>
      )}
    </>
  );
}

function Cost({ state, plan }: { state: State; plan: Plan }) {
  const { lang } = state;
  const next = wholePlan(plan).next_date;
  return (
    <div class="plan-cost">
      <p class="costs">
        <strong>
          {w.cost[lang]}
          {w.colon[lang]}
        </strong>
        {costTexts(plan, lang).join(" · ")}.
      </p>
      <Deadline state={state} plan={plan} />
      {next && (
        <p class="line">
          <Pictogram sign="when" /> <span>{fill(w.nextDate[lang], { who: nameOf(state, next.owner) })}</span>
        </p>
      )}
    </div>
  );
}

function GoodToKnow({ state }: { state: State }) {
  const { lang } = state;
  return (
    <section class="good-to-know">
      <h3>{w.goodToKnow[lang]}</h3>
      <ul>
        <li>{sentence(state.now.routed.clock.text)}</li>
        <li>{w.nothingDecided[lang]}</li>
        <li>{w.assumedDelays[lang]}</li>
      </ul>
    </section>
  );
}

/** The path in three lanes, what it asks for, what happened on it, and what else could be done. */
export function PlanView({ state, dispatch }: Props) {
  const { lang } = state;
  const { plans, provisional } = state.now.routed;
  const [plan] = plans;
  return (
    <div class="plan">
      <h2 id="plan-title" tabIndex={-1}>
        {w.plan[lang]}
      </h2>
      <Urgency state={state} />
      {provisional && (
        <p class="provisional">
          {w.provisional[lang]}{" "}
          <button type="button" class="chip" onClick={() => dispatch({ type: "view", view: "interview" })}>
            {w.backToQuestions[lang]}
          </button>
        </p>
      )}
      <Changes state={state} dispatch={dispatch} />
      {plan && plan.stops.length > 0 ? (
        <>
          <Cost state={state} plan={plan} />
          <h3>{w.threeLanes[lang]}</h3>
          <p class="hint">{w.lanesHelp[lang]}</p>
          <Lanes state={state} dispatch={dispatch} plan={plan} index={0} />
        </>
      ) : (
        <p class="no-plan">{w.noPlan[lang]}</p>
      )}
      <LeftOut state={state} />
      <Alternatives state={state} dispatch={dispatch} />
      <WhyNotPanel state={state} dispatch={dispatch} />
      <GoodToKnow state={state} />
    </div>
  );
}
