import { useEffect, useMemo, useReducer, useState } from "preact/hooks";
import type { Tools } from "./engine.ts";
import { Start } from "./interview/start.tsx";
import { Keep, OpenFile } from "./keep.tsx";
import { makeReducer } from "./reducer.ts";
import { views, type Props, type Scenario, type State } from "./state.ts";
import { words } from "./words.ts";

type Screens = typeof import("./screens.ts");

const languages = [["fr", "Français"], ["en", "English"]] as const;

function Header({ state, dispatch }: Props) {
  const { lang } = state;
  return (
    <header class="page-head">
      <div class="page-name">
        <h1>{words.name[lang]}</h1>
        <p>{words.tagline[lang]}</p>
      </div>
      <div class="languages" role="group" aria-label={words.languages[lang]}>
        {languages.map(([id, name]) => (
          <button type="button" lang={id} aria-pressed={id === lang} onClick={() => dispatch({ type: "language", lang: id })}>{name}</button>
        ))}
      </div>
      <nav aria-label={words.navigation[lang]}>
        <ul>
          {views.map((view) => (
            <li>
              <button type="button" aria-current={view === state.view ? "page" : undefined}
                onClick={() => dispatch({ type: "view", view })}>{words.views[view][lang]}</button>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

function Alert({ state, dispatch }: Props) {
  if (state.alert === null) return null;
  return (
    <div class="alert" role="alert">
      <p>{state.alert[state.lang]}</p>
      <button type="button" class="quiet" onClick={() => dispatch({ type: "alert", text: null })}>{words.close[state.lang]}</button>
    </div>
  );
}

function Screen({ state, dispatch, tools, screens }: Props & { tools: Tools; screens: Screens | null }) {
  const props = { state, dispatch };
  if (state.view === "start") return <Start {...props} territories={tools.territories(state.lang)} />;
  if (screens === null) return null; // they are on their way
  switch (state.view) {
    case "interview":
      return <screens.Interview {...props} engine={tools.engine} />;
    case "plan":
      return <screens.PlanView {...props} />;
    case "map":
      return <screens.MapView {...props} />;
    case "graph":
      return <screens.GraphView {...props} />;
    case "notes":
      return <screens.NotesView {...props} />;
    case "bench":
      return <screens.BenchView {...props} tools={tools} />;
  }
}

const titleOf = (state: State): string => `${words.views[state.view][state.lang]} · ${words.name[state.lang]}`;

interface AppProps {
  tools: Tools;
  first: State;
  /** The scenario of a link that was opened in this page; null when it could not be read. */
  taken: () => Scenario | null | undefined;
}

export function App({ tools, first, taken }: AppProps) {
  const reduce = useMemo(() => makeReducer(tools), [tools]);
  const [state, dispatch] = useReducer(reduce, first);
  const { lang, view } = state;
  const [screens, setScreens] = useState<Screens | null>(null);
  useEffect(() => {
    if (screens !== null) return;
    import("./screens.ts").then(setScreens, () => dispatch({ type: "alert", text: words.cannotLoad }));
  }, [view]); // what could not be loaded is tried again
  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = titleOf(state);
  }, [lang, view]);
  useEffect(() => {
    const follow = (): void => {
      const scenario = taken();
      if (scenario) dispatch({ type: "open", scenario });
      if (scenario === null) dispatch({ type: "alert", text: words.badLink });
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [taken]);
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById("content")?.focus();
  }, [view]); // what led here may be gone from the page
  const props = { state, dispatch };
  return (
    <>
      <a class="skip" href="#content" onClick={(event) => {
        event.preventDefault();
        document.getElementById("content")?.focus();
      }}>{words.skip[lang]}</a>
      <Header {...props} />
      <main id="content" tabIndex={-1} data-view={view} aria-busy={view !== "start" && screens === null}>
        <Alert {...props} />
        <Screen {...props} tools={tools} screens={screens} />
      </main>
      <footer class="page-foot">
        {view === "start" && <p class="actions"><OpenFile {...props} tools={tools} /></p>}
        {view !== "start" && view !== "bench" && <Keep {...props} tools={tools} />}
        <p>{words.privacy[lang]} {words.rules[lang]}{words.colon[lang]}{state.now.routed.pack.id} {state.now.routed.pack.version}</p>
      </footer>
    </>
  );
}
