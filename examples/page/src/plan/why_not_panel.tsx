import { useState } from "preact/hooks";
import { whole, type WhyNot } from "./answers";
import { findPlaces, type Findable } from "./find_place";
import type { Props } from "../state";
import { nameOf, Name } from "./stop_parts";
import { counted, fill, needText, sentence, textOf } from "./wording";
import { wordsPlan as w } from "../words_plan";

type State = Props["state"];
const most = 8;

function placesOf(state: State): Findable[] {
  return state.now.places.actors.map((one) => {
    const trade = textOf(state.now.words.actor_types, one.type);
    const name = nameOf(state, one.id);
    return { id: one.id, name, trade: sentence(trade) === name ? "" : trade };
  });
}

function OneAnswer({ state, answer, onClose }: { state: State; answer: WhyNot; onClose: () => void }) {
  const {
    lang,
    now: { words },
  } = state;
  return (
    <article class="why-not-answer">
      <h4>
        <Name state={state} id={answer.actor} />
      </h4>
      <p>{sentence(answer.text)}</p>
      {answer.detour && <p>{answer.detour.text}</p>}
      {answer.would_change.length > 0 && (
        <>
          <p>
            <strong>{w.wouldChange[lang]}</strong>
          </p>
          <ul>
            {answer.would_change.map((one) => (
              <li key={one}>{sentence(one)}</li>
            ))}
          </ul>
        </>
      )}
      {answer.would_change.length === 0 && answer.standing === "out" && <p>{w.nothingWouldChange[lang]}</p>}
      <details>
        <summary>{w.needByNeed[lang]}</summary>
        <ul>
          {answer.needs.map((one) => (
            <li key={one.id}>
              <strong>{needText(words, one.id, lang)}</strong>
              {w.colon[lang]}
              {one.text}
              {one.reasons.length > 0 && (
                <ul>
                  {one.reasons.map((why, i) => (
                    <li key={i}>{sentence(why.text)}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </details>
      <p class="actions">
        <button type="button" class="chip" onClick={onClose}>
          {w.close[lang]}
        </button>
      </p>
    </article>
  );
}

/** Any place of the territory, with why the path does not go there and what would change that. */
export function WhyNotPanel({ state, dispatch }: Props) {
  const { lang } = state;
  const [written, setWritten] = useState("");
  const found = written.trim() === "" ? [] : findPlaces(placesOf(state), written);
  const ask = (actor: string | null): void => {
    setWritten("");
    dispatch({ type: "why-not", actor });
  };
  const status =
    counted(found.length, w.oneFound, w.found, lang) +
    (found.length > most ? `, ${fill(w.firstOfThem[lang], { n: most })}` : "");
  return (
    <section class="why-not">
      <h3>{w.whyNot[lang]}</h3>
      <label class="field">
        <span>{w.whyNotFind[lang]}</span>
        <input
          type="search"
          value={written}
          autocomplete="off"
          onInput={(event) => setWritten(event.currentTarget.value)}
        />
      </label>
      <p class="hint" role="status">
        {written.trim() !== "" && status}
      </p>
      {found.length > 0 && (
        <ul class="found">
          {found.slice(0, most).map((one) => (
            <li key={one.id}>
              <button type="button" class="chip" onClick={() => ask(one.id)}>
                {one.name}
                {one.trade && <span class="trade"> · {one.trade}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div aria-live="polite">
        {whole(state.now.routed).why_not.map((one) => (
          <OneAnswer key={one.actor} state={state} answer={one} onClose={() => ask(null)} />
        ))}
      </div>
    </section>
  );
}
