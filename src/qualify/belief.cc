#include "qualify/belief.h"

#include <algorithm>

namespace aiguillage::detail {
namespace {

void offer(std::vector<step>& with, const step& next) {
  if (next.answers >= never) return;
  for (step& known : with)
    if (known.which == next.which) {
      if (next.answers == known.answers) known.share = std::max(known.share, next.share);
      if (next.answers < known.answers) known = next;
      return;
    }
  with.push_back(next);
}

// Each part has to be settled.
distance every(const std::vector<distance>& parts) {
  distance result;
  for (const distance& part : parts) result.answers = std::min(never, result.answers + part.answers);
  for (const distance& part : parts)
    for (const step& one : part.with)
      offer(result.with, {one.which, result.answers - part.answers + one.answers, one.share});
  return result;
}

// One part is enough; once it is settled, nothing more is asked.
distance either(const std::vector<distance>& parts) {
  distance result;
  result.answers = never;
  for (const distance& part : parts) result.answers = std::min(result.answers, part.answers);
  if (result.answers == 0) return result;
  for (const distance& part : parts)
    for (const step& one : part.with) offer(result.with, one);
  return result;
}

// Every value counts alike; a number, or a set as a whole, is taken to answer one way as often as the other (assumed).
std::int64_t share_of(const condition& node, const pack& rules) {
  const auto values = static_cast<std::int64_t>(rules.facts[node.fact].values.size());
  if (node.kind != condition_kind::value || values == 0) return 500;
  const bool set = rules.facts[node.fact].kind == fact_kind::set_of;
  return 1000 * static_cast<std::int64_t>(node.values.count()) / values / (set ? 2 : 1);
}

distance known_already(bool settled) { return {settled ? 0 : never, {}}; }

}  // namespace

distance answers_needed(condition_id which, bool wanted, const condition_context& context) {
  if (!which.known()) return known_already(wanted);
  const condition& node = context.rules->conditions[which];
  if (node.kind == condition_kind::unless) {
    if (!wanted) return answers_needed(node.children.front(), true, context);
    distance result = answers_needed(node.children.front(), true, context);
    result.answers = result.answers == 0 ? never : 0;
    return result;
  }
  if (node.kind == condition_kind::all || node.kind == condition_kind::any) {
    std::vector<distance> parts;
    parts.reserve(node.children.size());
    for (const condition_id child : node.children) parts.push_back(answers_needed(child, wanted, context));
    return (node.kind == condition_kind::all) == wanted ? every(parts) : either(parts);
  }
  if (node.fact.known() && !context.person->facts[node.fact].known) {
    const std::int64_t share = share_of(node, *context.rules);
    return {1, {{node.fact, 1, wanted ? share : 1000 - share}}};
  }
  return known_already((evaluate(which, context) == tri::yes) == wanted);
}

bool touched(condition_id which, const condition_context& context, fact_id by) {
  if (!which.known()) return false;
  const condition& node = context.rules->conditions[which];
  if (node.kind == condition_kind::unless) return false;
  if (node.fact.known()) return (!by.known() || node.fact == by) && evaluate(which, context) == tri::yes;
  return std::any_of(node.children.begin(), node.children.end(),
                     [&](condition_id child) { return touched(child, context, by); });
}

void add_told(condition_id which, const condition_context& context, value_set& facts) {
  if (!which.known()) return;
  const condition& node = context.rules->conditions[which];
  if (node.kind == condition_kind::unless) return;
  if (node.fact.known() && share_of(node, *context.rules) >= 500) facts.set(node.fact.index());
  for (const condition_id child : node.children) add_told(child, context, facts);
}

}  // namespace aiguillage::detail
