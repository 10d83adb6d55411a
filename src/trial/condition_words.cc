#include "trial/condition_words.h"

namespace aiguillage::detail {
namespace {

std::string number(std::int64_t thousandths) {
  std::string words = std::to_string(thousandths / 1000);
  if (thousandths % 1000 == 0) return words;
  std::string rest = std::to_string(1000 + thousandths % 1000).substr(1);
  while (rest.back() == '0') rest.pop_back();
  return words + "." + rest;
}

std::string range_words(const condition& one) {
  std::string words;
  if (one.low != std::numeric_limits<std::int64_t>::min()) words = "at_least: " + number(one.low);
  if (one.high != std::numeric_limits<std::int64_t>::max())
    words += (words.empty() ? "" : ", ") + ("at_most: " + number(one.high));
  return "{" + words + "}";
}

template <class List>
std::string named(const value_set& set, const List& list) {
  std::string words;
  std::size_t index = 0;
  for (const auto& one : list) {
    if (set.test(index)) words += (words.empty() ? "" : ", ") + one.id;
    ++index;
  }
  return set.count() == 1 ? words : "[" + words + "]";
}

std::string dimensions_named(const value_set& set) {
  std::string words;
  for (std::size_t i = 0; i < dimension_names.size(); ++i)
    if (set.test(i)) words += (words.empty() ? "" : ", ") + std::string(dimension_names[i]);
  return "[" + words + "]";
}

}  // namespace

std::string condition_words(const pack& rules, condition_id which) {
  const condition& one = rules.conditions[which];
  const std::string key = one.fact.known() ? rules.facts[one.fact].id + ": " : "";
  switch (one.kind) {
    case condition_kind::value: return key + named(one.values, rules.facts[one.fact].values);
    case condition_kind::lacks:
      return key + "{lacks: " + named(one.values, rules.facts[one.fact].values) + "}";
    case condition_kind::empty: return key + "{empty: true}";
    case condition_kind::range: return key + range_words(one);
    case condition_kind::right: return "right: " + named(one.values, rules.rights);
    case condition_kind::decided_by: return "operator: " + named(one.values, rules.actor_types);
    case condition_kind::urgency: return "urgency: " + named(one.values, rules.urgencies);
    case condition_kind::need: return "need: " + named(one.values, rules.needs);
    case condition_kind::dimension: return "dimension: " + dimensions_named(one.values);
    default: return "always: true";
  }
}

}  // namespace aiguillage::detail
