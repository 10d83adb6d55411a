#include "network/look_up.h"

#include <algorithm>
#include <utility>

#include "network/builder.h"
#include "qualify/derive.h"

/// What the building of a network asks for again and again, found once.
namespace aiguillage::detail {
namespace {

std::vector<const competence*> rows_by_type(const build_view& view) {
  const std::string& day = applicable_day(view.rules, view.person);
  std::vector<const competence*> rows;
  rows.reserve(view.rules.competences.size());
  for (const competence& row : view.rules.competences)
    if (row.actor.known() && in_force(row.about, day)) rows.push_back(&row);
  std::sort(rows.begin(), rows.end(), [](const competence* a, const competence* b) {
    return a->actor != b->actor ? a->actor < b->actor : a < b;
  });
  return rows;
}

}  // namespace

// Each part is looked up with the help of those before.
void look_up(build_view& view) {
  looked_up& known = view.known;
  std::vector<char> applying;
  applying.reserve(view.rules.routing.size());
  for (const routing_rule& one : view.rules.routing) applying.push_back(applies(view, one) ? 1 : 0);
  known.applying = std::move(applying);
  known.missing.reserve(view.rules.states.size());
  for (const state& one : view.rules.states)
    known.missing.push_back(state_missing(view.rules, view.person, one));
  known.consent_bars = barred_states(view);
  known.facts_lacked = facts_lacked(view);
  known.states = true;
  std::vector<char> barred;
  for (std::size_t i = 0; i < view.rules.modes.size(); ++i)
    barred.push_back(mode_barred(view, mode_id(i)) ? 1 : 0);
  known.barred_modes = std::move(barred);
  known.rows = rows_by_type(view);
  const std::size_t actors = seats(view);
  std::vector<way_to> ways;
  std::vector<int> first_days;
  ways.reserve(actors);
  first_days.reserve(actors);
  for (std::size_t i = 0; i < actors; ++i) {
    ways.push_back(way_of(view, actor_at(view, i)));
    first_days.push_back(first_day_at(view, actor_at(view, i)));
  }
  known.ways = std::move(ways);
  known.first_days = std::move(first_days);
  std::vector<hindrance> kept_by;
  kept_by.reserve(actors);
  for (std::size_t i = 0; i < actors; ++i) kept_by.push_back(hindrance_at(view, actor_at(view, i)));
  known.kept_by = std::move(kept_by);
}

tri missing_in(const build_view& view, state_id which) {
  if (!view.known.missing.empty()) return view.known.missing[which.index()];
  return state_missing(view.rules, view.person, view.rules.states[which]);
}

bool mode_barred(const build_view& view, mode_id mode) {
  if (mode.known() && !view.known.barred_modes.empty()) return view.known.barred_modes[mode.index()] != 0;
  const auto consent = single_value(view.person, find_named(view.rules.facts, "consent"));
  return consent && std::any_of(view.rules.states.begin(), view.rules.states.end(), [&](const state& one) {
           return std::find(one.required_by_modes.begin(), one.required_by_modes.end(), mode) !=
                      one.required_by_modes.end() &&
                  one.barred_by_consent.test(*consent);
         });
}

std::span<const competence* const> rows_of(const build_view& view, actor_type_id type,
                                           std::vector<const competence*>& found) {
  const std::vector<const competence*>& rows = view.known.rows;
  if (!rows.empty()) {
    const auto first = std::partition_point(rows.begin(), rows.end(),
                                            [&](const competence* row) { return row->actor < type; });
    const auto last =
        std::partition_point(first, rows.end(), [&](const competence* row) { return row->actor == type; });
    return {rows.data() + (first - rows.begin()), static_cast<std::size_t>(last - first)};
  }
  const std::string& day = applicable_day(view.rules, view.person);
  for (const competence& row : view.rules.competences)
    if (row.actor == type && in_force(row.about, day)) found.push_back(&row);
  return found;
}

}  // namespace aiguillage::detail
