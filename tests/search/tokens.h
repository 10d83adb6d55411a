#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

/// Words separated by blanks, with the lines they are on. The first error stays, and nothing is read after it.
class token_reader {
 public:
  /// Reads the whole file; an unreadable one is an error.
  explicit token_reader(const std::string& path);
  /// Reads a text, which errors call `name`.
  token_reader(std::string name, std::string text);

  /// The next word must be this one, at the beginning of a line.
  void word(const std::string& expected);
  /// The next word, on the line of the one before, must be an integer from `least` to `most`; `what` names it in errors.
  std::int64_t number(const char* what, std::int64_t least, std::int64_t most);
  /// As `number`, on whatever line.
  std::int64_t number_anywhere(const char* what, std::int64_t least, std::int64_t most);
  /// Nothing may be left.
  void end();
  /// Tells that the word read last is wrong.
  void wrong(const std::string& why);

  /// Empty, or "file:line: what is wrong".
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  struct token {
    std::string text;
    bool first_of_line = false;
  };
  std::optional<token> next();
  std::int64_t parse(const std::optional<token>& from, const char* what, std::int64_t least,
                     std::int64_t most);

  std::string path_, text_, error_;
  std::size_t at_ = 0, line_ = 1;
  bool line_begins_ = true;
};
