// What loading and answering cost; and that nothing leaves the page, or stays behind.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { caseFiles, pathOf, textOf } from "./cases.mjs";
import { writeLocalPack } from "./local_pack.mjs";
import { names } from "./names.mjs";
import { answer, go, language, open, site, start } from "./play.mjs";

const goalBytes = 400_000;
const usableGoal = 1500;
const answerGoal = 50;
const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];
const facts = parse(textOf("tests/cases/SC01.yaml")).situation;

/** In the page: the time, since it was asked for, at which the first screen can be used. */
const watchUsable = () => {
  const look = () => {
    if (!document.querySelector('main[data-view="start"][aria-busy="false"]')) return requestAnimationFrame(look);
    window.usableAt = performance.now();
  };
  requestAnimationFrame(look);
};

/** In the page: whether all of it has come; the screens after the first come last. */
const allHere = () => performance.getEntriesByType("resource").some((one) => one.name.endsWith("/screens.js"));

/** In the page: what was asked for before that; the page itself is another. */
const askedBefore = () =>
  performance.getEntriesByType("resource").filter((one) => one.startTime < window.usableAt).map((one) => new URL(one.name).pathname);

test("the first screen: what is transferred, and when it can be used", async (t) => {
  const on = await site(t);
  const times = [];
  const asked = new Set(["/index.html"]);
  for (let run = 0; run < 5; ++run) {
    const context = await on.browser.newContext();
    await context.addInitScript(watchUsable);
    const page = await context.newPage();
    await page.goto(`${on.server.origin}/`);
    times.push(await (await page.waitForFunction(() => window.usableAt)).jsonValue());
    await page.waitForFunction(allHere);
    for (const path of await page.evaluate(askedBefore)) asked.add(path);
    await context.close();
  }
  const once = new Map(on.server.sent.map(({ path, bytes }) => [path, bytes]));
  const bytes = [...asked].reduce((sum, path) => sum + once.get(path), 0);
  for (const [path, size] of once) t.diagnostic(`${path}: ${size} bytes, gzipped${asked.has(path) ? "" : ", after it"}`);
  t.diagnostic(`transferred: ${bytes} bytes, gzipped (goal: ${goalBytes})`);
  t.diagnostic(`first screen usable after ${Math.round(median(times))} ms (goal: ${usableGoal})`);
  assert.ok(["/aiguillage-core.wasm", "/france.json", "/page.js"].every((path) => asked.has(path)));
  assert.ok(bytes <= goalBytes, `${bytes} bytes, more than ${goalBytes}`);
});

/** Answers one question inside the page and says how long it took until the new question and the new plan were drawn. */
async function timedAnswer(page, next) {
  return page.evaluate(async (name) => {
    const form = () => document.querySelector("form[data-question]");
    const asked = form().dataset.question;
    const button = [...form().querySelectorAll("button")].find((one) => one.textContent.trim() === name);
    const begin = performance.now();
    button.click();
    const done = () => form()?.dataset.question !== asked && document.querySelector('main[aria-busy="false"]');
    while (!done()) await new Promise((resolve) => setTimeout(resolve));
    document.body.getBoundingClientRect(); // laid out
    return performance.now() - begin;
  }, next);
}

test("an answer updates the plan", async (t) => {
  const on = await site(t);
  const page = await open(on);
  await start(page, facts, names.fr);
  const times = [];
  while (times.length < 25 && (await page.locator("form[data-question]").count()))
    times.push(await timedAnswer(page, names.fr.unknown));
  t.diagnostic(`an answer updates the plan in ${median(times).toFixed(1)} ms (median of ${times.length}; goal: ${answerGoal})`);
  assert.ok(times.length >= 5);
});

/** All that a browser could keep of a visit. */
const kept = async () => ({
  cookies: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
});

test("nothing is asked for after loading, and nothing is kept", async (t) => {
  const on = await site(t);
  const page = await open(on);
  await page.waitForFunction(allHere);
  const requests = [];
  page.context().on("request", (one) => requests.push(one.url()));
  const sentBefore = on.server.sent.length;

  await start(page, facts, names.fr, "rennes");
  for (let count = 0; count < 8 && (await page.locator("form[data-question]").count()); ++count)
    await answer(page, facts, names.fr);
  for (const view of ["plan", "map", "graph", "notes"]) await go(page, view, names.fr);
  await language(page, "en");
  await go(page, "bench", names.en);
  await page.locator("#bench-cases").setInputFiles(caseFiles.map(pathOf));
  await page.locator(`[data-bench-done="${caseFiles.length}"]`).waitFor();
  await page.locator("#bench-folder").setInputFiles(await writeLocalPack(t));
  await page.locator("[data-other-pack]").waitFor();

  const left = requests.filter((url) => !url.startsWith("data:") && !url.startsWith("blob:"));
  assert.deepEqual(left, []);
  assert.equal(on.server.sent.length, sentBefore);
  assert.deepEqual(await page.evaluate(kept), { cookies: "", local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
  page.trouble();
});

test("all that the page loads comes from where it is", async (t) => {
  const on = await site(t);
  const context = await on.browser.newContext();
  const page = await context.newPage();
  const requests = [];
  page.on("request", (one) => requests.push(one.url()));
  await page.goto(`${on.server.origin}/`);
  await page.locator('main[aria-busy="false"]').waitFor();
  assert.ok(requests.length >= 3);
  assert.deepEqual(requests.filter((url) => !url.startsWith(`${on.server.origin}/`) && !url.startsWith("data:")), []);
  assert.deepEqual(on.server.sent.filter((one) => one.bytes === 0), []);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  assert.match(policy, /default-src '(none|self)'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
});
