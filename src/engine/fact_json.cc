#include "engine/fact_json.h"

#include "load/tables.h"

namespace aiguillage::engines {

void write_fact(report::json_writer& to, const fact& of, language wanted) {
  const std::vector<value> none;
  to.object([&] {
    to.field("fact", of.id);
    to.field("type", load::fact_kind_words()[static_cast<std::size_t>(of.kind)]);
    to.field("text", of.question.in(wanted));
    to.field("unit", report::name_or_null(of.unit));
    to.field("pattern", report::name_or_null(of.pattern));
    to.field("sensitive", of.sensitive);
    to.key("values");
    to.list(of.kind == fact_kind::boolean ? none : of.values, [&](const value& one) {
      to.object([&] {
        to.field("id", one.id);
        to.field("text", one.label.in(wanted));
        to.field("sensitive", one.sensitive);
      });
    });
  });
}

}  // namespace aiguillage::engines
