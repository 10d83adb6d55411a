// What happens when files are chosen: cases are tried, another pack is tried on them.
import type { Engine } from "aiguillage";
import { extendsAnother, readBundle, readFolder, readTexts, type PackFiles } from "./files";
import { messageOf, outcomeElsewhere, tryAll, type Tried } from "./run";
import type { BenchState, OtherPack } from "./state";

/** The page's own rules, and how engines with others are made. */
export interface BenchTools {
  engine: Engine;
  rules: PackFiles;
  makeEngine: (packs: readonly PackFiles[]) => Promise<Engine>;
}
export type Tell = (bench: Partial<BenchState>) => void;

const folderOf = (files: PackFiles): string => Object.keys(files)[0]?.split("/")[0] ?? "";

/** The rules of the page come first when the others only extend them. */
async function tryPack(tools: BenchTools, files: PackFiles, tried: readonly Tried[]): Promise<OtherPack> {
  const extendsOurs = extendsAnother(files);
  const engine = await tools.makeEngine(extendsOurs ? [tools.rules, files] : [files]);
  try {
    const title = (lang: "fr" | "en"): string =>
      extendsOurs ? folderOf(files) : engine.about({ lang }).value.pack.title;
    const of = (lang: "fr" | "en") => ({ title: title(lang), words: engine.words({ lang }).value });
    const outcomes = tried.map((one) => (one.outcome === null ? null : outcomeElsewhere(engine, one.text)));
    return { files, extendsOurs, fr: of("fr"), en: of("en"), outcomes };
  } finally {
    engine.free();
  }
}

export async function loadCases(
  chosen: readonly File[],
  tools: BenchTools,
  other: OtherPack | null,
  tell: Tell,
): Promise<void> {
  try {
    const cases = await readTexts(chosen);
    if (cases.length === 0) return;
    tell({ tried: [], error: null, running: { done: 0, of: cases.length } });
    const tried = await tryAll(tools.engine, cases, (done) => tell({ running: { done, of: cases.length } }));
    tell({ tried, other: other && (await tryPack(tools, other.files, tried)) });
  } catch (error) {
    tell({ error: messageOf(error) });
  } finally {
    tell({ running: null });
  }
}

/** Null: what was chosen holds no rules. */
async function packIn(chosen: readonly File[], isFolder: boolean): Promise<PackFiles | null> {
  if (!isFolder) return readBundle((await readTexts(chosen))[0]?.text ?? "");
  const files = await readFolder(chosen);
  return Object.keys(files).length > 0 ? files : null;
}

export async function loadPack(
  chosen: readonly File[],
  isFolder: boolean,
  tools: BenchTools,
  tried: readonly Tried[],
  notRules: string,
  tell: Tell,
): Promise<void> {
  tell({ error: null });
  try {
    const files = await packIn(chosen, isFolder);
    tell(files === null ? { error: notRules } : { other: await tryPack(tools, files, tried) });
  } catch (error) {
    tell({ other: null, error: messageOf(error) });
  }
}
