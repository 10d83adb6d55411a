#include "aiguillage/report/trial.h"

#include <algorithm>

#include "report/json_value.h"
#include "report/page.h"

namespace aiguillage {
namespace {

using report::json;
using report::page;

std::string at(const place& where) { return where.file + ":" + std::to_string(where.line); }

json named(const statement& one) {
  return {{"rule", one.name}, {"file", one.about->where.file}, {"line", one.about->where.line}};
}

bool seen_both(const condition_sight& one) { return one.seen_true && one.seen_false; }

text sight_of(const condition_sight& one) {
  if (!one.seen_true && !one.seen_false) return {"jamais connue", "never known"};
  if (one.seen_false) return {"jamais vraie", "never true"};
  return {"jamais fausse", "never false"};
}

std::string share(std::size_t some, std::size_t all) {
  return std::to_string(some) + "/" + std::to_string(all) + " (" + std::to_string(percent_of(some, all)) +
         " %)";
}

}  // namespace

int percent_of(std::size_t some, std::size_t all) {
  return all == 0 ? 100 : static_cast<int>(100 * some / all);
}

coverage_count count(const coverage& of) {
  coverage_count result;
  result.rules = of.rules.size();
  result.rules_fired = static_cast<std::size_t>(
      std::count_if(of.fired.begin(), of.fired.end(), [](const auto& cases) { return !cases.empty(); }));
  result.conditions = of.conditions.size();
  result.conditions_seen_both =
      static_cast<std::size_t>(std::count_if(of.conditions.begin(), of.conditions.end(), seen_both));
  return result;
}

std::size_t count_killed(const std::vector<mutant>& all) {
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [](const mutant& one) { return !one.killed_by.empty(); }));
}

std::string coverage_json(const coverage& of) {
  const coverage_count sums = count(of);
  json never = json::array();
  for (std::size_t i = 0; i < of.rules.size(); ++i)
    if (of.fired[i].empty()) never.push_back(named(of.rules[i]));
  json one_sided = json::array();
  for (const condition_sight& one : of.conditions)
    if (!seen_both(one))
      one_sided.push_back({{"condition", one.words},
                           {"file", one.of->where.file},
                           {"line", one.of->where.line},
                           {"seen_true", one.seen_true},
                           {"seen_false", one.seen_false}});
  return report::written({{"format", 1},
                          {"coverage",
                           {{"rules", sums.rules},
                            {"fired", sums.rules_fired},
                            {"never_fired", never},
                            {"conditions", sums.conditions},
                            {"seen_both", sums.conditions_seen_both},
                            {"one_sided", one_sided}}}});
}

std::string coverage_text(const coverage& of, const text_style& style) {
  page on{style, {}};
  const coverage_count sums = count(of);
  for (std::size_t i = 0; i < of.rules.size(); ++i)
    if (of.fired[i].empty())
      on.line(at(of.rules[i].about->where) + ": " +
              on.say({"règle jamais appliquée : ", "rule never fired: "}) + of.rules[i].name);
  for (const condition_sight& one : of.conditions)
    if (!seen_both(one)) on.line(at(one.of->where) + ": " + on.say(sight_of(one)) + ": " + one.words);
  on.line(on.say({"Règles appliquées dans un cas au moins : ", "Rules that fire in a case: "}) +
          share(sums.rules_fired, sums.rules));
  on.line(on.say({"Conditions vues vraies et fausses : ", "Conditions seen true and false: "}) +
          share(sums.conditions_seen_both, sums.conditions));
  return on.out;
}

std::string mutants_json(const std::vector<mutant>& all) {
  json mutants = json::array();
  for (const mutant& one : all) {
    json each = named(one.without);
    each["killed_by"] = one.killed_by.empty() ? json() : json(one.killed_by);
    each["check"] = one.check.empty() ? json() : json(one.check);
    mutants.push_back(std::move(each));
  }
  return report::written(
      {{"format", 1},
       {"mutation", {{"rules", all.size()}, {"killed", count_killed(all)}, {"mutants", mutants}}}});
}

std::string mutants_text(const std::vector<mutant>& all, const text_style& style) {
  page on{style, {}};
  for (const mutant& one : all)
    if (one.killed_by.empty())
      on.line(at(one.without.about->where) + ": " +
              on.say({"aucun cas n'échoue sans cette règle : ", "no case fails without this rule: "}) +
              one.without.name);
  on.line(on.say({"Règles sans lesquelles un cas échoue : ", "Rules without which a case fails: "}) +
          share(count_killed(all), all.size()));
  return on.out;
}

}  // namespace aiguillage
