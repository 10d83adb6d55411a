#include <algorithm>

#include "aiguillage/interview.h"
#include "explain/languages.h"
#include "explain/phrases.h"
#include "interview/plain.h"
#include "interview/units.h"
#include "pattern.h"

namespace aiguillage {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

using detail::plain;

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
    const text shown = detail::answer_label(of, i);
    if (word == one.id || word == plain(one.label.fr) || word == plain(one.label.en) ||
        word == plain(shown.fr) || word == plain(shown.en))
      return i;
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

fact_value known_value(std::size_t index) {
  fact_value result;
  result.known = true;
  result.values.set(index);
  return result;
}

// Answers that say more than yes and no: a bare yes or no could be meant of either half of the question.
typed_answer read_own_boolean(const fact& of, const std::string& word) {
  const text yes = detail::answer_label(of, 1);
  const text no = detail::answer_label(of, 0);
  typed_answer result{
      std::nullopt,
      {"répondez 1 (" + yes.fr + ") ou 2 (" + no.fr + ")", "answer 1 (" + yes.en + ") or 2 (" + no.en + ")"}};
  if (word == "1" || word == plain(yes.fr) || word == plain(yes.en)) result.told = known_value(1);
  if (word == "2" || word == plain(no.fr) || word == plain(no.en)) result.told = known_value(0);
  return result;
}

typed_answer read_boolean(const fact& of, const std::string& word) {
  if (detail::has_own_answers(of)) return read_own_boolean(of, word);
  typed_answer result{std::nullopt, {"répondez oui (o) ou non (n)", "answer yes (y) or no (n)"}};
  const bool yes = is_one_of(word, {"1", "o", "oui", "y", "yes"});
  if (yes || is_one_of(word, {"2", "n", "non", "no"})) result.told = known_value(yes ? 1 : 0);
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

// What 0 means: today, for what is counted from a day or to one; else that there is none.
text zero_words(const fact& of) {
  const text zero = detail::number_answer(of, 0, 0);
  if (zero.fr == detail::range_words(of, 0, 0).fr)
    return {"0 : demandé, il n'y en a pas", "0: asked, there is none"};
  return {"0 : " + zero.fr + " ; non : sans réponse", "0: " + zero.en + "; no: no answer"};
}

text unit_words(const fact& of) {
  const text two = detail::range_words(of, 2000, 2000);
  if (of.unit.empty()) return {};
  if (of.unit.starts_with("EUR"))
    return {", en " + two.fr.substr(2), ", in €" + two.en.substr(two.en.find('2') + 1)};
  return {", en " + two.fr.substr(2), ", in " + two.en.substr(2)};
}

typed_answer read_number(const fact& of, const std::string& word) {
  const text zero = zero_words(of);
  const text unit = unit_words(of);
  const bool whole = of.kind == fact_kind::integer;
  typed_answer result{
      std::nullopt,
      {(whole ? "répondez par un nombre entier" : "répondez par un nombre") + unit.fr + " (" + zero.fr + ")",
       (whole ? "answer with a whole number" : "answer with a number") + unit.en + " (" + zero.en + ")"}};
  const bool counted_from_a_day = detail::number_answer(of, 0, 0).fr != detail::range_words(of, 0, 0).fr;
  if (counted_from_a_day && is_one_of(word, {"n", "non", "no"})) {
    result.told.emplace();
    return result;
  }
  const std::optional<std::int64_t> number = detail::number_typed(of, word);
  if (!number) return result;
  result.told.emplace();
  result.told->known = true;
  result.told->thousandths = *number;
  return result;
}

bool names_language(const std::string& code, const std::string& name) {
  const text words = detail::language_words(code);
  const std::string after = " (" + code + ")";
  return name + after == plain(words.fr) || name + after == plain(words.en);
}

// The code of a language by its name in French or English; "" when no language has it.
std::string code_of_language(const std::string& name) {
  for (const std::string& code : detail::language_codes())
    if (names_language(code, name)) return code;
  return "";
}

typed_answer read_code(const fact& of, const std::string& word) {
  const bool language = has_form("fr", of.pattern) && has_form("kab", of.pattern);
  typed_answer result{std::nullopt,
                      language ? text{"répondez par un nom de langue ou son code, par exemple : arabe, ar",
                                      "answer with a language or its code, for example: Arabic, ar"}
                               : text{"répondez par un code", "answer with a code"}};
  const std::string named = language ? code_of_language(word) : "";
  const std::string code = named.empty() ? word : named;
  if (!has_form(code, of.pattern) || is_one_of(word, {"oui", "non", "yes"})) return result;
  result.told.emplace();
  result.told->known = true;
  result.told->code = code;
  return result;
}

}  // namespace

std::string detail::plain(const std::string& words) {
  std::size_t first = 0;
  std::size_t end = words.size();
  while (first < end && is_space(words[first])) ++first;
  while (end > first && is_space(words[end - 1])) --end;
  std::string result = words.substr(first, end - first);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

typed_answer answer_from(const fact& of, const std::string& typed) {
  const std::string word = plain(typed);
  switch (of.kind) {
    case fact_kind::boolean: return read_boolean(of, word);
    case fact_kind::one_of: return read_value(of, word);
    case fact_kind::set_of: return read_set(of, word);
    case fact_kind::integer:
    case fact_kind::number: return read_number(of, word);
    case fact_kind::code: break;
  }
  return read_code(of, word);
}

}  // namespace aiguillage
