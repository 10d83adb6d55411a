#include "engine/verbs.h"
#include "report/json_parts.h"

namespace aiguillage::engines {
namespace {

using report::json_writer;
using report::write_facts;

load::keys options() { return {date_key()}; }

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
