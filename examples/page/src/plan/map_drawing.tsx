import { gathered, scaleLength, type Box, type Spot } from "./geo";
import type { MapData } from "./map_data";
import type { Language } from "./answers";
import { fill } from "./wording";
import { wordsPlan as w } from "../words_plan";

const moveTo = ({ x, y }: Spot): string => `translate(${Math.round(x)} ${Math.round(y)})`;

function Steps({ data, unit }: { data: MapData; unit: number }) {
  const marks = gathered(data.steps, 22 * unit);
  const line = [...(data.home ? [data.home] : []), ...data.steps.map((one) => one.spot)];
  return (
    <>
      <polyline class="map-path" points={line.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`).join(" ")} />
      {marks.map(({ spot, items }) => {
        const numbers = items.map((one) => one.number).join("·");
        const wide = Math.max(15, 6 * numbers.length + 9);
        return (
          <g
            key={numbers}
            transform={`${moveTo(spot)} scale(${unit})`}
            class={items.every((one) => one.decides) ? "map-step decides" : "map-step"}
          >
            <rect x={-wide} y={-15} width={2 * wide} height={30} rx={15} />
            <text y={6}>{numbers}</text>
          </g>
        );
      })}
    </>
  );
}

function Scale({ box, unit, lang }: { box: Box; unit: number; lang: Language }) {
  const length = scaleLength(box);
  const words = length >= 1000 ? fill(w.kilometres[lang], { n: length / 1000 }) : fill(w.metres[lang], { n: length });
  return (
    <g transform={`translate(${box.x + 14 * unit} ${box.y + box.height - 14 * unit})`} class="map-scale">
      <path d={`M0 ${-6 * unit}V0H${length}V${-6 * unit}`} />
      <text x={length / 2} y={-8 * unit} font-size={13 * unit}>
        {words}
      </text>
    </g>
  );
}

/** The map itself; `unit` is the size of a screen pixel in metres, so that marks keep their size. */
export function MapDrawing({ data, box, unit, lang }: { data: MapData; box: Box; unit: number; lang: Language }) {
  return (
    <>
      {data.communes.map(({ name, paths }) => paths.map((d) => <path key={name} class="map-commune" d={d} />))}
      {data.communes.map(({ name, label }) => (
        <text key={name} class="map-name" transform={`${moveTo(label)} scale(${unit})`}>
          {name}
        </text>
      ))}
      {data.others.map(({ actor, spot }) => (
        <circle key={actor} class="map-other" cx={Math.round(spot.x)} cy={Math.round(spot.y)} r={4 * unit} />
      ))}
      {data.home && (
        <g transform={`${moveTo(data.home)} scale(${unit})`} class="map-home">
          <path d="M-13 1L0 -12L13 1H9V12H-9V1Z" />
        </g>
      )}
      <Steps data={data} unit={unit} />
      <Scale box={box} unit={unit} lang={lang} />
    </>
  );
}
