#include "load/fields.h"

#include <algorithm>

namespace aiguillage::load {
namespace {

void add(const sink& to, int line, int column, const char* code, text message, text hint, severity level) {
  to.out.push_back({level, code, to.file, line, column, std::move(message), std::move(hint)});
}

bool passes(const yaml::node& node, yaml::value_kind kind) {
  diagnostics ignored;
  return yaml::check_kind(node, kind, "", "", ignored);
}

/// At most forty bytes of a word, cut between characters.
std::string shortened(const std::string& word) {
  if (word.size() <= 40) return word;
  std::size_t end = 40;
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) --end;
  return word.substr(0, end) + "…";
}

}  // namespace

void report(const sink& to, const yaml::node& at, const char* code, text message, text hint, severity level) {
  add(to, at.line, at.column, code, std::move(message), std::move(hint), level);
}

void report(const sink& to, const yaml::entry& at, const char* code, text message, text hint,
            severity level) {
  add(to, at.line, at.column, code, std::move(message), std::move(hint), level);
}

void report(const sink& to, const char* code, text message, text hint, severity level) {
  add(to, 0, 0, code, std::move(message), std::move(hint), level);
}

const yaml::node* child(const yaml::node& mapping, const char* key, yaml::value_kind kind) {
  if (mapping.kind != yaml::node_kind::mapping) return nullptr;
  const yaml::node* found = mapping.find(key);
  return found != nullptr && passes(*found, kind) ? found : nullptr;
}

std::string text_at(const yaml::node& mapping, const char* key) {
  if (mapping.kind != yaml::node_kind::mapping) return "";
  const yaml::node* found = mapping.find(key);
  return found != nullptr && found->kind == yaml::node_kind::scalar ? found->scalar : "";
}

bool flag_at(const yaml::node& mapping, const char* key, bool otherwise) {
  const yaml::node* found = child(mapping, key, yaml::value_kind::boolean);
  return found == nullptr ? otherwise : yaml::as_boolean(*found);
}

std::optional<std::int64_t> thousandths_at(const yaml::node& mapping, const char* key) {
  const yaml::node* found = child(mapping, key, yaml::value_kind::decimal);
  if (found == nullptr) return std::nullopt;
  return yaml::as_thousandths(*found);
}

text bilingual_at(const yaml::node& mapping, const char* key) {
  const yaml::node* found = child(mapping, key, yaml::value_kind::bilingual);
  return found == nullptr ? text{} : yaml::as_bilingual(*found);
}

std::vector<const yaml::node*> list_at(const yaml::node& mapping, const char* key) {
  std::vector<const yaml::node*> result;
  const yaml::node* found = child(mapping, key, yaml::value_kind::any);
  if (found == nullptr || found->kind == yaml::node_kind::mapping) return result;
  if (found->kind == yaml::node_kind::scalar) return {found};
  for (const yaml::node& item : found->items)
    if (item.kind == yaml::node_kind::scalar) result.push_back(&item);
  return result;
}

const std::vector<yaml::node>& items_at(const yaml::node& mapping, const char* key) {
  static const std::vector<yaml::node> none;
  const yaml::node* found = child(mapping, key, yaml::value_kind::sequence);
  return found == nullptr ? none : found->items;
}

std::vector<std::string> texts_at(const yaml::node& mapping, const char* key) {
  std::vector<std::string> result;
  for (const yaml::node* one : list_at(mapping, key)) result.push_back(one->scalar);
  return result;
}

std::optional<std::int64_t> integer_at(const yaml::node& mapping, const char* key, content number,
                                       const sink& to) {
  const yaml::node* found = child(mapping, key, yaml::value_kind::integer);
  if (found == nullptr) return std::nullopt;
  const std::int64_t given = yaml::as_integer(*found);
  const auto [low, high] = bounds_of(number);
  if (given >= low && given <= high) return given;
  const std::string bounds = std::to_string(low) + " – " + std::to_string(high);
  report(to, *found, code::out_of_range,
         {"« " + std::string(key) + " » sort des bornes " + bounds,
          "'" + std::string(key) + "' is outside " + bounds});
  return std::nullopt;
}

bool is_kind(const yaml::node& node, yaml::value_kind kind, const std::string& what, const sink& to) {
  return yaml::check_kind(node, kind, what, to.file, to.out);
}

bool is_null(const yaml::node& node) { return node.null; }

text quoted(const std::string& word) {
  const std::string shown = shortened(word);
  return {"« " + shown + " »", "'" + shown + "'"};
}

yaml::node key_word(const yaml::entry& of) {
  yaml::node word;
  word.scalar = of.key;
  word.line = of.line;
  word.column = of.column;
  return word;
}

void report_unknown(const yaml::node& word, const char* code, const text& why,
                    const std::vector<std::string>& known, const sink& to, severity level) {
  const text name = quoted(word.scalar);
  const std::string near = word.scalar.size() > 100 ? "" : nearest_name(word.scalar, known);
  text hint;
  if (!near.empty())
    hint = {"vouliez-vous dire " + quoted(near).fr + " ?", "did you mean " + quoted(near).en + "?"};
  report(to, word, code, {name.fr + " : " + why.fr, name.en + ": " + why.en}, std::move(hint), level);
}

text no_such(fact_id) { return {"ce fait n'existe pas", "no such fact"}; }
text no_such(need_type_id) { return {"ce type de besoin n'existe pas", "no such type of need"}; }
text no_such(actor_type_id) { return {"ce type d'acteur n'existe pas", "no such type of actor"}; }
text no_such(right_id) { return {"ce droit n'existe pas", "no such right"}; }
text no_such(level_id) { return {"cette forme d'aide n'existe pas", "no such level of help"}; }
text no_such(mode_id) { return {"ce mode de relais n'existe pas", "no such hand-off mode"}; }
text no_such(urgency_id) { return {"ce niveau d'urgence n'existe pas", "no such level of urgency"}; }
text no_such(state_id) { return {"cet état n'existe pas", "no such state"}; }
text no_such(site_id) { return {"ce lieu n'existe pas", "no such site"}; }
text no_such(actor_id) { return {"cet acteur n'existe pas", "no such actor"}; }
text no_such(public_id) { return {"ce public n'existe pas", "no such public"}; }

bool first_time(const yaml::node& word, std::vector<std::string>& seen, const sink& to) {
  if (std::find(seen.begin(), seen.end(), word.scalar) == seen.end()) {
    seen.push_back(word.scalar);
    return true;
  }
  const text name = quoted(word.scalar);
  report(to, word, code::duplicate_value, {name.fr + " est écrit deux fois", name.en + " is written twice"},
         {"gardez-en un seul", "keep one only"}, severity::warning);
  return false;
}

words words_from(std::initializer_list<const char*> list) { return words(list.begin(), list.end()); }

std::optional<std::size_t> read_word(const words& known, const yaml::node& word, const sink& to) {
  const auto found = std::find(known.begin(), known.end(), word.scalar);
  if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
  std::string list;
  for (const std::string& one : known) list += (list.empty() ? "" : ", ") + one;
  const text name = quoted(word.scalar);
  report(to, word, code::unknown_name,
         {name.fr + " n'est pas un mot permis ici", name.en + " is not a word allowed here"},
         {"mots permis : " + list, "allowed words: " + list});
  return std::nullopt;
}

std::vector<need_reference> read_references(const yaml::node& mapping, const char* key, const pack& rules,
                                            const sink& to) {
  std::vector<need_reference> result;
  std::vector<std::string> seen;
  for (const yaml::node* word : list_at(mapping, key)) {
    yaml::node part = *word;
    const std::size_t colon = std::min(word->scalar.find(':'), word->scalar.size());
    part.scalar = word->scalar.substr(0, colon);
    need_reference one{resolve(rules.needs, part, to), {}};
    if (colon < word->scalar.size()) {
      part.scalar = word->scalar.substr(colon + 1);
      one.right = resolve(rules.rights, part, to);
    }
    if (one.need.known() && first_time(*word, seen, to)) result.push_back(one);
  }
  return result;
}

}  // namespace aiguillage::load
