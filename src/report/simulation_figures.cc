#include "report/simulation_figures.h"

#include <algorithm>
#include <cmath>

#include "aiguillage/simulation/suppress.h"
#include "explain/phrases.h"
#include "report/page.h"

namespace aiguillage::report {

text outcome_words(outcome which) {
  switch (which) {
    case outcome::no_need: return {"aucun besoin certain", "no certain need"};
    case outcome::no_path: return {"personne ne peut répondre", "nobody can help"};
    case outcome::renounced: return {"perdues après une orientation", "lost after a hand-off"};
    case outcome::waiting: return {"rendez-vous après la période", "appointment after the period"};
    case outcome::sent_round:
      return {"de porte en porte, sans réponse complète", "sent round, without a whole answer"};
    case outcome::partly: return {"une partie seulement a une réponse", "only a part has an answer"};
    case outcome::reached: return {"tous les besoins ont une réponse", "every need has an answer"};
  }
  return {};
}

std::string tenths_of(double figure, language wanted) {
  const std::int64_t tenths = std::llround(figure * 10);
  return (tenths < 0 ? "-" : "") + detail::number_words(std::abs(tenths) * 100, "").in(wanted);
}

std::string shown_figure(const estimate& of, language wanted) {
  return tenths_of(of.mean, wanted) + (of.half_width ? " ± " + tenths_of(*of.half_width, wanted) : "");
}

text left_out_words() {
  return {"non publié (moins de 11, ou en dirait plus)", "not published (under 11, or would tell)"};
}

void write_estimate(json_writer& to, const estimate& of) {
  constexpr int decimals = 3;
  const auto rounded = [](double figure) { return decimal{std::llround(figure * 1000), decimals}; };
  to.object([&] {
    to.field("mean", rounded(of.mean));
    to.key("half_width");
    of.half_width ? to.value(rounded(*of.half_width)) : to.value(nullptr);
  });
}

std::string figure_line(const std::string& words, const std::string& figure) {
  constexpr std::size_t column = 39;
  return "  " + padded(words, column) + " " + figure + "\n";
}

estimate visits_a_week(const simulated& of, actor_id who) {
  return over_runs(of, [&](const replication& one) {
    return static_cast<double>(one.places[who].visits) / of.told.weeks;
  });
}

estimate days_waited(const simulated& of, actor_id who) {
  return over_runs(of, [&](const replication& one) {
    const place_count& place = one.places[who];
    return place.visits == 0 ? 0 : static_cast<double>(place.waited_days) / static_cast<double>(place.visits);
  });
}

std::optional<estimate> load_of(const simulated& of, actor_id who) {
  const std::optional<int> a_day = help_minutes_a_day(of.told, of.land.actors[who]);
  if (!a_day || *a_day == 0) return std::nullopt;
  const std::int64_t all = std::int64_t{5} * *a_day * of.told.weeks;
  return over_runs(of, [&](const replication& one) { return percent_of(one.places[who].minutes, all); });
}

std::vector<actor_id> places_by_visits(const simulated& of) {
  const auto runs = static_cast<std::int64_t>(of.runs.size());
  std::vector<std::pair<std::int64_t, actor_id>> counted;
  std::int64_t left_out = 0;
  for (std::size_t i = 0; i < of.land.actors.size(); ++i) {
    std::int64_t visits = 0;
    for (const replication& one : of.runs) visits += one.places.items[i].visits;
    if (visits >= least_published * runs)
      counted.emplace_back(visits, actor_id(i));
    else
      left_out += visits;
  }
  std::sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (left_out > 0 && left_out < least_published * runs && !counted.empty()) counted.pop_back();
  std::vector<actor_id> places;
  for (const auto& [visits, who] : counted) places.push_back(who);
  return places;
}

estimate outcome_percent(const simulated& of, outcome which) {
  return over_runs(of, [&](const replication& one) {
    return percent_of(one.outcomes[static_cast<std::size_t>(which)], one.people());
  });
}

std::vector<std::int64_t> mean_outcomes(const simulated& of, std::optional<std::size_t> area) {
  const auto runs = static_cast<std::int64_t>(of.runs.size());
  std::vector<std::int64_t> means(outcome_names.size());
  for (std::size_t i = 0; i < means.size(); ++i) {
    for (const replication& one : of.runs)
      means[i] += area ? one.outcomes_by_area[*area][i] : one.outcomes[i];
    means[i] = (2 * means[i] + runs) / (2 * runs);
  }
  return means;
}

std::vector<area_row> rows_of(const std::vector<std::vector<std::int64_t>>& by_area) {
  const row_groups groups = published_rows(by_area);
  std::vector<area_row> rows;
  for (const std::size_t one : groups.alone) rows.push_back({{one}, by_area[one]});
  if (groups.together.empty()) return rows;
  area_row others{groups.together, std::vector<std::int64_t>(by_area.front().size())};
  for (const std::size_t one : groups.together)
    for (std::size_t i = 0; i < others.counts.size(); ++i) others.counts[i] += by_area[one][i];
  rows.push_back(std::move(others));
  return rows;
}

std::vector<area_row> rows_by_area(const simulated& of) {
  std::vector<std::vector<std::int64_t>> all;
  for (std::size_t i = 0; i < of.people.areas.size(); ++i) all.push_back(mean_outcomes(of, i));
  return rows_of(all);
}

}  // namespace aiguillage::report
