#include <algorithm>
#include <set>

#include "aiguillage/referral.h"
#include "aiguillage/trial.h"

namespace aiguillage {
namespace {

/// The rules that a case's main plan rests on: those are tried first, since they are the likeliest to matter.
std::set<const rule*> used_by(const pack& rules, const case_file& of) {
  std::set<const rule*> used;
  const qualification found = qualify(rules, of.facts);
  const territory land = neutral_territory(rules, absent_types(rules, of));
  const referral proposed = refer(rules, land, of.facts, found, 1);
  if (proposed.plans.empty()) return used;
  for (const referral_stop& stop : proposed.plans.front().stops)
    for (const served_need& one : stop.serves) used.insert(one.because);
  return used;
}

std::string failed_check(const case_verdict& verdict) {
  const auto failed = std::find_if(verdict.checks.begin(), verdict.checks.end(),
                                   [](const check_result& one) { return !one.pass; });
  return failed == verdict.checks.end() ? "" : failed->check;
}

struct trial {
  const pack& rules;
  const std::vector<case_file>& cases;
  coverage covered;
  std::vector<bool> passes;                 // by case, with every rule
  std::vector<std::set<const rule*>> used;  // by case
};

std::vector<std::size_t> likeliest_first(const trial& of, std::size_t which) {
  const rule* about = of.covered.rules[which].about;
  std::vector<std::size_t> order;
  for (const bool wanted : {true, false})
    for (const std::size_t i : of.covered.fired[which])
      if (of.passes[i] && of.used[i].contains(about) == wanted) order.push_back(i);
  return order;
}

mutant try_without(const trial& of, std::size_t which) {
  mutant result{of.covered.rules[which], "", ""};
  const pack rest = without(of.rules, result.without);
  for (const std::size_t i : likeliest_first(of, which)) {
    const case_verdict verdict = judge_case(rest, of.cases[i]);
    if (verdict.passed) continue;
    result.killed_by = verdict.id;
    result.check = failed_check(verdict);
    break;
  }
  return result;
}

}  // namespace

std::vector<mutant> mutate(const pack& rules, const std::vector<case_file>& cases, std::size_t every,
                           const progress& tell) {
  trial of{rules, cases, cover(rules, cases), {}, {}};
  for (const case_file& one : cases) {
    of.passes.push_back(judge_case(rules, one).passed);
    of.used.push_back(used_by(rules, one));
  }
  std::vector<mutant> result;
  const std::size_t all = (of.covered.rules.size() + every - 1) / every;
  for (std::size_t i = 0; i < of.covered.rules.size(); i += every) {
    result.push_back(try_without(of, i));
    tell(result.size(), all);
  }
  return result;
}

}  // namespace aiguillage
