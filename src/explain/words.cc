#include <algorithm>
#include <array>

#include "aiguillage/explain.h"
#include "explain/languages.h"
#include "explain/phrases.h"
#include "network/builder.h"

namespace aiguillage {

using detail::language_words;
using detail::same;

namespace {

text list_words(const fact& of, const value_set& held) {
  text words;
  for (std::size_t i = 0; i < of.values.size(); ++i) {
    if (!held.test(i)) continue;
    if (!words.fr.empty()) words = words + same(", ");
    words = words + detail::answer_label(of, i);
  }
  return words.fr.empty() ? detail::none_label(of) : words;
}

bool is_language(const pack& rules, fact_id which) {
  return std::any_of(rules.states.begin(), rules.states.end(),
                     [&](const state& one) { return one.spoken == which; });
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

const text& said_by(const rule& one) {
  return one.because.in(language::fr).empty() ? one.title : one.because;
}

std::string joined_sources(const std::vector<std::string>& sources) {
  std::string all;
  for (const std::string& one : sources) all += (all.empty() ? "" : " ") + one;
  return all;
}

text need_words(const pack& rules, const need& what) {
  const text& label = rules.needs[what.type].label;
  if (!what.right.known() || rules.rights[what.right].label.fr == label.fr) return label;
  return label + text{" : ", ": "} + rules.rights[what.right].label;
}

text need_words_at(const pack& rules, const need& what, const handoff_note& note, actor_type_id at) {
  const bool decides = at.known() && what.decided_by == at;
  if (std::find(note.needs_told.begin(), note.needs_told.end(), what.type) == note.needs_told.end()) {
    if (decides && what.right.known() && !note.refused) return rules.rights[what.right].label;
    return {"un entretien : la personne dira elle-même de quoi elle souhaite parler",
            "a talk: the person will say what they wish to talk about"};
  }
  const bool kept = what.right.known() && rules.rights[what.right].sensitive && !note.agreed;
  return kept && !decides ? rules.needs[what.type].label : need_words(rules, what);
}

text help_words(const pack& rules, level_id level) {
  return level.known() ? rules.levels[level].label : text{};
}

text value_words(const pack& rules, const situation& person, fact_id which) {
  const fact& one = rules.facts[which];
  const fact_value& known = person.facts[which];
  if (!known.known) return {};
  switch (one.kind) {
    case fact_kind::boolean: return detail::answer_label(one, known.values.test(1) ? 1 : 0);
    case fact_kind::integer:
    case fact_kind::number: return detail::number_answer(one, known.thousandths, known.thousandths);
    case fact_kind::code: return is_language(rules, which) ? language_words(known.code) : same(known.code);
    default: return list_words(one, known.values);
  }
}

text told_words(const pack& rules, const handoff_note& note, fact_id which) {
  return detail::answered(rules.facts[which], value_words(rules, note.told, which));
}

std::vector<reason> reasons_for(const pack&, const need& what) {
  std::vector<reason> all;
  for (const rule* by : what.because) add(all, by, said_by(*by));
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
  if (what.kept_by == hindrance::absent) return text{"il n'y en a pas ici : ", "there is none here: "} + who;
  if (what.by == nullptr) return who + text{" : ", ": "} + hindrance_words(what.kept_by);
  const text& words = said_by(*what.by);
  if (words.in(language::fr).empty())
    return who + text{" : ce n'est pas son rôle", ": this is another trade"};
  return who + text{" : ", ": "} + words;
}

text hindrance_words(hindrance which) {
  static const std::array<text, 11> words{{
      {"ce n'est pas son rôle", "this is another trade"},
      {"il n'y en a pas ici", "there is none here"},
      {"déjà demandé sur ce parcours : fermé, complet ou refusé",
       "already asked on this path: closed, full or refused"},
      {"ce lieu ne le fait pas", "this place does not do it"},
      {"ce lieu ne signe pas le mandat qu'il faut", "this place does not sign the mandate it takes"},
      {"la personne habite hors de la zone servie", "the person lives outside the zone served"},
      {"le lieu dit ne recevoir que d'autres publics", "the place says that it receives other publics only"},
      {"on n'y entre pas sans marche, et la personne en a besoin",
       "there is a step at the entrance, and the person cannot take it"},
      {"la personne ne peut pas se déplacer, et ce lieu ne vient pas à elle",
       "the person cannot travel, and this place does not come to them"},
      {"ce lieu n'ouvre pas dans les mois qui viennent", "this place does not open in the months to come"},
      {"aucun ordre des étapes ne convient : ce qu'il faut d'abord manque, ou vient trop tard",
       "no order of the steps will do: what has to come before is missing, or comes too late"},
  }};
  return words[static_cast<std::size_t>(which)];
}

text unmet_words(const pack& rules, const unmet_need& what) {
  const text label = need_words(rules, *what.which);
  const text nobody = text{"Personne ici ne peut répondre à ce besoin pour l'instant : ",
                           "Nobody here can meet this need for now: "} +
                      label + same(". ");
  const bool nowhere = std::all_of(what.why.begin(), what.why.end(),
                                   [](const obstacle& one) { return one.kept_by == hindrance::absent; });
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
  return detail::view_of(rules, land, person, nothing).place;
}

}  // namespace aiguillage
