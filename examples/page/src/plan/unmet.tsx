import { whole, wholePlan } from "./answers";
import type { Props } from "../state";
import { Reasons } from "./why";
import { needText, sentence, textOf } from "./wording";
import { wordsPlan as w } from "../words_plan";

type State = Props["state"];

/** The reason, with the trade that it is about when it does not name it itself. */
export const whyText = (trade: string, text: string, lang: State["lang"]): string =>
  sentence(trade === "" || text.includes(trade) ? text : trade + w.colon[lang] + text);

function Unmet({ state }: { state: State }) {
  const {
    lang,
    now: { words, routed },
  } = state;
  const { unmet } = whole(routed);
  if (unmet.length === 0) return null;
  return (
    <section class="unmet">
      <h3>{w.unmet[lang]}</h3>
      <p>{w.unmetHelp[lang]}</p>
      <ul>
        {unmet.map((one) => (
          <li key={one.id}>
            <strong>{needText(words, one.id, lang)}</strong>
            <p>{sentence(one.text)}</p>
            {one.why.length > 0 && (
              <details>
                <summary>{w.tradeByTrade[lang]}</summary>
                <ul>
                  {one.why.map((why, i) => (
                    <li key={i}>{whyText(textOf(words.actor_types, why.actor_type), why.text, lang)}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waived({ state }: { state: State }) {
  const {
    lang,
    now: { words, routed },
  } = state;
  const { followed } = whole(routed);
  const said = [
    ...routed.waived.map((one) => ({
      id: one.id,
      why: one.text ?? (one.by ? w.waivedByRule : w.waivedByEvents)[lang],
    })),
    ...(followed?.done ?? []).map((id) => ({ id, why: w.done[lang] })),
    ...(followed?.renounced ?? []).map((one) => ({
      id: one.id,
      why: [w.renounced[lang], textOf(words.stages, one.stage)].filter(Boolean).join(w.colon[lang]),
    })),
  ];
  if (said.length === 0) return null;
  return (
    <section class="waived">
      <h3>{w.waived[lang]}</h3>
      <ul>
        {said.map((one) => (
          <li key={one.id}>
            <strong>{needText(words, one.id, lang)}</strong> — {one.why}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Afterwards({ state }: { state: State }) {
  const {
    lang,
    now: { words, routed },
  } = state;
  const [plan] = routed.plans;
  const later = plan ? wholePlan(plan).offered_afterwards : [];
  if (later.length === 0) return null;
  return (
    <section>
      <h3>{w.afterwards[lang]}</h3>
      <ul>
        {later.map((id) => (
          <li key={id}>{needText(words, id, lang)}</li>
        ))}
      </ul>
    </section>
  );
}

function Overridden({ state }: { state: State }) {
  const { overridden } = whole(state.now.routed);
  if (overridden.length === 0) return null;
  return (
    <section>
      <h3>{w.overridden[state.lang]}</h3>
      <Reasons all={overridden} state={state} />
    </section>
  );
}

/** All that the path leaves out, and why. */
export function LeftOut({ state }: { state: State }) {
  return (
    <>
      <Unmet state={state} />
      <Waived state={state} />
      <Afterwards state={state} />
      <Overridden state={state} />
    </>
  );
}
