// Every screen, in both languages: accessibility rules, words, widths.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { open, site } from "./play.mjs";
import { eachScreen } from "./screens.mjs";
import { allWords } from "./names.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** [ "rule: where: what" ] */
async function violations(page) {
  const found = await page.evaluate((values) => axe.run(document, { runOnly: { type: "tag", values } }), rules);
  return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target}: ${node.failureSummary}`));
}

for (const lang of ["fr", "en"])
  for (const width of [1280, 320])
    test(`no screen breaks a rule of axe, ${lang}, ${width} px`, async (t) => {
      const page = await open(await site(t), { viewport: { width, height: 900 }, axe: axeSource });
      let seen = 0;
      await eachScreen(t, page, { lang }, async (name) => {
        assert.deepEqual(await violations(page), [], name);
        ++seen;
      });
      assert.ok(seen >= 12);
    });

/** What people read or hear, piece by piece; but for what is marked as of the other language, and quotes of sources. */
const pieces = (other) => {
  const spoken = ["aria-label", "title", "alt", "placeholder", "data-label"];
  const found = [document.title];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (element.closest(`[lang="${other}"], [data-statement], noscript`)) continue;
    if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent);
    else for (const name of spoken) found.push(element.getAttribute(name) ?? "");
  }
  return found.map((one) => one.replace(/\s+/g, " ").trim()).filter((one) => one !== "");
};

/** Small words that no text of the other language has. */
const plain = {
  fr: /(?:^|[\s(«])(vous|les|des|une|est|pour|avec|dans|qui|sur)(?=[\s,.)])/i,
  en: /(?:^|[\s(“])(the|you|and|with|for|they|what|this|from)(?=[\s,.)])/i,
};

for (const [lang, other] of [["fr", "en"], ["en", "fr"]])
  test(`no words of the other language, and no ids, in ${lang}`, async (t) => {
    const page = await open(await site(t));
    const textsIn = (one) => allWords.map((pair) => pair[one].replace(/\s+/g, " ").trim());
    const foreign = new Set(textsIn(other));
    for (const one of textsIn(lang)) foreign.delete(one);
    await eachScreen(t, page, { lang, territory: "" }, async (name) => {
      const all = await page.evaluate(pieces, other);
      assert.equal(await page.locator("html").getAttribute("lang"), lang);
      assert.deepEqual(all.filter((one) => foreign.has(one)), [], name);
      assert.deepEqual(all.filter((one) => plain[other].test(one)), [], name);
      assert.deepEqual(all.filter((one) => /\b[a-z]+_[a-z_]+\b|\b(undefined|null|NaN)\b|\[object/.test(one)), [], name);
    });
  });

test("no screen is wider than the window, from 320 px", async (t) => {
  const on = await site(t);
  for (const width of [320, 768, 1280]) {
    const page = await open(on, { viewport: { width, height: 800 } });
    await eachScreen(t, page, {}, async (name) => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${name}: ${wide} px in ${width}`);
    });
    await page.context().close();
  }
});
