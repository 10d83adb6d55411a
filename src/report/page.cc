#include "report/page.h"

#include <algorithm>

namespace aiguillage::report {
namespace {

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// The bytes of the first `count` characters.
std::size_t bytes_of(std::string_view utf8, std::size_t count) {
  std::size_t at = 0;
  for (std::size_t seen = 0; at < utf8.size(); ++at)
    if (starts_character(utf8[at]) && seen++ == count) break;
  return at;
}

const char* code_of(ink with) {
  switch (with) {
    case ink::bold: return "\033[1m";
    case ink::faint: return "\033[2m";
    case ink::digital: return "\033[1;36m";
    case ink::administrative: return "\033[1;33m";
    case ink::social: return "\033[1;35m";
    case ink::plain: break;
  }
  return "";
}

std::string spaces(std::size_t count) { return std::string(count, ' '); }

/// French puts a space before these marks, and no line breaks there.
bool sticks(const std::string& word) {
  return word == "?" || word == "!" || word == ":" || word == ";" || word == "»" || word == "?," ||
         word == "».";
}

constexpr const char* no_break_space = "\xC2\xA0";

std::vector<std::string> pieces(const std::string& words) {
  std::vector<std::string> all;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find_first_of(" \n", at), words.size());
    const std::string word = words.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (!all.empty() && (sticks(word) || all.back() == "«"))
      all.back() += no_break_space + word;
    else
      all.push_back(word);
  }
  return all;
}

std::string with_plain_spaces(std::string line) {
  for (std::size_t at = line.find(no_break_space); at != std::string::npos;
       at = line.find(no_break_space, at + 1))
    line.replace(at, 2, " ");
  return line;
}

}  // namespace

std::size_t width_of(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), starts_character));
}

std::string padded(std::string words, std::size_t width) {
  const std::size_t now = width_of(words);
  return now < width ? words + spaces(width - now) : words;
}

std::vector<std::string> wrapped(const std::string& words, std::size_t width) {
  std::vector<std::string> lines;
  std::string current;
  for (std::string& word : pieces(words)) {
    if (!current.empty() && width_of(current) + 1 + width_of(word) > width) {
      lines.push_back(with_plain_spaces(current));
      current.clear();
    }
    for (; width_of(word) > width; word.erase(0, bytes_of(word, width)))
      lines.push_back(word.substr(0, bytes_of(word, width)));
    current += (current.empty() ? "" : " ") + word;
  }
  if (!current.empty() || lines.empty()) lines.push_back(with_plain_spaces(current));
  return lines;
}

std::string page::inked(ink with, const std::string& words) const {
  return style.colours && with != ink::plain && !words.empty() ? code_of(with) + words + "\033[0m" : words;
}

void page::line(const std::string& words) { out += words + "\n"; }

void page::paragraph(const std::string& words, std::size_t indent, ink with) {
  hanging("", words, indent, ink::plain, with);
}

void page::hanging(const std::string& lead, const std::string& words, std::size_t indent, ink lead_ink,
                   ink with) {
  const std::size_t left = indent + width_of(lead);
  bool first = true;
  for (const std::string& each : wrapped(words, page_width - left)) {
    line((first ? spaces(indent) + inked(lead_ink, lead) : spaces(left)) + inked(with, each));
    first = false;
  }
}

void page::bullet(const std::string& words, std::size_t indent, ink with) {
  hanging("• ", words, indent, ink::plain, with);
}

void page::heading(const text& words) {
  const std::string& title = say(words);
  std::string rule;
  for (std::size_t i = width_of(title) + 1; i < page_width; ++i) rule += "─";
  line();
  line(inked(ink::bold, title) + " " + inked(ink::faint, rule));
}

}  // namespace aiguillage::report
