import { noteOf, wholeStop, type Note, type Stop } from "./answers";
import { isHandedOver, isLong, keptOnly, type Sheet } from "./note_data";
import { Pictogram, type Sign } from "./pictograms";
import type { Props } from "../state";
import { followUpText, modeText, nameOf, whenText } from "./stop_parts";
import { fill, hoursText, needText, sentence, textOf, unbroken } from "./wording";
import { wordsPlan as w } from "../words_plan";

type State = Props["state"];

function Part({ sign, title, children }: { sign: Sign; title: string; children: preact.ComponentChildren }) {
  return (
    <div class="note-part">
      <h4>
        <Pictogram sign={sign} /> {title}
      </h4>
      {children}
    </div>
  );
}

const List = ({ items }: { items: readonly string[] }) => (
  <ul>
    {items.map((one) => (
      <li key={one}>{one}</li>
    ))}
  </ul>
);

export function placeLines(state: State, actor: string): string[] {
  const place = state.now.places.actors.find((one) => one.id === actor);
  return [place?.address, place?.phone && unbroken(place.phone), place?.email].filter((one): one is string =>
    Boolean(one),
  );
}

function Where({ state, stop }: { state: State; stop: Stop }) {
  const { lang } = state;
  const { hours } = wholeStop(stop);
  return (
    <Part sign="where" title={w.where[lang]}>
      <p>{[sentence(textOf(state.now.words.actor_types, stop.type)), ...placeLines(state, stop.actor)].join(" · ")}</p>
      {hours.as_written && (
        <p>
          {w.hoursSaid[lang]} {hoursText(hours.as_written, lang)}
        </p>
      )}
    </Part>
  );
}

/** What a stop is for, as it may be said there; the place where the person is has heard it already. */
export function neededThere(state: State, stop: Stop): { words: string; help: string | null }[] {
  const note = noteOf(stop);
  if (note) return note.refused ? [] : note.needs;
  return stop.serves.map((one) => ({ words: needText(state.now.words, one.id, state.lang), help: one.help }));
}

function What({ state, stop, note }: { state: State; stop: Stop; note: Note | null }) {
  const { lang } = state;
  const states = (label: string, items: readonly string[]) =>
    items.length > 0 && (
      <p>
        <strong>{label}</strong> {sentence(items.join(" · "))}.
      </p>
    );
  return (
    <Part sign="question" title={w.what[lang]}>
      {stop.decides && <p>{w.decisionHelp[lang]}</p>}
      <List
        items={neededThere(state, stop).map(({ words, help }) =>
          sentence(help && !stop.decides ? `${words} → ${textOf(state.now.words.help, help)}` : words),
        )}
      />
      {note && states(w.before[lang], note.before)}
      {note && states(w.brings[lang], note.brings)}
    </Part>
  );
}

function Told({ state, note }: { state: State; note: Note }) {
  const { lang } = state;
  return (
    <>
      <Part sign="bring" title={w.bring[lang]}>
        <List items={note.papers.length > 0 ? note.papers.map(sentence) : [w.nothingPrecise[lang]]} />
        <p class="faint">{w.papersAssumed[lang]}</p>
      </Part>
      <Part sign="talk" title={w.tell[lang]}>
        {note.told.length > 0 ? <List items={note.told.map((one) => one.words)} /> : <p>{w.tellNothing[lang]}</p>}
        {note.agreed && <p>{w.agreedNote[lang]}</p>}
      </Part>
    </>
  );
}

function OneStop({ state, stop }: { state: State; stop: Stop }) {
  const { lang } = state;
  const note = noteOf(stop);
  const sender = note?.names_sender && stop.handoff ? stop.handoff.from : null;
  return (
    <>
      <Part sign="when" title={w.when[lang]}>
        <p>{whenText(state, stop)}</p>
      </Part>
      {!note?.refused && <What state={state} stop={stop} note={note} />}
      {note && !note.refused && isHandedOver(stop) && (
        <>
          <Part sign="walk" title={w.how[lang]}>
            <p>{modeText(state, stop)}.</p>
            {sender !== null && (
              <p>
                <strong>{w.handedBy[lang]}</strong>{" "}
                {[nameOf(state, sender), ...placeLines(state, sender).slice(1, 2)].join(" · ")}
              </p>
            )}
          </Part>
          <Told state={state} note={note} />
        </>
      )}
    </>
  );
}

/** What a place is given: who, what, when, where, papers to bring, what may be said, and nothing more. */
export function ActorNote({ state, sheet }: { state: State; sheet: Sheet }) {
  const { lang } = state;
  const [first] = sheet.stops;
  return (
    <section class={isLong(sheet) ? "note long" : "note"} data-note={sheet.actor}>
      <h3>{fill(w.noteFor[lang], { who: nameOf(state, sheet.actor) })}</h3>
      <Part sign="social" title={w.who[lang]}>
        <p>{w.whoText[lang]}</p>
        <p class="write-in">{w.whoLine[lang]}</p>
      </Part>
      {first && <Where state={state} stop={first} />}
      {sheet.stops.map((stop) => (
        <OneStop key={stop.id} state={state} stop={stop} />
      ))}
      <p class="write-in">{w.checkBox[lang]}</p>
    </section>
  );
}

function Questions({ state, title, facts }: { state: State; title: string; facts: readonly string[] }) {
  if (facts.length === 0) return null;
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <List
        items={facts.map((id) =>
          textOf(
            state.now.words.facts.map((one) => ({ id: one.fact, text: one.text })),
            id,
          ),
        )}
      />
    </>
  );
}

/** For the helper alone: what stays with them, and who follows up. Questions only, never the answers. */
export function OwnPart({ state, sheet }: { state: State; sheet: Sheet }) {
  const { lang } = state;
  return (
    <div class="own screen-only">
      <p class="own-title">{w.helperOnly[lang]}</p>
      {sheet.stops.map((stop) => {
        const note = noteOf(stop);
        const kept = note ? keptOnly(note.keep, note.if_agreed) : [];
        return (
          <div key={stop.id}>
            {note?.refused && <p>{w.refusedNote[lang]}</p>}
            {note && isHandedOver(stop) && (
              <>
                {!note.names_sender && <p>{w.sentSecretly[lang]}</p>}
                <Questions state={state} title={w.ifAgreed[lang]} facts={note.if_agreed} />
                <Questions state={state} title={w.keep[lang]} facts={kept} />
                {kept.length === 0 && note.if_agreed.length === 0 && <p>{w.keepNothing[lang]}</p>}
              </>
            )}
            {followUpText(state, stop) && (
              <p>
                <strong>{w.followUp[lang]}</strong> {followUpText(state, stop)}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}
