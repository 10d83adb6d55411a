#include "yaml/kinds.h"

#include <algorithm>
#include <cctype>

#include "aiguillage/date.h"
#include "yaml/codes.h"
#include "yaml/source.h"

namespace aiguillage::yaml {
namespace {

/// One value under check: what to call it, and where its findings go.
struct subject {
  const node& value;
  const std::string& what;
  const std::string& file;
  diagnostics& out;

  bool refuse(const char* code, text message, text hint) const {
    out.push_back(error_at(value, file, code, std::move(message), std::move(hint)));
    return false;
  }
};

bool blank(const std::string& word) { return word.find_first_not_of(" \t\n") == std::string::npos; }

std::string lower_case(std::string word) {
  const auto lower = [](unsigned char c) { return static_cast<char>(std::tolower(c)); };
  std::transform(word.begin(), word.end(), word.begin(), lower);
  return word;
}

bool one_of(const std::string& word, std::initializer_list<const char*> names) {
  return std::any_of(names.begin(), names.end(), [&](const char* name) { return word == name; });
}

bool refuse_kind(const subject& given, value_kind kind) {
  const text wanted = kind_name(kind);
  const std::string& what = given.what;
  text hint{"écrivez « " + what + ": … » sur une ligne", "write \"" + what + ": …\" on one line"};
  if (kind == value_kind::mapping)
    hint = {"écrivez « clé: valeur » à la ligne, décalé vers la droite",
            "write \"key: value\" on the next line, indented"};
  if (kind == value_kind::bilingual)
    hint = {"écrivez « fr: … » puis « en: … »", "write \"fr: …\" then \"en: …\""};
  if (kind == value_kind::names || kind == value_kind::sequence || kind == value_kind::texts)
    hint = {"écrivez « - … » sur une ligne par élément", "write \"- …\", one line for each element"};
  if (what.empty())
    return given.refuse(code::wrong_kind, {"il faut ici " + wanted.fr, wanted.en + " are expected here"},
                        {"écrivez « clé: valeur »", "write \"key: value\""});
  return given.refuse(code::wrong_kind,
                      {"« " + what + " » attend " + wanted.fr, "\"" + what + "\" expects " + wanted.en},
                      hint);
}

bool check_text(const subject& given) {
  if (!blank(given.value.scalar)) return true;
  return given.refuse(code::bad_text, {"« " + given.what + " » est vide", "\"" + given.what + "\" is empty"},
                      {"écrivez le texte, ou effacez la clé", "write the text, or delete the key"});
}

bool check_name(const subject& given) {
  if (is_name(given.value.scalar)) return true;
  const std::string word = shown(given.value.scalar);
  return given.refuse(code::bad_name,
                      {"« " + word + " » n'est pas un identifiant", "\"" + word + "\" is not an identifier"},
                      {"minuscules sans accent, chiffres et « _ » seulement",
                       "only unaccented lower case letters, digits and \"_\""});
}

bool check_boolean(const subject& given) {
  const std::string& word = given.value.scalar;
  const bool right = one_of(word, {"true", "false"});
  if (right && !given.value.quoted) return true;
  const std::string lower = lower_case(word);
  const bool yes = one_of(lower, {"true", "yes", "on", "y", "oui", "vrai", "1"});
  const bool no = one_of(lower, {"false", "no", "off", "n", "non", "faux", "0"});
  const std::string fr = yes ? "true" : no ? "false" : "true ou false";
  const std::string en = yes ? "true" : no ? "false" : "true or false";
  return given.refuse(
      code::bad_boolean,
      {"« " + given.what + " » attend true ou false", "\"" + given.what + "\" expects true or false"},
      {"écrivez " + fr + ", sans guillemets", "write " + en + ", without quotes"});
}

text number_hint(const std::string& word, value_kind kind, bool right) {
  const std::string plain = right ? word : plain_number(word, kind);
  if (right) return {"enlevez les guillemets : " + plain, "remove the quotes: " + plain};
  if (!plain.empty())
    return {"écrivez " + plain + ", sans guillemets", "write " + plain + ", without quotes"};
  if (kind == value_kind::integer)
    return {"écrivez un entier en chiffres : 5, 1000, -3", "write a whole number: 5, 1000, -3"};
  return {"écrivez un nombre avec un point : 5, 0.5, 12.25", "write a number with a point: 5, 0.5, 12.25"};
}

bool check_number(const subject& given, value_kind kind) {
  const std::string& word = given.value.scalar;
  const bool right = kind == value_kind::integer ? is_integer(word) : is_decimal(word);
  if (right && !given.value.quoted) return true;
  const text wanted = kind_name(kind);
  const text where{given.value.quoted ? " entre guillemets" : "", given.value.quoted ? " in quotes" : ""};
  return given.refuse(
      code::bad_number,
      {"« " + given.what + " » attend " + wanted.fr + ", pas « " + shown(word) + " »" + where.fr,
       "\"" + given.what + "\" expects " + wanted.en + ", not \"" + shown(word) + "\"" + where.en},
      number_hint(word, kind, right));
}

bool check_date(const subject& given) {
  const std::string& word = given.value.scalar;
  if (parse_date(word)) return true;
  if (has_date_form(word))
    return given.refuse(code::bad_date, {"le " + word + " n'existe pas", word + " does not exist"},
                        {"vérifiez le mois et le jour", "check the month and the day"});
  return given.refuse(code::bad_date,
                      {"« " + given.what + " » attend une date, pas « " + shown(word) + " »",
                       "\"" + given.what + "\" expects a date, not \"" + shown(word) + "\""},
                      {"écrivez année-mois-jour : 2025-01-31", "write year-month-day: 2025-01-31"});
}

bool check_code(const subject& given) {
  const std::string& word = given.value.scalar;
  const bool tidy = !word.empty() && word.find_first_of(" \t\n") == std::string::npos;
  if (tidy && given.value.quoted) return true;
  if (!tidy)
    return given.refuse(
        code::bad_code,
        {"« " + shown(word) + " » n'est pas un code", "\"" + shown(word) + "\" is not a code"},
        {"un code n'est pas vide et n'a pas d'espace", "a code is not empty and has no space"});
  const std::string quoted = "\"" + shown(word) + "\"";
  return given.refuse(code::bad_code,
                      {"un code s'écrit entre guillemets", "a code is written between quotes"},
                      {"écrivez " + quoted, "write " + quoted});
}

bool check_list(const subject& given, value_kind kind) {
  const value_kind item_kind = kind == value_kind::names ? value_kind::name : value_kind::text;
  bool good = true;
  for (const node* item : as_list(given.value))
    good = check_kind(*item, item_kind, given.what, given.file, given.out) && good;
  return good;
}

bool check_bilingual(const subject& given) {
  return check_keys(given.value, bilingual_keys(), given.file, given.out);
}

bool has_shape(const node& value, value_kind kind) {
  switch (kind) {
    case value_kind::any: return true;
    case value_kind::mapping:
    case value_kind::bilingual: return value.kind == node_kind::mapping;
    case value_kind::sequence:
    case value_kind::texts: return value.kind == node_kind::sequence;
    case value_kind::names: return value.kind != node_kind::mapping;
    default: return value.kind == node_kind::scalar;
  }
}

}  // namespace

const std::vector<key_spec>& bilingual_keys() {
  static const std::vector<key_spec> table{
      {"fr", value_kind::text, true, {"le texte en français", "the text in French"}},
      {"en", value_kind::text, true, {"le texte en anglais", "the text in English"}}};
  return table;
}

text kind_name(value_kind kind) {
  switch (kind) {
    case value_kind::any: return {"une valeur", "a value"};
    case value_kind::text: return {"un texte", "a text"};
    case value_kind::name: return {"un identifiant", "an identifier"};
    case value_kind::boolean: return {"true ou false", "true or false"};
    case value_kind::integer: return {"un nombre entier", "a whole number"};
    case value_kind::decimal: return {"un nombre", "a number"};
    case value_kind::date: return {"une date", "a date"};
    case value_kind::code: return {"un code entre guillemets", "a code between quotes"};
    case value_kind::mapping: return {"des clés et leurs valeurs", "keys and their values"};
    case value_kind::sequence: return {"une liste", "a list"};
    case value_kind::names: return {"une liste d'identifiants", "a list of identifiers"};
    case value_kind::texts: return {"une liste de textes", "a list of texts"};
    case value_kind::bilingual: break;
  }
  return {"un texte en français et en anglais", "a text in French and English"};
}

bool check_kind(const node& value, value_kind kind, const std::string& what, const std::string& file,
                diagnostics& out) {
  const subject given{value, what, file, out};
  if (value.null && kind != value_kind::any)
    return given.refuse(
        code::empty_value, {"« null » n'est pas une valeur", "\"null\" is not a value"},
        {"écrivez une valeur, ou effacez la ligne ; si c'est du texte, mettez-le entre guillemets",
         "write a value, or delete the line; if it is text, quote it"});
  if (!has_shape(value, kind)) return refuse_kind(given, kind);
  switch (kind) {
    case value_kind::text: return check_text(given);
    case value_kind::name: return check_name(given);
    case value_kind::boolean: return check_boolean(given);
    case value_kind::integer:
    case value_kind::decimal: return check_number(given, kind);
    case value_kind::date: return check_date(given);
    case value_kind::code: return check_code(given);
    case value_kind::names:
    case value_kind::texts: return check_list(given, kind);
    case value_kind::bilingual: return check_bilingual(given);
    case value_kind::any:
    case value_kind::mapping:
    case value_kind::sequence: break;
  }
  return true;
}

diagnostic error_at(const node& where, const std::string& file, std::string code, text message, text hint) {
  return {severity::error, std::move(code),    file,           where.line,
          where.column,    std::move(message), std::move(hint)};
}

}  // namespace aiguillage::yaml
