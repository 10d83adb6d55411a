#include <algorithm>

#include "explain/phrases.h"
#include "report/markup.h"
#include "report/simulation_figures.h"
#include "report/simulation_parts.h"

/// What a simulation assumes, with its sources.
namespace aiguillage::report {
namespace {

std::string sources_words(const simulation_view& to, const std::vector<std::string>& sources) {
  std::string words;
  for (const std::string& one : sources)
    words += (words.empty() ? "" : " ; ") + (one == "assumed" ? to.say({"supposé", "assumed"}) : one);
  return words.empty() ? to.say({"supposé", "assumed"}) : words;
}

std::string whole(const simulation_view& to, std::int64_t count) {
  return detail::number_words(count * 1000, "").in(to.on.style.wanted);
}

void add_capacities(const simulation_view& to, table_rows& rows) {
  for (const capacity& one : to.of.told.capacities) {
    const actor_id who = find_named(to.of.land.actors, one.actor);
    const std::string name = who.known()        ? to.of.land.actors[who].name
                             : one.type.known() ? to.say(to.of.rules.actor_types[one.type].label)
                                                : one.actor;
    rows.push_back(
        {to.say({"Temps d'aide : ", "Time for help: "}) + name,
         whole(to, one.minutes_a_day) + to.say({" minutes par jour ouvré", " minutes a working day"}),
         sources_words(to, one.sources)});
  }
  rows.push_back({to.say({"Temps d'aide : tous les autres lieux", "Time for help: all other places"}),
                  to.say({"sans limite", "no limit"}), to.say({"supposé", "assumed"})});
}

void add_habits(const simulation_view& to, table_rows& rows) {
  if (to.of.told.policy == routing_policy::engine || !to.of.told.habits) return;
  const sending_habits& habits = *to.of.told.habits;
  rows.push_back({to.say({"Lieux essayés au plus", "Places tried at most"}), whole(to, habits.most_doors),
                  sources_words(to, habits.sources)});
  rows.push_back({to.say({"Temps d'un aidant qui ne peut pas aider", "Time of a helper who cannot help"}),
                  whole(to, habits.minutes_in_vain) + " minutes", sources_words(to, habits.sources)});
}

void add_losses(const simulation_view& to, table_rows& rows) {
  for (const handoff_mode& mode : to.of.rules.modes) {
    const auto found = to.of.rules.ranking.find("loss_" + mode.id);
    if (found == to.of.rules.ranking.end()) continue;
    rows.push_back({to.say({"Risque de perte : ", "Risk of loss: "}) + to.say(mode.label),
                    tenths_of(static_cast<double>(found->second.thousandths) / 10, to.on.style.wanted) + " %",
                    sources_words(to, {found->second.source})});
  }
}

std::string scenario_table(const simulation_view& to) {
  table_rows rows = {
      {to.say({"Personnes qui viennent pour la première fois", "People who come for the first time"}),
       whole(to, to.of.told.arrivals_a_week) + to.say({" par semaine", " a week"}),
       sources_words(to, to.of.told.arrival_sources)}};
  add_capacities(to, rows);
  add_habits(to, rows);
  add_losses(to, rows);
  std::string steps;
  for (const int step : to.of.told.waiting_steps) steps += (steps.empty() ? "" : ", ") + std::to_string(step);
  rows.push_back({to.say({"Attentes dont les parcours tiennent compte, une fois par jour",
                          "Waits that paths take into account, once a day"}),
                  steps + to.say({" jours", " days"}), to.say({"supposé", "assumed"})});
  for (const reach_band& one : to.of.told.reach.bands)
    rows.push_back(
        {to.say({"Un lieu compte, à vol d'oiseau jusqu'à ", "A place counts, as the crow flies up to "}) +
             whole(to, one.metres) + " m",
         tenths_of(static_cast<double>(one.percent_thousandths) / 1000, to.on.style.wanted) + " %",
         sources_words(to, to.of.told.reach.sources)});
  return figures_table(to, {"Ce que le scénario suppose", "What the scenario assumes"},
                       {{"Hypothèse", "Assumption"}, {"Valeur", "Value"}, {"Source", "Source"}}, rows);
}

std::string drawn_name(const simulation_view& to, const draw& one) {
  return one.trait.known() ? to.of.people.traits[one.trait].id : to.say(to.of.rules.facts[one.fact].question);
}

std::string people_table(const simulation_view& to) {
  const population& people = to.of.people;
  table_rows rows;
  const std::string counted = to.say({"compté", "counted"});
  const std::string drawn = to.say({"tiré au sort", "drawn"});
  for (std::size_t i = 0; i < people.counted; ++i)
    rows.push_back({people.traits.items[i].id, counted, sources_words(to, people.traits.items[i].sources)});
  for (const draw& one : people.draws)
    rows.push_back({drawn_name(to, one), drawn, sources_words(to, one.sources)});
  if (!people.together.empty())
    rows.push_back({to.say({"Liens entre ces traits : ", "Links between these traits: "}) +
                        std::to_string(people.together.size()),
                    drawn, to.say({"voir le fichier de la population", "see the file of the population"})});
  return figures_table(to,
                       {"Ce que l'on suppose des personnes : " + people.title.fr,
                        "What is assumed of people: " + people.title.en},
                       {{"Trait, ou question du moteur", "Trait, or question of the engine"},
                        {"Comment", "How"},
                        {"Source", "Source"}},
                       rows);
}

std::string model_list(const simulation_view& to) {
  const std::vector<text> all = {
      {"Les personnes viennent les jours ouvrés, autant chacun de ces jours.",
       "People come on working days, as many on each of them."},
      {"Un parcours est fait une fois, quand la personne vient ; qui s'est perdu ne revient pas.",
       "A path is made once, when the person comes; who is lost does not come back."},
      {"Tous les habitants d'un territoire partent du même point ; un lieu sans temps déclaré en a pour "
       "tous.",
       "All inhabitants of an area start from the same point; a place without a declared time has time for "
       "all."},
      {"Les minutes d'aide par besoin et les délais sont ceux du jeu de règles.",
       "Minutes of help for each need, and delays, are those of the pack of rules."}};
  std::vector<std::string> items;
  for (const text& one : all) items.push_back(to.say(one) + " " + to.say({"(supposé)", "(assumed)"}));
  return list_of(items);
}

}  // namespace

std::string simulation_assumptions(const simulation_view& to) {
  const text about{
      "Un chiffre de ce rapport ne vaut que ce que valent ces hypothèses. « Supposé » : aucune source ne le "
      "dit, et le "
      "changer peut changer le résultat.",
      "A figure of this report is worth what these assumptions are worth. \"Assumed\": no source says so, "
      "and to change "
      "it may change the result."};
  return "<section id=\"assumptions\">\n" +
         words_in("h2", to.say({"Ce qui est supposé, et d'où cela vient",
                                "What is assumed, and where it comes from"})) +
         words_in("p", to.say(about)) + model_list(to) + scenario_table(to) + people_table(to) +
         "</section>\n";
}

}  // namespace aiguillage::report
