#include "hours/french.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace aiguillage::hours {
namespace {

/// A word and what stands for it: a word or a mark of the format, or nothing.
struct french_word {
  std::string_view written;
  std::string_view meaning;
};

constexpr std::array<french_word, 28> french_words{{{"lundi", "mo"},
                                                    {"mardi", "tu"},
                                                    {"mercredi", "we"},
                                                    {"jeudi", "th"},
                                                    {"vendredi", "fr"},
                                                    {"samedi", "sa"},
                                                    {"dimanche", "su"},
                                                    {"lundis", "mo"},
                                                    {"mardis", "tu"},
                                                    {"mercredis", "we"},
                                                    {"jeudis", "th"},
                                                    {"vendredis", "fr"},
                                                    {"samedis", "sa"},
                                                    {"dimanches", "su"},
                                                    {"\xC3\xA0", "-"},
                                                    {"\xC3\x80", "-"},
                                                    {"a", "-"},
                                                    {"au", "-"},
                                                    {"et", ","},
                                                    {"de", ""},
                                                    {"du", ""},
                                                    {"le", ""},
                                                    {"les", ""},
                                                    {"ouvert", ""},
                                                    {"ferm\xC3\xA9", "off"},
                                                    {"ferm\xC3\x89", "off"},
                                                    {"ferm\xC3\xA9"
                                                     "e",
                                                     "off"},
                                                    {"ferme", "off"}}};

const french_word* french_at(const token& one) {
  if (one.kind != token_kind::word) return nullptr;
  const auto* const found = std::find_if(french_words.begin(), french_words.end(),
                                         [&](const french_word& known) { return known.written == one.word; });
  return found == french_words.end() ? nullptr : found;
}

/// A full stop that is not that of "9.30".
bool ends_sentence(const std::vector<token>& tokens, std::size_t i) {
  const token& next = tokens[i + 1];
  return tokens[i].word == "." && (next.kind != token_kind::number || next.at != tokens[i].at + 1);
}

/// What a mark means between French words.
std::string_view french_mark(const std::vector<token>& tokens, std::size_t i) {
  const std::string_view mark = tokens[i].word;
  if (mark == "|" || ends_sentence(tokens, i)) return ";";
  return mark == "/" ? "," : mark;
}

void put(std::vector<token>& tokens, const token& from, std::string_view meaning) {
  const bool word = meaning[0] >= 'a' && meaning[0] <= 'z';
  tokens.push_back({word ? token_kind::word : token_kind::mark, from.at, 0, 0, std::string(meaning)});
}

}  // namespace

bool rewrite_french(std::vector<token>& tokens, hours_reading& reading) {
  const auto first =
      std::find_if(tokens.begin(), tokens.end(), [](const token& one) { return french_at(one) != nullptr; });
  if (first == tokens.end()) return false;
  reading.remarks.push_back({first->at,
                             {"des mots français sont lus comme le format : lundi pour Mo, à pour -",
                              "French words are read as the format: lundi for Mo, à for -"}});
  std::vector<token> rewritten;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const french_word* const french = french_at(tokens[i]);
    if (french != nullptr && french->meaning.empty()) continue;
    if (french != nullptr)
      put(rewritten, tokens[i], french->meaning);
    else if (tokens[i].kind == token_kind::mark)
      put(rewritten, tokens[i], french_mark(tokens, i));
    else
      rewritten.push_back(tokens[i]);
  }
  tokens = std::move(rewritten);
  return true;
}

bool says_its_hours(const opening_hours& read, hours_reading& reading) {
  const bool all = std::none_of(read.rules.begin(), read.rules.end(), [](const hours_rule& rule) {
    const bool never = rule.how == openness::closed && rule.weekdays == 0;
    return rule.times.empty() && (rule.how == openness::open || never);
  });
  if (!all) {
    reading.wrong_at = 0;
    reading.wrong = {"des jours sont donnés sans leurs heures, ou l'inverse",
                     "days are given without their hours, or the reverse"};
  }
  return all;
}

}  // namespace aiguillage::hours
