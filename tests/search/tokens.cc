#include "search/tokens.h"

#include <charconv>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

token_reader::token_reader(const std::string& path) : path_(path) {
  std::ifstream in(path, std::ios::binary);
  text_.assign(std::istreambuf_iterator<char>(in), {});
  if (!in.is_open() || in.bad()) error_ = path + ":1: cannot be read";
}

token_reader::token_reader(std::string name, std::string text)
    : path_(std::move(name)), text_(std::move(text)) {}

std::optional<token_reader::token> token_reader::next() {
  while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) {
    if (text_[at_++] != '\n') continue;
    ++line_;
    line_begins_ = true;
  }
  if (at_ == text_.size()) return std::nullopt;
  const std::size_t first = at_;
  while (at_ < text_.size() && text_[at_] != ' ' && text_[at_] != '\t' && text_[at_] != '\n') ++at_;
  const bool begins = line_begins_;
  line_begins_ = false;
  return token{text_.substr(first, at_ - first), begins};
}

void token_reader::wrong(const std::string& why) {
  if (error_.empty()) error_ = path_ + ":" + std::to_string(line_) + ": " + why;
}

void token_reader::word(const std::string& expected) {
  if (!error_.empty()) return;
  const auto one = next();
  if (!one)
    wrong("'" + expected + "' expected, the file ends");
  else if (one->text != expected || !one->first_of_line)
    wrong("a line '" + expected + "' expected, not '" + one->text.substr(0, 30) + "'");
}

std::int64_t token_reader::parse(const std::optional<token>& from, const char* what, std::int64_t least,
                                 std::int64_t most) {
  if (!from) {
    wrong(std::string(what) + " expected, the file ends");
    return least;
  }
  std::int64_t value = 0;
  const char* const last = from->text.data() + from->text.size();
  const auto [end, failure] = std::from_chars(from->text.data(), last, value);
  if (failure == std::errc() && end == last && value >= least && value <= most) return value;
  wrong(std::string(what) + ": an integer from " + std::to_string(least) + " to " + std::to_string(most) +
        " expected, not '" + from->text.substr(0, 30) + "'");
  return least;
}

std::int64_t token_reader::number(const char* what, std::int64_t least, std::int64_t most) {
  if (!error_.empty()) return least;
  const std::size_t line = line_;
  const auto one = next();
  if (!one || !one->first_of_line) return parse(one, what, least, most);
  line_ = line;
  wrong(std::string(what) + " expected, the line ends");
  return least;
}

std::int64_t token_reader::number_anywhere(const char* what, std::int64_t least, std::int64_t most) {
  return error_.empty() ? parse(next(), what, least, most) : least;
}

void token_reader::end() {
  if (!error_.empty()) return;
  if (const auto one = next()) wrong("nothing more expected, not '" + one->text.substr(0, 30) + "'");
}
