#include <algorithm>

#include "aiguillage/explain.h"
#include "network/builder.h"

namespace aiguillage {
namespace {

text operator+(const text& a, const text& b) {
  return {a.in(language::fr) + b.in(language::fr), a.in(language::en) + b.in(language::en)};
}

text same(const std::string& both) { return {both, both}; }

std::string decimal(std::int64_t thousandths) {
  std::string digits = std::to_string(thousandths / 1000);
  if (thousandths % 1000 == 0) return digits;
  std::string rest = std::to_string(1000 + thousandths % 1000).substr(1);
  rest.erase(rest.find_last_not_of('0') + 1);
  return digits + "." + rest;
}

text list_words(const fact& of, const value_set& held) {
  text words;
  for (std::size_t i = 0; i < of.values.size(); ++i) {
    if (!held.test(i)) continue;
    if (!words.fr.empty()) words = words + same(", ");
    words = words + of.values[i].label;
  }
  return words.fr.empty() ? text{"rien", "none"} : words;
}

void add(std::vector<reason>& to, const rule* by, const text& words) {
  if (by == nullptr || words.in(language::fr).empty()) return;
  const auto said = [&](const reason& one) { return one.by == by || one.words.fr == words.fr; };
  if (std::none_of(to.begin(), to.end(), said)) to.push_back({by, words});
}

text service_words(const pack& rules, const actor_type& who, const served_need& what, bool decides) {
  if (decides) return who.label + text{" décide, après les autres étapes", " decides, after the other steps"};
  const text remit = what.quality == grade::competent
                         ? text{" a dans son ressort : ", " has within its remit: "}
                         : text{" aide en premier niveau, à compléter si besoin : ",
                                " gives a first level of help, to be completed if needed: "};
  return who.label + remit + rules.needs[what.which->type].label;
}

}  // namespace

std::string joined_sources(const std::vector<std::string>& sources) {
  std::string all;
  for (const std::string& one : sources) all += (all.empty() ? "" : " ") + one;
  return all;
}

text need_words(const pack& rules, const need& what) {
  const text label = rules.needs[what.type].label;
  return what.right.known() ? label + text{" : ", ": "} + rules.rights[what.right].label : label;
}

text help_words(const pack& rules, level_id level) {
  return level.known() ? rules.levels[level].label : text{};
}

text value_words(const pack& rules, const situation& person, fact_id which) {
  const fact& one = rules.facts[which];
  const fact_value& known = person.facts[which];
  if (!known.known) return {};
  switch (one.kind) {
    case fact_kind::boolean: return known.values.test(1) ? text{"oui", "yes"} : text{"non", "no"};
    case fact_kind::integer:
    case fact_kind::number: return same(decimal(known.thousandths));
    case fact_kind::code: return same(known.code);
    default: return list_words(one, known.values);
  }
}

std::vector<reason> reasons_for(const pack&, const need& what) {
  std::vector<reason> all;
  for (const rule* by : what.because)
    add(all, by, by->because.in(language::fr).empty() ? by->title : by->because);
  return all;
}

std::vector<reason> reasons_for(const pack& rules, const territory& land, const referral_stop& stop) {
  std::vector<reason> all;
  const actor_type& who = rules.actor_types[land.actors[stop.who].type];
  if (!stop.decides)
    for (const served_need& each : stop.serves)
      for (const reason& one : reasons_for(rules, *each.which)) add(all, one.by, one.words);
  for (const served_need& each : stop.serves)
    add(all, each.because, service_words(rules, who, each, stop.decides));
  for (const state_id brought : stop.produces)
    if (stop.serves.empty()) add(all, &rules.states[brought].about, rules.states[brought].about.because);
  if (stop.through.mode.known() && stop.through.because != nullptr)
    add(all, stop.through.because, stop.through.because->because);
  return all;
}

text obstacle_words(const pack& rules, const obstacle& what) {
  const text who = what.type.known() ? rules.actor_types[what.type].label : text{"personne", "nobody"};
  if (what.by == nullptr) return text{"il n'y en a pas ici : ", "there is none here: "} + who;
  const text& words = what.by->because.in(language::fr).empty() ? what.by->title : what.by->because;
  if (words.in(language::fr).empty())
    return who + text{" : ce n'est pas son rôle", ": this is another trade"};
  return who + text{" : ", ": "} + words;
}

text unmet_words(const pack& rules, const unmet_need& what) {
  const text label = need_words(rules, *what.which);
  const text nobody = text{"Personne ici ne peut répondre à ce besoin pour l'instant : ",
                           "Nobody here can meet this need for now: "} +
                      label + same(". ");
  const bool nowhere =
      std::all_of(what.why.begin(), what.why.end(), [](const obstacle& one) { return one.by == nullptr; });
  if (nowhere)
    return nobody +
           text{
               "Le besoin reste entier : cherchez la même aide dans une commune voisine ou par téléphone, et "
               "signalez ce manque.",
               "The need stays: look for the same help in a neighbouring town or by telephone, and report "
               "the gap."};
  return nobody + text{
                      "Le besoin reste entier : voyez avec la personne ce qui pourrait changer (un document, "
                      "un accord, "
                      "un autre lieu), et signalez ce manque.",
                      "The need stays: see with the person what could change (a document, an agreement, "
                      "another place), "
                      "and report the gap."};
}

std::vector<state_id> agreements_for(const pack& rules, const situation& person, mode_id mode) {
  std::vector<state_id> asked;
  for (std::size_t i = 0; mode.known() && i < rules.states.size(); ++i) {
    const state& one = rules.states[state_id(i)];
    const auto& modes = one.required_by_modes;
    if (std::find(modes.begin(), modes.end(), mode) == modes.end()) continue;
    if (state_missing(rules, person, one) != tri::no) asked.emplace_back(i);
  }
  return asked;
}

actor_id handing_over(const territory& land, const pack& rules, const situation& person,
                      const referral_plan& in, const referral_stop& to) {
  if (to.from >= 0) return in.stops[static_cast<std::size_t>(to.from)].who;
  const qualification nothing;
  return detail::place_of_person(detail::view_of(rules, land, person, nothing));
}

}  // namespace aiguillage
