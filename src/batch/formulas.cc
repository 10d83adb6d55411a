#include "batch/formulas.h"

#include <algorithm>
#include <bit>

namespace aiguillage::batch {
namespace {

// The classes of `chosen` from `first` on, told by the lowest `bits` bits. Classes that do not exist may fall anywhere.
literal select(formulas& all, fact_id which, const value_set& chosen, std::size_t first, std::uint16_t bits) {
  const std::size_t end = std::min(first + (std::size_t{1} << bits), all.codes[which].classes);
  std::size_t count = 0;
  for (std::size_t i = first; i < end; ++i) count += chosen.test(i) ? 1 : 0;
  if (count == 0) return no_one;
  if (count == end - first) return everyone;
  const auto bit = static_cast<std::uint16_t>(bits - 1);
  const std::size_t half = first + (std::size_t{1} << bit);
  const literal low = select(all, which, chosen, first, bit);
  if (half >= end) return low;
  return choose(all.rows, input_row(all.rows, {which, bit}), select(all, which, chosen, half, bit), low);
}

literal cells_in(formulas& all, fact_id which, const value_set& chosen) {
  const cell_code& code = all.codes[which];
  if (code.kind != fact_kind::set_of)
    return select(all, which, chosen, 0, static_cast<std::uint16_t>(std::bit_width(code.classes - 1)));
  std::vector<literal> parts;
  for (std::size_t i = 0; i < code.classes; ++i)
    if (chosen.test(i)) parts.push_back(input_row(all.rows, {which, static_cast<std::uint16_t>(i)}));
  return any_of(all.rows, std::move(parts));
}

// What the single form answers for each class of cells.
value_set classes_that_hold(formulas& all, condition_id which, fact_id about) {
  situation someone;
  someone.facts = id_vector<fact_id, fact_value>(all.rules.facts.size());
  condition_context context;
  context.rules = &all.rules;
  context.person = &someone;
  value_set chosen;
  for (std::size_t i = 0; i < all.codes[about].classes; ++i) {
    someone.facts[about] = value_of_class(all.codes[about], i);
    if (evaluate(which, context) == tri::yes) chosen.set(i);
  }
  return chosen;
}

literal set_test(formulas& all, const condition& node) {
  switch (node.kind) {
    case condition_kind::value: return cells_in(all, node.fact, node.values);
    case condition_kind::lacks: return inverse(cells_in(all, node.fact, node.values));
    case condition_kind::empty: return inverse(cells_in(all, node.fact, value_set().set()));
    default: return node.low <= 0 && 0 <= node.high ? everyone : no_one;
  }
}

verdict fact_test(formulas& all, condition_id which) {
  const condition& node = all.rules.conditions[which];
  const literal test = all.codes[node.fact].kind == fact_kind::set_of
                           ? set_test(all, node)
                           : cells_in(all, node.fact, classes_that_hold(all, which, node.fact));
  const literal known = known_row(all, node.fact);
  return {all_of(all.rows, {test, known}), any_of(all.rows, {test, inverse(known)})};
}

verdict combine(formulas& all, const condition& node) {
  std::vector<literal> yes;
  std::vector<literal> maybe;
  for (const condition_id child : node.children) {
    const verdict one = formula_of(all, child);
    yes.push_back(one.yes);
    maybe.push_back(one.maybe);
  }
  if (node.kind == condition_kind::all)
    return {all_of(all.rows, std::move(yes)), all_of(all.rows, std::move(maybe))};
  return {any_of(all.rows, std::move(yes)), any_of(all.rows, std::move(maybe))};
}

// Those who have a certain need of one of these types, or in one of these dimensions.
literal with_need(formulas& all, const condition& node) {
  std::vector<literal> parts;
  for (std::size_t i = 0; i < all.certain.size(); ++i) {
    const need_type_id type(i);
    const std::size_t index =
        node.kind == condition_kind::need ? i : static_cast<std::size_t>(all.rules.needs[type].lane);
    if (node.values.test(index)) parts.push_back(all.certain[type]);
  }
  return any_of(all.rows, std::move(parts));
}

verdict build(formulas& all, condition_id which) {
  const condition& node = all.rules.conditions[which];
  switch (node.kind) {
    case condition_kind::always:
    case condition_kind::decided_by: return settled(everyone);
    case condition_kind::all:
    case condition_kind::any: return combine(all, node);
    case condition_kind::unless: return settled(inverse(formula_of(all, node.children.front()).yes));
    case condition_kind::right:
    case condition_kind::urgency: return settled(no_one);
    case condition_kind::need:
    case condition_kind::dimension: return settled(with_need(all, node));
    default: return fact_test(all, which);
  }
}

}  // namespace

verdict formula_of(formulas& all, condition_id which) {
  if (!which.known()) return settled(everyone);
  const auto found = all.built.find(which);
  if (found != all.built.end()) return found->second;
  const verdict result = build(all, which);
  all.built.emplace(which, result);
  return result;
}

literal holds_one_of(formulas& all, fact_id which, const value_set& values) {
  const fact_kind kind = all.codes[which].kind;
  const bool has_values =
      kind == fact_kind::boolean || kind == fact_kind::one_of || kind == fact_kind::set_of;
  if (!has_values) return no_one;
  return all_of(all.rows, {cells_in(all, which, values), known_row(all, which)});
}

literal known_row(formulas& all, fact_id which) {
  const cell_code& code = all.codes[which];
  if (code.kind == fact_kind::set_of)
    return input_row(all.rows, {which, static_cast<std::uint16_t>(code.classes)});
  return inverse(input_row(all.rows, {which, unknown_bit}));
}

}  // namespace aiguillage::batch
