#include <algorithm>

#include "report/degrees.h"
#include "report/json_parts.h"
#include "report/text_parts.h"

namespace aiguillage::report {

void write_truth(json_writer& to, tri holds) {
  holds == tri::unknown ? to.value(nullptr) : to.value(holds == tri::yes);
}

void write_rule(json_writer& to, const reason& one, language wanted) {
  to.object([&] {
    to.field("rule", one.by->id);
    to.field("source", joined_sources(one.by->sources));
    to.field("text", one.words.in(wanted));
  });
}

namespace {

struct writing {
  json_writer& out;
  const pack& rules;
  const situation& person;
  const qualification& found;
  language wanted;
  const condition_texts* said;
};

/// The rules by which the need is there, then the others that could make it.
void account_fields(const writing& to, const need& one) {
  const std::vector<rule_account> accounts = accounts_of(to.rules, to.person, to.found, one.type);
  const std::vector<reason> reasons = reasons_for(to.rules, one);
  const auto is_reason = [&](const rule* by) {
    return std::any_of(reasons.begin(), reasons.end(), [&](const reason& why) { return why.by == by; });
  };
  to.out.key("because");
  to.out.list(reasons, [&](const reason& why) {
    const auto account = std::find_if(accounts.begin(), accounts.end(),
                                      [&](const rule_account& each) { return each.by == why.by; });
    if (account != accounts.end()) write_account(to.out, to.rules, *account, why.words, to.wanted, to.said);
  });
  to.out.key("other_rules");
  to.out.list(accounts, [&](const rule_account& each) {
    if (!is_reason(each.by)) write_account(to.out, to.rules, each, account_words(each), to.wanted, to.said);
  });
}

void write_need(const writing& to, const need& one, bool ways) {
  const need_type& type = to.rules.needs[one.type];
  to.out.object([&] {
    to.out.field("id", need_name(to.rules, one.type, one.right));
    to.out.field("need", type.id);
    to.out.field("right", id_or_null(to.rules.rights, one.right));
    to.out.field("operator", id_or_null(to.rules.actor_types, one.decided_by));
    to.out.field("dimension", dimension_names[static_cast<std::size_t>(type.lane)]);
    to.out.field("status", one.status == need_status::certain ? "certain" : "possible");
    to.out.field("help", id_or_null(to.rules.levels, one.help));
    to.out.field("urgency", id_or_null(to.rules.urgencies, one.urgency));
    to.out.field("vital", one.vital);
    account_fields(to, one);
    if (!ways || one.status != need_status::possible) return;
    to.out.key("ways");
    write_ways(to.out, to.rules, ways_to(to.rules, to.person, one.type), to.wanted);
  });
}

}  // namespace

void question_fields(json_writer& to, const pack& rules, const question& one, language wanted) {
  to.key("facts");
  write_ids(to, rules.facts, one.facts);
  to.field("text", one.wording.in(wanted));
  to.key("decides");
  write_ids(to, rules.needs, one.decides);
  to.key("urgencies");
  write_ids(to, rules.urgencies, one.urgencies);
  to.field("weight", decimal{one.weight, 3});
  to.field("sensitive", one.sensitive);
}

void write_pack(json_writer& to, const pack& rules) {
  to.object([&] {
    to.field("id", rules.id);
    to.field("version", rules.version);
    to.field("hash", rules.hash);
  });
}

void write_territory(json_writer& to, const territory& land) {
  to.object([&] {
    to.field("id", land.id);
    to.field("hash", land.hash);
  });
}

void write_point(json_writer& to, const std::optional<point>& where) {
  if (!where) return to.value(nullptr);
  to.object([&] {
    to.key("latitude");
    to.number(degrees(where->latitude));
    to.key("longitude");
    to.number(degrees(where->longitude));
  });
}

void write_clock(json_writer& to, const pack& rules, const territory* land, const situation& person,
                 language wanted) {
  to.object([&] {
    to.field("date", name_or_null(person.date));
    to.field("rules_in_force_on", applicable_day(rules, person));
    to.field("hours_evaluated", land != nullptr && is_timed(*land, person));
    to.field("text", clock_words(rules, land, person).in(wanted));
  });
}

void head_fields(json_writer& to, const pack& rules, const territory* land, const situation& person,
                 const qualification& found, language wanted, bool ways, const condition_texts* said) {
  to.field("format", 1);
  to.key("pack");
  write_pack(to, rules);
  if (land != nullptr) {
    to.key("territory");
    write_territory(to, *land);
  }
  to.field("provisional", found.provisional);
  to.key("clock");
  write_clock(to, rules, land, person, wanted);
  to.key("qualification");
  to.object([&] {
    to.field("urgency", id_or_null(rules.urgencies, found.urgency));
    to.key("urgency_because");
    const rule* by = found.urgency_because;
    by == nullptr ? to.value(nullptr) : write_rule(to, {by, by->because}, wanted);
    to.key("needs");
    const writing needs{to, rules, person, found, wanted, said};
    to.list(found.needs, [&](const need& one) { write_need(needs, one, ways); });
    to.key("questions");
    to.list(found.questions,
            [&](const question& one) { to.object([&] { question_fields(to, rules, one, wanted); }); });
    if (!ways) return;
    to.key("not_derived");
    write_not_derived(to, rules, person, found, wanted);
  });
}

}  // namespace aiguillage::report

namespace aiguillage {

std::string qualification_json(const pack& rules, const situation& person, const qualification& found,
                               language wanted, bool ways) {
  return report::json_object(
      [&](report::json_writer& to) { report::head_fields(to, rules, nullptr, person, found, wanted, ways); });
}

}  // namespace aiguillage
