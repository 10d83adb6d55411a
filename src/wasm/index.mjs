// aiguillage in JavaScript: the C interface (include/aiguillage/abi.h) as WebAssembly. The module gets nothing of the system
// that it runs on: no files, no clock, no network.

/** Names of the statuses of abi.h, at their numbers. */
const statuses = [
  "done", "findings", "wrong_call", "invalid_input", "out_of_memory", "internal", "null", "bad_engine", "bad_text",
  "too_large", "not_utf8",
];
const status = Object.fromEntries(statuses.map((name, number) => [name, number]));
const mostRequestBytes = 1 << 20; // AIG_MOST_REQUEST_BYTES; more is not copied either
const noSuchCall = 52; // ENOSYS, as WASI numbers it

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const bytesOf = (content) => (typeof content === "string" ? encoder.encode(content) : content);
const isContent = (value) => typeof value === "string" || value instanceof Uint8Array;
const isMapping = (value) => value !== null && typeof value === "object" && !Array.isArray(value) && !isContent(value);

export class AiguillageError extends Error {
  constructor(number, words, json = null, options = undefined) {
    const all = json === null ? [] : JSON.parse(json).findings;
    const first = all.find((one) => one.severity === "error");
    super(first ? `${words}: ${first.file}:${first.line}:${first.column}: ${first.message}` : words, options);
    this.name = "AiguillageError";
    this.code = statuses[number];
    this.findings = all;
    this.json = json;
  }
}

const outOfMemory = (cause) =>
  new AiguillageError(status.out_of_memory, "mémoire insuffisante / out of memory", null, { cause });

/** The bytes behind a URL; in Node also those of a file. */
async function fetchBytes(given) {
  const url = new URL(given, import.meta.url);
  if (url.protocol === "file:") {
    const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ "node:fs/promises");
    return readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

export async function readBundle(url) {
  return JSON.parse(decoder.decode(await fetchBytes(url)));
}

let ownModule;
async function moduleOf(given) {
  if (given instanceof WebAssembly.Module) return given;
  if (given instanceof URL || typeof given === "string") return WebAssembly.compile(await fetchBytes(given));
  if (given !== undefined) return WebAssembly.compile(given);
  ownModule ??= fetchBytes("./aiguillage.wasm").then((bytes) => WebAssembly.compile(bytes));
  return ownModule.catch((error) => {
    ownModule = undefined; // the next engine tries again
    throw error;
  });
}

/** Each call to the system is answered as one that does not exist, but for the one that must not return. */
function noSystem(module) {
  const exit = (number) => {
    throw Object.assign(new Error(`exit ${number}`), { number });
  };
  const all = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module))
    (all[from] ??= {})[name] = name === "proc_exit" ? exit : () => (from === "env" ? -noSuchCall : noSuchCall);
  return all;
}

/** One instance of the module: its memory, and the C interface on it. */
class Machine {
  #exports;
  #stopped = null;

  constructor(instance) {
    this.#exports = instance.exports;
    this.call("_initialize");
  }
  get memoryBytes() {
    return this.#exports.memory.buffer.byteLength;
  }
  /** Nothing is asked any more of a module that stopped in the middle of a call. */
  call(name, ...values) {
    if (this.#stopped === null) {
      try {
        return this.#exports[name](...values) >>> 0;
      } catch (error) {
        this.#stopped = error;
      }
    }
    const cause = this.#stopped;
    if (cause.number === status.out_of_memory) throw outOfMemory(cause);
    throw new AiguillageError(status.internal, `erreur interne / internal error: ${cause.message}`, null, { cause });
  }
  /** Calls `use` with the places of contents in memory, each ended by a zero, and with two words to write to. */
  lend(contents, use) {
    const all = contents.map(bytesOf);
    const size = all.reduce((sum, one) => sum + one.length + 1, 8);
    const block = this.call("malloc", size);
    if (block === 0) throw outOfMemory();
    const memory = new Uint8Array(this.#exports.memory.buffer, block, size).fill(0);
    let end = 8;
    const places = all.map((one) => {
      memory.set(one, end);
      end += one.length + 1;
      return { at: block + end - one.length - 1, size: one.length };
    });
    try {
      return use(places, block);
    } finally {
      if (this.#stopped === null) {
        new Uint8Array(this.#exports.memory.buffer, block, size).fill(0); // what was told does not stay behind
        this.call("free", block);
      }
    }
  }
  word(at) {
    return new DataView(this.#exports.memory.buffer).getUint32(at, true);
  }
  textAt(at) {
    const memory = new Uint8Array(this.#exports.memory.buffer);
    return decoder.decode(memory.subarray(at, memory.indexOf(0, at)));
  }
  /** A text that was given out, and is given back; null when there is none. */
  take(at) {
    if (at === 0) return null;
    const text = this.textAt(at);
    this.call("aig_free", at);
    return text;
  }
  wordsFor(number, language) {
    return this.lend([language], ([named]) => this.textAt(this.call("aig_status_text", number, named.at)));
  }
}

/** [[name, content]] of one mapping or of several, in their order. */
function filesOf(given, what) {
  const wrong = (name) =>
    new AiguillageError(status.wrong_call, `${what}: { "folder/file.yaml": text or Uint8Array }${name}`);
  return (Array.isArray(given) ? given : [given]).flatMap((bundle) => {
    if (!isMapping(bundle)) throw wrong("");
    return Object.entries(bundle).map(([name, content]) => {
      if (!isContent(content)) throw wrong(`, not so: ${name}`);
      return [name, content];
    });
  });
}

const withOptions = (request, options) =>
  JSON.stringify({ ...request, options: { ...request.options, ...options } }, null, 1);

/** A request as the engine reads it: what it says, and its options. */
function requestContent(request, options) {
  if (!isMapping(request) && !isContent(request))
    throw new AiguillageError(status.wrong_call, "request: an object, or YAML or JSON as text or Uint8Array");
  try {
    if (isMapping(request)) return bytesOf(withOptions(request, options));
    if (Object.keys(options).length === 0) return bytesOf(request);
    const text = typeof request === "string" ? request : decoder.decode(request);
    if (text.trimStart().startsWith("{")) return bytesOf(withOptions(JSON.parse(text), options));
    return bytesOf(`${text}\noptions: ${JSON.stringify(options, null, 1)}\n`);
  } catch (cause) {
    throw new AiguillageError(status.invalid_input, `request: ${cause.message}`, null, { cause });
  }
}

class Answer {
  #value;
  constructor(number, json) {
    this.status = statuses[number];
    this.json = json;
  }
  get value() {
    return (this.#value ??= JSON.parse(this.json));
  }
}

class Engine {
  #machine;
  #handle;
  findings;

  constructor(machine, files, language) {
    const contents = files.flat();
    this.#machine = machine;
    machine.lend(contents, (places, out) => {
      const table = Uint32Array.from({ length: 3 * files.length }, (_, i) => {
        const [name, content] = places.slice(2 * Math.floor(i / 3), 2 * Math.floor(i / 3) + 2);
        return [name.at, content.at, content.size][i % 3];
      });
      const number = machine.lend([new Uint8Array(table.buffer), language], ([at, lang]) =>
        machine.call("aig_engine_from_files", at.at, files.length, lang.at, out, out + 4));
      const json = machine.take(machine.word(out + 4));
      if (number !== status.done) throw new AiguillageError(number, machine.wordsFor(number, language), json);
      this.#handle = machine.word(out);
      this.findings = json === null ? [] : JSON.parse(json).findings;
    });
  }
  get memoryBytes() {
    return this.#machine?.memoryBytes ?? 0;
  }
  answer(verb, request = {}, options = {}) {
    if (typeof verb !== "string" || !isMapping(options))
      throw new AiguillageError(status.wrong_call, "answer(verb: string, request, options: object)");
    const machine = this.#machine;
    if (machine === null)
      throw new AiguillageError(status.bad_engine, "ce moteur est déjà libéré / this engine is already freed");
    const content = requestContent(request, options);
    const language = options.lang === "en" ? "en" : "fr";
    if (content.length > mostRequestBytes)
      throw new AiguillageError(status.too_large, machine.wordsFor(status.too_large, language));
    return machine.lend([verb, content], ([named, asked], out) => {
      const number = machine.call("aig_answer", this.#handle, named.at, asked.at, asked.size, out, 0);
      const json = machine.take(machine.word(out));
      if (number <= status.findings) return new Answer(number, json);
      throw new AiguillageError(number, machine.wordsFor(number, language), json);
    });
  }
  qualify(request, options) {
    return this.answer("qualify", request, options);
  }
  route(request, options) {
    return this.answer("route", request, options);
  }
  ask(request, options) {
    return this.answer("ask", request, options);
  }
  check(request, options) {
    return this.answer("check", request, options);
  }
  schema(options) {
    return this.answer("schema", {}, options);
  }
  about(options) {
    return this.answer("about", {}, options);
  }
  words(options) {
    return this.answer("words", {}, options);
  }
  places(options) {
    return this.answer("places", {}, options);
  }
  grid(answers, options) {
    return this.answer("grid", {}, { ...options, answers });
  }
  read(request, options) {
    return this.answer("read", request, options);
  }
  test(request, options) {
    return this.answer("test", request, options);
  }
  /** The memory is that of this engine alone: it goes with the engine, freed or forgotten. */
  free() {
    this.#machine = null;
  }
}

export async function createEngine({ pack, territories = {}, wasm, lang = "fr" } = {}) {
  const rules = pack ?? (await readBundle("./france.json"));
  const files = [...filesOf(rules, "pack"), ...filesOf(territories, "territories")];
  const module = await moduleOf(wasm);
  return new Engine(new Machine(await WebAssembly.instantiate(module, noSystem(module))), files, lang);
}
