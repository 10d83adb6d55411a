#include <algorithm>

#include "aiguillage/explain/place.h"
#include "explain/phrases.h"
#include "report/chart.h"
#include "report/simulation_figures.h"
#include "report/simulation_parts.h"

/// Areas and places in the page of a simulation.
namespace aiguillage::report {
namespace {

constexpr std::size_t most_bars = 15;
constexpr std::size_t most_rows = 60;
constexpr std::size_t most_areas = 120;

std::string name_of(const simulation_view& to, actor_id who) {
  return to.say(place_name(to.of.rules, to.of.land.actors[who]));
}

/// Places with a capacity, the fullest first.
std::vector<std::pair<double, actor_id>> fullest(const simulation_view& to) {
  std::vector<std::pair<double, actor_id>> all;
  for (const actor_id who : places_by_visits(to.of))
    if (const auto load = load_of(to.of, who)) all.emplace_back(-load->mean, who);
  std::sort(all.begin(), all.end());
  if (all.size() > most_bars) all.resize(most_bars);
  return all;
}

std::string load_picture(const simulation_view& to) {
  bar_chart chart{{"load",
                   to.say({"Temps pris dans les lieux les plus chargés, en pour cent du temps qu'ils ont",
                           "Time taken at the fullest places, per cent of the time that they have"}),
                   to.say({"Une barre par lieu ; le trait vertical est à 100 %.",
                           "A bar for each place; the upright line stands at 100 %."})},
                  {},
                  0,
                  100.0,
                  "100 %"};
  double longest = 110;
  for (const auto& [load, who] : fullest(to)) {
    const estimate share = load_of(to.of, who).value_or(estimate{});
    longest = std::max(longest, share.mean + share.half_width.value_or(0));
    chart.bars.push_back({name_of(to, who), shown_figure(share, to.on.style.wanted) + " %", share.mean,
                          share.half_width.value_or(0), share.mean >= 100 ? "full" : "load"});
  }
  chart.full = longest;
  return bars_svg(chart);
}

std::string wait_picture(const simulation_view& to) {
  bar_chart chart{
      {"waits", to.say({"Attente d'un rendez-vous, en jours", "Wait for an appointment, in days"}),
       to.say({"Une barre par lieu, l'attente la plus longue d'abord.",
               "A bar for each place, longest wait first."})},
      {},
      0,
      {},
      ""};
  std::vector<std::pair<double, actor_id>> all;
  for (const actor_id who : places_by_visits(to.of))
    if (const estimate days = days_waited(to.of, who); days.mean >= 0.05) all.emplace_back(-days.mean, who);
  std::sort(all.begin(), all.end());
  if (all.size() > most_bars) all.resize(most_bars);
  for (const auto& [wait, who] : all) {
    const estimate days = days_waited(to.of, who);
    chart.bars.push_back({name_of(to, who), shown_figure(days, to.on.style.wanted), days.mean,
                          days.half_width.value_or(0), "wait"});
  }
  return bars_svg(chart);
}

std::string areas_table(const simulation_view& to) {
  std::vector<outcome_row> groups;
  for (const published_outcomes::row& row : to.outcomes.rows) {
    if (groups.size() == most_areas) {
      groups.push_back(
          {to.say({"D'autres sont dans les fichiers CSV", "Others are in the CSV files"}), {}, {}});
      break;
    }
    groups.push_back({areas_words(to, row.areas), row.people, row.outcomes});
  }
  if (to.outcomes.rows.size() > 1)
    groups.push_back({to.say({"Tous", "All"}), to.outcomes.people, to.outcomes.outcomes});
  return outcomes_table(to, {"Personnes par territoire et par issue", "People by area and by end"},
                        {"Territoire", "Area"}, groups);
}

}  // namespace

std::string simulation_areas(const simulation_view& to) {
  const std::string map = simulation_map(to);
  return chapter(
      to, "areas", {"Où", "Where"},
      map.empty() ? text{"Comparez la part des personnes avec une réponse à tous leurs besoins, d'une ligne "
                         "à l'autre.",
                         "Compare the share of people with an answer to all their needs, from row to row."}
                  : text{"Comparez les hachures : plus elles sont serrées, plus la part des personnes qui "
                         "trouvent une "
                         "réponse à tous leurs besoins est grande. Une croix marque un lieu dont le temps "
                         "est tout pris.",
                         "Compare the hatches: the denser they are, the larger the share of people who find "
                         "an answer to "
                         "all their needs. A cross marks a place whose time is all taken."},
      map, areas_table(to));
}

std::string simulation_places(const simulation_view& to) {
  table_rows rows;
  const std::vector<actor_id> places = places_by_visits(to.of);
  for (std::size_t i = 0; i < std::min(most_rows, places.size()); ++i) {
    const actor_id who = places[i];
    const std::optional<estimate> load = load_of(to.of, who);
    rows.push_back(
        {name_of(to, who), shown_figure(visits_a_week(to.of, who), to.on.style.wanted),
         load ? shown_figure(*load, to.on.style.wanted) + " %" : to.say({"sans limite", "no limit"}),
         shown_figure(days_waited(to.of, who), to.on.style.wanted)});
  }
  if (places.size() > most_rows)
    rows.push_back({to.say({"Autres lieux, dans les fichiers CSV : ", "Other places, in the CSV files: "}) +
                        std::to_string(places.size() - most_rows),
                    "", "", ""});
  return chapter(to, "places", {"Où cela sature", "Where it saturates"},
                 {"Une barre qui dépasse le trait des 100 % dit qu'on a demandé au lieu plus de temps qu'il "
                  "n'en a : les "
                  "rendez-vous s'éloignent. La seconde image dit de combien de jours.",
                  "A bar beyond the line at 100 % says that more time was asked of the place than it has: "
                  "appointments move "
                  "away. The second picture says by how many days."},
                 load_picture(to) + wait_picture(to),
                 figures_table(to, {"Lieux, les plus visités d'abord", "Places, the most visited first"},
                               {{"Lieu", "Place"},
                                {"Visites par semaine (± à 95 %)", "Visits a week (± at 95 %)"},
                                {"Temps pris", "Time taken"},
                                {"Attente, en jours", "Wait, in days"}},
                               rows));
}

}  // namespace aiguillage::report
