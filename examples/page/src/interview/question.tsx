// One question at a time; what is not known can always be said, and everything can be passed.
import type { Engine } from "aiguillage";
import { useEffect, useRef, useState } from "preact/hooks";
import type { AskedFact, FactValue, Props, State } from "../state.ts";
import { words } from "../words.ts";
import { draftOf, valueIn, type Draft } from "./answers.ts";
import { Field } from "./field.tsx";
import { Grid } from "./grid.tsx";

/** What is asked now: the best question, or the fact that is being changed. */
export interface Posed {
  facts: readonly AskedFact[];
  text: string;
  sensitive: boolean;
  decides: readonly string[];
  urgencies: readonly string[];
}

export function posedIn({ now, editing }: State): Posed | null {
  const fact = now.words.facts.find((one) => one.fact === editing);
  if (fact) return { facts: [fact], text: fact.text, sensitive: fact.sensitive, decides: [], urgencies: [] };
  const { question } = now.asked;
  return question && { ...question, facts: question.answers };
}

function Why({ state, posed }: { state: State; posed: Posed }) {
  const { lang, now } = state;
  const needs = posed.decides.map((id) => now.words.needs.find((one) => one.id === id)?.text).filter(Boolean) as string[];
  if (posed.urgencies.length > 0) needs.push(words.decidesUrgency[lang]);
  return (
    <>
      {posed.sensitive && <p class="sensitive">{words.sensitive[lang]}</p>}
      {needs.length > 0 && (
        <details class="why" open={posed.sensitive}>
          <summary>{words.whyAsked[lang]}</summary>
          <p>{words.decides[lang]}</p>
          <ul>{needs.slice(0, 8).map((one) => <li>{one}</li>)}</ul>
        </details>
      )}
    </>
  );
}

export function Question({ state, dispatch, posed, engine }: Props & { posed: Posed; engine: Engine }) {
  const { lang, scenario, now } = state;
  const names = posed.facts.map((one) => one.fact);
  const [draft, put] = useState<Draft>(() =>
    Object.fromEntries(posed.facts.map((one) => [one.fact, draftOf(scenario.facts[one.fact])])));
  const [missing, miss] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  function answer(event: Event): void {
    event.preventDefault();
    const said: Record<string, FactValue> = {};
    for (const one of posed.facts) {
      const value = valueIn(one, draft[one.fact]);
      if (value !== undefined) said[one.fact] = value;
    }
    const passed = names.filter((name) => said[name] === undefined);
    if (passed.length === names.length) return miss(true);
    dispatch({ type: "answer", facts: said, passed });
  }
  const pass = (): void => dispatch({ type: "pass", facts: names });
  const { grid } = now.words;
  return (
    <form class="question" data-question={names.join(" ")} onSubmit={answer}>
      <h2 ref={title} tabIndex={-1}>
        <span class="kicker">{state.editing === null ? words.question[lang] : words.changing[lang]}</span> {posed.text}
      </h2>
      <Why state={state} posed={posed} />
      {posed.facts.map((one) => (
        <Field of={one} lang={lang} chosen={draft[one.fact] ?? []} alone={posed.facts.length === 1}
          choose={(chosen) => put({ ...draft, [one.fact]: chosen })}>
          {grid?.fact === one.fact && (
            <Grid grid={grid} engine={engine} lang={lang} settle={(value) => put({ ...draft, [one.fact]: [value] })}
              valueText={(id) => one.values.find((value) => value.id === id)?.text ?? ""} />
          )}
        </Field>
      ))}
      <p class="missing" role="status">{missing ? words.chooseFirst[lang] : ""}</p>
      <div class="actions">
        <button type="submit" class="main">{words.next[lang]}</button>
        <button type="button" onClick={pass}>{words.unknown[lang]}</button>
        <button type="button" onClick={pass}>{words.pass[lang]}</button>
        <button type="button" class="quiet" onClick={() => dispatch({ type: "back" })}>{words.back[lang]}</button>
      </div>
    </form>
  );
}
