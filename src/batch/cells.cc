#include "batch/cells.h"

#include <algorithm>
#include <limits>

namespace aiguillage::batch {
namespace {

constexpr std::int64_t floor_of(std::int64_t number, std::int64_t unit) {
  return number / unit - (number % unit < 0 ? 1 : 0);
}

// The first numbers, in units, that a range takes in and leaves out again.
void add_cuts(const condition& node, std::int64_t unit, std::vector<std::int64_t>& cuts) {
  if (node.low != std::numeric_limits<std::int64_t>::min()) cuts.push_back(floor_of(node.low - 1, unit) + 1);
  if (node.high != std::numeric_limits<std::int64_t>::max()) cuts.push_back(floor_of(node.high, unit) + 1);
}

bool code_number(const pack& rules, fact_id which, cell_code& code) {
  std::vector<std::int64_t> cuts;
  for (const condition& node : rules.conditions)
    if (node.kind == condition_kind::range && node.fact == which)
      add_cuts(node, thousandths_in(code.kind), cuts);
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  // The least number is the cell that is not known; the one above stands for everything below it.
  constexpr std::int64_t least = std::numeric_limits<std::int32_t>::min() + 2;
  constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
  if (cuts.size() >= most_classes - 1) return false;
  if (!cuts.empty() && (cuts.front() < least || cuts.back() > most)) return false;
  for (const std::int64_t cut : cuts) code.cuts.push_back(static_cast<std::int32_t>(cut));
  if (cuts.empty()) return true;
  const std::int64_t natural = cuts.back() - cuts.front() + 2;
  code.narrow = natural <= static_cast<std::int64_t>(most_classes);
  code.classes = code.narrow ? static_cast<std::size_t>(natural) : cuts.size() + 1;
  return true;
}

}  // namespace

std::optional<cell_codes> code_cells(const pack& rules) {
  cell_codes all(rules.facts.size());
  for (std::size_t i = 0; i < rules.facts.size(); ++i) {
    const fact& one = rules.facts[fact_id(i)];
    cell_code& code = all[fact_id(i)];
    code.kind = one.kind;
    if (one.kind == fact_kind::boolean) code.classes = 2;
    if (one.kind == fact_kind::set_of) code.classes = one.values.size();
    if (one.kind == fact_kind::one_of) code.classes = std::max<std::size_t>(1, one.values.size());
    if (is_number(one.kind))
      if (!code_number(rules, fact_id(i), code)) return std::nullopt;
  }
  return all;
}

fact_value value_of_class(const cell_code& code, std::size_t which) {
  fact_value result;
  result.known = true;
  if (code.kind == fact_kind::boolean || code.kind == fact_kind::one_of) result.values.set(which);
  if (code.cuts.empty()) return result;
  const std::int64_t number = code.narrow  ? code.cuts.front() - 1 + static_cast<std::int64_t>(which)
                              : which == 0 ? std::int64_t{code.cuts.front()} - 1
                                           : std::int64_t{code.cuts[which - 1]};
  result.thousandths = number * thousandths_in(code.kind);
  return result;
}

}  // namespace aiguillage::batch
