#include "report/json_parts.h"

namespace aiguillage::report {
namespace {

void write_number(json_writer& to, std::int64_t thousandths) {
  constexpr std::int64_t whole = 1000;
  thousandths % whole == 0 ? to.value(thousandths / whole) : to.value(decimal{thousandths, 3});
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

}  // namespace

void write_facts(json_writer& to, const pack& rules, const situation& person) {
  to.object([&] {
    for (std::size_t i = 0; i < rules.facts.size(); ++i) {
      if (!person.facts.items[i].known) continue;
      to.key(rules.facts.items[i].id);
      write_value(to, rules.facts.items[i], person.facts.items[i]);
    }
  });
}

}  // namespace aiguillage::report
