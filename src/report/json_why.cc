#include <algorithm>

#include "aiguillage/explain/why.h"
#include "report/json_parts.h"

namespace aiguillage::report {
namespace {

/// In the order of `evidence`, as packs write them.
constexpr std::array<const char*, 7> evidence_names = {"measured", "testimony", "analysis", "law",
                                                       "public",   "judgement", "assumed"};

json truth_json(tri holds) { return holds == tri::unknown ? json(nullptr) : json(holds == tri::yes); }

json conditions_json(const pack& rules, const rule_account& one, language wanted) {
  json all = json::array();
  for (const condition_line& line : one.conditions)
    all.push_back({{"fact", id_or_null(rules.facts, line.fact)},
                   {"words", line_words(rules, line).in(wanted)},
                   {"holds", truth_json(line.holds)},
                   {"depth", line.depth}});
  return all;
}

json at_least_json(const fact& of, std::int64_t thousandths) {
  return of.kind == fact_kind::integer ? json((thousandths + 999) / 1000) : fixed(thousandths, 3);
}

json at_most_json(const fact& of, std::int64_t thousandths) {
  return of.kind == fact_kind::integer ? json(thousandths / 1000) : fixed(thousandths, 3);
}

json answer_json(const pack& rules, const wanted_answer& one, language wanted) {
  const fact& of = rules.facts[one.fact];
  json answer = {{"fact", of.id}, {"words", one.words.in(wanted)}};
  if (of.kind == fact_kind::integer || of.kind == fact_kind::number) {
    if (one.low > 0) answer["at_least"] = at_least_json(of, one.low);
    if (one.high != std::numeric_limits<std::int64_t>::max()) answer["at_most"] = at_most_json(of, one.high);
    if (answer.size() == 2) answer["any"] = true;
  } else {
    json values = json::array();
    for (std::size_t i = 0; i < of.values.size(); ++i)
      if (one.values.test(i)) values.push_back(of.values[i].id);
    answer["values"] = values;
    if (one.none) answer["or_none"] = true;
  }
  answer["another_answer"] = one.another;
  return answer;
}

}  // namespace

json account_json(const pack& rules, const rule_account& one, const text& words, language wanted) {
  return {{"rule", one.by->id},
          {"file", one.by->where.file},
          {"line", one.by->where.line},
          {"source", joined_sources(one.by->sources)},
          {"text", words.in(wanted)},
          {"evidence", evidence_names[static_cast<std::size_t>(one.by->grade)]},
          {"holds", truth_json(one.holds)},
          {"conditions", conditions_json(rules, one, wanted)}};
}

json ways_json(const pack& rules, const ways_to_need& all, language wanted) {
  json ways = json::array();
  for (const way_to_need& one : all.ways) {
    json answers = json::array();
    for (const wanted_answer& each : one.answers) answers.push_back(answer_json(rules, each, wanted));
    ways.push_back(answers);
  }
  return ways;
}

json not_derived_json(const pack& rules, const situation& person, const qualification& found,
                      language wanted) {
  json all = json::array();
  for (std::size_t i = 0; i < rules.needs.size(); ++i) {
    const need_type_id type(i);
    const bool there = std::any_of(found.needs.begin(), found.needs.end(),
                                   [&](const need& one) { return one.type == type; });
    if (there) continue;
    const ways_to_need ways = ways_to(rules, person, type);
    all.push_back(
        {{"need", rules.needs[type].id}, {"ways", ways_json(rules, ways, wanted)}, {"more", ways.more}});
  }
  return all;
}

namespace {

constexpr std::array<const char*, 3> standing_names = {"certain", "possible", "not_derived"};

json about_need(const pack& rules, const situation& person, const qualification& found, const need& asked,
                language wanted) {
  const need_standing standing = standing_of(found, asked.type, asked.right);
  json needs = json::array();
  for (const need& one : found.needs)
    if (one.type == asked.type && (!asked.right.known() || one.right == asked.right))
      needs.push_back(need_name(rules, one.type, one.right));
  json accounts = json::array();
  for (const rule_account& one : accounts_of(rules, person, found, asked.type, asked.right))
    accounts.push_back(account_json(rules, one, account_words(one), wanted));
  const ways_to_need ways = ways_to(rules, person, asked.type, asked.right);
  return {{"id", need_name(rules, asked.type, asked.right)},
          {"need", rules.needs[asked.type].id},
          {"right", id_or_null(rules.rights, asked.right)},
          {"label", need_words(rules, asked).in(wanted)},
          {"standing", standing_names[static_cast<std::size_t>(standing)]},
          {"text", standing_words(standing).in(wanted)},
          {"needs", needs},
          {"rules", accounts},
          {"ways", ways_json(rules, ways, wanted)},
          {"more", ways.more}};
}

}  // namespace
}  // namespace aiguillage::report

namespace aiguillage {

std::string why_json(const pack& rules, const situation& person, const qualification& found,
                     need_type_id type, right_id right, language wanted) {
  need asked;
  asked.type = type;
  asked.right = right;
  return report::written({{"format", 1},
                          {"pack", report::pack_json(rules)},
                          {"clock", report::clock_json(rules, nullptr, person, wanted)},
                          {"why", report::about_need(rules, person, found, asked, wanted)}});
}

}  // namespace aiguillage
