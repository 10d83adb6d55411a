// What is certain, what is possible, how urgent it is, and the three lanes as they form.
import type { Routed, State } from "../state.ts";
import { fill, words } from "../words.ts";

type Need = Routed["qualification"]["needs"][number];
const mostPossible = 6;

function needText({ now }: State, need: Need): string {
  const type = now.words.needs.find((one) => one.id === need.need)?.text ?? "";
  const right = now.words.rights.find((one) => one.id === need.right)?.text;
  return right === undefined ? type : `${type} (${right})`;
}

function Needs({ state, status, title }: { state: State; status: Need["status"]; title: string }) {
  const { lang } = state;
  const all = state.now.routed.qualification.needs.filter((one) => one.status === status);
  const item = (one: Need) => (
    <li data-need={one.id} data-status={status} data-lane={one.dimension}>
      <span class="lane-name">{state.now.words.dimensions.find(({ id }) => id === one.dimension)?.text}</span> <span class="need-name">{needText(state, one)}</span>
    </li>
  );
  const shown = status === "certain" ? all : all.slice(0, mostPossible);
  const rest = all.slice(shown.length);
  return (
    <section class={`needs ${status}`}>
      <h3>{title}</h3>
      {all.length === 0 ? <p class="hint">{words.noNeed[lang]}</p> : <ul>{shown.map(item)}</ul>}
      {rest.length > 0 && (
        <details><summary>{fill(words.more[lang], { n: rest.length })}</summary><ul>{rest.map(item)}</ul></details>
      )}
    </section>
  );
}

function Urgency({ state }: { state: State }) {
  const { words: named, routed } = state.now;
  const level = named.urgencies.find((one) => one.id === routed.qualification.urgency);
  return level ? <p class="how-urgent"><strong>{words.urgency[state.lang]}{words.colon[state.lang]}</strong>{level.text}</p> : null;
}

/** Names alone: the plan says the rest. */
export function Forming({ state }: { state: State }) {
  const { lang, now } = state;
  const [plan] = now.routed.plans;
  return (
    <section class="forming">
      <h3>{words.forming[lang]}</h3>
      <div class="forming-lanes">
        {now.words.dimensions.map(({ id, text }) => {
          const stops = (plan?.stops ?? []).filter((one) => plan?.lanes[id].includes(one.id));
          return (
            <div class="forming-lane" data-lane={id}>
              <h4>{text}</h4>
              {stops.length === 0 ? <p class="hint">{words.laneEmpty[lang]}</p> : (
                <ol>{stops.map((one) => <li lang={lang === "fr" ? undefined : "fr"} value={Number(one.id.slice(1))}>{one.name}</li>)}</ol>
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** In few words, for those who hear the page. */
function said(state: State): string {
  const { lang, now } = state;
  const count = (status: Need["status"]): number => now.routed.qualification.needs.filter((one) => one.status === status).length;
  const level = now.words.urgencies.find((one) => one.id === now.routed.qualification.urgency)?.text ?? "";
  const colon = words.colon[lang];
  return [
    `${words.certain[lang]}${colon}${count("certain")}`, `${words.possible[lang]}${colon}${count("possible")}`, `${words.urgency[lang]}${colon}${level}`,
  ].join(". ");
}

function Known({ state }: { state: State }) {
  const { lang } = state;
  return (
    <>
      <Urgency state={state} />
      <Needs state={state} status="certain" title={words.certain[lang]} />
      <Needs state={state} status="possible" title={words.possible[lang]} />
    </>
  );
}

/** Beside the question; above it, folded, where there is little room. */
export function Standing({ state, folded }: { state: State; folded: boolean }) {
  const title = words.standing[state.lang];
  return (
    <aside class="standing" aria-label={title}>
      <p class="visually-hidden" role="status">{said(state)}</p>
      {folded ? (
        <details><summary><h2>{title}</h2></summary><Known state={state} /></details>
      ) : (
        <>
          <h2>{title}</h2>
          <Known state={state} />
        </>
      )}
    </aside>
  );
}
