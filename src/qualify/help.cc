#include <algorithm>

#include "qualify/derive.h"

namespace aiguillage::detail {
namespace {

bool known_autonomous(const condition_context& context) {
  const fact_id which = find_named(context.rules->facts, "digital_autonomy");
  const auto index = single_value(*context.person, which);
  return index && context.rules->facts[which].values[*index].id == "autonomous";
}

bool listed(const std::vector<level_id>& levels, level_id level) {
  return std::find(levels.begin(), levels.end(), level) != levels.end();
}

}  // namespace

bool level_may_meet(const pack& rules, const need_type& type, level_id level) {
  const help_level& given = rules.levels[level];
  return listed(type.met_by, level) || std::any_of(given.covers.begin(), given.covers.end(),
                                                   [&](level_id l) { return listed(type.met_by, l); });
}

bool level_meets(const pack& rules, const condition_context& context, const need_type& type, level_id level) {
  const help_level& given = rules.levels[level];
  const bool enough = level_may_meet(rules, type, level);
  if (!enough || given.rank < 0 || !type.floor.known()) return enough;
  return given.rank >= rules.levels[type.floor].rank || known_autonomous(context);
}

level_id fitting_level(const pack& rules, const condition_context& context, const need_type& type) {
  const std::string& day = applicable_day(rules, *context.person);
  for (const routing_rule& one : rules.routing) {
    if (one.effect != effect_kind::prefer_help || !in_force(one.about, day)) continue;
    if (evaluate(one.when, context) != tri::yes) continue;
    for (const level_id level : one.levels)
      if (listed(type.met_by, level) && level_meets(rules, context, type, level)) return level;
  }
  return type.floor;
}

std::int64_t ranking_of(const pack& rules, const std::string& name) {
  const auto found = rules.ranking.find(name);
  return found == rules.ranking.end() ? 0 : found->second.thousandths;
}

int waiting_weight(const pack& rules, const need& one, urgency_id overall) {
  const need_type& type = rules.needs[one.type];
  const int rank = overall.known() ? rules.urgencies[overall].rank : 0;
  const char* name = "urg_normal";
  if (one.vital)
    name = "urg_vital";
  else if (type.waiting == waiting_class::critical && rank >= 3)
    name = "urg_critical";
  else if (type.lane == dimension::digital)
    name = "urg_digital";
  return static_cast<int>(ranking_of(rules, name) / 100);
}

}  // namespace aiguillage::detail
