#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// JSON written as it is told, without a tree of it in memory.
namespace aiguillage::report {

/// A number as a whole count of its last decimal, so that it never passes through binary fractions: {120, 3} is 0.120.
struct decimal {
  std::int64_t count = 0;
  int decimals = 0;
};

/// One JSON text: keys in the order of writing, two spaces of indentation, rows on one line.
class json_writer {
 public:
  void value(std::string_view words);
  void value(const std::string& words) { value(std::string_view(words)); }
  void value(const char* words) { value(std::string_view(words)); }
  void value(const std::string* words_or_null);
  void value(std::nullptr_t) { raw("null"); }
  void value(bool one) { raw(one ? "true" : "false"); }
  void value(decimal one);
  template <std::integral Number>
  void value(Number one) {
    whole(static_cast<std::int64_t>(one));
  }
  /// Digits that are a number already.
  void number(std::string_view digits) { raw(digits); }
  template <class T>
  void value(const std::optional<T>& one) {
    one ? value(*one) : value(nullptr);
  }

  /// { … }; `inside` writes fields.
  template <class Inside>
  void object(Inside inside) {
    open('{', false);
    inside();
    close('}');
  }
  /// [ … ], one value a line; `each` writes one value.
  template <class Range, class Each>
  void list(const Range& of, Each each) {
    open('[', false);
    for (const auto& one : of) each(one);
    close(']');
  }
  /// The same for plain values, on one line.
  template <class Range, class Each>
  void row(const Range& of, Each each) {
    open('[', true);
    for (const auto& one : of) each(one);
    close(']');
  }
  template <class Range>
  void row(const Range& of) {
    row(of, [this](const auto& one) { this->value(one); });
  }

  /// The next value is that of this key.
  void key(std::string_view name);
  template <class Value>
  void field(std::string_view name, const Value& one) {
    key(name);
    value(one);
  }

  /// Makes room for a text of about so many bytes.
  void reserve(std::size_t bytes) { out_.reserve(bytes); }
  /// What was written, ended by a newline; nothing more may be written.
  [[nodiscard]] std::string take();

 private:
  void open(char bracket, bool on_one_line);
  void close(char bracket);
  void next();
  void whole(std::int64_t number);
  void raw(std::string_view words);

  std::string out_;
  int depth_ = 0;
  bool row_ = false;
  bool first_ = true;
  bool keyed_ = true;  // the value has its place already: after a key, or the whole text
};

/// Null for an empty name, and for a pointer to nothing.
[[nodiscard]] inline const std::string* name_or_null(const std::string& name) {
  return name.empty() ? nullptr : &name;
}

}  // namespace aiguillage::report
