#include "explain/boxes.h"

#include <algorithm>

#include "aiguillage/explain/why.h"
#include "time_limit.h"

namespace aiguillage::detail {
namespace {

value_set all_values(const fact& of) {
  value_set all;
  for (std::size_t i = 0; i < of.values.size(); ++i) all.set(i);
  return all;
}

bool is_number(const fact& of) { return of.kind == fact_kind::integer || of.kind == fact_kind::number; }

std::int64_t step_of(const fact& of) { return of.kind == fact_kind::integer ? 1000 : 1; }

/// The answers with which a condition on a fact fails.
std::vector<side> complement(const side& one, const fact& of) {
  side rest = one;
  if (!is_number(of)) {
    rest.values = all_values(of) & ~one.values;
    rest.none = of.kind == fact_kind::set_of && !one.none;
    return {rest};
  }
  std::vector<side> parts;
  if (one.low > 0) {
    rest.low = 0;
    rest.high = one.low - step_of(of);
    parts.push_back(rest);
  }
  if (one.high != std::numeric_limits<std::int64_t>::max()) {
    rest.low = one.high + step_of(of);
    rest.high = std::numeric_limits<std::int64_t>::max();
    parts.push_back(rest);
  }
  if (parts.empty()) {
    rest.low = 1;
    rest.high = 0;
    parts.push_back(rest);
  }
  return parts;
}

side side_of(const condition& node, const fact& of) {
  side one;
  one.fact = node.fact;
  switch (node.kind) {
    case condition_kind::value: one.values = node.values; break;
    case condition_kind::empty: one.none = true; break;
    case condition_kind::lacks:
      one.values = all_values(of) & ~node.values;
      one.none = true;
      break;
    default: one.low = std::max<std::int64_t>(0, node.low); one.high = node.high;
  }
  return one;
}

boxes solve_leaf(condition_id which, aim wanted, const condition_context& context) {
  const condition& node = context.rules->conditions[which];
  const tri now = evaluate(which, context);
  const bool as_is = wanted == aim::yes       ? now == tri::yes
                     : wanted == aim::not_yes ? now != tri::yes
                                              : now == tri::no;
  if (!node.fact.known()) return as_is ? boxes{box{}} : boxes{};
  const fact& of = context.rules->facts[node.fact];
  std::vector<side> parts = {side_of(node, of)};
  if (wanted != aim::yes) parts = complement(parts.front(), of);
  boxes result;
  for (side& one : parts) {
    one.as_is = as_is;
    if (as_is || !is_empty(one, *context.rules)) result.push_back({one});
  }
  return result;
}

side meet(const side& a, const side& b) {
  side one = a;
  one.values &= b.values;
  one.none = a.none && b.none;
  one.low = std::max(a.low, b.low);
  one.high = std::min(a.high, b.high);
  one.as_is = a.as_is && b.as_is;
  return one;
}

/// False when no answer meets both.
bool meet(const box& a, const box& b, const pack& rules, box& into) {
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    if (j == b.size() || (i < a.size() && a[i].fact < b[j].fact)) {
      into.push_back(a[i++]);
    } else if (i == a.size() || b[j].fact < a[i].fact) {
      into.push_back(b[j++]);
    } else {
      into.push_back(meet(a[i++], b[j++]));
      if (!into.back().as_is && is_empty(into.back(), rules)) return false;
    }
  }
  return answers_of(into) <= most_answers;
}

bool same(const side& a, const side& b) {
  return a.fact == b.fact && a.values == b.values && a.none == b.none && a.low == b.low && a.high == b.high &&
         a.as_is == b.as_is;
}

void add(boxes& to, box&& one) {
  const auto known = [&](const box& other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), same);
  };
  if (std::none_of(to.begin(), to.end(), known)) to.push_back(std::move(one));
}

}  // namespace

bool is_empty(const side& one, const pack& rules) {
  if (is_number(rules.facts[one.fact])) return one.low > one.high;
  return one.values.none() && !one.none;
}

std::size_t answers_of(const box& one) {
  return static_cast<std::size_t>(
      std::count_if(one.begin(), one.end(), [](const side& each) { return !each.as_is; }));
}

boxes both(const boxes& a, const boxes& b, const pack& rules) {
  boxes result;
  for (const box& left : a) {
    keep_time();
    for (const box& right : b) {
      box together;
      if (meet(left, right, rules, together)) add(result, std::move(together));
    }
  }
  return result;
}

boxes either(boxes a, const boxes& b) {
  for (const box& one : b) add(a, box(one));
  return a;
}

boxes solve(condition_id which, aim wanted, const condition_context& context) {
  if (!which.known()) return wanted == aim::yes ? boxes{box{}} : boxes{};
  const condition& node = context.rules->conditions[which];
  if (node.kind == condition_kind::unless)
    return solve(node.children.front(), wanted == aim::yes ? aim::not_yes : aim::yes, context);
  if (node.kind != condition_kind::all && node.kind != condition_kind::any)
    return solve_leaf(which, wanted, context);
  const bool every = (node.kind == condition_kind::all) == (wanted == aim::yes);
  boxes result = every ? boxes{box{}} : boxes{};
  for (const condition_id child : node.children) {
    const boxes part = solve(child, wanted, context);
    result = every ? both(result, part, *context.rules) : either(std::move(result), part);
  }
  return result;
}

box asked_for(const box& one) {
  box left;
  for (const side& each : one)
    if (!each.as_is) left.push_back(each);
  return left;
}

boxes without(const box& one, const box& other, const pack& rules) {
  boxes left;
  box rest = one;
  for (const side& cut : other) {
    const auto at = std::find_if(rest.begin(), rest.end(),
                                 [&](const side& each) { return each.fact == cut.fact && !each.as_is; });
    if (at == rest.end()) return {one};
    for (const side& outside : complement(cut, rules.facts[cut.fact])) {
      const side kept = meet(*at, outside);
      if (is_empty(kept, rules)) continue;
      box piece = rest;
      piece[static_cast<std::size_t>(at - rest.begin())] = kept;
      left.push_back(piece);
    }
    *at = meet(*at, cut);
    if (is_empty(*at, rules)) return {one};
  }
  return left;
}

}  // namespace aiguillage::detail
