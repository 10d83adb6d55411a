#include <set>

#include "interview/changes.h"

namespace aiguillage::detail {
namespace {

fact_value of_values(const value_set& values) {
  fact_value result;
  result.known = true;
  result.values = values;
  return result;
}

fact_value of_number(std::int64_t thousandths) {
  fact_value result;
  result.known = true;
  result.thousandths = thousandths;
  return result;
}

// The numbers on both sides of each bound that a condition sets, by fact.
std::vector<std::set<std::int64_t>> telling_numbers(const pack& rules) {
  constexpr std::int64_t largest = 1000000000000;
  std::vector<std::set<std::int64_t>> result(rules.facts.size(), std::set<std::int64_t>{0});
  for (const condition& node : rules.conditions) {
    if (node.kind != condition_kind::range || !node.fact.known()) continue;
    const std::int64_t step = rules.facts[node.fact].kind == fact_kind::integer ? 1000 : 1;
    for (const std::int64_t bound : {node.low, node.high})
      for (const std::int64_t by : {-step, std::int64_t{0}, step})
        if (bound >= 0 && bound <= largest && bound + by >= 0) result[node.fact.index()].insert(bound + by);
  }
  return result;
}

}  // namespace

std::vector<std::vector<fact_value>> telling_answers(const pack& rules) {
  const auto numbers = telling_numbers(rules);
  std::vector<std::vector<fact_value>> result(rules.facts.size());
  for (std::size_t i = 0; i < rules.facts.size(); ++i) {
    const fact& of = rules.facts.items[i];
    if (of.kind == fact_kind::integer || of.kind == fact_kind::number)
      for (const std::int64_t one : numbers[i]) result[i].push_back(of_number(one));
    if (of.kind == fact_kind::set_of) result[i].push_back(of_values({}));
    const bool listed =
        of.kind == fact_kind::boolean || of.kind == fact_kind::one_of || of.kind == fact_kind::set_of;
    for (std::size_t each = 0; listed && each < of.values.size(); ++each)
      result[i].push_back(of_values(value_set{}.set(each)));
  }
  return result;
}

}  // namespace aiguillage::detail
