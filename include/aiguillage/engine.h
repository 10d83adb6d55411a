#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aiguillage/diagnostic.h"
#include "aiguillage/file_set.h"
#include "aiguillage/pack.h"
#include "aiguillage/snapshot.h"
#include "aiguillage/territory.h"

/// Rules and territories that are read once, and the verbs of the command line as text in, JSON out. An engine never
/// changes: any number of threads may ask it at once. Nothing is written, sent or kept of what is asked.
#pragma GCC visibility push(default)
namespace aiguillage {

/// The version of the library, as semantic versioning means it.
inline constexpr const char* library_version = "0.1.0";

/// A territory that an engine knows by its id.
struct engine_territory {
  territory all;
  std::optional<snapshot>
      kept;  // when it was read from one: what matters to one person is then cut out of it
};

/// What does not change from one request to the next. Handed out const; results of the typed functions point into it.
struct engine {
  pack rules;
  territory neutral;
  std::vector<engine_territory> territories;      // in the order in which they were given
  id_vector<condition_id, text> conditions_said;  // each condition of the rules as explanations say it
};

/// Makes an engine of folders in any order: those with pack.yaml are packs, the first one that the others extend; those
/// with territory.yaml, or territory.snapshot alone, are territories, called by their id. Adds all findings to `out`; null
/// exactly when one of them is an error.
[[nodiscard]] std::shared_ptr<const engine> make_engine(const std::vector<file_set>& folders,
                                                        diagnostics& out);

/// How a request ended; the first four are the exit statuses of the command line.
enum class answer_status : std::uint8_t {
  done,           // the text is what the verb gives
  findings,       // the same; a need that nobody can meet, or a warning
  wrong_call,     // no such verb, option, need or actor: the text is diagnostics
  invalid_input,  // the request cannot be read: the text is diagnostics
  out_of_memory,  // no text
  internal        // no text; a fault of the library
};

/// What a request gets: JSON, UTF-8, ended by a newline; what `aiguillage VERB --json` prints, or diagnostics
/// ({"format", "findings": [{"severity", "code", "file", "line", "column", "message", "hint"}], …}).
struct engine_answer {
  answer_status status = answer_status::done;
  std::string json;
};

/// Answers one request. Never throws.
///
/// `request` is YAML or JSON (UTF-8, 1 MiB at most): a situation or a case, and `options`, called as the long options of the
/// command line, with `_` for `-`. All verbs take `lang: fr|en` (default: fr).
///
/// | verb | its options | what it gives |
/// |---|---|---|
/// | qualify | date, why: NEED, ways | needs, urgency, open questions; with `why`, how one need stands |
/// | route | territory: ID, plans: 1…9, date, why_not: [ACTOR…], after: [EVENT…], html, dot | plans; with `html: true` or `dot: true` also the page or the graph, under that key |
/// | ask | territory: ID, date, passed: [FACT…] | the next question and how it may be answered, or null; what stands so far |
/// | check | | diagnostics of a situation, a case or `events: […]` |
/// | schema | name: KIND | the list of JSON Schemas, or the one of this name |
/// | about | | version, pack, territories and verbs |
/// | words | | the words of every id of the pack: needs, rights, places, facts with their questions, sources… |
/// | places | territory: ID | the actors of a territory: where they are, how they are reached |
/// | grid | answers: {ITEM: 0, 1 or 2, …} | the value of the fact that the evaluation grid settles, or null |
/// | read | date | what a situation or a case says, as data: facts, date, home |
/// | test | | a case run in its neutral territory, against what it expects; the file of the verdict is `request` |
///
/// `ask` is asked again with the answer among the facts, or with the fact in `passed` when it was not answered.
[[nodiscard]] engine_answer answer(const engine& with, std::string_view verb,
                                   std::string_view request) noexcept;

/// The same, given up soon after that time (it asks the clock at every step of its work); nullopt then. Never throws.
[[nodiscard]] std::optional<engine_answer> answer_until(const engine& with, std::string_view verb,
                                                        std::string_view request,
                                                        std::chrono::steady_clock::time_point until) noexcept;

/// A status in words: never empty, lasts as long as the program.
[[nodiscard]] const char* status_words(answer_status which, language wanted) noexcept;

}  // namespace aiguillage
#pragma GCC visibility pop
