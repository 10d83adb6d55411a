#include "yaml/source.h"

#include <algorithm>
#include <utility>

#include "yaml/codes.h"

namespace aiguillage::yaml {
namespace {

constexpr std::size_t most_findings = 100;

struct decoded {
  char32_t character = 0;
  std::size_t length = 0;  // 0 when the bytes are not UTF-8
};

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

decoded decode(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80U) return {first, 1};
  const std::size_t length = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
  if (first < 0xC2U || first > 0xF4U || at + length > text.size()) return {};
  char32_t character = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (!continues(text[at + i])) return {};
    character = character << 6U | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  const bool overlong = (length == 3 && character < 0x800U) || (length == 4 && character < 0x10000U);
  const bool surrogate = character >= 0xD800U && character <= 0xDFFFU;
  if (overlong || surrogate || character > 0x10FFFFU) return {};
  return {character, length};
}

bool control(char32_t c) {
  if (c < 0x20U) return c != U'\n' && c != U'\t';
  return (c >= 0x7FU && c <= 0x9FU) || c == 0xFEFFU;
}

/// Line separators and marks that turn the direction of writing: what is read would not be what is shown.
bool misleading(char32_t c) { return (c >= 0x2028U && c <= 0x202EU) || (c >= 0x2066U && c <= 0x2069U); }

std::string hexadecimal(char32_t character) {
  std::string digits;
  for (unsigned shift = 24; shift > 0;) {
    shift -= 4;
    const auto digit = static_cast<unsigned>(character >> shift) & 0xFU;
    if (!digits.empty() || digit != 0 || shift < 16) digits += "0123456789ABCDEF"[digit];
  }
  return "U+" + digits;
}

void report_bytes(findings& found, std::size_t at) {
  found.add(
      at, code::invalid_utf8, {"ces octets ne sont pas de l'UTF-8", "these bytes are not UTF-8"},
      {"enregistrez le fichier en UTF-8 depuis votre éditeur", "save the file as UTF-8 from your editor"});
}

void report_character(findings& found, std::size_t at, char32_t character) {
  const std::string name = hexadecimal(character);
  found.add(
      at, code::control_character,
      {"caractère invisible " + name + " dans le texte", "invisible character " + name + " in the text"},
      {"effacez-le et retapez ce mot", "delete it and type this word again"});
}

}  // namespace

source read_source(std::string_view raw, const std::string& file) {
  if (raw.substr(0, 3) == "\xEF\xBB\xBF") raw.remove_prefix(3);
  source read{file, {}, {0}, {0}};
  read.text.reserve(raw.size());
  read.characters.reserve(raw.size() + 1);
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '\r' && i + 1 < raw.size() && raw[i + 1] == '\n') continue;
    read.text += raw[i];
    read.characters.push_back(read.characters.back() + (continues(raw[i]) ? 0U : 1U));
    if (raw[i] == '\n') read.line_starts.push_back(read.text.size());
  }
  return read;
}

place place_of(const source& from, std::size_t position) {
  if (position >= from.text.size()) {
    const std::size_t last = from.text.find_last_not_of(" \t\n");
    position = last == std::string::npos ? 0 : last + 1;
  }
  const auto after = std::upper_bound(from.line_starts.begin(), from.line_starts.end(), position);
  const std::size_t start = *(after - 1);
  return {static_cast<int>(after - from.line_starts.begin()),
          static_cast<int>(from.characters[position] - from.characters[start]) + 1};
}

std::size_t end_of_quoted(std::string_view text, std::size_t position) {
  const char quote = text[position];
  for (std::size_t i = position + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 >= text.size() || text[i + 1] != '\'') return i + 1;
      ++i;
    }
  }
  return std::string::npos;
}

bool readable(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const decoded one = decode(text, i);
    if (one.length == 0 || control(one.character) || misleading(one.character)) return false;
    i += one.length;
  }
  return true;
}

void findings::add(std::size_t position, const char* code, text message, text hint) {
  if (full) return;
  const place where = place_of(from, position);
  full = ++count > most_findings;
  if (full) {
    code = code::too_many_findings;
    message = {"plus de cent erreurs : la lecture s'arrête ici",
               "more than a hundred errors: reading stops here"};
    hint = {"corrigez les premières, puis relancez", "mend the first ones, then run again"};
  }
  out.push_back(
      {severity::error, code, from.file, where.line, where.column, std::move(message), std::move(hint)});
}

void check_characters(findings& found) {
  const std::string_view text = found.from.text;
  bool bytes_reported = false;
  bool character_reported = false;
  for (std::size_t i = 0; i < text.size() && !found.full;) {
    if (text[i] == '\n') bytes_reported = character_reported = false;
    const decoded one = decode(text, i);
    if (one.length == 0 && !std::exchange(bytes_reported, true)) report_bytes(found, i);
    const bool unseen = one.length > 0 && (control(one.character) || misleading(one.character));
    if (unseen && !std::exchange(character_reported, true)) report_character(found, i, one.character);
    i += std::max<std::size_t>(one.length, 1);
  }
}

void check_line_starts(findings& found) {
  const std::string& text = found.from.text;
  for (const std::size_t start : found.from.line_starts) {
    if (start < text.size() && text[start] == '%')
      found.add(
          start, code::directive,
          {"une ligne ne peut pas commencer par « % »", "a line cannot start with \"%\""},
          {"effacez la ligne, ou mettez le texte entre guillemets", "delete the line, or quote the text"});
    const std::size_t tab = text.find_first_not_of(' ', start);
    if (tab != std::string::npos && text[tab] == '\t')
      found.add(tab, code::tab_indentation, {"tabulation en début de ligne", "tab at the start of a line"},
                {"remplacez-la par des espaces", "replace it with spaces"});
  }
}

std::string shown(std::string_view word) {
  std::string out;
  std::size_t characters = 0;
  for (const char c : word) {
    if (!continues(c) && ++characters > 40) return out + "…";
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

}  // namespace aiguillage::yaml
