#include <algorithm>

#include "aiguillage/explain/record.h"
#include "aiguillage/explain/rivals.h"
#include "report/json_parts.h"
#include "report/why_not_parts.h"

namespace aiguillage::report {
namespace {

constexpr std::array<const char*, 6> standing_names = {"in_plan",    "decides",      "able",
                                                       "able_along", "asks_no_stop", "out"};
constexpr std::array<const char*, 10> bar_names = {"hard_rule", "hard_state", "consent", "place",
                                                   "absent",    "remit",      "level",   "condition",
                                                   "strong",    "vital_first"};

json truth_json(tri holds) { return holds == tri::unknown ? json(nullptr) : json(holds == tri::yes); }

struct writing {
  const pack& rules;
  const territory& land;
  const situation& person;
  const why_not& of;
  language wanted;
};

json bar_json(const writing& to, const bar& one) {
  json said = {{"kind", bar_names[static_cast<std::size_t>(one.kind)]},
               {"rule", one.by == nullptr ? json(nullptr) : json(one.by->id)},
               {"file", one.by == nullptr ? json(nullptr) : json(one.by->where.file)},
               {"line", one.by == nullptr ? json(nullptr) : json(one.by->where.line)},
               {"source", one.by == nullptr ? json(nullptr) : json(joined_sources(one.by->sources))},
               {"text", bar_words(to.rules, to.land, to.of, one).in(to.wanted)}};
  if (one.who.known()) said["actor"] = to.land.actors[one.who].id;
  if (one.kind == bar_kind::condition) said["holds"] = truth_json(one.holds);
  return said;
}

json needs_json(const writing& to) {
  json all = json::array();
  for (const need_standing_there& one : to.of.needs) {
    json reasons = json::array();
    for (const bar& each : one.bars) reasons.push_back(bar_json(to, each));
    all.push_back({{"id", need_name(to.rules, one.which->type, one.which->right)},
                   {"standing", standing_names[static_cast<std::size_t>(one.stands)]},
                   {"text", standing_words(to.rules, one).in(to.wanted)},
                   {"reasons", reasons}});
  }
  return all;
}

json detour_json(const writing& to, const detour& one) {
  return {{"through", need_name(to.rules, one.through->type, one.through->right)},
          {"stops", static_cast<int>(one.stops) - static_cast<int>(one.main_stops)},
          {"days", one.cost.days - one.main_cost.days},
          {"travel_minutes", one.cost.travel_minutes - one.main_cost.travel_minutes},
          {"handoffs", one.cost.handoffs - one.main_cost.handoffs},
          {"partial_services", one.cost.partial_services - one.main_cost.partial_services},
          {"waiting", fixed(one.cost.waiting - one.main_cost.waiting, 1)},
          {"loss_risk", fixed(one.cost.loss - one.main_cost.loss, 3)},
          {"exact", one.exact},
          {"text", detour_words(to.rules, one).in(to.wanted)}};
}

json value_json(const fact& of, const fact_value& value) {
  if (of.kind == fact_kind::boolean) return value.values.test(1);
  if (of.kind == fact_kind::integer) return value.thousandths / 1000;
  if (of.kind == fact_kind::number) return fixed(value.thousandths, 3);
  json ids = json::array();
  for (std::size_t i = 0; i < of.values.size(); ++i)
    if (value.values.test(i)) ids.push_back(of.values[i].id);
  return of.kind == fact_kind::set_of ? ids : ids.front();
}

json change_json(const writing& to, const fact_change& one) {
  const fact& of = to.rules.facts[one.which];
  json values = json::array();
  for (const fact_value& each : one.to) values.push_back(value_json(of, each));
  return {{"fact", of.id},
          {"values", values},
          {"open", one.open},
          {"sensitive", one.sensitive},
          {"words", change_words(to.rules, to.person, one).in(to.wanted)}};
}

json ways_json(const writing& to) {
  json ways = json::array();
  for (const way_in& one : to.of.in.ways) {
    json changes = json::array();
    for (const fact_change& each : one.changes) changes.push_back(change_json(to, each));
    ways.push_back({{"changes", changes}, {"in_main_plan", truth_json(one.in_main_plan)}});
  }
  return ways;
}

/// The one reason that stands for all: the hardest of the needs.
const bar* hardest(const why_not& of) {
  const bar* first = nullptr;
  for (const need_standing_there& one : of.needs)
    if (!one.bars.empty() && (first == nullptr || one.bars.front().kind < first->kind))
      first = &one.bars.front();
  return first;
}

}  // namespace

json why_not_json(const pack& rules, const territory& land, const situation& person, const why_not& of,
                  language wanted) {
  const writing to{rules, land, person, of, wanted};
  json actors = json::array();
  for (const actor_id one : of.about.who) actors.push_back(land.actors[one].id);
  const bar* by = hardest(of);
  json words = json::array();
  for (const way_in& one : of.in.ways)
    for (const fact_change& each : one.changes) words.push_back(change_words(rules, person, each).in(wanted));
  json all = {{"actor", of.about.name},
              {"actors", actors},
              {"type", id_or_null(rules.actor_types, of.about.type)},
              {"standing", standing_names[static_cast<std::size_t>(of.stands)]},
              {"rule", by == nullptr || by->by == nullptr ? json(nullptr) : json(by->by->id)},
              {"text", standing_words(rules, of).in(wanted)},
              {"needs", needs_json(to)},
              {"detour", of.through ? detour_json(to, *of.through) : json(nullptr)},
              {"would_change", words}};
  if (of.stands == place_standing::out && !of.bridges)
    all["ways"] = {{"most_changes", most_changes},      {"tried", of.in.tried},
                   {"cut_short", of.in.cut_short},      {"more", of.in.more},
                   {"text", ways_words(of).in(wanted)}, {"list", ways_json(to)}};
  return all;
}

json second_json(const territory& land, const referral& proposed, language wanted) {
  const std::optional<rivalry> found = rivals_of(proposed);
  if (!found) return nullptr;
  const auto share = [&](std::int64_t score) {
    return fixed((2 * score + (score < 0 ? -1 : 1) * found->weight) / (2 * found->weight), 3);
  };
  json by = json::object();
  for (std::size_t i = 0; i < score_part_names.size(); ++i) by[score_part_names[i]] = share(found->by[i]);
  json wins = json::array();
  for (const tipping_point& one : found->tips) {
    const bool closed = one.what == door_figure::closed;
    const bool thousandths = one.what == door_figure::loss || one.what == door_figure::load;
    const auto figure = [&](int value) { return thousandths ? fixed(value, 3) : json(value); };
    wins.push_back({{"actor", land.actors[one.who].id},
                    {"what", door_figure_names[static_cast<std::size_t>(one.what)]},
                    {"now", closed ? json(nullptr) : figure(one.now)},
                    {"from", closed ? json(nullptr) : figure(one.from)},
                    {"second_from", closed || one.second_from < 0 ? json(nullptr) : figure(one.second_from)},
                    {"second_wins", one.second_from >= 0},
                    {"text", tip_words(one).in(wanted)}});
  }
  return {{"score_difference", share(found->difference)},
          {"by", by},
          {"would_win_if", wins},
          {"wins_if_all_closed", found->second_if_all_closed}};
}

json record_json(const pack& rules, const situation& person, const actor& who) {
  const actor_record one = record_of(rules, person, who);
  return {{"producer", name_or_null(one.producer)},
          {"vintage", name_or_null(one.vintage)},
          {"age_days", one.age_days ? json(*one.age_days) : json(nullptr)},
          {"stale", one.stale}};
}

}  // namespace aiguillage::report
