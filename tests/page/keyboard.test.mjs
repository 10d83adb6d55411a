// From the first screen to the plan without a mouse.
import assert from "node:assert/strict";
import { test } from "node:test";
import { names } from "./names.mjs";
import { open, ready, site } from "./play.mjs";

/** What has the focus, as far as the test looks at it. */
const focused = () => {
  const at = document.activeElement;
  const style = getComputedStyle(at);
  return {
    tag: at.tagName,
    type: at.getAttribute("type"),
    fact: at.closest("[data-fact]")?.dataset.fact ?? null,
    name: (at.getAttribute("aria-label") ?? at.textContent).trim(),
    // In a date the browser marks the part that has the focus.
    seen: style.outlineStyle !== "none" || style.boxShadow !== "none" || at.type === "date",
    inMain: at.closest("main") !== null,
  };
};

/** Tab, until something that is looked for has the focus; all on the way must show that they have it. */
async function tabTo(page, what, isIt) {
  for (let count = 0; count < 250; ++count) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(focused);
    assert.ok(at.tag === "BODY" || at.seen, `the focus cannot be seen on ${JSON.stringify(at)}`);
    if (isIt(at)) return at;
  }
  return assert.fail(`${what}: not reached by Tab`);
}
const toButton = (page, name) => tabTo(page, name, (at) => at.tag === "BUTTON" && at.name === name);

const isInSight = (one) => {
  const { top, bottom } = one.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};

test("from the start to the plan by keyboard alone", async (t) => {
  const page = await open(await site(t));
  const { fr } = names;
  await tabTo(page, "the request", (at) => at.fact === "request");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await toButton(page, fr.begin);
  await page.keyboard.press("Enter");
  await page.locator('main[data-view="interview"]').waitFor();
  for (let count = 0; count < 3; ++count) {
    await ready(page);
    const form = page.locator("form[data-question]");
    const before = await form.getAttribute("data-question");
    assert.ok((await page.evaluate(focused)).inMain, "the focus stays with the question");
    assert.ok(await form.locator("h2").evaluate(isInSight), "the question is in sight");
    const field = await tabTo(page, "a field", (at) => at.fact !== null);
    if (field.type === "radio" || field.type === "checkbox") await page.keyboard.press("Space");
    else await page.keyboard.type("1");
    await toButton(page, fr.next);
    await page.keyboard.press("Enter");
    await page.waitForFunction((old) => document.querySelector("form[data-question]")?.dataset.question !== old, before);
  }
  await toButton(page, fr.seePlan);
  await page.keyboard.press("Enter");
  await page.locator('main[data-view="plan"]').waitFor();
  assert.ok((await page.locator('[data-plan="0"] [data-stop]').count()) > 0);
  page.trouble();
});
