#include "yaml/syntax.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

#include <yaml-cpp/exceptions.h>

#include "yaml/codes.h"

namespace aiguillage::yaml {
namespace {

struct explanation {
  const char* words;  // how the message of yaml-cpp starts
  char sign;          // what to point at, when yaml-cpp points after it
  const char* code;
  text message;
  text hint;
};

const text quote_it{"si c'est du texte, mettez-le entre guillemets", "if it is text, quote it"};

namespace words = YAML::ErrorMsg;

const text no_escape{"cette écriture avec « \\ » n'existe pas", "this writing with \"\\\" does not exist"};
const text double_it{"pour une barre oblique inverse, doublez-la : « \\\\ »",
                     "to write a backslash, double it: \"\\\\\""};
const text no_alias{"les renvois (« * ») ne sont pas admis", "aliases (\"*\") are not allowed"};
const text no_anchor{"les ancres (« & ») ne sont pas admises", "anchors (\"&\") are not allowed"};
const text no_tag{"les étiquettes de type (« ! ») ne sont pas admises", "type tags (\"!\") are not allowed"};
const text block_form{"après « | » ou « > », le texte commence à la ligne suivante",
                      "after \"|\" or \">\", the text starts at the next line"};
const text stray_dash{"ce tiret n'est pas à sa place", "this dash is out of place"};
const std::vector<explanation> explanations{
    {words::INVALID_ESCAPE, '\\', code::bad_escape, no_escape, double_it},
    {words::INVALID_HEX, '\\', code::bad_escape, no_escape, double_it},
    {words::INVALID_UNICODE, '\\', code::bad_escape, no_escape, double_it},
    {words::UNKNOWN_TOKEN,
     '\0',
     code::reserved_character,
     {"un texte sans guillemets ne peut pas commencer par ce caractère",
      "an unquoted text cannot start with this character"},
     {"mettez le texte entre guillemets", "quote the text"}},
    {words::UNKNOWN_ANCHOR, '*', code::alias, no_alias, quote_it},
    {words::ALIAS_NOT_FOUND, '*', code::alias, no_alias, quote_it},
    {words::CHAR_IN_ALIAS, '*', code::alias, no_alias, quote_it},
    {words::MULTIPLE_ANCHORS, '&', code::anchor, no_anchor, quote_it},
    {words::ANCHOR_NOT_FOUND, '&', code::anchor, no_anchor, quote_it},
    {words::CHAR_IN_ANCHOR, '&', code::anchor, no_anchor, quote_it},
    {words::MULTIPLE_TAGS, '!', code::tag, no_tag, quote_it},
    {words::CHAR_IN_TAG_HANDLE, '!', code::tag, no_tag, quote_it},
    {words::TAG_WITH_NO_SUFFIX, '!', code::tag, no_tag, quote_it},
    {words::END_OF_VERBATIM_TAG, '!', code::tag, no_tag, quote_it},
    {words::MAP_VALUE,
     '\0',
     code::unquoted_colon,
     {"ce « : » est de trop dans un texte sans guillemets", "this \":\" is one too many in an unquoted text"},
     {"mettez toute la valeur entre guillemets", "put the whole value between quotes"}},
    {words::FLOW_END,
     '\0',
     code::unopened_bracket,
     {"ce crochet ou cette accolade ne ferme rien", "this bracket closes nothing"},
     {"effacez-le, ou ouvrez-le plus haut ; " + quote_it.fr, "delete it, or open it above; " + quote_it.en}},
    {words::BLOCK_ENTRY,
     '\0',
     code::misaligned,
     stray_dash,
     {"un élément de liste commence sa propre ligne ; " + quote_it.fr,
      "a list element starts its own line; " + quote_it.en}},
    {words::CHAR_IN_BLOCK,
     '\0',
     code::bad_block,
     block_form,
     {"passez à la ligne après le signe ; " + quote_it.fr,
      "start a new line after the sign; " + quote_it.en}},
    {words::BAD_FILE,
     '\0',
     code::too_deep,
     {"trop de niveaux imbriqués", "too many nested levels"},
     {"simplifiez, ou partagez en plusieurs fichiers", "simplify, or split into several files"}},
    {words::ZERO_INDENT_IN_BLOCK,
     '0',
     code::bad_block,
     {"« 0 » n'est pas un retrait", "\"0\" is not an indentation"},
     {"effacez le chiffre", "delete the digit"}},
};

bool one_of(const std::string& words, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return words == name; });
}

std::size_t place_to_mend(const std::string& text, std::size_t position, char sign) {
  if (sign == '\0' || position == 0) return position;
  if (sign != '\\' && position < text.size() && text[position] == sign) return position;
  const std::size_t before = text.rfind(sign, position - 1);
  return before == std::string::npos ? position : before;
}

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// The first quote from `position` on that stands where a value may start and never closes.
std::optional<std::size_t> find_open_quote(std::string_view text, std::size_t position) {
  bool value_may_start = true;
  for (std::size_t i = position; i < text.size(); ++i) {
    const char c = text[i];
    const bool spaced = i + 1 >= text.size() || blank(text[i + 1]);
    if (c == '#' && (i == 0 || blank(text[i - 1]))) {
      i = std::min(text.find('\n', i), text.size()) - 1;
    } else if ((c == '"' || c == '\'') && value_may_start) {
      const std::size_t end = end_of_quoted(text, i);
      if (end == std::string::npos) return i;
      i = end - 1;
      value_may_start = false;
    } else if (c == '\n' || c == '[' || c == '{' || c == ',' || c == ':' || (c == '-' && spaced)) {
      value_may_start = true;
    } else if (!blank(c)) {
      value_may_start = false;
    }
  }
  return std::nullopt;
}

void report_open_quote(findings& found, const syntax_error& error) {
  const std::size_t guess = find_open_quote(found.from.text, error.last_position).value_or(error.position);
  found.add(guess, code::unclosed_quote, {"ce guillemet n'est jamais fermé", "this quote is never closed"},
            {"ajoutez le même guillemet en fin de valeur", "add the same quote at the end of the value"});
}

void report_open_bracket(findings& found, const syntax_error& error) {
  const std::size_t bracket = error.open_bracket.value_or(error.position);
  const bool at_end = error.position >= found.from.text.size();
  const std::string line = std::to_string(place_of(found.from, error.position).line);
  const text where = at_end ? text{"", ""} : text{" avant la ligne " + line, " before line " + line};
  const bool same_line = place_of(found.from, bracket).line == place_of(found.from, error.position).line;
  if (!at_end && same_line)
    return found.add(
        error.position, code::missing_comma,
        {"entre crochets ou accolades, une virgule manque ici", "between brackets, a comma is missing here"},
        {"séparez les valeurs par des virgules ; " + quote_it.fr,
         "separate values with commas; " + quote_it.en});
  found.add(
      bracket, code::unclosed_bracket,
      {"ce crochet ou cette accolade n'est pas fermé" + where.fr, "this bracket is not closed" + where.en},
      {"fermez-le ; " + quote_it.fr, "close it; " + quote_it.en});
}

/// The line of a byte, from its first character that is not blank, without comment.
std::string_view line_at(std::string_view text, std::size_t position) {
  const std::size_t before = position == 0 ? std::string_view::npos : text.rfind('\n', position - 1);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  std::string_view line = text.substr(start, text.find('\n', start) - start);
  line = line.substr(0, line.find(" #"));
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  return line.substr(0, line.find_last_not_of(" \t") + 1);
}

bool lacks_colon(std::string_view line) {
  return line.find(": ") == std::string_view::npos && line.substr(0, 2) != "- " && !line.empty() &&
         line.back() != ':';
}

void report_missing_colon(findings& found, std::size_t position, std::string_view line) {
  const std::string words = shown(line);
  found.add(
      position, code::missing_colon,
      {"« " + words + " » n'est pas suivi de « : » et d'une valeur",
       "\"" + words + "\" is not followed by \":\" and a value"},
      {"écrivez « clé: valeur », avec une espace après les deux-points ; pour continuer le texte du dessus, "
       "décalez la ligne vers la droite",
       "write \"key: value\", with a space after the colon; to go on with the text above, indent the line"});
}

void report_misplaced(findings& found, const syntax_error& error) {
  const std::string_view text = found.from.text;
  const std::size_t position = std::min(error.position, text.size());
  const std::string_view line = line_at(text, position);
  const bool starts_line = line.data() == text.data() + position;
  if (starts_line && lacks_colon(line) && place_of(found.from, position).column == error.indent)
    return report_missing_colon(found, position, line);
  if (starts_line)
    return found.add(
        position, code::misaligned,
        {"cette ligne n'est alignée avec aucune de celles du dessus",
         "this line is aligned with none of those above"},
        {"donnez le même retrait aux lignes d'un même niveau", "indent lines of one level alike"});
  found.add(position, code::stray_text,
            {"ce texte suit une valeur déjà finie", "this text follows a value that is complete"},
            {"mettez toute la valeur entre guillemets", "put the whole value between quotes"});
}

/// yaml-cpp stumbles on the colon of the line that follows a key without colon: finds that key.
std::optional<std::size_t> key_without_colon(std::string_view text, const syntax_error& error) {
  std::size_t at = error.last_position;
  while (at < error.position) {
    at = text.find_first_not_of(" \t\n", at);
    if (at >= error.position) return std::nullopt;
    if (text[at] != '#') break;
    at = text.find('\n', at);
  }
  const std::string_view line = at < text.size() ? line_at(text, at) : std::string_view{};
  const bool earlier = text.substr(0, error.position).find('\n', at) != std::string_view::npos;
  if (!earlier || line.data() != text.data() + at || !lacks_colon(line)) return std::nullopt;
  return at;
}

}  // namespace

void report_syntax(findings& found, const syntax_error& error) {
  if (one_of(error.words, {words::DOC_IN_SCALAR, words::EOF_IN_SCALAR}))
    return report_open_quote(found, error);
  const bool unfinished = one_of(error.words, {words::END_OF_SEQ_FLOW, words::END_OF_MAP_FLOW});
  if (unfinished && error.open_bracket) return report_open_bracket(found, error);
  if (one_of(error.words, {words::END_OF_SEQ, words::END_OF_MAP})) return report_misplaced(found, error);
  if (error.words == words::MAP_VALUE)
    if (const auto key = key_without_colon(found.from.text, error))
      return report_missing_colon(found, *key, line_at(found.from.text, *key));
  for (const explanation& known : explanations)
    if (std::string_view(error.words).substr(0, std::string_view(known.words).size()) == known.words)
      return found.add(place_to_mend(found.from.text, error.position, known.sign), known.code, known.message,
                       known.hint);
  found.add(error.position, code::bad_syntax,
            {"ceci ne se lit pas comme du YAML", "this does not read as YAML"}, {quote_it.fr, quote_it.en});
}

}  // namespace aiguillage::yaml
