// The main screens as pictures for the README; AIGUILLAGE_PICTURES=1 writes them to examples/page/pictures.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";
import { root, textOf } from "./cases.mjs";
import { names } from "./names.mjs";
import { answer, go, open, openScenario, site, start } from "./play.mjs";
import { person } from "./screens.mjs";

const folder = new URL("examples/page/pictures/", root);
const mostBytes = 150_000;
const date = "2026-11-24";

function keep(name, picture) {
  assert.ok(picture.length > 5000 && picture.length <= mostBytes, `${name}: ${picture.length} bytes`);
  if (process.env.AIGUILLAGE_PICTURES !== "1") return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${name}.png`, folder), picture);
}

test("pictures of the main screens are small", async (t) => {
  const page = await open(await site(t), { viewport: { width: 1160, height: 800 }, reducedMotion: "reduce" });
  const shown = async (name, selector) => {
    await page.mouse.move(0, 0);
    const top = await page.locator(selector).first().evaluate((one) => one.getBoundingClientRect().top + scrollY);
    await page.evaluate((y) => scrollTo(0, y - 20), top);
    keep(name, await page.screenshot());
  };
  const { situation } = parse(textOf("tests/cases/SC01.yaml"));
  await start(page, situation, names.fr, "rennes", date);
  for (let count = 0; count < 4; ++count) await answer(page, situation, names.fr);
  await shown("interview", "body");
  const scenario = { title: "", facts: person, passed: [], date, home: null, territory: "rennes", events: [] };
  await openScenario(page, scenario, names.fr);
  await go(page, "plan", names.fr);
  await shown("plan", '[data-plan="0"]');
  await go(page, "map", names.fr);
  keep("map", await page.locator(".map-frame").screenshot());
  await go(page, "notes", names.fr);
  keep("note", await page.locator('section[data-note]:not([data-note="person"])').first().screenshot());
  page.trouble();
});
