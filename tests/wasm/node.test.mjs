// The package in Node: the bytes of the command line, wrong calls, memory. AIGUILLAGE_ENGINE: the command line.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { packageFolder, requests, root, textOf } from "./requests.mjs";

const { createEngine, AiguillageError } = await import(new URL("index.mjs", packageFolder));
const { readFolder, bundleOf } = await import(new URL("folder.mjs", packageFolder));
const territory = new URL("examples/territories/rennes", root).pathname;
const rennes = textOf("examples/situations/rennes.yaml");
const engine = await createEngine({ territories: await readFolder(territory) });

/** The error of a call that must fail. */
function errorOf(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof AiguillageError && error instanceof Error, String(error));
    assert.ok(error.message.length > 10, error.message);
    return error;
  }
  return assert.fail("no error");
}
async function refusal(sources) {
  return createEngine(sources).then(() => assert.fail("no error"), (error) => errorOf(() => { throw error; }));
}

test("answers are those of the command line, byte for byte", () => {
  const all = requests(process.env.AIGUILLAGE_ENGINE);
  assert.ok(all.length > 60);
  for (const { name, verb, text, options, expected } of all)
    assert.ok(expected.equals(Buffer.from(engine.answer(verb, text, options).json)), name);
});

test("the core says the same, and what it does not do", async () => {
  const bundle = await readFolder(territory);
  const core = await createEngine({ wasm: "aiguillage-core.wasm", territories: bundle });
  for (const { name, verb, text, options, expected } of requests(process.env.AIGUILLAGE_ENGINE))
    assert.ok(expected.equals(Buffer.from(core.answer(verb, text, options).json)), name);
  for (const verb of ["words", "places"]) assert.equal(core.answer(verb).json, engine.answer(verb).json);
  const names = (one) => one.about().value.verbs.map(({ name }) => name);
  assert.deepEqual(names(core), names(engine).filter((name) => name !== "schema"));
  assert.equal(errorOf(() => core.schema()).code, "wrong_call");
  for (const option of ["html", "dot"]) assert.equal(errorOf(() => core.route(rennes, { [option]: true })).code, "wrong_call");
  const folder = "rennes/territory.snapshot";
  const error = await refusal({ wasm: "aiguillage-core.wasm", territories: { [folder]: Uint8Array.of(1, 2, 3) } });
  assert.deepEqual(error.findings.map(({ file, code }) => [file, code]), [[folder, "missing-part"]]);
});

test("a request is data, text or bytes, and says the same", () => {
  const facts = { situation: { credentials: "lost", request_right: "rsa" } };
  const { json, value, status } = engine.route(facts, { lang: "en" });
  assert.equal(status, value.unmet.length === 0 ? "done" : "findings");
  assert.deepEqual(value, JSON.parse(json));
  assert.ok(value.plans[0].stops.length > 0);
  assert.equal(engine.route(JSON.stringify(facts), { lang: "en" }).json, json);
  assert.equal(engine.route({ ...facts, options: { lang: "en" } }).json, json);
  const yaml = "situation: {credentials: lost, request_right: rsa}\n";
  assert.equal(engine.route(yaml, { lang: "en" }).json, json);
  assert.equal(engine.route(new TextEncoder().encode(yaml), { lang: "en" }).json, json);
});

test("a folder, its bundle and the one of the package are the same rules", async () => {
  const pack = new URL("rules/france", root).pathname;
  const made = await createEngine({ pack: await readFolder(pack) });
  assert.deepEqual(made.about().value.pack, engine.about().value.pack);
  assert.deepEqual(await bundleOf(pack), JSON.parse(await readFile(new URL("france.json", packageFolder))));
  assert.deepEqual(engine.about().value.territories.map((one) => one.id), ["rennes"]);
  assert.deepEqual(made.about().value.territories, []);
});

test("questions lead one after the other to the end", () => {
  const situation = {};
  let next = engine.ask({ situation }).value.question;
  assert.ok(next.facts.length > 0 && next.text.length > 0);
  const passed = [...next.facts];
  next = engine.ask({ situation }, { passed }).value.question;
  assert.ok(next === null || !passed.includes(next.facts[0]));
});

test("wrong calls are errors with a code and a text", () => {
  assert.equal(errorOf(() => engine.answer("cook", rennes)).code, "wrong_call");
  assert.equal(errorOf(() => engine.answer("", rennes)).code, "wrong_call");
  assert.equal(errorOf(() => engine.answer(7, rennes)).code, "wrong_call");
  assert.equal(errorOf(() => engine.route(7)).code, "wrong_call");
  assert.equal(errorOf(() => engine.route([rennes])).code, "wrong_call");
  assert.equal(errorOf(() => engine.route(null)).code, "wrong_call");
  assert.equal(errorOf(() => engine.route(rennes, "fr")).code, "wrong_call");
  assert.equal(errorOf(() => engine.route(rennes, { plan: 2 })).code, "wrong_call");
  assert.equal(errorOf(() => engine.route(rennes, { territory: "rennnes" })).code, "wrong_call");
  assert.equal(errorOf(() => engine.route(rennes, { plans: 10 })).code, "invalid_input");
  assert.equal(errorOf(() => engine.route("situation: [")).code, "invalid_input");
  assert.equal(errorOf(() => engine.route("{", { plans: 1 })).code, "invalid_input");
  assert.equal(errorOf(() => engine.route({ situation: 10n })).code, "invalid_input");
  assert.equal(errorOf(() => engine.route(Uint8Array.of(0x66, 0xff, 0x3a))).code, "invalid_input");
  assert.equal(errorOf(() => engine.route(Uint8Array.of(0xff), { plans: 1 })).code, "invalid_input");
  assert.equal(errorOf(() => engine.route("a".repeat((1 << 20) + 1))).code, "too_large");
  assert.equal(errorOf(() => engine.route("[".repeat(1 << 20))).code, "invalid_input");
});

test("an error says where, in the language that is asked for", () => {
  const wrong = "situation:\n  credentails: lost\n";
  const error = errorOf(() => engine.route(wrong, { lang: "en" }));
  assert.equal(error.code, "invalid_input");
  assert.deepEqual([error.findings[0].line, error.findings[0].severity], [2, "error"]);
  assert.match(error.message, /^invalid input: request:2:\d+: /);
  assert.match(error.findings[0].hint, /credentials/);
  assert.match(errorOf(() => engine.route(wrong)).message, /^entrée invalide: request:2:\d+: /);
});

test("the limit of a request is that of the C interface", async () => {
  const header = await readFile(new URL("include/aiguillage/abi.h", root), "utf8");
  assert.match(header, /AIG_MOST_REQUEST_BYTES \(\(size_t\)1 << 20\)/);
  const names = [...header.matchAll(/^  AIG_(\w+) = \d+,?/gm)].map(([, name]) => name.toLowerCase());
  const script = await readFile(new URL("index.mjs", packageFolder), "utf8");
  const known = script.match(/const statuses = \[([^\]]*)\]/)[1].match(/\w+/g);
  assert.deepEqual(known, ["done", ...names.slice(1)]);
});

test("rules and territories that are wrong are refused", async () => {
  assert.equal((await refusal({ pack: {} })).code, "invalid_input");
  assert.equal((await refusal({ pack: "rules/france" })).code, "wrong_call");
  assert.equal((await refusal({ pack: { "france/pack.yaml": 7 } })).code, "wrong_call");
  assert.equal((await refusal({ territories: { "nowhere/readme.yaml": "a: 1" } })).code, "invalid_input");
  const broken = { ...(await readFolder(territory)), "rennes/territory.yaml": "id: [" };
  const error = await refusal({ territories: broken, lang: "en" });
  assert.equal(error.code, "invalid_input");
  assert.equal(error.findings[0].file, "rennes/territory.yaml");
  await assert.rejects(createEngine({ wasm: new Uint8Array(8) }), WebAssembly.CompileError);
  await assert.rejects(createEngine({ wasm: "./nothing.wasm" }));
});

test("an engine that was freed says so", async () => {
  const one = await createEngine();
  one.free();
  one.free();
  assert.equal(errorOf(() => one.route(rennes)).code, "bad_engine");
  assert.equal(one.memoryBytes, 0);
  assert.ok(engine.route(rennes).json.length > 0);
});

/** The module, with this many pages of 64 KiB of memory at most. */
async function moduleOfAtMost(pages) {
  const bytes = await readFile(new URL("aiguillage.wasm", packageFolder));
  const number = (at, sum = 0, shift = 0) =>
    bytes[at] < 128 ? [sum + bytes[at] * 2 ** shift, at + 1] : number(at + 1, sum + (bytes[at] - 128) * 2 ** shift, shift + 7);
  for (let at = 8; at < bytes.length;) {
    const [size, start] = number(at + 1);
    if (bytes[at] === 5) {
      const [, most] = number(start + 2); // one memory, with a maximum
      const [, end] = number(most);
      assert.deepEqual([...bytes.subarray(start, start + 2), end], [1, 1, start + size]);
      for (let i = most; i < end; ++i, pages >>= 7) bytes[i] = (pages & 127) | (i + 1 < end ? 128 : 0);
    }
    at = start + size;
  }
  return bytes;
}

test("memory at its end is an error, and the end of the engine", async () => {
  const small = await createEngine({ wasm: await moduleOfAtMost(256) });
  const wide = { situation: Object.fromEntries(Array.from({ length: 40_000 }, (_, i) => [`a${i}`, "b"])) };
  assert.equal(errorOf(() => small.qualify(wide)).code, "out_of_memory");
  assert.equal(errorOf(() => small.about()).code, "out_of_memory");
});

test("a thousand calls take no more memory than the first ones", () => {
  const small = { situation: { credentials: "lost" } };
  const round = () => {
    engine.route(rennes, { territory: "rennes", html: true });
    for (let i = 0; i < 12; ++i) engine.qualify(small);
    for (let i = 0; i < 12; ++i) errorOf(() => engine.route(`situation: [${" ".repeat(100_000)}`));
  };
  for (let i = 0; i < 3; ++i) round();
  const before = engine.memoryBytes;
  for (let i = 0; i < 40; ++i) round(); // 25 calls each
  assert.equal(engine.memoryBytes, before);
});
