#include <algorithm>
#include <optional>

#include "network/builder.h"
#include "qualify/derive.h"
#include "time_limit.h"

/// Doors and what they can do for the needs of one person.
namespace aiguillage::detail {
namespace {

// Whether a rule of this effect applies whose fact names the actor type.
bool named_by(const build_view& view, effect_kind effect, actor_type_id type) {
  return std::any_of(view.rules.routing.begin(), view.rules.routing.end(), [&](const routing_rule& one) {
    if (one.effect != effect || !one.actors_in.known() || !applies(view, one)) return false;
    const fact_value& named = view.person.facts[one.actors_in];
    return named.known && named.values.test(type.index());
  });
}

bool is_tried(const build_view& view, actor_type_id type) {
  return named_by(view, effect_kind::new_element, type);
}

// What a stop takes of a helper's time, in the score; nothing where the person is already followed.
int load_of(const build_view& view, actor_type_id type) {
  if (named_by(view, effect_kind::same_helper, type)) return 0;
  const std::string own = "load_" + view.rules.actor_types[type].id;
  return static_cast<int>(ranking_of(view.rules, view.rules.ranking.contains(own) ? own : "load_default"));
}

struct offered {
  std::size_t seat = 0;  // of the actor
  offer made;
};

void set_aside(const rule& which, person_network& result) {
  auto& list = result.overridden;
  if (std::find(list.begin(), list.end(), &which) == list.end()) list.push_back(&which);
}

// Every offer for one need. Places of one type that sign any mandate offer the same, but for what stands in the way.
std::vector<offered> offers_for(const build_view& view, const need& one) {
  std::vector<std::optional<offer_result>> usual(view.rules.actor_types.size());
  std::vector<offered> all;
  all.reserve(seats(view));
  for (std::size_t i = 0; i < seats(view); ++i) {
    const actor_id at = actor_at(view, i);
    const actor& who = view.land.actors[at];
    if (hindrance_of(view, at, one) != hindrance::none) continue;
    std::optional<offer_result>& known = usual[who.type.index()];
    const bool any_mandate = who.mandates && who.signs.empty();
    if (any_mandate && !known) known = offer_by(view, who, one);
    const offer_result found = any_mandate ? *known : offer_by(view, who, one);
    if (!found.made) continue;
    all.push_back({i, *found.made});
    if (found.made->despite == nullptr) all.back().made.despite = out_of_reach(view, at);
  }
  return all;
}

// U07 and A21: of all the offers for one need, those that the rules leave.
std::vector<offered> admitted(const build_view& view, const need& one, person_network& result) {
  std::vector<offered> all = offers_for(view, one);
  const auto keep = [&](auto good) {
    if (std::any_of(all.begin(), all.end(), good))
      all.erase(std::remove_if(all.begin(), all.end(), [&](const offered& o) { return !good(o); }),
                all.end());
  };
  keep([](const offered& o) { return o.made.despite == nullptr; });
  for (const offered& o : all)
    if (o.made.despite != nullptr) set_aside(*o.made.despite, result);
  if (comes_first(view, one))
    keep([&](const offered& o) {
      return o.made.quality == grade::competent &&
             !is_tried(view, view.land.actors[actor_at(view, o.seat)].type);
    });
  return all;
}

// What a partial service of this need costs.
int penalty_of(const build_view& view, const need& one) {
  const std::string& name = view.rules.needs[one.type].id;
  const bool legal = name == "residence_permit" || name == "appeal";
  const std::string factor =
      legal ? "P_legal"
            : std::string("P_") + dimension_names[static_cast<std::size_t>(view.rules.needs[one.type].lane)];
  return static_cast<int>(ranking_of(view.rules, "w_P") * ranking_of(view.rules, factor) / 1000);
}

// What all places of a type have in common for this person.
door door_of_type(const build_view& view, const state_table& table, actor_type_id type) {
  door one;
  one.tried = is_tried(view, type);
  one.produces =
      one.tried || barred_everywhere(view, type) != nullptr ? 0 : produced_by_type(view, table, type);
  one.counted = view.rules.actor_types[type].id != "interpreter";
  one.load = load_of(view, type);
  return one;
}

// Places of a type are reached in the same way unless one says otherwise of itself, or something is known of it.
bool is_reached_as_usual(const build_view& view, actor_id which) {
  const actor& who = view.land.actors[which];
  const auto& missed = view.person.so_far.missed;
  const bool beside = view.place.known() && who.at.known() && view.land.actors[view.place].at == who.at;
  return !who.appointment_days && who.waiting_days == 0 && who.bookings.empty() && view.place != which &&
         !beside && kept_at(view, which) == nullptr &&
         std::none_of(missed.begin(), missed.end(), [&](const missed_visit& m) { return m.who == which; });
}

// The passages of another door of the same type, by the way to this one.
void copy_passages(const build_view& view, const door& from, door& to) {
  const int travel = way_of(view, to.actor).minutes;
  const mode_id outreach = find_named(view.rules.modes, "outreach");
  for (const auto each : {&door::usual, &door::brief, &door::same_day}) {
    to.*each = from.*each;
    (to.*each).travel = (to.*each).mode == outreach ? 0 : travel;
  }
}

std::vector<door> all_doors(const build_view& view, const state_table& table) {
  std::vector<std::optional<door>> of_type(view.rules.actor_types.size());
  std::vector<std::optional<door>> usual(view.rules.actor_types.size());
  const int preferred = static_cast<int>(ranking_of(view.rules, "preferred_public"));
  std::vector<door> doors;
  doors.reserve(seats(view));
  for (std::size_t i = 0; i < seats(view); ++i) {
    const actor_id at = actor_at(view, i);
    const actor& who = view.land.actors[at];
    const std::size_t type = who.type.index();
    std::optional<door>& kind = of_type[type];
    if (!kind) kind = door_of_type(view, table, who.type);
    door one = *kind;
    one.actor = at;
    one.here = view.place == at;
    one.not_before = first_day_at(view, at);
    one.site = who.at.known() ? static_cast<int>(who.at.index()) : -1;
    if (hindrance_at(view, at) != hindrance::none) one.produces = 0;
    if (is_preferred(view, who)) one.load = std::max(0, one.load - preferred);
    std::optional<door>& known = usual[type];
    const bool as_usual = is_reached_as_usual(view, at);
    if (as_usual && known)
      copy_passages(view, *known, one);
    else
      set_passages(view, who, one);
    if (as_usual && !known) known = one;
    doors.push_back(std::move(one));
  }
  return doors;
}

void add_services(const build_view& view, const state_table& table, person_network& result,
                  std::vector<door>& doors, const need& one) {
  keep_time();
  const auto index = static_cast<std::uint8_t>(result.needs.size());
  result.needs.push_back(&one);
  result.world.needs.push_back({one.type, one.right, view.rules.needs[one.type].lane,
                                waiting_weight(view.rules, one, view.found.urgency), comes_first(view, one)});
  const int minutes = help_minutes(view.rules, one);
  const int partial = penalty_of(view, one);
  const state_set elements = new_elements_for(view, table, one);
  for (const offered& o : admitted(view, one, result)) {
    const actor_id at = actor_at(view, o.seat);
    const actor& who = view.land.actors[at];
    const state_effects effects = effects_of(view, table, one, o.made.level, who);
    service fresh;
    fresh.need = index;
    fresh.level = o.made.level;
    fresh.quality = o.made.quality;
    fresh.penalty = o.made.quality == grade::partial ? partial : 0;
    fresh.minutes = minutes;
    fresh.not_before = first_day_of(view, at, one);
    fresh.requires_states = effects.requires_states;
    fresh.produces = effects.produces;
    fresh.new_elements = elements;
    fresh.because = o.made.because;
    std::vector<service>& services = doors[o.seat].services;
    if (services.empty()) services.reserve(most_needs);
    services.push_back(fresh);
  }
}

state_set producible(const std::vector<door>& doors) {
  state_set all = 0;
  for (const door& one : doors) {
    all |= one.produces;
    for (const service& each : one.services) all |= each.produces;
  }
  return all;
}

// A state that nobody here can bring about bars the services that require it when its rule is hard; otherwise the
// requirement is set aside, and said. Returns true when a service went away, since it may have brought others about.
bool settle_requirements(const build_view& view, const state_table& table, person_network& result,
                         std::vector<door>& doors) {
  const state_set within_reach = producible(doors);
  bool fewer = false;
  for (std::size_t i = 0; i < table.bits.size(); ++i) {
    const state_set one = state_set{1} << i;
    if ((within_reach & one) != 0) continue;
    const rule& about = view.rules.states[table.bits[i].which].about;
    const auto requires_it = [&](const service& s) { return (s.requires_states & one) != 0; };
    for (door& each : doors) {
      if (std::none_of(each.services.begin(), each.services.end(), requires_it)) continue;
      if (about.force != strength::hard) {
        for (service& s : each.services) s.requires_states &= ~one;
        set_aside(about, result);
        continue;
      }
      for (const service& s : each.services)
        if (requires_it(s)) result.barred[s.need] = &about;
      each.services.erase(std::remove_if(each.services.begin(), each.services.end(), requires_it),
                          each.services.end());
      fewer = true;
    }
  }
  return fewer;
}

}  // namespace

void add_doors(const build_view& view, const std::vector<const need*>& wanted, person_network& result) {
  const state_table table = missing_states(view, wanted);
  result.bits = table.bits;
  result.barred.assign(wanted.size(), nullptr);
  std::vector<door> doors = all_doors(view, table);
  for (const need* one : wanted) add_services(view, table, result, doors, *one);
  add_signers(view, table, doors);
  if (const rule* given_way = keep_within_reach(view, doors)) set_aside(*given_way, result);
  set_timetables(view, doors, result.world);
  while (settle_requirements(view, table, result, doors)) {
  }
  doors.erase(std::remove_if(doors.begin(), doors.end(),
                             [](const door& one) { return one.services.empty() && one.produces == 0; }),
              doors.end());
  result.world.doors = std::move(doors);
  result.world.parallel_at_vital = parallel_states(view, table);
}

}  // namespace aiguillage::detail
