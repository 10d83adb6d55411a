// Saving, opening, sharing, starting again.
import type { Tools } from "./engine.ts";
import { fragmentOf, save, scenarioIn } from "./scenario.ts";
import type { Props } from "./state.ts";
import { words } from "./words.ts";

export function OpenFile({ state, dispatch, tools }: Props & { tools: Tools }) {
  const { lang, scenario } = state;
  async function open(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    input.value = ""; // the same file can be chosen again
    if (!file) return;
    try {
      dispatch({ type: "open", scenario: scenarioIn(await file.text(), tools.engine, scenario.territory) });
    } catch (error) {
      const why = error instanceof Error ? error.message : "";
      dispatch({ type: "alert", text: { fr: `${words.badFile.fr} ${why}`, en: `${words.badFile.en} ${why}` } });
    }
  }
  return (
    <span class="file">
      <input id="open-file" class="visually-hidden" type="file" accept=".json,.yaml,.yml" onChange={(event) => void open(event.currentTarget)} />
      <label for="open-file">{words.openFile[lang]}</label>
    </span>
  );
}

export function Keep(props: Props & { tools: Tools }) {
  const { state, dispatch } = props;
  const { lang, scenario } = state;
  const reset = (): void => {
    if (confirm(words.resetSure[lang])) dispatch({ type: "reset" });
  };
  const link = `${location.origin}${location.pathname}${fragmentOf(scenario)}`;
  return (
    <section class="keep" aria-labelledby="keep-title">
      <h2 id="keep-title">{words.keep[lang]}</h2>
      <div class="actions">
        <button type="button" onClick={() => save(scenario)}>{words.save[lang]}</button>
        <OpenFile {...props} />
        <button type="button" class="quiet" onClick={reset}>{words.reset[lang]}</button>
      </div>
      <details>
        <summary>{words.link[lang]}</summary>
        <p class="field">
          <label for="link">{words.link[lang]}</label>
          <input id="link" readOnly value={link} aria-describedby="link-hint" onFocus={(event) => event.currentTarget.select()} />
        </p>
        <p id="link-hint" class="hint">{words.linkHint[lang]}</p>
      </details>
    </section>
  );
}
