// What actions make of the state, with an engine that answers nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./source.mjs";

const { emptyScenario, firstState, makeReducer } = await load("src/reducer.ts");

/** Each look gives what it was asked, so that the state can be told from another. */
const tools = {
  territories: () => [{ id: "rennes", title: "Rennes" }],
  look: (scenario) => ({ routed: { of: scenario } }),
};
const reduce = makeReducer(tools);
const after = (...actions) => actions.reduce(reduce, firstState(tools, undefined));
const answer = { type: "answer", facts: { age: 19 }, passed: ["followed_by"] };
const event = { type: "event", events: [{ what: "done" }, { what: "booked" }] };

test("going back takes back answers, never what happened", () => {
  const state = after(answer, event, { type: "back" });
  assert.deepEqual(state.scenario.facts, {});
  assert.deepEqual(state.scenario.passed, []);
  assert.equal(state.scenario.events.length, 2);
  assert.deepEqual(state.steps, [2]);
  assert.deepEqual(reduce(state, { type: "undo event" }).scenario.events, []);
});

test("what was undone does not come back", () => {
  const state = after(answer, event, { type: "undo event" }, { type: "back" });
  assert.deepEqual(state.scenario.events, []);
  assert.deepEqual(state.steps, []);
});

test("an answer takes a question off those that were passed", () => {
  const state = after(answer, { type: "answer", facts: { followed_by: [] }, passed: [] });
  assert.deepEqual(state.scenario.passed, []);
  assert.deepEqual(state.scenario.facts, { age: 19, followed_by: [] });
});

test("another territory keeps the answers, and nothing that is about places", () => {
  const { facts, date, home } = emptyScenario(null);
  const begin = { type: "begin", scenario: { facts: { ...facts, age: 19 }, date, home, territory: null } };
  const state = after(event, { type: "why-not", actor: "ccas_villejean" }, begin);
  assert.deepEqual([state.scenario.events, state.steps, state.whyNot], [[], [], []]);
  assert.deepEqual(state.scenario.facts, { age: 19 });
});

test("starting again forgets everything, the bench too", () => {
  const tried = [{ text: "situation: {}" }];
  const state = after(answer, event, { type: "bench", bench: { tried } }, { type: "reset" });
  assert.deepEqual([state.scenario.facts, state.scenario.events, state.past, state.bench.tried], [{}, [], [], []]);
});

test("what the engine refuses changes nothing, and is said", () => {
  const refusing = makeReducer({ ...tools, look: () => assert.fail("unknown fact") });
  const state = after(answer);
  const next = refusing(state, { type: "answer", facts: { nothing: 1 }, passed: [] });
  assert.deepEqual(next.scenario, state.scenario);
  assert.match(next.alert.fr, /unknown fact/);
});
