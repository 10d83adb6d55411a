#pragma once

#include <string>
#include <vector>

#include "aiguillage/report/text.h"
#include "aiguillage/trial.h"

/// What coverage and mutation gave. Percentages are rounded down, so that 100 means all.
#pragma GCC visibility push(default)
namespace aiguillage {

/// Of a whole that is empty, all.
[[nodiscard]] int percent_of(std::size_t some, std::size_t all);

/// A coverage in figures.
struct coverage_count {
  std::size_t rules = 0;
  std::size_t rules_fired = 0;
  std::size_t conditions = 0;
  std::size_t conditions_seen_both = 0;  // true in one case and false in another
};

/// The counts of a coverage; conditions that were never known count as not seen.
[[nodiscard]] coverage_count count(const coverage& of);

/// How many of the rules switched off some case misses.
[[nodiscard]] std::size_t count_killed(const std::vector<mutant>& all);

/// {"format", "coverage": {"rules", "fired", "never_fired": […], "conditions", "seen_both", "one_sided": […]}}
[[nodiscard]] std::string coverage_json(const coverage& of);

/// Rules that never fired and conditions seen on one side only, each with its file and line, then the counts.
[[nodiscard]] std::string coverage_text(const coverage& of, const text_style& style);

/// {"format", "mutation": {"rules", "killed", "mutants": [{"rule", "file", "line", "killed_by", "check"}]}}
[[nodiscard]] std::string mutants_json(const std::vector<mutant>& all);

/// The rules that no case misses, then the count.
[[nodiscard]] std::string mutants_text(const std::vector<mutant>& all, const text_style& style);

}  // namespace aiguillage
#pragma GCC visibility pop
