#include "report/json_value.h"

#include <algorithm>
#include <string_view>

namespace aiguillage::report {
namespace {

bool plain(const json& value) {
  return value.empty() ||
         std::none_of(value.begin(), value.end(), [](const json& one) { return one.is_structured(); });
}

/// Bytes of the first character when JSON has it as it is; 0 when it is written in another way, or may be.
std::size_t plain_bytes(std::string_view rest) {
  const auto at = [&](std::size_t i) { return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0U; };
  const auto follows = [&](std::size_t i) { return (at(i) & 0xC0U) == 0x80U; };
  const unsigned first = at(0);
  if (first < 0x80U) return first < 0x20U || first == '"' || first == '\\' ? 0 : 1;
  if (first >= 0xC2U && first <= 0xDFU) return follows(1) ? 2 : 0;
  const bool three = first >= 0xE0U && first <= 0xEFU && follows(1) && follows(2) &&
                     (first != 0xE0U || at(1) >= 0xA0U) && (first != 0xEDU || at(1) < 0xA0U);
  return three ? 3 : 0;
}

bool is_plain(std::string_view words) {
  while (!words.empty()) {
    const std::size_t bytes = plain_bytes(words);
    if (bytes == 0) return false;
    words.remove_prefix(bytes);
  }
  return true;
}

/// Most texts need no escape: those are copied, without what the library sets up for each.
void write_text(const std::string& words, std::string& out) {
  if (!is_plain(words)) {
    out += json(words).dump(-1, ' ', false, json::error_handler_t::replace);
    return;
  }
  out += '"';
  out += words;
  out += '"';
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

void new_line(int depth, std::string& out) {
  out += '\n';
  out.append(static_cast<std::size_t>(depth) * 2, ' ');
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
