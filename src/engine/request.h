#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aiguillage/engine.h"
#include "aiguillage/load.h"
#include "load/fields.h"
#include "load/tables.h"

/// One request as it was read, and what several verbs take from it.
namespace aiguillage::engines {

/// How diagnostics call a request.
inline const std::string request_name = "request";

struct request {
  yaml::node about;    // all but its options
  yaml::node options;  // a mapping, empty when there are none
};

/// Reads the text of a request; nothing at all is an empty one. nullopt once what is wrong is reported.
[[nodiscard]] std::optional<request> read_request(std::string_view text, diagnostics& out);

/// One request while it is answered.
struct asking {
  const engine& with;
  const request& what;
  language wanted = language::fr;
  diagnostics& out;

  [[nodiscard]] load::sink to() const { return {request_name, out}; }
};

/// The keys that options have whatever the verb, then those of the verb.
[[nodiscard]] load::keys with_shared_keys(load::keys own);
[[nodiscard]] yaml::key_spec date_key();
[[nodiscard]] yaml::key_spec territory_key();

/// The person of the request; a date among the options replaces that of the situation. nullopt once errors are reported.
[[nodiscard]] std::optional<situation_file> read_person(const asking& of, bool with_date = true);

/// Reports that a request has keys besides its options where none are read; true when it has none.
[[nodiscard]] bool has_nothing_else(const asking& of);

/// A territory as one request sees it: one of the engine's, or one made for the request.
struct chosen_land {
  const territory* shared = nullptr;
  std::optional<territory> own;

  [[nodiscard]] const territory& land() const { return own ? *own : *shared; }
};

/// The territory that the options name, or the neutral one, without the actor types that a case says are absent; `cut`: the
/// part that matters to the person will do. nullopt once an unknown name is reported.
[[nodiscard]] std::optional<chosen_land> choose_land(const asking& of, const situation_file& person,
                                                     bool cut);

/// Puts what was found by name at the place where the name is written.
void report_at(const asking& of, const yaml::node& place, diagnostics found);

}  // namespace aiguillage::engines
