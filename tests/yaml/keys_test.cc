#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "sample_table.h"
#include "yaml/document.h"

namespace aiguillage::yaml {
namespace {

node tree(const std::string& text) {
  diagnostics out;
  auto parsed = parse(text, "t", out);
  EXPECT_TRUE(parsed) << text << '\n' << (out.empty() ? "" : to_string(out[0], language::en));
  return parsed ? *parsed : node{};
}

std::string list(const diagnostics& out) {
  std::string all;
  for (const diagnostic& one : out)
    all += (all.empty() ? "" : ", ") + std::to_string(one.line) + ":" + std::to_string(one.column) + " " +
           one.code;
  return all;
}

std::string faults(const std::string& text) {
  diagnostics out;
  const bool good = check_keys(tree(text), sample_table(), "t", out);
  EXPECT_EQ(good, out.empty());
  return list(out);
}

/// The French hint for one value of one kind; "" when the value is good.
std::string hint(const std::string& value, value_kind kind) {
  diagnostics out;
  const bool good = check_kind(tree("k: " + value).entries.at(0).value, kind, "k", "t", out);
  EXPECT_EQ(good, out.empty()) << value;
  EXPECT_LE(out.size(), 1U) << value;
  return out.empty() ? "" : out[0].hint.fr;
}

node value(const std::string& text) { return tree("k: " + text).entries.at(0).value; }

TEST(check_keys, accepts_one_good_key_of_each_kind) {
  EXPECT_EQ(faults("id: rue_12\nlabel: yes\nflag: true\ncount: -5\nrate: 0.125\nday: 2024-02-29\n"
                   "insee: \"01000\"\nrules: {a: 1}\nsteps: [{b: 2}]\nneeds: logement\nnotes: [a b, c]\n"
                   "title: {fr: Été, en: Summer}\n"),
            "");
}

TEST(check_keys, reports_everything_it_finds) {
  EXPECT_EQ(faults("labell: a\nflag: oui\ncount: 010\nxyz: 1\n"),
            "1:1 unknown-key, 2:7 bad-boolean, 3:8 bad-number, 4:1 unknown-key, 1:1 missing-key");
}

TEST(check_keys, suggests_the_nearest_key_or_lists_them) {
  diagnostics out;
  EXPECT_FALSE(check_keys(tree("id: a\nlabell: b\nzzz: c\n"), sample_table(), "t", out));
  ASSERT_EQ(out.size(), 2U);
  EXPECT_EQ(out[0].hint.fr, "vouliez-vous écrire « label » ?");
  EXPECT_EQ(out[1].hint.en.substr(0, 25), "possible keys: id, label,");
}

TEST(check_keys, wants_a_mapping) {
  EXPECT_EQ(faults("[a]"), "1:1 wrong-kind");
  EXPECT_EQ(faults("bonjour"), "1:1 wrong-kind");
}

TEST(check_keys, explains_a_missing_key_by_its_purpose) {
  diagnostics out;
  EXPECT_FALSE(check_keys(tree("\n\nlabel: a\n"), sample_table(), "t", out));
  ASSERT_EQ(out.size(), 1U);
  EXPECT_EQ(list(out), "3:1 missing-key");
  EXPECT_EQ(out[0].hint.fr, "« id » : le nom de la fiche");
}

TEST(check_kind, booleans_are_true_and_false_only) {
  for (const char* good : {"true", "false"}) EXPECT_EQ(hint(good, value_kind::boolean), "") << good;
  for (const char* yes :
       {"yes", "Yes", "on", "ON", "y", "Y", "True", "TRUE", "oui", "1", "\"true\"", "'yes'"})
    EXPECT_EQ(hint(yes, value_kind::boolean), "écrivez true, sans guillemets") << yes;
  for (const char* no : {"no", "No", "off", "n", "False", "FALSE", "non", "0", "\"false\""})
    EXPECT_EQ(hint(no, value_kind::boolean), "écrivez false, sans guillemets") << no;
  for (const char* other : {"none", "nil", "peut-être", "truee"})
    EXPECT_EQ(hint(other, value_kind::boolean), "écrivez true ou false, sans guillemets") << other;
}

TEST(check_kind, integers_are_in_base_ten_and_unquoted) {
  for (const char* good : {"0", "5", "-5", "1000", "999999999999999"})
    EXPECT_EQ(hint(good, value_kind::integer), "") << good;
  const std::vector<std::pair<const char*, const char*>> mended{
      {"010", "10"}, {"01000", "1000"}, {"-007", "-7"},    {"0x10", "16"}, {"0o7", "7"},
      {"0b11", "3"}, {"1_000", "1000"}, {"1 000", "1000"}, {"+5", "5"},    {"1.", "1"},
      {"-0", "0"},   {"00", "0"},       {"\"010\"", "10"}};
  for (const auto& [bad, good] : mended)
    EXPECT_EQ(hint(bad, value_kind::integer), std::string("écrivez ") + good + ", sans guillemets") << bad;
  EXPECT_EQ(hint("\"5\"", value_kind::integer), "enlevez les guillemets : 5");
  for (const char* bad : {"1e3", ".5", "1.5", "cinq", "--5", "9999999999999999", "0x", "0xg", "\"\"", "٣"})
    EXPECT_EQ(hint(bad, value_kind::integer), "écrivez un entier en chiffres : 5, 1000, -3") << bad;
}

TEST(check_kind, decimals_have_a_point_and_three_digits_after_it_at_most) {
  for (const char* good : {"0", "5", "-5", "0.5", "-0.5", "12.125", "1.0"})
    EXPECT_EQ(hint(good, value_kind::decimal), "") << good;
  const std::vector<std::pair<const char*, const char*>> mended{
      {".5", "0.5"},   {"-.5", "-0.5"}, {"1.", "1"},          {"0,5", "0.5"},
      {"01.5", "1.5"}, {"+0.5", "0.5"}, {"1_000.5", "1000.5"}};
  for (const auto& [bad, good] : mended)
    EXPECT_EQ(hint(bad, value_kind::decimal), std::string("écrivez ") + good + ", sans guillemets") << bad;
  EXPECT_EQ(hint("'0.5'", value_kind::decimal), "enlevez les guillemets : 0.5");
  for (const char* bad : {"1e3", ".inf", ".nan", "1.2345", "1.2.3", "1.-5", "demi", "-."})
    EXPECT_EQ(hint(bad, value_kind::decimal), "écrivez un nombre avec un point : 5, 0.5, 12.25") << bad;
}

TEST(check_kind, dates_are_real_days) {
  for (const char* good : {"2025-01-31", "\"2024-02-29\"", "2000-02-29", "1999-12-31"})
    EXPECT_EQ(hint(good, value_kind::date), "") << good;
  for (const char* bad :
       {"2025-02-29", "1900-02-29", "2025-04-31", "2025-13-01", "2025-00-10", "2025-01-00", "0000-01-01"})
    EXPECT_EQ(hint(bad, value_kind::date), "vérifiez le mois et le jour") << bad;
  for (const char* bad : {"31/01/2025", "2025-1-5", "2025", "20250131", "2025-01-31T10:00", "demain"})
    EXPECT_EQ(hint(bad, value_kind::date), "écrivez année-mois-jour : 2025-01-31") << bad;
}

TEST(check_kind, codes_are_quoted) {
  for (const char* good : {"\"01000\"", "'no'", "\"2A004\""})
    EXPECT_EQ(hint(good, value_kind::code), "") << good;
  EXPECT_EQ(hint("01000", value_kind::code), "écrivez \"01000\"");
  EXPECT_EQ(hint("no", value_kind::code), "écrivez \"no\"");
  for (const char* bad : {"\"\"", "\"01 000\"", "01 000", "|\n  01000"})
    EXPECT_EQ(hint(bad, value_kind::code), "un code n'est pas vide et n'a pas d'espace") << bad;
}

TEST(check_kind, names_are_plain_identifiers) {
  for (const char* good : {"a", "logement_urgent", "r12", "Cas_3", "no", "\"a\"", "12"})
    EXPECT_EQ(hint(good, value_kind::name), "") << good;
  for (const char* bad : {"a-b", "a b", "été", "aB", "a.b", "\"\"", "É"})
    EXPECT_EQ(hint(bad, value_kind::name), "minuscules sans accent, chiffres et « _ » seulement") << bad;
}

TEST(check_kind, texts_are_not_empty) {
  for (const char* good : {"a", "yes", "\"12\"", "|\n  un\n  deux"})
    EXPECT_EQ(hint(good, value_kind::text), "") << good;
  for (const char* bad : {"\"\"", "\"  \"", "\"\\n\""})
    EXPECT_EQ(hint(bad, value_kind::text), "écrivez le texte, ou effacez la clé") << bad;
}

TEST(check_kind, shapes_are_told_apart) {
  diagnostics out;
  for (const value_kind kind :
       {value_kind::text, value_kind::name, value_kind::boolean, value_kind::integer, value_kind::decimal,
        value_kind::date, value_kind::code, value_kind::mapping, value_kind::bilingual})
    EXPECT_FALSE(check_kind(value("[a]"), kind, "k", "t", out));
  for (const value_kind kind : {value_kind::sequence, value_kind::names, value_kind::texts, value_kind::name})
    EXPECT_FALSE(check_kind(value("{a: b}"), kind, "k", "t", out));
  EXPECT_FALSE(check_kind(value("a"), value_kind::texts, "k", "t", out));
  EXPECT_EQ(out.size(), 14U);
  for (const diagnostic& one : out) EXPECT_EQ(one.code, "wrong-kind");
  for (const char* any : {"a", "[a]", "{a: b}"}) EXPECT_EQ(hint(any, value_kind::any), "") << any;
}

TEST(check_kind, lists_report_each_bad_element) {
  diagnostics out;
  EXPECT_FALSE(check_kind(value("[a, b-c, [d], É]"), value_kind::names, "k", "t", out));
  EXPECT_EQ(list(out), "1:8 bad-name, 1:13 wrong-kind, 1:18 bad-name");
  EXPECT_EQ(hint("[]", value_kind::names), "");
}

TEST(check_kind, bilingual_wants_both_languages_and_nothing_else) {
  diagnostics out;
  EXPECT_FALSE(check_kind(value("{fr: \"\", de: Rat}"), value_kind::bilingual, "k", "t", out));
  EXPECT_EQ(list(out), "1:9 bad-text, 1:13 unknown-key, 1:4 missing-key");
}

TEST(as, reads_what_check_kind_accepted) {
  EXPECT_TRUE(as_boolean(value("true")));
  EXPECT_FALSE(as_boolean(value("false")));
  EXPECT_EQ(as_integer(value("-12")), -12);
  EXPECT_EQ(as_integer(value("999999999999999")), 999999999999999);
  const text title = as_bilingual(value("{fr: Été, en: Summer}"));
  EXPECT_EQ(title.fr, "Été");
  EXPECT_EQ(title.en, "Summer");
}

TEST(as, counts_thousandths_exactly) {
  const std::vector<std::pair<const char*, std::int64_t>> all{
      {"0", 0},        {"5", 5000},    {"0.5", 500},
      {"-0.5", -500},  {"-0.001", -1}, {"12.25", 12250},
      {"1.005", 1005}, {"-3", -3000},  {"999999999999999.999", 999999999999999999}};
  for (const auto& [written, thousandths] : all)
    EXPECT_EQ(as_thousandths(value(written)), thousandths) << written;
}

TEST(as, takes_a_lone_scalar_for_a_list_of_one) {
  const node alone = value("a");
  ASSERT_EQ(as_list(alone).size(), 1U);
  EXPECT_EQ(as_list(alone)[0]->scalar, "a");
  const node two = value("[a, b]");
  ASSERT_EQ(as_list(two).size(), 2U);
  EXPECT_EQ(as_list(two)[1]->scalar, "b");
}

}  // namespace
}  // namespace aiguillage::yaml
