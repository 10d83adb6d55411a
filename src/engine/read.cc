#include "engine/verbs.h"
#include "report/json_parts.h"

namespace aiguillage::engines {
namespace {

using report::json;

load::keys options() { return {date_key()}; }

json number_json(std::int64_t thousandths) {
  constexpr std::int64_t whole = 1000;
  if (thousandths % whole == 0) return thousandths / whole;
  return report::fixed(thousandths, 3);
}

json value_json(const fact& of, const fact_value& told) {
  switch (of.kind) {
    case fact_kind::boolean: return told.values.test(1);
    case fact_kind::integer:
    case fact_kind::number: return number_json(told.thousandths);
    case fact_kind::code: return told.code;
    default: break;
  }
  json ids = json::array();
  for (std::size_t i = 0; i < of.values.size(); ++i)
    if (told.values.test(i)) ids.push_back(of.values[i].id);
  return of.kind == fact_kind::set_of ? ids : ids[0];
}

json facts_json(const pack& rules, const situation& person) {
  json all = json::object();
  for (std::size_t i = 0; i < rules.facts.size(); ++i)
    if (person.facts.items[i].known)
      all[rules.facts.items[i].id] = value_json(rules.facts.items[i], person.facts.items[i]);
  return all;
}

json home_json(const situation& person) {
  if (person.home) return {{"latitude", person.home->latitude}, {"longitude", person.home->longitude}};
  return report::name_or_null(person.home_commune);
}

engine_answer run(const asking& of) {
  const std::optional<situation_file> read = read_person(of);
  if (!read) return refused(of, answer_status::invalid_input);
  const pack& rules = of.with.rules;
  json all = {{"format", 1},
              {"pack", report::pack_json(rules)},
              {"case", nullptr},
              {"title", nullptr},
              {"date", report::name_or_null(read->facts.date)},
              {"home", home_json(read->facts)},
              {"situation", facts_json(rules, read->facts)},
              {"before", nullptr}};
  if (read->as_case) {
    all["case"] = read->as_case->id;
    all["title"] = report::name_or_null(read->as_case->title.in(of.wanted));
    if (read->as_case->before) all["before"] = facts_json(rules, *read->as_case->before);
  }
  return {answer_status::done, report::written(all)};
}

}  // namespace

const verb read_verb{
    "read", {"une situation ou un cas, en données", "a situation or a case, as data"}, options, run};

}  // namespace aiguillage::engines
