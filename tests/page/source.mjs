// A TypeScript module of the page, for Node: what of it needs no browser is tried here.
import { createRequire } from "node:module";

const page = new URL("../../examples/page/", import.meta.url);

/** load("src/bench/differences.ts"): what the module exports. */
export async function load(file) {
  const { build } = createRequire(new URL("package.json", page))("esbuild");
  const { outputFiles } = await build({
    entryPoints: [new URL(file, page).pathname],
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node18",
    jsx: "automatic",
    jsxImportSource: "preact",
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
