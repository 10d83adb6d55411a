#include "explain/why_not_world.h"

namespace aiguillage::why_not_world {
namespace {

void add_facts(pack& rules) {
  for (std::size_t i = 0; i < 5; ++i) {
    fact one;
    one.id = "f" + std::to_string(i);
    one.question = {"Fait ?", "Fact?"};
    one.kind = i == 3 ? fact_kind::set_of : i == 4 ? fact_kind::integer : fact_kind::one_of;
    for (std::size_t v = 0; i != 4 && v < 2 + i % 2; ++v)
      one.values.push_back({"v" + std::to_string(v), {"v", "v"}, false});
    rules.facts.add(one);
  }
}

rule named(const std::string& id) {
  rule one;
  one.id = id;
  one.where = {"pack/" + id + ".yaml", 3};
  one.because = {"parce que " + id, "because " + id};
  one.sources = {"assumed"};
  return one;
}

}  // namespace

world::world(std::uint64_t seed) : with{seed} {
  rules.reference_date = "2026-11-01";
  add_facts(rules);
  rules.levels.items = {{"do_with", {"faire avec", "do with"}, 1, {}},
                        {"decide", {"décider", "decide"}, 2, {}}};
  rules.modes.items = {{"tell", {"indiquer", "tell"}, 0},
                       {"booked_appointment", {"rendez-vous", "appointment"}, 2},
                       {"warm_call", {"appel", "call"}, 4},
                       {"escort", {"accompagner", "escort"}, 5}};
  for (std::size_t i = 0; i < type_count; ++i) {
    const std::string number = std::to_string(i);
    need_type one;
    one.id = "n" + number;
    one.label = {"besoin " + number, "need " + number};
    one.lane = dimension::administrative;
    one.met_by = {level_id(0)};
    rules.needs.add(one);
    rules.actor_types.add({"t" + number, {"type " + number, "type " + number}, group::proximity, false});
    rules.partial.add({});
    actor place;
    place.id = "a" + number;
    place.name = "Place " + number;
    place.type = actor_type_id(i);
    land.actors.add(place);
  }
  land.neutral = true;
  rules.ranking["w_actor"].thousandths = 700;
  rules.ranking["w_day"].thousandths = 100;
  rules.ranking["w_travel"].thousandths = 2;
  rules.ranking["urg_normal"].thousandths = 1000;
}

condition_id world::value(std::size_t which, std::size_t one) {
  condition node;
  node.kind = condition_kind::value;
  node.fact = fact_id(which);
  node.values.set(one);
  return rules.conditions.add(node);
}

condition_id world::leaf() {
  condition node;
  node.kind = condition_kind::value;
  node.fact = fact_id(with.roll(rules.facts.size()));
  const fact& of = rules.facts[node.fact];
  for (std::size_t i = 0; i < of.values.size(); ++i) node.values.set(i, with.roll(2) == 0);
  if (of.kind == fact_kind::set_of && with.roll(2) == 0)
    node.kind = with.roll(2) == 0 ? condition_kind::lacks : condition_kind::empty;
  if (of.kind == fact_kind::integer) {
    node.kind = condition_kind::range;
    node.low = 1000 * static_cast<std::int64_t>(with.roll(4));
  }
  return rules.conditions.add(node);
}

condition_id world::any_condition(std::size_t depth) {
  if (depth == 0 || with.roll(4) == 0) return leaf();
  condition node;
  const std::size_t kind = with.roll(6);
  if (kind == 5) {
    node.kind = condition_kind::need;
    node.values.set(with.roll(type_count));
    return rules.conditions.add(node);
  }
  node.kind = kind == 0 ? condition_kind::unless : kind < 2 ? condition_kind::any : condition_kind::all;
  for (std::size_t left = kind == 0 ? 1 : 1 + with.roll(3); left > 0; --left)
    node.children.push_back(any_condition(depth - 1));
  return rules.conditions.add(node);
}

void world::add_need_rule(std::size_t need, condition_id when) {
  need_rule one;
  one.about = named("need_" + std::to_string(rules.need_rules.size()));
  one.need = need_type_id(need);
  one.when = when;
  rules.need_rules.push_back(one);
}

void world::add_competence(std::size_t type, std::size_t need, condition_id when) {
  competence one;
  one.about = named("remit_" + std::to_string(rules.competences.size()));
  one.actor = actor_type_id(type);
  one.needs = {need_type_id(need)};
  one.levels = {level_id(0)};
  one.when = when;
  rules.competences.push_back(one);
}

void world::exclude(std::size_t type, condition_id when, strength force) {
  routing_rule one;
  one.about = named("exclude_" + std::to_string(rules.routing.size()));
  one.about.force = force;
  one.actors = {actor_type_id(type)};
  one.when = when;
  rules.routing.push_back(one);
}

void world::fill_at_random() {
  for (std::size_t i = 0; i < type_count; ++i) {
    for (std::size_t left = 1 + with.roll(2); left > 0; --left) {
      condition_id when = any_condition(2);
      // A need rule reads facts only.
      while (rules.conditions[when].kind == condition_kind::need) when = leaf();
      add_need_rule(i, when);
    }
    for (std::size_t left = 1 + with.roll(2); left > 0; --left)
      add_competence(i, with.roll(type_count), with.roll(3) == 0 ? condition_id{} : any_condition(1));
    if (with.roll(2) == 0)
      exclude(i, any_condition(1), with.roll(3) == 0 ? strength::strong : strength::hard);
  }
}

situation nothing_known(const pack& rules) {
  situation person;
  person.facts = id_vector<fact_id, fact_value>(rules.facts.size());
  return person;
}

}  // namespace aiguillage::why_not_world
