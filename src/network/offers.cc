#include <algorithm>
#include <utility>

#include "network/builder.h"
#include "qualify/derive.h"

namespace aiguillage::detail {
namespace {

bool serves(const build_view& view, const competence& row, const actor& who, const need& what) {
  return contains(row.needs, what.type) && evaluate(row.when, context_for(view, what, who.type)) == tri::yes;
}

const std::vector<level_id>& preferred_levels(const build_view& view) {
  static const std::vector<level_id> none;
  for (const routing_rule& one : view.rules.routing)
    if (one.effect == effect_kind::prefer_help && applies(view, one)) return one.levels;
  return none;
}

// Lower is better: levels that wait for a state which no need of this person brings about come after all others.
std::pair<int, std::size_t> order_of(const build_view& view, const need& what, level_id level,
                                     const std::vector<level_id>& preferred) {
  int waits = 0;
  for (std::size_t i = 0; i < view.rules.states.size(); ++i) {
    const state& one = view.rules.states[state_id(i)];
    if (missing_in(view, state_id(i)) != tri::yes || contains(one.produced_by_levels, level)) continue;
    if (one.produced_on_the_spot || !one.produced_by_modes.empty()) continue;
    if (!requires_state(one.required_by_needs, what) && !contains(one.required_by_levels, level)) continue;
    const bool brought =
        std::any_of(one.produced_by_needs.begin(), one.produced_by_needs.end(),
                    [&](auto& from) { return view.context.certain_needs.test(from.need.index()); });
    if (!brought && one.produced_by_actors.empty()) ++waits;
  }
  const auto place = std::find(preferred.begin(), preferred.end(), level);
  return {waits, static_cast<std::size_t>(place - preferred.begin())};
}

void consider(const build_view& view, const actor& who, const need& what, const competence& row,
              offer_result& best, std::pair<int, std::size_t>& best_order) {
  const std::vector<level_id>& preferred = preferred_levels(view);
  for (const level_id level : row.levels) {
    const level_check found = check_level(view, who, what, level);
    if (found.kept_by != hindrance::none) best.kept_by = found.kept_by;
    if (found.against != nullptr) best.against = found.against;
    if (!found.fits) continue;
    offer made{level, grade_of(view, row, what), &row.about,
               excluded_by(view, who.type, what, level, strength::strong, false)};
    const auto order = order_of(view, what, level, preferred);
    if (best.made && !(order < best_order)) continue;
    best.made = made;
    best_order = order;
  }
}

}  // namespace

// Source: head of the competence table.
grade grade_of(const build_view& view, const competence& row, const need& what) {
  if (row.quality == grade::partial || !view.rules.needs[what.type].procedure) return row.quality;
  const partial_procedures& partial = view.rules.partial[row.actor];
  const actor_type_id decided_by = context_for(view, what, row.actor).decided_by;
  const bool by_right = what.right.known() && partial.rights.test(what.right.index());
  const bool by_operator = decided_by.known() && partial.operators.test(decided_by.index());
  return by_right || by_operator ? grade::partial : grade::competent;
}

level_check check_level(const build_view& view, const actor& who, const need& what, level_id level) {
  level_check result;
  if (view.rules.levels[level].id == "decide" ||
      !level_meets(view.rules, context_for(view, what, who.type), view.rules.needs[what.type], level) ||
      barred_by_consent(view, level, who.type))
    return result;
  if (view.rules.levels[level].id == "do_for_mandated" && !signs_for(view, who, level)) {
    result.kept_by = hindrance::mandate;
    return result;
  }
  result.against = excluded_by(view, who.type, what, level, strength::hard, false);
  result.fits = result.against == nullptr;
  return result;
}

offer_result offer_by(const build_view& view, const actor& who, const need& what) {
  offer_result best;
  best.against = barred_by_state(view, who.type);
  if (best.against != nullptr) return best;
  std::pair<int, std::size_t> best_order;
  std::vector<const competence*> found;
  for (const competence* row : rows_of(view, who.type, found)) {
    if (!serves(view, *row, who, what)) continue;
    consider(view, who, what, *row, best, best_order);
    if (best.made) break;
  }
  if (best.made || best.against != nullptr) best.kept_by = hindrance::none;
  return best;
}

offer_result offer_of(const build_view& view, actor_id at, const need& what) {
  offer_result kept;
  kept.kept_by = hindrance_of(view, at, what);
  if (kept.kept_by != hindrance::none) return kept;
  offer_result best = offer_by(view, view.land.actors[at], what);
  if (best.made && best.made->despite == nullptr) best.made->despite = out_of_reach(view, at);
  return best;
}

}  // namespace aiguillage::detail
