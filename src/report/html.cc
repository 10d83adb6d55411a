#include "aiguillage/report/html.h"

#include <algorithm>

#include "report/dates.h"
#include "report/followed.h"
#include "report/html_notes.h"
#include "report/markup.h"

namespace aiguillage::report {
namespace {

std::string section(const referral_page& to, const text& heading, const std::string& inside) {
  return inside.empty() ? "" : element("section", "\n" + words_in("h2", to.on.say(heading)) + inside);
}

std::string paragraph(const referral_page& to, const text& words, const std::string& classes = "") {
  return words_in("p", to.on.say(words), classes);
}

std::string head(const referral_page& to) {
  std::string inside = words_in("h1", to.on.say({"Parcours proposé", "Proposed path"}));
  inside += words_in("p", to.on.say(to.land.title));
  if (to.found.urgency.known()) {
    const urgency_level& level = to.rules.urgencies[to.found.urgency];
    inside += element("p", "<strong>" + escaped(to.on.say({"Urgence : ", "Urgency: "})) + "</strong>" +
                               escaped(to.on.say(level.label) + " (" + to.on.say(level.delay) + ")."));
    if (const rule* by = to.found.urgency_because)
      inside += words_in("p", with_sources({by, by->because}, to.on), "faint");
  }
  if (to.proposed.plans.empty())
    return inside + paragraph(to, {"Aucune étape à proposer pour l'instant.", "No stop to propose for now."});
  inside += words_in("p", sentence(cost_words(to.on, to.proposed.plans.front())) + ".");
  if (const std::string late = deadline_words(to, to.proposed.plans.front()); !late.empty())
    inside += words_in("p", late);
  inside += paragraph(
      to,
      {"Ces premières pages sont pour vous. Les notes qui suivent, une par étape, sont faites pour être "
       "remises, avec l'accord de la personne. Voyez avec elle si elle peut garder un papier sans risque.",
       "These first pages are for you. The notes that follow, one per stop, are made to be handed over, if "
       "the person agrees. See with them whether they can keep a paper safely."});
  if (to.found.provisional)
    inside +=
        paragraph(to, {"Parcours provisoire : il vaut pour ce qui est sûr, des réponses peuvent encore le "
                       "changer.",
                       "Provisional path: it stands for what is certain; answers may still change it."});
  return inside;
}

std::string lane_cells(const referral_page& to, const referral_stop& stop) {
  std::string cells;
  for (std::size_t lane = 0; lane < dimension_names.size(); ++lane) {
    std::vector<std::string> needs;
    for (const served_need& each : stop.serves)
      if (static_cast<std::size_t>(to.rules.needs[each.which->type].lane) == lane)
        needs.push_back(sentence(to.on.say(need_words(to.rules, *each.which))));
    const std::string kind = std::string("lane ") + dimension_names[lane];
    cells += needs.empty()
                 ? element("div", "", "lane none")
                 : element("div", words_in("p", to.on.say(lane_title(lane))) + list_of(needs), kind);
  }
  return element("div", "\n" + cells, "lanes");
}

std::string way_line(const referral_page& to, const referral_plan& plan, const referral_stop& stop) {
  if (!stop.through.mode.known() || (stop.decides && stop.from >= 0)) return "";
  const std::string from =
      stop.from < 0 ? to.sender(plan, stop) : to.on.say({"étape ", "step "}) + std::to_string(stop.from + 1);
  return words_in("p",
                  sentence(to.on.say(to.rules.modes[stop.through.mode].label)) + " (" +
                      to.on.say({"depuis : ", "from: "}) + from + ")",
                  "faint");
}

std::string path(const referral_page& to, const referral_plan& plan) {
  std::string items;
  for (std::size_t i = 0; i < plan.stops.size(); ++i) {
    const referral_stop& stop = plan.stops[i];
    items += element("li", words_in("h3", stop_title(to, plan, i)) + words_in("p", sentence(to.when(stop))) +
                               way_line(to, plan, stop) + lane_cells(to, stop));
  }
  return "<ol class=\"path\">\n" + items + "</ol>\n";
}

std::string unmet(const referral_page& to) {
  std::vector<std::string> items;
  for (const unmet_need& one : to.proposed.unmet) items.push_back(to.on.say(unmet_words(to.rules, one)));
  return list_of(items);
}

std::string without_stop(const referral_page& to) {
  std::vector<std::string> items;
  for (const waived_need& one : to.proposed.waived)
    items.push_back(sentence(to.on.say(need_words(to.rules, *one.which))) +
                    (one.by == nullptr ? "" : ". " + with_sources({one.by, one.by->because}, to.on)));
  if (!to.proposed.plans.empty())
    for (const need* one : to.proposed.plans.front().offered_afterwards)
      items.push_back(sentence(to.on.say(need_words(to.rules, *one))) +
                      to.on.say({". À proposer après ce parcours.", ". To be offered after this path."}));
  return list_of(items);
}

std::string open_questions(const referral_page& to) {
  constexpr std::size_t most = 5;
  std::string items;
  for (std::size_t i = 0; i < std::min(most, to.found.questions.size()); ++i) {
    const question& one = to.found.questions[i];
    std::string words = to.on.say(one.wording);
    if (one.sensitive)
      words += to.on.say({" (question sensible : la personne peut ne pas y répondre)",
                          " (sensitive question: the person may skip it)"});
    items += words_in("li", words);
  }
  return items.empty() ? "" : element("ol", "\n" + items);
}

std::string good_to_know(const referral_page& to) {
  std::vector<std::string> items = {
      to.on.say(clock_words(to.rules, &to.land, to.person)),
      to.on.say({"Aucun droit n'est décidé ici : seul l'organisme décide.",
                 "No right is decided here: only the organism decides."}),
      to.on.say({"Délais et durées sont des valeurs supposées du jeu de règles ",
                 "Delays and durations are assumed values of the pack "}) +
          to.rules.id + " " + to.rules.version + "."};
  if (to.land.neutral)
    items.push_back(to.on.say({"Territoire neutre : les lieux ne sont pas de vrais lieux.",
                               "Neutral territory: the places are not real ones."}));
  return list_of(items);
}

/// Before the notes, so that each of them can be handed over as it is.
std::string own_part(const referral_page& to, const referral_plan& plan) {
  std::string inside;
  for (std::size_t i = 0; i < plan.stops.size(); ++i) inside += own_html(to, plan, i);
  if (inside.empty()) return "";
  return element("section",
                 words_in("h2", to.on.say({"Pour vous qui orientez : à ne pas remettre",
                                           "For you who send the person: not to be handed over"})) +
                     inside,
                 "own");
}

std::string body(const referral_page& to) {
  std::string inside = element("header", "\n" + head(to));
  const bool planned = !to.proposed.plans.empty();
  if (to.path != nullptr) {
    inside += section(to, {"Ce qui s'est passé", "What happened"}, list_of(happened_words(to)));
    inside +=
        section(to, {"Ce qui change au parcours", "What changes on the path"}, list_of(changed_words(to)));
  }
  if (planned)
    inside += section(to, {"Le parcours en trois voies", "The path in three lanes"},
                      path(to, to.proposed.plans.front()));
  inside += section(to, {"Ce que personne ne peut faire ici", "What nobody can do here"}, unmet(to));
  inside += section(to, {"Sans étape de plus", "Without one more stop"}, without_stop(to));
  inside +=
      section(to, {"Questions à poser, la plus utile d'abord", "Questions to ask, the most useful first"},
              open_questions(to));
  inside += section(to, {"À savoir", "Good to know"}, good_to_know(to));
  if (planned) inside += own_part(to, to.proposed.plans.front());
  if (planned)
    for (std::size_t i = 0; i < to.proposed.plans.front().stops.size(); ++i)
      inside += note_html(to, to.proposed.plans.front(), i);
  return element("main", "\n" + inside);
}

}  // namespace
}  // namespace aiguillage::report

namespace aiguillage {

std::string referral_html(const pack& rules, const territory& land, const situation& person,
                          const qualification& found, const referral& proposed, language wanted,
                          const followed_path* path) {
  using namespace report;
  const referral_page to{report::page{{wanted, false}, {}}, rules, land, person, found, proposed, path};
  const std::string title = to.on.say({"Parcours proposé", "Proposed path"}) + " · " + to.on.say(land.title);
  return std::string("<!DOCTYPE html>\n<html lang=\"") + (wanted == language::fr ? "fr" : "en") +
         "\">\n<head>\n<meta charset=\"utf-8\" />\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
         "'unsafe-inline'\" "
         "/>\n" +
         words_in("title", title) + "<style>" + page_style() + "</style>\n</head>\n<body>\n" + body(to) +
         "</body>\n</html>\n";
}

}  // namespace aiguillage
