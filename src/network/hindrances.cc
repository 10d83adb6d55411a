#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

#include "network/builder.h"

/// What keeps a place from a person whatever the rules say: what the place says of itself, and the path so far.
namespace aiguillage::detail {
namespace {

bool is_about(const need_key& key, const need& what) {
  return !key.type.known() || key == need_key{what.type, what.right};
}

std::optional<std::chrono::sys_days> day_of(const std::string& written) {
  if (written.size() != 10) return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t count) {
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) value = value * 10 + (written[i] - '0');
    return value;
  };
  const std::chrono::year_month_day day{std::chrono::year(number(0, 4)),
                                        std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                        std::chrono::day(static_cast<unsigned>(number(8, 2)))};
  if (!day.ok()) return std::nullopt;
  return std::chrono::sys_days(day);
}

// Days until a full place takes people again; 0 when it is not full, or when the day of the interview is not known.
int days_until_free(const build_view& view, actor_id who) {
  const auto today = day_of(view.person.date);
  const auto free = day_of(view.land.actors[who].full_until);
  return today && free ? std::max(0, static_cast<int>((*free - *today).count())) : 0;
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
  const kept_appointment* kept = kept_at(view, who);
  int first = kept == nullptr ? days_until_free(view, who) : kept->day;
  for (const closed_door& one : view.person.so_far.closed)
    if (one.who == who && !one.about.type.known()) first = std::max(first, one.until);
  return first;
}

int first_day_of(const build_view& view, actor_id who, const need& what) {
  const kept_appointment* kept = kept_for(view, what);
  if (kept != nullptr && !(kept->who == who)) return never_again;
  int first = first_day_at(view, who);
  for (const closed_door& one : view.person.so_far.closed)
    if (one.who == who && is_about(one.about, what)) first = std::max(first, one.until);
  return first;
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
