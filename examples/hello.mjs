// Who to see, and for what, as JSON: hello.mjs SITUATION [TERRITORY]; without a territory, a neutral one.
import { readFile } from "node:fs/promises";
// Once installed: from "aiguillage" and "aiguillage/folder.mjs".
import { AiguillageError, createEngine } from "../build/wasm/package/index.mjs";
import { readFolder } from "../build/wasm/package/folder.mjs";

const [situation, folder] = process.argv.slice(2);
if (situation === undefined) process.exit(2);
try {
  const engine = await createEngine({ territories: folder ? await readFolder(folder) : {} });
  const [territory] = engine.about().value.territories;
  const where = territory ? { territory: territory.id } : {};
  const answer = engine.route(await readFile(situation), { ...where, plans: 1 });
  process.stdout.write(answer.json);
  process.exitCode = answer.status === "findings" ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = error instanceof AiguillageError ? 3 : 4;
}
