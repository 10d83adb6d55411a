#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/explain.h"
#include "aiguillage/load.h"
#include "aiguillage/referral.h"
#include "france.h"

/// Each request and each right alone, at a reception desk, with nothing else known: at least one need, questions, and a
/// provisional plan that ends with whoever decides the right. rules/first_answers.md shows the answers to people who
/// review the rules; this test writes it anew when AIGUILLAGE_UPDATE is set, and otherwise demands that it is up to date.
namespace aiguillage {
namespace {

const std::string root = AIGUILLAGE_SOURCE_DIR;
const std::string page = root + "/rules/first_answers.md";

struct answered {
  std::string label;
  right_id right;  // unknown for a request
  qualification found;
  referral proposed;
};

void know(situation& person, const std::string& name, std::size_t value) {
  fact_value& one = person.facts[find_named(france().facts, name)];
  one.known = true;
  one.values.set(value);
}

const territory& everywhere() {
  static const territory land = neutral_territory(france(), {});
  return land;
}

answered ask(const std::string& name, std::size_t value) {
  const pack& rules = france();
  situation person;
  person.facts.items.resize(rules.facts.size());
  know(person, "asked_at", find_named(rules.actor_types, "reception_desk").index());
  know(person, name, value);
  answered result;
  result.label = rules.facts[find_named(rules.facts, name)].values[value].label.fr;
  if (name == "request_right") result.right = right_id(value);
  result.found = qualify(rules, person);
  result.proposed = refer(rules, everywhere(), person, result.found, 1);
  return result;
}

std::vector<answered> ask_all(const std::string& name) {
  std::vector<answered> all;
  for (std::size_t i = 0; i < france().facts[find_named(france().facts, name)].values.size(); ++i)
    all.push_back(ask(name, i));
  return all;
}

std::vector<const need*> certain(const answered& one) {
  std::vector<const need*> result;
  for (const need& each : one.found.needs)
    if (each.status == need_status::certain) result.push_back(&each);
  return result;
}

std::string joined(const std::string& so_far, const std::string& more, const char* between) {
  return so_far.empty() ? more : so_far + between + more;
}

std::string row(const answered& one) {
  const pack& rules = france();
  std::string needs;
  for (const need* each : certain(one)) needs = joined(needs, need_words(rules, *each).fr, "<br>");
  std::string questions;
  for (std::size_t i = 0; i < one.found.questions.size() && i < 3; ++i)
    questions = joined(questions, one.found.questions[i].wording.fr, "<br>");
  std::string stops;
  if (!one.proposed.plans.empty())
    for (const referral_stop& stop : one.proposed.plans.front().stops)
      stops = joined(stops,
                     rules.actor_types[everywhere().actors[stop.who].type].label.fr +
                         (stop.decides ? " **décide**" : ""),
                     " → ");
  return "| " + one.label + " | " + needs + " | " + questions + " | " + stops + " |\n";
}

std::string whole_page() {
  std::string text =
      "# Premières réponses\n\nCe que `rules/france` répond quand la personne, à un accueil, dit une seule "
      "chose et "
      "que rien d'autre n'est connu.\nLe parcours est provisoire : il vaut pour ce qui est sûr, les "
      "questions le "
      "précisent. Territoire neutre : un acteur de\nchaque type, à 15 minutes. Page écrite par un test "
      "(`tests/first_answers_test.cc`), à relire ligne par ligne quand une\nrègle change.\n";
  const char* head =
      "| besoins sûrs | trois premières questions | parcours provisoire |\n|---|---|---|---|\n";
  text += std::string("\n## Une demande seule\n\n| demande ") + head;
  for (const answered& one : ask_all("request")) text += row(one);
  text += std::string("\n## Un droit nommé seul\n\n| droit ") + head;
  for (const answered& one : ask_all("request_right")) text += row(one);
  return text;
}

bool ends_with(const answered& one, actor_type_id type) {
  if (one.proposed.plans.empty()) return false;
  const std::vector<referral_stop>& stops = one.proposed.plans.front().stops;
  return !stops.empty() && everywhere().actors[stops.back().who].type == type;
}

TEST(first_answers, every_request_alone_gives_a_need_questions_and_a_plan) {
  for (const answered& one : ask_all("request")) {
    EXPECT_FALSE(certain(one).empty()) << one.label;
    EXPECT_FALSE(one.found.questions.empty()) << one.label;
    EXPECT_TRUE(one.found.provisional) << one.label;
    EXPECT_FALSE(one.proposed.plans.empty()) << one.label;
  }
}

TEST(first_answers, every_right_alone_gives_a_plan_that_ends_with_whoever_decides_it) {
  for (const answered& one : ask_all("request_right")) {
    EXPECT_FALSE(certain(one).empty()) << one.label;
    EXPECT_FALSE(one.found.questions.empty()) << one.label;
    ASSERT_FALSE(one.proposed.plans.empty()) << one.label;
    const actor_type_id decides = france().rights[one.right].decided_by;
    EXPECT_TRUE(!decides.known() || ends_with(one, decides)) << one.label;
  }
}

TEST(first_answers, the_page_for_reviewers_is_up_to_date) {
  const std::string wanted = whole_page();
  if (std::getenv("AIGUILLAGE_UPDATE") != nullptr) std::ofstream(page, std::ios::binary) << wanted;
  std::ifstream file(page, std::ios::binary);
  std::stringstream written;
  written << file.rdbuf();
  EXPECT_TRUE(written.str() == wanted) << "rules/first_answers.md says something else: run this test with "
                                          "AIGUILLAGE_UPDATE=1 and review the change";
}

}  // namespace
}  // namespace aiguillage
