// Whose answer changes with another pack, and from what to what.
import type { Names } from "./names";
import { changeOf, type Change } from "./outcome";
import type { OtherPack } from "./state";
import type { Tried } from "./run";
import { changeSentence, words_bench as w, type Pair } from "../words_bench";

interface Props {
  tried: readonly Tried[];
  other: OtherPack;
  names: Names;
  lang: "fr" | "en";
}
type Say = (pair: Pair) => string;
interface Compared {
  one: Tried;
  change: Change | null;
  error: Pair | null;
}

export function compared(tried: readonly Tried[], other: OtherPack): Compared[] {
  const all: Compared[] = [];
  tried.forEach((one, index) => {
    const elsewhere = other.outcomes[index];
    if (one.outcome === null || elsewhere === undefined || elsewhere === null) return;
    if ("fr" in elsewhere) all.push({ one, change: null, error: elsewhere });
    else all.push({ one, change: changeOf(one.outcome, elsewhere), error: null });
  });
  return all;
}

function Needs({ change, names, say }: { change: Change; names: Names; say: Say }) {
  const listed = (ids: readonly string[]): string => ids.map((id) => names.need(id)).join(" · ");
  if (change.gained.length + change.lost.length === 0) return <>{say(w.same)}</>;
  return (
    <ul>
      {change.gained.length > 0 ? <li>{say(w.gained)} {listed(change.gained)}</li> : null}
      {change.lost.length > 0 ? <li>{say(w.lost)} {listed(change.lost)}</li> : null}
    </ul>
  );
}

function FromTo({ from, to, say }: { from: string; to: string; say: Say }) {
  return <>{from} <span class="bench-to"><span aria-hidden="true">→</span> {say(w.to)}</span> {to}</>;
}

function Row({ one, change, error, names, lang }: Compared & { names: Names; lang: "fr" | "en" }) {
  const say: Say = (pair) => pair[lang];
  const types = (ids: readonly string[]): string =>
    ids.length > 0 ? ids.map((id) => names.of("actor_types", id)).join(" · ") : say(w.noStop);
  const title = <th role="rowheader" scope="row">{one.title[lang]}</th>;
  if (change === null)
    return <tr role="row" data-changed-case={one.file}>{title}<td role="cell" colSpan={3}>{error?.[lang]}</td></tr>;
  const { urgency, first } = change;
  return (
    <tr role="row" data-changed-case={one.file}>
      {title}
      <td role="cell" data-label={say(w.columnNeeds)}><Needs change={change} names={names} say={say} /></td>
      <td role="cell" data-label={say(w.columnUrgency)}>
        {urgency === null ? say(w.same)
          : <FromTo from={names.of("urgencies", urgency.from)} to={names.of("urgencies", urgency.to)} say={say} />}
      </td>
      <td role="cell" data-label={say(w.columnFirst)}>
        {first === null ? say(w.same) : <FromTo from={types(first.from)} to={types(first.to)} say={say} />}
      </td>
    </tr>
  );
}

export function ChangesTable({ tried, other, names, lang }: Props) {
  const say: Say = (pair) => pair[lang];
  const all = compared(tried, other);
  const changed = all.filter((one) => one.change !== null || one.error !== null);
  return (
    <>
      <p role="status" class="bench-sum">{say(changeSentence(changed.length, all.length))}</p>
      {changed.length === 0 ? null : (
        <table class="bench-table" role="table">
          <caption class="visually-hidden">{say(w.tableChanges)}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {[w.columnCase, w.columnNeeds, w.columnUrgency, w.columnFirst].map((one) => (
                <th role="columnheader" scope="col" key={one.fr}>{say(one)}</th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {changed.map((one) => <Row key={one.one.file} {...one} names={names} lang={lang} />)}
          </tbody>
        </table>
      )}
    </>
  );
}
