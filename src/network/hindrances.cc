#include <algorithm>

#include "aiguillage/date.h"
#include "network/builder.h"

/// What keeps a place from a person whatever the rules say: what the place says of itself, and the path so far.
namespace aiguillage::detail {
namespace {

bool is_about(const need_key& key, const need& what) {
  return !key.type.known() || key == need_key{what.type, what.right};
}

// Days until a full place takes people again; 0 when it is not full, or when the day of the interview is not known.
int days_until_free(const build_view& view, actor_id who) {
  const std::string& full_until = view.land.actors[who].full_until;
  if (full_until.empty()) return 0;
  const auto today = parse_date(view.person.date);
  const auto free = parse_date(full_until);
  return today && free ? std::max(0, day_number(*free) - day_number(*today)) : 0;
}

}  // namespace

const kept_appointment* kept_for(const build_view& view, const need& what) {
  for (const kept_appointment& one : view.person.so_far.kept)
    if (std::any_of(one.needs.begin(), one.needs.end(),
                    [&](const need_key& key) { return is_about(key, what); }))
      return &one;
  return nullptr;
}

const kept_appointment* kept_at(const build_view& view, actor_id who) {
  for (const kept_appointment& one : view.person.so_far.kept)
    if (one.who == who) return &one;
  return nullptr;
}

bool is_settled(const build_view& view, const need& one) {
  const auto& settled = view.person.so_far.settled;
  return std::find(settled.begin(), settled.end(), need_key{one.type, one.right}) != settled.end();
}

int first_day_at(const build_view& view, actor_id who) {
  if (const std::size_t seat = seat_of(view, who); seat < view.known.first_days.size())
    return view.known.first_days[seat];
  if (const kept_appointment* kept = kept_at(view, who)) return kept->day;
  int first = days_until_free(view, who);
  for (const closed_door& one : view.person.so_far.closed)
    if (one.who == who && !one.about.type.known()) first = std::max(first, one.until);
  return first;
}

int closed_until(const build_view& view, actor_id who, const need& what) {
  int until = 0;
  for (const closed_door& one : view.person.so_far.closed)
    if (one.who == who && is_about(one.about, what)) until = std::max(until, one.until);
  return until;
}

int first_day_of(const build_view& view, actor_id who, const need& what) {
  const kept_appointment* kept = kept_for(view, what);
  if (kept != nullptr) return kept->who == who ? kept->day : never_again;
  return std::max(first_day_at(view, who), closed_until(view, who, what));
}

const routing_rule* first_rule(const build_view& view, effect_kind effect) {
  for (const routing_rule& one : view.rules.routing)
    if (one.effect == effect && applies(view, one)) return &one;
  return nullptr;
}

const rule* out_of_reach(const build_view& view, actor_id who) {
  if (way_of(view, who).kept_by != hindrance::travel) return nullptr;
  const routing_rule* by = first_rule(view, effect_kind::within_reach);
  return by != nullptr && by->about.force == strength::strong ? &by->about : nullptr;
}

hindrance hindrance_at(const build_view& view, actor_id who) {
  if (const std::size_t seat = seat_of(view, who); seat < view.known.kept_by.size())
    return view.known.kept_by[seat];
  const actor& at = view.land.actors[who];
  if (first_day_at(view, who) >= never_again) return hindrance::closed;
  if (lives_in_zone(view, at) == tri::no) return hindrance::zone;
  if (is_received(view, at) == tri::no) return hindrance::publics;
  const hindrance way = way_of(view, who).kept_by;
  if (way != hindrance::travel) return way;
  const routing_rule* by = first_rule(view, effect_kind::within_reach);
  return by != nullptr && by->about.force == strength::hard ? way : hindrance::none;
}

hindrance hindrance_of(const build_view& view, actor_id who, const need& what) {
  if (contains(view.land.actors[who].without, what.type)) return hindrance::without;
  if (first_day_of(view, who, what) >= never_again) return hindrance::closed;
  return hindrance_at(view, who);
}

}  // namespace aiguillage::detail
