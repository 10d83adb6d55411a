/** Where things stand in the lanes and in the graph; numbers only, no drawing. */

export const laneOrder = ["digital", "administrative", "social"] as const;
export type Lane = (typeof laneOrder)[number];

export interface LanePlan {
  stops: readonly { id: string; after: readonly string[] }[];
  lanes: Readonly<Record<Lane, readonly string[]>>;
}

export interface LaneRow {
  stop: string;
  number: number;
  /** Lanes that the stop serves. */
  lanes: Lane[];
  /** Columns from 1 that its card reaches over; all of them without a lane: it makes the others possible. */
  from: number;
  to: number;
}

export function laneRows(plan: LanePlan): LaneRow[] {
  return plan.stops.map((stop, index) => {
    const lanes = laneOrder.filter((lane) => plan.lanes[lane].includes(stop.id));
    const columns = lanes.map((lane) => laneOrder.indexOf(lane) + 1);
    const [from, to] = columns.length > 0 ? [Math.min(...columns), Math.max(...columns)] : [1, laneOrder.length];
    return { stop: stop.id, number: index + 1, lanes, from, to };
  });
}

export interface GraphStop {
  id: string;
  after: readonly string[];
  /** The stop that hands the person over; null: the place where the person is. */
  from: string | null;
}
export interface GraphNode {
  id: string;
  x: number;
  y: number;
}
export interface GraphEdge {
  from: string;
  to: string;
  /** Who hands over, or only who comes before whom. */
  kind: "handoff" | "order";
}
export interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
  width: number;
  height: number;
}
export interface Sizes {
  nodeWidth: number;
  nodeHeight: number;
  gapX: number;
  gapY: number;
  /** Nodes beside each other at most. */
  perRow: number;
}

export const startNode = "start";

/** The longest way from the start to each stop, in steps. */
export function depths(stops: readonly GraphStop[]): Map<string, number> {
  const found = new Map<string, number>([[startNode, 0]]);
  for (const stop of stops) {
    const before = [...stop.after, stop.from ?? startNode];
    found.set(stop.id, 1 + Math.max(...before.map((one) => found.get(one) ?? 0)));
  }
  return found;
}

export function edgesOf(stops: readonly GraphStop[]): GraphEdge[] {
  return stops.flatMap((stop) => {
    const handing = stop.from ?? startNode;
    const order = stop.after.filter((one) => one !== handing);
    return [
      { from: handing, to: stop.id, kind: "handoff" as const },
      ...order.map((one) => ({ from: one, to: stop.id, kind: "order" as const })),
    ];
  });
}

/** Rows of at most `perRow` nodes, from the start downwards; a stop stands below all that come before it. */
export function rowsOf(stops: readonly GraphStop[], perRow: number): string[][] {
  const depth = depths(stops);
  const rows: string[][] = [[startNode]];
  const deepest = Math.max(0, ...depth.values());
  for (let level = 1; level <= deepest; ++level) {
    const here = stops.filter((one) => depth.get(one.id) === level).map((one) => one.id);
    for (let i = 0; i < here.length; i += perRow) rows.push(here.slice(i, i + perRow));
  }
  return rows;
}

export function layoutGraph(stops: readonly GraphStop[], sizes: Sizes): Graph {
  const rows = rowsOf(stops, sizes.perRow);
  const widest = Math.max(...rows.map((row) => row.length));
  const rowWidth = (count: number): number => count * sizes.nodeWidth + (count - 1) * sizes.gapX;
  const width = rowWidth(widest);
  const nodes = rows.flatMap((row, y) =>
    row.map((id, x) => ({
      id,
      x: (width - rowWidth(row.length)) / 2 + x * (sizes.nodeWidth + sizes.gapX),
      y: y * (sizes.nodeHeight + sizes.gapY),
    })),
  );
  const height = rows.length * sizes.nodeHeight + (rows.length - 1) * sizes.gapY;
  return { nodes, edges: edgesOf(stops), width, height };
}

/** How far above a node its arrow comes down straight, beside the words of the hand-off. */
export const landing = 56;

/** The way of an arrow from below one node to above another; past other rows it swings out to the side. */
export function arrowPath(from: GraphNode, to: GraphNode, sizes: Sizes, shift: number): string {
  const x1 = from.x + sizes.nodeWidth / 2 + shift;
  const x2 = to.x + sizes.nodeWidth / 2 + shift;
  const y1 = from.y + sizes.nodeHeight;
  const y2 = to.y - landing;
  const half = (sizes.gapY - landing) / 2;
  const rows = Math.round((to.y - from.y) / (sizes.nodeHeight + sizes.gapY));
  if (rows <= 1) return `M${x1} ${y1}C${x1} ${y1 + half} ${x2} ${y2 - half} ${x2} ${y2}V${to.y}`;
  const side = Math.min(from.x, to.x) - 18 - Math.abs(shift);
  return (
    `M${x1} ${y1}C${x1} ${y1 + half} ${side} ${y1} ${side} ${y1 + 2 * half}V${y2 - half}` +
    `C${side} ${y2 + half} ${x2} ${y2 - half} ${x2} ${y2 + half}V${to.y}`
  );
}

/** Words in lines of at most `most` letters; what does not fit into `lines` ends with an ellipsis. */
export function wrapped(text: string, most: number, lines: number): string[] {
  const made: string[] = [];
  for (const word of text.split(" ")) {
    const last = made[made.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= most) made[made.length - 1] = `${last} ${word}`;
    else made.push(word);
  }
  if (made.length <= lines) return made;
  const kept = made.slice(0, lines);
  return [...kept.slice(0, -1), `${kept[lines - 1]?.slice(0, most - 1) ?? ""}…`];
}
