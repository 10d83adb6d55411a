// The shared cases, and what the command line answers. AIGUILLAGE_ENGINE: the command line.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = new URL("../../", import.meta.url);
export const packageFolder = new URL("build/wasm/package/", root);
export const pageFolder = new URL("build/page/", root);
export const textOf = (file) => readFileSync(new URL(file, root), "utf8");
export const caseFiles = readdirSync(new URL("tests/cases", root))
  .filter((name) => /^SC\d+\.yaml$/.test(name))
  .sort()
  .map((name) => `tests/cases/${name}`);
export const pathOf = (file) => fileURLToPath(new URL(file, root));

/** What `aiguillage VERB --json` prints, as data. */
export function asked(verb, ...all) {
  const command = [process.env.AIGUILLAGE_ENGINE, [verb, ...all, "--json", "--lang", "fr"]];
  const settings = { cwd: root, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] };
  try {
    return JSON.parse(execFileSync(...command, settings));
  } catch (ended) {
    if (ended.status !== 1) throw ended; // 1: findings
    return JSON.parse(ended.stdout);
  }
}
