// The package in headless Chromium: the same bytes, by hash. AIGUILLAGE_ENGINE: the command line.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { launch, serve } from "../page/browser.mjs";
import { packageFolder, printed, requests, root, sha256 } from "./requests.mjs";

const { bundleOf } = await import(new URL("folder.mjs", packageFolder));
const patience = 120_000;

test("Chromium answers the bytes of the command line", async (t) => {
  const all = requests(process.env.AIGUILLAGE_ENGINE);
  const asked = all.map(({ verb, text, options }) => ({ verb, text, options }));
  const files = ["aiguillage.wasm", "france.json", "index.mjs"];
  const made = {
    "/page.html": readFileSync(new URL("page.html", import.meta.url)),
    "/requests.json": JSON.stringify(asked),
    "/rennes.json": JSON.stringify(await bundleOf(new URL("examples/territories/rennes", root).pathname)),
    ...Object.fromEntries(files.map((name) => [`/package/${name}`, readFileSync(new URL(name, packageFolder))])),
  };
  let tell;
  const told = new Promise((resolve) => (tell = resolve));
  const server = await serve({ made, told: tell });
  t.after(server.close);
  const browser = await launch();
  t.after(() => browser.close());
  const page = await browser.newPage();
  const failed = new Promise((_, reject) => {
    page.on("pageerror", reject).on("crash", () => reject(new Error("the page crashed")));
    setTimeout(() => reject(new Error(`no answer from the page in ${patience} ms`)), patience).unref();
  });
  await page.goto(`${server.origin}/page.html`);
  const result = await Promise.race([told, failed]);
  assert.equal(result.error, undefined);
  assert.equal(result.code, "invalid_input");
  assert.match(result.agent, /Chrome/);
  assert.deepEqual(result.hashes, all.map(({ expected }) => sha256(expected)));
});

test("the hello of the browser shows the plan of the command line", async (t) => {
  const server = await serve({ folder: root });
  t.after(server.close);
  const browser = await launch();
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.goto(`${server.origin}/examples/hello.html`);
  await page.locator("#answer", { hasText: "}" }).waitFor({ timeout: patience });
  const expected = printed(process.env.AIGUILLAGE_ENGINE, "route", "examples/situations/rennes.yaml", { territory: "rennes", plans: 1 });
  assert.equal(await page.locator("#answer").textContent(), expected.toString());
  const names = JSON.parse(expected).plans[0].stops.map((one) => one.name);
  assert.deepEqual(await page.locator("#stops li").allTextContents(), names);
});
