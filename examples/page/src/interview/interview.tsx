import type { Engine } from "aiguillage";
import { useNarrow } from "../plan/narrow.ts";
import type { Props } from "../state.ts";
import { words } from "../words.ts";
import { Given } from "./given.tsx";
import { posedIn, Question } from "./question.tsx";
import { Forming, Standing } from "./standing.tsx";

function Settled({ state, dispatch }: Props) {
  const { lang } = state;
  return (
    <section class="settled" data-settled>
      <h2>{words.settled[lang]}</h2>
      <p class="actions">
        <button type="button" class="main" onClick={() => dispatch({ type: "view", view: "plan" })}>{words.seePlan[lang]}</button>
        <button type="button" class="quiet" onClick={() => dispatch({ type: "back" })}>{words.back[lang]}</button>
      </p>
    </section>
  );
}

/** The question on one side, what stands on the other, the lanes below. */
export function Interview({ state, dispatch, engine }: Props & { engine: Engine }) {
  const { lang } = state;
  const narrow = useNarrow("(max-width: 60rem)");
  const posed = posedIn(state);
  const key = posed && `${state.editing ?? ""} ${state.past.length} ${posed.facts.map((one) => one.fact).join(" ")}`;
  return (
    <div class="interview">
      {narrow && <Standing key="above" state={state} folded />}
      <div class="asking" key="asking">
        {posed === null ? <Settled state={state} dispatch={dispatch} /> : (
          <Question key={key} state={state} dispatch={dispatch} posed={posed} engine={engine} />
        )}
        <Given state={state} dispatch={dispatch} />
      </div>
      {!narrow && <Standing key="beside" state={state} folded={false} />}
      <div class="below" key="below">
        <Forming state={state} />
        {posed !== null && (
          <p class="actions"><button type="button" onClick={() => dispatch({ type: "view", view: "plan" })}>{words.seePlanNow[lang]}</button></p>
        )}
      </div>
    </div>
  );
}
