#include "aiguillage/report/html.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include "aiguillage/report/text.h"
#include "report/markup.h"
#include "report/sample.h"

namespace aiguillage {
namespace {

using namespace report_sample;

std::size_t count_of(const std::string& in, const std::string& what) {
  std::size_t count = 0;
  for (std::size_t at = in.find(what); at != std::string::npos; at = in.find(what, at + 1)) ++count;
  return count;
}

/// The first fault of form, or nothing: every element is closed in order, every & begins a known entity.
std::string fault_of_form(const std::string& page) {
  std::vector<std::string> open;
  for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
    const std::size_t end = page.find('>', at);
    if (end == std::string::npos) return "a tag without end";
    const std::string tag = page.substr(at + 1, end - at - 1);
    if (tag.find('<') != std::string::npos) return "a < in a tag: " + tag;
    if (tag[0] == '!' || tag.back() == '/') continue;
    if (tag[0] != '/') {
      open.push_back(tag.substr(0, tag.find(' ')));
    } else {
      if (open.empty() || open.back() != tag.substr(1)) return "closed out of order: " + tag;
      open.pop_back();
    }
  }
  for (std::size_t at = page.find('&'); at != std::string::npos; at = page.find('&', at + 1)) {
    const std::string entity = page.substr(at, page.find(';', at) - at + 1);
    const std::vector<std::string> known = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    if (std::find(known.begin(), known.end(), entity) == known.end()) return "not an entity: " + entity;
  }
  return open.empty() ? "" : "never closed: " + open.back();
}

TEST(markup, escapes_what_could_be_read_as_markup) {
  EXPECT_EQ(report::escaped("<b> & \"c\" 'd'"), "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
  EXPECT_EQ(report::escaped(std::string("a\x01") + "b\x7F"),
            "a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD");
  EXPECT_EQ(report::words_in("p", ""), "");
  EXPECT_EQ(report::list_of({"a<", ""}), "<ul>\n<li>a&lt;</li>\n</ul>\n");
}

struct printed : testing::Test {
  world in;
  void SetUp() override {
    build(in);
    in.person.date = "2026-11-24";
  }
  [[nodiscard]] std::string page(language wanted) const {
    return referral_html(in.rules, in.land, in.person, in.found, in.proposed, wanted);
  }
  [[nodiscard]] std::string note(std::size_t index, language wanted = language::fr) const {
    const std::string all = page(wanted);
    std::size_t at = 0;
    for (std::size_t i = 0; i <= index; ++i) at = all.find("<article", at + 1);
    return all.substr(at, all.find("</article>", at) - at);
  }
};

TEST_F(printed, is_one_page_that_stands_alone) {
  for (const language wanted : {language::fr, language::en}) {
    const std::string all = page(wanted);
    EXPECT_EQ(fault_of_form(all), "") << all;
    EXPECT_EQ(all.find("<!DOCTYPE html>\n<html lang=\"" + std::string(wanted == language::fr ? "fr" : "en") +
                       "\">"),
              0U);
    for (const char* outside : {"<script", "<link", "<img", " src=", " href=", "url(", "@import", "http://"})
      EXPECT_EQ(all.find(outside), std::string::npos) << outside;
    for (const char* wanted_there : {"@media print", "size: A4", "name=\"viewport\"", "<title>", "<main>"})
      EXPECT_NE(all.find(wanted_there), std::string::npos) << wanted_there;
    EXPECT_EQ(count_of(all, "<h1>"), 1U);
    EXPECT_EQ(count_of(all, "<article"), in.proposed.plans[0].stops.size());
  }
}

TEST_F(printed, names_cannot_break_it) {
  const std::string nasty = "</p><script>alert(\"x\")</script> & 'co' \x02";
  for (std::size_t i = 0; i < in.land.actors.size(); ++i) {
    actor& one = in.land.actors[actor_id(i)];
    one.name = one.phone = one.email = one.website = one.hours = one.conditions = nasty;
  }
  in.land.title = {nasty, nasty};
  in.rules.needs[need_type_id(rent)].label = {nasty, nasty};
  in.rules.facts[fact_id(months)].question = {nasty + " ?", nasty + "?"};
  in.rules.need_rules[0].about.because = {nasty, nasty};
  in.found.questions[0].wording = {nasty, nasty};
  const std::string all = page(language::fr);
  EXPECT_EQ(fault_of_form(all), "");
  EXPECT_EQ(all.find("<script"), std::string::npos);
  EXPECT_NE(all.find("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;co&#39;"),
            std::string::npos);
}

TEST_F(printed, a_note_says_who_what_when_where_and_what_to_bring) {
  site place;
  place.name = "Maison commune";
  place.address = "2 rue du Bac, 35000 Rennes";
  in.land.actors[actor_id(1)].at = in.land.sites.add(place);
  in.land.actors[actor_id(1)].phone = "02 99 00 00 01";
  const std::string first = note(0);
  for (const char* words :
       {"<h2>1. CCAS du &quot;village&quot;</h2>", "<h3>Quand</h3><p>Dans 2 jours, jeudi 26 novembre</p>",
        "Maison commune", "2 rue du Bac, 35000 Rennes · 02\u00a099\u00a000\u00a000\u00a001",
        "<li>Impayé de loyer → accompagnement social</li>", "<p>Appel à trois, 25\u00a0min de trajet.</p>",
        "De la part de :</strong> Accueil de la mairie", "<h3>À apporter</h3>",
        "<h3>À dire, avec son accord</h3>", "<li>Des loyers en retard, et combien ? 2</li>"}) {
    std::string flat = first;
    flat.erase(std::remove(flat.begin(), flat.end(), '\n'), flat.end());
    EXPECT_NE(flat.find(words), std::string::npos) << words << "\n" << flat;
  }
  EXPECT_NE(note(0, language::en).find("Sent by:"), std::string::npos);
}

TEST_F(printed, a_place_with_no_name_of_its_own_has_that_of_its_type_in_both_languages) {
  in.rules.actor_types[actor_type_id(0)].label = {"accueil", "front desk"};
  in.rules.actor_types[actor_type_id(1)].label = {"CCAS", "social centre"};
  in.land.actors[actor_id(0)].name = "accueil";
  in.land.actors[actor_id(1)].name = "CCAS";
  EXPECT_NE(note(0, language::en).find("<h2>1. Social centre</h2>"), std::string::npos);
  EXPECT_NE(note(0, language::en).find("Sent by:</strong> front desk"), std::string::npos);
  const std::string words =
      referral_text(in.rules, in.land, in.person, in.found, in.proposed, {language::en, false});
  EXPECT_NE(words.find("social centre"), std::string::npos);
  EXPECT_EQ(words.find("CCAS"), std::string::npos) << words;
}

TEST_F(printed, titles_of_notes_begin_with_a_capital) {
  in.land.actors[actor_id(1)].name = "espace public";
  EXPECT_NE(note(0).find("<h2>1. Espace public</h2>"), std::string::npos);
}

TEST_F(printed, what_is_kept_is_on_the_sender_s_pages_as_a_question_only) {
  const std::string all = page(language::fr);
  EXPECT_EQ(note(0).find("Comment tenez-vous"), std::string::npos);
  EXPECT_EQ(count_of(all, "Comment tenez-vous ?</li>"), 1U) << all;
  EXPECT_NE(all.find("Accord écrit de la personne : pas donné."), std::string::npos);
  in.person.facts[fact_id(consent)].values = value_set(2);
  EXPECT_NE(note(0).find("<li>Comment tenez-vous ? Oui</li>"), std::string::npos);
  EXPECT_NE(note(0).find("Accord écrit de la personne : donné."), std::string::npos);
}

TEST_F(printed, a_need_that_nobody_meets_is_no_empty_page) {
  in.proposed.unmet = {{in.found.needs.data(), {{actor_type_id(1), nullptr}}}};
  in.proposed.plans.clear();
  const std::string all = page(language::en);
  EXPECT_EQ(fault_of_form(all), "");
  EXPECT_NE(all.find("No stop to propose for now."), std::string::npos);
  EXPECT_NE(all.find("Nobody here can meet this need for now"), std::string::npos);
  EXPECT_EQ(all.find("These first pages"), std::string::npos);
}

/// sRGB contrast (WCAG 2): every colour of text against white.
double luminance(const std::string& hex) {
  const std::array<double, 3> weights = {0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const double part = std::stoi(hex.substr(2 * i, 2), nullptr, 16) / 255.0;
    sum += weights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
  }
  return sum;
}

TEST(markup, text_stands_out_from_the_page) {
  const std::string& style = report::page_style();
  std::size_t colours = 0;
  for (std::size_t at = style.find("color: #"); at != std::string::npos;
       at = style.find("color: #", at + 1)) {
    const std::string hex = style.substr(at + 8, 6);
    EXPECT_GE(1.05 / (luminance(hex) + 0.05), 7.0) << hex;
    ++colours;
  }
  EXPECT_GE(colours, 5U);
}

}  // namespace
}  // namespace aiguillage
