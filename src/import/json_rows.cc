#include "import/json_rows.h"

#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

#include <nlohmann/json.hpp>

#include "import/codes.h"

namespace aiguillage::import {
namespace {

using nlohmann::json;

constexpr std::size_t longest_value = std::size_t{1} << 20;
constexpr std::size_t most_fields = 2000;
constexpr std::size_t deepest = 32;

/// The bytes of a stream, counted: where we are, and how far since the last event.
struct meter {
  std::istream* from = nullptr;
  int line = 1;
  std::size_t since_event = 0;
  bool too_long = false;
};

struct counted_bytes {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  meter* of = nullptr;  // nullptr: the end

  char operator*() const { return static_cast<char>(of->from->peek()); }
  counted_bytes& operator++() {
    const int read = of->from->get();
    if (read == '\n') ++of->line;
    if (++of->since_event > longest_value) of->too_long = true;
    return *this;
  }
  counted_bytes operator++(int) {
    counted_bytes before = *this;
    ++*this;
    return before;
  }
  [[nodiscard]] bool at_end() const {
    return of == nullptr || of->too_long || of->from->peek() == std::char_traits<char>::eof();
  }
  friend bool operator==(const counted_bytes& a, const counted_bytes& b) { return a.at_end() == b.at_end(); }
  friend bool operator!=(const counted_bytes& a, const counted_bytes& b) { return !(a == b); }
};

/// Every scalar as the words that a table would hold.
struct words_reader : nlohmann::json_sax<json> {
  bool null() override { return value(""); }
  bool boolean(bool said) override { return value(said ? "true" : "false"); }
  bool number_integer(json::number_integer_t number) override { return value(std::to_string(number)); }
  bool number_unsigned(json::number_unsigned_t number) override { return value(std::to_string(number)); }
  bool number_float(json::number_float_t, const std::string& written) override { return value(written); }
  bool string(std::string& words) override { return value(std::move(words)); }
  bool binary(json::binary_t&) override { return value(""); }

 protected:
  virtual bool value(std::string words) = 0;
};

/// A record is an object inside a list that is in no other record.
struct record_reader : words_reader {
  record_reader(meter& at, const record_taker& hand_on) : at_(at), hand_on_(hand_on) {}

  bool start_object(std::size_t) override {
    at_.since_event = 0;
    if (open_.size() >= deepest) return false;
    if (record_depth_ == 0 && !open_.empty() && open_.back() == '[') {
      record_depth_ = open_.size() + 1;
      line_ = at_.line;
      fields_.clear();
    }
    open_ += '{';
    keys_.emplace_back();
    return true;
  }
  bool key(std::string& name) override {
    at_.since_event = 0;
    keys_.back() = std::move(name);
    return true;
  }
  bool end_object() override {
    at_.since_event = 0;
    if (open_.size() == record_depth_) {
      ++count;
      hand_on_(line_, fields_);
      record_depth_ = 0;
    }
    open_.pop_back();
    keys_.pop_back();
    return true;
  }
  bool start_array(std::size_t) override {
    at_.since_event = 0;
    open_ += '[';
    return open_.size() < deepest;
  }
  bool end_array() override {
    at_.since_event = 0;
    open_.pop_back();
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& why) override {
    wrong = why.what();
    return false;
  }

  std::size_t count = 0;
  std::string wrong;

 private:
  bool value(std::string words) override {
    at_.since_event = 0;
    if (record_depth_ == 0 || fields_.size() >= most_fields) return true;
    std::string name;
    for (std::size_t i = record_key(); i < keys_.size(); ++i) name += (name.empty() ? "" : ".") + keys_[i];
    const bool in_list = open_.back() == '[' && open_.size() > record_depth_;
    if (in_list && !fields_.empty() && fields_.back().name == name)
      fields_.back().value += list_separator + words;
    else
      fields_.push_back({std::move(name), std::move(words)});
    return true;
  }
  /// Keys of objects around the record are not part of the names of its fields.
  [[nodiscard]] std::size_t record_key() const {
    std::size_t objects = 0;
    for (std::size_t i = 0; i + 1 < record_depth_; ++i)
      if (open_[i] == '{') ++objects;
    return objects;
  }

  meter& at_;
  const record_taker& hand_on_;
  std::string open_;
  std::vector<std::string> keys_;
  std::size_t record_depth_ = 0;
  int line_ = 1;
  std::vector<json_field> fields_;
};

json_end tell_cut(const meter& at, std::size_t read, const std::string& name, diagnostics& out) {
  const std::string count = std::to_string(read);
  out.push_back({read > 0 ? severity::warning : severity::error,
                 code::not_json,
                 name,
                 at.line,
                 0,
                 at.too_long ? text{"une valeur dépasse 1 Mio", "a value is over 1 MiB"}
                             : text{"ce n'est pas du JSON valide ici", "this is no valid JSON here"},
                 {count + " enregistrements ont été lus avant ; le reste du fichier ne l'est pas",
                  count + " records were read before; the rest of the file is not"}});
  return read > 0 ? json_end::cut : json_end::unread;
}

json_end read_stream(std::istream& from, const std::string& name, const record_taker& on_record,
                     diagnostics& out) {
  meter at{&from, 1, 0, false};
  record_reader reader(at, on_record);
  const bool whole = json::sax_parse(counted_bytes{&at}, counted_bytes{}, &reader);
  return whole ? json_end::whole : tell_cut(at, reader.count, name, out);
}

json_end tell_unreadable(const std::string& path, diagnostics& out) {
  out.push_back({severity::error,
                 code::unreadable_file,
                 path,
                 0,
                 0,
                 {"ce fichier ne peut pas être lu", "this file cannot be read"},
                 {}});
  return json_end::unread;
}

/// Builds each record whole: an object of a list of records, or the outermost one when it holds no such list.
struct tree_reader : words_reader {
  tree_reader(meter& at, const json_trees& how) : at_(at), how_(how) {}

  bool start_object(std::size_t) override { return start(json_tree::kind::object); }
  bool end_object() override { return end(); }
  bool start_array(std::size_t) override { return start(json_tree::kind::list); }
  bool end_array() override { return end(); }
  bool key(std::string& name) override {
    at_.since_event = 0;
    key_ = std::move(name);
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return false;
  }

  std::size_t count = 0;
  bool too_large = false;

 private:
  bool start(json_tree::kind form) {
    at_.since_event = 0;
    if (open_.size() >= deepest) return false;
    if (open_.empty()) line_ = at_.line;
    if (form == json_tree::kind::object && holds_records()) {
      line_ = at_.line;
      nodes_ = 0;
    }
    if (form == json_tree::kind::list && open_.size() == 1 && open_[0].form == json_tree::kind::object)
      in_page_ = !has_id_ && how_.is_list(key_);
    page_ = page_ || in_page_;
    open_.push_back({form, std::move(key_), {}, {}});
    key_.clear();
    return grows();
  }
  /// Objects here are records: in the outermost list, or in a list of records of the outermost object.
  [[nodiscard]] bool holds_records() const {
    return (open_.size() == 1 && open_[0].form == json_tree::kind::list) || (open_.size() == 2 && in_page_);
  }
  bool end() {
    at_.since_event = 0;
    json_tree done = std::move(open_.back());
    open_.pop_back();
    if (open_.size() <= 1 && done.form == json_tree::kind::list) in_page_ = false;
    const bool alone = open_.empty() && done.form == json_tree::kind::object && !page_;
    if (done.form == json_tree::kind::object && (alone || holds_records())) {
      ++count;
      how_.on_tree(line_, open_.empty() ? "" : open_.back().key, done);
    } else if (!open_.empty()) {
      open_.back().inside.push_back(std::move(done));
    }
    return true;
  }
  bool value(std::string words) override {
    at_.since_event = 0;
    if (open_.empty() || holds_records()) return true;
    if (open_.size() == 1 && key_ == "id") has_id_ = true;
    open_.back().inside.push_back({json_tree::kind::scalar, std::move(key_), std::move(words), {}});
    key_.clear();
    return grows();
  }
  bool grows() {
    constexpr std::size_t most_nodes = 200000;  // of one record (assumed)
    too_large = ++nodes_ > most_nodes;
    return !too_large;
  }

  meter& at_;
  const json_trees& how_;
  std::vector<json_tree> open_;
  std::string key_;
  std::size_t nodes_ = 0;
  bool has_id_ = false;   // the outermost object is a record itself
  bool in_page_ = false;  // in a list of records of the outermost object
  bool page_ = false;     // there was one
  int line_ = 1;
};

/// The next line; false at the end, or when it is over 16 MiB.
bool next_line(std::istream& from, std::string& line) {
  constexpr std::size_t longest = std::size_t{1} << 24;
  line.clear();
  for (int c = from.get(); c != std::char_traits<char>::eof(); c = from.get()) {
    if (c == '\n') return true;
    line += static_cast<char>(c);
    if (line.size() > longest) return false;
  }
  return !line.empty();
}

bool is_blank(const std::string& line) { return line.find_first_not_of(" \t\r") == std::string::npos; }

/// An object on the first line, and another one after it.
bool has_one_a_line(std::istream& from) {
  std::string line;
  bool first = next_line(from, line);
  if (first && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
  const std::size_t end = line.find_last_not_of(" \t\r");
  first = first && line.starts_with('{') && end != std::string::npos && line[end] == '}';
  bool second = false;
  while (first && !second && next_line(from, line)) {
    if (is_blank(line)) continue;
    second = line.starts_with('{');
    first = second;
  }
  from.clear();
  from.seekg(0);
  return second;
}

json_end read_lines(std::istream& from, const std::string& name, const json_trees& how, std::size_t& refused,
                    diagnostics& out) {
  std::string line;
  std::size_t read = 0;
  int number = 0;
  while (next_line(from, line)) {
    ++number;
    if (is_blank(line)) continue;
    std::istringstream one(line);
    meter at{&one, number, 0, false};
    tree_reader reader(at, how);
    if (!json::sax_parse(counted_bytes{&at}, counted_bytes{}, &reader)) {
      ++refused;
      out.push_back({severity::warning,
                     code::not_json,
                     name,
                     number,
                     0,
                     {"cette ligne n'est pas du JSON valide", "this line is no valid JSON"},
                     {}});
    }
    read += reader.count;
  }
  return read > 0 || refused > 0 ? json_end::whole : json_end::unread;
}

json_end read_trees(std::istream& from, const std::string& name, const json_trees& how, std::size_t& refused,
                    diagnostics& out) {
  if (has_one_a_line(from)) return read_lines(from, name, how, refused, out);
  meter at{&from, 1, 0, false};
  tree_reader reader(at, how);
  if (json::sax_parse(counted_bytes{&at}, counted_bytes{}, &reader)) return json_end::whole;
  const json_end end = tell_cut(at, reader.count, name, out);
  if (reader.too_large)
    out.back().message = {"un enregistrement a plus de 200 000 valeurs", "a record has over 200,000 values"};
  if (end == json_end::cut) ++refused;
  return end;
}

}  // namespace

json_end read_json(const std::string& path, const record_taker& on_record, diagnostics& out) {
  std::ifstream file(path, std::ios::binary);
  return file ? read_stream(file, path, on_record, out) : tell_unreadable(path, out);
}

json_end read_json_trees(const std::string& path, const json_trees& how, std::size_t& refused,
                         diagnostics& out) {
  std::ifstream file(path, std::ios::binary);
  return file ? read_trees(file, path, how, refused, out) : tell_unreadable(path, out);
}

json_end read_json_trees_text(const std::string& content, const std::string& name, const json_trees& how,
                              std::size_t& refused, diagnostics& out) {
  std::istringstream from(content);
  return read_trees(from, name, how, refused, out);
}

json_end read_json_text(const std::string& content, const std::string& name, const record_taker& on_record,
                        diagnostics& out) {
  std::istringstream from(content);
  return read_stream(from, name, on_record, out);
}

}  // namespace aiguillage::import
