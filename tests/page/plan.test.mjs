// The plan beside the command line: as it is, once someone refused, and as it is printed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { names } from "./names.mjs";
import { commandLine, go, open, openScenario, ready, refuseFirst, savedScenario, site, stopsOf, stopsShown } from "./play.mjs";
import { person } from "./screens.mjs";

const date = "2026-11-24";
const scenario = { title: "essai", facts: person, passed: [], date, home: null, territory: "rennes", events: [] };
const options = ["--territory", "examples/territories/rennes", "--date", date];

test("a refusal plans the rest anew, as the command line does; it can be taken back", async (t) => {
  const page = await open(await site(t));
  await openScenario(page, scenario, names.fr);
  await go(page, "plan", names.fr);
  const before = commandLine(person, options);
  assert.deepEqual(await stopsShown(page), stopsOf(before));

  await refuseFirst(page, names.fr);
  const { events } = await savedScenario(page, names.fr);
  const [{ actor }] = before.plans[0].stops;
  assert.ok(events.length > 0 && events.every((one) => one.actor === undefined || one.actor === actor));
  const after = commandLine(person, options, events);
  assert.notDeepEqual(stopsOf(after), stopsOf(before));
  assert.deepEqual(await stopsShown(page), stopsOf(after));
  assert.ok((await page.locator("[data-changed]").innerText()).length > 20);

  await page.getByRole("button", { name: names.fr.undo }).click();
  await ready(page);
  assert.deepEqual(await stopsShown(page), stopsOf(before));
  page.trouble();
});

const seen = (all) => all.filter((one) => one.checkVisibility() && one.textContent.trim() !== "").map((one) => one.tagName);
/** What is neither in a note nor around notes. */
const stray = (all) =>
  all
    .filter((one) => one.checkVisibility() && !one.closest("[data-note]") && !one.querySelector("[data-note]"))
    .map((one) => one.textContent);

test("what is printed is the notes: one page for each actor, and one for the person", async (t) => {
  const page = await open(await site(t));
  await openScenario(page, scenario, names.fr);
  await go(page, "notes", names.fr);
  const { stops } = commandLine(person, options).plans[0];
  const notes = page.locator("section[data-note]");
  const whose = await notes.evaluateAll((all) => all.map((one) => one.dataset.note));
  assert.deepEqual(whose.filter((one) => one !== "person").sort(), [...new Set(stops.map((one) => one.actor))].sort());
  assert.ok(whose.includes("person"));

  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await page.locator("nav, button, select, input, header").evaluateAll(seen), []);
  assert.deepEqual(await page.locator("main *").evaluateAll(stray), []);
  const pdf = await page.pdf({ format: "A4" });
  assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length, whose.length);
  page.trouble();
});
