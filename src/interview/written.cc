#include <cmath>

#include "aiguillage/interview.h"
#include "explain/phrases.h"

namespace aiguillage {
namespace {

std::string quoted(const std::string& word) {
  std::string result;
  for (const char c : word) result += c == '\\' || c == '"' ? std::string{'\\', c} : std::string{c};
  return "\"" + result + "\"";
}

std::string value_words(const fact& of, const fact_value& told) {
  if (of.kind == fact_kind::code) return quoted(told.code);
  if (of.kind == fact_kind::integer || of.kind == fact_kind::number) return detail::decimal(told.thousandths);
  std::string words;
  for (std::size_t i = 0; i < of.values.size(); ++i)
    if (told.values.test(i)) words += (words.empty() ? "" : ", ") + of.values[i].id;
  return of.kind == fact_kind::set_of ? "[" + words + "]" : words;
}

// As many digits as the reader keeps, whatever the locale.
std::string degrees(double value) {
  const std::int64_t millionths = std::llround(std::abs(value) * 1e6);
  const std::string rest = std::to_string(1000000 + millionths % 1000000).substr(1);
  return (value < 0 ? "-" : "") + std::to_string(millionths / 1000000) + "." + rest;
}

}  // namespace

std::string situation_yaml(const pack& rules, const situation& person) {
  std::string facts;
  for (std::size_t i = 0; i < rules.facts.size(); ++i) {
    const fact& of = rules.facts.items[i];
    const fact_value& told = person.facts.items[i];
    if (told.known) facts += "  " + of.id + ": " + value_words(of, told) + "\n";
  }
  std::string result = facts.empty() ? "situation: {}\n" : "situation:\n" + facts;
  if (!person.date.empty()) result += "date: " + person.date + "\n";
  if (person.home)
    result += "home: {latitude: " + degrees(person.home->latitude) +
              ", longitude: " + degrees(person.home->longitude) + "}\n";
  else if (!person.home_commune.empty())
    result += "home: " + quoted(person.home_commune) + "\n";
  return result;
}

}  // namespace aiguillage
