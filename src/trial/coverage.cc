#include "aiguillage/trial.h"
#include "explain/condition_words.h"
#include "network/builder.h"
#include "trial/fires.h"

namespace aiguillage {
namespace {

using detail::build_view;

/// A condition of the pack, and where it is looked at: for the person, or for each of these needs.
struct looked_at {
  const rule* of = nullptr;
  condition_id when;
  bool by_need = false;
  value_set needs;
  actor_type_id acting;
};

void add_needs(const pack& rules, std::vector<looked_at>& all) {
  for (const need_rule& one : rules.need_rules) all.push_back({&one.about, one.when, false, {}, {}});
  for (std::size_t i = 0; i < rules.needs.size(); ++i) {
    const need_type& one = rules.needs[need_type_id(i)];
    value_set alone;
    alone.set(i);
    all.push_back({&one.about, one.decided_when, true, alone, {}});
    all.push_back({&one.about, one.vital_when, true, alone, {}});
    for (const right_source& from : one.rights) all.push_back({&one.about, from.when, false, {}, {}});
  }
}

void add_exceptions(const routing_rule& row, std::vector<looked_at>& all) {
  for (const exception& one : row.except) {
    value_set needs;
    for (const need_type_id which : one.needs) needs.set(which.index());
    if (one.needs.empty()) needs.set();
    all.push_back({&row.about, one.when, true, needs, one.actor});
  }
}

std::vector<looked_at> conditions_of(const pack& rules) {
  std::vector<looked_at> all;
  add_needs(rules, all);
  for (const competence& one : rules.competences) {
    value_set needs;
    for (const need_type_id which : one.needs) needs.set(which.index());
    all.push_back({&one.about, one.when, true, needs, one.actor});
  }
  for (const state& one : rules.states) {
    all.push_back({&one.about, one.held_when, false, {}, {}});
    all.push_back({&one.about, one.missing_when, false, {}, {}});
  }
  for (const urgency_rule& one : rules.urgency_rules) all.push_back({&one.about, one.when, false, {}, {}});
  for (const routing_rule& one : rules.routing) {
    all.push_back({&one.about, one.when, false, {}, {}});
    add_exceptions(one, all);
  }
  return all;
}

std::vector<condition_context> contexts(const build_view& view, const looked_at& one) {
  if (!one.by_need) return {view.context};
  std::vector<condition_context> result;
  for (const need& each : view.found.needs)
    if (each.status == need_status::certain && one.needs.test(each.type.index()))
      result.push_back(detail::context_for(view, each, one.acting));
  return result;
}

/// Where the sight of each leaf is kept; -1: not met yet.
using sight_index = std::vector<int>;

void look(const looked_at& at, condition_id which, const std::vector<condition_context>& in,
          const pack& rules, sight_index& index, std::vector<condition_sight>& sights) {
  if (!which.known()) return;
  const condition& node = rules.conditions[which];
  for (const condition_id child : node.children) look(at, child, in, rules, index, sights);
  if (!node.children.empty() || node.kind == condition_kind::always) return;
  int& place = index[which.index()];
  if (place < 0) {
    place = static_cast<int>(sights.size());
    sights.push_back({which, at.of, detail::condition_as_written(rules, which), false, false});
  }
  condition_sight& sight = sights[static_cast<std::size_t>(place)];
  for (const condition_context& one : in) {
    const tri value = evaluate(which, one);
    sight.seen_true = sight.seen_true || value == tri::yes;
    sight.seen_false = sight.seen_false || value == tri::no;
  }
}

}  // namespace

coverage cover(const pack& rules, const std::vector<case_file>& cases) {
  coverage result;
  result.rules = statements_of(rules);
  result.fired.resize(result.rules.size());
  const std::vector<looked_at> all = conditions_of(rules);
  sight_index index(rules.conditions.size(), -1);
  for (const looked_at& one : all) look(one, one.when, {}, rules, index, result.conditions);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const qualification found = qualify(rules, cases[i].facts);
    const territory land = neutral_territory(rules, absent_types(rules, cases[i]));
    const build_view view = detail::view_of(rules, land, cases[i].facts, found);
    for (const looked_at& one : all)
      look(one, one.when, contexts(view, one), rules, index, result.conditions);
    for (std::size_t s = 0; s < result.rules.size(); ++s)
      if (detail::fires(view, result.rules[s])) result.fired[s].push_back(i);
  }
  return result;
}

}  // namespace aiguillage
