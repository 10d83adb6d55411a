#!/usr/bin/env node
// folder.mjs FOLDER...: the rules or the territories of these folders as one bundle, JSON, for createEngine.
import { readdir, readFile, realpath } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What the engine reads of a folder; the cases beside the rules try a pack, they are no part of it. */
const isRead = (inside) =>
  /\.(ya?ml|csv)$/.test(inside) && !/(^|\/)\./.test(inside) && !/^cases\/|\.test\.yaml$/.test(inside);

/** { "folder/file.yaml": Uint8Array }, in the order of the names. */
export async function readFolder(folder) {
  const path = await realpath(folder);
  const found = [];
  const look = async (inside) => {
    for (const one of await readdir(join(path, inside), { withFileTypes: true }))
      if (one.isDirectory()) await look(`${inside}${one.name}/`);
      else if (isRead(inside + one.name)) found.push(inside + one.name);
  };
  await look("");
  const entries = found.sort().map(async (inside) => [`${basename(path)}/${inside}`, await readFile(join(path, inside))]);
  return Object.fromEntries(await Promise.all(entries));
}

/** The same with texts in place of bytes: what JSON can hold. */
export async function bundleOf(folder) {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const text = ([name, bytes]) => {
    try {
      return [name, decoder.decode(bytes)];
    } catch (cause) {
      throw new Error(`${name}: not UTF-8`, { cause });
    }
  };
  return Object.fromEntries(Object.entries(await readFolder(folder)).map(text));
}

if (process.argv[1] && (await realpath(process.argv[1])) === fileURLToPath(import.meta.url)) {
  const folders = process.argv.slice(2);
  if (folders.length === 0) {
    console.error("usage: folder.mjs FOLDER... > bundle.json");
    process.exit(2);
  }
  const bundles = await Promise.all(folders.map(bundleOf));
  process.stdout.write(`${JSON.stringify(Object.assign({}, ...bundles), null, 0)}\n`);
}
