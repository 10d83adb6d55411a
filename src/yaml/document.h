#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aiguillage/diagnostic.h"

/// The only room that sees yaml-cpp: one strict document in, a plain tree with positions out.
namespace aiguillage::yaml {

enum class node_kind { scalar, sequence, mapping };

struct entry;

/// One node of a document. A scalar keeps its text as written; types are decided by whoever reads it.
struct node {
  node_kind kind = node_kind::scalar;
  std::string scalar;          // scalars only
  bool quoted = false;         // scalars only: written between quotes (or as a block)
  bool null = false;           // scalars only: the word null, which only `any` admits
  int line = 0;                // from 1
  int column = 0;              // from 1
  std::vector<node> items;     // sequences only
  std::vector<entry> entries;  // mappings only, in the order of the file, keys unique

  /// The value of a key, or nullptr.
  [[nodiscard]] const node* find(std::string_view key) const;
};

struct entry {
  std::string key;
  int line = 0;  // of the key
  int column = 0;
  node value;
};

struct limits {
  std::size_t bytes = std::size_t{1} << 20;
  std::size_t nodes = 200000;
  std::size_t depth = 32;
};

/// Parses exactly one document. Every problem of the text goes to `out`; nullopt when the tree cannot be trusted.
[[nodiscard]] std::optional<node> parse(std::string_view text, const std::string& file, diagnostics& out,
                                        const limits& bounds = {});

/// Reads a file (not a directory, not over the limit) and parses it. `name` is how diagnostics call the file.
[[nodiscard]] std::optional<node> parse_file(const std::string& path, const std::string& name,
                                             diagnostics& out, const limits& bounds = {});

/// What the value of a key must be.
enum class value_kind {
  any,      // read by its own reader
  text,     // a scalar that is not empty
  name,     // an identifier: [a-z0-9_]+ (case files and rules may start with a capital)
  boolean,  // true or false, unquoted
  integer,  // base 10, no leading zero, optional minus, unquoted
  decimal,  // an integer or a decimal with a point, unquoted
  date,     // YYYY-MM-DD, a real day of the calendar, quoted or not
  code,     // text always between quotes (INSEE, postal, language codes)
  mapping,
  sequence,
  names,      // a sequence of identifiers, or one identifier alone
  texts,      // a sequence of scalars
  bilingual,  // {fr: …, en: …}, both present and not empty
};

/// What a value names or holds, for JSON Schemas; whoever owns the tables says which words there are.
enum class content : std::uint8_t;

/// Words in both languages that never change: a table of them is data, not code that makes it.
struct plain_text {
  const char* fr = "";
  const char* en = "";

  operator text() const { return {fr, en}; }  // NOLINT(google-explicit-constructor)
};

/// One line of a key table: the same tables drive the reader and the JSON Schemas.
struct key_spec {
  const char* name;
  value_kind kind;
  bool required;
  plain_text purpose{};  // one sentence for rule authors
  content holds{};
  const std::vector<key_spec>& (*inside)() =
      nullptr;  // the table of the mapping, or of each mapping of the list
};

/// The keys of a text in both languages.
[[nodiscard]] const std::vector<key_spec>& bilingual_keys();

/// Checks a mapping against its key table: not a mapping, unknown keys (with the nearest name), missing keys, wrong kinds.
/// Returns true when nothing was wrong. Every finding goes to `out`.
bool check_keys(const node& mapping, const std::vector<key_spec>& table, const std::string& file,
                diagnostics& out);

/// The typed values below assume that check_keys or check_kind said yes for that kind.
bool check_kind(const node& value, value_kind kind, const std::string& what, const std::string& file,
                diagnostics& out);
[[nodiscard]] bool as_boolean(const node& value);
[[nodiscard]] std::int64_t as_integer(const node& value);
/// A decimal as thousandths, exactly; at most three digits after the point are accepted by check_kind.
[[nodiscard]] std::int64_t as_thousandths(const node& value);
[[nodiscard]] text as_bilingual(const node& value);
/// The scalars of a `names` or `texts` value, a lone scalar being a list of one.
[[nodiscard]] std::vector<const node*> as_list(const node& value);

/// An error at a node.
[[nodiscard]] diagnostic error_at(const node& where, const std::string& file, std::string code, text message,
                                  text hint = {});

}  // namespace aiguillage::yaml
