#include "aiguillage/report/verdicts.h"

#include <algorithm>

#include "report/json_writer.h"
#include "report/page.h"

namespace aiguillage {
namespace {

using report::ink;
using report::json_writer;
using report::page;

struct recall {
  int at_3 = 0;
  int at_5 = 0;
  int expected = 0;
};

recall total_recall(const std::vector<case_verdict>& all) {
  recall sum;
  for (const case_verdict& one : all) {
    sum.at_3 += one.recall_at_3;
    sum.at_5 += one.recall_at_5;
    sum.expected += one.questions_expected;
  }
  return sum;
}

void write_recall(json_writer& to, const recall& of) {
  to.object([&] {
    to.field("at_3", of.at_3);
    to.field("at_5", of.at_5);
    to.field("expected", of.expected);
  });
}

void write_case(json_writer& to, const case_verdict& one) {
  to.object([&] {
    to.field("case", one.id);
    to.field("file", one.file);
    to.field("passed", one.passed);
    to.key("checks");
    to.list(one.checks, [&](const check_result& each) {
      to.object([&] {
        to.field("check", each.check);
        to.field("pass", each.pass);
        to.key("expected");
        to.row(each.expected);
        to.key("got");
        to.row(each.got);
      });
    });
    to.key("recall");
    write_recall(to, {one.recall_at_3, one.recall_at_5, one.questions_expected});
  });
}

std::string listed(const page& on, const std::vector<std::string>& names) {
  std::string words;
  for (const std::string& one : names) words += (words.empty() ? "" : ", ") + one;
  return words.empty() ? on.say({"rien", "nothing"}) : words;
}

std::string part_of(int some, int all) {
  const int percent = all == 0 ? 100 : (200 * some + all) / (2 * all);
  return std::to_string(some) + "/" + std::to_string(all) + " (" + std::to_string(percent) + " %)";
}

void case_lines(page& on, const case_verdict& one) {
  on.line(on.inked(ink::bold, one.passed ? "PASS" : "FAIL") + " " + one.id +
          on.inked(ink::faint, "  " + one.file));
  for (const check_result& each : one.checks) {
    if (each.pass) continue;
    on.bullet(each.check, 5);
    on.hanging(on.say({"attendu : ", "expected: "}), listed(on, each.expected), 7);
    on.hanging(on.say({"obtenu  : ", "got:      "}), listed(on, each.got), 7);
  }
}

void baseline_lines(page& on, const std::vector<baseline_tally>& baselines) {
  for (const baseline_tally& one : baselines)
    on.line(report::padded(one.id, 32) + std::to_string(one.passed) + " passed, " +
            std::to_string(one.failed) + " failed  " + on.inked(ink::faint, on.say(one.label)));
}

}  // namespace

int failed_cases(const std::vector<case_verdict>& all) {
  return static_cast<int>(
      std::count_if(all.begin(), all.end(), [](const case_verdict& one) { return !one.passed; }));
}

std::string verdicts_json(const std::vector<case_verdict>& all,
                          const std::vector<baseline_tally>& baselines) {
  const int failed = failed_cases(all);
  json_writer to;
  to.object([&] {
    to.field("format", 1);
    to.key("cases");
    to.list(all, [&](const case_verdict& one) { write_case(to, one); });
    to.field("passed", static_cast<int>(all.size()) - failed);
    to.field("failed", failed);
    to.key("recall");
    write_recall(to, total_recall(all));
    if (baselines.empty()) return;
    to.key("baselines");
    to.list(baselines, [&](const baseline_tally& one) {
      to.object([&] {
        to.field("baseline", one.id);
        to.field("passed", one.passed);
        to.field("failed", one.failed);
      });
    });
  });
  return to.take();
}

std::string verdicts_text(const std::vector<case_verdict>& all, const std::vector<baseline_tally>& baselines,
                          const text_style& style) {
  page on{style, {}};
  for (const case_verdict& one : all) case_lines(on, one);
  on.line();
  const recall sum = total_recall(all);
  on.line(on.say({"Questions attendues parmi les 3 premières : ", "Expected questions among the first 3: "}) +
          part_of(sum.at_3, sum.expected) + on.say({" ; parmi les 5 premières : ", "; among the first 5: "}) +
          part_of(sum.at_5, sum.expected));
  baseline_lines(on, baselines);
  const int failed = failed_cases(all);
  on.line(std::to_string(static_cast<int>(all.size()) - failed) + " passed, " + std::to_string(failed) +
          " failed");
  return on.out;
}

}  // namespace aiguillage
