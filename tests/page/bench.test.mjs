// What the bench works out, without a browser.
import { File } from "node:buffer";
import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, caseFiles, packageFolder, textOf } from "./cases.mjs";
import { localPack, writeLocalPack } from "./local_pack.mjs";
import { load } from "./source.mjs";

const files = await load("src/bench/files.ts");
const { changeOf, outcomeOf } = await load("src/bench/outcome.ts");
const { tryOne } = await load("src/bench/run.ts");
const { createEngine, readBundle } = await import(new URL("index.mjs", packageFolder));
const france = await readBundle("./france.json");
const engine = await createEngine();

test("of a folder, only what the engine reads", () => {
  assert.ok(files.isRead("mine/pack.yaml") && files.isRead("mine/needs/a.yml") && files.isRead("mine/a.csv"));
  for (const other of ["mine/cases/a.yaml", "mine/a.test.yaml", "mine/.git/a.yaml", "mine/read.me"])
    assert.ok(!files.isRead(other), other);
});

test("files are read whole, in the order of their names, and only as UTF-8", async () => {
  const file = (name, bytes) => new File([bytes], name);
  const read = await files.readTexts([file("b.yaml", "é"), file("a.yaml", "a: 1\n")]);
  assert.deepEqual(read, [{ name: "a.yaml", text: "a: 1\n" }, { name: "b.yaml", text: "é" }]);
  await assert.rejects(files.readTexts([file("c.yaml", Uint8Array.of(0xff))]), /c\.yaml/);
});

test("a bundle is an object of texts", () => {
  assert.deepEqual(files.readBundle('{"a/pack.yaml": "id: a"}'), { "a/pack.yaml": "id: a" });
  for (const other of ["", "[]", "{}", "7", "null", '{"a": 1}', '{"a":'])
    assert.equal(files.readBundle(other), null, other);
});

test("a local pack is told from a whole one", () => {
  const says = (text) => files.extendsAnother({ "mine/needs/a.yaml": "extends: [france]", "mine/pack.yaml": text });
  assert.ok(says("id: mine\nextends: [france]\n"));
  assert.ok(says("id: mine\nextends:\n  - france\n"));
  assert.ok(!says("id: mine\n"));
  assert.ok(!says("id: mine\nextends: []\n"));
  assert.ok(!files.extendsAnother(france));
});

test("two outcomes differ by what they hold, whatever the order", () => {
  const a = { needs: ["x", "y"], urgency: "normal", first: ["ccas", "pimms"] };
  assert.equal(changeOf(a, { ...a, needs: ["y", "x"], first: ["pimms", "ccas"] }), null);
  assert.deepEqual(changeOf(a, { needs: ["y", "z"], urgency: "soon", first: [] }), {
    gained: ["z"],
    lost: ["x"],
    urgency: { from: "normal", to: "soon" },
    first: { from: ["ccas", "pimms"], to: [] },
  });
});

test("every shared case is tried, and gives what is expected", () => {
  for (const file of caseFiles) {
    const tried = tryOne(engine, { name: file, text: textOf(file) });
    assert.equal(tried.error, null, file);
    assert.deepEqual(tried.failed, [], file);
    assert.ok(tried.isCase && tried.outcome.needs.length > 0 && tried.outcome.first.length > 0, file);
    assert.ok(tried.title.fr.length > 0 && tried.title.fr !== tried.title.en, file);
  }
});

test("a case that expects something else says in what; a broken one says why", () => {
  const text = textOf("tests/cases/SC01.yaml").replace("urgency: critical", "urgency: normal");
  const tried = tryOne(engine, { name: "SC01.yaml", text });
  assert.deepEqual(tried.failed, [{ check: "urgency", pass: false, expected: ["normal"], got: ["critical"] }]);
  assert.match(tryOne(engine, { name: "x.yaml", text: "case: [" }).error.en, /^invalid input: request:1/);
  const alone = tryOne(engine, { name: "me.yaml", text: "situation: {credentials: lost}\n" });
  assert.deepEqual([alone.isCase, alone.failed, alone.title.fr], [false, [], "me"]);
});

test("a local pack changes the answers that the command line says it changes, in the same way", async (t) => {
  const local = `rules/france+${await writeLocalPack(t)}`;
  const said = new Map(asked("diff", "rules/france", local, ...caseFiles).differences.map((one) => [one.file, one]));
  const other = await createEngine({ pack: [france, localPack] });
  const changes = caseFiles.map((file) => {
    const [before, after] = [engine, other].map((one) => outcomeOf(one.route(textOf(file), { plans: 1 }).value));
    const change = changeOf(before, after);
    const expected = said.get(file);
    if (expected === undefined) assert.equal(change, null, file);
    else {
      assert.deepEqual([before.needs.sort(), before.urgency], [expected.before.needs, expected.before.urgency]);
      assert.deepEqual([after.needs.sort(), after.urgency], [expected.after.needs, expected.after.urgency]);
    }
    return change;
  });
  for (const kind of [(one) => one === null, (one) => one?.first, (one) => one?.gained[0]]) assert.ok(changes.some(kind));
});
