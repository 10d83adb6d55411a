#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "aiguillage/diagnostic.h"
#include "aiguillage/pack.h"
#include "load/codes.h"
#include "load/content.h"
#include "yaml/document.h"

/// Values of a mapping, whether or not it passed its key table: what is absent or of the wrong kind reads as
/// nothing.
namespace aiguillage::load {

/// Where the findings of one file go.
struct sink {
  const std::string& file;
  diagnostics& out;
};

/// Adds one finding at a node; an error unless said.
void report(const sink& to, const yaml::node& at, const char* code, text message, text hint = {},
            severity level = severity::error);

/// The same at a key.
void report(const sink& to, const yaml::entry& at, const char* code, text message, text hint = {},
            severity level = severity::error);

/// The same for a file or a folder as a whole.
void report(const sink& to, const char* code, text message, text hint = {}, severity level = severity::error);

[[nodiscard]] const yaml::node* child(const yaml::node& mapping, const char* key, yaml::value_kind kind);
[[nodiscard]] std::string text_at(const yaml::node& mapping, const char* key);
[[nodiscard]] bool flag_at(const yaml::node& mapping, const char* key, bool otherwise = false);
[[nodiscard]] std::optional<std::int64_t> thousandths_at(const yaml::node& mapping, const char* key);
[[nodiscard]] text bilingual_at(const yaml::node& mapping, const char* key);
/// The scalars of a list, or one alone; empty when absent.
[[nodiscard]] std::vector<const yaml::node*> list_at(const yaml::node& mapping, const char* key);
/// The items of a sequence; empty when absent.
[[nodiscard]] const std::vector<yaml::node>& items_at(const yaml::node& mapping, const char* key);
[[nodiscard]] std::vector<std::string> texts_at(const yaml::node& mapping, const char* key);

/// A whole number within the bounds of its content; outside it is an error and reads as nothing.
[[nodiscard]] std::optional<std::int64_t> integer_at(const yaml::node& mapping, const char* key,
                                                     content number, const sink& to);

/// Checks that a node is of a kind, and reports when it is not.
[[nodiscard]] bool is_kind(const yaml::node& node, yaml::value_kind kind, const std::string& what,
                           const sink& to);

/// True for the word null, not quoted.
[[nodiscard]] bool is_null(const yaml::node& node);

/// "« mot »" and "'word'", shortened when long.
[[nodiscard]] text quoted(const std::string& word);

/// A key as a word at its place.
[[nodiscard]] yaml::node key_word(const yaml::entry& of);

/// Says that a word names nothing, with the nearest known name as the hint.
void report_unknown(const yaml::node& word, const char* code, const text& why,
                    const std::vector<std::string>& known, const sink& to, severity level = severity::error);

/// "This fact does not exist", and so on for every kind of id.
[[nodiscard]] text no_such(fact_id);
[[nodiscard]] text no_such(need_type_id);
[[nodiscard]] text no_such(actor_type_id);
[[nodiscard]] text no_such(right_id);
[[nodiscard]] text no_such(level_id);
[[nodiscard]] text no_such(mode_id);
[[nodiscard]] text no_such(urgency_id);
[[nodiscard]] text no_such(state_id);
[[nodiscard]] text no_such(site_id);
[[nodiscard]] text no_such(actor_id);
[[nodiscard]] text no_such(public_id);

/// True the first time that a word comes in a list; reports it the other times.
[[nodiscard]] bool first_time(const yaml::node& word, std::vector<std::string>& seen, const sink& to);

/// The id that a word names; reports it when there is none.
template <class Id, class T>
[[nodiscard]] Id resolve(const id_vector<Id, T>& list, const yaml::node& word, const sink& to) {
  const Id found = find_named(list, word.scalar);
  if (found.known()) return found;
  std::vector<std::string> known;
  for (const T& item : list) known.push_back(item.id);
  report_unknown(word, std::is_same_v<Id, fact_id> ? code::unknown_fact : code::unknown_name, no_such(Id{}),
                 known, to);
  return found;
}

template <class Id, class T>
[[nodiscard]] Id resolve_at(const id_vector<Id, T>& list, const yaml::node& mapping, const char* key,
                            const sink& to) {
  const yaml::node* word = child(mapping, key, yaml::value_kind::name);
  return word == nullptr ? Id{} : resolve(list, *word, to);
}

template <class Id, class T>
[[nodiscard]] std::vector<Id> resolve_list(const id_vector<Id, T>& list,
                                           const std::vector<const yaml::node*>& words, const sink& to) {
  std::vector<Id> result;
  std::vector<std::string> seen;
  for (const yaml::node* word : words) {
    const Id one = resolve(list, *word, to);
    if (one.known() && first_time(*word, seen, to)) result.push_back(one);
  }
  return result;
}

template <class Id, class T>
[[nodiscard]] std::vector<Id> resolve_all(const id_vector<Id, T>& list, const yaml::node& mapping,
                                          const char* key, const sink& to) {
  return resolve_list(list, list_at(mapping, key), to);
}

template <class Id, class T>
[[nodiscard]] value_set resolve_set(const id_vector<Id, T>& list, const yaml::node& mapping, const char* key,
                                    const sink& to) {
  value_set result;
  for (const Id one : resolve_all(list, mapping, key, to)) result.set(one.index());
  return result;
}

/// A list of `need` or `need:right`.
[[nodiscard]] std::vector<need_reference> read_references(const yaml::node& mapping, const char* key,
                                                          const pack& rules, const sink& to);

/// A closed list of words: the words of an enumeration, in its order.
using words = std::vector<std::string>;
[[nodiscard]] words words_from(std::initializer_list<const char*> list);

/// The index of a word in a closed list; reports it when it is not there.
[[nodiscard]] std::optional<std::size_t> read_word(const words& known, const yaml::node& word,
                                                   const sink& to);

/// The same for the value of a key; the value given when the key is absent or wrong.
template <class Enum>
[[nodiscard]] Enum word_at(const words& known, const yaml::node& mapping, const char* key, Enum otherwise,
                           const sink& to) {
  const yaml::node* word = child(mapping, key, yaml::value_kind::name);
  const auto index = word == nullptr ? std::nullopt : read_word(known, *word, to);
  return index ? static_cast<Enum>(*index) : otherwise;
}

}  // namespace aiguillage::load
