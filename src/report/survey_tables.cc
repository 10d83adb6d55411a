#include <algorithm>

#include "report/markup.h"
#include "report/survey_parts.h"
#include "report/text_parts.h"

/// Tables of the page of a territory.
namespace aiguillage::report {
namespace {

using rows = std::vector<std::vector<std::string>>;

std::vector<std::string> titles(const survey_view& to, const std::vector<text>& words) {
  std::vector<std::string> all;
  for (const text& one : words) all.push_back(to.on.say(one));
  return all;
}

text level_words(severity level) {
  switch (level) {
    case severity::error: return {"erreur", "error"};
    case severity::warning: return {"à corriger", "to correct"};
    case severity::note: break;
  }
  return {"à vérifier", "to check"};
}

std::string number(std::size_t count) { return std::to_string(count); }

std::string loops(const survey_view& to) {
  rows all;
  for (const referral_loop& one : to.seen.web.loops)
    all.push_back({names_of(to, one.actors, 12), needs_words(to, one.needs, 8),
                   to.on.say(one.way_out ? text{"oui", "yes"} : text{"non", "no"})});
  return table_of(titles(to, {{"Se renvoient des personnes", "Send people round"},
                              {"Besoins qu'aucun ne conclut", "Needs that none of them concludes"},
                              {"Conclus ailleurs ici ?", "Concluded elsewhere here?"}}),
                  all);
}

std::string points(const survey_view& to) {
  rows all;
  for (const single_point& one : to.seen.web.points)
    all.push_back({name_of(to, one.who), needs_words(to, one.needs, 6), names_of(to, one.behind, 6),
                   to.on.say(one.splits ? text{"oui", "yes"} : text{"non", "no"})});
  return table_of(titles(to, {{"Sans cet acteur", "Without this actor"},
                              {"plus rien pour", "nothing is left for"},
                              {"plus de relais vers", "no referral to"},
                              {"le réseau se coupe", "the network falls apart"}}),
                  all);
}

std::string reach(const survey_view& to) {
  rows all;
  value_set arising;
  for (const need_survey& one : to.seen.needs) arising.set(one.which.index());
  for (std::size_t i = 0; i < to.seen.actors.size(); ++i) {
    const actor_survey& one = to.seen.actors[actor_id(i)];
    if (!one.door) continue;
    all.push_back({name_of(to, actor_id(i)), number(one.reached),
                   number(one.needs_reached.count()) + " / " + number(arising.count()),
                   needs_words(to, needs_in(to, arising & ~one.needs_reached), 5)});
  }
  return table_of(titles(to, {{"Première porte", "First door"},
                              {"Acteurs atteints", "Actors reached"},
                              {"Besoins conclus", "Needs concluded"},
                              {"Besoins qui n'ont pas de suite", "Needs that lead nowhere"}}),
                  all);
}

std::string subpart(const survey_view& to, const text& heading, const std::string& inside,
                    const text& otherwise) {
  return words_in("h3", to.on.say(heading)) + (inside.empty() ? words_in("p", to.on.say(otherwise)) : inside);
}

}  // namespace

std::string survey_findings(const survey_view& to) {
  rows all;
  for (const severity level : {severity::error, severity::warning, severity::note})
    for (const diagnostic& one : to.all)
      if (one.level == level)
        all.push_back({to.on.say(level_words(level)), sentence(to.on.say(one.message)),
                       sentence(to.on.say(one.hint)),
                       one.file + (one.line > 0 ? ":" + std::to_string(one.line) : "")});
  const std::string table = table_of(
      titles(to, {{"", ""}, {"Ce qui est vu", "What is seen"}, {"Que faire", "What to do"}, {"Où", "Where"}}),
      all);
  const text none{"Rien à corriger ni à vérifier.", "Nothing to correct or to check."};
  return part_of(to, "findings", {"À corriger, à vérifier", "To correct, to check"},
                 table.empty() ? words_in("p", to.on.say(none)) : table);
}

std::string survey_needs(const survey_view& to) {
  rows all;
  for (const need_survey& one : to.seen.needs)
    all.push_back({sentence(to.on.say(to.rules.needs[one.which].label)), number(one.concluding.size()),
                   names_of(to, one.concluding), number(one.first_level.size()),
                   std::to_string(one.met) + " / " + std::to_string(one.asked),
                   some_of(to, one.left_out, 6)});
  const text about{
      "« Conclut » : compétent pour au moins un droit. « Premier niveau » : à compléter ailleurs. Personnes "
      "reçues à la "
      "fois : le plus grand flot des besoins vers les capacités ; ce qui n'est pas dit est supposé (une "
      "personne par "
      "besoin, une place par acteur et par besoin).",
      "\"Concludes\": competent for at least one right. \"First level\": to be completed elsewhere. People "
      "received at "
      "once: the greatest flow of needs to capacities; what is not told is assumed (one person for each "
      "need, one "
      "place for each actor and need)."};
  return part_of(to, "needs", {"Qui sert chaque besoin", "Who serves each need"},
                 words_in("p", to.on.say(about), "faint") +
                     table_of(titles(to, {{"Besoin", "Need"},
                                          {"Le concluent", "Conclude it"},
                                          {"Dont", "Among them"},
                                          {"Premier niveau", "First level"},
                                          {"Personnes reçues (supposé)", "People received (assumed)"},
                                          {"Communes laissées de côté", "Communes left out"}}),
                              all));
}

std::string survey_rights(const survey_view& to) {
  rows all;
  for (const right_survey& one : to.seen.rights) {
    std::vector<std::string> types;
    for (const actor_type_id type : one.operators)
      types.push_back(to.on.say(to.rules.actor_types[type].label));
    all.push_back({sentence(to.on.say(to.rules.rights[one.which].label)), some_of(to, types, 3),
                   one.deciding.empty() && !one.operators.empty() ? to.on.say({"personne ici", "nobody here"})
                                                                  : names_of(to, one.deciding, 3),
                   number(one.helping.size()), some_of(to, one.left_out, 6)});
  }
  return part_of(to, "rights", {"Qui décide chaque droit", "Who decides each right"},
                 table_of(titles(to, {{"Droit", "Right"},
                                      {"Décidé par", "Decided by"},
                                      {"Ici", "Here"},
                                      {"Aident à le demander", "Help to claim it"},
                                      {"Communes laissées de côté", "Communes left out"}}),
                          all));
}

std::string survey_network(const survey_view& to) {
  const text about{
      "Un relais va d'un acteur de premier niveau vers un acteur compétent pour le même besoin et le même "
      "droit, ou suit un "
      "lien connu. Les premières portes sont les acteurs de proximité où l'on vient seul.",
      "A referral goes from an actor of first level to an actor competent for the same need and right, or "
      "follows a known "
      "link. First doors are the actors of proximity to whom people come alone."};
  return part_of(to, "network", {"Comment les relais tiennent", "How referrals hold"},
                 words_in("p", to.on.say(about), "faint") +
                     subpart(to, {"Boucles", "Loops"}, loops(to),
                             {"Aucune boucle dans les liens connus.", "No loop in the known links."}) +
                     subpart(to, {"Points de passage uniques", "Single points of failure"}, points(to),
                             {"Aucun acteur dont tout dépende.", "No actor on whom everything depends."}) +
                     subpart(to, {"Portée des premières portes", "Reach of the first doors"}, reach(to),
                             {"Aucune première porte.", "No first door."}));
}

}  // namespace aiguillage::report
