#include <algorithm>

#include "aiguillage/explain/why.h"
#include "report/text_parts.h"

namespace aiguillage::report {
namespace {

struct why_page {
  page on;
  const pack& rules;
  const situation& person;
  const qualification& found;
  need_type_id type;
  right_id right;
};

void rights_lines(why_page& to) {
  if (to.right.known()) return;
  for (const need& one : to.found.needs)
    if (one.type == to.type && one.right.known())
      to.on.bullet(sentence(to.on.say(need_words(to.rules, one))), 2);
}

const char* mark(tri holds) { return holds == tri::yes ? "✓ " : holds == tri::no ? "✗ " : "? "; }

void account_lines(why_page& to, const rule_account& one) {
  to.on.hanging(mark(one.holds), with_sources({one.by, account_words(one)}, to.on), 2, ink::bold);
  const rule& by = *one.by;
  to.on.paragraph(by.id + " · " + by.where.file + ":" + std::to_string(by.where.line) + " · " +
                      to.on.say(evidence_words(by.grade)),
                  4, ink::faint);
  for (const condition_line& line : one.conditions)
    to.on.hanging(mark(line.holds), to.on.say(line_words(to.rules, line)),
                  4 + 2 * static_cast<std::size_t>(line.depth));
}

void accounts_part(why_page& to, tri holds, const text& heading, const std::vector<rule_account>& all) {
  const auto chosen = [&](const rule_account& one) { return one.holds == holds; };
  if (std::none_of(all.begin(), all.end(), chosen)) return;
  to.on.heading(heading);
  for (const rule_account& one : all)
    if (chosen(one)) account_lines(to, one);
}

bool needs_another(const way_to_need& one) {
  return std::any_of(one.answers.begin(), one.answers.end(),
                     [](const wanted_answer& a) { return a.another; });
}

void way_lines(why_page& to, const way_to_need& way) {
  bool first = true;
  for (const wanted_answer& one : way.answers) {
    std::string words = to.on.say(one.words);
    if (one.another)
      words += to.on.say({" (réponse notée : ", " (answer on record: "}) +
               to.on.say(value_words(to.rules, to.person, one.fact)) + ")";
    to.on.hanging(first ? "• " : to.on.say({"et ", "and "}), words, first ? 2 : 4);
    first = false;
  }
}

void ways_part(why_page& to) {
  const ways_to_need all = ways_to(to.rules, to.person, to.type, to.right);
  const auto some = [&](bool another, const text& heading) {
    const auto chosen = [&](const way_to_need& one) { return needs_another(one) == another; };
    if (std::none_of(all.ways.begin(), all.ways.end(), chosen)) return;
    to.on.heading(heading);
    for (const way_to_need& one : all.ways)
      if (chosen(one)) way_lines(to, one);
  };
  some(false, {"Ce qui rendrait ce besoin sûr : l'un de ces points",
               "What would make this need certain: one of these points"});
  some(true, {"Il faudrait une autre réponse que celle qui est notée",
              "It would take another answer than the one on record"});
  if (all.more)
    to.on.paragraph(to.on.say({"Il y a d'autres façons, plus longues ou du même ordre.",
                               "There are other ways, longer or of the same order."}),
                    2, ink::faint);
}

}  // namespace
}  // namespace aiguillage::report

namespace aiguillage {

std::string why_text(const pack& rules, const situation& person, const qualification& found,
                     need_type_id type, right_id right, const text_style& style) {
  report::why_page to{report::page{style, {}}, rules, person, found, type, right};
  need asked;
  asked.type = type;
  asked.right = right;
  const text label = need_words(rules, asked);
  report::title(to.on, {report::sentence(label.fr), report::sentence(label.en)},
                need_name(rules, type, right));
  to.on.paragraph(to.on.say(standing_words(standing_of(found, type, right))));
  report::rights_lines(to);
  const std::vector<rule_account> all = accounts_of(rules, person, found, type, right);
  report::accounts_part(to, tri::yes, {"Ce qui le dit", "What says so"}, all);
  report::accounts_part(to, tri::unknown,
                        {"Ce qui le dirait, à vérifier", "What would say so, to be checked"}, all);
  report::ways_part(to);
  report::accounts_part(to, tri::no, {"Les autres règles de ce besoin", "The other rules of this need"}, all);
  to.on.line();
  to.on.paragraph(to.on.say({"✓ établi · ✗ répondu autrement · ? pas encore répondu",
                             "✓ established · ✗ answered otherwise · ? not answered yet"}),
                  0, report::ink::faint);
  report::notes_part(to.on, rules, nullptr, person);
  return to.on.out;
}

}  // namespace aiguillage
