// The first screen: what is asked, when, where. All of it may stay empty.
import { useState } from "preact/hooks";
import { outlinesOf } from "../plan/outlines.ts";
import type { AskedFact, FactValue, Props, Scenario, State } from "../state.ts";
import { words } from "../words.ts";

const facts = ["request", "request_right", "request_organism", "asked_at"];

interface Choice {
  id: string;
  text: string;
}
interface ChooseProps {
  name: string;
  label: string;
  none: string;
  choices: readonly Choice[];
  value: string;
  change: (value: string) => void;
  hint?: string;
}

function Choose({ name, label, none, choices, value, change, hint }: ChooseProps) {
  return (
    <div class="field" data-fact={name}>
      <label for={`start-${name}`}>{label}</label>
      <select id={`start-${name}`} value={value} aria-describedby={hint ? `start-${name}-hint` : undefined}
        onChange={(event) => change(event.currentTarget.value)}>
        <option value="">{none}</option>
        {choices.map((one) => <option value={one.id}>{one.text}</option>)}
      </select>
      {hint && <p class="hint" id={`start-${name}-hint`}>{hint}</p>}
    </div>
  );
}

/** The communes of a territory that have a name here. */
function communesOf({ now, scenario, lang }: State, territory: string): Choice[] {
  const named = (outlinesOf(territory)?.communes ?? []).map(({ code, name }) => ({ id: code, text: name }));
  const towns = scenario.territory === territory ? now.places.actors : [];
  for (const { commune, town } of towns)
    if (commune && town && !named.some((one) => one.id === commune)) named.push({ id: commune, text: town });
  return named.sort((a, b) => a.text.localeCompare(b.text, lang));
}

export function Start({ state, dispatch, territories }: Props & { territories: readonly { id: string; title: string }[] }) {
  const { lang } = state;
  const [draft, put] = useState<Scenario>(state.scenario);
  const known = (name: string): AskedFact | undefined => state.now.words.facts.find((one) => one.fact === name);
  const tell = (name: string, value: string): void => {
    const { [name]: _old, ...others } = draft.facts;
    put({ ...draft, facts: value === "" ? others : { ...others, [name]: value } });
  };
  const told = (value: FactValue | undefined): string => (typeof value === "string" ? value : "");
  const communes = communesOf(state, draft.territory ?? "");
  const begin = (event: Event): void => {
    event.preventDefault();
    const { facts: said, date, home, territory } = draft;
    dispatch({ type: "begin", scenario: { facts: said, date, home, territory } });
  };
  return (
    <form class="start" onSubmit={begin}>
      <h2>{words.startTitle[lang]}</h2>
      <p class="lead">{words.startIntro[lang]}</p>
      {facts.map(known).map((one) => one && (
        <Choose name={one.fact} label={one.text} none={words.notSaid[lang]} choices={one.values}
          value={told(draft.facts[one.fact])} change={(value) => tell(one.fact, value)} />
      ))}
      <div class="field-row">
        <div class="field" data-fact="date">
          <label for="start-date">{words.date[lang]}</label>
          <input id="start-date" type="date" value={draft.date ?? ""} aria-describedby="start-date-hint"
            onInput={(event) => put({ ...draft, date: event.currentTarget.value || null })} />
          <p class="hint" id="start-date-hint">{words.dateHint[lang]}</p>
        </div>
        <Choose name="territory" label={words.territory[lang]} none={words.neutral[lang]}
          choices={territories.map(({ id, title }) => ({ id, text: title }))} value={draft.territory ?? ""}
          change={(value) => put({ ...draft, territory: value || null, home: value === draft.territory ? draft.home : null })} />
        {communes.length > 0 && (
          <Choose name="home" label={words.home[lang]} none={words.notSaid[lang]} choices={communes}
            value={told(draft.home as FactValue)} change={(value) => put({ ...draft, home: value || null })} />
        )}
      </div>
      <p class="actions"><button type="submit" class="main">{words.start[lang]}</button></p>
    </form>
  );
}
