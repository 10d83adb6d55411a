#include <limits>

#include "lint/linting.h"

namespace aiguillage::lint {
namespace {

constexpr std::size_t longest = 90;

std::string number(std::int64_t thousandths) {
  std::string result = std::to_string(thousandths / 1000);
  std::string rest = std::to_string(1000 + thousandths % 1000).substr(1);
  while (!rest.empty() && rest.back() == '0') rest.pop_back();
  return rest.empty() ? result : result + "." + rest;
}

template <class List, class Name>
std::string names(const value_set& values, const List& list, const Name& name) {
  std::string result;
  std::size_t count = 0;
  std::size_t i = 0;
  for (const auto& one : list) {
    if (values.test(i++)) {
      result += (count == 0 ? "" : ", ") + name(one);
      ++count;
    }
  }
  return count == 1 ? result : "[" + result + "]";
}

template <class List>
std::string ids(const value_set& values, const List& list) {
  return names(values, list, [](const auto& one) { return one.id; });
}

std::string range(const condition& node) {
  std::string result;
  if (node.low != std::numeric_limits<std::int64_t>::min()) result = "at_least: " + number(node.low);
  if (node.high != std::numeric_limits<std::int64_t>::max())
    result += (result.empty() ? "" : ", ") + ("at_most: " + number(node.high));
  return "{" + result + "}";
}

std::string entry(const pack& rules, condition_id which);

std::string children(const pack& rules, const condition& node, bool braces) {
  std::string result;
  for (const condition_id child : node.children) {
    if (!result.empty()) result += ", ";
    result += braces ? "{" + entry(rules, child) + "}" : entry(rules, child);
  }
  return result;
}

std::string of_fact(const pack& rules, const condition& node) {
  const fact& of = rules.facts[node.fact];
  switch (node.kind) {
    case condition_kind::range: return of.id + ": " + range(node);
    case condition_kind::empty: return of.id + ": {empty: true}";
    case condition_kind::lacks: return of.id + ": {lacks: " + ids(node.values, of.values) + "}";
    default:
      if (of.kind == fact_kind::set_of && node.values.count() == of.values.size())
        return of.id + ": {empty: false}";
      return of.id + ": " + ids(node.values, of.values);
  }
}

std::string entry(const pack& rules, condition_id which) {
  if (!which.known()) return "always: true";
  const condition& node = rules.conditions[which];
  switch (node.kind) {
    case condition_kind::always: return "always: true";
    case condition_kind::all: return children(rules, node, false);
    case condition_kind::any: return "any: [" + children(rules, node, true) + "]";
    case condition_kind::unless: return "unless: {" + entry(rules, node.children.front()) + "}";
    case condition_kind::right: return "right: " + ids(node.values, rules.rights);
    case condition_kind::decided_by: return "operator: " + ids(node.values, rules.actor_types);
    case condition_kind::urgency: return "urgency: " + ids(node.values, rules.urgencies);
    case condition_kind::need: return "need: " + ids(node.values, rules.needs);
    case condition_kind::dimension:
      return "dimension: " +
             names(node.values, dimension_names, [](const char* one) { return std::string(one); });
    default: return of_fact(rules, node);
  }
}

}  // namespace

std::string written(const pack& rules, condition_id which) {
  std::string result = "{" + entry(rules, which) + "}";
  if (result.size() <= longest) return result;
  return result.substr(0, longest - 4) + "…}";
}

}  // namespace aiguillage::lint
