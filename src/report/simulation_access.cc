#include <algorithm>
#include <tuple>

#include "explain/phrases.h"
#include "report/chart.h"
#include "report/simulation_figures.h"
#include "report/simulation_parts.h"

/// Help near where people live, and white zones, in the page of a simulation.
namespace aiguillage::report {
namespace {

constexpr std::size_t most_bars = 15;
constexpr std::size_t most_rows = 120;

/// One dimension in one area.
struct spot {
  std::size_t area = 0;
  std::size_t lane = 0;
};

const area_reach& at(const simulation_view& to, const spot& one) {
  return to.reach[one.lane].areas[one.area];
}

/// White zones first, then where help is scarcest; last where it is not known.
std::vector<spot> scarcest(const simulation_view& to) {
  std::vector<spot> all;
  for (std::size_t area = 0; area < to.of.people.areas.size(); ++area)
    for (std::size_t lane = 0; lane < to.reach.size(); ++lane) all.push_back({area, lane});
  const auto rank = [&](const spot& one) {
    const area_reach& here = at(to, one);
    const int kind = here.is_white() ? 0 : here.minutes ? 1 : here.located ? 2 : 3;
    return std::tuple(kind, here.minutes.value_or(0), one.area, one.lane);
  };
  std::sort(all.begin(), all.end(), [&](const spot& a, const spot& b) { return rank(a) < rank(b); });
  return all;
}

std::string name_of(const simulation_view& to, const spot& one) {
  return to.say(to.of.people.areas[one.area].title);
}

std::string minutes_words(const simulation_view& to, const area_reach& here) {
  if (!here.located) return to.say({"emplacement inconnu", "where is not known"});
  if (here.is_white()) return to.say({"zone blanche", "white zone"});
  return here.minutes ? tenths_of(*here.minutes, to.on.style.wanted)
                      : to.say({"temps non déclaré", "time not declared"});
}

std::string percent_words(const simulation_view& to, double share) {
  return tenths_of(100 * share, to.on.style.wanted) + " %";
}

std::string count(const simulation_view& to, std::int64_t number) {
  return detail::number_words(number * 1000, "").in(to.on.style.wanted);
}

std::string scarcity_picture(const simulation_view& to, const std::vector<spot>& spots) {
  bar_chart chart{{"access",
                   to.say({"Minutes d'aide proche par personne qui vient, là où il y en a le moins",
                           "Minutes of help nearby for each person who comes, where there is least"}),
                   to.say({"Une barre par territoire et par dimension ; sans barre : une zone blanche.",
                           "A bar for each area and dimension; without a bar: a white zone."})},
                  {},
                  0,
                  {},
                  ""};
  for (const spot& one : spots) {
    const area_reach& here = at(to, one);
    if (chart.bars.size() == most_bars || !(here.is_white() || here.minutes)) break;
    chart.bars.push_back({name_of(to, one) + " : " + to.say(lane_words(one.lane)), minutes_words(to, here),
                          here.minutes.value_or(0), 0, "lane" + std::to_string(one.lane)});
  }
  return bars_svg(chart);
}

std::string places_table(const simulation_view& to) {
  table_rows rows;
  for (std::size_t lane = 0; lane < to.reach.size(); ++lane) {
    const dimension_reach& one = to.reach[lane];
    rows.push_back(
        {detail::capitalised(to.say(lane_words(lane))), count(to, one.places), count(to, one.minutes_a_week),
         one.minutes ? tenths_of(*one.minutes, to.on.style.wanted) : "–", count(to, one.places_without_time),
         count(to, one.places_remote), count(to, one.places_without_point), count(to, one.places_closed),
         count(to, one.white_zones), percent_words(to, one.share_without)});
  }
  return figures_table(
      to,
      {"Lieux qui peuvent répondre à des besoins, par dimension",
       "Places that may answer needs, by dimension"},
      {{"Dimension", "Dimension"},
       {"Lieux à temps déclaré", "Places with declared time"},
       {"Leurs minutes par semaine", "Their minutes a week"},
       {"Minutes proches par personne qui vient", "Minutes nearby for each person who comes"},
       {"Lieux sans temps déclaré", "Places without declared time"},
       {"Lieux à distance ou à domicile seulement", "Places by phone, online or at home only"},
       {"Lieux sans emplacement connu", "Places of unknown position"},
       {"Lieux fermés", "Closed places"},
       {"Zones blanches", "White zones"},
       {"Habitants sans aucun lieu proche", "Inhabitants without any place nearby"}},
      rows);
}

std::string areas_table(const simulation_view& to, const std::vector<spot>& spots) {
  table_rows rows;
  for (const spot& one : spots) {
    if (rows.size() == most_rows) {
      rows.push_back({to.say({"D'autres sont dans les fichiers CSV", "Others are in the CSV files"})});
      break;
    }
    const area_reach& here = at(to, one);
    const std::string unknown = "–";
    rows.push_back(
        {name_of(to, one), to.say(lane_words(one.lane)), minutes_words(to, here),
         here.located ? count(to, here.places) : unknown,
         here.located ? count(to, here.places_without_time) : unknown,
         here.nearest_metres
             ? tenths_of(static_cast<double>(*here.nearest_metres) / 1000, to.on.style.wanted) + " km"
             : unknown,
         here.located ? percent_words(to, here.share_without) : unknown});
  }
  return figures_table(to,
                       {"L'aide à proximité, par territoire et par dimension, la plus rare d'abord",
                        "Help nearby, by area and dimension, the scarcest first"},
                       {{"Territoire", "Area"},
                        {"Dimension", "Dimension"},
                        {"Minutes par personne qui vient", "Minutes for each person who comes"},
                        {"Lieux proches à temps déclaré", "Places nearby with declared time"},
                        {"Lieux proches sans temps déclaré", "Places nearby without declared time"},
                        {"Jusqu'au plus proche", "To the nearest"},
                        {"Habitants sans aucun lieu proche", "Inhabitants without any place nearby"}},
                       rows);
}

}  // namespace

std::string simulation_access(const simulation_view& to) {
  const std::vector<spot> spots = scarcest(to);
  const std::vector<reach_band>& bands = to.of.told.reach.bands;
  const double far = bands.empty() ? 0 : static_cast<double>(bands.back().metres) / 1000;
  const std::string fr = tenths_of(far, language::fr);
  const std::string en = tenths_of(far, language::en);
  const text look{
      "Une barre courte dit où l'offre proche est maigre pour ceux qui vivent là : les minutes d'aide des "
      "lieux à moins de " +
          fr +
          " km à vol d'oiseau (les plus proches comptent davantage), partagées entre toutes les personnes "
          "autour "
          "de chacun. Une zone blanche est un territoire d'où aucun lieu de cette dimension n'est à cette "
          "distance ; on peut encore y être aidé par téléphone ou en ligne, par des lieux comptés à part. Un "
          "lieu "
          "qui répond à deux dimensions compte tout son temps dans chacune : ne les additionnez pas. Rien "
          "ici "
          "n'est tiré au sort : il n'y a pas d'intervalle.",
      "A short bar says where help nearby is thin for those who live there: the minutes of help of places "
      "within " +
          en +
          " km as the crow flies (nearer ones count more), shared among all people around each. A white zone "
          "is "
          "an area from which no place of this dimension is that near; people there may still be helped by "
          "phone "
          "or online, by places counted apart. A place that answers two dimensions counts all its time in "
          "each: "
          "do not add them up. Nothing here is drawn: there is no interval."};
  return chapter(to, "access", {"L'aide à proximité, et les zones blanches", "Help nearby, and white zones"},
                 look, scarcity_picture(to, spots), places_table(to) + areas_table(to, spots));
}

}  // namespace aiguillage::report
