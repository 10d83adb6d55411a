#include "aiguillage/situation.h"

#include <algorithm>

namespace aiguillage {
namespace {

tri truth(bool yes) { return yes ? tri::yes : tri::no; }

tri evaluate_fact(const condition& node, const fact_value& known) {
  if (!known.known) return tri::unknown;
  switch (node.kind) {
    case condition_kind::value: return truth((known.values & node.values).any());
    case condition_kind::lacks: return truth((known.values & node.values).none());
    case condition_kind::empty: return truth(known.values.none());
    default: return truth(known.thousandths >= node.low && known.thousandths <= node.high);
  }
}

tri evaluate_children(const condition& node, const condition_context& context) {
  const bool all = node.kind == condition_kind::all;
  tri result = all ? tri::yes : tri::no;
  for (const condition_id child : node.children) {
    const tri one = evaluate(child, context);
    result = all ? std::min(result, one) : std::max(result, one);
  }
  return result;
}

bool holds(const value_set& values, std::size_t index) { return index < values.size() && values.test(index); }

// Source: head of the competence table. Without a right, the organism that the person named stands for the operator.
bool right_holds(const condition& node, const condition_context& context) {
  if (context.right.known()) return holds(node.values, context.right.index());
  return context.decided_by.known() && context.acting == context.decided_by;
}

bool operator_holds(const condition& node, const condition_context& context) {
  if (context.decided_by.known()) return holds(node.values, context.decided_by.index());
  return !context.right.known();
}

void collect_unknown(condition_id which, const condition_context& context, value_set& found) {
  const condition& node = context.rules->conditions[which];
  if (node.fact.known() && !context.person->facts[node.fact].known) found.set(node.fact.index());
  for (const condition_id child : node.children) collect_unknown(child, context, found);
}

}  // namespace

tri evaluate(condition_id which, const condition_context& context) {
  if (!which.known()) return tri::yes;
  const condition& node = context.rules->conditions[which];
  switch (node.kind) {
    case condition_kind::always: return tri::yes;
    case condition_kind::all:
    case condition_kind::any: return evaluate_children(node, context);
    case condition_kind::unless: return truth(evaluate(node.children.front(), context) != tri::yes);
    case condition_kind::right: return truth(right_holds(node, context));
    case condition_kind::decided_by: return truth(operator_holds(node, context));
    case condition_kind::urgency:
      return truth(context.urgency.known() && holds(node.values, context.urgency.index()));
    case condition_kind::need: return truth((context.certain_needs & node.values).any());
    case condition_kind::dimension: return truth((context.certain_dimensions & node.values).any());
    default: return evaluate_fact(node, context.person->facts[node.fact]);
  }
}

std::vector<fact_id> unknown_facts(condition_id which, const condition_context& context) {
  value_set found;
  if (which.known()) collect_unknown(which, context, found);
  std::vector<fact_id> result;
  for (std::size_t i = 0; i < context.rules->facts.size(); ++i)
    if (found.test(i)) result.emplace_back(i);
  return result;
}

std::optional<std::size_t> single_value(const situation& person, fact_id which) {
  if (!which.known() || !person.facts[which].known) return std::nullopt;
  const value_set& values = person.facts[which].values;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (values.test(i)) return i;
  return std::nullopt;
}

}  // namespace aiguillage
