// The bench in the page: cases, what differs, another pack, a case opened.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { asked, caseFiles, pathOf, textOf } from "./cases.mjs";
import { localPack, writeLocalPack } from "./local_pack.mjs";
import { names } from "./names.mjs";
import { commandLine, go, needsShown, open, savedScenario, site } from "./play.mjs";

const lastName = (file) => file.slice(file.lastIndexOf("/") + 1);
/** Lists are sets: their order says nothing. */
const sorted = (value) => (Array.isArray(value) ? [...value].sort() : value);
const inOrder = (facts) => Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, sorted(value)]));
const certain = ({ qualification }) => qualification.needs.filter((one) => one.status === "certain").map((one) => one.id);
const file = (name, text) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });
async function loadCases(page, files, count = files.length) {
  await page.locator("#bench-cases").setInputFiles(files);
  await page.locator(`[data-bench-done="${count}"]`).waitFor();
}

test("cases are run all at once; what differs is said in words", async (t) => {
  const page = await open(await site(t));
  await go(page, "bench", names.fr);
  const wrong = textOf("tests/cases/SC01.yaml").replace("urgency: critical", "urgency: normal");
  const shared = caseFiles.slice(1).map((one) => file(lastName(one), textOf(one)));
  await loadCases(page, [file("SC01.yaml", wrong), ...shared, file("broken.yaml", "case: [")]);
  const rows = page.locator("[data-case]");
  assert.equal(await rows.count(), caseFiles.length + 1);
  assert.equal(await page.locator('[data-case][data-differs="true"]').count(), 2);
  const row = page.locator('[data-case="SC01.yaml"]');
  const urgencies = Object.fromEntries(names.fr.urgencies.map((one) => [one.id, one.text]));
  const said = (await row.innerText()).replace(/\s+/g, " ");
  for (const one of [parse(wrong).title.fr, urgencies.normal, urgencies.critical])
    assert.ok(said.includes(one), `${one}: ${said}`);
  assert.match(await page.locator('[data-case="broken.yaml"]').innerText(), /request:1/);
  await page.getByRole("checkbox", { name: names.fr.onlyDiffering }).check();
  assert.equal(await rows.count(), 2);
  page.trouble();
});

test("a case opens in the interview with all that it says", async (t) => {
  const page = await open(await site(t));
  await go(page, "bench", names.fr);
  await loadCases(page, caseFiles.map(pathOf));
  const { situation } = parse(textOf(caseFiles[2]));
  await page.locator(`[data-case="${lastName(caseFiles[2])}"]`).getByRole("button").click();
  await page.locator('main[data-view="interview"]').waitFor();
  assert.deepEqual(inOrder((await savedScenario(page, names.fr)).facts), inOrder(situation));
  assert.deepEqual((await needsShown(page, "certain")).sort(), certain(commandLine(situation)).sort());
  await go(page, "bench", names.fr);
  assert.equal(await page.locator("[data-case]").count(), caseFiles.length, "the bench keeps what it tried");
  page.trouble();
});

const kinds = {
  "a folder": async (page, t) => page.locator("#bench-folder").setInputFiles(await writeLocalPack(t)),
  "a bundle": (page) => page.locator("#bench-bundle").setInputFiles(file("mine.json", JSON.stringify(localPack))),
};
for (const [kind, load] of Object.entries(kinds))
  test(`a local pack as ${kind}: those are shown whose answer changes`, async (t) => {
    const page = await open(await site(t));
    await go(page, "bench", names.fr);
    await loadCases(page, caseFiles.map(pathOf));
    await load(page, t);
    await page.locator("[data-other-pack]").waitFor();
    const local = `rules/france+${await writeLocalPack(t)}`;
    const { differences } = asked("diff", "rules/france", local, ...caseFiles);
    const looked = ({ needs, urgency }) => JSON.stringify([needs, urgency]);
    const needsOrUrgency = differences
      .filter(({ before, after }) => looked(before) !== looked(after))
      .map((one) => lastName(one.file));
    const changed = await page.locator("[data-changed-case]").evaluateAll((all) => all.map((one) => one.dataset.changedCase));
    assert.deepEqual(needsOrUrgency.filter((one) => !changed.includes(one)), []);
    assert.deepEqual(changed.filter((one) => !differences.some((other) => lastName(other.file) === one)), []);
    assert.ok(changed.length < caseFiles.length);
    page.trouble();
  });

test("what is no pack is refused in words", async (t) => {
  const page = await open(await site(t));
  await go(page, "bench", names.fr);
  for (const text of ["[]", '{"mine/pack.yaml": "id: ["}']) {
    await page.locator("#bench-bundle").setInputFiles(file("mine.json", text));
    await page.getByRole("alert").waitFor();
    assert.ok((await page.getByRole("alert").innerText()).length > 10);
  }
  page.trouble();
});
