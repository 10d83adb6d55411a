#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "lint/linting.h"
#include "survey/surveying.h"

/// Who serves what, for someone: every competence whose condition may hold, as the engine would offer it.
namespace aiguillage::surveying {
namespace {

enum class occurs : std::uint8_t { never, sometimes, always };

bool reads_facts(const pack& rules, condition_id which) {
  if (!which.known()) return false;
  const condition& node = rules.conditions[which];
  return node.fact.known() || std::any_of(node.children.begin(), node.children.end(),
                                          [&](condition_id child) { return reads_facts(rules, child); });
}

occurs how_often(const detail::build_view& view, const competence& row, const need& what) {
  if (!reads_facts(view.rules, row.when))
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

struct views {
  detail::build_view anyone;
  detail::build_view autonomous;
};

std::vector<trade> trades_of(work& on, const views& seen) {
  std::map<std::tuple<actor_type_id, bool, std::vector<mandate_kind>>, std::size_t> known;
  std::vector<trade> all;
  for (std::size_t i = 0; i < on.kinds.size(); ++i) {
    const kind& one = on.kinds[i];
    const auto [place, fresh] = known.try_emplace({one.type, one.mandates, one.signs}, all.size());
    if (fresh) {
      trade made{one.actors.front(), {}, detail::barred_by_state(seen.anyone, one.type) != nullptr, {}, {}};
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
stand stand_to(const work& on, const views& seen, trade& by, const need& what) {
  stand result;
  const actor& who = on.land.actors[by.example];
  for (const competence* row : by.rows[what.type.index()]) {
    const occurs often = how_often(seen.anyone, *row, what);
    if (often == occurs::never) continue;
    bool serves_all = false;
    for (const level_id level : row->levels) {
      const bool full = detail::check_level(seen.anyone, who, what, level).fits;
      if (!full && !detail::check_level(seen.autonomous, who, what, level).fits) continue;
      const bool competent = detail::grade_of(seen.anyone, *row, what) == grade::competent;
      result.best = std::max(result.best, competent ? standing::concludes : standing::first_level);
      result.minimum = result.minimum || full;
      serves_all = serves_all || (full && often == occurs::always && !by.barred);
      const detail::state_effects found = detail::effects_of(seen.anyone, on.states, what, level, who);
      by.effects[what.type.index()].insert({found.requires_states, found.produces});
    }
    result.everyone = result.everyone || serves_all;
    if (serves_all) break;
  }
  return result;
}

std::vector<need> needs_of(const lint::linting& may, need_type_id type) {
  std::vector<need> all;
  for (const lint::procedure& one : lint::procedures_of(may, type)) {
    const bool about_right = may.rights[type.index()].any();
    if (one.right.known() != about_right || (!about_right && one.decided_by.known())) continue;
    need what;
    what.type = type;
    what.right = one.right;
    what.decided_by = one.decided_by;
    all.push_back(what);
  }
  return all;
}

void add_matters(work& on, const views& seen, const lint::linting& may, need_type_id type,
                 std::vector<trade>& trades) {
  std::map<std::vector<std::tuple<standing, bool, bool>>, std::size_t> known;
  for (const need& what : needs_of(may, type)) {
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
  const views seen{on.view(), on.view_autonomous()};
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
      one.produces = detail::produced_by_type(seen.anyone, on.states, one.type);
    }
}

}  // namespace aiguillage::surveying
