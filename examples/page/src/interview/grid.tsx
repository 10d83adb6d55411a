// The common evaluation grid: five short questions that settle one fact. The engine says what they come to.
import type { Engine } from "aiguillage";
import { useState } from "preact/hooks";
import type { Language, Words } from "../state.ts";
import { words } from "../words.ts";

interface GridProps {
  grid: NonNullable<Words["grid"]>;
  valueText: (id: string) => string;
  engine: Engine;
  lang: Language;
  settle: (value: string) => void;
}

export function Grid({ grid, valueText, engine, lang, settle }: GridProps) {
  const [answers, put] = useState<Record<string, number>>({});
  const value = engine.grid(answers).value.value;
  function answer(item: string, count: number): void {
    const next = { ...answers, [item]: count };
    put(next);
    const settled = engine.grid(next).value.value;
    if (settled !== null) settle(settled);
  }
  return (
    <details class="grid">
      <summary>{words.grid[lang]}</summary>
      <p class="hint">{grid.text}</p>
      {grid.items.map((item) => (
        <fieldset>
          <legend>{item.text}</legend>
          {item.answers.map((text, count) => (
            <label class="choice">
              <input type="radio" name={`grid-${item.id}`} checked={answers[item.id] === count} onChange={() => answer(item.id, count)} />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <p role="status">{value === null ? words.gridUndecided[lang] : `${words.gridGives[lang]} ${valueText(value)}`}</p>
    </details>
  );
}
