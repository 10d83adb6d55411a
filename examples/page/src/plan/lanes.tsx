import { dimensions, type Plan } from "./answers";
import { laneRows } from "./layout";
import { Pictogram } from "./pictograms";
import type { Props } from "../state";
import { StopCard } from "./stop_card";
import { textOf } from "./wording";
import { wordsPlan as w } from "../words_plan";

/** The three lanes of a plan, and its stops in their order, each reaching over the lanes that it serves. */
export function Lanes({ state, dispatch, plan, index }: Props & { plan: Plan; index: number }) {
  const rows = laneRows(plan);
  return (
    <div class="lanes" data-plan={index}>
      <ul class="lane-heads">
        {dimensions.map((lane) => (
          <li key={lane} data-lane={lane}>
            <Pictogram sign={lane} /> {textOf(state.now.words.dimensions, lane)}
            {plan.lanes[lane].length === 0 && <span class="lane-empty">{w.laneEmpty[state.lang]}</span>}
          </li>
        ))}
      </ul>
      <div class="track">
        <div class="rails" aria-hidden="true">
          {dimensions.map((lane) => (
            <span key={lane} data-lane={lane} class={plan.lanes[lane].length === 0 ? "none" : "rail"} />
          ))}
        </div>
        <ol class="lane-stops">
          {rows.map((row, i) => {
            const stop = plan.stops[i];
            return (
              stop && (
                <StopCard
                  key={row.stop}
                  state={state}
                  dispatch={dispatch}
                  plan={plan}
                  stop={stop}
                  row={row}
                  main={index === 0}
                />
              )
            );
          })}
        </ol>
      </div>
    </div>
  );
}
