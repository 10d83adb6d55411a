// The package in headless Chromium: the same bytes, by hash. AIGUILLAGE_ENGINE: the command line.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { packageFolder, requests, root, sha256 } from "./requests.mjs";

const { bundleOf } = await import(new URL("folder.mjs", packageFolder));
const types = { html: "text/html", json: "application/json", mjs: "text/javascript", wasm: "application/wasm" };
const patience = 120_000;

/** Serves the page; `told` gets what it posts. */
function serve(made, told) {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (request.method === "POST") {
      let body = "";
      request.on("data", (part) => (body += part)).on("end", () => told(JSON.parse(body)));
      return response.end();
    }
    try {
      const inside = pathname.startsWith("/package/") && new URL(pathname.slice(9), packageFolder);
      const content = made[pathname] ?? readFileSync(inside);
      return response.setHeader("content-type", types[pathname.split(".").pop()] ?? "text/plain").end(content);
    } catch {
      return response.writeHead(404).end();
    }
  });
}

test("Chromium answers the bytes of the command line", async (t) => {
  const all = requests(process.env.AIGUILLAGE_ENGINE);
  const asked = all.map(({ verb, text, options }) => ({ verb, text, options }));
  const territory = await bundleOf(new URL("examples/territories/rennes", root).pathname);
  const made = {
    "/page.html": readFileSync(new URL("page.html", import.meta.url)),
    "/requests.json": JSON.stringify(asked),
    "/rennes.json": JSON.stringify(territory),
  };
  const profile = mkdtempSync(join(tmpdir(), "aiguillage-"));
  let browser;
  const result = await new Promise((resolve, reject) => {
    const server = serve(made, resolve).listen(0, "127.0.0.1", () => {
      const page = `http://127.0.0.1:${server.address().port}/page.html`;
      const settings = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"];
      browser = spawn("chromium", [...settings, `--user-data-dir=${profile}`, page], { stdio: ["ignore", "ignore", "pipe"] });
      let said = "";
      browser.stderr.on("data", (part) => (said += part));
      browser.on("error", reject).on("exit", (code) => reject(new Error(`chromium ended with ${code}\n${said}`)));
      setTimeout(() => reject(new Error(`no answer from the page in ${patience} ms\n${said}`)), patience).unref();
    });
    t.after(() => server.close());
  }).finally(async () => {
    if (browser?.exitCode === null) {
      const ended = new Promise((resolve) => browser.once("exit", resolve));
      browser.kill();
      await ended;
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  assert.equal(result.error, undefined);
  assert.equal(result.code, "invalid_input");
  assert.match(result.agent, /Chrome/);
  assert.deepEqual(result.hashes, all.map(({ expected }) => sha256(expected)));
});
