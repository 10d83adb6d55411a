// Where the plan, the graph and the map put things; numbers only, no browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./source.mjs";

const layout = await load("src/plan/layout.ts");
const stop = (id, after = [], from = null) => ({ id, after, from });

test("a stop reaches from the first to the last lane that it serves", () => {
  const plan = {
    stops: [stop("s1"), stop("s2"), stop("s3"), stop("s4")],
    lanes: { digital: ["s2", "s3"], administrative: ["s1", "s2"], social: ["s1", "s3"] },
  };
  const rows = layout.laneRows(plan).map(({ number, lanes, from, to }) => [number, lanes.join("+"), from, to]);
  assert.deepEqual(rows, [
    [1, "administrative+social", 2, 3],
    [2, "digital+administrative", 1, 2],
    [3, "digital+social", 1, 3],
    [4, "", 1, 3],
  ]);
});

test("a stop stands below all that come before it, and rows hold so many", () => {
  const stops = [stop("s1"), stop("s2"), stop("s3", ["s1"]), stop("s4", ["s2", "s3"], "s2")];
  assert.deepEqual(
    [...layout.depths(stops)],
    [
      ["start", 0],
      ["s1", 1],
      ["s2", 1],
      ["s3", 2],
      ["s4", 3],
    ],
  );
  assert.deepEqual(layout.rowsOf(stops, 3), [["start"], ["s1", "s2"], ["s3"], ["s4"]]);
  assert.deepEqual(layout.rowsOf(stops, 1), [["start"], ["s1"], ["s2"], ["s3"], ["s4"]]);
});

test("an arrow is a hand-off, or only an order; never both", () => {
  const edges = layout.edgesOf([stop("s1"), stop("s2", ["s1"], "s1"), stop("s3", ["s1", "s2"], "s2")]);
  assert.deepEqual(
    edges.map((one) => `${one.from} ${one.kind} ${one.to}`),
    ["start handoff s1", "s1 handoff s2", "s2 handoff s3", "s1 order s3"],
  );
});

test("nodes do not overlap and stay within the drawing", () => {
  const sizes = { nodeWidth: 280, nodeHeight: 88, gapX: 60, gapY: 92, perRow: 3 };
  const stops = [stop("s1"), stop("s2"), stop("s3"), stop("s4"), stop("s5", ["s4"], "s4")];
  const { nodes, width, height } = layout.layoutGraph(stops, sizes);
  assert.equal(nodes.length, stops.length + 1);
  for (const one of nodes) {
    assert.ok(
      one.x >= 0 && one.x + sizes.nodeWidth <= width && one.y >= 0 && one.y + sizes.nodeHeight <= height,
      one.id,
    );
    for (const other of nodes)
      assert.ok(
        one === other || Math.abs(one.x - other.x) >= sizes.nodeWidth || Math.abs(one.y - other.y) >= sizes.nodeHeight,
      );
  }
});

test("an arrow past other rows leaves the middle free", () => {
  const sizes = { nodeWidth: 100, nodeHeight: 50, gapX: 20, gapY: 90, perRow: 1 };
  const at = (y) => ({ id: "", x: 0, y });
  assert.match(layout.arrowPath(at(0), at(140), sizes, 0), /^M50 50C.* 50 84V140$/);
  assert.match(layout.arrowPath(at(0), at(280), sizes, 0), / -18 \d+V\d+C-18 .*V280$/);
});

test("words are cut into lines between words, and end with an ellipsis when too long", () => {
  assert.deepEqual(layout.wrapped("Antenne CCAS, ESC Villejean", 14, 3), ["Antenne CCAS,", "ESC Villejean"]);
  assert.deepEqual(layout.wrapped("un deux trois quatre", 7, 2), ["un deux", "trois…"]);
  assert.deepEqual(layout.wrapped("anticonstitutionnellement", 5, 1), ["anticonstitutionnellement"]);
});

const geo = await load("src/plan/geo.ts");
const rennes = { latitude: 48.11156, longitude: -1.68188 };

test("metres on the map are metres on the ground", () => {
  const north = { ...rennes, latitude: rennes.latitude + 0.01 };
  const east = { ...rennes, longitude: rennes.longitude + 0.01 };
  assert.ok(Math.abs(geo.metresBetween(rennes, north) - 1113) < 2);
  assert.ok(Math.abs(geo.metresBetween(rennes, east) - 743) < 2);
  const { x, y } = geo.projector(rennes)(north);
  assert.ok(Math.abs(x) < 1e-6 && y < 0, "north is up");
});

test("a box has the shape asked for and holds all spots", () => {
  const spots = [
    { x: -100, y: 40 },
    { x: 5000, y: -900 },
  ];
  const box = geo.boxAround(spots, 4 / 3);
  assert.ok(Math.abs(box.width / box.height - 4 / 3) < 1e-9);
  for (const { x, y } of spots) assert.ok(x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height);
  assert.equal(geo.boxAround([{ x: 7, y: 7 }], 1).width, 1500);
});

test("zooming keeps the middle; moving keeps the size", () => {
  const box = { x: 0, y: 0, width: 400, height: 300 };
  assert.deepEqual(geo.zoomed(box, 0.5), { x: 100, y: 75, width: 200, height: 150 });
  assert.deepEqual(geo.moved(box, 0.5, -1), { x: 200, y: -300, width: 400, height: 300 });
});

test("the scale is a round length that fits", () => {
  assert.equal(geo.scaleLength({ width: 8000 }), 2000);
  assert.equal(geo.scaleLength({ width: 23000 }), 5000);
  assert.equal(geo.scaleLength({ width: 500 }), 100);
});

test("marks that would cover each other are one", () => {
  const at = (x, number) => ({ spot: { x, y: 0 }, number });
  const marks = geo.gathered([at(0, 1), at(500, 2), at(10, 3)], 50);
  assert.deepEqual(
    marks.map((one) => one.items.map((item) => item.number)),
    [[1, 3], [2]],
  );
});

test("the outlines are small, closed around their town hall, and say where they come from", async () => {
  const { outlinesOf } = await load("src/plan/outlines.ts");
  const outlines = outlinesOf("rennes");
  assert.ok(outlines.source && outlines.licence && outlines.vintage);
  for (const { name, rings } of outlines.communes)
    for (const ring of rings) assert.ok(ring.length / 2 >= 10 && ring.length / 2 <= 60, name);
  const ring = outlines.communes.find((one) => one.name === "Rennes").rings.map(geo.ringPoints)[0];
  assert.ok(holds(ring, rennes));
  assert.ok(!holds(ring, { latitude: 48.2, longitude: -1.68 }));
  assert.equal(outlinesOf("neutral"), null);
});

/** Whether a ring goes around a point: a line to the east crosses it an odd number of times. */
function holds(ring, point) {
  return (
    ring.filter((a, i) => {
      const b = ring[(i + 1) % ring.length];
      if (a.latitude > point.latitude === b.latitude > point.latitude) return false;
      const part = (point.latitude - a.latitude) / (b.latitude - a.latitude);
      return point.longitude < a.longitude + part * (b.longitude - a.longitude);
    }).length %
      2 ===
    1
  );
}
