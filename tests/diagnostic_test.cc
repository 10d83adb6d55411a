#include "aiguillage/diagnostic.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace aiguillage {
namespace {

diagnostic at(const std::string& file, int line, int column, const std::string& code) {
  return {severity::error, code, file, line, column, {"phrase", "sentence"}, {}};
}

TEST(diagnostic, prints_place_level_message_code_then_hint) {
  diagnostic one = at("regle.yaml", 3, 7, "unknown-key");
  one.hint = {"vouliez-vous écrire « nom » ?", "did you mean \"name\"?"};
  EXPECT_EQ(to_string(one, language::fr),
            "regle.yaml:3:7: erreur: phrase [unknown-key]\n  vouliez-vous écrire « nom » ?");
  EXPECT_EQ(to_string(one, language::en),
            "regle.yaml:3:7: error: sentence [unknown-key]\n  did you mean \"name\"?");
}

TEST(diagnostic, leaves_out_what_it_does_not_know) {
  diagnostic one = at("pack", 0, 0, "missing-file");
  EXPECT_EQ(to_string(one, language::fr), "pack: erreur: phrase [missing-file]");
  one.line = 4;
  EXPECT_EQ(to_string(one, language::fr), "pack:4: erreur: phrase [missing-file]");
  one.file.clear();
  one.line = 0;
  EXPECT_EQ(to_string(one, language::en), "error: sentence [missing-file]");
}

TEST(diagnostic, names_each_level_in_each_language) {
  diagnostic one = at("a", 0, 0, "c");
  one.level = severity::warning;
  EXPECT_EQ(to_string(one, language::fr), "a: attention: phrase [c]");
  EXPECT_EQ(to_string(one, language::en), "a: warning: sentence [c]");
  one.level = severity::note;
  EXPECT_EQ(to_string(one, language::en), "a: note: sentence [c]");
}

TEST(diagnostic, has_errors_ignores_warnings_and_notes) {
  diagnostics all{at("a", 1, 1, "c")};
  EXPECT_TRUE(has_errors(all));
  all[0].level = severity::warning;
  EXPECT_FALSE(has_errors(all));
  all[0].level = severity::note;
  EXPECT_FALSE(has_errors(all));
  EXPECT_FALSE(has_errors({}));
}

TEST(diagnostic, sorts_by_file_line_column_code) {
  diagnostics all{at("b", 1, 1, "x"), at("a", 10, 1, "x"), at("a", 2, 9, "x"), at("a", 2, 3, "y"),
                  at("a", 2, 3, "x")};
  sort_by_place(all);
  std::string order;
  for (const diagnostic& one : all)
    order += one.file + std::to_string(one.line) + "," + std::to_string(one.column) + one.code + " ";
  EXPECT_EQ(order, "a2,3x a2,3y a2,9x a10,1x b1,1x ");
}

TEST(nearest_name, accepts_one_slip_in_three_letters) {
  const std::vector<std::string> known{"needs", "urgency", "deadline"};
  EXPECT_EQ(nearest_name("need", known), "needs");
  EXPECT_EQ(nearest_name("nedes", known), "needs");
  EXPECT_EQ(nearest_name("urgancy", known), "urgency");
  EXPECT_EQ(nearest_name("dedaline", known), "deadline");
  EXPECT_EQ(nearest_name("needs", known), "needs");
}

TEST(nearest_name, stays_silent_when_nothing_is_near) {
  EXPECT_EQ(nearest_name("actor", {"needs", "urgency"}), "");
  EXPECT_EQ(nearest_name("id", {"if"}), "");
  EXPECT_EQ(nearest_name("", {"a"}), "");
  EXPECT_EQ(nearest_name("needs", {}), "");
}

TEST(nearest_name, prefers_the_nearest_then_the_first) {
  EXPECT_EQ(nearest_name("montant", {"montent", "montants", "montant"}), "montant");
  EXPECT_EQ(nearest_name("montant", {"montent", "montants"}), "montent");
}

}  // namespace
}  // namespace aiguillage
