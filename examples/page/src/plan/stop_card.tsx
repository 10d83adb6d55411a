import { dimensions, wholeStop, type Dimension, type Plan, type Stop } from "./answers";
import { EventBar } from "./event_bar";
import type { LaneRow } from "./layout";
import { Pictogram } from "./pictograms";
import type { Props } from "../state";
import { Handoff, PlaceRecord, States, whenText, Name } from "./stop_parts";
import { Reasons } from "./why";
import { dimensionOf, fill, longDate, needText, sentence, textOf } from "./wording";
import { wordsPlan as w } from "../words_plan";

interface CardProps extends Props {
  plan: Plan;
  stop: Stop;
  row: LaneRow;
  /** Only the main plan takes events. */
  main: boolean;
}

function Served({ stop, lane, state }: { stop: Stop; lane: Dimension; state: Props["state"] }) {
  const { words } = state.now;
  const served = stop.serves.filter((one) => dimensionOf(words, one.id) === lane);
  return (
    <div class="served" data-lane={lane}>
      <p class="lane-title">
        <Pictogram sign={lane} /> {textOf(words.dimensions, lane)}
      </p>
      <ul>
        {served.map((one) => (
          <li key={one.id}>
            {needText(words, one.id, state.lang)}
            {!stop.decides && <span class="help"> → {textOf(words.help, one.help)}</span>}
            {one.grade === "partial" && <span class="help"> ({w.firstLevel[state.lang]})</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Lanes({ stop, row, state }: { stop: Stop; row: LaneRow; state: Props["state"] }) {
  if (row.lanes.length === 0) return <p>{w.makesPossible[state.lang]}</p>;
  return (
    <div class="served-lanes">
      {dimensions
        .slice(row.from - 1, row.to)
        .map((lane) =>
          row.lanes.includes(lane) ? (
            <Served key={lane} stop={stop} lane={lane} state={state} />
          ) : (
            <div key={lane} class="served none" aria-hidden="true" />
          ),
        )}
    </div>
  );
}

/** What the rules ask to check, and how much the record of the place can be relied on. */
function checksOf(state: Props["state"], stop: Stop): string[] {
  const { lang } = state;
  const { hours, record } = wholeStop(stop);
  return [
    ...stop.to_check.map(sentence),
    ...(hours.assumed ? [w.hoursUnknown[lang]] : []),
    ...(record.stale
      ? [record.vintage ? fill(w.recordOld[lang], { date: longDate(record.vintage, lang) }) : w.recordNoDate[lang]]
      : []),
  ];
}

function ToCheck({ stop, state }: { stop: Stop; state: Props["state"] }) {
  const checks = checksOf(state, stop);
  if (checks.length === 0) return null;
  return (
    <div class="to-check">
      <p class="line">
        <Pictogram sign="warning" /> <strong>{w.toCheck[state.lang]}</strong>
      </p>
      <ul>
        {checks.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}

export function StopCard({ state, dispatch, plan, stop, row, main }: CardProps) {
  const { lang } = state;
  return (
    <li
      class={stop.decides ? "stop decides" : "stop"}
      data-stop={stop.id}
      data-actor={stop.actor}
      data-from={row.from}
      data-to={row.to}
    >
      <div class="stop-head">
        <span class="number">
          <span class="visually-hidden">{w.stop[lang]}</span> {row.number}
        </span>
        <div>
          <h4>
            <Name state={state} id={stop.actor} />
          </h4>
          <p class="when">{whenText(state, stop)}</p>
        </div>
      </div>
      {stop.decides && (
        <p class="decision">
          <Pictogram sign="decision" /> <strong>{w.decision[lang]}.</strong> {w.decisionHelp[lang]}
        </p>
      )}
      <Lanes stop={stop} row={row} state={state} />
      <Handoff state={state} stop={stop} plan={plan} />
      <States state={state} stop={stop} />
      <ToCheck stop={stop} state={state} />
      <details>
        <summary>{w.why[lang]}</summary>
        <Reasons all={stop.because} state={state} />
      </details>
      <details>
        <summary>{w.thePlace[lang]}</summary>
        <PlaceRecord state={state} stop={stop} />
      </details>
      {main && <EventBar state={state} dispatch={dispatch} plan={plan} stop={stop} />}
    </li>
  );
}
