#include <algorithm>

#include "explain/phrases.h"
#include "report/markup.h"
#include "report/simulation_figures.h"
#include "report/simulation_parts.h"

namespace aiguillage::report {
namespace {

std::string number(const simulation_view& to, std::int64_t count) {
  return detail::number_words(count * 1000, "").in(to.on.style.wanted);
}

text policy_words(routing_policy by) {
  switch (by) {
    case routing_policy::engine:
      return {"chacune suit le parcours que proposent les règles du moteur",
              "each follows the path that the rules of the engine propose"};
    case routing_policy::habit:
      return {"chacune est envoyée comme les aidants disent le faire d'habitude",
              "each is sent on as helpers say that they usually do"};
    case routing_policy::nearest: break;
  }
  return {"chacune va à la porte la plus proche, puis à la suivante",
          "each goes to the nearest door, then to the next"};
}

std::string lead(const simulation_view& to) {
  const scenario& told = to.of.told;
  const std::string people = number(to, told.arrivals_a_week);
  const std::string weeks = number(to, told.weeks);
  const std::string runs = number(to, static_cast<std::int64_t>(to.of.runs.size()));
  const text what{"Chaque semaine, pendant " + weeks + " semaines, " + people +
                      " personnes viennent demander de l'aide (" + to.of.land.title.fr + ") et " +
                      policy_words(told.policy).fr + ". Le tout est rejoué " + runs +
                      " fois avec d'autres tirages : les chiffres sont des moyennes par réplication, et « ± "
                      "» dit de combien "
                      "une moyenne peut s'écarter de la vraie valeur, 95 fois sur 100.",
                  "Each week, for " + weeks + " weeks, " + people + " people come to ask for help (" +
                      to.of.land.title.en + ") and " + policy_words(told.policy).en +
                      ". All this is replayed " + runs +
                      " times with other draws: figures are means of a replication, and \"±\" says how far a "
                      "mean may lie "
                      "from the true value, 95 times in 100."};
  const text invented{
      "Ces personnes sont inventées : tirées au sort d'après les hypothèses du dernier chapitre. Aucune "
      "personne réelle "
      "n'est ici. Un chiffre de moins de 11 personnes n'est pas publié, ni ce qui permettrait de le "
      "retrouver.",
      "These people are made up: drawn by the assumptions of the last chapter. No real person is in here. A "
      "figure under "
      "11 people is not published, nor is what would let one find it."};
  return words_in("p", to.say(what), "lead") + words_in("p", to.say(invented), "faint");
}

std::string key_figure(const std::string& figure, const std::string& words) {
  return "<li><strong>" + escaped(figure) + "</strong> <span>" + escaped(words) + "</span></li>\n";
}

std::string key_figures(const simulation_view& to) {
  const auto share = [&](outcome end) {
    return to.outcomes.outcomes[static_cast<std::size_t>(end)]
               ? shown_figure(outcome_percent(to.of, end), to.on.style.wanted) + " %"
               : to.say({"non publié", "not published"});
  };
  const auto by = [&](std::int64_t replication::* sum) {
    return shown_figure(over_runs(to.of, [&](const replication& one) { return by_person(one.*sum, one); }),
                        to.on.style.wanted);
  };
  std::string items;
  items +=
      key_figure(share(outcome::reached), to.say({"des personnes trouvent une réponse à tous leurs besoins",
                                                  "of people find an answer to all their needs"}));
  items += key_figure(share(outcome::partly),
                      to.say({"n'en trouvent qu'à une partie", "find one to a part only"}));
  items += key_figure(share(outcome::renounced),
                      to.say({"se perdent après une orientation", "are lost after a hand-off"}));
  items +=
      key_figure(share(outcome::no_path),
                 to.say({"ne peuvent être aidées par personne ici", "cannot be helped by anybody here"}));
  if (to.outcomes.people) {
    items +=
        key_figure(by(&replication::days), to.say({"jours jusqu'au dernier lieu", "days to the last place"}));
    items +=
        key_figure(by(&replication::stops), to.say({"lieux par personne orientée", "places by person sent"}));
    items +=
        key_figure(by(&replication::travel_minutes),
                   to.say({"minutes de trajet par personne orientée", "minutes of travel by person sent"}));
  }
  return element("section", words_in("h2", to.say({"Les chiffres clés", "Key figures"})) +
                                element("ul", "\n" + items, "key"));
}

std::string contents(const simulation_view& to) {
  const std::vector<std::pair<const char*, text>> parts = {
      {"people", {"Qui trouve une réponse", "Who finds an answer"}},
      {"publics", {"Pour qui", "For whom"}},
      {"needs", {"Pour quels besoins", "For which needs"}},
      {"exclusions", {"Pourquoi personne ne peut", "Why nobody can"}},
      {"areas", {"Où", "Where"}},
      {"access", {"L'aide à proximité", "Help nearby"}},
      {"path", {"Le chemin des personnes", "The way of people"}},
      {"flows", {"Qui envoie vers qui", "Who sends to whom"}},
      {"places", {"Où cela sature", "Where it saturates"}},
      {"losses", {"Où l'on se perd", "Where people are lost"}},
      {"assumptions", {"Ce qui est supposé", "What is assumed"}},
      {"again", {"Refaire ces chiffres", "Make these figures again"}}};
  std::string items;
  for (const auto& [anchor, words] : parts)
    items += "<li><a href=\"#" + std::string(anchor) + "\">" + escaped(to.say(words)) + "</a></li>\n";
  return "<nav aria-label=\"" + escaped(to.say({"Chapitres", "Chapters"})) + "\"><ul>\n" + items +
         "</ul></nav>\n";
}

std::string again(const simulation_view& to) {
  table_rows rows;
  for (const auto& [name, value] : manifest_lines(to.of)) rows.push_back({to.say(name), value});
  const text how{
      "Avec les mêmes fichiers et cette commande, lancée dans le dossier du scénario, on retrouve ces "
      "chiffres à l'octet près, quel que soit le nombre de processeurs.",
      "With the same files and this command, run in the folder of the scenario, one finds these figures "
      "again, byte for byte, whatever the number of processors."};
  return "<section id=\"again\">\n" +
         words_in("h2", to.say({"Refaire ces chiffres", "Make these figures again"})) +
         words_in("p", to.say(how)) +
         figures_table(to, {"Ce dont ces chiffres sont faits", "What these figures are made of"},
                       {{"Quoi", "What"}, {"Lequel", "Which"}}, rows) +
         "</section>\n";
}

std::string body(const simulation_view& to) {
  const std::string head = element("header", "\n" + words_in("h1", to.say(to.of.told.title)) + lead(to));
  return element("main", "\n" + head + key_figures(to) + contents(to) + simulation_outcomes(to) +
                             simulation_publics(to) + simulation_needs(to) + simulation_exclusions(to) +
                             simulation_areas(to) + simulation_access(to) + simulation_path(to) +
                             simulation_flows(to) + simulation_places(to) + simulation_losses(to) +
                             simulation_assumptions(to) + again(to));
}

}  // namespace

std::string count_words(const simulation_view& to, const published_count& count) {
  return count ? number(to, *count) : to.say({"non publié", "not published"});
}

double share_of(const published_count& part, const published_count& whole) {
  return part && whole ? percent_of(*part, *whole) : 0;
}

std::string share_words(const simulation_view& to, const published_count& part,
                        const published_count& whole) {
  if (!part || !whole) return to.say({"non publié", "not published"});
  return *whole == 0 ? "–" : tenths_of(share_of(part, whole), to.on.style.wanted) + " %";
}

std::string areas_words(const simulation_view& to, const std::vector<std::size_t>& areas) {
  constexpr std::size_t most = 6;
  if (areas.size() == 1) return to.say(to.of.people.areas[areas.front()].title);
  std::string words = to.say({"Autres, ensemble : ", "Others, together: "});
  for (std::size_t i = 0; i < std::min(most, areas.size()); ++i)
    words += (i == 0 ? "" : ", ") + to.say(to.of.people.areas[areas[i]].title);
  if (areas.size() > most)
    words += to.say({" et ", " and "}) + std::to_string(areas.size() - most) + to.say({" de plus", " more"});
  return words;
}

std::string figures_table(const simulation_view& to, const text& caption, const std::vector<text>& head,
                          const table_rows& rows) {
  if (rows.empty()) return "";
  std::string titles;
  for (const text& one : head) titles += "<th scope=\"col\">" + escaped(to.say(one)) + "</th>";
  std::string lines;
  for (const std::vector<std::string>& row : rows) {
    lines += "<tr><th scope=\"row\">" + escaped(row.front()) + "</th>";
    for (std::size_t i = 1; i < row.size(); ++i) {
      const bool figure =
          !row[i].empty() && row[i].front() >= '0' && row[i].front() <= '9' && row[i].size() < 24;
      lines += (figure ? "<td class=\"n\">" : "<td>") + escaped(row[i]) + "</td>";
    }
    lines += "</tr>\n";
  }
  return "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" + escaped(to.say(caption)) +
         "\"><table>\n<caption>" + escaped(to.say(caption)) + "</caption>\n<thead><tr>" + titles +
         "</tr></thead>\n<tbody>\n" + lines + "</tbody>\n</table></div>\n";
}

std::string outcomes_table(const simulation_view& to, const text& caption, const text& first_heading,
                           const std::vector<outcome_row>& groups) {
  constexpr auto answered = static_cast<std::size_t>(outcome::reached);
  std::vector<text> head = {
      first_heading, {"Personnes", "People"}, {"Part avec une réponse à tout", "Share with a whole answer"}};
  std::vector<std::size_t> ends;
  for (std::size_t i = outcome_names.size(); i-- > 0;) {
    if (to.outcomes.outcomes[i] == published_count(0)) continue;
    ends.push_back(i);
    const text words = outcome_words(static_cast<outcome>(i));
    head.push_back({detail::capitalised(words.fr), detail::capitalised(words.en)});
  }
  table_rows rows;
  for (const outcome_row& one : groups) {
    rows.push_back({one.name});
    if (one.outcomes.empty()) continue;
    rows.back().push_back(count_words(to, one.people));
    rows.back().push_back(share_words(to, one.outcomes[answered], one.people));
    for (const std::size_t i : ends) rows.back().push_back(count_words(to, one.outcomes[i]));
  }
  return figures_table(to, caption, head, rows);
}

std::string chapter(const simulation_view& to, const char* anchor, const text& heading, const text& look_at,
                    const std::string& drawn, const std::string& table) {
  const std::string figure =
      drawn.empty() ? words_in("p", to.say(look_at))
                    : element("figure", "<figcaption>" + escaped(to.say(look_at)) + "</figcaption>\n" +
                                            element("div", "\n" + drawn, "picture"));
  return "<section id=\"" + std::string(anchor) + "\" class=\"chapter\">\n" +
         words_in("h2", to.say(heading)) + figure + table + "</section>\n";
}

}  // namespace aiguillage::report

namespace aiguillage {

std::string simulation_html(const simulated& of, const std::vector<area_outline>& borders, language wanted) {
  using namespace report;
  const simulation_view to{report::page{{wanted, false}, {}},
                           of,
                           borders,
                           outcomes_of(of),
                           visits_of(of),
                           needs_of(of),
                           losses_of(of),
                           reach_of(of.rules, of.land, of.people, of.told),
                           publics_of(of),
                           exclusions_of(of)};
  return std::string("<!DOCTYPE html>\n<html lang=\"") + (wanted == language::fr ? "fr" : "en") +
         "\">\n<head>\n<meta charset=\"utf-8\" />\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
         "'unsafe-inline'\" />\n" +
         words_in("title", to.say(of.told.title)) + "<style>" + page_style() + simulation_style +
         "</style>\n</head>\n<body>\n" + body(to) + "</body>\n</html>\n";
}

}  // namespace aiguillage
