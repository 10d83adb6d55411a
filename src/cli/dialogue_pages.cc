#include <algorithm>
#include <ostream>

#include "aiguillage/explain.h"
#include "aiguillage/explain/place.h"
#include "cli/dialogue.h"
#include "explain/phrases.h"
#include "interview/plain.h"
#include "qualify/derive.h"
#include "report/page.h"

namespace aiguillage::cli {
namespace {

using report::ink;
using report::page;

page page_of(const dialogue& talk) { return {talk.style, {}}; }

void print(dialogue& talk, const page& of) { talk.to << of.out; }

std::string stakes(const dialogue& talk, bool urgency, const std::vector<need_type_id>& needs) {
  constexpr std::size_t most = 4;
  std::string words;
  if (urgency) words = talk.say({"l'urgence", "the urgency"});
  for (std::size_t i = 0; i < std::min(most, needs.size()); ++i)
    words += (words.empty() ? "" : talk.say({" ; ", "; "})) + talk.say(talk.rules.needs[needs[i]].label);
  if (needs.size() > most) words += talk.say({" ; et d'autres besoins", "; and other needs"});
  return words.empty() ? talk.say({"le parcours proposé", "the path proposed"}) : words;
}

/// What the answers to a question may change, as the rules say.
std::string stakes(const dialogue& talk, const question& one) {
  return stakes(talk, !one.urgencies.empty(), one.decides);
}

/// What the answer to one fact may change, as the rules say, had it not been given.
std::string stakes(const dialogue& talk, fact_id which) {
  situation person = told_so_far(talk.state);
  person.facts[which] = {};
  const detail::findings now = detail::derive(talk.rules, person);
  condition_context context;
  context.rules = &talk.rules;
  context.person = &person;
  context.urgency = now.urgency;
  context.certain_needs = now.certain_needs;
  context.certain_dimensions = now.certain_dimensions;
  const std::string& day = applicable_day(talk.rules, person);
  const auto hangs_on_it = [&](const auto& one) {
    if (!in_force(one.about, day)) return false;
    const std::vector<fact_id> open = unknown_facts(one.when, context);
    return std::find(open.begin(), open.end(), which) != open.end();
  };
  value_set decided;
  for (const need_rule& one : talk.rules.need_rules)
    if (!now.certain_needs.test(one.need.index()) && hangs_on_it(one)) decided.set(one.need.index());
  std::vector<need_type_id> needs;
  for (std::size_t i = 0; i < talk.rules.needs.size(); ++i)
    if (decided.test(i)) needs.emplace_back(i);
  const bool urgency =
      std::any_of(talk.rules.urgency_rules.begin(), talk.rules.urgency_rules.end(), hangs_on_it);
  return stakes(talk, urgency, needs);
}

/// The values with their numbers, in columns when there are many.
void list_choices(page& on, const fact& of) {
  std::vector<std::string> choices;
  if (of.kind == fact_kind::boolean)
    choices = {"1 " + on.say(detail::answer_label(of, 1)), "2 " + on.say(detail::answer_label(of, 0))};
  else if (of.kind == fact_kind::set_of)
    choices.push_back("0 " + on.say(detail::none_label(of)));
  for (std::size_t i = 0; of.kind != fact_kind::boolean && i < of.values.size(); ++i)
    choices.push_back(std::to_string(i + 1) + " " + on.say(detail::answer_label(of, i)));
  std::size_t widest = 0;
  for (const std::string& one : choices) widest = std::max(widest, report::width_of(one));
  constexpr std::size_t indent = 4;
  const std::size_t columns =
      choices.size() <= 6 ? 1 : std::max<std::size_t>(1, (report::page_width - indent) / (widest + 2));
  const std::size_t rows = columns == 0 ? 0 : (choices.size() + columns - 1) / columns;
  for (std::size_t row = 0; row < rows; ++row) {
    std::string line(indent, ' ');
    for (std::size_t i = row; i < choices.size(); i += rows)
      line += i + rows < choices.size() ? report::padded(choices[i], widest + 2) : choices[i];
    on.line(line);
  }
}

text how_to_answer(const fact& of) {
  switch (of.kind) {
    case fact_kind::boolean:
      return detail::has_own_answers(of) ? text{"1 ou 2", "1 or 2"} : text{"o ou n", "y or n"};
    case fact_kind::one_of: return {"un numéro", "a number of the list"};
    case fact_kind::set_of:
      return {"un ou plusieurs numéros, par exemple : 1 3 ; 0 pour rien",
              "one or several numbers of the list, for example: 1 3; 0 for none"};
    default: break;
  }
  const text expected = answer_from(of, "").expected;
  return {expected.fr.substr(expected.fr.find("un ")), expected.en.substr(expected.en.find("a "))};
}

std::string names_of_stops(const dialogue& talk, const std::vector<actor_id>& stops) {
  std::string names;
  for (const actor_id one : stops)
    names += (names.empty() ? "" : " · ") + talk.say(place_name(talk.rules, talk.land.actors[one]));
  return names;
}

}  // namespace

void show(dialogue& talk, const text& words) {
  page on = page_of(talk);
  on.paragraph(talk.say(words), 2);
  print(talk, on);
}

void show_welcome(dialogue& talk) {
  page on = page_of(talk);
  on.paragraph(talk.say(
      {"Chaque question peut rester sans réponse. À tout moment : ? aide, nsp je ne sais pas, p passer, "
       "r revenir, m modifier une réponse, q arrêter et voir le parcours.",
       "Every question may stay unanswered. At any time: ? help, dk I don't know, p skip, r back, m change "
       "an "
       "answer, q stop and see the plan."}));
  print(talk, on);
}

void show_help(dialogue& talk) {
  page on = page_of(talk);
  if (!talk.state.asking.empty())
    on.paragraph(talk.say({"Cette question peut changer : ", "This question may change: "}) +
                     stakes(talk, talk.current) + ".",
                 2);
  for (const text& line :
       {text{"nsp   je ne sais pas : le fait reste inconnu", "dk    I don't know: the fact stays unknown"},
        text{"p     passer, sans dire pourquoi (Entrée aussi)",
             "p     skip, without saying why (Enter as well)"},
        text{"pp    passer toute la question", "pp    skip the whole question"},
        text{"r     revenir à la réponse précédente", "r     back to the previous answer"},
        text{"m     choisir une réponse et la modifier", "m     choose an answer and change it"},
        text{"q     arrêter et voir le parcours", "q     stop and see the plan"}})
    on.line("    " + talk.say(line));
  print(talk, on);
}

void show_question(dialogue& talk) {
  const question& one = talk.current;
  page on = page_of(talk);
  on.line();
  on.hanging("", talk.say(one.wording), 0, ink::plain, ink::bold);
  print(talk, on);
  show_fact(talk, talk.state.asking.front());
}

void show_fact(dialogue& talk, fact_id which) {
  const fact& of = talk.rules.facts[which];
  page on = page_of(talk);
  const bool said = talk.current.facts.size() == 1 && talk.current.facts.front() == which;
  if (!said) on.hanging("- ", talk.say(of.question), 2);
  if (of.sensitive)
    on.paragraph(
        talk.say({"Question sensible : la personne peut la passer (p). Elle est posée parce que la réponse "
                  "peut changer : ",
                  "Sensitive question: the person may skip it (p). It is asked because the answer may "
                  "change: "}) +
            stakes(talk, which) + ".",
        4, ink::faint);
  else if (std::any_of(of.values.begin(), of.values.end(), [](const value& one) { return one.sensitive; }))
    on.paragraph(talk.say({"Certaines réponses sont sensibles : la personne peut passer (p).",
                           "Some answers are sensitive: the person may skip (p)."}),
                 4, ink::faint);
  list_choices(on, of);
  on.paragraph(talk.say(how_to_answer(of)), 4, ink::faint);
  if (talk.rules.grid.settles.known() && talk.rules.grid.settles == which)
    on.paragraph(talk.say({"ou g : ", "or g: "}) + talk.say(talk.rules.grid.title) + ", " +
                     std::to_string(talk.rules.grid.items.size()) +
                     talk.say({" questions courtes", " short questions"}),
                 4, ink::faint);
  print(talk, on);
}

void show_standing(dialogue& talk) {
  const outlook now = outlook_of(talk.rules, talk.land, told_so_far(talk.state));
  std::string needs;
  for (const auto& [type, right] : now.needs) {
    need one;
    one.type = type;
    one.right = right;
    needs += (needs.empty() ? "" : " · ") + talk.say(need_words(talk.rules, one));
  }
  page on = page_of(talk);
  on.line();
  on.hanging(talk.say({"Sûr : ", "Certain: "}),
             needs.empty() ? talk.say({"rien encore", "nothing yet"}) : needs, 2, ink::faint, ink::faint);
  if (now.urgency.known())
    on.hanging(talk.say({"Urgence : ", "Urgency: "}), talk.say(talk.rules.urgencies[now.urgency].label), 2,
               ink::faint, ink::faint);
  if (!now.first_stops.empty())
    on.hanging(talk.say({"Premier arrêt probable : ", "Likely first stop: "}),
               names_of_stops(talk, now.first_stops), 2, ink::faint, ink::faint);
  print(talk, on);
}

void show_replies(dialogue& talk) {
  const situation person = told_so_far(talk.state);
  page on = page_of(talk);
  std::size_t number = 0;
  for (const reply& one : talk.state.replies) {
    const text told = value_words(talk.rules, person, one.which);
    on.hanging(std::to_string(++number) + " ",
               talk.say(talk.rules.facts[one.which].question) + " " +
                   (one.told.known ? talk.say(told) : talk.say({"(sans réponse)", "(no answer)"})),
               4);
  }
  on.paragraph(talk.say({"Numéro de la réponse à modifier (Entrée : aucune)",
                         "Number of the answer to change (Enter: none)"}),
               2);
  print(talk, on);
}

namespace {

void show_item(dialogue& talk, const grid_item& item) {
  page on = page_of(talk);
  on.hanging("- ", talk.say(item.question), 2);
  for (std::size_t i = 0; i < item.answers.size(); ++i)
    on.line("    " + std::to_string(i) + " " + talk.say(item.answers[i]));
  print(talk, on);
}

typed_answer read_item(const grid_item& item, const std::string& line) {
  const std::string last = std::to_string(item.answers.size() - 1);
  const std::string word = detail::plain(line);
  typed_answer result{std::nullopt,
                      {"répondez par un numéro, de 0 à " + last, "answer with a number, from 0 to " + last}};
  for (std::size_t i = 0; i < item.answers.size(); ++i)
    if (word == std::to_string(i)) {
      result.told.emplace();
      result.told->thousandths = static_cast<std::int64_t>(i);
    }
  return result;
}

}  // namespace

std::optional<fact_value> ask_grid(dialogue& talk) {
  std::vector<std::optional<int>> answers;
  for (const grid_item& item : talk.rules.grid.items) {
    show_item(talk, item);
    const heard one = listen(talk, {[&](const std::string& line) { return read_item(item, line); },
                                    {command::back},
                                    [&] { show_item(talk, item); }});
    if (one.said == command::stop || one.said == command::back) return std::nullopt;
    answers.push_back(one.said == command::none ? std::optional<int>(static_cast<int>(one.told.thousandths))
                                                : std::nullopt);
  }
  fact_value told;
  if (const auto value = grid_value(talk.rules.grid, answers)) {
    told.known = true;
    told.values.set(*value);
    const fact& of = talk.rules.facts[talk.rules.grid.settles];
    show(talk, {"La grille donne : " + of.values[*value].label.fr + ".",
                "The grid gives: " + of.values[*value].label.en + "."});
  } else {
    show(talk, {"Une question est restée sans réponse : le fait reste inconnu.",
                "A question stayed unanswered: the fact stays unknown."});
  }
  return told;
}

}  // namespace aiguillage::cli
