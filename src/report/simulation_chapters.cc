#include <algorithm>
#include <map>
#include <tuple>

#include "explain/phrases.h"
#include "report/chart.h"
#include "report/markup.h"
#include "report/simulation_figures.h"
#include "report/simulation_parts.h"

/// Chapters of the page of a simulation: people, needs, flows, losses.
namespace aiguillage::report {
namespace {

std::string capital(std::string words) { return detail::capitalised(std::move(words)); }

/// From the best end to the worst.
std::vector<outcome> ends_shown(const simulation_view& to) {
  std::vector<outcome> all;
  for (std::size_t i = outcome_names.size(); i-- > 0;)
    if (to.outcomes.outcomes[i] != published_count(0)) all.push_back(static_cast<outcome>(i));
  return all;
}

const published_count& count_of(const simulation_view& to, outcome end) {
  return to.outcomes.outcomes[static_cast<std::size_t>(end)];
}

text meaning_of(outcome which) {
  switch (which) {
    case outcome::no_need:
      return {"rien de ce qu'on sait d'elles ne rend un besoin certain",
              "nothing that is known of them makes a need certain"};
    case outcome::no_path:
      return {"aucun lieu de ce territoire ne répond à leurs besoins",
              "no place of this territory meets their needs"};
    case outcome::renounced:
      return {"envoyées ailleurs, elles n'y sont pas arrivées ; un besoin reste",
              "sent elsewhere, they did not arrive; a need is left"};
    case outcome::waiting:
      return {"leur rendez-vous tombe après la période simulée",
              "their appointment lies after the period simulated"};
    case outcome::sent_round:
      return {"allées de lieu en lieu, un besoin reste auquel quelqu'un ici pouvait répondre",
              "went from place to place; a need is left that somebody here could meet"};
    case outcome::partly:
      return {"aidées pour une partie ; pour le reste, personne ici ne peut répondre",
              "helped with a part; nobody here can meet the rest"};
    case outcome::reached:
      return {"arrivées à un lieu qui répond, pour chaque besoin certain",
              "arrived at a place that answers, for each certain need"};
  }
  return {};
}

std::string percent(const simulation_view& to, outcome end) {
  return count_of(to, end) ? shown_figure(outcome_percent(to.of, end), to.on.style.wanted) + " %"
                           : to.say({"non publié", "not published"});
}

std::string sender_words(const simulation_view& to, const published_visits::flow& one) {
  if (!one.handed) return to.say({"la personne vient d'elle-même", "the person comes alone"});
  return one.from.known() ? to.say(to.of.rules.actor_types[one.from].label)
                          : to.say({"là où elle a d'abord demandé", "where they first asked"});
}

std::string receiver_words(const simulation_view& to, const published_visits::flow& one) {
  return to.say(to.of.rules.actor_types[one.to].label);
}

constexpr std::size_t most_types = 9;

/// The types with most visits on one side, then all others as one; which label each has.
struct flow_side {
  std::vector<std::string> labels;
  std::map<std::string, std::size_t> at;
};

flow_side side_of(const simulation_view& to,
                  std::string (*words)(const simulation_view&, const published_visits::flow&)) {
  std::map<std::string, std::int64_t> sums;
  for (const published_visits::flow& one : to.visits.flows)
    if (one.visits && *one.visits > 0) sums[words(to, one)] -= *one.visits;
  std::vector<std::pair<std::int64_t, std::string>> order;
  for (const auto& [label, sum] : sums) order.emplace_back(sum, label);
  std::sort(order.begin(), order.end());
  flow_side side;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool other = i >= most_types && order.size() > most_types + 1;
    if (!other || i == most_types)
      side.labels.push_back(capital(other ? to.say({"tous les autres", "all others"}) : order[i].second));
    side.at[order[i].second] = side.labels.size() - 1;
  }
  return side;
}

std::vector<published_visits::flow> sorted_flows(const simulation_view& to) {
  std::vector<published_visits::flow> all;
  for (const published_visits::flow& one : to.visits.flows)
    if (one.visits && *one.visits > 0) all.push_back(one);
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    if (a.visits != b.visits) return a.visits > b.visits;
    return std::tuple(a.handed, a.from, a.to) < std::tuple(b.handed, b.from, b.to);
  });
  return all;
}

std::string flow_picture(const simulation_view& to) {
  const flow_side left = side_of(to, sender_words);
  const flow_side right = side_of(to, receiver_words);
  flow_chart chart{{"flows", to.say({"Qui envoie vers qui", "Who sends to whom"}),
                    to.say({"À gauche d'où les personnes viennent, à droite où elles arrivent ; plus le "
                            "ruban est large, plus elles sont nombreuses. Les chiffres sont dans le tableau.",
                            "On the left where people come from, on the right where they arrive; the wider "
                            "the ribbon, the more they are. The figures are in the table."})},
                   left.labels,
                   right.labels,
                   {}};
  for (const published_visits::flow& one : sorted_flows(to))
    chart.flows.push_back({left.at.at(sender_words(to, one)), right.at.at(receiver_words(to, one)),
                           static_cast<double>(one.visits.value_or(0)),
                           capital(sender_words(to, one)) + " → " + receiver_words(to, one) + " : " +
                               count_words(to, one.visits)});
  std::sort(chart.flows.begin(), chart.flows.end(), [](const flow& a, const flow& b) {
    return std::tuple(a.from, a.to, b.size, a.words) < std::tuple(b.from, b.to, a.size, b.words);
  });
  return flows_svg(chart);
}

bar_chart loss_chart(const simulation_view& to) {
  bar_chart chart{{"losses",
                   to.say({"Orientations perdues, par manière de passer le relais",
                           "Hand-offs lost, by the way of handing over"}),
                   to.say({"Une barre par manière de passer le relais : combien de fois la personne n'est "
                           "pas arrivée.",
                           "A bar for each way of handing over: how often the person did not arrive."})},
                  {},
                  0,
                  {},
                  ""};
  for (std::size_t i = 0; i < to.losses.by_mode.size(); ++i)
    if (const published_count& lost = to.losses.by_mode[i]; lost && *lost > 0)
      chart.bars.push_back({capital(to.say(to.of.rules.modes.items[i].label)), count_words(to, lost),
                            static_cast<double>(*lost), 0, "lost"});
  return chart;
}

}  // namespace

text lane_words(std::size_t lane) {
  const text all[] = {{"besoins numériques", "digital needs"},
                      {"besoins administratifs", "administrative needs"},
                      {"besoins sociaux", "social needs"}};
  return all[lane];
}

std::string simulation_outcomes(const simulation_view& to) {
  bar_chart chart{
      {"outcomes", to.say({"Ce qui arrive aux personnes, en pour cent", "What happens to people, per cent"}),
       to.say({"Une barre par issue ; le trait sur la barre est l'intervalle à 95 %.",
               "A bar for each end; the line over it is the interval at 95 %."})},
      {},
      100,
      {},
      ""};
  table_rows rows;
  for (const outcome end : ends_shown(to)) {
    const std::string words = capital(to.say(outcome_words(end)));
    if (count_of(to, end)) {
      const estimate share = outcome_percent(to.of, end);
      chart.bars.push_back({words, percent(to, end), share.mean, share.half_width.value_or(0),
                            outcome_names[static_cast<std::size_t>(end)]});
    }
    rows.push_back({words, count_words(to, count_of(to, end)), percent(to, end), to.say(meaning_of(end))});
  }
  return chapter(
      to, "people", {"Qui trouve une réponse", "Who finds an answer"},
      {"Regardez d'abord la première barre : c'est la part des personnes qui sont arrivées, pour chacun de "
       "leurs besoins, à un lieu qui y répond. Chaque personne est comptée une fois et une seule.",
       "Look at the first bar: the share of people who arrived, for each of their needs, at a place that "
       "answers. Each person is counted once and only once."},
      bars_svg(chart),
      figures_table(to, {"Personnes par issue", "People by end"},
                    {{"Issue", "End"},
                     {"Personnes", "People"},
                     {"Part (± à 95 %)", "Share (± at 95 %)"},
                     {"Ce que cela veut dire", "What it means"}},
                    rows));
}

std::string simulation_needs(const simulation_view& to) {
  bar_chart chart{
      {"needs",
       to.say({"Besoins auxquels il est répondu, en pour cent", "Needs that are answered, per cent"}),
       to.say({"Une barre par dimension : numérique, administrative, sociale.",
               "A bar for each dimension: digital, administrative, social."})},
      {},
      100,
      {},
      ""};
  table_rows rows;
  for (std::size_t i = 0; i < to.needs.size(); ++i) {
    const published_needs& one = to.needs[i];
    const std::string words = capital(to.say(lane_words(i)));
    const std::string share = share_words(to, one.reached, one.certain);
    if (one.reached && one.certain)
      chart.bars.push_back({words, share, share_of(one.reached, one.certain), 0, "lane" + std::to_string(i)});
    rows.push_back({words, count_words(to, one.certain), count_words(to, one.reached), share,
                    count_words(to, one.unmet), count_words(to, one.lost)});
  }
  return chapter(
      to, "needs", {"Pour quels besoins", "For which needs"},
      {"Une même personne a souvent plusieurs besoins. Une barre courte dit où l'offre du territoire, ou le "
       "passage d'un lieu à l'autre, laisse des besoins sans réponse ; le tableau dit lequel des deux.",
       "The same person often has several needs. A short bar says where what the territory offers, or the "
       "way "
       "from one place to the next, leaves needs without an answer; the table says which of the two."},
      bars_svg(chart),
      figures_table(to, {"Besoins certains, par dimension", "Certain needs, by dimension"},
                    {{"Dimension", "Dimension"},
                     {"Besoins", "Needs"},
                     {"Avec une réponse", "Answered"},
                     {"Part", "Share"},
                     {"Personne ici ne peut", "Nobody here can"},
                     {"Perdus ou en attente", "Lost or waiting"}},
                    rows));
}

std::string simulation_path(const simulation_view& to) {
  table_rows rows;
  for (const path_measure& one : path_measures())
    rows.push_back(
        {capital(to.say(one.words)), shown_figure(over_runs(to.of, one.figure), to.on.style.wanted)});
  const estimate unmeasured = over_runs(to.of, unmeasured_percent);
  if (unmeasured.mean > 0)
    rows.push_back(
        {to.say({"Arrivées dont le trajet ne peut être mesuré : elles ne sont dans aucun kilomètre",
                 "Arrivals whose way cannot be measured: they are in no kilometre"}),
         shown_figure(unmeasured, to.on.style.wanted) + " %"});
  return chapter(
      to, "path", {"Le chemin des personnes", "The way of people"},
      {"Chaque chiffre est une moyenne par personne orientée. Minutes et kilomètres sont ceux de l'aller, du "
       "domicile à "
       "chaque lieu où la personne arrive ; un lieu joint par téléphone ou en ligne n'en demande pas.",
       "Each figure is a mean by person sent. Minutes and kilometres are one way, from home to each place "
       "where the person "
       "arrives; a place that is called or asked online takes none."},
      "",
      figures_table(to, {"Par personne orientée", "By person who is given a path"},
                    {{"Mesure", "Measure"}, {"Moyenne (± à 95 %)", "Mean (± at 95 %)"}}, rows));
}

std::string simulation_flows(const simulation_view& to) {
  table_rows rows;
  for (const published_visits::flow& one : sorted_flows(to))
    rows.push_back(
        {capital(sender_words(to, one)), capital(receiver_words(to, one)), count_words(to, one.visits)});
  const auto hidden = std::count_if(to.visits.flows.begin(), to.visits.flows.end(),
                                    [](const auto& one) { return !one.visits; });
  if (hidden > 0)
    rows.push_back(
        {to.say({"Autres passages, trop peu nombreux : ", "Other flows, too few: "}) + std::to_string(hidden),
         "", to.say({"non publié", "not published"})});
  return chapter(
      to, "flows", {"Qui envoie vers qui", "Who sends to whom"},
      {"Suivez un ruban de gauche à droite : il va de celui qui oriente à celui qui reçoit. Plus il est "
       "large, "
       "plus de personnes y passent. Un type de lieu qui reçoit beaucoup de rubans est celui dont les autres "
       "dépendent.",
       "Follow a ribbon from left to right: it goes from who sends to who receives. The wider it is, the "
       "more "
       "people take it. A type of place that receives many ribbons is the one on which others depend."},
      flow_picture(to),
      figures_table(to, {"Visites, de qui vers qui", "Visits, from whom to whom"},
                    {{"Envoyées par", "Sent by"}, {"Reçues par", "Received by"}, {"Visites", "Visits"}},
                    rows));
}

std::string simulation_losses(const simulation_view& to) {
  table_rows rows;
  for (std::size_t i = 0; i < to.losses.by_mode.size(); ++i)
    if (to.losses.by_mode[i] != published_count(0))
      rows.push_back(
          {capital(to.say(to.of.rules.modes.items[i].label)), count_words(to, to.losses.by_mode[i])});
  table_rows stops;
  for (std::size_t i = 0; i < to.losses.at_stop.size(); ++i)
    stops.push_back(
        {to.say({"Étape ", "Stop "}) + std::to_string(i + 1), count_words(to, to.losses.at_stop[i])});
  return chapter(
      to, "losses", {"Où les personnes se perdent en route", "Where people are lost on the way"},
      {"Chaque barre compte les fois où une personne envoyée ailleurs n'y est pas arrivée, selon la manière "
       "dont le relais a été passé. Les risques de perte par manière sont supposés (voir plus bas).",
       "Each bar counts how often a person who was sent elsewhere did not arrive, by the way in which they "
       "were handed over. The risks of loss of each way are assumed (see below)."},
      bars_svg(loss_chart(to)),
      figures_table(to,
                    {"Orientations perdues, par manière de passer le relais",
                     "Hand-offs lost, by the way of handing over"},
                    {{"Manière", "Way"}, {"Orientations perdues", "Hand-offs lost"}}, rows) +
          figures_table(to, {"Personnes perdues, par étape du parcours", "People lost, by stop of the path"},
                        {{"Étape", "Stop"}, {"Personnes", "People"}}, stops));
}

}  // namespace aiguillage::report
