#include "engine/fact_json.h"

#include "load/tables.h"
#include "report/json_parts.h"

namespace aiguillage::engines {

using report::json;

json fact_json(const fact& of, language wanted) {
  json values = json::array();
  for (const value& one : of.values)
    values.push_back({{"id", one.id}, {"text", one.label.in(wanted)}, {"sensitive", one.sensitive}});
  if (of.kind == fact_kind::boolean) values = json::array();
  return {{"fact", of.id},
          {"type", load::fact_kind_words()[static_cast<std::size_t>(of.kind)]},
          {"text", of.question.in(wanted)},
          {"unit", report::name_or_null(of.unit)},
          {"pattern", report::name_or_null(of.pattern)},
          {"sensitive", of.sensitive},
          {"values", values}};
}

}  // namespace aiguillage::engines
