#include <algorithm>

#include "network/builder.h"
#include "qualify/derive.h"

namespace aiguillage {
namespace {

using namespace detail;

const rule* deferred_by(const build_view& view, const need& one) {
  const std::vector<level_id>& met_by = view.rules.needs[one.type].met_by;
  for (const routing_rule& row : view.rules.routing) {
    if (row.effect != effect_kind::defer || !applies(view, row)) continue;
    if (std::all_of(met_by.begin(), met_by.end(), [&](level_id l) { return contains(row.levels, l); }))
      return &row.about;
  }
  return nullptr;
}

// The right whose procedure decides whether a digital need has an offline route.
right_id procedure_of(const build_view& view, const need& one) {
  if (one.right.known()) return one.right;
  const auto asked = single_value(view.person, find_named(view.rules.facts, "request_right"));
  return asked ? right_id(*asked) : right_id{};
}

// The rule by which a need vanishes because its procedure takes a paper, counter or telephone route.
const rule* offline_by(const build_view& view, const need& one) {
  if (!view.rules.needs[one.type].offline) return nullptr;
  const right_id right = procedure_of(view, one);
  for (const routing_rule& row : view.rules.routing) {
    if (row.effect != effect_kind::offline || !applies(view, row)) continue;
    if (row.rights.any() && !(right.known() && row.rights.test(right.index()))) continue;
    if (row.any_procedure || (right.known() && view.rules.rights[right].offline)) return &row.about;
  }
  return nullptr;
}

// A route away from the screen is taken only by a plan that has a stop or a decision for it.
bool carried(const build_view& view) {
  return std::any_of(view.found.needs.begin(), view.found.needs.end(), [&](const need& one) {
    if (one.status != need_status::certain || deferred_by(view, one) != nullptr) return false;
    const need_type& type = view.rules.needs[one.type];
    return !type.offline || (type.decided && one.decided_by.known() &&
                             evaluate(type.decided_when, context_for(view, one, {})) == tri::yes);
  });
}

bool brings_about_a_state(const build_view& view, const need& one) {
  return std::any_of(view.rules.states.begin(), view.rules.states.end(),
                     [&](const state& which) { return requires_state(which.produced_by_needs, one); });
}

void sort_needs(const build_view& view, person_network& result, std::vector<const need*>& wanted) {
  const bool offline = carried(view);
  for (const need& one : view.found.needs) {
    if (one.status != need_status::certain || is_settled(view, one)) continue;
    const bool booked = kept_for(view, one) != nullptr;
    const rule* by = booked ? nullptr : deferred_by(view, one);
    if (by == nullptr && offline && !booked) by = offline_by(view, one);
    if (by != nullptr)
      result.waived.push_back({&one, by});
    else if (view.rules.needs[one.type].needs_no_stop && !booked)
      result.along.push_back(&one);
    else
      wanted.push_back(&one);
  }
  if (wanted.empty()) std::swap(wanted, result.along);
  const auto weight = [&](const need* one) {
    return waiting_weight(view.rules, *one, view.found.urgency) +
           (brings_about_a_state(view, *one) ? 1000 : 0) + (kept_for(view, *one) != nullptr ? 10000 : 0);
  };
  while (wanted.size() > most_needs) {
    const auto least = std::min_element(wanted.rbegin(), wanted.rend(),
                                        [&](const need* a, const need* b) { return weight(a) < weight(b); });
    result.along.push_back(*least);
    wanted.erase(std::next(least).base());
  }
}

std::vector<obstacle> obstacles(const build_view& view, const need& one) {
  std::vector<obstacle> why;
  for (const competence& row : view.rules.competences) {
    if (!contains(row.needs, one.type)) continue;
    const auto same = [&](const obstacle& o) { return o.type == row.actor; };
    if (std::any_of(why.begin(), why.end(), same)) continue;
    obstacle fresh{row.actor, nullptr, hindrance::absent};
    for (std::size_t i = 0; i < seats(view); ++i)
      if (view.land.actors[actor_at(view, i)].type == row.actor) {
        const offer_result result = offer_of(view, actor_at(view, i), one);
        fresh = {row.actor, result.against, result.kept_by};
        if (result.made && never_opens(view, actor_at(view, i))) fresh.kept_by = hindrance::hours;
        if (fresh.by == nullptr && fresh.kept_by == hindrance::none) fresh.by = &row.about;
        break;
      }
    why.push_back(fresh);
  }
  return why;
}

void set_weights(const build_view& view, network& world) {
  world.weights.actor = static_cast<int>(ranking_of(view.rules, "w_actor"));
  world.weights.day = static_cast<int>(ranking_of(view.rules, "w_day"));
  world.weights.loss = static_cast<int>(ranking_of(view.rules, "w_loss"));
  world.weights.travel = static_cast<int>(ranking_of(view.rules, "w_travel"));
  world.next_door = side_passage(view);
  for (const routing_rule& one : view.rules.routing)
    if (one.effect == effect_kind::not_first && applies(view, one)) world.digital_opens = false;
}

// A social check is met by any stop at social_support: when a need of this plan can be met in no other way, it needs no stop of its own.
void settle_checks(const build_view& view, person_network& result, std::vector<const need*>& wanted) {
  const level_id support = find_named(view.rules.levels, "social_support");
  const auto supported_only = [&](const need* one) {
    if (one->any_support) return false;
    bool any = false;
    for (std::size_t i = 0; i < seats(view); ++i) {
      const offer_result found = offer_of(view, actor_at(view, i), *one);
      if (!found.made) continue;
      any = true;
      if (found.made->level != support) return false;
    }
    return any;
  };
  if (std::none_of(wanted.begin(), wanted.end(), supported_only)) return;
  const auto check = [&](const need* one) { return one->any_support && kept_for(view, *one) == nullptr; };
  std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(result.checks), check);
  wanted.erase(std::remove_if(wanted.begin(), wanted.end(), check), wanted.end());
}

bool served(const network& world, std::size_t which) {
  return std::any_of(world.doors.begin(), world.doors.end(), [&](const door& one) {
    return std::any_of(one.services.begin(), one.services.end(),
                       [&](const service& s) { return s.need == which; });
  });
}

// Needs that no door serves leave the search, with what stands in the way. Returns true when one left.
bool give_up_unserved(const build_view& view, person_network& result, std::vector<const need*>& wanted) {
  std::vector<const need*> left;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (served(result.world, i)) {
      left.push_back(wanted[i]);
      continue;
    }
    std::vector<obstacle> why = obstacles(view, *wanted[i]);
    if (result.barred[i] != nullptr)
      for (obstacle& one : why) one = {one.type, result.barred[i]};
    result.unmet.push_back({wanted[i], std::move(why)});
  }
  const bool fewer = left.size() < wanted.size();
  wanted = std::move(left);
  if (wanted.empty() && !result.along.empty()) {
    std::swap(wanted, result.along);
    return true;
  }
  return fewer;
}

// A hard state that stands between this need and its decision, and that nobody here can bring about.
const rule* held_back_by(const build_view& view, const person_network& result, const need& one) {
  state_set within_reach = 0;
  for (const door& each : result.world.doors) {
    within_reach |= each.produces;
    for (const service& s : each.services) within_reach |= s.produces;
  }
  for (std::size_t i = 0; i < result.bits.size(); ++i) {
    if (!same_operator(view, result.bits[i], one)) continue;
    const state& which = view.rules.states[result.bits[i].which];
    const bool required =
        requires_state(which.required_by_decisions, one) || requires_state(which.required_by_needs, one);
    // What is not known holds nothing back: the question is asked, the path is given.
    if (required && which.about.force == strength::hard && (within_reach >> i & 1U) == 0 &&
        state_missing(view.rules, view.person, which) == tri::yes)
      return &which.about;
  }
  return nullptr;
}

// A decision waits for what the law asks for first: without it the need comes back unmet (A06, A12).
void hold_back(const build_view& view, person_network& result, std::vector<unmet_need>& undecided) {
  for (decision& one : result.decisions)
    one.needs.erase(std::remove_if(one.needs.begin(), one.needs.end(),
                                   [&](const need* each) {
                                     const rule* by = held_back_by(view, result, *each);
                                     if (by != nullptr) undecided.push_back({each, {{one.type, by}}});
                                     return by != nullptr;
                                   }),
                    one.needs.end());
  result.decisions.erase(std::remove_if(result.decisions.begin(), result.decisions.end(),
                                        [](const decision& one) { return one.needs.empty(); }),
                         result.decisions.end());
}

void add_decisions(const build_view& view, person_network& result) {
  std::vector<unmet_need> undecided;
  result.decisions = decisions_of(view, undecided);
  hold_back(view, result, undecided);
  for (unmet_need& one : undecided) {
    const auto same = [&](const unmet_need& known) { return known.which == one.which; };
    if (std::none_of(result.unmet.begin(), result.unmet.end(), same)) result.unmet.push_back(std::move(one));
  }
}

}  // namespace

person_network build_network(const pack& rules, const territory& land, const situation& person,
                             const qualification& found, bool serve_along, std::span<const actor_id> among) {
  build_view view = view_of(rules, land, person, found, among);
  look_up(view);
  person_network result;
  std::vector<const need*> wanted;
  sort_needs(view, result, wanted);
  if (serve_along) {
    wanted.insert(wanted.end(), result.along.begin(), result.along.end());
    result.along.clear();
  }
  settle_checks(view, result, wanted);
  do {
    result.needs.clear();
    result.world = {};
    set_weights(view, result.world);
    add_doors(view, wanted, result);
  } while (give_up_unserved(view, result, wanted));
  add_decisions(view, result);
  return result;
}

side_service service_at(const pack& rules, const territory& land, const situation& person,
                        const qualification& found, actor_id who, const need& what) {
  const build_view view = view_of(rules, land, person, found);
  const offer_result result = offer_of(view, who, what);
  if (!result.made) return {};
  return {true, result.made->level, result.made->quality, result.made->because};
}

}  // namespace aiguillage
