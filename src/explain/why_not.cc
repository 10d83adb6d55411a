#include "aiguillage/explain/why_not.h"

#include <algorithm>
#include <tuple>

#include "aiguillage/route.h"
#include "network/builder.h"
#include "qualify/derive.h"

namespace aiguillage {
namespace {

using detail::build_view;

template <class T>
bool holds(const std::vector<T>& list, const T& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

struct asking {
  const build_view& view;
  const referral& proposed;
  const asked_actor& about;

  [[nodiscard]] const pack& rules() const { return view.rules; }
};

bool is_state_hard_and_missing(const build_view& view, const state& one) {
  return one.about.force == strength::hard && state_missing(view.rules, view.person, one) == tri::yes;
}

bar bar_of(bar_kind kind, const rule* by = nullptr, hindrance kept_by = hindrance::none, tri met = tri::no,
           actor_id who = {}) {
  return {kind, by, kept_by, met, who};
}

/// Adds what keeps these places from a need; what holds for the type is told once.
struct bar_list {
  const asking& in;
  const need& what;
  std::vector<bar> bars;

  void add(const bar& one) {
    const auto same = [&](const bar& known) {
      return known.kind == one.kind && known.by == one.by && known.kept_by == one.kept_by &&
             known.who == one.who;
    };
    if (std::none_of(bars.begin(), bars.end(), same)) bars.push_back(one);
  }

  void add_exclusions(level_id level) {
    for (const routing_rule& one : in.rules().routing) {
      if (one.about.force == strength::soft || !detail::excludes(in.view, one, in.about.type, what, level))
        continue;
      add(bar_of(one.about.force == strength::hard ? bar_kind::hard_rule : bar_kind::strong_rule,
                 &one.about));
    }
  }

  void add_level(const competence& row, level_id level, bool may_sign) {
    const build_view& view = in.view;
    const need_type& type = in.rules().needs[what.type];
    if (!detail::level_meets(in.rules(), detail::context_for(view, what, row.actor), type, level)) return;
    add_exclusions(level);
    if (detail::barred_by_consent(view, level, row.actor)) add(bar_of(bar_kind::consent, &row.about));
    if (!may_sign && in.rules().levels[level].id == "do_for_mandated")
      add(bar_of(bar_kind::place, nullptr, hindrance::mandate));
    for (const state& one : in.rules().states)
      if (is_state_hard_and_missing(view, one) &&
          (detail::requires_state(one.required_by_needs, what) ||
           detail::contains(one.required_by_levels, level)) &&
          one.produced_by_modes.empty() && !one.produced_on_the_spot)
        add(bar_of(bar_kind::hard_state, &one.about));
  }

  void add_row(const competence& row, bool may_sign) {
    const tri met = evaluate(row.when, detail::context_for(in.view, what, row.actor));
    if (met != tri::yes) add(bar_of(bar_kind::condition, &row.about, hindrance::none, met));
    const level_id decide = find_named(in.rules().levels, "decide");
    bool enough = false;
    for (const level_id level : row.levels) {
      const condition_context context = detail::context_for(in.view, what, row.actor);
      enough = enough || (level != decide &&
                          detail::level_meets(in.rules(), context, in.rules().needs[what.type], level));
      if (level != decide) add_level(row, level, may_sign);
    }
    if (!enough) add(bar_of(bar_kind::level, &row.about));
  }

  void add_competence(bool may_sign) {
    const level_id decide = find_named(in.rules().levels, "decide");
    const std::string& day = applicable_day(in.rules(), in.view.person);
    bool any = false;
    for (const competence& row : in.rules().competences) {
      if (row.actor != in.about.type || !holds(row.needs, what.type) || !in_force(row.about, day)) continue;
      if (std::all_of(row.levels.begin(), row.levels.end(), [&](level_id l) { return l == decide; }))
        continue;
      any = true;
      add_row(row, may_sign);
    }
    if (!any) add(bar_of(bar_kind::remit));
  }

  void add_place(actor_id who) {
    const hindrance kept_by = detail::hindrance_of(in.view, who, what);
    if (kept_by != hindrance::none) add(bar_of(bar_kind::place, nullptr, kept_by, tri::no, who));
    if (const rule* by = detail::barred_by_state(in.view, in.about.type))
      add(bar_of(bar_kind::hard_state, by));
    if (const rule* by = detail::out_of_reach(in.view, who))
      add(bar_of(bar_kind::strong_rule, by, hindrance::none, tri::no, who));
  }

  /// What kept an offer out of the network: the vital goes elsewhere.
  void add_vital(actor_id who) {
    if (!detail::comes_first(in.view, what) || !detail::offer_of(in.view, who, what).made) return;
    for (const routing_rule& row : in.rules().routing)
      if (row.effect == effect_kind::vital_first && detail::applies(in.view, row))
        add(bar_of(bar_kind::vital, &row.about));
  }

  /// A rule named for a need that nobody here can meet.
  void add_unmet() {
    for (const unmet_need& one : in.proposed.unmet)
      for (const obstacle& each : one.why)
        if (one.which == &what && each.type == in.about.type && each.by != nullptr && bars.empty())
          add(bar_of(bar_kind::hard_state, each.by));
  }
};

std::vector<bar> bars_of(const asking& in, const need& what) {
  bar_list list{in, what, {}};
  const auto& who = in.about.who;
  if (who.empty()) list.add(bar_of(bar_kind::absent, nullptr, hindrance::absent));
  const bool signs = who.empty() || std::any_of(who.begin(), who.end(), [&](actor_id one) {
                       return in.view.land.actors[one].mandates;
                     });
  list.add_competence(signs);
  for (const actor_id one : who) {
    list.add_place(one);
    list.add_vital(one);
  }
  list.add_unmet();
  std::sort(list.bars.begin(), list.bars.end(), [&](const bar& a, const bar& b) {
    const auto key = [](const bar& one) {
      return std::make_tuple(one.kind, one.by == nullptr ? std::string() : one.by->id, one.kept_by, one.who);
    };
    return key(a) < key(b);
  });
  return list.bars;
}

/// The index of a need in the search; its size when it is none of it.
std::size_t searched(const referral& proposed, const need& one) {
  const auto found = std::find(proposed.needs.begin(), proposed.needs.end(), &one);
  return static_cast<std::size_t>(found - proposed.needs.begin());
}

bool may_serve(const asking& in, std::size_t need_index) {
  const auto& doors = in.proposed.world.doors;
  return std::any_of(doors.begin(), doors.end(), [&](const door& one) {
    return holds(in.about.who, one.actor) &&
           std::any_of(one.services.begin(), one.services.end(),
                       [&](const service& each) { return each.need == need_index; });
  });
}

place_standing standing_in_plan(const asking& in, const need& what) {
  if (in.proposed.plans.empty()) return place_standing::out;
  place_standing best = place_standing::out;
  for (const referral_stop& stop : in.proposed.plans.front().stops) {
    if (!holds(in.about.who, stop.who)) continue;
    for (const served_need& each : stop.serves)
      if (each.which == &what)
        best = std::min(best, stop.decides ? place_standing::decides : place_standing::in_plan);
  }
  return best;
}

const waived_need* waived(const asking& in, const need& what) {
  for (const waived_need& one : in.proposed.waived)
    if (one.which == &what) return &one;
  return nullptr;
}

need_standing_there stands_to(const asking& in, const need& what) {
  need_standing_there result{&what, standing_in_plan(in, what), {}, nullptr};
  if (result.stands != place_standing::out) return result;
  const std::size_t index = searched(in.proposed, what);
  const waived_need* given_up = waived(in, what);
  if (given_up != nullptr || detail::is_settled(in.view, what)) {
    result.stands = place_standing::asks_no_stop;
    if (given_up != nullptr) result.waived_by = given_up->by;
  } else if (index < in.proposed.needs.size() && may_serve(in, index)) {
    result.stands = place_standing::able;
  } else if (index == in.proposed.needs.size() &&
             std::any_of(in.about.who.begin(), in.about.who.end(), [&](actor_id who) {
               return detail::offer_of(in.view, who, what).made.has_value();
             })) {
    result.stands = place_standing::able_along;
  } else {
    result.bars = bars_of(in, what);
  }
  return result;
}

/// The network in which only the places asked about serve one need.
network obliged(const asking& in, std::size_t need_index) {
  network world = in.proposed.world;
  for (door& one : world.doors) {
    if (holds(in.about.who, one.actor)) continue;
    one.services.erase(std::remove_if(one.services.begin(), one.services.end(),
                                      [&](const service& each) { return each.need == need_index; }),
                       one.services.end());
  }
  return world;
}

/// The best plan over the needs that may be served there.
std::optional<detour> detour_of(const asking& in) {
  const std::vector<plan> main_plan = best_plans(in.proposed.world, 1);
  if (main_plan.empty()) return std::nullopt;
  std::optional<detour> best;
  for (std::size_t i = 0; i < in.proposed.needs.size(); ++i) {
    if (!may_serve(in, i)) continue;
    const std::vector<plan> through = best_plans(obliged(in, i), 1);
    if (through.empty()) continue;
    const plan& one = through.front();
    const auto key = [](const plan_cost& cost, std::size_t stops) {
      return std::make_tuple(cost.score, cost.actors, cost.partial_services, stops, cost.waiting);
    };
    if (best && !(key(one.cost, one.stops.size()) < key(best->cost, best->stops))) continue;
    best = detour{in.proposed.needs[i],           one.cost,
                  main_plan.front().cost,         one.stops.size(),
                  main_plan.front().stops.size(), one.exact && main_plan.front().exact};
  }
  return best;
}

bool goes_there(const asking& in) {
  if (in.proposed.plans.empty()) return false;
  const auto& stops = in.proposed.plans.front().stops;
  return std::any_of(stops.begin(), stops.end(),
                     [&](const referral_stop& one) { return !one.decides && holds(in.about.who, one.who); });
}

}  // namespace

std::optional<asked_actor> find_asked(const pack& rules, const territory& land, const std::string& name) {
  asked_actor asked;
  asked.name = name;
  for (std::size_t i = 0; i < land.actors.size(); ++i)
    if (land.actors[actor_id(i)].id == name) {
      asked.type = land.actors[actor_id(i)].type;
      asked.who = {actor_id(i)};
      return asked;
    }
  asked.type = find_named(rules.actor_types, name);
  if (!asked.type.known()) return std::nullopt;
  for (std::size_t i = 0; i < land.actors.size(); ++i)
    if (land.actors[actor_id(i)].type == asked.type) asked.who.emplace_back(i);
  return asked;
}

why_not why_not_there(const pack& rules, const territory& land, const situation& person,
                      const qualification& found, const referral& proposed, const asked_actor& about) {
  const build_view view = detail::view_of(rules, land, person, found);
  const asking in{view, proposed, about};
  why_not result;
  result.about = about;
  for (const need& one : found.needs) {
    if (one.status != need_status::certain) continue;
    result.needs.push_back(stands_to(in, one));
    const place_standing stands = result.needs.back().stands;
    if (stands != place_standing::asks_no_stop) result.stands = std::min(result.stands, stands);
  }
  result.bridges = result.stands != place_standing::in_plan && goes_there(in);
  const bool able = std::any_of(result.needs.begin(), result.needs.end(), [](const need_standing_there& one) {
    return one.stands == place_standing::able;
  });
  if (able && result.stands != place_standing::in_plan && !result.bridges) result.through = detour_of(in);
  if (result.stands == place_standing::out && !result.bridges)
    result.in = ways_into(rules, land, person, about);
  return result;
}

}  // namespace aiguillage
