import type { Because, Language, Routed, Words } from "./answers";
import { textOf } from "./wording";
import { wordsPlan as w } from "../words_plan";

export interface Source {
  id: string;
  statement: string;
  /** How far it was checked, in words. */
  checked: string;
}
export interface Reason {
  text: string;
  /** How sure it is, in words; "" when nothing says so. */
  sure: string;
  sources: Source[];
}

const sourceIds = (source: string): string[] => source.split(" ").filter((one) => one !== "");

/** The letters of the sources: V read, S second hand, G general knowledge; field studies have none. */
export function checkedText(status: string | null | undefined, lang: Language): string {
  if (!status) return w.fieldStudy[lang];
  if (status.startsWith("NOT")) return w.sourceNotChecked[lang];
  if (status.startsWith("V")) return (/[SG]/.test(status) ? w.sourcePartlyRead : w.sourceRead)[lang];
  return (status.startsWith("S") ? w.sourceSecondHand : w.sourceGeneral)[lang];
}

export function sourcesOf(words: Words, source: string, lang: Language): Source[] {
  return sourceIds(source).flatMap((id) => {
    if (id === "assumed") return [];
    const found = words.sources.find((one) => one.id === id);
    return [{ id, statement: found?.statement ?? "", checked: checkedText(found?.status, lang) }];
  });
}

/** The grade that the rule of a need carries; else "assumed" when that is all there is to say. */
function gradeOf(because: Because, routed: Routed): string | null {
  for (const need of routed.qualification.needs)
    for (const account of need.because) if (account.rule === because.rule) return account.evidence;
  return because.source === "assumed" ? "assumed" : null;
}

/** Reasons with the same words stand once. */
export function reasonsOf(all: readonly Because[], routed: Routed, words: Words, lang: Language): Reason[] {
  const made: Reason[] = [];
  for (const one of all) {
    if (made.some((before) => before.text === one.text)) continue;
    const grade = gradeOf(one, routed);
    made.push({
      text: one.text,
      sure: grade === null ? "" : textOf(words.evidence, grade),
      sources: sourcesOf(words, one.source, lang),
    });
  }
  return made;
}
