#include "yaml/json_tree.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace aiguillage::yaml {
namespace {

using nlohmann::json;

/// What YAML looks ahead for the colon of a key is 1,024 characters.
constexpr std::size_t longest_key = 1000;

/// Puts a tree together from the events of nlohmann::json; false from any of them ends the reading.
class json_builder {
 public:
  json_builder(const source& from, const limits& bounds) : from_(from), bounds_(bounds) {}

  bool null() {
    if (!inside(node_kind::mapping)) return false;
    node* const word = leaf(4);
    if (word != nullptr) word->null = true;
    return word != nullptr;
  }
  bool boolean(bool one) { return leaf(one ? 4 : 5) != nullptr; }
  bool number_integer(json::number_integer_t) { return number(); }
  bool number_unsigned(json::number_unsigned_t) { return number(); }
  bool number_float(json::number_float_t, const std::string&) { return number(); }
  bool string(std::string& words);
  bool binary(json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(node_kind::mapping); }
  bool key(std::string& words);
  bool end_object();
  bool start_array(std::size_t) { return open(node_kind::sequence); }
  bool end_array() { return close(); }
  bool parse_error(std::size_t, const std::string&, const json::exception&) { return false; }

  [[nodiscard]] node take() { return std::move(root_); }

 private:
  [[nodiscard]] bool inside(node_kind which) const { return !open_.empty() && open_.back()->kind == which; }
  [[nodiscard]] std::size_t next() const { return from_.text.find_first_not_of(" \n,:", at_); }
  [[nodiscard]] bool may_hold(std::size_t start, std::size_t end, const std::string& words) const;
  node* add(std::size_t start);
  node* leaf(std::size_t length);
  bool number();
  bool open(node_kind kind);
  bool close();

  const source& from_;
  const limits& bounds_;
  node root_;
  std::vector<node*> open_;  // each the last value of the one before, which does not grow meanwhile
  std::size_t nodes_ = 0;
  std::size_t at_ = 0;  // after the last word
};

/// Where the next value goes; nullptr when there are too many.
node* json_builder::add(std::size_t start) {
  if (++nodes_ > bounds_.nodes) return nullptr;
  node* to = &root_;
  if (inside(node_kind::sequence)) to = &open_.back()->items.emplace_back();
  if (inside(node_kind::mapping)) to = &open_.back()->entries.back().value;
  const place where = place_of(from_, start);
  to->line = where.line;
  to->column = where.column;
  return to;
}

node* json_builder::leaf(std::size_t length) {
  const std::size_t start = next();
  node* const one = add(start);
  at_ = start + length;
  if (one != nullptr) one->scalar = from_.text.substr(start, length);
  return one;
}

bool json_builder::number() {
  const std::size_t start = next();
  return leaf(std::min(from_.text.find_first_of(" \n,]}", start), from_.text.size()) - start) != nullptr;
}

/// False for characters that only an escape could bring in.
bool json_builder::may_hold(std::size_t start, std::size_t end, const std::string& words) const {
  const std::string_view raw = std::string_view(from_.text).substr(start, end - start);
  return raw.find('\\') == std::string_view::npos || readable(words);
}

bool json_builder::string(std::string& words) {
  const std::size_t start = next();
  node* const one = add(start);
  at_ = end_of_quoted(from_.text, start);
  if (one == nullptr || !may_hold(start, at_, words)) return false;
  one->scalar = std::move(words);
  one->quoted = true;
  return true;
}

bool json_builder::key(std::string& words) {
  const std::size_t start = next();
  at_ = end_of_quoted(from_.text, start);
  if (++nodes_ > bounds_.nodes || words.empty() || !may_hold(start, at_, words)) return false;
  const std::size_t colon = from_.text.find_first_not_of(' ', at_);
  if (colon == std::string::npos || from_.text[colon] != ':' || colon - start > longest_key) return false;
  if (words.find('\n') != std::string::npos) return false;
  const place where = place_of(from_, start);
  open_.back()->entries.push_back({std::move(words), where.line, where.column, {}});
  return true;
}

bool json_builder::open(node_kind kind) {
  const std::size_t start = next();
  node* const one = add(start);
  at_ = start + 1;
  if (one == nullptr || open_.size() >= bounds_.depth) return false;
  one->kind = kind;
  open_.push_back(one);
  return true;
}

bool json_builder::close() {
  at_ = next() + 1;
  open_.pop_back();
  return true;
}

bool json_builder::end_object() {
  std::vector<std::string_view> keys;
  keys.reserve(open_.back()->entries.size());
  for (const entry& one : open_.back()->entries) keys.emplace_back(one.key);
  std::sort(keys.begin(), keys.end());
  return std::adjacent_find(keys.begin(), keys.end()) == keys.end() && close();
}

}  // namespace

std::optional<node> read_json(const source& from, const limits& bounds) {
  const std::size_t first = from.text.find_first_not_of(" \n");
  if (first == std::string::npos || from.text[first] != '{') return std::nullopt;
  json_builder builder(from, bounds);
  if (!json::sax_parse(from.text.begin(), from.text.end(), &builder)) return std::nullopt;
  return builder.take();
}

}  // namespace aiguillage::yaml
