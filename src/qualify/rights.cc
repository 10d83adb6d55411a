#include <algorithm>

#include "qualify/derive.h"

namespace aiguillage {
namespace {

void add_right(right_id one, std::vector<right_id>& found) {
  if (std::find(found.begin(), found.end(), one) == found.end()) found.push_back(one);
}

// The right that the request itself says, when the person named none; unknown when it says none.
right_id right_of_request(const pack& rules, const situation& person, fact_id from) {
  if (rules.facts[from].id != "request_right") return {};
  const auto request = single_value(person, find_named(rules.facts, "request"));
  const auto said = request ? rules.right_of_request.find(*request) : rules.right_of_request.end();
  return said == rules.right_of_request.end() ? right_id{} : said->second;
}

// The rights on the table: named by the person, or said by the request.
void add_rights_from(const pack& rules, const situation& person, const right_source& source,
                     std::vector<right_id>& found) {
  condition_context context;
  context.rules = &rules;
  context.person = &person;
  if (evaluate(source.when, context) != tri::yes) return;
  if (!source.from.known()) return add_right(source.fixed, found);
  const auto admitted = [&](std::size_t i) { return source.only.none() || source.only.test(i); };
  const fact_value& named = person.facts[source.from];
  if (named.known) {
    for (std::size_t i = 0, left = named.values.count(); left > 0; ++i) {
      if (!named.values.test(i)) continue;
      --left;
      if (admitted(i)) add_right(right_id(i), found);
    }
  } else if (const right_id said = right_of_request(rules, person, source.from);
             said.known() && admitted(said.index())) {
    add_right(said, found);
  }
}

bool replaces(const routing_rule& one, actor_type_id decided_by, right_id right) {
  if (one.effect != effect_kind::replace_operator) return false;
  if (one.rights.any() && !(right.known() && one.rights.test(right.index()))) return false;
  return std::find(one.actors.begin(), one.actors.end(), decided_by) != one.actors.end();
}

}  // namespace

namespace detail {

std::vector<right_id> rights_of(const pack& rules, const situation& person, const need_type& type) {
  std::vector<right_id> found;
  for (const right_source& source : type.rights) {
    add_rights_from(rules, person, source, found);
    if (!found.empty() && !type.every_right) break;
  }
  return found;
}

}  // namespace detail

actor_type_id replaced_operator(const pack& rules, const situation& person, actor_type_id decided_by,
                                right_id right) {
  condition_context context;
  context.rules = &rules;
  context.person = &person;
  const std::string& day = applicable_day(rules, person);
  for (const routing_rule& one : rules.routing)
    if (replaces(one, decided_by, right) && in_force(one.about, day) &&
        evaluate(one.when, context) == tri::yes)
      return one.replacement;
  return decided_by;
}

actor_type_id operator_for(const pack& rules, const situation& person, right_id right) {
  if (!right.known()) return {};
  return replaced_operator(rules, person, rules.rights[right].decided_by, right);
}

actor_type_id named_organism(const pack& rules, const situation& person) {
  const fact_id which = find_named(rules.facts, "request_organism");
  const auto index = single_value(person, which);
  if (!index) return {};
  const actor_type_id type = find_named(rules.actor_types, rules.facts[which].values[*index].id);
  return type.known() ? replaced_operator(rules, person, type, {}) : type;
}

const std::string& applicable_day(const pack& rules, const situation& person) {
  return person.date.empty() ? rules.reference_date : person.date;
}

bool in_force(const rule& which, const std::string& day) {
  return (which.valid_from.empty() || which.valid_from <= day) &&
         (which.valid_until.empty() || day <= which.valid_until);
}

int help_minutes(const pack& rules, const need& one) {
  const need_type& type = rules.needs[one.type];
  const auto special = type.minutes_by_right.find(one.right);
  return special == type.minutes_by_right.end() ? type.minutes : special->second;
}

std::string need_name(const pack& rules, need_type_id type, right_id right) {
  const std::string& name = rules.needs[type].id;
  return right.known() ? name + ":" + rules.rights[right].id : name;
}

}  // namespace aiguillage
