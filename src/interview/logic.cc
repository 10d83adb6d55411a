#include <algorithm>

#include "interview/changes.h"
#include "qualify/derive.h"

namespace aiguillage::detail {
namespace {

/// The truths that a condition may come to have.
struct truths {
  bool no = false, unknown = false, yes = false;
};

struct view {
  const pack& rules;
  condition_context context;
  const value_set& open;
  value_set arising;  // needs that answers may make certain
  value_set vanishing;
};

truths only(tri truth) { return {truth == tri::no, truth == tri::unknown, truth == tri::yes}; }

truths may_be(const view& all, condition_id which);

// `all` is a minimum and `any` a maximum: each truth of one part may meet each truth of another.
truths combined(const view& all, const condition& node) {
  const bool every = node.kind == condition_kind::all;
  truths result = only(every ? tri::yes : tri::no);
  for (const condition_id child : node.children) {
    const truths a = result;
    const truths b = may_be(all, child);
    const bool known_or_not = (a.unknown && (b.unknown || (every ? b.yes : b.no))) ||
                              (b.unknown && (a.unknown || (every ? a.yes : a.no)));
    result = every ? truths{a.no || b.no, known_or_not, a.yes && b.yes}
                   : truths{a.no && b.no, known_or_not, a.yes || b.yes};
  }
  return result;
}

truths may_be(const view& all, condition_id which) {
  if (!which.known()) return only(tri::yes);
  const condition& node = all.rules.conditions[which];
  if (node.kind == condition_kind::unless) {
    const truths inside = may_be(all, node.children.front());
    return {inside.yes, false, inside.no || inside.unknown};
  }
  if (node.kind == condition_kind::all || node.kind == condition_kind::any) return combined(all, node);
  if (node.fact.known() && all.open.test(node.fact.index())) return {true, true, true};
  truths now = only(evaluate(which, all.context));
  if (node.kind != condition_kind::need && node.kind != condition_kind::dimension) return now;
  now.yes = now.yes || all.arising.any();
  now.no = now.no || all.vanishing.any();
  return now;
}

void add_open(const view& all, condition_id which, value_set& facts) {
  for (const fact_id one : unknown_facts(which, all.context))
    if (all.open.test(one.index())) facts.set(one.index());
}

// A need is lost when each of the rules that hold for it may cease to; only a certain exception does that.
void find_lost(view& all, value_set& facts) {
  value_set kept;
  for (const need_rule& one : all.rules.need_rules)
    if (evaluate(one.when, all.context) == tri::yes && !may_be(all, one.when).no) kept.set(one.need.index());
  all.vanishing = all.context.certain_needs & ~kept;
  for (const need_rule& one : all.rules.need_rules)
    if (all.vanishing.test(one.need.index())) add_open(all, one.when, facts);
}

void find_new(view& all, const std::string& day, value_set& facts) {
  for (const need_rule& one : all.rules.need_rules) {
    if (all.context.certain_needs.test(one.need.index()) || !in_force(one.about, day)) continue;
    if (!may_be(all, one.when).yes) continue;
    all.arising.set(one.need.index());
    add_open(all, one.when, facts);
  }
}

// Down to the first row that holds whatever is answered, each row of another level that may come to hold counts.
void find_urgency(const view& all, const std::string& day, value_set& facts) {
  for (const urgency_rule& row : all.rules.urgency_rules) {
    if (!in_force(row.about, day)) continue;
    const truths may = may_be(all, row.when);
    const bool holds = evaluate(row.when, all.context) == tri::yes;
    if (may.yes && row.level != all.context.urgency) add_open(all, row.when, facts);
    if (holds && may.no) add_open(all, row.when, facts);
    if (holds && !may.no) break;
  }
}

}  // namespace

value_set could_say(const pack& rules, const situation& person, const value_set& open) {
  const findings now = derive(rules, person);
  view all{rules, {}, open, {}, {}};
  all.context.rules = &rules;
  all.context.person = &person;
  all.context.urgency = now.urgency;
  all.context.certain_needs = now.certain_needs;
  all.context.certain_dimensions = now.certain_dimensions;
  const std::string& day = applicable_day(rules, person);
  value_set facts;
  find_lost(all, facts);
  find_new(all, day, facts);
  find_urgency(all, day, facts);
  return facts;
}

}  // namespace aiguillage::detail
