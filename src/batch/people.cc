#include <algorithm>
#include <limits>

#include "aiguillage/batch.h"
#include "batch/cells.h"

namespace aiguillage {
namespace {

using batch::is_number;
using batch::thousandths_in;

std::int32_t number_cell(std::int64_t thousandths, fact_kind kind) {
  const std::int64_t unit = thousandths_in(kind);
  const std::int64_t whole = thousandths / unit - (thousandths % unit < 0 ? 1 : 0);
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(whole, unknown_number + std::int64_t{1},
                                                            std::numeric_limits<std::int32_t>::max()));
}

std::uint8_t index_cell(const fact_value& known) {
  for (std::size_t i = 0; i < known.values.size(); ++i)
    if (known.values.test(i)) return static_cast<std::uint8_t>(i);
  return unknown_index;
}

void add_cell(const fact_value& known, fact_kind kind, std::size_t place, fact_column& column) {
  if (is_number(kind)) {
    column.number[place] = number_cell(known.thousandths, kind);
  } else if (kind == fact_kind::set_of) {
    const std::uint64_t bit = std::uint64_t{1} << (place % 64);
    column.rows.back()[place / 64] |= bit;
    for (std::size_t i = 0; i + 1 < column.rows.size(); ++i)
      if (known.values.test(i)) column.rows[i][place / 64] |= bit;
  } else {
    column.index[place] = kind == fact_kind::code ? std::uint8_t{0} : index_cell(known);
  }
}

}  // namespace

people unknown_people(const pack& rules, std::size_t count) {
  people result;
  result.count = count;
  result.places = (count + 63) / 64 * 64;
  result.facts = id_vector<fact_id, fact_column>(rules.facts.size());
  return result;
}

fact_column& open_column(const pack& rules, people& all, fact_id which) {
  fact_column& column = all.facts[which];
  const fact& about = rules.facts[which];
  if (is_number(about.kind)) {
    if (column.number.empty()) column.number.assign(all.places, unknown_number);
  } else if (about.kind == fact_kind::set_of) {
    if (column.rows.empty())
      column.rows.assign(about.values.size() + 1, std::vector<std::uint64_t>(all.places / 64, 0));
  } else if (column.index.empty()) {
    column.index.assign(all.places, unknown_index);
  }
  return column;
}

people pack_people(const pack& rules, const std::vector<situation>& all) {
  people result = unknown_people(rules, all.size());
  for (std::size_t i = 0; i < rules.facts.size(); ++i)
    for (std::size_t person = 0; person < all.size(); ++person) {
      const fact_value& known = all[person].facts[fact_id(i)];
      if (!known.known) continue;
      add_cell(known, rules.facts[fact_id(i)].kind, person, open_column(rules, result, fact_id(i)));
    }
  return result;
}

}  // namespace aiguillage
