#include "yaml/plain_lines.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace aiguillage::yaml {
namespace {

constexpr std::size_t longest_key = 128;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

bool is_null(std::string_view word) { return word == "null" || word == "Null" || word == "NULL"; }

/// What is read so far; every function below says false at what is not plain.
class plain_reader {
 public:
  plain_reader(const source& from, const limits& bounds) : from_(from), text_(from.text), bounds_(bounds) {}

  /// One mapping, not indented, to the end of the text.
  bool read_document(node& into) {
    return skip_to_line() && at_ == line_ && read_block(into, 0, 1) && at_ == text_.size();
  }

 private:
  bool read_block(node& into, std::size_t indent, std::size_t depth);
  bool read_entry(node& into, std::size_t indent, std::size_t depth);
  bool read_flow(node& into, std::size_t depth);
  bool read_list(node& into, std::size_t depth);
  bool read_pairs(node& into, std::size_t depth);
  bool read_leaf(node& into);
  bool read_quoted(node& into);
  bool read_word(std::string_view& into);
  bool read_key(node& into, entry& fresh);
  bool end_line();
  bool starts_value();
  bool skip_to_line();

  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\n'; }
  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool take(char one) {
    if (peek() != one) return false;
    ++at_;
    return true;
  }
  bool place(node& one) {
    const yaml::place where = place_of(from_, at_);
    one.line = where.line;
    one.column = where.column;
    return ++nodes_ <= bounds_.nodes;
  }

  const source& from_;
  std::string_view text_;
  const limits& bounds_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;  // where the line of `at_` starts
  std::size_t nodes_ = 0;
};

/// To the first character of the next line that is neither blank nor a comment; false when none is left.
bool plain_reader::skip_to_line() {
  while (at_ < text_.size()) {
    line_ = at_;
    skip_spaces();
    if (peek() != '\n' && peek() != '#') return true;
    at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
  }
  line_ = at_;
  return false;
}

/// The rest of a line holds nothing but a comment.
bool plain_reader::end_line() {
  const std::size_t end = at_;
  skip_spaces();
  if (peek() == '#' && at_ == end) return false;
  if (peek() != '\n' && peek() != '#') return false;
  at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
  return true;
}

bool plain_reader::read_word(std::string_view& into) {
  const std::size_t start = at_;
  while (at_ < text_.size() && is_word(text_[at_])) ++at_;
  into = text_.substr(start, at_ - start);
  return !into.empty() && !is_null(into);
}

/// A new key of a mapping, and its colon.
bool plain_reader::read_key(node& into, entry& fresh) {
  const yaml::place where = place_of(from_, at_);
  std::string_view key;
  if (!is_letter(peek()) || !read_word(key) || key.size() > longest_key || !take(':')) return false;
  if (into.find(key) != nullptr || ++nodes_ > bounds_.nodes) return false;
  fresh.key = key;
  fresh.line = where.line;
  fresh.column = where.column;
  return true;
}

/// Text between double quotes, on one line, of characters that stand for themselves.
bool plain_reader::read_quoted(node& into) {
  const std::size_t end = text_.find_first_of("\"\\\n\t", at_ + 1);
  if (end == std::string_view::npos || text_[end] != '"' || end == at_ + 1) return false;
  into.scalar = text_.substr(at_ + 1, end - at_ - 1);
  into.quoted = true;
  at_ = end + 1;
  return true;
}

/// A word, a number or a date: letters, digits, and points and hyphens within.
bool plain_reader::read_leaf(node& into) {
  if (!place(into)) return false;
  if (peek() == '"') return read_quoted(into);
  const std::size_t start = at_;
  if (peek() == '-') ++at_;
  if (start == at_ ? !is_word(peek()) : !is_digit(peek())) return false;
  while (at_ < text_.size() && (is_word(text_[at_]) || text_[at_] == '-' || text_[at_] == '.')) ++at_;
  into.scalar = text_.substr(start, at_ - start);
  return !is_null(into.scalar);
}

bool plain_reader::read_list(node& into, std::size_t depth) {
  into.kind = node_kind::sequence;
  if (!place(into) || !take('[')) return false;
  skip_spaces();
  if (take(']')) return true;
  while (true) {
    into.items.emplace_back();
    if (!read_flow(into.items.back(), depth + 1)) return false;
    skip_spaces();
    if (take(']')) return true;
    if (!take(',')) return false;
    skip_spaces();
  }
}

bool plain_reader::read_pairs(node& into, std::size_t depth) {
  into.kind = node_kind::mapping;
  if (!place(into) || !take('{')) return false;
  skip_spaces();
  if (take('}')) return true;
  while (true) {
    entry fresh;
    if (!read_key(into, fresh) || !take(' ')) return false;
    skip_spaces();
    if (!read_flow(fresh.value, depth + 1)) return false;
    into.entries.push_back(std::move(fresh));
    skip_spaces();
    if (take('}')) return true;
    if (!take(',')) return false;
    skip_spaces();
  }
}

bool plain_reader::read_flow(node& into, std::size_t depth) {
  const bool open = peek() == '[' || peek() == '{';
  if (open && depth > bounds_.depth) return false;
  if (!open) return read_leaf(into);
  return peek() == '[' ? read_list(into, depth) : read_pairs(into, depth);
}

/// After a colon: whether a value stands on the same line; goes to it.
bool plain_reader::starts_value() {
  const std::size_t colon = at_;
  skip_spaces();
  if (peek() != '\n' && peek() != '#') return true;
  at_ = colon;
  return false;
}

/// "key: value", or "key:" before lines that are further to the right.
bool plain_reader::read_entry(node& into, std::size_t indent, std::size_t depth) {
  entry fresh;
  if (!read_key(into, fresh)) return false;
  if (peek() != ' ' && peek() != '\n') return false;
  if (!starts_value()) {
    if (!end_line() || !skip_to_line() || at_ - line_ <= indent) return false;
    if (!read_block(fresh.value, at_ - line_, depth + 1)) return false;
  } else {
    if (!read_flow(fresh.value, depth + 1) || !end_line()) return false;
    if (skip_to_line() && at_ - line_ > indent) return false;
  }
  into.entries.push_back(std::move(fresh));
  return true;
}

/// The lines from here on that are indented alike.
bool plain_reader::read_block(node& into, std::size_t indent, std::size_t depth) {
  into.kind = node_kind::mapping;
  if (depth > bounds_.depth || !place(into)) return false;
  while (at_ < text_.size() && at_ - line_ == indent)
    if (!read_entry(into, indent, depth)) return false;
  return at_ == text_.size() || at_ - line_ < indent;
}

}  // namespace

std::optional<node> read_plain_lines(const source& from, const limits& bounds) {
  node root;
  if (!plain_reader(from, bounds).read_document(root)) return std::nullopt;
  return root;
}

}  // namespace aiguillage::yaml
