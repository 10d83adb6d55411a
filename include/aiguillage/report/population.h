#pragma once

#include <functional>
#include <string>
#include <vector>

#include "aiguillage/population.h"

/// A population for people and for programs. The same input gives the same bytes.
#pragma GCC visibility push(default)
namespace aiguillage {

/// How the figures of a population were obtained, so that anyone finds them again.
struct population_run {
  std::uint64_t seed = 1;
  std::int64_t people = 0;  // drawn for each check
};

/// Its areas, and each published figure beside the one drawn.
[[nodiscard]] std::string population_text(const population& of, const pack& rules,
                                          const std::vector<checked_figure>& figures,
                                          const population_run& by, language wanted);

/// The same as JSON.
[[nodiscard]] std::string population_json(const population& of, const pack& rules,
                                          const std::vector<checked_figure>& figures,
                                          const population_run& by, language wanted);

/// The person of a number, from 0.
using person_source = std::function<synthetic_person(std::int64_t)>;

/// So many persons as CSV, a line each (ended by a newline alone): number, area, home, traits and the facts that may be drawn.
/// Values of a set are apart by a space; an empty cell is not known, `[]` is asked, none.
[[nodiscard]] std::string people_csv(const population& of, const pack& rules, std::int64_t count,
                                     const person_source& draw);

/// The same as JSON; `situation` is what a situation file says.
[[nodiscard]] std::string people_json(const population& of, const pack& rules, std::int64_t count,
                                      const person_source& draw, std::uint64_t seed);

}  // namespace aiguillage
#pragma GCC visibility pop
