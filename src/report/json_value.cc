#include "report/json_value.h"

#include <algorithm>

namespace aiguillage::report {
namespace {

bool plain(const json& value) {
  return value.empty() ||
         std::none_of(value.begin(), value.end(), [](const json& one) { return one.is_structured(); });
}

void write_scalar(const json& value, std::string& out) {
  if (value.is_binary())
    out.append(value.get_binary().begin(), value.get_binary().end());
  else
    out += value.dump(-1, ' ', false, json::error_handler_t::replace);
}

void write(const json& value, int depth, std::string& out) {
  if (!value.is_structured()) return write_scalar(value, out);
  const bool one_line = value.empty() || (value.is_array() && plain(value));
  const std::string next = one_line ? " " : "\n" + std::string(static_cast<std::size_t>(depth + 1) * 2, ' ');
  out += value.is_array() ? "[" : "{";
  bool first = true;
  for (auto item = value.begin(); item != value.end(); ++item) {
    if (!first) out += ",";
    if (!first || !one_line) out += next;
    first = false;
    if (value.is_object()) out += json(item.key()).dump() + ": ";
    write(*item, depth + 1, out);
  }
  if (!one_line) out += "\n" + std::string(static_cast<std::size_t>(depth) * 2, ' ');
  out += value.is_array() ? "]" : "}";
}

}  // namespace

std::string fixed_decimals(std::int64_t value, int decimals) {
  std::string digits = std::to_string(value < 0 ? -value : value);
  const auto least = static_cast<std::size_t>(decimals) + 1;
  if (digits.size() < least) digits.insert(0, least - digits.size(), '0');
  if (decimals > 0) digits.insert(digits.size() - static_cast<std::size_t>(decimals), ".");
  return (value < 0 ? "-" : "") + digits;
}

json fixed(std::int64_t value, int decimals) {
  const std::string digits = fixed_decimals(value, decimals);
  return json::binary({digits.begin(), digits.end()});
}

std::string written(const json& value) {
  std::string out;
  write(value, 0, out);
  return out + "\n";
}

}  // namespace aiguillage::report
