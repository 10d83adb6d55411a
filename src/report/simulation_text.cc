#include <cmath>

#include "explain/phrases.h"
#include "report/page.h"
#include "report/simulation_figures.h"
#include "report/simulation_published.h"

namespace aiguillage {
namespace {

using namespace report;

constexpr std::size_t most_places = 12;

std::string people_lines(const simulated& of, language wanted) {
  std::string page = wanted == language::fr ? "\nCe qui arrive aux personnes (% ; ± : à 95 %)\n"
                                            : "\nWhat happens to people (%; ±: at 95 %)\n";
  const auto shown = outcomes_of(of).outcomes;
  for (std::size_t i = outcome_names.size(); i-- > 0;) {
    const auto end = static_cast<outcome>(i);
    page +=
        figure_line(outcome_words(end).in(wanted),
                    shown[i] ? shown_figure(outcome_percent(of, end), wanted) : left_out_words().in(wanted));
  }
  return page;
}

std::string need_lines(const simulated& of, language wanted) {
  const text names[] = {
      {"numériques", "digital"}, {"administratifs", "administrative"}, {"sociaux", "social"}};
  std::string page = wanted == language::fr ? "\nBesoins certains auxquels il est répondu (%)\n"
                                            : "\nCertain needs that are answered (%)\n";
  const std::vector<published_needs> told = needs_of(of);
  for (std::size_t i = 0; i < told.size(); ++i) {
    const estimate share = over_runs(
        of, [&](const replication& one) { return percent_of(one.needs[i].reached, one.needs[i].certain); });
    page += figure_line(names[i].in(wanted),
                        told[i].reached ? shown_figure(share, wanted) : left_out_words().in(wanted));
  }
  return page;
}

std::string path_lines(const simulated& of, language wanted) {
  const bool fr = wanted == language::fr;
  std::string page = fr ? "\nPar personne orientée\n" : "\nBy person who is given a path\n";
  for (const path_measure& one : path_measures())
    page += figure_line(one.words.in(wanted), shown_figure(over_runs(of, one.figure), wanted));
  return page;
}

std::string place_lines(const simulated& of, language wanted) {
  const bool fr = wanted == language::fr;
  std::string page = fr ? "\nLieux les plus visités (visites par semaine ; charge ; jours d'attente)\n"
                        : "\nMost visited places (visits a week; load; days of waiting)\n";
  std::vector<actor_id> places = places_by_visits(of);
  if (places.size() > most_places) places.resize(most_places);
  for (const actor_id who : places) {
    const std::optional<estimate> load = load_of(of, who);
    page += figure_line(of.land.actors[who].name, shown_figure(visits_a_week(of, who), wanted) + " ; " +
                                                      (load ? shown_figure(*load, wanted) + " %"
                                                       : fr ? "sans limite"
                                                            : "no limit") +
                                                      " ; " + shown_figure(days_waited(of, who), wanted));
  }
  return page;
}

/// In a large territory plans are found near home, and those of some people in the whole as well.
std::string check_lines(const simulated& of, language wanted) {
  const checked_plans found = checked_plans_of(of);
  if (found.people == 0) return "";
  const std::string people = std::to_string(found.people);
  const std::string wrong = std::to_string(found.different);
  return wanted == language::fr
             ? "\nParcours cherchés près du domicile. Vérifiés dans tout le territoire : " + people +
                   ", dont différents : " + wrong + "\n"
             : "\nPaths looked for near home. Checked in the whole territory: " + people +
                   ", of which different: " + wrong + "\n";
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
         place_lines(of, wanted) + check_lines(of, wanted);
}

}  // namespace aiguillage
