#include "load/values.h"

#include <algorithm>
#include <cmath>

#include "load/tables.h"
#include "pattern.h"

namespace aiguillage::load {
namespace {

fact_value read_set(const fact& of, const yaml::node& given, const sink& to) {
  fact_value result;
  if (given.kind != yaml::node_kind::sequence) {
    const text name = quoted(of.id);
    report(to, given, code::wrong_shape, {name.fr + " attend une liste", name.en + " expects a list"},
           {"écrivez [a, b], ou [] s'il n'y en a aucune", "write [a, b], or [] when there is none"});
    return result;
  }
  if (!is_kind(given, yaml::value_kind::names, of.id, to)) return result;
  result.known = true;
  std::vector<std::string> seen;
  for (const yaml::node& word : given.items) {
    const auto index = value_index(of, word, to);
    if (index && first_time(word, seen, to)) result.values.set(*index);
  }
  return result;
}

fact_value read_one(const fact& of, const yaml::node& given, const sink& to) {
  fact_value result;
  if (given.kind != yaml::node_kind::scalar) {
    const text name = quoted(of.id);
    report(to, given, code::wrong_shape,
           {name.fr + " attend une seule valeur", name.en + " expects one value"},
           {"écrivez la valeur seule, sans crochets", "write the value alone, without brackets"});
    return result;
  }
  if (!is_kind(given, yaml::value_kind::name, of.id, to)) return result;
  if (const auto index = value_index(of, given, to)) {
    result.known = true;
    result.values.set(*index);
  }
  return result;
}

fact_value read_number(const fact& of, const yaml::node& given, const sink& to) {
  fact_value result;
  const bool whole = of.kind == fact_kind::integer;
  if (!is_kind(given, whole ? yaml::value_kind::integer : yaml::value_kind::decimal, of.id, to))
    return result;
  const std::int64_t most = bounds_of(content::not_negative).high * 1000;
  const std::int64_t number =
      whole ? std::min(yaml::as_integer(given), most) * 1000 : yaml::as_thousandths(given);
  if (number < 0 || number > most) {
    const text name = quoted(of.id);
    report(to, given, code::out_of_range,
           {name.fr + " va de 0 à 1000000000", name.en + " goes from 0 to 1000000000"},
           {"0 veut dire : demandé, il n'y en a pas", "0 means: asked, there is none"});
    return result;
  }
  result.known = true;
  result.thousandths = number;
  return result;
}

fact_value read_code(const fact& of, const yaml::node& given, const sink& to) {
  fact_value result;
  if (!is_kind(given, yaml::value_kind::code, of.id, to)) return result;
  if (!has_form(given.scalar, of.pattern)) {
    const text name = quoted(given.scalar);
    report(to, given, code::code_pattern,
           {name.fr + " n'a pas la forme de « " + of.id + " »",
            name.en + " has not the form of '" + of.id + "'"},
           {"forme attendue : " + of.pattern, "expected form: " + of.pattern});
    return result;
  }
  result.known = true;
  result.code = given.scalar;
  return result;
}

/// Degrees as written, at most fifteen digits; exact enough and free of the locale.
std::optional<double> degrees(const std::string& word) {
  const std::size_t start = !word.empty() && word[0] == '-' ? 1 : 0;
  std::int64_t digits = 0;
  std::size_t count = 0;
  double scale = 1;
  bool after_point = false;
  for (std::size_t i = start; i < word.size(); ++i) {
    if (word[i] == '.' && !after_point && count > 0) {
      after_point = true;
      continue;
    }
    if (word[i] < '0' || word[i] > '9' || ++count > 15) return std::nullopt;
    digits = digits * 10 + (word[i] - '0');
    if (after_point) scale *= 10;
  }
  if (count == 0 || word.back() == '.') return std::nullopt;
  const double size = static_cast<double>(digits) / scale;
  return start == 1 ? -size : size;
}

std::optional<double> coordinate(const yaml::node& mapping, const char* key, content number, const sink& to) {
  const yaml::node* given = child(mapping, key, yaml::value_kind::any);
  if (given == nullptr) return std::nullopt;
  const std::optional<double> degree =
      given->kind == yaml::node_kind::scalar && !given->quoted ? degrees(given->scalar) : std::nullopt;
  const std::int64_t most = bounds_of(number).high;
  if (degree && std::abs(*degree) <= static_cast<double>(most)) return degree;
  const std::string bounds = std::to_string(most);
  const std::string name = key;
  report(to, *given, code::out_of_range,
         {"« " + name + " » attend des degrés, de -" + bounds + " à " + bounds,
          "'" + name + "' expects degrees, from -" + bounds + " to " + bounds},
         {"écrivez par exemple 48.1173", "write for example 48.1173"});
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> value_index(const fact& of, const yaml::node& word, const sink& to) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < of.values.size(); ++i) {
    if (of.values[i].id == word.scalar) return i;
    known.push_back(of.values[i].id);
  }
  const text name = quoted(of.id);
  report_unknown(word, code::unknown_value,
                 {name.fr + " n'a pas cette valeur", name.en + " has no such value"}, known, to);
  return std::nullopt;
}

fact_value read_fact_value(const fact& of, const yaml::node& given, const sink& to) {
  switch (of.kind) {
    case fact_kind::set_of: return read_set(of, given, to);
    case fact_kind::one_of: return read_one(of, given, to);
    case fact_kind::integer:
    case fact_kind::number: return read_number(of, given, to);
    case fact_kind::code: return read_code(of, given, to);
    case fact_kind::boolean: break;
  }
  fact_value result;
  result.known = is_kind(given, yaml::value_kind::boolean, of.id, to);
  if (result.known) result.values.set(yaml::as_boolean(given) ? 1 : 0);
  return result;
}

id_vector<fact_id, fact_value> read_facts(const yaml::node& mapping, const pack& rules, const sink& to) {
  id_vector<fact_id, fact_value> result(rules.facts.size());
  for (const yaml::entry& given : mapping.entries) {
    yaml::node key;
    key.scalar = given.key;
    key.line = given.line;
    key.column = given.column;
    const fact_id which = resolve(rules.facts, key, to);
    if (which.known()) result[which] = read_fact_value(rules.facts[which], given.value, to);
  }
  return result;
}

std::optional<point> read_point(const yaml::node& mapping, const sink& to) {
  const auto latitude = coordinate(mapping, "latitude", content::latitude, to);
  const auto longitude = coordinate(mapping, "longitude", content::longitude, to);
  if (!latitude || !longitude) return std::nullopt;
  return point{*latitude, *longitude};
}

std::optional<point> point_at(const yaml::node& mapping, const char* key, const sink& to) {
  const yaml::node* given = child(mapping, key, yaml::value_kind::mapping);
  if (given == nullptr || !yaml::check_keys(*given, point_keys(), to.file, to.out)) return std::nullopt;
  return read_point(*given, to);
}

std::string read_commune(const yaml::node& given, const std::string& what, const sink& to) {
  if (!is_kind(given, yaml::value_kind::code, what, to)) return "";
  const std::string& word = given.scalar;
  if (is_code(area_kind::commune, word)) return word;
  const text name = quoted(word);
  report(to, given, code::code_pattern,
         {name.fr + " n'est pas un code de commune", name.en + " is not a commune code"},
         {"écrivez le code Insee à cinq chiffres, pas le code postal : \"35238\"",
          "write the five-digit INSEE code, not the postal code: \"35238\""});
  return "";
}

}  // namespace aiguillage::load
