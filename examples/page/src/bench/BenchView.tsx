// Cases tried all at once, and whose answer changes with other rules.
import type { Action, State } from "../state";
import { resultSentence, words_bench as w, type Pair } from "../words_bench";
import { ChangesTable } from "./changes";
import { CasesTable, differs } from "./differing";
import { loadCases, loadPack, type BenchTools, type Tell } from "./load";
import { Names } from "./names";
import { scenarioOf, type Tried } from "./run";

interface Props {
  state: State;
  dispatch: (action: Action) => void;
  tools: BenchTools;
}
interface FileInputProps {
  id: string;
  label: string;
  hint?: string;
  accept?: string;
  many?: boolean;
  folder?: boolean;
  busy: boolean;
  chosen: (files: File[]) => void;
}

function FileInput({ id, label, hint, accept, many, folder, busy, chosen }: FileInputProps) {
  const change = (input: HTMLInputElement): void => {
    const files = [...(input.files ?? [])];
    input.value = ""; // the same file can be chosen again
    if (files.length > 0) chosen(files);
  };
  const asFolder: object = folder ? { webkitdirectory: true } : {}; // not among the attributes that types know
  return (
    <div class="bench-input file">
      <input id={id} type="file" class="visually-hidden" multiple={many} accept={accept} disabled={busy} {...asFolder}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`} onChange={(event) => change(event.currentTarget)} />
      <label for={id}>{label}</label>
      {hint === undefined ? null : <p id={`${id}-hint`} class="bench-hint">{hint}</p>}
    </div>
  );
}

function CasesPart({ state, dispatch, tools }: Props) {
  const say = (pair: Pair): string => pair[state.lang];
  const { tried, other, onlyDiffering, running } = state.bench;
  const tell: Tell = (bench) => dispatch({ type: "bench", bench });
  const open = (one: Tried): void => {
    dispatch({ type: "open", scenario: scenarioOf(tools.engine, one, state.lang) });
    dispatch({ type: "view", view: "interview" });
  };
  const cases = tried.filter((one) => one.isCase);
  const passed = cases.filter((one) => !differs(one)).length;
  const names = new Names([state.now.words], say(w.unknownWord));
  return (
    <section aria-labelledby="bench-cases-title">
      <h3 id="bench-cases-title">{say(w.casesTitle)}</h3>
      <FileInput id="bench-cases" label={say(w.casesInput)} hint={say(w.casesHint)} accept=".yaml,.yml,.json" many
        busy={running !== null} chosen={(files) => void loadCases(files, tools, other, tell)} />
      <p role="status" class="bench-sum" data-bench-done={running === null ? tried.length : undefined}>
        {running !== null ? `${say(w.running)} ${running.done} / ${running.of}`
          : tried.length === 0 ? say(w.noCases) : say(resultSentence(passed, cases.length))}
      </p>
      {tried.length === 0 ? null : (
        <>
          <p class="bench-tools">
            <label>
              <input type="checkbox" checked={onlyDiffering}
                onChange={(event) => tell({ onlyDiffering: event.currentTarget.checked })} />
              {" "}{say(w.onlyDiffering)}
            </label>
            <button type="button" onClick={() => tell({ tried: [] })}>{say(w.forget)}</button>
          </p>
          <CasesTable tried={tried} onlyDiffering={onlyDiffering} names={names} lang={state.lang} open={open} />
        </>
      )}
    </section>
  );
}

function PackPart({ state, dispatch, tools }: Props) {
  const say = (pair: Pair): string => pair[state.lang];
  const { tried, other, running } = state.bench;
  const tell: Tell = (bench) => dispatch({ type: "bench", bench });
  const load = (isFolder: boolean) => (files: File[]) =>
    void loadPack(files, isFolder, tools, tried, say(isFolder ? w.emptyFolder : w.notABundle), tell);
  const busy = running !== null;
  return (
    <section aria-labelledby="bench-pack-title">
      <h3 id="bench-pack-title">{say(w.packTitle)}</h3>
      <p>{say(w.packHint)}</p>
      <FileInput id="bench-folder" label={say(w.packFolder)} folder busy={busy} chosen={load(true)} />
      <FileInput id="bench-bundle" label={say(w.packBundle)} accept=".json" busy={busy} chosen={load(false)} />
      {other === null ? null : (
        <>
          <p class="bench-tools" data-other-pack>
            <span><strong>{other[state.lang].title}</strong>, {say(other.extendsOurs ? w.completes : w.replaces)}</span>
            <button type="button" onClick={() => tell({ other: null })}>{say(w.removePack)}</button>
          </p>
          {tried.length === 0 ? <p>{say(w.needCases)}</p> : (
            <ChangesTable tried={tried} other={other} lang={state.lang}
              names={new Names([state.now.words, other[state.lang].words], say(w.unknownWord))} />
          )}
        </>
      )}
    </section>
  );
}

export function BenchView(props: Props) {
  const { lang, bench } = props.state;
  return (
    <div class="bench">
      <h2>{w.title[lang]}</h2>
      <p>{w.intro[lang]}</p>
      {bench.error === null ? null : <p role="alert" class="bench-error">{bench.error}</p>}
      <CasesPart {...props} />
      <PackPart {...props} />
    </div>
  );
}
