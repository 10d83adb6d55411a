import { useState } from "preact/hooks";
import { whole, type Plan, type Second, type WinIf } from "./answers";
import { costTexts, differenceTexts, weightiest } from "./cost";
import { Lanes } from "./lanes";
import type { Props } from "../state";
import { modeText, whenText, Name } from "./stop_parts";
import { fill, sentence } from "./wording";
import { wordsPlan as w } from "../words_plan";

type State = Props["state"];

function Brief({ state, plan }: { state: State; plan: Plan }) {
  return (
    <ol class="brief">
      {plan.stops.map((stop) => (
        <li key={stop.id}>
          <strong>
            <Name state={state} id={stop.actor} />
          </strong>
          {stop.decides ? (
            <span> ({w.decision[state.lang].toLowerCase()})</span>
          ) : (
            <span>
              {w.colon[state.lang]}
              {whenText(state, stop)}. {modeText(state, stop)}.
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Drawn once it is asked for. */
function WholePlan({ state, dispatch, plan, index }: Props & { plan: Plan; index: number }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="whole-plan" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{w.seeLanes[state.lang]}</summary>
      {open && <Lanes state={state} dispatch={dispatch} plan={plan} index={index} />}
    </details>
  );
}

function OnePlan({ state, dispatch, plan, index, first }: Props & { plan: Plan; index: number; first: Plan }) {
  const { lang } = state;
  return (
    <li class="plan-card" data-alternative={index}>
      <h4>
        {fill(w.planN[lang], { n: index + 1 })}
        {index === 0 && ` (${w.proposed[lang]})`}
      </h4>
      <Brief state={state} plan={plan} />
      <p class="costs">{sentence(costTexts(plan, lang).join(", "))}.</p>
      {index > 0 && (
        <>
          <p>
            <strong>{w.whatDiffers[lang]}</strong>
          </p>
          <ul>
            {differenceTexts(first, plan, lang).map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <WholePlan state={state} dispatch={dispatch} plan={plan} index={index} />
        </>
      )}
    </li>
  );
}

/** A change in words; figures that only the engine weighs are left out. */
export function winText(one: WinIf, lang: State["lang"]): string | null {
  if (one.what === "closed") return w.winClosed[lang];
  if (one.now === null || one.from === null || (one.what !== "days" && one.what !== "travel")) return null;
  return fill((one.what === "days" ? w.winDays : w.winTravel)[lang], { now: one.now, from: one.from });
}

function WouldWin({ state, second }: { state: State; second: Second }) {
  const { lang } = state;
  const actors = [...new Set(second.would_win_if.map((one) => one.actor))];
  const against = weightiest(second.by, lang);
  return (
    <details class="would-win">
      <summary>{w.winIf[lang]}</summary>
      {against.length > 0 && (
        <p>
          {w.weighs[lang]} {against.join(", ")}.
        </p>
      )}
      <ul>
        {actors.map((actor) => (
          <li key={actor}>
            <strong>
              <Name state={state} id={actor} />
            </strong>
            <ul>
              {second.would_win_if
                .filter((one) => one.actor === actor)
                .map((one) => {
                  const text = winText(one, lang);
                  return text && <li key={one.what}>{sentence(text)}</li>;
                })}
            </ul>
          </li>
        ))}
      </ul>
      {second.wins_if_all_closed && <p>{w.winAll[lang]}</p>}
    </details>
  );
}

/** The plans side by side, with what would put another one first. */
export function Alternatives({ state, dispatch }: Props) {
  const { plans } = state.now.routed;
  const { second } = whole(state.now.routed);
  const [first] = plans;
  if (!first) return null;
  return (
    <section class="alternatives">
      <h3>{w.alternatives[state.lang]}</h3>
      {plans.length < 2 && <p>{w.noAlternative[state.lang]}</p>}
      {plans.length > 1 && (
        <ul class="plan-cards">
          {plans.map((plan, i) => (
            <OnePlan key={i} state={state} dispatch={dispatch} plan={plan} index={i} first={first} />
          ))}
        </ul>
      )}
      {second && <WouldWin state={state} second={second} />}
    </section>
  );
}
