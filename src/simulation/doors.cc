#include <algorithm>
#include <limits>

#include "network/builder.h"
#include "population/chance.h"
#include "simulation/running.h"

namespace aiguillage::detail {
namespace {

/// Somebody who goes from door to door. What a door can do is what the network of the engine says of it.
struct round {
  running& in;
  const arrival& who;
  const sending_habits& habits;
  build_view view;
  const person_network& built;
  std::vector<bool> tried;  // by actor
  std::vector<bool> met;    // by need of the network
  bool supported = false;   // somebody gave social support, so that social checks are met
  state_set have = 0;       // states brought about on the way
  std::size_t day = 0;
  person_result result;
};

bool is_left(const round& on) { return std::find(on.met.begin(), on.met.end(), false) != on.met.end(); }

/// What a place does for this person now.
struct help {
  std::vector<const service*> services;
  state_set brought = 0;
  int minutes = 0;
};

help help_at(const round& on, actor_id at) {
  help given;
  const auto& doors = on.built.world.doors;
  const auto here =
      std::find_if(doors.begin(), doors.end(), [&](const door& one) { return one.actor == at; });
  if (here == doors.end()) return given;
  std::vector<bool> met = on.met;
  given.brought = here->produces;
  for (bool more = true; more;) {
    more = false;
    for (const service& one : here->services) {
      if (met[one.need] || (one.requires_states & ~(on.have | given.brought)) != 0) continue;
      met[one.need] = more = true;
      given.services.push_back(&one);
      given.brought |= one.produces;
      given.minutes += one.minutes;
    }
  }
  return given;
}

/// The person is there: helped, or not.
bool visit(round& on, const handed_over& made) {
  const help given = help_at(on, made.to);
  const bool in_vain = given.services.empty();
  const int minutes = in_vain ? on.habits.minutes_in_vain : given.minutes;
  const std::optional<std::size_t> at =
      arrive(on.in, made, on.day + static_cast<std::size_t>(made.through.days), minutes, on.result);
  if (!at) return false;
  on.day = *at;
  on.tried[made.to.index()] = true;
  if (in_vain) ++on.result.bounces;
  const level_id support = find_named(on.in.rules.levels, "social_support");
  for (const service* one : given.services) {
    on.met[one->need] = true;
    on.supported = on.supported || one->level == support;
  }
  on.have |= given.brought;
  return true;
}

/// The nearest place of a type, or of any, where the person has not been; unknown when there is none.
actor_id nearest(const round& on, actor_type_id type) {
  actor_id best;
  int least = std::numeric_limits<int>::max();
  for (std::size_t i = 0; i < on.tried.size(); ++i) {
    const actor& one = on.view.land.actors.items[i];
    if (on.tried[i] || (type.known() && one.type != type) || !receives_in_person(one)) continue;
    const int minutes = minutes_to(on.view, one);
    if (minutes >= least) continue;
    best = actor_id(i);
    least = minutes;
  }
  return best;
}

/// The operator that decides a need that is left.
actor_type_id operator_asked(const round& on) {
  for (std::size_t i = 0; i < on.met.size(); ++i)
    if (!on.met[i] && on.built.needs[i]->decided_by.known()) return on.built.needs[i]->decided_by;
  return {};
}

/// Where habit sends the person: a type by its share among those of which a place is left, then the nearest of it.
actor_id habitual(const round& on, std::uint32_t turn) {
  std::vector<std::pair<actor_id, std::int64_t>> choices;
  std::int64_t sum = 0;
  for (const sending_habits::destination& one : on.habits.destinations) {
    const actor_type_id type = one.type.known() ? one.type : operator_asked(on);
    const actor_id place = type.known() ? nearest(on, type) : actor_id{};
    if (!place.known() || one.share == 0) continue;
    choices.emplace_back(place, one.share);
    sum += one.share;
  }
  if (sum == 0) return {};
  std::int64_t left = below(sum, chance(number_of(on.in, on.who.number), door_draw, turn));
  std::size_t at = 0;
  while (left >= choices[at].second) left -= choices[at++].second;
  return choices[at].first;
}

mode_id drawn_mode(const round& on, std::uint32_t turn) {
  std::int64_t sum = 0;
  for (const std::int64_t share : on.habits.modes) sum += share;
  std::int64_t left = below(sum, chance(number_of(on.in, on.who.number), mode_draw, turn));
  std::size_t mode = 0;
  while (left >= on.habits.modes[mode]) left -= on.habits.modes[mode++];
  return mode_id(mode);
}

/// Goes on until nothing is left, or nobody: how that ends.
outcome go_round(round& on) {
  actor_id at = on.view.place;
  if (at.known() && !visit(on, {{}, at, {}, 0})) return outcome::waiting;
  for (std::uint32_t turn = 1; is_left(on); ++turn) {
    if (turn > static_cast<std::uint32_t>(on.habits.most_doors)) return outcome::sent_round;
    const bool habit = on.in.told.policy == routing_policy::habit;
    const actor_id next = habit ? habitual(on, turn) : nearest(on, {});
    if (!next.known()) return outcome::sent_round;
    const handed_over made{at, next, passage_by(on.view, next, drawn_mode(on, turn)), turn};
    if (!hand_over(on.in, on.who, made, on.result)) return outcome::renounced;
    if (!visit(on, made)) return outcome::waiting;
    at = next;
  }
  return on.built.unmet.empty() ? outcome::reached : outcome::partly;
}

void count_needs(round& on, const qualification& found) {
  const auto place = [&](const need& one) {
    return std::find(on.built.needs.begin(), on.built.needs.end(), &one) - on.built.needs.begin();
  };
  const auto in = [](const auto& list, const need& one) {
    return std::find(list.begin(), list.end(), &one) != list.end();
  };
  const auto is_unmet = [&](const need& one) {
    return std::any_of(on.built.unmet.begin(), on.built.unmet.end(),
                       [&](const unmet_need& each) { return each.which == &one; });
  };
  for (const need& one : found.needs) {
    const auto at = static_cast<std::size_t>(place(one));
    const bool routed = at < on.built.needs.size();
    const bool check = in(on.built.checks, one);
    if (!routed && !check && !is_unmet(one)) continue;  // waived, or asks for no stop
    count_need(on.in, one, {(routed && on.met[at]) || (check && on.supported), is_unmet(one)}, on.result);
  }
}

}  // namespace

person_result go_from_door_to_door(running& in, const arrival& who, const situation& person,
                                   const qualification& found) {
  static const sending_habits to_no_door;
  const person_network built = build_network(in.rules, in.land, person, found);
  round on{in,
           who,
           in.told.habits ? *in.told.habits : to_no_door,
           view_of(in.rules, in.land, person, found),
           built,
           std::vector<bool>(in.land.actors.size()),
           std::vector<bool>(built.needs.size()),
           false,
           0,
           who.day,
           {}};
  if (built.needs.empty()) {
    on.result.end = built.unmet.empty() ? outcome::reached : outcome::no_path;
  } else {
    on.result.with_path = true;
    on.result.end = go_round(on);
    on.result.days = static_cast<std::int32_t>(on.day - who.day);
  }
  count_needs(on, found);
  count_exclusions(in, built.unmet);
  return on.result;
}

}  // namespace aiguillage::detail
