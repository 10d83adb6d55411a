// A scenario goes from one page to another as a file or as a link; a case of the bench opens in the interview.
import assert from "node:assert/strict";
import { test } from "node:test";
import { names } from "./names.mjs";
import { commandLine, linkOf, needsShown, open, openScenario, savedScenario, site } from "./play.mjs";
import { person } from "./screens.mjs";

const scenario = {
  title: "Essai « à partager »",
  facts: person,
  passed: ["followed_by"],
  date: "2026-11-24",
  home: null,
  territory: "rennes",
  events: [],
};
const certain = (routed) => routed.qualification.needs.filter((one) => one.status === "certain").map((one) => one.id).sort();

test("a saved scenario opens as it was", async (t) => {
  const page = await open(await site(t));
  await openScenario(page, scenario, names.fr);
  assert.deepEqual(await savedScenario(page, names.fr), scenario);
  assert.deepEqual((await needsShown(page, "certain")).sort(), certain(commandLine(person)));
  page.trouble();
});

test("a link holds the facts in its fragment alone, and opens as it was", async (t) => {
  const on = await site(t);
  const page = await open(on);
  await openScenario(page, scenario, names.fr);
  const link = new URL(await linkOf(page, names.fr));
  assert.deepEqual([link.origin, link.pathname, link.search], [on.server.origin, "/", ""]);
  assert.ok(link.hash.length > 20);
  const other = await open(on, { fragment: link.hash });
  assert.deepEqual(await savedScenario(other, names.fr), scenario);
  assert.ok(on.server.sent.every((one) => !one.path.includes("#")));
  page.trouble();
  other.trouble();
});

test("a link or a file that is not one is refused in words, and loses nothing", async (t) => {
  const on = await site(t);
  const page = await open(on, { fragment: "#s=nothing" });
  assert.ok((await page.getByRole("alert").innerText()).length > 10);
  await openScenario(page, scenario, names.fr);
  await openScenario(page, "case: [", names.fr);
  assert.ok((await page.getByRole("alert").innerText()).length > 10);
  assert.deepEqual(await savedScenario(page, names.fr), scenario);
  page.trouble();
});
