#include "explain/phrases.h"
#include "report/chart.h"
#include "report/simulation_figures.h"
#include "report/simulation_parts.h"

/// Outcomes by public in the page of a simulation.
namespace aiguillage::report {
namespace {

constexpr auto whole_answer = static_cast<std::size_t>(outcome::reached);

std::string name_of(const simulation_view& to, const published_public& one) {
  return detail::capitalised(to.say(to.of.rules.publics[one.which].label));
}

std::string answers_picture(const simulation_view& to) {
  bar_chart chart{{"publics",
                   to.say({"Personnes avec une réponse à tous leurs besoins, en pour cent de leur public",
                           "People with an answer to all their needs, per cent of their public"}),
                   to.say({"Une barre par public dont ces chiffres sont publiés ; la dernière : tous.",
                           "A bar for each public whose figures are published; the last: all."})},
                  {},
                  100,
                  {},
                  ""};
  const auto bar = [&](const std::string& name, const published_count& answered,
                       const published_count& people) {
    if (answered && people)
      chart.bars.push_back(
          {name, share_words(to, answered, people), share_of(answered, people), 0, "reached"});
  };
  for (const published_public& one : to.publics)
    bar(name_of(to, one), one.outcomes[whole_answer], one.people);
  if (!chart.bars.empty())
    bar(to.say({"Toutes les personnes", "All people"}), to.outcomes.outcomes[whole_answer],
        to.outcomes.people);
  return bars_svg(chart);
}

std::string publics_table(const simulation_view& to) {
  std::vector<outcome_row> groups;
  for (const published_public& one : to.publics)
    groups.push_back({name_of(to, one), one.people, one.outcomes});
  groups.push_back(
      {to.say({"Toutes les personnes", "All people"}), to.outcomes.people, to.outcomes.outcomes});
  return outcomes_table(to, {"Personnes par public et par issue", "People by public and by end"},
                        {"Public", "Public"}, groups);
}

}  // namespace

std::string simulation_publics(const simulation_view& to) {
  return chapter(to, "publics", {"Pour qui", "For whom"},
                 {"Comparez les barres à la dernière, celle de toutes les personnes. Un public est ce qu'un "
                  "lieu peut dire "
                  "recevoir ; une personne en est quand ce qu'elle dit l'établit, et peut être de plusieurs "
                  "ou d'aucun : les "
                  "lignes ne s'additionnent pas. Un public trop petit, ou dont les autres lignes "
                  "laisseraient deviner un petit "
                  "nombre, n'est publié qu'en partie, ou pas.",
                  "Compare the bars with the last one, that of all people. A public is whom a place may say "
                  "that it receives; a "
                  "person is of it when what they say establishes it, and may be of several or of none: rows "
                  "do not add up. A "
                  "public that is too small, or from which and other rows a small number would follow, is "
                  "published in part "
                  "only, or not."},
                 answers_picture(to), publics_table(to));
}

}  // namespace aiguillage::report
