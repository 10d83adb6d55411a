// Chromium, started the same way by all tests; and a server of files for it, which says what it sent.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const types = {
  css: "text/css; charset=utf-8", geojson: "application/json", html: "text/html; charset=utf-8", js: "text/javascript",
  json: "application/json", mjs: "text/javascript", svg: "image/svg+xml", wasm: "application/wasm",
};
const places = [process.env.AIGUILLAGE_CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"];
export const chromiumPath = places.find((one) => one && existsSync(one)) ?? null;

export function launch() {
  if (chromiumPath === null) throw new Error("there is no chromium (tests/setup.sh page_tests)");
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ],
  });
}

const typeOf = (path) => types[path.split(".").pop()] ?? "text/plain; charset=utf-8";

/** { "/path": content } made for the test, or a file below `folder`; null: there is none. */
async function contentOf(path, folder, made) {
  if (made[path] !== undefined) return Buffer.from(made[path]);
  if (folder === null) return null;
  const file = new URL(`.${path}`, folder);
  return file.href.startsWith(folder.href) ? readFile(file).catch(() => null) : null;
}

/**
 * Serves on 127.0.0.1, gzipped as any web server would. `sent`: what went out, [{ path, bytes }]; `told`: what it is posted.
 */
export async function serve({ folder = null, made = {}, told = () => {} } = {}) {
  const sent = [];
  const zipped = new Map();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (request.method === "POST") {
      let body = "";
      request.on("data", (part) => (body += part)).on("end", () => told(JSON.parse(body)));
      return response.end();
    }
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const content = await contentOf(path, folder, made);
    if (content === null) {
      sent.push({ path, bytes: 0 });
      return response.writeHead(404).end();
    }
    if (!zipped.has(path)) zipped.set(path, gzipSync(content, { level: 9 }));
    sent.push({ path, bytes: zipped.get(path).length });
    response.writeHead(200, { "content-type": typeOf(path), "content-encoding": "gzip" }).end(zipped.get(path));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => new Promise((resolve) => server.close(resolve).closeAllConnections());
  return { origin: `http://127.0.0.1:${server.address().port}`, sent, close };
}
