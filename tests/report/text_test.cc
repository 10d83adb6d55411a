#include "aiguillage/report/text.h"

#include <sstream>

#include <gtest/gtest.h>

#include "aiguillage/report/dot.h"
#include "report/dates.h"
#include "report/page.h"
#include "report/sample.h"

namespace aiguillage {
namespace {

using namespace report_sample;

TEST(page, counts_characters_and_not_bytes) {
  EXPECT_EQ(report::width_of("été →"), 5U);
  EXPECT_EQ(report::padded("é", 3), "é  ");
  EXPECT_EQ(report::wrapped("éé éé éé", 5), (std::vector<std::string>{"éé éé", "éé"}));
  EXPECT_EQ(report::wrapped("ééééééé", 3), (std::vector<std::string>{"ééé", "ééé", "é"}));
  EXPECT_EQ(report::wrapped("", 3), std::vector<std::string>{""});
}

TEST(page, does_not_break_before_french_marks) {
  EXPECT_EQ(report::wrapped("un mot ?", 6), (std::vector<std::string>{"un", "mot ?"}));
  EXPECT_EQ(report::wrapped("dit « oui »", 8), (std::vector<std::string>{"dit", "« oui »"}));
}

TEST(dates, follow_the_calendar) {
  EXPECT_EQ(report::date_words("2026-11-24", 0).fr, "mardi 24 novembre");
  EXPECT_EQ(report::date_words("2026-11-24", 7).fr, "mardi 1er décembre");
  EXPECT_EQ(report::date_words("2026-12-31", 1).en, "Friday 1 January");
  EXPECT_EQ(report::date_words("2028-02-28", 1).fr, "mardi 29 février");
  EXPECT_EQ(report::date_words("", 3).fr, "");
  EXPECT_EQ(report::day_words(0).fr, "aujourd'hui");
  EXPECT_EQ(report::day_words(5).en, "in 5 days");
}

TEST(dates, are_said_whole) {
  EXPECT_EQ(report::full_date_words("2026-11-01").fr, "1er novembre 2026");
  EXPECT_EQ(report::full_date_words("2026-11-24").en, "24 November 2026");
  EXPECT_EQ(report::full_date_words("soon").en, "soon");
}

struct pages : testing::Test {
  world in;
  void SetUp() override { build(in); }
  [[nodiscard]] std::string route(language wanted, bool colours = false) const {
    return referral_text(in.rules, in.land, in.person, in.found, in.proposed, {wanted, colours});
  }
};

TEST_F(pages, no_line_is_wider_than_the_page) {
  for (const language wanted : {language::fr, language::en}) {
    std::istringstream lines(route(wanted) +
                             qualification_text(in.rules, in.person, in.found, {wanted, false}));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(report::width_of(line), report::page_width) << line;
      EXPECT_TRUE(line.empty() || line.back() != ' ') << line;
    }
  }
}

TEST_F(pages, the_plan_shows_three_lanes_with_joined_stops) {
  const std::string page = route(language::fr);
  EXPECT_NE(page.find("    NUMÉRIQUE                       ADMINISTRATIF (rien de certain) SOCIAL\n"),
            std::string::npos)
      << page;
  EXPECT_NE(page.find("  ↓ appel à trois (depuis : Accueil de la mairie)\n"), std::string::npos) << page;
  std::string joined = "    ●";
  for (int i = 0; i < 63; ++i) joined += "─";
  EXPECT_NE(page.find(joined + "●\n"), std::string::npos) << page;
  EXPECT_NE(page.find("\n2   Décision : Caf"), std::string::npos) << page;
}

TEST_F(pages, a_stop_says_who_what_how_and_what_to_tell) {
  const std::string page = route(language::fr);
  for (const char* words :
       {"1   CCAS du \"village\" · dans 2 jours", "• Impayé de loyer → accompagnement social",
        "• Mot de passe : RSA → faire avec (premier niveau", "Y aller : Appel à trois, 25 min de trajet.",
        "Suivi : Accueil de la mairie s'assure que la personne a été reçue, dans 9 jours.",
        "• Des loyers en retard, et combien ? 2\n",
        "Seulement avec un accord écrit, pas encore donné\n      Comment tenez-vous ?\n",
        "• Un loyer est en retard. [L44]", "CCAS du \"village\" demande où en est la décision",
        "Question sensible : la personne peut ne pas y répondre."})
    EXPECT_NE(page.find(words), std::string::npos) << words << "\n" << page;
}

TEST_F(pages, english_is_english) {
  const std::string page = route(language::en);
  EXPECT_NE(page.find("Proposed path"), std::string::npos);
  EXPECT_NE(page.find("Getting there: Three-way call"), std::string::npos) << page;
  EXPECT_EQ(page.find("parcours"), std::string::npos);
}

TEST_F(pages, colours_only_add_escape_codes) {
  std::string coloured = route(language::fr, true);
  EXPECT_NE(coloured.find("\033[1;36m"), std::string::npos);
  for (std::size_t at = coloured.find('\033'); at != std::string::npos; at = coloured.find('\033'))
    coloured.erase(at, coloured.find('m', at) - at + 1);
  EXPECT_EQ(coloured, route(language::fr));
}

TEST_F(pages, a_need_that_nobody_meets_is_said_with_what_to_do) {
  in.proposed.unmet = {{&in.found.needs[0], {{actor_type_id(1), nullptr}}}};
  in.proposed.plans.clear();
  const std::string page = route(language::fr);
  EXPECT_NE(page.find("Aucune étape à proposer"), std::string::npos);
  EXPECT_NE(page.find("Personne ici ne peut répondre à ce besoin pour l'instant : impayé de loyer."),
            std::string::npos)
      << page;
}

TEST_F(pages, possible_needs_are_named_without_their_reasons) {
  in.found.needs[1].status = need_status::possible;
  const std::string page = qualification_text(in.rules, in.person, in.found, {language::fr, false});
  EXPECT_NE(page.find("Ce qui est possible, à vérifier"), std::string::npos);
  EXPECT_NE(page.find("Mot de passe : RSA."), std::string::npos) << page;
  EXPECT_EQ(page.find("Identifiants perdus."), std::string::npos);
}

TEST_F(pages, dot_has_a_cluster_per_lane_and_labelled_edges) {
  const std::string graph = referral_dot(in.rules, in.land, in.person, in.proposed, language::fr);
  for (const char* words :
       {"digraph aiguillage {", "subgraph \"cluster_digital\"", "subgraph \"cluster_social\"",
        "CCAS du \\\"village\\\"", "here -> s1_digital [label=\"appel à trois\"];",
        "s1_digital -> s2_digital [style=dashed];"})
    EXPECT_NE(graph.find(words), std::string::npos) << words << "\n" << graph;
  in.proposed.plans.clear();
  EXPECT_EQ(referral_dot(in.rules, in.land, in.person, in.proposed, language::fr),
            "digraph aiguillage {\n}\n");
}

}  // namespace
}  // namespace aiguillage
