#include "export/json_cells.h"

#include <algorithm>

#include "fold.h"

namespace aiguillage::exports {

using report::json;

std::optional<json> json_number(const std::string& written) {
  std::int64_t digits = 0;
  int decimals = -1;
  const bool negative = !written.empty() && written[0] == '-';
  constexpr std::size_t longest = 17;
  if (written.size() == (negative ? 1U : 0U) || written.size() > longest) return std::nullopt;
  for (std::size_t i = negative ? 1 : 0; i < written.size(); ++i) {
    const char c = written[i];
    if (c == '.' && decimals < 0) {
      decimals = 0;
    } else if (c >= '0' && c <= '9') {
      digits = digits * 10 + (c - '0');
      if (decimals >= 0) ++decimals;
    } else {
      return std::nullopt;
    }
  }
  return report::fixed(negative ? -digits : digits, std::max(decimals, 0));
}

bool holds_several(const column_mapping& by, const written_column& column) {
  const std::string name = detail::folded(column.header);
  return !column.one && std::any_of(by.columns.begin(), by.columns.end(), [&](const column_rule& rule) {
    return !rule.separators.empty() && std::find(rule.from.begin(), rule.from.end(), name) != rule.from.end();
  });
}

json json_cell(const written_column& column, bool several, const std::vector<std::string>& values) {
  if (values.empty()) return nullptr;
  if (several) return values;
  if (column.number)
    if (auto number = json_number(values.front())) return *number;
  return values.front();
}

}  // namespace aiguillage::exports
