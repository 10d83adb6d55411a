// The table of the cases: which give what they expect, and what differs in the others.
import type { Names } from "./names";
import { checkWords } from "./check_words";
import type { Check, Tried } from "./run";
import { words_bench as w, type Pair } from "../words_bench";

interface Props {
  tried: readonly Tried[];
  onlyDiffering: boolean;
  names: Names;
  lang: "fr" | "en";
  open: (one: Tried) => void;
}
type Say = (pair: Pair) => string;

export const differs = (one: Tried): boolean => one.error !== null || one.failed.length > 0;

function Mark({ one, say }: { one: Tried; say: Say }) {
  const [icon, words, kind] = one.error !== null ? ["!", w.notRun, "error"] as const
    : one.failed.length > 0 ? ["≠", w.differs, "differs"] as const
    : one.isCase ? ["✓", w.asExpected, "same"] as const
    : ["–", w.noExpectation, "none"] as const;
  return <span class={`bench-mark bench-mark-${kind}`}><span aria-hidden="true">{icon}</span> {say(words)}</span>;
}

function Difference({ check, names, say }: { check: Check; names: Names; say: Say }) {
  const { title, expected, got, missing } = checkWords(check, names, say);
  const listed = (all: readonly string[]): string => (all.length > 0 ? all.join(" · ") : say(w.nothing));
  return (
    <li>
      <strong>{title}</strong>
      {missing.length > 0 ? <span class="bench-side">{say(w.missing)} {listed(missing)}</span> : null}
      <span class="bench-side">{say(w.expected)} {listed(expected)}</span>
      <span class="bench-side">{say(w.got)} {listed(got)}</span>
    </li>
  );
}

export function CasesTable({ tried, onlyDiffering, names, lang, open }: Props) {
  const say: Say = (pair) => pair[lang];
  const shown = tried.filter((one) => !onlyDiffering || differs(one));
  if (shown.length === 0) return <p>{say(w.noneDiffers)}</p>;
  return (
    <table class="bench-table" role="table">
      <caption class="visually-hidden">{say(w.tableTried)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{say(w.columnCase)}</th>
          <th role="columnheader" scope="col">{say(w.columnResult)}</th>
          <th role="columnheader" scope="col">{say(w.columnDiffers)}</th>
          <th role="columnheader" scope="col">{say(w.columnAction)}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {shown.map((one) => (
          <tr role="row" key={one.file} data-case={one.file} data-differs={differs(one)}>
            <th role="rowheader" scope="row">{one.title[lang]}</th>
            <td role="cell"><Mark one={one} say={say} /></td>
            <td role="cell">
              {one.error?.[lang]}
              {one.failed.length > 0
                ? <ul>{one.failed.map((check) => <Difference key={check.check} check={check} names={names} say={say} />)}</ul>
                : null}
            </td>
            <td role="cell">
              {one.error === null
                ? <button type="button" onClick={() => open(one)}>
                    {say(w.open)}<span class="visually-hidden"> {one.title[lang]}</span>
                  </button>
                : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
