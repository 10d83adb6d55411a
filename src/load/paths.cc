#include <algorithm>

#include "load/cases.h"

/// What a list of actor types shows of the checks on a route. Hand-off and help need whole steps. A list does
/// not say which steps start together, nor which ones only decide: only what is certain counts against an
/// acceptable path, and whatever may be counts against a wrong one.
namespace aiguillage::load {
namespace {

using path = std::vector<actor_type_id>;

bool holds(const path& list, actor_type_id one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

bool share(const path& a, const path& b) {
  return std::any_of(a.begin(), a.end(), [&](actor_type_id one) { return holds(b, one); });
}

/// What is not allowed anywhere in this case.
struct bans {
  path refused;
  path absent;
};

path refused_types(const case_file& of, const pack& rules) {
  path result;
  const fact_id which = find_named(rules.facts, "refuses");
  if (!which.known() || rules.facts[which].values_from != "actor_types") return result;
  for (std::size_t i = 0; i < rules.actor_types.size(); ++i)
    if (of.facts.facts[which].values.test(i)) result.emplace_back(i);
  return result;
}

/// An operator of some right, or a type that the vocabulary says decides: its step may be a decision only.
bool may_only_decide(const pack& rules, actor_type_id one) {
  return rules.actor_types[one].decides ||
         std::any_of(rules.rights.begin(), rules.rights.end(),
                     [&](const right& each) { return each.decided_by == one; });
}

std::size_t count_stops(const path& one, const pack& rules, bool with_deciders) {
  path counted;
  for (const actor_type_id actor : one)
    if (!holds(counted, actor) && (with_deciders || !may_only_decide(rules, actor))) counted.push_back(actor);
  return counted.size();
}

bool too_long(const path& one, const case_expectations& expect, const pack& rules, bool with_deciders) {
  return expect.stops_at_most &&
         count_stops(one, rules, with_deciders) > static_cast<std::size_t>(*expect.stops_at_most);
}

/// The check of reach, never, refusals and territory that a path violates for certain; empty when none.
text broken_anywhere(const path& one, const case_expectations& expect, const pack& rules,
                     const bans& not_allowed) {
  for (const actor_type_id actor : one) {
    const std::string name = " (" + rules.actor_types[actor].id + ")";
    if (rules.actor_types[actor].family == group::forbidden)
      return {"acteur interdit" + name, "forbidden actor" + name};
    if (holds(not_allowed.refused, actor))
      return {"acteur refusé par la personne" + name, "actor refused by the person" + name};
    if (holds(not_allowed.absent, actor))
      return {"acteur absent du territoire" + name, "actor absent from the territory" + name};
    if (holds(expect.never, actor)) return {"never" + name, "never" + name};
  }
  for (const path& each : expect.reach)
    if (!share(one, each)) {
      const std::string name = " (" + rules.actor_types[each.front()].id + (each.size() > 1 ? ", …)" : ")");
      return {"reach" + name, "reach" + name};
    }
  return {};
}

text broken_for_certain(const path& one, const case_expectations& expect, const pack& rules,
                        const bans& not_allowed) {
  const std::string first = " (" + rules.actor_types[one.front()].id + ")";
  if (holds(expect.first_never, one.front())) return {"first_never" + first, "first_never" + first};
  if (!expect.first_any.empty() && !share(one, expect.first_any)) return {"first_any", "first_any"};
  if (too_long(one, expect, rules, false)) return {"stops_at_most", "stops_at_most"};
  return broken_anywhere(one, expect, rules, not_allowed);
}

bool may_be_broken(const path& one, const case_expectations& expect, const pack& rules,
                   const bans& not_allowed) {
  return share(one, expect.first_never) ||
         (!expect.first_any.empty() && !holds(expect.first_any, one.front())) ||
         too_long(one, expect, rules, true) || !broken_anywhere(one, expect, rules, not_allowed).fr.empty();
}

void check_acceptable(const path& one, const yaml::node& at, const case_file& of, const pack& rules,
                      const bans& not_allowed, const sink& to) {
  const text broken = broken_for_certain(one, of.expect, rules, not_allowed);
  if (!broken.fr.empty()) {
    report(to, at, code::acceptable_fails,
           {"ce parcours « acceptable » viole : " + broken.fr, "this acceptable path violates: " + broken.en},
           {"corrigez le parcours ou ce qui est attendu", "correct the path or what is expected"});
  } else if (!of.expect.first_any.empty() && !holds(of.expect.first_any, one.front())) {
    report(to, at, code::first_stop_order,
           {"ce parcours n'est juste que si plusieurs arrêts commencent ensemble",
            "this path is right only when several stops start together"},
           {"mettez en premier un acteur de first_any", "put an actor of first_any first"},
           severity::warning);
  }
}

}  // namespace

void check_paths(const case_file& of, const pack& rules, const written_paths& places, const sink& to) {
  const bans not_allowed{refused_types(of, rules), absent_types(rules, of)};
  for (std::size_t i = 0; i < places.acceptable.size(); ++i)
    check_acceptable(of.expect.acceptable[i], *places.acceptable[i], of, rules, not_allowed, to);
  for (std::size_t i = 0; i < places.wrong.size(); ++i)
    if (!may_be_broken(of.expect.wrong[i], of.expect, rules, not_allowed))
      report(to, *places.wrong[i], code::wrong_passes,
             {"ce parcours « wrong » ne viole rien de ce qui est attendu",
              "this wrong path violates nothing of what is expected"},
             {"dites par une clé de route ce qui le rend faux", "say by a key of route what makes it wrong"});
}

}  // namespace aiguillage::load
