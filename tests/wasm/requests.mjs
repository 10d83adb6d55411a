// What is asked of the module and of the command line alike, and what the command line answers.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";

export const packageFolder = new URL("../../build/wasm/package/", import.meta.url);
export const root = new URL("../../", import.meta.url);
const yamlFiles = (folder) => readdirSync(new URL(folder, root)).filter((name) => name.endsWith(".yaml")).sort().map((name) => `${folder}/${name}`);

/** { a_key: value } as the command line writes it. */
const argumentsOf = (options) =>
  Object.entries(options).flatMap(([name, given]) => {
    const option = `--${name.replace("_", "-")}`;
    if (given === true) return [option];
    if (name === "territory") return [option, `examples/territories/${given}`];
    return [given].flat().flatMap((one) => [option, String(one)]);
  });

function* asked() {
  for (const file of yamlFiles("tests/cases")) {
    yield ["route", file, {}];
    yield ["qualify", file, {}];
    yield ["check", file, { lang: "en" }];
  }
  for (const file of yamlFiles("examples/situations")) {
    yield ["route", file, { territory: "rennes", lang: "en" }];
    yield ["qualify", file, { ways: true }];
  }
  const rennes = "examples/situations/rennes.yaml";
  yield ["route", "tests/cases/SC10.yaml", { territory: "rennes" }];
  yield ["route", rennes, { territory: "rennes", date: "2026-12-24", plans: 9 }];
  yield ["route", rennes, { territory: "rennes", why_not: ["pimms", "women_rights_centre"], plans: 1 }];
  yield ["qualify", "examples/situations/unknowns.yaml", { why: "isolation", lang: "en" }];
}

/** The bytes that the command line prints. */
export function printed(engine, verb, file, options) {
  const all = [verb, file, "--json", "--pack", "rules/france", ...argumentsOf({ lang: "fr", ...options })];
  try {
    return execFileSync(engine, all, { cwd: root, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
  } catch (ended) {
    if (ended.status !== 1) throw ended; // 1: findings
    return ended.stdout;
  }
}

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
export const textOf = (file) => readFileSync(new URL(file, root), "utf8");

/** [{ name, verb, text, options, expected: bytes }] */
export const requests = (engine) =>
  [...asked()].map(([verb, file, options]) => ({
    name: `${verb} ${file} ${JSON.stringify(options)}`,
    verb,
    text: textOf(file),
    options,
    expected: printed(engine, verb, file, options),
  }));
