// Every screen of the page, one after the other, with something on it.
import { parse } from "yaml";
import { caseFiles, pathOf, textOf } from "./cases.mjs";
import { writeLocalPack } from "./local_pack.mjs";
import { answer, go, language, ready, start } from "./play.mjs";
import { names as allNames } from "./names.mjs";

/** Someone with needs in all three lanes, several stops that wait for each other, and sensitive answers. */
export const person = parse(textOf("tests/cases/SC20.yaml")).situation;

async function openAllDetails(page) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
}

async function fillBench(t, page) {
  await page.locator("#bench-cases").setInputFiles(caseFiles.map(pathOf));
  await page.locator(`[data-bench-done="${caseFiles.length}"]`).waitFor();
  await page.locator("#bench-folder").setInputFiles(await writeLocalPack(t));
  await page.locator("[data-other-pack]").waitFor();
}

/** Calls `look(name)` on each screen, in this language. */
export async function eachScreen(t, page, { lang = "fr", territory = "rennes", date = "2026-11-24" }, look) {
  const names = allNames[lang];
  await language(page, lang);
  await look("start");
  await start(page, person, names, territory, date);
  await look("question");
  for (let count = 0; count < 12 && (await page.locator("form[data-question]").count()); ++count) {
    await answer(page, person, names);
    if (count % 4 === 1) await look(`question ${count + 2}`);
  }
  for (const view of ["plan", "map", "graph", "notes"]) {
    await go(page, view, names);
    await look(view);
    await openAllDetails(page);
    await look(`${view}, all open`);
  }
  await go(page, "bench", names);
  await look("bench, empty");
  await fillBench(t, page);
  await ready(page);
  await look("bench");
}
