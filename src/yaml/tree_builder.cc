#include "yaml/tree_builder.h"

#include <algorithm>
#include <utility>

#include <yaml-cpp/mark.h>

#include "yaml/codes.h"

namespace aiguillage::yaml {
namespace {

bool opens_quote(char c) { return c == '"' || c == '\''; }
bool opens_block(char c) { return c == '|' || c == '>'; }

/// The byte of the dash that announces the empty element found before `position`.
std::size_t dash_before(std::string_view text, std::size_t position) {
  std::size_t end = std::min(position, text.size());
  while (end > 0) {
    const std::size_t before = text.rfind('\n', end - 1);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    std::string_view line = text.substr(start, end - start);
    line = line.substr(0, line.find(" #"));
    if (line.substr(0, 1) == "#") line = {};
    const std::size_t last = line.find_last_not_of(" \t\n");
    if (last != std::string_view::npos && line[last] == '-') return start + last;
    end = start == 0 ? 0 : before;
  }
  return position;
}

/// Where the lines of a multi-line value start, blanks skipped, first line excepted.
template <class Visit>
void for_each_continuation(std::string_view text, std::size_t position, std::size_t end, Visit visit) {
  text = text.substr(0, end);
  for (std::size_t at = text.find('\n', position); at < end; at = text.find('\n', at)) {
    at = text.find_first_not_of(" \t\n", at);
    if (at >= end) return;
    visit(at);
  }
}

/// The end of an unquoted value, known by its folded form.
std::size_t end_of_plain(const std::string& text, std::size_t position, const std::string& value) {
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
  for (const char c : value) {
    if (blank(c)) continue;
    while (position < text.size() && blank(text[position])) ++position;
    ++position;
  }
  return std::min(position, text.size());
}

/// The end of a text announced by | or >: its lines are blank or start to the right of `indent`.
std::size_t end_of_block(const std::string& text, std::size_t position, int indent) {
  std::size_t end = text.find('\n', position);
  while (end != std::string::npos) {
    const std::size_t first = text.find_first_not_of(' ', end + 1);
    if (first == std::string::npos) break;
    if (text[first] != '\n' && first - end <= static_cast<std::size_t>(indent)) return end;
    end = text.find('\n', first);
  }
  return text.size();
}

}  // namespace

std::size_t tree_builder::enter(const YAML::Mark& mark) {
  const std::size_t position = mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
  last_position_ = std::min(position, found_.from.text.size());
  if (++nodes_ > bounds_.nodes) {
    const std::string most = std::to_string(bounds_.nodes);
    report(position, code::too_many_nodes,
           {"plus de " + most + " valeurs dans un seul fichier", "more than " + most + " values in one file"},
           {"partagez-le en plusieurs fichiers", "split it into several files"});
    throw reading_stopped{};
  }
  return last_position_;
}

void tree_builder::report(std::size_t position, const char* code, text message, text hint) {
  found_.add(position, code, std::move(message), std::move(hint));
  if (found_.full) throw reading_stopped{};
}

bool tree_builder::at_key() const {
  return !open_.empty() && open_.back().value.kind == node_kind::mapping && !open_.back().has_key;
}

std::optional<std::size_t> tree_builder::open_bracket() const {
  if (open_.empty() || !open_.back().flow) return std::nullopt;
  return open_.back().position;
}

void tree_builder::OnDocumentStart(const YAML::Mark& mark) {
  if (documents_++ == 0) return;
  const std::size_t position = enter(mark);
  const bool nothing_left = position == found_.from.text.size();
  if (nothing_left && found_.count > 0) throw reading_stopped{};
  if (found_.from.text.compare(position, 3, "---") == 0)
    report(position, code::second_document,
           {"un second document commence ici", "a second document starts here"},
           {"un fichier, un document : mettez la suite dans un autre fichier",
            "one file, one document: move the rest to another file"});
  else
    report(position, code::stray_text,
           {"ce texte ne se rattache à rien de ce qui précède", "this text belongs to nothing above"},
           {"alignez-le avec les lignes du même niveau, ou effacez-le",
            "align it with the lines of its level, or delete it"});
  throw reading_stopped{};
}

void tree_builder::check_properties(std::size_t position, const std::string& tag, YAML::anchor_t anchor) {
  const char first = position < found_.from.text.size() ? found_.from.text[position] : '\0';
  if (anchor != 0)
    report(position, code::anchor,
           {"les ancres (« & ») ne sont pas admises", "anchors (\"&\") are not allowed"},
           {"écrivez la valeur en entier là où elle sert ; si c'est du texte, mettez-le entre guillemets",
            "write the value in full wherever it serves; if it is text, quote it"});
  if (first == '!' || (tag != "?" && tag != "!" && !tag.empty()))
    report(
        position, code::tag,
        {"les étiquettes de type (« ! ») ne sont pas admises", "type tags (\"!\") are not allowed"},
        {"effacez-la ; si c'est du texte, mettez-le entre guillemets", "delete it; if it is text, quote it"});
}

void tree_builder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  const std::size_t position = enter(mark);
  report(position, code::alias, {"les renvois (« * ») ne sont pas admis", "aliases (\"*\") are not allowed"},
         {"recopiez la valeur ; si c'est du texte, mettez-le entre guillemets",
          "write the value again; if it is text, quote it"});
  attach({});
}

bool tree_builder::explicit_null(std::size_t position) const {
  const std::string& text = found_.from.text;
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    const std::size_t end = position + word.size();
    if (text.compare(position, word.size(), word) != 0) continue;
    if (end >= text.size() || std::string_view(" \t\n,]}:").find(text[end]) != std::string_view::npos)
      return true;
  }
  return false;
}

node tree_builder::null_word(std::size_t position) const {
  const place where = place_of(found_.from, position);
  node word;
  word.scalar = "null";
  word.null = true;
  word.line = where.line;
  word.column = where.column;
  return word;
}

void tree_builder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t position = enter(mark);
  if (anchor != 0) check_properties(position, "?", anchor);
  const text fill{"écrivez une valeur, ou effacez la ligne", "write a value, or delete the line"};
  if (at_key()) {
    report(position, code::empty_key, {"il manque le nom de la clé", "the name of the key is missing"},
           {"écrivez « clé: valeur »", "write \"key: value\""});
  } else if (!open_.empty() && open_.back().has_key && position != open_.back().key_position &&
             open_.back().value.kind == node_kind::mapping && explicit_null(position) &&
             found_.from.text.compare(position, 4, "null") == 0) {
    return attach(null_word(position));
  } else if (explicit_null(position) &&
             (open_.empty() || position != open_.back().key_position || !open_.back().has_key)) {
    report(position, code::empty_value,
           {"« null » et « ~ » ne sont pas des valeurs", "\"null\" and \"~\" are not values"},
           {fill.fr + " ; si c'est du texte, mettez-le entre guillemets",
            fill.en + "; if it is text, quote it"});
  } else if (open_.empty()) {
    return;
  } else if (open_.back().value.kind == node_kind::mapping) {
    report_missing_value();
  } else if (!open_.back().flow || position < found_.from.text.size()) {
    const std::size_t where = open_.back().flow ? position : dash_before(found_.from.text, position);
    report(where, code::empty_value, {"élément de liste vide", "empty list element"}, fill);
  }
  attach({});
}

void tree_builder::report_missing_value() {
  const std::string& text = found_.from.text;
  const std::size_t start = open_.back().key_position;
  const std::string name = shown(open_.back().key);
  std::size_t end = std::string::npos;
  if (start < text.size())
    end = opens_quote(text[start]) ? end_of_quoted(text, start) : end_of_plain(text, start, open_.back().key);
  if (end != std::string::npos) end = text.find_first_not_of(" \t", end);
  if (end != std::string::npos && text[end] == ':')
    return report(start, code::empty_value,
                  {"la clé « " + name + " » n'a pas de valeur", "key \"" + name + "\" has no value"},
                  {"écrivez une valeur, ou effacez la ligne", "write a value, or delete the line"});
  report(start, code::missing_colon,
         {"« " + name + " » n'est pas suivi de « : » et d'une valeur",
          "\"" + name + "\" is not followed by \":\" and a value"},
         {"écrivez « clé: valeur », avec une espace après les deux-points",
          "write \"key: value\", with a space after the colon"});
}

std::size_t tree_builder::check_quoted(std::size_t position) {
  const std::string& text = found_.from.text;
  const std::size_t end = std::min(end_of_quoted(text, position), text.size());
  bool misplaced = false;
  for_each_continuation(text, position, end, [&](std::size_t at) {
    misplaced = misplaced || place_of(found_.from, at).column <= indent();
  });
  if (misplaced)
    report(position, code::unclosed_quote,
           {"ce guillemet n'est pas fermé avant la ligne suivante",
            "this quote is not closed before the next line"},
           {"fermez-le en fin de valeur, ou décalez la suite du texte vers la droite",
            "close it at the end of the value, or indent the rest of the text"});
  return end;
}

void tree_builder::check_comment(std::size_t position) {
  if (position >= found_.from.text.size() || found_.from.text[position] != '#') return;
  report(position, code::stray_text, {"ce « # » est collé à la valeur", "this \"#\" touches the value"},
         {"mettez une espace avant un commentaire", "put a space before a comment"});
}

std::size_t tree_builder::check_plain(std::size_t position, const std::string& value) {
  const std::string& text = found_.from.text;
  std::size_t dash = std::string::npos;
  const bool flow = !open_.empty() && open_.back().flow;
  const std::size_t end = end_of_plain(text, position, value);
  for_each_continuation(text, position, end, [&](std::size_t at) {
    if (flow && !open_.back().folded) open_.back().folded = at;
    if (dash == std::string::npos && text.compare(at, 2, "- ") == 0) dash = at;
  });
  if (!flow && dash != std::string::npos)
    report(dash, code::misaligned,
           {"ce tiret prolonge le texte de la ligne précédente",
            "this dash continues the text of the line above"},
           {"alignez-le avec les autres tirets ; si c'est du texte, mettez-le entre guillemets",
            "align it with the other dashes; if it is text, quote it"});
  return end;
}

void tree_builder::check_key(std::size_t position, bool quoted) {
  frame& top = open_.back();
  const std::string name = shown(top.key);
  if (top.key.empty())
    report(position, code::empty_key, {"il manque le nom de la clé", "the name of the key is missing"},
           {"écrivez « clé: valeur »", "write \"key: value\""});
  if (top.key == "<<" && !quoted)
    report(position, code::merge_key,
           {"la fusion de clés (« << ») n'est pas admise", "merge keys (\"<<\") are not allowed"},
           {"recopiez les clés voulues", "write the wanted keys again"});
  if (top.key.find('\n') != std::string::npos || opens_block(found_.from.text[position]))
    report(position, code::complex_key, {"une clé tient sur une ligne", "a key fits on one line"},
           {"écrivez « clé: valeur »", "write \"key: value\""});
  const auto [first, fresh] = top.seen.emplace(top.key, position);
  if (fresh) return;
  const std::string line = std::to_string(place_of(found_.from, first->second).line);
  report(position, code::duplicate_key,
         {"la clé « " + name + " » est déjà écrite ligne " + line,
          "key \"" + name + "\" is already written at line " + line},
         {"gardez une seule des deux", "keep only one of the two"});
}

void tree_builder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                            const std::string& value) {
  const std::size_t position = enter(mark);
  const std::string& text = found_.from.text;
  const char first = position < text.size() ? text[position] : '\0';
  check_properties(position, tag, anchor);
  if (!readable(value))
    report(position, code::bad_escape,
           {"ce texte contient un caractère de contrôle écrit avec « \\ »",
            "this text holds a control character written with \"\\\""},
           {"effacez-le ; pour une barre oblique inverse, doublez-la",
            "delete it; to write a backslash, double it"});
  const bool plain = !opens_quote(first) && !opens_block(first) && first != '!' && first != '&';
  if (opens_quote(first)) last_position_ = check_quoted(position);
  if (opens_quote(first)) check_comment(last_position_);
  if (opens_block(first)) check_comment(text.find_first_not_of("|>+-0123456789", position));
  if (opens_block(first)) last_position_ = end_of_block(text, position, indent());
  if (plain) last_position_ = check_plain(position, value);
  node leaf;
  leaf.scalar = value;
  leaf.quoted = !plain;
  const place where = place_of(found_.from, position);
  leaf.line = where.line;
  leaf.column = where.column;
  if (!at_key()) return attach(std::move(leaf));
  open_.back().has_key = true;
  open_.back().key_position = position;
  open_.back().key = value;
  check_key(position, leaf.quoted);
}

void tree_builder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                   YAML::EmitterStyle::value style) {
  const std::size_t position = enter(mark);
  check_properties(position, tag, anchor);
  open(position, node_kind::sequence, style);
}

void tree_builder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                              YAML::EmitterStyle::value style) {
  const std::size_t position = enter(mark);
  check_properties(position, tag, anchor);
  open(position, node_kind::mapping, style);
}

void tree_builder::open(std::size_t position, node_kind kind, YAML::EmitterStyle::value style) {
  if (at_key())
    report(position, code::complex_key,
           {"une clé est un nom simple, pas une liste ni un tableau",
            "a key is a plain name, not a list or a mapping"},
           {"écrivez « clé: valeur »", "write \"key: value\""});
  if (open_.size() >= bounds_.depth) {
    const std::string most = std::to_string(bounds_.depth);
    report(position, code::too_deep,
           {"plus de " + most + " niveaux imbriqués", "more than " + most + " nested levels"},
           {"simplifiez, ou partagez en plusieurs fichiers", "simplify, or split into several files"});
    throw reading_stopped{};
  }
  const place where = place_of(found_.from, position);
  frame fresh;
  fresh.value.kind = kind;
  fresh.value.line = where.line;
  fresh.value.column = where.column;
  fresh.position = position;
  fresh.flow = style == YAML::EmitterStyle::Flow || (!open_.empty() && open_.back().flow);
  fresh.indent = fresh.flow ? indent() : where.column;
  open_.push_back(std::move(fresh));
}

void tree_builder::close() {
  frame done = std::move(open_.back());
  open_.pop_back();
  if (done.folded)
    report(*done.folded, code::missing_comma,
           {"il manque une virgule avant ce mot", "a comma is missing before this word"},
           {"séparez les valeurs par des virgules ; un texte sur deux lignes se met entre guillemets",
            "separate values with commas; quote a text written on two lines"});
  attach(std::move(done.value));
}

void tree_builder::attach(node value) {
  if (open_.empty()) {
    root_ = std::move(value);
    return;
  }
  frame& top = open_.back();
  if (top.value.kind == node_kind::sequence) {
    top.value.items.push_back(std::move(value));
  } else if (!std::exchange(top.has_key, !top.has_key)) {
    top.key.clear();
    top.key_position = last_position_;
  } else {
    const place where = place_of(found_.from, top.key_position);
    top.value.entries.push_back({std::move(top.key), where.line, where.column, std::move(value)});
  }
}

}  // namespace aiguillage::yaml
