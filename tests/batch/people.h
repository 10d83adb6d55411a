#pragma once

#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include "aiguillage/situation.h"

/// Random situations, the same on every machine: engines of the standard library are exact, distributions are not.
namespace aiguillage::batch_test {

using dice = std::mt19937_64;

[[nodiscard]] inline std::size_t below(dice& roll, std::size_t end) { return roll() % end; }

/// Draws people for one pack.
struct person_maker {
  const pack& rules;
  dice roll;
  id_vector<fact_id, std::vector<std::int64_t>> bounds;  // of the ranges over each fact, and 0

  person_maker(const pack& for_rules, std::uint64_t seed)
      : rules(for_rules), roll(seed), bounds(for_rules.facts.size()) {
    for (auto& of_fact : bounds) of_fact.push_back(0);
    for (const condition& node : rules.conditions)
      for (const std::int64_t bound : {node.low, node.high})
        if (node.kind == condition_kind::range && bound != std::numeric_limits<std::int64_t>::min() &&
            bound != std::numeric_limits<std::int64_t>::max())
          bounds[node.fact].push_back(bound);
  }
};

/// A number at or near a bound of some rule more often than not, so that rules hold and fail.
[[nodiscard]] inline std::int64_t random_number(person_maker& make, fact_id which) {
  const std::int64_t unit = make.rules.facts[which].kind == fact_kind::integer ? 1000 : 1;
  if (below(make.roll, 4) == 0) return static_cast<std::int64_t>(below(make.roll, 3000)) * 1000 - 500'000;
  const std::vector<std::int64_t>& bounds = make.bounds[which];
  const std::int64_t near = bounds[below(make.roll, bounds.size())] / unit * unit;
  return near + (static_cast<std::int64_t>(below(make.roll, 3)) - 1) * unit;
}

[[nodiscard]] inline fact_value random_value(person_maker& make, fact_id which) {
  fact_value result;
  result.known = true;
  const fact& about = make.rules.facts[which];
  switch (about.kind) {
    case fact_kind::boolean: result.values.set(below(make.roll, 2)); break;
    case fact_kind::one_of: result.values.set(below(make.roll, about.values.size())); break;
    case fact_kind::set_of:
      for (std::size_t many = below(make.roll, 4); many > 0; --many)
        result.values.set(below(make.roll, about.values.size()));
      break;
    case fact_kind::code: result.code = "fr"; break;
    default: result.thousandths = random_number(make, which);
  }
  return result;
}

/// Each fact is known with these odds, in hundredths.
[[nodiscard]] inline situation random_situation(person_maker& make, std::size_t odds) {
  situation person;
  person.facts = id_vector<fact_id, fact_value>(make.rules.facts.size());
  for (std::size_t i = 0; i < make.rules.facts.size(); ++i)
    if (below(make.roll, 100) < odds) person.facts[fact_id(i)] = random_value(make, fact_id(i));
  return person;
}

/// People of whom anything from nothing to everything is known.
[[nodiscard]] inline std::vector<situation> random_people(person_maker& make, std::size_t count) {
  std::vector<situation> all;
  all.reserve(count);
  for (std::size_t i = 0; i < count; ++i) all.push_back(random_situation(make, below(make.roll, 101)));
  return all;
}

}  // namespace aiguillage::batch_test
