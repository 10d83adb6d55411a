#include <algorithm>

#include "aiguillage/explain/why.h"
#include "report/json_parts.h"

namespace aiguillage::report {
namespace {

/// In the order of `evidence`, as packs write them.
constexpr std::array<const char*, 7> evidence_names = {"measured", "testimony", "analysis", "law",
                                                       "public",   "judgement", "assumed"};

void write_at_least(json_writer& to, const fact& of, std::int64_t thousandths) {
  of.kind == fact_kind::integer ? to.value((thousandths + 999) / 1000) : to.value(decimal{thousandths, 3});
}

void write_at_most(json_writer& to, const fact& of, std::int64_t thousandths) {
  of.kind == fact_kind::integer ? to.value(thousandths / 1000) : to.value(decimal{thousandths, 3});
}

void bound_fields(json_writer& to, const fact& of, const wanted_answer& one) {
  const bool bounded = one.high != std::numeric_limits<std::int64_t>::max();
  if (one.low > 0) {
    to.key("at_least");
    write_at_least(to, of, one.low);
  }
  if (bounded) {
    to.key("at_most");
    write_at_most(to, of, one.high);
  }
  if (one.low <= 0 && !bounded) to.field("any", true);
}

void value_fields(json_writer& to, const fact& of, const wanted_answer& one) {
  std::vector<std::string> values;
  for (std::size_t i = 0; i < of.values.size(); ++i)
    if (one.values.test(i)) values.push_back(of.values[i].id);
  to.key("values");
  to.row(values);
  if (one.none) to.field("or_none", true);
}

void write_answer(json_writer& to, const pack& rules, const wanted_answer& one, language wanted) {
  const fact& of = rules.facts[one.fact];
  to.object([&] {
    to.field("fact", of.id);
    to.field("words", one.words.in(wanted));
    if (of.kind == fact_kind::integer || of.kind == fact_kind::number)
      bound_fields(to, of, one);
    else
      value_fields(to, of, one);
    to.field("another_answer", one.another);
  });
}

}  // namespace

void write_account(json_writer& to, const pack& rules, const rule_account& one, const text& words,
                   language wanted, const condition_texts* said) {
  const auto write_words = [&](const condition_line& line) {
    if (said != nullptr && line.which.known())
      to.field("words", (*said)[line.which].in(wanted));
    else
      to.field("words", line_words(rules, line).in(wanted));
  };
  to.object([&] {
    to.field("rule", one.by->id);
    to.field("file", one.by->where.file);
    to.field("line", one.by->where.line);
    to.field("source", joined_sources(one.by->sources));
    to.field("text", words.in(wanted));
    to.field("evidence", evidence_names[static_cast<std::size_t>(one.by->grade)]);
    to.key("holds");
    write_truth(to, one.holds);
    to.key("conditions");
    to.list(one.conditions, [&](const condition_line& line) {
      to.object([&] {
        to.field("fact", id_or_null(rules.facts, line.fact));
        write_words(line);
        to.key("holds");
        write_truth(to, line.holds);
        to.field("depth", line.depth);
      });
    });
  });
}

void write_ways(json_writer& to, const pack& rules, const ways_to_need& all, language wanted) {
  to.list(all.ways, [&](const way_to_need& one) {
    to.list(one.answers, [&](const wanted_answer& each) { write_answer(to, rules, each, wanted); });
  });
}

void write_not_derived(json_writer& to, const pack& rules, const situation& person,
                       const qualification& found, language wanted) {
  std::vector<need_type_id> absent;
  for (std::size_t i = 0; i < rules.needs.size(); ++i)
    if (std::none_of(found.needs.begin(), found.needs.end(),
                     [&](const need& one) { return one.type == need_type_id(i); }))
      absent.emplace_back(i);
  to.list(absent, [&](need_type_id type) {
    const ways_to_need ways = ways_to(rules, person, type);
    to.object([&] {
      to.field("need", rules.needs[type].id);
      to.key("ways");
      write_ways(to, rules, ways, wanted);
      to.field("more", ways.more);
    });
  });
}

namespace {

constexpr std::array<const char*, 3> standing_names = {"certain", "possible", "not_derived"};

void write_about(json_writer& to, const pack& rules, const situation& person, const qualification& found,
                 const need& asked, language wanted) {
  const need_standing standing = standing_of(found, asked.type, asked.right);
  std::vector<std::string> needs;
  for (const need& one : found.needs)
    if (one.type == asked.type && (!asked.right.known() || one.right == asked.right))
      needs.push_back(need_name(rules, one.type, one.right));
  const ways_to_need ways = ways_to(rules, person, asked.type, asked.right);
  to.object([&] {
    to.field("id", need_name(rules, asked.type, asked.right));
    to.field("need", rules.needs[asked.type].id);
    to.field("right", id_or_null(rules.rights, asked.right));
    to.field("label", need_words(rules, asked).in(wanted));
    to.field("standing", standing_names[static_cast<std::size_t>(standing)]);
    to.field("text", standing_words(standing).in(wanted));
    to.key("needs");
    to.row(needs);
    to.key("rules");
    to.list(accounts_of(rules, person, found, asked.type, asked.right),
            [&](const rule_account& one) { write_account(to, rules, one, account_words(one), wanted); });
    to.key("ways");
    write_ways(to, rules, ways, wanted);
    to.field("more", ways.more);
  });
}

}  // namespace
}  // namespace aiguillage::report

namespace aiguillage {

std::string why_json(const pack& rules, const situation& person, const qualification& found,
                     need_type_id type, right_id right, language wanted) {
  need asked;
  asked.type = type;
  asked.right = right;
  return report::json_object([&](report::json_writer& to) {
    to.field("format", 1);
    to.key("pack");
    report::write_pack(to, rules);
    to.key("clock");
    report::write_clock(to, rules, nullptr, person, wanted);
    to.key("why");
    report::write_about(to, rules, person, found, asked, wanted);
  });
}

}  // namespace aiguillage
