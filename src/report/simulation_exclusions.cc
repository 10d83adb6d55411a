#include <algorithm>

#include "explain/phrases.h"
#include "report/chart.h"
#include "report/simulation_parts.h"

/// Why nobody can meet some needs, in the page of a simulation.
namespace aiguillage::report {
namespace {

constexpr std::size_t most_bars = 15;

std::string words_of(const simulation_view& to, const published_exclusions::reason& one) {
  return detail::capitalised(to.say(one.words)) + (one.which != nullptr ? " (" + one.id + ")" : "");
}

std::string reasons_picture(const simulation_view& to) {
  bar_chart chart{{"exclusions",
                   to.say({"Personnes, par raison pour laquelle des lieux ne répondent pas",
                           "People, by the reason why places do not answer"}),
                   to.say({"Une barre par raison.", "A bar for each reason."})},
                  {},
                  static_cast<double>(to.exclusions.people.value_or(0)),
                  {},
                  ""};
  for (const published_exclusions::reason& one : to.exclusions.reasons)
    if (one.people && chart.bars.size() < most_bars)
      chart.bars.push_back(
          {words_of(to, one), count_words(to, one.people), static_cast<double>(*one.people), 0, "lost"});
  return bars_svg(chart);
}

}  // namespace

std::string simulation_exclusions(const simulation_view& to) {
  table_rows rows;
  for (const published_exclusions::reason& one : to.exclusions.reasons)
    rows.push_back({words_of(to, one), count_words(to, one.people)});
  rows.push_back({to.say({"Personnes dont un besoin au moins n'a personne ici pour y répondre",
                          "People with a need at least that nobody here can meet"}),
                  count_words(to, to.exclusions.people)});
  return chapter(to, "exclusions", {"Pourquoi personne ne peut répondre", "Why nobody can answer"},
                 {"Pour qui a un besoin auquel personne ici ne peut répondre, ce qui écarte les lieux qui le "
                  "pourraient ailleurs ou "
                  "pour d'autres : une règle (son nom entre parenthèses), ce que le lieu dit de lui-même, ou "
                  "son absence. Une "
                  "personne est comptée une fois pour chaque raison, et il y en a souvent plusieurs : les "
                  "lignes ne s'additionnent "
                  "pas. Une raison trop rare n'est pas publiée, ni ce qui permettrait de la retrouver.",
                  "For those with a need that nobody here can meet, what keeps away the places that could "
                  "elsewhere or for others: a "
                  "rule (its name in brackets), what the place says of itself, or that there is none. A "
                  "person counts once for each "
                  "reason, and there are often several: rows do not add up. A reason that is too rare is not "
                  "published, nor is what "
                  "would let one find it."},
                 reasons_picture(to),
                 figures_table(to, {"Personnes par raison", "People by reason"},
                               {{"Raison", "Reason"}, {"Personnes", "People"}}, rows));
}

}  // namespace aiguillage::report
