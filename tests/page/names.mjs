// What buttons and views are called, and every text of the page, from its own tables of words.
import { packageFolder } from "./cases.mjs";
import { load } from "./source.mjs";

const { words } = await load("src/words.ts");
const { words_bench } = await load("src/words_bench.ts");
const { wordsPlan } = await load("src/words_plan.ts");
const { createEngine } = await import(new URL("index.mjs", packageFolder));
const engine = await createEngine();

/** { fr, en } wherever they are. */
function* pairs(table) {
  if (table === null || typeof table !== "object") return;
  if (typeof table.fr === "string" && typeof table.en === "string") yield table;
  else for (const one of Object.values(table)) yield* pairs(one);
}
export const allWords = [words, words_bench, wordsPlan].flatMap((one) => [...pairs(one)]);

const inLanguage = (lang) => ({
  begin: words.start[lang],
  next: words.next[lang],
  unknown: words.unknown[lang],
  views: Object.fromEntries(Object.entries(words.views).map(([view, pair]) => [view, pair[lang]])),
  seePlan: words.seePlanNow[lang],
  refused: wordsPlan.refused[lang],
  note: wordsPlan.note[lang],
  undo: wordsPlan.undo[lang],
  save: words.save[lang],
  openFile: words.openFile[lang],
  link: words.link[lang],
  onlyDiffering: words_bench.onlyDiffering[lang],
  urgencies: engine.words({ lang }).value.urgencies,
});
export const names = { fr: inLanguage("fr"), en: inLanguage("en") };
