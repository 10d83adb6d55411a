import { useMemo, useState } from "preact/hooks";
import { moved, zoomed, type Box } from "./geo";
import { legs, mapData, ratio, stepsOf, type MapData } from "./map_data";
import { MapDrawing } from "./map_drawing";
import { useNarrow } from "./narrow";
import type { Props } from "../state";
import { modeText, whenText, Name } from "./stop_parts";
import { fill, textOf, sentence } from "./wording";
import { wordsPlan as w } from "../words_plan";

type State = Props["state"];
/** How wide the drawing is thought of, in pixels, on wide and narrow screens. */
const drawnWidths = [640, 330] as const;

const steps: Readonly<Record<string, (box: Box) => Box>> = {
  ArrowLeft: (box) => moved(box, -0.2, 0),
  ArrowRight: (box) => moved(box, 0.2, 0),
  ArrowUp: (box) => moved(box, 0, -0.2),
  ArrowDown: (box) => moved(box, 0, 0.2),
  "+": (box) => zoomed(box, 0.7),
  "=": (box) => zoomed(box, 0.7),
  "-": (box) => zoomed(box, 1 / 0.7),
};

function Controls({
  state,
  data,
  setBox,
}: {
  state: State;
  data: MapData;
  setBox: (change: (box: Box) => Box) => void;
}) {
  const buttons = [
    { label: w.zoomIn, face: "+", change: steps["+"] },
    { label: w.zoomOut, face: "−", change: steps["-"] },
    { label: w.panLeft, face: "←", change: steps.ArrowLeft },
    { label: w.panRight, face: "→", change: steps.ArrowRight },
    { label: w.panUp, face: "↑", change: steps.ArrowUp },
    { label: w.panDown, face: "↓", change: steps.ArrowDown },
  ];
  return (
    <div class="map-controls">
      {buttons.map(({ label, face, change }) => (
        <button
          key={face}
          type="button"
          class="chip square"
          aria-label={label[state.lang]}
          title={label[state.lang]}
          onClick={() => change && setBox(change)}
        >
          <span aria-hidden="true">{face}</span>
        </button>
      ))}
      <button type="button" class="chip" onClick={() => setBox(() => data.wholePath)}>
        {w.showAll[state.lang]}
      </button>
      <button type="button" class="chip" onClick={() => setBox(() => data.wholeLand)}>
        {w.showLand[state.lang]}
      </button>
    </div>
  );
}

function Drawing({ state, data }: { state: State; data: MapData }) {
  const [box, setBox] = useState(data.wholePath);
  const drawnWidth = drawnWidths[useNarrow() ? 1 : 0];
  const press = (event: KeyboardEvent): void => {
    const change = event.key === "0" ? () => data.wholePath : steps[event.key];
    if (!change || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setBox(change);
  };
  return (
    <>
      <Controls state={state} data={data} setBox={setBox} />
      <p class="hint" id="map-help">
        {w.mapHelp[state.lang]}
      </p>
      <div
        class="map-frame"
        tabIndex={0}
        role="group"
        aria-label={w.map[state.lang]}
        aria-describedby="map-help"
        onKeyDown={press}
      >
        <svg
          viewBox={[box.x, box.y, box.width, box.height].map(Math.round).join(" ")}
          role="img"
          aria-label={w.map[state.lang]}
          width={drawnWidth}
          height={drawnWidth / ratio}
        >
          <MapDrawing data={data} box={box} unit={box.width / drawnWidth} lang={state.lang} />
        </svg>
      </div>
      <ul class="legend" aria-label={w.legend[state.lang]}>
        <li>
          <span class="key step" aria-hidden="true">
            1
          </span>{" "}
          {w.pathPlace[state.lang]}
        </li>
        {data.home && (
          <li>
            <svg class="key home" viewBox="-14 -14 28 28" aria-hidden="true">
              <path d="M-13 1L0 -12L13 1H9V12H-9V1Z" />
            </svg>{" "}
            {w.home[state.lang]}
          </li>
        )}
        <li>
          <span class="key other" aria-hidden="true" /> {w.otherPlace[state.lang]}
        </li>
      </ul>
      {data.outlines && (
        <p class="hint">
          {fill(w.outlines[state.lang], {
            source: data.outlines.source,
            vintage: data.outlines.vintage,
            licence: data.outlines.licence,
          })}
        </p>
      )}
    </>
  );
}

function legText(metres: number | null, lang: State["lang"]): string {
  if (metres === null) return "";
  if (metres < 950) return fill(w.straight[lang], { n: Math.round(metres / 50) * 50 });
  return fill(w.straightKm[lang], { n: (metres / 1000).toLocaleString(lang, { maximumFractionDigits: 1 }) });
}

function MapList({ state }: { state: State }) {
  const {
    lang,
    now: { places, routed, words },
  } = state;
  const [plan] = routed.plans;
  const located = stepsOf(plan, places);
  const ways = legs(located, state.scenario.home);
  const onPath = new Set(located.map((one) => one.actor));
  const others = places.actors.filter((one) => !onPath.has(one.id));
  return (
    <section>
      <h3>{w.mapList[lang]}</h3>
      <ol class="map-list">
        {plan?.stops.map((stop, i) => {
          const place = places.actors.find((one) => one.id === stop.actor);
          const more = [
            place?.address ?? (place?.point ? w.noAddress[lang] : w.noPoint[lang]),
            legText(ways[i] ?? null, lang),
          ];
          return (
            <li key={stop.id}>
              <strong>
                <Name state={state} id={stop.actor} />
              </strong>
              {w.colon[lang]}
              {whenText(state, stop)}. {modeText(state, stop)}.
              {more.some(Boolean) && <span class="more">{sentence(more.filter(Boolean).join(", "))}.</span>}
            </li>
          );
        })}
      </ol>
      <details>
        <summary>{fill(w.otherPlaces[lang], { n: others.length })}</summary>
        <ul>
          {others.map((one) => (
            <li key={one.id}>
              <Name state={state} id={one.id} /> · {textOf(words.actor_types, one.type)}
              {one.address && ` · ${one.address}`}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** The path on a map of the territory, and the same as a list. */
export function MapView({ state }: Props) {
  const {
    lang,
    now: { places, routed },
    scenario: { home },
  } = state;
  const data = useMemo(() => mapData(routed, places, home), [routed, places, home]);
  const shown = data && `${data.wholePath.x} ${data.wholePath.y} ${data.wholePath.width}`;
  return (
    <div class="map">
      <h2>{w.map[lang]}</h2>
      {data ? <Drawing key={shown} state={state} data={data} /> : <p>{w.noPoints[lang]}</p>}
      <MapList state={state} />
    </div>
  );
}
