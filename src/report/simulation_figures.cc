#include "report/simulation_figures.h"

#include <algorithm>
#include <cmath>

#include "aiguillage/simulation/suppress.h"
#include "explain/phrases.h"
#include "report/page.h"
#include "report/simulation_published.h"

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

const std::vector<path_measure>& path_measures() {
  using sums = const replication&;
  static const std::vector<path_measure> all = {
      {"stops",
       {"lieux où elle arrive", "places where they arrive"},
       [](sums one) { return by_person(one.stops, one); }},
      {"bounces",
       {"dont personne n'y peut rien", "of which nobody can help there"},
       [](sums one) { return by_person(one.bounces, one); }},
      {"days",
       {"jours jusqu'au dernier", "days to the last one"},
       [](sums one) { return by_person(one.days, one); }},
      {"handoffs", {"orientations", "hand-offs"}, [](sums one) { return by_person(one.handoffs, one); }},
      {"travel_minutes",
       {"minutes de trajet", "minutes of travel"},
       [](sums one) { return by_person(one.travel_minutes, one); }},
      {"travel_kilometres", {"kilomètres à vol d'oiseau", "kilometres as the crow flies"}, [](sums one) {
         return by_person(one.travel_metres, one) / 1000;
       }}};
  return all;
}

checked_plans checked_plans_of(const simulated& of) {
  checked_plans sum;
  for (const replication& one : of.runs) {
    sum.people += one.plans_checked;
    sum.different += one.plans_different;
  }
  return sum;
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
  const published_visits all = visits_of(of);
  std::vector<std::pair<std::int64_t, actor_id>> counted;
  for (std::size_t i = 0; i < all.places.size(); ++i)
    if (const published_count& visits = all.places.items[i]; visits && *visits > 0)
      counted.emplace_back(-*visits, actor_id(i));
  std::sort(counted.begin(), counted.end());
  std::vector<actor_id> places;
  for (const auto& [visits, who] : counted) places.push_back(who);
  return places;
}

estimate outcome_percent(const simulated& of, outcome which) {
  return over_runs(of, [&](const replication& one) {
    return percent_of(one.outcomes[static_cast<std::size_t>(which)], one.people());
  });
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

}  // namespace aiguillage::report
