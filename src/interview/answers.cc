#include <algorithm>
#include <regex>

#include "aiguillage/interview.h"

namespace aiguillage {
namespace {

constexpr std::int64_t largest_number = 1000000000;
constexpr std::size_t longest_code = 64;  // std::regex recurses once per character

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Without spaces around, ASCII letters in lower case.
std::string plain(const std::string& words) {
  std::size_t first = 0;
  std::size_t end = words.size();
  while (first < end && is_space(words[first])) ++first;
  while (end > first && is_space(words[end - 1])) --end;
  std::string result = words.substr(first, end - first);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

template <class Separates>
std::vector<std::string> parts(const std::string& words, Separates separates) {
  std::vector<std::string> result(1);
  for (const char c : words) {
    if (separates(c))
      result.emplace_back();
    else
      result.back() += c;
  }
  for (std::string& one : result) one = plain(one);
  result.erase(std::remove(result.begin(), result.end(), ""), result.end());
  return result;
}

bool is_one_of(const std::string& word, std::initializer_list<const char*> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<std::size_t> value_named(const fact& of, const std::string& word) {
  if (!word.empty() && word.size() <= 3 && std::all_of(word.begin(), word.end(), is_digit)) {
    const auto number = static_cast<std::size_t>(std::stoi(word));
    return number >= 1 && number <= of.values.size() ? std::optional<std::size_t>(number - 1) : std::nullopt;
  }
  for (std::size_t i = 0; i < of.values.size(); ++i) {
    const value& one = of.values[i];
    if (word == one.id || word == plain(one.label.fr) || word == plain(one.label.en)) return i;
  }
  return std::nullopt;
}

std::optional<fact_value> values_from(const fact& of, const std::vector<std::string>& words) {
  fact_value result;
  result.known = !words.empty();
  for (const std::string& word : words) {
    const auto index = value_named(of, word);
    if (!index) return std::nullopt;
    result.values.set(*index);
  }
  return result.known ? std::optional<fact_value>(result) : std::nullopt;
}

typed_answer read_boolean(const std::string& word) {
  typed_answer result{std::nullopt, {"répondez oui (o) ou non (n)", "answer yes (y) or no (n)"}};
  const bool yes = is_one_of(word, {"1", "o", "oui", "y", "yes"});
  if (!yes && !is_one_of(word, {"2", "n", "non", "no"})) return result;
  result.told.emplace();
  result.told->known = true;
  result.told->values.set(yes ? 1 : 0);
  return result;
}

typed_answer read_value(const fact& of, const std::string& word) {
  const std::string most = std::to_string(of.values.size());
  return {values_from(of, {word}),
          {"répondez par un seul numéro, de 1 à " + most, "answer with one number, from 1 to " + most}};
}

typed_answer read_set(const fact& of, const std::string& words) {
  const std::string most = std::to_string(of.values.size());
  typed_answer result{
      std::nullopt,
      {"répondez par un ou plusieurs numéros de 1 à " + most + " (par exemple : 1 3), ou 0 pour rien",
       "answer with one or several numbers from 1 to " + most + " (for example: 1 3), or 0 for none"}};
  if (is_one_of(words, {"0", "rien", "aucun", "aucune", "nothing", "none"})) {
    result.told.emplace();
    result.told->known = true;
    return result;
  }
  const auto comma = [](char c) { return c == ',' || c == ';'; };
  result.told = values_from(of, parts(words, [&](char c) { return comma(c) || is_space(c); }));
  if (!result.told) result.told = values_from(of, parts(words, comma));
  return result;
}

typed_answer read_number(const fact& of, const std::string& word) {
  const bool whole = of.kind == fact_kind::integer;
  typed_answer result{
      std::nullopt,
      whole ? text{"répondez par un nombre entier (0 : demandé, il n'y en a pas)",
                   "answer with a whole number (0: asked, there is none)"}
            : text{"répondez par un nombre, par exemple 12 ou 12,5 (0 : demandé, il n'y en a pas)",
                   "answer with a number, for example 12 or 12.5 (0: asked, there is none)"}};
  static const std::regex form("([0-9]{1,10})([.,]([0-9]{1,3}))?[^0-9.,]*");
  std::smatch found;
  if (word.size() > longest_code || !std::regex_match(word, found, form) || (whole && found[2].matched))
    return result;
  const std::int64_t number =
      std::stoll(found[1]) * 1000 + (found[3].matched ? std::stoll((found[3].str() + "00").substr(0, 3)) : 0);
  if (number > largest_number * 1000) return result;
  result.told.emplace();
  result.told->known = true;
  result.told->thousandths = number;
  return result;
}

typed_answer read_code(const fact& of, const std::string& word) {
  typed_answer result{std::nullopt, {"forme attendue : " + of.pattern, "expected form: " + of.pattern}};
  if (word.size() > longest_code || !std::regex_match(word, std::regex(of.pattern))) return result;
  result.told.emplace();
  result.told->known = true;
  result.told->code = word;
  return result;
}

}  // namespace

typed_answer answer_from(const fact& of, const std::string& typed) {
  const std::string word = plain(typed);
  switch (of.kind) {
    case fact_kind::boolean: return read_boolean(word);
    case fact_kind::one_of: return read_value(of, word);
    case fact_kind::set_of: return read_set(of, word);
    case fact_kind::integer:
    case fact_kind::number: return read_number(of, word);
    case fact_kind::code: break;
  }
  return read_code(of, word);
}

}  // namespace aiguillage
