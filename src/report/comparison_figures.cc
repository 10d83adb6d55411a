#include "report/comparison_figures.h"

#include "report/simulation_figures.h"

namespace aiguillage {

namespace {

bool same_people(const population& a, const population& b) {
  const auto same_area = [](const people_area& one, const people_area& other) {
    return one.id == other.id && one.commune == other.commune && one.homes == other.homes &&
           one.table == other.table;
  };
  return a.id == b.id && a.areas.size() == b.areas.size() && a.draws == b.draws &&
         std::equal(a.areas.begin(), a.areas.end(), b.areas.begin(), same_area);
}

}  // namespace

std::vector<text> what_keeps_apart(const population& a, const scenario& told_a, const population& b,
                                   const scenario& told_b) {
  std::vector<text> apart;
  const auto differ = [&](auto one, auto other, const char* fr, const char* en) {
    if (one == other) return;
    const std::string numbers = std::to_string(one) + ", " + std::to_string(other);
    apart.push_back({std::string(fr) + " : " + numbers, std::string(en) + ": " + numbers});
  };
  if (!same_people(a, b))
    apart.push_back({"la population n'est pas la même", "the population is not the same"});
  differ(told_a.seed, told_b.seed, "la graine", "the seed");
  differ(told_a.arrivals_a_week, told_b.arrivals_a_week, "les arrivées par semaine", "the arrivals a week");
  differ(told_a.weeks, told_b.weeks, "les semaines", "the weeks");
  differ(told_a.replications, told_b.replications, "les réplications", "the replications");
  return apart;
}

namespace report {

change change_of(const person_result& before, const person_result& after) {
  // Who has no need has nothing to reach: all of it.
  const auto part = [](const person_result& one, const person_result& other) {
    return std::int64_t{one.needs == 0 ? 1 : one.reached} * (other.needs == 0 ? 1 : other.needs);
  };
  const std::int64_t then = part(before, after);
  const std::int64_t now = part(after, before);
  if (now != then) return now > then ? change::gains : change::loses;
  if (after.days != before.days) return after.days < before.days ? change::sooner : change::later;
  return change::same;
}

change_counts changes_in(const compared& both, std::size_t run, std::optional<std::size_t> area) {
  change_counts counts{};
  const std::vector<person_result>& before = both.before.runs[run].persons;
  const std::vector<person_result>& after = both.after.runs[run].persons;
  for (std::size_t i = 0; i < before.size(); ++i)
    if (!area || before[i].area == *area) ++counts[static_cast<std::size_t>(change_of(before[i], after[i]))];
  return counts;
}

paired paired_of(const compared& both,
                 const std::function<double(const simulated&, const replication&)>& figure) {
  std::vector<double> before;
  std::vector<double> after;
  std::vector<double> difference;
  for (std::size_t i = 0; i < both.before.runs.size(); ++i) {
    before.push_back(figure(both.before, both.before.runs[i]));
    after.push_back(figure(both.after, both.after.runs[i]));
    difference.push_back(after.back() - before.back());
  }
  return {estimate_of(before), estimate_of(after), estimate_of(difference)};
}

std::vector<named_figure> figures_compared() {
  std::vector<named_figure> all;
  for (std::size_t i = outcome_names.size(); i-- > 0;)
    all.push_back({"outcomes", outcome_names[i], outcome_words(static_cast<outcome>(i)),
                   [i](const simulated&, const replication& one) {
                     return percent_of(one.outcomes[i], one.people());
                   }});
  const std::array<text, 3> needs = {text{"besoins numériques", "digital needs"},
                                     text{"besoins administratifs", "administrative needs"},
                                     text{"besoins sociaux", "social needs"}};
  for (std::size_t i = 0; i < needs.size(); ++i)
    all.push_back(
        {"needs_reached", dimension_names[i], needs[i], [i](const simulated&, const replication& one) {
           return percent_of(one.needs[i].reached, one.needs[i].certain);
         }});
  for (const path_measure& measure : path_measures())
    all.push_back(
        {"path", measure.id, measure.words,
         [figure = measure.figure](const simulated&, const replication& one) { return figure(one); }});
  return all;
}

}  // namespace report
}  // namespace aiguillage
