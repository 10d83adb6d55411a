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

/// A record is an object inside a list that is in no other record.
struct record_reader : nlohmann::json_sax<json> {
  record_reader(meter& at, const record_taker& hand_on) : at_(at), hand_on_(hand_on) {}

  bool null() override { return value(""); }
  bool boolean(bool said) override { return value(said ? "true" : "false"); }
  bool number_integer(json::number_integer_t number) override { return value(std::to_string(number)); }
  bool number_unsigned(json::number_unsigned_t number) override { return value(std::to_string(number)); }
  bool number_float(json::number_float_t, const std::string& written) override { return value(written); }
  bool string(std::string& words) override { return value(std::move(words)); }
  bool binary(json::binary_t&) override { return value(""); }
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
  bool value(std::string words) {
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

json_end read_stream(std::istream& from, const std::string& name, const record_taker& on_record,
                     diagnostics& out) {
  meter at{&from, 1, 0, false};
  record_reader reader(at, on_record);
  const bool whole = json::sax_parse(counted_bytes{&at}, counted_bytes{}, &reader);
  if (whole) return json_end::whole;
  const std::string count = std::to_string(reader.count);
  out.push_back({reader.count > 0 ? severity::warning : severity::error,
                 code::not_json,
                 name,
                 at.line,
                 0,
                 at.too_long ? text{"une valeur dépasse 1 Mio", "a value is over 1 MiB"}
                             : text{"ce n'est pas du JSON valide ici", "this is no valid JSON here"},
                 {count + " enregistrements ont été lus avant ; le reste du fichier ne l'est pas",
                  count + " records were read before; the rest of the file is not"}});
  return reader.count > 0 ? json_end::cut : json_end::unread;
}

}  // namespace

json_end read_json(const std::string& path, const record_taker& on_record, diagnostics& out) {
  std::ifstream file(path, std::ios::binary);
  if (file) return read_stream(file, path, on_record, out);
  out.push_back({severity::error,
                 code::unreadable_file,
                 path,
                 0,
                 0,
                 {"ce fichier ne peut pas être lu", "this file cannot be read"},
                 {}});
  return json_end::unread;
}

json_end read_json_text(const std::string& content, const std::string& name, const record_taker& on_record,
                        diagnostics& out) {
  std::istringstream from(content);
  return read_stream(from, name, on_record, out);
}

}  // namespace aiguillage::import
