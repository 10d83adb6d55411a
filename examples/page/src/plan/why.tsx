import type { Because } from "./answers";
import type { State } from "../state";
import { reasonsOf, type Reason, type Source } from "./sureness";
import { sentence } from "./wording";
import { wordsPlan as w } from "../words_plan";

/** Sources are summed up in English, with the French words that they quote. */
function Statement({ text }: { text: string }) {
  return (
    <span lang="en" data-statement>
      {text.split(/(«[^»]*»|“[^”]*”)/).map((part, i) =>
        i % 2 === 1 ? (
          <span key={i} lang="fr">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </span>
  );
}

function SourceItem({ source, lang }: { source: Source; lang: State["lang"] }) {
  return (
    <li>
      <span class="source-id">{source.id}</span> ({source.checked})
      {source.statement && (
        <>
          {w.colon[lang]}
          <Statement text={source.statement} />
        </>
      )}
    </li>
  );
}

function ReasonItem({ reason, lang }: { reason: Reason; lang: State["lang"] }) {
  const sure = reason.sure && `${w.sure[lang]} ${reason.sure}`;
  return (
    <li>
      <p>{sentence(reason.text)}</p>
      {reason.sources.length === 0 ? (
        <p class="sure">{sure}</p>
      ) : (
        <details class="sources">
          <summary>{[sure, w.sources[lang]].filter(Boolean).join(" · ")}</summary>
          {lang === "fr" && <p class="sure">{w.inEnglish[lang]}</p>}
          <ul>
            {reason.sources.map((one) => (
              <SourceItem key={one.id} source={one} lang={lang} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** Reasons, each with how sure it is and its sources. */
export function Reasons({ all, state }: { all: readonly Because[]; state: State }) {
  const reasons = reasonsOf(all, state.now.routed, state.now.words, state.lang);
  return (
    <ul class="reasons">
      {reasons.map((one) => (
        <ReasonItem key={one.text} reason={one} lang={state.lang} />
      ))}
    </ul>
  );
}
