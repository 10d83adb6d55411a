import { ActorNote, OwnPart } from "./note_actor";
import { sheetsOf } from "./note_data";
import { PersonNote } from "./note_person";
import type { Props } from "../state";
import { wordsPlan as w } from "../words_plan";

/** The pages to print: one for the person, one for each place. What is for the helper alone stays on the screen. */
export function NotesView({ state }: Props) {
  const { lang } = state;
  const [plan] = state.now.routed.plans;
  const some = plan && plan.stops.length > 0;
  return (
    <div class="notes">
      <div class="screen-only">
        <h2>{w.notes[lang]}</h2>
        <p>{some ? w.notesHelp[lang] : w.noPlan[lang]}</p>
        {some && (
          <p class="actions">
            <button type="button" onClick={() => print()}>
              {w.print[lang]}
            </button>
          </p>
        )}
      </div>
      {some && (
        <>
          <PersonNote state={state} plan={plan} />
          {sheetsOf(plan).map((sheet) => (
            <div class="sheet" key={sheet.actor}>
              <ActorNote state={state} sheet={sheet} />
              <OwnPart state={state} sheet={sheet} />
            </div>
          ))}
        </>
      )}
    </div>
  );
}
