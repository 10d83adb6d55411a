#include "table/encoding.h"

#include <array>
#include <cstring>

namespace aiguillage::table {
namespace {

constexpr std::uint64_t ones = 0x0101010101010101U;
constexpr std::uint64_t tops = 0x8080808080808080U;
constexpr char32_t replacement = 0xFFFD;

/// True when eight bytes are ASCII without NUL.
bool plain(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return ((word | (word - ones)) & tops) == 0;
}

struct sequence {
  std::size_t length = 0;  // 0: not UTF-8
  bool cut = false;        // the bytes end inside
};

/// The bounds of the second byte keep out overlong forms, surrogates and what is beyond U+10FFFF (Unicode, table 3-7).
sequence sequence_at(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char first = byte(at);
  if (first < 0xC2U || first > 0xF4U) return {};
  const std::size_t length = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
  const unsigned char low = first == 0xE0U ? 0xA0U : first == 0xF0U ? 0x90U : 0x80U;
  const unsigned char high = first == 0xEDU ? 0x9FU : first == 0xF4U ? 0x8FU : 0xBFU;
  for (std::size_t i = 1; i < length; ++i) {
    if (at + i >= bytes.size()) return {0, true};
    const bool good = i == 1 ? byte(at + 1) >= low && byte(at + 1) <= high : (byte(at + i) & 0xC0U) == 0x80U;
    if (!good) return {};
  }
  return {length, false};
}

/// 0x80 to 0x9F of Windows-1252 (https://encoding.spec.whatwg.org/index-windows-1252.txt).
constexpr std::array<char16_t, 32> upper_controls = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

}  // namespace

byte_kinds look_at(std::string_view bytes) {
  byte_kinds found;
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (bytes.size() - at >= 8 && plain(bytes.data() + at)) {
      at += 8;
      continue;
    }
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte < 0x80U) {
      found.nul = found.nul || byte == 0;
      ++at;
      continue;
    }
    const sequence one = sequence_at(bytes, at);
    if (one.length == 0) {
      found.valid = at;
      found.ends_inside = one.cut;
      found.nul = found.nul || bytes.find('\0', at) != std::string_view::npos;
      return found;
    }
    found.multibyte = true;
    at += one.length;
  }
  found.valid = bytes.size();
  return found;
}

void append_utf8(char32_t character, std::string& to) {
  const auto put = [&](char32_t byte) { to += static_cast<char>(static_cast<unsigned char>(byte)); };
  const auto tail = [&](unsigned shift) { put(0x80U | (character >> shift & 0x3FU)); };
  if (character < 0x80U) {
    put(character);
  } else if (character < 0x800U) {
    put(0xC0U | character >> 6U);
    tail(0);
  } else if (character < 0x10000U) {
    put(0xE0U | character >> 12U);
    tail(6), tail(0);
  } else {
    put(0xF0U | character >> 18U);
    tail(12), tail(6), tail(0);
  }
}

void append_windows_1252(std::string_view bytes, std::string& to) {
  for (const char each : bytes) {
    const auto byte = static_cast<unsigned char>(each);
    append_utf8(byte >= 0x80U && byte < 0xA0U ? upper_controls[byte - 0x80U] : byte, to);
  }
}

void utf16_decoder::append(std::string_view bytes, std::string& to) {
  for (const char each : bytes) {
    const auto byte = static_cast<unsigned char>(each);
    if (pending_byte < 0) {
      pending_byte = byte;
      continue;
    }
    const auto first = static_cast<std::uint32_t>(pending_byte);
    pending_byte = -1;
    const std::uint32_t unit = big_endian ? first << 8U | byte : std::uint32_t{byte} << 8U | first;
    const bool low = unit >= 0xDC00U && unit <= 0xDFFFU;
    if (high != 0 && low) {
      append_utf8(0x10000U + ((high - 0xD800U) << 10U) + (unit - 0xDC00U), to);
      high = 0;
      continue;
    }
    if (high != 0 || low) ++broken, append_utf8(replacement, to);
    high = unit >= 0xD800U && unit <= 0xDBFFU ? unit : 0;
    if (high == 0 && !low) append_utf8(unit, to);
  }
}

void utf16_decoder::finish(std::string& to) {
  if (pending_byte >= 0 || high != 0) ++broken, append_utf8(replacement, to);
  pending_byte = -1;
  high = 0;
}

}  // namespace aiguillage::table
