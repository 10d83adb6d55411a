#include <algorithm>

#include "network/builder.h"
#include "qualify/derive.h"

namespace aiguillage {
namespace {

using namespace detail;

const rule* deferred_by(const build_view& view, const need& one) {
  const std::vector<level_id>& met_by = view.rules.needs[one.type].met_by;
  for (const routing_rule& rule_ : view.rules.routing) {
    if (rule_.effect != effect_kind::defer || !applies(view, rule_)) continue;
    if (std::all_of(met_by.begin(), met_by.end(), [&](level_id l) { return contains(rule_.levels, l); }))
      return &rule_.about;
  }
  return nullptr;
}

// The right whose procedure decides whether a digital need has an offline route.
right_id procedure_of(const build_view& view, const need& one) {
  if (one.right.known()) return one.right;
  const auto asked = single_value(view.person, find_named(view.rules.facts, "request_right"));
  return asked ? right_id(*asked) : right_id{};
}

// `despite_route`: the person asks for it, whether or not the vocabulary establishes an offline route.
const rule* offline_by(const build_view& view, const need& one) {
  if (!view.rules.needs[one.type].offline) return nullptr;
  const right_id right = procedure_of(view, one);
  for (const routing_rule& rule_ : view.rules.routing) {
    if (rule_.effect != effect_kind::offline || !applies(view, rule_)) continue;
    if (rule_.rights.any() && !(right.known() && rule_.rights.test(right.index()))) continue;
    if (rule_.any_procedure || (right.known() && view.rules.rights[right].offline)) return &rule_.about;
  }
  return nullptr;
}

void sort_needs(const build_view& view, person_network& result, std::vector<const need*>& wanted) {
  for (const need& one : view.found.needs) {
    if (one.status != need_status::certain) continue;
    const rule* by = deferred_by(view, one);
    if (by == nullptr) by = offline_by(view, one);
    if (by != nullptr)
      result.waived.push_back({&one, by});
    else if (view.rules.needs[one.type].needs_no_stop)
      result.along.push_back(&one);
    else
      wanted.push_back(&one);
  }
  if (wanted.empty()) std::swap(wanted, result.along);
  const auto weight = [&](const need* one) { return waiting_weight(view.rules, *one, view.found.urgency); };
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
    obstacle fresh{row.actor, nullptr};
    for (const actor& who : view.land.actors)
      if (who.type == row.actor) {
        fresh.by = offer_of(view, who, one).against;
        if (fresh.by == nullptr) fresh.by = &row.about;
        break;
      }
    why.push_back(fresh);
  }
  return why;
}

struct offered {
  std::size_t actor = 0;
  offer made;
};

// U07 and A21: of all the offers for one need, those that the rules leave.
std::vector<offered> admitted(const build_view& view, const need& one, person_network& result) {
  std::vector<offered> all;
  for (std::size_t i = 0; i < view.land.actors.size(); ++i)
    if (const auto found = offer_of(view, view.land.actors[actor_id(i)], one); found.made)
      all.push_back({i, *found.made});
  const auto keep = [&](auto good) {
    if (std::any_of(all.begin(), all.end(), good))
      all.erase(std::remove_if(all.begin(), all.end(), [&](const offered& o) { return !good(o); }),
                all.end());
  };
  keep([](const offered& o) { return o.made.despite == nullptr; });
  for (const offered& o : all)
    if (o.made.despite != nullptr && std::find(result.overridden.begin(), result.overridden.end(),
                                               o.made.despite) == result.overridden.end())
      result.overridden.push_back(o.made.despite);
  if (one.vital) keep([](const offered& o) { return o.made.quality == grade::competent; });
  return all;
}

int penalty_of(const build_view& view, const need& one, grade quality) {
  if (quality == grade::competent) return 0;
  const std::string& name = view.rules.needs[one.type].id;
  const bool legal = name == "residence_permit" || name == "appeal";
  const std::string factor =
      legal ? "P_legal"
            : std::string("P_") + dimension_names[static_cast<std::size_t>(view.rules.needs[one.type].lane)];
  return static_cast<int>(ranking_of(view.rules, "w_P") * ranking_of(view.rules, factor) / 1000);
}

int minutes_of(const build_view& view, const need& one) {
  const need_type& type = view.rules.needs[one.type];
  const auto special = type.minutes_by_right.find(one.right);
  return special == type.minutes_by_right.end() ? type.minutes : special->second;
}

bool is_tried(const build_view& view, actor_type_id type) {
  return std::any_of(view.rules.routing.begin(), view.rules.routing.end(), [&](const routing_rule& one) {
    if (one.effect != effect_kind::new_element || !one.actors_in.known() || !applies(view, one)) return false;
    const fact_value& named = view.person.facts[one.actors_in];
    return named.known && named.values.test(type.index());
  });
}

std::vector<door> all_doors(const build_view& view, const state_table& table) {
  std::vector<door> doors;
  const actor_id place = place_of_person(view);
  for (std::size_t i = 0; i < view.land.actors.size(); ++i) {
    const actor& who = view.land.actors[actor_id(i)];
    door one;
    one.actor = actor_id(i);
    one.here = place == one.actor;
    one.tried = is_tried(view, who.type);
    one.site = who.at.known() ? static_cast<int>(who.at.index()) : -1;
    one.produces = produced_by_actor(view, table, who);
    one.counted = view.rules.actor_types[who.type].id != "interpreter";
    const std::string load = "load_" + view.rules.actor_types[who.type].id;
    one.load =
        static_cast<int>(ranking_of(view.rules, view.rules.ranking.count(load) != 0 ? load : "load_default"));
    set_passages(view, who, one);
    doors.push_back(one);
  }
  return doors;
}

void add_services(const build_view& view, const state_table& table, person_network& result,
                  std::vector<door>& doors, const need& one) {
  const std::vector<offered> offers = admitted(view, one, result);
  if (offers.empty()) {
    result.unmet.push_back({&one, obstacles(view, one)});
    return;
  }
  const auto index = static_cast<std::uint8_t>(result.needs.size());
  result.needs.push_back(&one);
  result.world.needs.push_back({one.type, one.right, view.rules.needs[one.type].lane,
                                waiting_weight(view.rules, one, view.found.urgency), one.vital});
  for (const offered& o : offers) {
    const actor_type_id type = view.land.actors[actor_id(o.actor)].type;
    const state_effects effects = effects_of(view, table, one, o.made.level, type);
    service fresh;
    fresh.need = index;
    fresh.level = o.made.level;
    fresh.quality = o.made.quality;
    fresh.penalty = penalty_of(view, one, o.made.quality);
    fresh.minutes = minutes_of(view, one);
    fresh.requires_states = effects.requires_states;
    fresh.produces = effects.produces;
    fresh.new_elements = new_elements_for(view, table, one);
    fresh.because = o.made.because;
    doors[o.actor].services.push_back(fresh);
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

// A requirement that nobody here can meet is dropped when the state is a strong rule, and bars the service when it is a hard one.
void settle_requirements(const build_view& view, const state_table& table, person_network& result,
                         std::vector<door>& doors) {
  const state_set within_reach = producible(doors);
  for (std::size_t i = 0; i < table.bits.size(); ++i) {
    const state_set one = state_set{1} << i;
    if ((within_reach & one) != 0) continue;
    const state& which = view.rules.states[table.bits[i].which];
    for (door& each : doors)
      for (service& s : each.services)
        if ((s.requires_states & one) != 0) {
          s.requires_states &= ~one;
          if (std::find(result.overridden.begin(), result.overridden.end(), &which.about) ==
              result.overridden.end())
            result.overridden.push_back(&which.about);
        }
  }
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
    for (const actor& who : view.land.actors) {
      const offer_result found = offer_of(view, who, *one);
      if (!found.made) continue;
      any = true;
      if (found.made->level != support) return false;
    }
    return any;
  };
  if (std::none_of(wanted.begin(), wanted.end(), supported_only)) return;
  const auto check = [](const need* one) { return one->any_support; };
  std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(result.checks), check);
  wanted.erase(std::remove_if(wanted.begin(), wanted.end(), check), wanted.end());
}

}  // namespace

person_network build_network(const pack& rules, const territory& land, const situation& person,
                             const qualification& found) {
  const build_view view = view_of(rules, land, person, found);
  person_network result;
  std::vector<const need*> wanted;
  sort_needs(view, result, wanted);
  settle_checks(view, result, wanted);
  const state_table table = missing_states(view, wanted);
  result.bits = table.bits;
  std::vector<door> doors = all_doors(view, table);
  for (const need* one : wanted) add_services(view, table, result, doors, *one);
  settle_requirements(view, table, result, doors);
  for (door& one : doors)
    if (!one.services.empty() || one.produces != 0) result.world.doors.push_back(one);
  result.world.parallel_at_vital = parallel_states(view, table);
  set_weights(view, result.world);
  result.decisions = decisions_of(view, result.unmet);
  return result;
}

side_service service_at(const pack& rules, const territory& land, const situation& person,
                        const qualification& found, actor_id who, const need& what) {
  const build_view view = view_of(rules, land, person, found);
  const offer_result result = offer_of(view, land.actors[who], what);
  if (!result.made) return {};
  return {true, result.made->level, result.made->quality, result.made->because};
}

}  // namespace aiguillage
