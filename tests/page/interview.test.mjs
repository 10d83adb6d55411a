// The shared cases, played through the interview as a person would: what the case does not say is « je ne sais pas ».
// What the page shows is what the command line says about the same facts. AIGUILLAGE_ENGINE: the command line.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { caseFiles, textOf } from "./cases.mjs";
import { names } from "./names.mjs";
import { answer, commandLine, go, needsShown, open, site, start, stopsOf, stopsShown } from "./play.mjs";

test("the shared cases, played through the interview", async (t) => {
  const on = await site(t);
  for (const file of caseFiles)
    await t.test(file, async () => {
      const facts = parse(textOf(file)).situation;
      const page = await open(on);
      let said = await start(page, facts, names.fr);
      let questions = 0;
      for (; await page.locator("form[data-question]").count(); ++questions) {
        assert.ok(questions < 60, "the interview does not end");
        said = { ...said, ...(await answer(page, facts, names.fr)) };
      }
      assert.ok(questions > 0);
      const expected = commandLine(said);
      const needs = (status) => expected.qualification.needs.filter((one) => one.status === status).map((one) => one.id);
      for (const status of ["certain", "possible"])
        assert.deepEqual((await needsShown(page, status)).sort(), needs(status).sort(), status);
      await go(page, "plan", names.fr);
      assert.deepEqual(await stopsShown(page), stopsOf(expected));
      page.trouble();
      await page.context().close();
    });
});
