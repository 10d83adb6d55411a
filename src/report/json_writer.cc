#include "report/json_writer.h"

#include <utility>

#include "json_text.h"
#include "time_limit.h"

namespace aiguillage::report {

void json_writer::value(std::string_view words) {
  next();
  write_text(words, out_);
}

void json_writer::value(const std::string* words_or_null) {
  words_or_null == nullptr ? value(nullptr) : value(std::string_view(*words_or_null));
}

void json_writer::value(decimal one) { raw(fixed_decimals(one.count, one.decimals)); }

void json_writer::key(std::string_view name) {
  next();
  write_text(name, out_);
  out_.append(": ", 2);
  keyed_ = true;
}

std::string json_writer::take() {
  out_ += '\n';
  return std::move(out_);
}

void json_writer::open(char bracket, bool on_one_line) {
  keep_time();
  next();
  out_ += bracket;
  ++depth_;
  row_ = on_one_line;
  first_ = true;
}

void json_writer::close(char bracket) {
  --depth_;
  if (!first_ && !row_) new_line(depth_, out_);
  out_ += bracket;
  row_ = false;
  first_ = false;
}

void json_writer::next() {
  if (std::exchange(keyed_, false)) return;
  if (!row_)
    new_line(depth_, out_, !first_);
  else if (!first_)
    out_.append(", ", 2);
  first_ = false;
}

void json_writer::whole(std::int64_t number) { raw(std::to_string(number)); }

void json_writer::raw(std::string_view words) {
  next();
  out_ += words;
}

}  // namespace aiguillage::report
