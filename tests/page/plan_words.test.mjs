// What the plan says of the engine's answers: days, events, notes, sources; no browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./source.mjs";

const wording = await load("src/plan/wording.ts");

test("days are said as people say them", () => {
  assert.equal(wording.dayText("2026-11-24", 0, "fr"), "aujourd’hui, mardi 24 novembre");
  assert.equal(wording.dayText("2026-11-24", 7, "fr"), "dans 7\u00a0jours, mardi 1er décembre");
  assert.equal(wording.dayText("2026-11-24", 1, "en"), "tomorrow, Wednesday 25 November");
  assert.equal(wording.dayText("2026-12-30", 3, "fr"), "dans 3\u00a0jours, samedi 2 janvier");
  assert.equal(wording.longDate("2021-03-01", "fr"), "1er mars 2021");
  assert.equal(wording.dayText(null, -1, "fr"), "hier");
  assert.equal(wording.dayText(null, -4, "en"), "4 days ago");
});

test("hours, counts and risks are words", () => {
  assert.equal(wording.timeText("09:00", "fr"), "9\u00a0h");
  assert.equal(wording.timeText("14:30", "fr"), "14\u00a0h\u00a030");
  assert.equal(wording.timeText(null, "fr"), "");
  assert.equal(wording.hoursText("Mo-Fr 09:00-12:30; PH off", "fr"), "lun.-ven. 09:00-12:30; fériés fermé");
  const one = { fr: "{n} jour", en: "{n} day" };
  const many = { fr: "{n} jours", en: "{n} days" };
  assert.deepEqual(
    [0, 1, 2].map((n) => wording.counted(n, one, many, "fr")),
    ["0 jour", "1 jour", "2 jours"],
  );
  assert.deepEqual(
    [0, 1, 2].map((n) => wording.counted(n, one, many, "en")),
    ["0 days", "1 day", "2 days"],
  );
  assert.notEqual(wording.riskText(0.05, "fr"), wording.riskText(0.3, "fr"));
});

const words = {
  needs: [{ id: "first_claim", text: "première demande", dimension: "administrative" }],
  rights: [{ id: "rsa", text: "RSA", operator: "caf" }],
  actor_types: [{ id: "ccas", text: "CCAS, CIAS", family: "" }],
  evidence: [
    { id: "measured", text: "mesuré" },
    { id: "assumed", text: "supposé" },
  ],
  sources: [
    { id: "L01", statement: "Article", status: "V" },
    { id: "R010", statement: "Study", status: "" },
  ],
};

test("a need is its type and its right; a place has its name, or its trade where places are not real", () => {
  assert.equal(wording.needText(words, "first_claim:rsa", "fr"), "Première demande\u00a0: RSA");
  assert.equal(wording.dimensionOf(words, "first_claim:rsa"), "administrative");
  const places = (hash) => ({ territory: { hash }, actors: [{ id: "a", type: "ccas", name: "antenne Nord" }] });
  assert.equal(wording.placeName(places("0123"), words, "a", "fr"), "Antenne Nord");
  assert.equal(wording.placeName(places("neutral"), words, "a", "fr"), "CCAS, CIAS");
  assert.equal(wording.placeName(places("0123"), words, "here", "en"), "The place where the person is");
});

const sureness = await load("src/plan/sureness.ts");

test("each reason says how sure it is, and how far its sources were checked", () => {
  const routed = { qualification: { needs: [{ because: [{ rule: "r1", evidence: "measured" }] }] } };
  const because = [
    { rule: "r1", source: "R010 L01", text: "un" },
    { rule: "r2", source: "assumed", text: "deux" },
    { rule: "r3", source: "L01", text: "trois" },
    { rule: "r4", source: "L01", text: "trois" },
  ];
  const reasons = sureness.reasonsOf(because, routed, words, "fr");
  assert.deepEqual(
    reasons.map((one) => [one.text, one.sure, one.sources.map((source) => source.checked)]),
    [
      ["un", "mesuré", ["étude de terrain", "texte public lu"]],
      ["deux", "supposé", []],
      ["trois", "", ["texte public lu"]],
    ],
  );
  const checked = ["V", "V / S", "S — verify", "G", "NOT VERIFIED", ""].map((one) => sureness.checkedText(one, "en"));
  assert.equal(new Set(checked).size, checked.length);
});

const events = await load("src/plan/events.ts");
const stop = (id, decides, serves, day = 0) => ({
  id,
  actor: `at_${id}`,
  decides,
  day,
  serves: serves.map((one) => ({ id: one })),
});
const plan = { stops: [stop("s1", false, ["a", "b"], 2), stop("s2", true, ["b"], 3)] };
const routed = { followed: { days_since_start: 10 } };

test("an event tells the engine the day, the place and, where it matters, the needs", () => {
  const [first] = plan.stops;
  assert.deepEqual(events.eventOf(routed, first, "done", {}), {
    day: 12,
    actor: "at_s1",
    what: "done",
    needs: ["a", "b"],
  });
  assert.deepEqual(events.eventOf(routed, first, "closed", {}), { day: 10, actor: "at_s1", what: "closed" });
  assert.deepEqual(events.eventOf({}, first, "refused", { reason: "capacity_full", until: "" }), {
    day: 2,
    actor: "at_s1",
    what: "refused",
    reason: "capacity_full",
  });
  assert.deepEqual(events.eventOf({}, first, "renounced", { stage: "fill" }), {
    day: 2,
    actor: "at_s1",
    what: "renounced",
    needs: ["a", "b"],
    stage: "fill",
  });
});

test("what is still to be decided is not taken for done without asking", () => {
  assert.deepEqual(events.awaitingDecision(plan, plan.stops[0]), ["b"]);
  assert.deepEqual(events.awaitingDecision(plan, plan.stops[1]), []);
  const [done, kept, ...more] = events.eventsOf(routed, plan, plan.stops[0], "done", { needs: ["a"] });
  assert.deepEqual(done, { day: 12, actor: "at_s1", what: "done", needs: ["a"] });
  assert.deepEqual(kept, { day: 12, actor: "at_s1", what: "booked", needs: ["b"], for: 13 });
  assert.deepEqual(more, []);
  assert.equal(events.eventsOf(routed, plan, plan.stops[0], "done", { needs: ["a", "b"] }).length, 1);
  assert.equal(events.eventsOf(routed, plan, plan.stops[0], "done", { needs: [] })[0].what, "booked");
  assert.ok(events.asksMore("done", ["b"]) && !events.asksMore("done", []) && events.asksMore("refused", []));
});

test("only what really changed is told", async () => {
  const { reallyAltered } = await load("src/plan/changes.tsx");
  const altered = (before, after, mode = "escort") => ({
    day: { before, after },
    mode: { before: "escort", after: mode },
  });
  assert.ok(!reallyAltered(altered(-1, 0)));
  assert.ok(reallyAltered(altered(0, 4)));
  assert.ok(reallyAltered(altered(-1, 0, "warm_call")));
});

const notes = await load("src/plan/note_data.ts");

test("each place has one sheet, and the first check is found", () => {
  const at = (id, actor, check, decides = false, from = null) => ({
    id,
    actor,
    decides,
    handoff: { check_on_day: check, from_stop: from },
  });
  const stops = [at("s1", "a", 9), at("s2", "b", 7), at("s3", "a", 8, true, "s1"), at("s4", "c", null)];
  assert.deepEqual(
    notes.sheetsOf({ stops }).map((one) => [one.actor, one.stops.map((each) => each.id)]),
    [
      ["a", ["s1", "s3"]],
      ["b", ["s2"]],
      ["c", ["s4"]],
    ],
  );
  assert.equal(notes.nextCheck({ stops }).id, "s2");
  assert.equal(notes.nextCheck({ stops: [at("s1", "a", null)] }), null);
  assert.deepEqual(stops.map(notes.isHandedOver), [true, true, false, true]);
  const note = (count) => ({ handoff: { note: { needs: Array(count), told: Array(4), papers: [] } }, serves: [] });
  assert.ok(!notes.isLong({ stops: [note(2)] }) && notes.isLong({ stops: [note(2), note(3)] }));
  assert.deepEqual(notes.keptOnly(["x", "y"], ["y"]), ["x"]);
});

test("a place is found without accents, by its name or its trade", async () => {
  const { findPlaces } = await load("src/plan/find_place.ts");
  const items = [
    { id: "1", name: "Bibliothèque Villejean", trade: "médiathèque" },
    { id: "2", name: "Villejean, antenne", trade: "CCAS" },
  ];
  assert.deepEqual(
    findPlaces(items, "villejean").map((one) => one.id),
    ["2", "1"],
  );
  assert.deepEqual(
    findPlaces(items, "MEDIA ville").map((one) => one.id),
    ["1"],
  );
  assert.deepEqual(findPlaces(items, "nulle part"), []);
});

test("what differs between plans is told in full, and what weighs most comes first", async () => {
  const cost = await load("src/plan/cost.ts");
  const of = (days, travel_minutes, handoffs, loss_risk, partial_services) => ({
    stops: [{}, { decides: true }],
    cost: { days, travel_minutes, handoffs, loss_risk, partial_services },
  });
  assert.deepEqual(cost.differenceTexts(of(1, 28, 2, 0.15, 0), of(6, 20, 2, 0.2, 2), "en"), [
    "5 days more",
    "8 min less travel",
    "More risk of getting lost on the way",
    "2 needs served at a first level only",
  ]);
  assert.equal(cost.differenceTexts(of(1, 1, 1, 0, 0), of(1, 1, 1, 0, 0), "fr").length, 1);
  assert.deepEqual(cost.costTexts(of(1, 28, 2, 0.15, 0), "en").slice(0, 3), [
    "1 stop",
    "1 decision by an agency",
    "1 day until the last stop",
  ]);
  assert.deepEqual(cost.weightiest({ waiting: 0.3, travel: 0, loss: 0.1, actors: 0, partial: 0.6, load: 0 }, "en"), [
    "help at a first level only",
    "waiting",
  ]);
});
