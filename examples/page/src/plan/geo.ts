/** Points of the earth on a flat drawing, and what part of it is shown. */

export interface Point {
  latitude: number;
  longitude: number;
}
export interface Spot {
  x: number;
  y: number;
}
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const metresPerDegree = 111_320;

/** Metres east and south of a centre; good for a territory, not for a country. */
export function projector(centre: Point): (point: Point) => Spot {
  const narrowing = Math.cos((centre.latitude * Math.PI) / 180);
  return ({ latitude, longitude }) => ({
    x: (longitude - centre.longitude) * metresPerDegree * narrowing,
    y: (centre.latitude - latitude) * metresPerDegree,
  });
}

export function middleOf(points: readonly Point[]): Point {
  const mean = (all: readonly number[]): number => (Math.min(...all) + Math.max(...all)) / 2;
  if (points.length === 0) return { latitude: 0, longitude: 0 };
  return { latitude: mean(points.map((p) => p.latitude)), longitude: mean(points.map((p) => p.longitude)) };
}

/** The box of a given shape around spots, with a margin, and never smaller than `least` metres. */
export function boxAround(spots: readonly Spot[], ratio: number, margin = 0.12, least = 1500): Box {
  const xs = spots.map((s) => s.x);
  const ys = spots.map((s) => s.y);
  const [left, right] = spots.length > 0 ? [Math.min(...xs), Math.max(...xs)] : [0, 0];
  const [top, bottom] = spots.length > 0 ? [Math.min(...ys), Math.max(...ys)] : [0, 0];
  const height = Math.max((bottom - top) * (1 + 2 * margin), ((right - left) * (1 + 2 * margin)) / ratio, least);
  const width = height * ratio;
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
}

export function zoomed(box: Box, factor: number): Box {
  const width = box.width * factor;
  const height = box.height * factor;
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
}

/** Moved by a part of what is shown. */
export const moved = (box: Box, right: number, down: number): Box => ({
  ...box,
  x: box.x + right * box.width,
  y: box.y + down * box.height,
});

/** A round number of metres of about a quarter of what is shown. */
export function scaleLength(box: Box): number {
  const target = box.width / 4;
  const unit = 10 ** Math.floor(Math.log10(target));
  return [5, 2, 1].map((n) => n * unit).find((n) => n <= target) ?? unit;
}

export interface Mark<Item> {
  spot: Spot;
  items: Item[];
}

/** Items that would cover each other share a mark. */
export function gathered<Item extends { spot: Spot }>(items: readonly Item[], within: number): Mark<Item>[] {
  const marks: Mark<Item>[] = [];
  for (const item of items) {
    const near = marks.find((one) => Math.hypot(one.spot.x - item.spot.x, one.spot.y - item.spot.y) < within);
    if (near) near.items.push(item);
    else marks.push({ spot: item.spot, items: [item] });
  }
  return marks;
}

/** Metres between two points, as the crow flies. */
export function metresBetween(a: Point, b: Point): number {
  const { x, y } = projector(a)(b);
  return Math.hypot(x, y);
}

/** A ring of an outline: the first point, then steps, all in ten-thousandths of a degree (longitude, latitude). */
export function ringPoints(steps: readonly number[]): Point[] {
  const points: Point[] = [];
  let [east, north] = [0, 0];
  for (let i = 0; i + 1 < steps.length; i += 2) {
    east += steps[i] ?? 0;
    north += steps[i + 1] ?? 0;
    points.push({ longitude: east / 10_000, latitude: north / 10_000 });
  }
  return points;
}
