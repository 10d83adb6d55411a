// The page as a person uses it: opened, answered, looked at.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, serve } from "./browser.mjs";
import { asked, pageFolder } from "./cases.mjs";

/** One browser and one server for a file of tests. */
export async function site(t) {
  const server = await serve({ folder: pageFolder });
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    await server.close();
  });
  return { browser, server };
}

/** A page of its own context, ready for the first answer; what goes wrong in it fails the test at `trouble()`. */
export async function open({ browser, server }, { lang = "fr", fragment = "", axe = "", ...settings } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...settings });
  if (axe !== "") await context.addInitScript(axe); // the page itself lets no script in
  const page = await context.newPage();
  page.setDefaultTimeout(120_000); // machines that build beside are slow
  const said = [];
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("console", (line) => line.type() === "error" && said.push(line.text()));
  page.trouble = () => assert.deepEqual(said, []);
  await page.goto(`${server.origin}/${fragment}`);
  await ready(page);
  if (lang !== "fr") await language(page, lang);
  return page;
}

/** Until the engine has worked in what was last said. */
export const ready = (page) => page.locator('main[data-view][aria-busy="false"]').waitFor();
export const view = (page) => page.locator("main").getAttribute("data-view");

export async function language(page, lang) {
  if ((await page.locator("html").getAttribute("lang")) !== lang) await page.locator(`button[lang="${lang}"]`).click();
  await page.locator(`html[lang="${lang}"]`).waitFor({ state: "attached" });
  await ready(page);
}

/** Puts one fact as its fields take it. */
export async function put(field, value) {
  const said = [value].flat().map(String);
  if (await field.locator("select").count()) return field.locator("select").selectOption(said[0]);
  const choices = field.locator('input[type="radio"], input[type="checkbox"]');
  if (await choices.count()) {
    for (const one of said) await field.locator(`input[value="${one}"]`).check();
    if (said.length === 0) await field.locator('input[value=""]').check(); // none of these
    return undefined;
  }
  return field.locator("input").fill(said[0]);
}

/** Answers the question from what is known; returns the facts that were said, {}: « Je ne sais pas ». */
export async function answer(page, facts, names) {
  const form = page.locator("form[data-question]");
  const before = await form.getAttribute("data-question");
  const said = {};
  await form.evaluate((one) => one.querySelectorAll("details").forEach((folded) => (folded.open = true)));
  for (const field of await form.locator("[data-fact]").all()) {
    const fact = await field.getAttribute("data-fact");
    if (facts[fact] === undefined) continue;
    await put(field, facts[fact]);
    said[fact] = facts[fact];
  }
  const button = Object.keys(said).length > 0 ? names.next : names.unknown;
  await form.getByRole("button", { name: button, exact: true }).click();
  await page.waitForFunction((old) => document.querySelector("form[data-question]")?.dataset.question !== old, before);
  await ready(page);
  return said;
}

/** What the command line says about these facts: { needs, first, routed }. */
export function commandLine(facts, options = [], events = null) {
  const folder = mkdtempSync(join(tmpdir(), "aiguillage-"));
  try {
    const file = join(folder, "situation.yaml");
    const line = ([fact, value]) => `  ${fact}: ${JSON.stringify(value)}\n`;
    const all = Object.entries(facts);
    writeFileSync(file, all.length > 0 ? `situation:\n${all.map(line).join("")}` : "situation: {}\n");
    if (events !== null) {
      writeFileSync(join(folder, "events.yaml"), `events:\n${events.map((one) => `  - ${JSON.stringify(one)}\n`).join("")}`);
      options = [...options, "--after", join(folder, "events.yaml")];
    }
    return asked("route", file, "--pack", "rules/france", ...options);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Fills the first screen and begins: what the case says of the request; the rest is left open. Returns what was said. */
export async function start(page, facts, names, territory = "", date = "") {
  const said = {};
  await page.locator('[data-fact="date"] input').fill(date);
  await page.locator('[data-fact="territory"] select').selectOption(territory);
  for (const field of await page.locator('main[data-view="start"] [data-fact]').all()) {
    const fact = await field.getAttribute("data-fact");
    if (facts[fact] === undefined) continue;
    await put(field, facts[fact]);
    said[fact] = facts[fact];
  }
  await page.getByRole("button", { name: names.begin, exact: true }).click();
  await page.locator('main[data-view="interview"]').waitFor();
  await ready(page);
  return said;
}

export async function go(page, to, names) {
  await page.getByRole("navigation").getByRole("button", { name: names.views[to], exact: true }).click();
  await page.locator(`main[data-view="${to}"]`).waitFor();
  await ready(page);
}

/** Ids of the needs that the standing column shows, each with words of its own. */
export async function needsShown(page, status) {
  const items = page.locator(`[data-need][data-status="${status}"]`);
  for (const words of await items.allTextContents()) assert.match(words, /\p{L}{3}/u);
  return items.evaluateAll((all) => [...new Set(all.map((one) => one.dataset.need))]);
}
/** The stops of a plan in the order of their numbers: { id, actor, name }, the name as it is compared. */
export const stopsOf = (routed) =>
  (routed.plans[0]?.stops ?? []).map(({ id, actor, name }) => ({ id, actor, name: name.toLowerCase() }));
/** The same of the first plan, as the page shows it. */
export async function stopsShown(page) {
  return page.locator('[data-plan="0"] [data-stop]').evaluateAll((all) => {
    const name = (stop) => {
      const title = stop.querySelector("h4").cloneNode(true);
      for (const number of title.querySelectorAll(".hidden")) number.remove();
      return title.textContent.trim().toLowerCase();
    };
    return all.map((one) => ({ id: one.dataset.stop, actor: one.dataset.actor, name: name(one) }));
  });
}

/** The scenario as the page saves it. */
export async function savedScenario(page, names) {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: names.save, exact: true }).click();
  return JSON.parse(await readFile(await (await coming).path(), "utf8"));
}
/** A file as a person chooses it; a text stands for a file that is no scenario. */
export async function openScenario(page, scenario, names) {
  const text = typeof scenario === "string" ? scenario : JSON.stringify(scenario);
  const file = { name: "scenario.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await page.getByLabel(names.openFile, { exact: true }).setInputFiles(file);
  if (typeof scenario !== "string") await page.locator('main[data-view="interview"]').waitFor();
  await ready(page);
}
export const linkOf = (page, names) => page.getByLabel(names.link, { exact: true }).inputValue();

/** The first stop refuses, without a reason. */
export async function refuseFirst(page, names) {
  const stop = page.locator('[data-plan="0"] [data-stop]').first();
  await stop.getByRole("button", { name: names.refused, exact: true }).click();
  await stop.getByRole("button", { name: names.note, exact: true }).click();
  await page.locator("[data-changed] h3").waitFor();
  await ready(page);
}
