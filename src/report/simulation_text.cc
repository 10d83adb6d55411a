#include <cmath>

#include "explain/phrases.h"
#include "report/page.h"
#include "report/simulation_figures.h"

namespace aiguillage {
namespace {

using namespace report;

constexpr std::size_t most_places = 12;

text words_of(outcome which) {
  switch (which) {
    case outcome::no_need: return {"aucun besoin certain", "no certain need"};
    case outcome::no_path: return {"personne ne peut répondre", "nobody can help"};
    case outcome::renounced: return {"perdues après une orientation", "lost after a hand-off"};
    case outcome::waiting: return {"rendez-vous après la période", "appointment after the period"};
    case outcome::partly: return {"une partie seulement a une réponse", "only a part has an answer"};
    case outcome::reached: return {"tous les besoins ont une réponse", "every need has an answer"};
  }
  return {};
}

std::string tenths(double figure, language wanted) {
  return detail::number_words(std::llround(figure * 10) * 100, "").in(wanted);
}

std::string shown(const estimate& of, language wanted) {
  return tenths(of.mean, wanted) + (of.half_width ? " ± " + tenths(*of.half_width, wanted) : "");
}

std::string line(const std::string& words, const std::string& figure) {
  constexpr std::size_t column = 39;
  return "  " + padded(words, column) + " " + figure + "\n";
}

std::string people_lines(const simulated& of, language wanted) {
  std::string page = wanted == language::fr ? "\nCe qui arrive aux personnes (% ; ± : à 95 %)\n"
                                            : "\nWhat happens to people (%; ±: at 95 %)\n";
  for (std::size_t i = outcome_names.size(); i-- > 0;)
    page += line(
        words_of(static_cast<outcome>(i)).in(wanted),
        shown(over_runs(of, [&](const replication& one) { return percent_of(one.outcomes[i], one.people); }),
              wanted));
  return page;
}

std::string need_lines(const simulated& of, language wanted) {
  const text names[] = {
      {"numériques", "digital"}, {"administratifs", "administrative"}, {"sociaux", "social"}};
  std::string page = wanted == language::fr ? "\nBesoins certains auxquels il est répondu (%)\n"
                                            : "\nCertain needs that are answered (%)\n";
  for (std::size_t i = 0; i < of.runs.front().needs.size(); ++i)
    page += line(names[i].in(wanted), shown(over_runs(of,
                                                      [&](const replication& one) {
                                                        return percent_of(one.needs[i].reached,
                                                                          one.needs[i].certain);
                                                      }),
                                            wanted));
  return page;
}

std::string path_lines(const simulated& of, language wanted) {
  const bool fr = wanted == language::fr;
  const auto by = [&](std::int64_t replication::* sum) {
    return shown(over_runs(of, [&](const replication& one) { return by_person(one.*sum, one); }), wanted);
  };
  std::string page = fr ? "\nPar personne orientée\n" : "\nBy person who is given a path\n";
  page += line(fr ? "lieux où elle arrive" : "places where they arrive", by(&replication::stops));
  page += line(fr ? "jours jusqu'au dernier" : "days to the last one", by(&replication::days));
  page += line(fr ? "orientations" : "hand-offs", by(&replication::handoffs));
  return page + line(fr ? "minutes de trajet" : "minutes of travel", by(&replication::travel_minutes));
}

std::string place_lines(const simulated& of, language wanted) {
  const bool fr = wanted == language::fr;
  std::string page = fr ? "\nLieux les plus visités (visites par semaine ; charge ; jours d'attente)\n"
                        : "\nMost visited places (visits a week; load; days of waiting)\n";
  std::vector<actor_id> places = places_by_visits(of);
  if (places.size() > most_places) places.resize(most_places);
  for (const actor_id who : places) {
    const std::optional<estimate> load = load_of(of, who);
    page += line(of.land.actors[who].name, shown(visits_a_week(of, who), wanted) + " ; " +
                                               (load ? shown(*load, wanted) + " %"
                                                : fr ? "sans limite"
                                                     : "no limit") +
                                               " ; " + shown(days_waited(of, who), wanted));
  }
  return page;
}

}  // namespace

std::string simulation_text(const simulated& of, language wanted) {
  const bool fr = wanted == language::fr;
  const auto number = [](std::int64_t n) { return std::to_string(n); };
  std::string page = of.told.title.in(wanted) + "\n";
  page += number(of.told.arrivals_a_week) + (fr ? " personnes par semaine, " : " persons a week, ") +
          number(of.told.weeks) + (fr ? " semaines, " : " weeks, ") +
          number(static_cast<std::int64_t>(of.runs.size())) +
          (fr ? " réplications, graine " : " replications, seed ") + std::to_string(of.told.seed) + "\n";
  return page + people_lines(of, wanted) + need_lines(of, wanted) + path_lines(of, wanted) +
         place_lines(of, wanted);
}

}  // namespace aiguillage
