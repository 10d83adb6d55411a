import type { Places, Plan, Routed } from "./answers";
import { outlinesOf, type Outlines } from "./outlines";
import { boxAround, metresBetween, middleOf, projector, ringPoints, type Box, type Point, type Spot } from "./geo";

export interface Place {
  actor: string;
  spot: Spot;
}
export interface Step extends Place {
  number: number;
  decides: boolean;
}
export interface MapData {
  outlines: Outlines | null;
  communes: { name: string; paths: string[]; label: Spot }[];
  others: Place[];
  steps: Step[];
  home: Spot | null;
  wholePath: Box;
  wholeLand: Box;
}

/** Wide for its height, as most screens are. */
export const ratio = 4 / 3;
/** In metres: a short path is shown with its surroundings. */
const leastHeight = 4500;

export function stepsOf(
  plan: Plan | undefined,
  places: Places,
): { actor: string; number: number; decides: boolean; point: Point | null }[] {
  return (plan?.stops ?? []).map((stop, i) => ({
    actor: stop.actor,
    number: i + 1,
    decides: stop.decides,
    point: places.actors.find((one) => one.id === stop.actor)?.point ?? null,
  }));
}

const path = (spots: readonly Spot[]): string =>
  `M${spots.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`).join("L")}Z`;

function communesOf(outlines: Outlines | null, project: (point: Point) => Spot): MapData["communes"] {
  return (outlines?.communes ?? []).map(({ name, rings }) => {
    const drawn = rings.map((ring) => ringPoints(ring).map(project));
    const { x, y, width, height } = boxAround(drawn.flat(), 1, 0, 0);
    return { name, paths: drawn.map(path), label: { x: x + width / 2, y: y + height / 2 } };
  });
}

/** What the map shows, in metres around the middle of the territory; null when no place has a point. */
export function mapData(routed: Routed, places: Places, home: unknown): MapData | null {
  const located = places.actors.flatMap((one) => (one.point ? [{ actor: one.id, point: one.point }] : []));
  if (located.length === 0) return null;
  const project = projector(places.centre ?? middleOf(located.map((one) => one.point)));
  const all = located.map(({ actor, point }) => ({ actor, spot: project(point) }));
  const steps = stepsOf(routed.plans[0], places).flatMap(({ point, ...one }) =>
    point ? [{ ...one, spot: project(point) }] : [],
  );
  const at = isPoint(home) ? project(home) : null;
  const onPath = new Set(steps.map((one) => one.actor));
  const outlines = outlinesOf(places.territory.id);
  const shown = [...steps.map((one) => one.spot), ...(at ? [at] : [])];
  return {
    outlines,
    communes: communesOf(outlines, project),
    others: all.filter((one) => !onPath.has(one.actor)),
    steps,
    home: at,
    wholePath: boxAround(shown.length > 0 ? shown : all.map((one) => one.spot), ratio, 0.2, leastHeight),
    wholeLand: boxAround(
      all.map((one) => one.spot),
      ratio,
    ),
  };
}

export function isPoint(value: unknown): value is Point {
  return typeof value === "object" && value !== null && "latitude" in value && "longitude" in value;
}

/** Metres from each stop to the place before it, the home first; null where a place is not located. */
export function legs(steps: readonly { point: Point | null }[], home: unknown): (number | null)[] {
  return steps.map(({ point }, i) => {
    const before = i === 0 ? (isPoint(home) ? home : null) : (steps[i - 1]?.point ?? null);
    return point && before ? metresBetween(before, point) : null;
  });
}
