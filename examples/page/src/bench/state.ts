import type { Words } from "aiguillage";
import type { PackFiles } from "./files";
import type { Outcome } from "./outcome";
import type { Tried } from "./run";
import type { Pair } from "../words_bench";

export interface OtherPack {
  files: PackFiles;
  extendsOurs: boolean;
  fr: { title: string; words: Words };
  en: { title: string; words: Words };
  outcomes: (Outcome | Pair | null)[]; // one for each case, in their order; a pair of texts is an error
}

export interface BenchState {
  tried: Tried[];
  other: OtherPack | null;
  onlyDiffering: boolean;
  running: { done: number; of: number } | null;
  error: string | null;
}

export const emptyBench: BenchState = { tried: [], other: null, onlyDiffering: false, running: null, error: null };
