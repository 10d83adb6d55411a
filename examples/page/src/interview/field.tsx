// One fact and how it is answered: choices, a number, a code.
import type { ComponentChildren } from "preact";
import type { AskedFact, Language } from "../state.ts";
import { unitText, words } from "../words.ts";
import { isNumber } from "./answers.ts";

interface FieldProps {
  of: AskedFact;
  lang: Language;
  chosen: readonly string[];
  choose: (chosen: readonly string[]) => void;
  /** The question is the title of the form already. */
  alone: boolean;
  children?: ComponentChildren;
}

function choicesOf(of: AskedFact, lang: Language): { id: string; text: string }[] {
  if (of.type === "boolean") return [{ id: "true", text: words.yes[lang] }, { id: "false", text: words.no[lang] }];
  return of.type === "set" ? [...of.values, { id: "", text: words.none[lang] }] : of.values;
}

/** The choices after one more click; "none of these" goes with nothing else. */
function toggled(of: AskedFact, chosen: readonly string[], id: string, on: boolean): readonly string[] {
  if (of.type !== "set") return [id];
  if (id === "") return on ? [""] : [];
  const others = chosen.filter((one) => one !== id && one !== "");
  return on ? [...others, id] : others;
}

function Choices({ of, lang, chosen, choose }: FieldProps) {
  const choices = choicesOf(of, lang);
  return (
    <div class={choices.length > 20 ? "choices many long" : choices.length > 8 ? "choices many" : "choices"}>
      {choices.map(({ id, text }) => (
        <label class="choice">
          <input type={of.type === "set" ? "checkbox" : "radio"} name={of.fact} value={id} checked={chosen.includes(id)}
            onChange={(event) => choose(toggled(of, chosen, id, event.currentTarget.checked))} />
          <span>{text}</span>
        </label>
      ))}
    </div>
  );
}

function Typed({ of, lang, chosen, choose }: FieldProps) {
  const shared = {
    "aria-label": of.text, value: chosen[0] ?? "",
    onInput: (event: { currentTarget: HTMLInputElement }) => choose([event.currentTarget.value]),
  };
  return (
    <p class="typed">
      {isNumber(of) ? (
        <input type="number" min={0} step={of.type === "integer" ? 1 : "any"} inputMode="decimal" {...shared} />
      ) : (
        <input type="text" list={undefined} pattern={of.pattern ?? undefined} {...shared} />
      )}
      {of.unit !== null && <span>{unitText(of.unit, lang)}</span>}
    </p>
  );
}

export function Field(props: FieldProps) {
  const { of, alone, children } = props;
  const typed = isNumber(of) || of.type === "code";
  return (
    <fieldset data-fact={of.fact} class="fact">
      <legend class={alone ? "visually-hidden" : undefined}>{of.text}</legend>
      {typed ? <Typed {...props} /> : <Choices {...props} />}
      {children}
    </fieldset>
  );
}
