#include "batch/answers.h"

#include <algorithm>
#include <cstdlib>

#include "qualify/derive.h"

namespace aiguillage::batch_test {
namespace {

value_set joined(const std::array<std::uint64_t, 2>& words) {
  return value_set(words[1]) << 64U | value_set(words[0]);
}

std::string names(const pack& rules, const value_set& types) {
  std::string result;
  for (std::size_t i = 0; i < rules.needs.size(); ++i) {
    const std::string& name = rules.needs[need_type_id(i)].id;
    if (types.test(i)) result += ' ' + (name.empty() ? std::to_string(i) : name);
  }
  return result;
}

#ifdef NDEBUG
constexpr bool optimised = true;
#else
constexpr bool optimised = false;
#endif

}  // namespace

answer alone(const pack& rules, const situation& person) {
  const detail::findings found = detail::derive(rules, person);
  answer result{{}, {}, found.urgency};
  for (const need& one : found.needs)
    (one.status == need_status::certain ? result.certain : result.possible).set(one.type.index());
  return result;
}

std::vector<answer> together(const batch_rules& rules, const people& all) {
  batch_answers found;
  if (!qualify_batch(rules, all, found)) return {};
  std::vector<need_sets> sets;
  by_person(found, sets);
  std::vector<answer> result;
  for (std::size_t i = 0; i < sets.size(); ++i)
    result.push_back({joined(sets[i].certain), joined(sets[i].possible), found.urgency[i]});
  return result;
}

std::vector<answer> together(const batch_rules& rules, const pack& from, const std::vector<situation>& all) {
  return together(rules, pack_people(from, all));
}

std::string difference(const pack& rules, const answer& single, const answer& batch) {
  if (single == batch) return {};
  const auto tell = [&](const char* who, const answer& one) {
    return std::string(who) + "\n  certain:" + names(rules, one.certain) +
           "\n  possible:" + names(rules, one.possible) +
           "\n  urgency: " + (one.urgency.known() ? std::to_string(one.urgency.index()) : "none") + '\n';
  };
  return tell("alone", single) + tell("together", batch);
}

std::size_t situations_to_try(std::size_t share_when_slow) {
  std::size_t count = 100'000;
  if (const char* asked = std::getenv("AIGUILLAGE_SITUATIONS")) {
    count = std::stoul(asked);
  } else if (!optimised && share_when_slow > 1) {
    count /= share_when_slow;
    std::cout << "[ tried    ] " << count << " situations only: this build is not optimised\n";
  }
  return std::max(at_once, count / at_once * at_once);
}

}  // namespace aiguillage::batch_test
