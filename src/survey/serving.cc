#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "lint/linting.h"
#include "survey/surveying.h"

/// Who serves what, for someone: every competence whose condition may hold, as the engine would offer it.
namespace aiguillage::surveying {
namespace {

enum class occurs : std::uint8_t { never, sometimes, always };

template <class Test>
bool any_node(const pack& rules, condition_id which, const Test& test) {
  if (!which.known()) return false;
  const condition& node = rules.conditions[which];
  return test(node) || std::any_of(node.children.begin(), node.children.end(),
                                   [&](condition_id child) { return any_node(rules, child, test); });
}

bool reads_facts(const condition& node) { return node.fact.known(); }

bool reads_operator(const condition& node) {
  return node.kind == condition_kind::right || node.kind == condition_kind::decided_by;
}

occurs how_often(const detail::build_view& view, const competence& row, const need& what) {
  if (!any_node(view.rules, row.when, reads_facts))
    return evaluate(row.when, detail::context_for(view, what, row.actor)) == tri::yes ? occurs::always
                                                                                      : occurs::never;
  lint::surroundings around;
  around.procedures.assign(1, {what.right, what.decided_by});
  around.acting = row.actor;
  const auto may = [&](lint::truths wanted) {
    return lint::satisfiable(view.rules, around, {{row.when, wanted}}) != lint::answer::no;
  };
  if (!may(lint::is_yes)) return occurs::never;
  return may(lint::not_yes) ? occurs::sometimes : occurs::always;
}

/// Actors of one type that sign the same mandates: they serve alike, but for what each is without.
struct trade {
  actor_id example;
  std::vector<std::size_t> kinds;
  bool barred = false;                               // until a fact says that a state is there
  std::vector<std::vector<const competence*>> rows;  // in force, by need type
  std::vector<std::set<effect>> effects;             // by need type
};

/// Somebody who is not known to be autonomous, and somebody who is; about no organism, or about the one that they name.
struct person_pair {
  situation anyone;
  situation autonomous;
  detail::build_view view;
  detail::build_view view_autonomous;

  person_pair(const work& on, std::optional<std::size_t> organism)
      : anyone(naming(on, on.anyone, organism)),
        autonomous(naming(on, on.autonomous, organism)),
        view(detail::view_of(on.rules, on.land, anyone, on.nothing)),
        view_autonomous(detail::view_of(on.rules, on.land, autonomous, on.nothing)) {}
  person_pair(const person_pair&) = delete;
  person_pair& operator=(const person_pair&) = delete;
  ~person_pair() = default;

  static situation naming(const work& on, situation person, std::optional<std::size_t> organism) {
    const fact_id which = find_named(on.rules.facts, "request_organism");
    if (!organism || !which.known()) return person;
    person.facts[which].known = true;
    person.facts[which].values.set(*organism);
    return person;
  }
};

/// By the operator of a need without a right, which is the organism that the person names; unknown: none.
using people = std::map<actor_type_id, person_pair>;

people people_of(const work& on) {
  people all;
  all.try_emplace(actor_type_id{}, on, std::nullopt);
  const fact_id which = find_named(on.rules.facts, "request_organism");
  if (!which.known()) return all;
  const std::vector<value>& values = on.rules.facts[which].values;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (const actor_type_id type = find_named(on.rules.actor_types, values[i].id); type.known())
      all.try_emplace(type, on, i);
  return all;
}

std::vector<trade> trades_of(work& on, const people& seen) {
  std::map<std::tuple<actor_type_id, bool, std::vector<mandate_kind>>, std::size_t> known;
  std::vector<trade> all;
  for (std::size_t i = 0; i < on.kinds.size(); ++i) {
    const kind& one = on.kinds[i];
    const auto [place, fresh] = known.try_emplace({one.type, one.mandates, one.signs}, all.size());
    if (fresh) {
      trade made{
          one.actors.front(), {}, detail::barred_by_state(seen.at({}).view, one.type) != nullptr, {}, {}};
      made.rows.resize(on.rules.needs.size());
      made.effects.resize(on.rules.needs.size());
      for (const competence& row : on.rules.competences)
        if (row.actor == one.type && in_force(row.about, on.into.day))
          for (const need_type_id need : row.needs) made.rows[need.index()].push_back(&row);
      all.push_back(std::move(made));
    }
    all[place->second].kinds.push_back(i);
  }
  return all;
}

/// How a trade stands to one need; the first competence that serves everyone hides those after it, as in the engine.
stand stand_to(const work& on, const people& seen, trade& by, const need& what) {
  stand result;
  const actor& who = on.land.actors[by.example];
  const person_pair& person = seen.at(what.right.known() ? actor_type_id{} : what.decided_by);
  for (const competence* row : by.rows[what.type.index()]) {
    const occurs often = how_often(person.view, *row, what);
    if (often == occurs::never) continue;
    bool serves_all = false;
    for (const level_id level : row->levels) {
      const bool full = detail::check_level(person.view, who, what, level).fits;
      if (!full && !detail::check_level(person.view_autonomous, who, what, level).fits) continue;
      const bool competent = detail::grade_of(person.view, *row, what) == grade::competent;
      result.best = std::max(result.best, competent ? standing::concludes : standing::first_level);
      result.minimum = result.minimum || full;
      serves_all = serves_all || (full && often == occurs::always && !by.barred);
      const detail::state_effects found = detail::effects_of(person.view, on.states, what, level, who);
      by.effects[what.type.index()].insert({found.requires_states, found.produces});
    }
    result.everyone = result.everyone || serves_all;
    if (serves_all) break;
  }
  return result;
}

/// The needs of one type: one for each right and operator that it may be about; about no right, one for each organism
/// when a competence looks at the operator.
std::vector<need> needs_of(const people& seen, const lint::linting& may, need_type_id type,
                           const std::vector<trade>& trades) {
  const bool about_right = may.rights[type.index()].any();
  const bool by_operator = std::any_of(trades.begin(), trades.end(), [&](const trade& by) {
    const auto& rows = by.rows[type.index()];
    return std::any_of(rows.begin(), rows.end(),
                       [&](const competence* row) { return any_node(may.rules, row->when, reads_operator); });
  });
  std::vector<need> all;
  for (const lint::procedure& one : lint::procedures_of(may, type)) {
    if (one.right.known() != about_right) continue;
    if (!about_right && one.decided_by.known() && (!by_operator || !seen.contains(one.decided_by))) continue;
    need what;
    what.type = type;
    what.right = one.right;
    what.decided_by = one.decided_by;
    all.push_back(what);
  }
  return all;
}

void add_matters(work& on, const people& seen, const lint::linting& may, need_type_id type,
                 std::vector<trade>& trades) {
  std::map<std::vector<std::tuple<standing, bool, bool>>, std::size_t> known;
  for (const need& what : needs_of(seen, may, type, trades)) {
    std::vector<stand> stands(on.kinds.size());
    for (trade& by : trades) {
      const stand found = stand_to(on, seen, by, what);
      for (const std::size_t each : by.kinds)
        if (!on.kinds[each].without.test(type.index())) stands[each] = found;
    }
    std::vector<std::tuple<standing, bool, bool>> column;
    for (const stand& one : stands) column.emplace_back(one.best, one.everyone, one.minimum);
    const auto [place, fresh] = known.try_emplace(std::move(column), on.matters.size());
    if (fresh) on.matters.push_back({type, {}, std::move(stands)});
    on.matters[place->second].needs.push_back(what);
  }
}

void find_states(work& on) {
  for (std::size_t i = 0; i < on.rules.states.size() && on.states.bits.size() < 64; ++i) {
    const state& one = on.rules.states[state_id(i)];
    on.states.missing.set(i);
    if (one.produced_by_modes.empty() && !detail::only_a_fact(one))
      on.states.bits.push_back({state_id(i), {}});
  }
}

}  // namespace

void find_kinds(work& on) {
  std::map<std::tuple<actor_type_id, bool, std::vector<mandate_kind>, std::string>, std::size_t> known;
  for (std::size_t i = 0; i < on.land.actors.size(); ++i) {
    const actor& one = on.land.actors[actor_id(i)];
    if (!opens(on, actor_id(i))) continue;
    kind made{one.type, one.mandates, one.signs, {}, {}, {}, 0};
    std::sort(made.signs.begin(), made.signs.end());
    for (const need_type_id each : one.without) made.without.set(each.index());
    const auto [place, fresh] =
        known.try_emplace({made.type, made.mandates, made.signs, made.without.to_string()}, on.kinds.size());
    if (fresh) on.kinds.push_back(std::move(made));
    on.kinds[place->second].actors.emplace_back(i);
  }
}

void find_matters(work& on) {
  find_states(on);
  const people seen = people_of(on);
  diagnostics of_the_pack;
  const lint::linting may = lint::start(on.rules, on.into.day, of_the_pack);
  std::vector<trade> trades = trades_of(on, seen);
  for (std::size_t i = 0; i < on.rules.needs.size(); ++i)
    if (may.needs.test(i)) add_matters(on, seen, may, need_type_id(i), trades);
  for (const trade& by : trades)
    for (const std::size_t each : by.kinds) {
      kind& one = on.kinds[each];
      std::set<effect> all;
      for (std::size_t i = 0; i < by.effects.size(); ++i)
        if (!one.without.test(i)) all.insert(by.effects[i].begin(), by.effects[i].end());
      one.effects.assign(all.begin(), all.end());
      one.produces = detail::produced_by_type(seen.at({}).view, on.states, one.type);
    }
}

}  // namespace aiguillage::surveying
