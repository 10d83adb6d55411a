#include <algorithm>
#include <map>

#include "explain/phrases.h"
#include "lint/linting.h"
#include "survey/surveying.h"

/// Needs that nobody serves here, rights that nobody decides.
namespace aiguillage::surveying {
namespace {

void note_need(work& on, const matter& about) {
  std::vector<need_survey>& all = on.into.needs;
  if (all.empty() || all.back().which != about.type)
    all.push_back({about.type, {}, {}, false, false, {}, 0, 0});
  need_survey& into = all.back();
  for (std::size_t i = 0; i < on.kinds.size(); ++i) {
    const stand& found = about.stands[i];
    into.everyone = into.everyone || found.everyone;
    into.minimum = into.minimum || found.minimum;
    if (found.best == standing::none) continue;
    for (const actor_id who : on.kinds[i].actors)
      (found.best == standing::concludes ? on.into.actors[who].concludes : on.into.actors[who].first_level)
          .set(about.type.index());
  }
}

void list_servers(work& on, need_survey& of) {
  for (std::size_t i = 0; i < on.into.actors.size(); ++i) {
    const actor_survey& one = on.into.actors[actor_id(i)];
    if (one.concludes.test(of.which.index()))
      of.concluding.emplace_back(i);
    else if (one.first_level.test(of.which.index()))
      of.first_level.emplace_back(i);
  }
  std::vector<actor_id> all = of.concluding;
  all.insert(all.end(), of.first_level.begin(), of.first_level.end());
  of.left_out = left_out_by(on, all);
}

std::vector<actor_id> helpers_with(const work& on, const right& of, right_id which) {
  std::vector<actor_id> all;
  for (const matter& about : on.matters) {
    if (about.type != of.claim) continue;
    if (std::none_of(about.needs.begin(), about.needs.end(),
                     [&](const need& one) { return one.right == which; }))
      continue;
    for (std::size_t i = 0; i < on.kinds.size(); ++i)
      if (about.stands[i].best != standing::none)
        all.insert(all.end(), on.kinds[i].actors.begin(), on.kinds[i].actors.end());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

right_survey right_of(const work& on, right_id which) {
  right_survey result{which, {}, {}, {}, {}};
  for (const actor_type_id one : lint::operators_of(on.rules, which))
    if (one.known()) result.operators.push_back(one);
  for (const kind& one : on.kinds)
    if (detail::contains(result.operators, one.type))
      result.deciding.insert(result.deciding.end(), one.actors.begin(), one.actors.end());
  std::sort(result.deciding.begin(), result.deciding.end());
  result.helping = helpers_with(on, on.rules.rights[which], which);
  std::vector<actor_id> usual;
  for (const actor_id one : result.deciding)
    if (on.land.actors[one].type == on.rules.rights[which].decided_by) usual.push_back(one);
  result.left_out = left_out_by(on, usual);
  return result;
}

value_set rights_asked(const work& on) {
  value_set all;
  for (const matter& about : on.matters)
    for (const need& one : about.needs)
      if (one.right.known()) all.set(one.right.index());
  return all;
}

void say_need(work& on, const need_survey& one) {
  const text name = text{"le besoin ", "need "} + quoted(on.rules.needs[one.which].id);
  const text who{"ajoutez un acteur qui le sert, ou dites qui le fait ailleurs",
                 "add an actor that serves it, or say who does elsewhere"};
  if (one.concluding.empty() && one.first_level.empty())
    report(on, severity::warning, code::need_without_actor,
           name + text{" n'est servi par aucun acteur d'ici", " is served by no actor here"}, who);
  else if (!one.minimum)
    report(on, severity::warning, code::need_below_minimum,
           name + text{" n'est servi ici que pour qui se débrouille seul",
                       " is served here only for people who manage alone"},
           who);
  else if (!one.everyone)
    report(on, severity::note, code::need_on_condition,
           name + text{" n'est servi ici que sous conditions (âge, régime, situation)",
                       " is served here on conditions only (age, regime, situation)"},
           who);
  else if (one.concluding.empty())
    report(on, severity::note, code::need_first_level,
           name + text{" n'est servi ici qu'en premier niveau", " is served here at first level only"}, who);
}

/// Needs that one actor alone serves, by actor.
void say_single(work& on) {
  std::map<actor_id, std::vector<need_type_id>> alone;
  for (const need_survey& one : on.into.needs)
    if (one.concluding.size() + one.first_level.size() == 1)
      alone[one.concluding.empty() ? one.first_level.front() : one.concluding.front()].push_back(one.which);
  for (const auto& [who, needs] : alone)
    report(on, severity::note, code::single_actor, who,
           text{"seul acteur d'ici pour : ", "the only actor here for: "} + listed(ids_of(on, needs)),
           {"prévoyez qui le remplace quand il ferme", "see who stands in for it when it closes"});
}

/// Needs, or rights, that leave the same communes out are told together. Notes: nothing says how far the territory goes.
using left_out_names = std::map<std::vector<std::string>, std::vector<std::string>>;
void say_left_out(work& on, const char* code, const left_out_names& all, const text& what, const text& by) {
  for (const auto& [communes, names] : all)
    report(
        on, severity::note, code,
        what + listed(names) + by + text{" les habitants de : ", " the inhabitants of: "} + listed(communes),
        {"ajoutez ces communes à un acteur, ou un acteur pour elles",
         "add these communes to an actor, or an actor for them"});
}

/// One finding for each type of operator that is not here.
void say_operators(work& on) {
  std::map<actor_type_id, std::vector<std::string>> usual;
  std::map<actor_type_id, std::vector<std::string>> instead;
  for (const right_survey& one : on.into.rights)
    for (const actor_type_id by : one.operators) {
      if (std::any_of(one.deciding.begin(), one.deciding.end(),
                      [&](actor_id who) { return on.land.actors[who].type == by; }))
        continue;
      const right& of = on.rules.rights[one.which];
      (of.decided_by == by ? usual : instead)[by].push_back(of.id);
    }
  const text hint{"ajoutez cet organisme, même loin ou à distance",
                  "add this operator, even far away or remote"};
  for (const auto& [by, rights] : usual)
    report(on, severity::warning, code::right_without_operator,
           text{"aucun acteur d'ici ne décide de : ", "no actor here decides: "} + listed(rights) +
               detail::same(" (" + on.rules.actor_types[by].id + ")"),
           hint);
  for (const auto& [by, rights] : instead)
    report(on, severity::note, code::right_without_operator,
           text{"pour qui en relève, aucun acteur d'ici ne décide de : ",
                "for people under its regime, no actor here decides: "} +
               listed(rights) + detail::same(" (" + on.rules.actor_types[by].id + ")"),
           hint);
}

void say_rights(work& on) {
  std::vector<std::string> helpless;
  left_out_names left_out;
  for (const right_survey& one : on.into.rights) {
    const right& of = on.rules.rights[one.which];
    const bool claimed = std::any_of(on.matters.begin(), on.matters.end(), [&](const matter& about) {
      return about.type == of.claim && std::any_of(about.needs.begin(), about.needs.end(),
                                                   [&](const need& n) { return n.right == one.which; });
    });
    if (claimed && one.helping.empty()) helpless.push_back(of.id);
    if (!one.left_out.empty()) left_out[one.left_out].push_back(of.id);
  }
  if (!helpless.empty())
    report(on, severity::warning, code::right_without_help,
           text{"personne ici n'aide à demander : ", "nobody here helps to claim: "} + listed(helpless),
           {"ajoutez un acteur compétent pour cette demande", "add an actor competent for this claim"});
  say_left_out(on, code::right_left_out, left_out, {"droits ", "rights "},
               {" : aucun organisme ne reçoit", ": no operator receives"});
}

}  // namespace

std::vector<std::string> left_out_by(const work& on, const std::vector<actor_id>& actors) {
  actor all;
  for (const actor_id each : actors) {
    const actor& one = on.land.actors[each];
    if (one.areas.empty()) return {};
    all.areas.insert(all.areas.end(), one.areas.begin(), one.areas.end());
  }
  std::vector<std::string> out;
  if (actors.empty()) return out;
  situation resident = on.anyone;
  const detail::build_view view = detail::view_of(on.rules, on.land, resident, on.nothing);
  for (const std::string& commune : on.communes) {
    resident.home_commune = commune;
    if (detail::lives_in_zone(view, all) == tri::no) out.push_back(commune);
  }
  return out;
}

void note_services(work& on) {
  for (const matter& about : on.matters) note_need(on, about);
  for (std::size_t i = 0; i < on.into.actors.size(); ++i) {
    actor_survey& one = on.into.actors[actor_id(i)];
    one.first_level &= ~one.concludes;
  }
  for (need_survey& one : on.into.needs) list_servers(on, one);
  const value_set asked = rights_asked(on);
  for (std::size_t i = 0; i < on.rules.rights.size(); ++i)
    if (asked.test(i)) on.into.rights.push_back(right_of(on, right_id(i)));
}

void check_needs(work& on) {
  left_out_names left_out;
  for (const need_survey& one : on.into.needs) {
    say_need(on, one);
    if (!one.left_out.empty()) left_out[one.left_out].push_back(on.rules.needs[one.which].id);
  }
  say_single(on);
  say_left_out(on, code::need_left_out, left_out, {"besoins ", "needs "},
               {" : aucun acteur ne reçoit", ": no actor receives"});
}

void check_rights(work& on) {
  say_operators(on);
  say_rights(on);
}

}  // namespace aiguillage::surveying
