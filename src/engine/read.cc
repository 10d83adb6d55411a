#include "engine/verbs.h"
#include "report/json_parts.h"

namespace aiguillage::engines {
namespace {

using report::json_writer;

load::keys options() { return {date_key()}; }

void write_number(json_writer& to, std::int64_t thousandths) {
  constexpr std::int64_t whole = 1000;
  thousandths % whole == 0 ? to.value(thousandths / whole) : to.value(report::decimal{thousandths, 3});
}

void write_value(json_writer& to, const fact& of, const fact_value& told) {
  switch (of.kind) {
    case fact_kind::boolean: return to.value(told.values.test(1));
    case fact_kind::integer:
    case fact_kind::number: return write_number(to, told.thousandths);
    case fact_kind::code: return to.value(told.code);
    default: break;
  }
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < of.values.size(); ++i)
    if (told.values.test(i)) ids.push_back(of.values[i].id);
  of.kind == fact_kind::set_of ? to.row(ids) : to.value(ids.front());
}

void write_facts(json_writer& to, const pack& rules, const situation& person) {
  to.object([&] {
    for (std::size_t i = 0; i < rules.facts.size(); ++i) {
      if (!person.facts.items[i].known) continue;
      to.key(rules.facts.items[i].id);
      write_value(to, rules.facts.items[i], person.facts.items[i]);
    }
  });
}

engine_answer run(const asking& of) {
  const std::optional<situation_file> read = read_person(of);
  if (!read) return refused(of, answer_status::invalid_input);
  const pack& rules = of.with.rules;
  const case_file* as_case = read->as_case ? &*read->as_case : nullptr;
  return {
      answer_status::done, report::json_object([&](json_writer& to) {
        to.field("format", 1);
        to.key("pack");
        report::write_pack(to, rules);
        to.field("case", as_case == nullptr ? nullptr : &as_case->id);
        to.field("title", as_case == nullptr ? nullptr : report::name_or_null(as_case->title.in(of.wanted)));
        to.field("date", report::name_or_null(read->facts.date));
        to.key("home");
        read->facts.home ? report::write_point(to, read->facts.home)
                         : to.value(report::name_or_null(read->facts.home_commune));
        to.key("situation");
        write_facts(to, rules, read->facts);
        to.key("before");
        as_case != nullptr && as_case->before ? write_facts(to, rules, *as_case->before) : to.value(nullptr);
      })};
}

}  // namespace

const verb read_verb{
    "read", {"une situation ou un cas, en données", "a situation or a case, as data"}, options, run};

}  // namespace aiguillage::engines
