#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "aiguillage/pack.h"
#include "aiguillage/situation.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// The actor types that exist where a case takes place; at most one of the two lists is given.
struct case_territory {
  std::vector<actor_type_id> absent;               // these do not exist, all the others do
  std::optional<std::vector<actor_type_id>> only;  // these exist and no other; may be empty
};

/// What a run must give. An empty list, an unknown id or nullopt puts no constraint.
struct case_expectations {
  std::vector<fact_id> questions;
  std::vector<need_type_id> needs_included;
  std::vector<need_type_id> needs_excluded;
  urgency_id urgency;
  std::vector<actor_type_id> first_any;
  std::vector<actor_type_id> first_never;
  std::vector<std::vector<actor_type_id>> reach;  // of each group, one
  std::vector<actor_type_id> never;
  mode_id handoff_at_least;
  std::vector<level_id> help;
  std::optional<int> stops_at_most;
  // Ours alone, beyond the shared format.
  std::vector<std::pair<actor_type_id, std::vector<need_type_id>>> serves;  // not by deciding
  bool handoffs_checked = false;                       // every hand-off has a date on which it is checked
  std::vector<actor_type_id> next_date_with;           // one of these keeps the file
  std::vector<std::vector<actor_type_id>> acceptable;  // paths that satisfy the checks
  std::vector<std::vector<actor_type_id>> wrong;       // paths that violate at least one
};

/// One case: what is known of a person, and what a run of it must give.
struct case_file {
  std::string id;
  std::string file;  // as diagnostics call it
  text title;
  std::vector<std::string> sources;
  situation facts;
  std::optional<situation> before;  // what is known on arrival; absent: nothing was told apart
  std::optional<case_territory> where;
  case_expectations expect;
  text why;
};

/// The actor types that do not exist where the case takes place, in the order of the pack.
[[nodiscard]] std::vector<actor_type_id> absent_types(const pack& rules, const case_file& of);

}  // namespace aiguillage
#pragma GCC visibility pop
