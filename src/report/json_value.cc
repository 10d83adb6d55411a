#include "report/json_value.h"

#include <algorithm>

#include "json_text.h"

namespace aiguillage::report {
namespace {

bool plain(const json& value) {
  return value.empty() ||
         std::none_of(value.begin(), value.end(), [](const json& one) { return one.is_structured(); });
}

void write_scalar(const json& value, std::string& out) {
  switch (value.type()) {
    case json::value_t::binary: out.append(value.get_binary().begin(), value.get_binary().end()); break;
    case json::value_t::string: write_text(value.get_ref<const std::string&>(), out); break;
    case json::value_t::boolean: out += value.get<bool>() ? "true" : "false"; break;
    case json::value_t::number_integer: out += std::to_string(value.get<std::int64_t>()); break;
    case json::value_t::number_unsigned: out += std::to_string(value.get<std::uint64_t>()); break;
    case json::value_t::null: out += "null"; break;
    default: out += value.dump();
  }
}

void write(const json& value, int depth, std::string& out) {
  if (!value.is_structured()) return write_scalar(value, out);
  const bool one_line = value.empty() || (value.is_array() && plain(value));
  out += value.is_array() ? '[' : '{';
  bool first = true;
  for (auto item = value.begin(); item != value.end(); ++item) {
    if (!first) out += ',';
    if (!one_line) new_line(depth + 1, out);
    if (one_line && !first) out += ' ';
    first = false;
    if (value.is_object()) {
      write_text(item.key(), out);
      out += ": ";
    }
    write(*item, depth + 1, out);
  }
  if (!one_line) new_line(depth, out);
  out += value.is_array() ? ']' : '}';
}

}  // namespace

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
