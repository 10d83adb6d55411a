// The answers so far; each can be changed or erased.
import type { Props } from "../state.ts";
import { words } from "../words.ts";
import { answerText } from "./answers.ts";

export function Given({ state, dispatch }: Props) {
  const { lang, now, scenario } = state;
  const facts = now.words.facts.filter((one) => scenario.facts[one.fact] !== undefined || scenario.passed.includes(one.fact));
  return (
    <details class="given">
      <summary>{words.given[lang]}{words.colon[lang]}{Object.keys(scenario.facts).length}</summary>
      {facts.length === 0 ? <p class="hint">{words.noneGiven[lang]}</p> : (
        <ul>
          {facts.map((one) => {
            const value = scenario.facts[one.fact];
            return (
              <li>
                <span>{one.text}</span> <strong>{value === undefined ? words.left[lang] : answerText(one, value, lang)}</strong>
                <span class="actions">
                  <button type="button" class="quiet" aria-label={`${words.change[lang]}${words.colon[lang]}${one.text}`}
                    onClick={() => dispatch({ type: "edit", fact: one.fact })}>{words.change[lang]}</button>
                  {value !== undefined && (
                    <button type="button" class="quiet" aria-label={`${words.erase[lang]}${words.colon[lang]}${one.text}`}
                      onClick={() => dispatch({ type: "clear", fact: one.fact })}>{words.erase[lang]}</button>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </details>
  );
}
