#include <algorithm>
#include <utility>

#include "report/json_parts.h"
#include "report/text_parts.h"

namespace aiguillage::report {

json name_or_null(const std::string& name) { return name.empty() ? json(nullptr) : json(name); }

json rule_json(const reason& one, language wanted) {
  return {{"rule", one.by->id}, {"source", joined_sources(one.by->sources)}, {"text", one.words.in(wanted)}};
}

namespace {

/// The rules by which the need is there, then the others that could make it.
void add_accounts(json& to, const pack& rules, const situation& person, const qualification& found,
                  const need& one, language wanted) {
  const std::vector<rule_account> accounts = accounts_of(rules, person, found, one.type);
  const std::vector<reason> reasons = reasons_for(rules, one);
  const auto is_reason = [&](const rule* by) {
    return std::any_of(reasons.begin(), reasons.end(), [&](const reason& why) { return why.by == by; });
  };
  json because = json::array();
  json others = json::array();
  for (const reason& why : reasons) {
    const auto account = std::find_if(accounts.begin(), accounts.end(),
                                      [&](const rule_account& each) { return each.by == why.by; });
    if (account != accounts.end()) because.push_back(account_json(rules, *account, why.words, wanted));
  }
  for (const rule_account& each : accounts)
    if (!is_reason(each.by)) others.push_back(account_json(rules, each, account_words(each), wanted));
  to["because"] = std::move(because);
  to["other_rules"] = std::move(others);
}

json need_json(const pack& rules, const situation& person, const qualification& found, const need& one,
               language wanted, bool ways) {
  const need_type& type = rules.needs[one.type];
  json all = {{"id", need_name(rules, one.type, one.right)},
              {"need", type.id},
              {"right", id_or_null(rules.rights, one.right)},
              {"operator", id_or_null(rules.actor_types, one.decided_by)},
              {"dimension", dimension_names[static_cast<std::size_t>(type.lane)]},
              {"status", one.status == need_status::certain ? "certain" : "possible"},
              {"help", id_or_null(rules.levels, one.help)},
              {"urgency", id_or_null(rules.urgencies, one.urgency)},
              {"vital", one.vital}};
  add_accounts(all, rules, person, found, one, wanted);
  if (ways && one.status == need_status::possible)
    all["ways"] = ways_json(rules, ways_to(rules, person, one.type), wanted);
  return all;
}

}  // namespace

json question_json(const pack& rules, const question& one, language wanted) {
  json facts = json::array();
  for (const fact_id which : one.facts) facts.push_back(rules.facts[which].id);
  json decides = json::array();
  for (const need_type_id which : one.decides) decides.push_back(rules.needs[which].id);
  json urgencies = json::array();
  for (const urgency_id which : one.urgencies) urgencies.push_back(rules.urgencies[which].id);
  return {{"facts", std::move(facts)},      {"text", one.wording.in(wanted)},
          {"decides", std::move(decides)},  {"urgencies", std::move(urgencies)},
          {"weight", fixed(one.weight, 3)}, {"sensitive", one.sensitive}};
}

json pack_json(const pack& rules) {
  return {{"id", rules.id}, {"version", rules.version}, {"hash", rules.hash}};
}

json clock_json(const pack& rules, const territory* land, const situation& person, language wanted) {
  return {{"date", name_or_null(person.date)},
          {"rules_in_force_on", applicable_day(rules, person)},
          {"hours_evaluated", land != nullptr && is_timed(*land, person)},
          {"text", clock_words(rules, land, person).in(wanted)}};
}

json head_json(const pack& rules, const territory* land, const situation& person, const qualification& found,
               language wanted, bool ways) {
  json all = {{"format", 1}, {"pack", pack_json(rules)}};
  if (land != nullptr) all["territory"] = {{"id", land->id}, {"hash", land->hash}};
  all["provisional"] = found.provisional;
  all["clock"] = clock_json(rules, land, person, wanted);
  json needs = json::array();
  for (const need& one : found.needs) needs.push_back(need_json(rules, person, found, one, wanted, ways));
  json questions = json::array();
  for (const question& one : found.questions) questions.push_back(question_json(rules, one, wanted));
  json because = nullptr;
  if (const rule* by = found.urgency_because) because = rule_json({by, by->because}, wanted);
  all["qualification"] = {{"urgency", id_or_null(rules.urgencies, found.urgency)},
                          {"urgency_because", std::move(because)},
                          {"needs", std::move(needs)},
                          {"questions", std::move(questions)}};
  if (ways) all["qualification"]["not_derived"] = not_derived_json(rules, person, found, wanted);
  return all;
}

}  // namespace aiguillage::report

namespace aiguillage {

std::string qualification_json(const pack& rules, const situation& person, const qualification& found,
                               language wanted, bool ways) {
  return report::written(report::head_json(rules, nullptr, person, found, wanted, ways));
}

}  // namespace aiguillage
