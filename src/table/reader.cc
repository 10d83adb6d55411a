#include "table/reader.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace aiguillage::table {

std::optional<std::string_view> record_reader::first_line() {
  if (!skip_empty()) return std::nullopt;
  const physical_line line = line_at(in_, 0, most_);
  return in_.text().substr(0, line.too_long ? most_ : line.length);
}

void record_reader::separate_by(char separator) {
  separator_ = separator;
  quoted_.separate_by(separator);
}

/// Numbers stay at the greatest in files of gigabytes of line ends.
void record_reader::pass_lines(int count) {
  line_ = std::min(line_, std::numeric_limits<int>::max() - count) + count;
}

bool record_reader::skip_empty() {
  for (;;) {
    const physical_line line = line_at(in_, 0, 0);
    if (line.too_long) return true;
    if (line.ending == 0) return false;
    in_.drop(line.ending);
    pass_lines(1);
  }
}

/// Goes on with a record whose quote is open at the end of its first line; false when it is not to be.
bool record_reader::read_on(extent& taken) {
  const std::size_t most = std::min(most_, credit_);
  quoted_record::state now = quoted_record::state::open;
  while (now == quoted_record::state::open) {
    const std::size_t from = taken.bytes + taken.ending;
    if (taken.ending == 0 || from >= most) return false;
    const physical_line line = line_at(in_, from, most - from);
    if (line.too_long) return false;
    const std::string_view text = in_.text();
    const std::string_view ending = text.substr(from + line.length, line.ending);
    now = quoted_.feed(text.substr(from, line.length), ending.empty() ? "\n" : ending);
    taken = {from + line.length, line.ending, taken.lines + 1};
  }
  return now == quoted_record::state::whole;
}

record_reader::extent record_reader::read_record(const physical_line& first, std::size_t columns) {
  using state = quoted_record::state;
  extent taken{first.length, first.ending, 1};
  const std::string_view line = in_.text().substr(0, first.length);
  if (line.find('"') == std::string_view::npos) {
    split_plain(line, separator_, one_.cells);
    return taken;
  }
  const std::string_view ending = first.ending == 0 ? "\n" : in_.text().substr(first.length, first.ending);
  quoted_.begin(false, columns);
  state now = quoted_.feed(line, ending);
  if (now == state::malformed) {
    quoted_.begin(true, columns);
    now = quoted_.feed(line, ending);
    one_.stray_quote = now == state::whole;
  } else if (now == state::open && read_on(taken)) {
    now = state::whole;
  }
  if (now == state::whole) {
    quoted_.cells(one_.cells);
    return taken;
  }
  one_.why = fault::unclosed_quote;
  credit_ -= std::min(credit_, taken.bytes);
  return {first.length, first.ending, 1};
}

void record_reader::check_bytes(std::string_view bytes) {
  const byte_kinds found = look_at(bytes);
  if (one_.why != fault::none) return;
  if (found.nul) {
    one_.why = fault::nul_byte;
  } else if (found.valid == bytes.size()) {
    multibyte_ = multibyte_ || found.multibyte;
  } else if (found.ends_inside && one_.at_end && (multibyte_ || found.multibyte)) {
    one_.why = fault::truncated;
  } else {
    convert();
  }
}

void record_reader::convert() {
  one_.converted = true;
  converted_.clear();
  std::vector<std::size_t> ends;
  for (const std::string_view cell : one_.cells.kept) {
    append_windows_1252(cell, converted_);
    ends.push_back(converted_.size());
  }
  std::size_t start = 0;
  for (std::size_t i = 0; i < ends.size(); start = ends[i++])
    one_.cells.kept[i] = std::string_view(converted_).substr(start, ends[i] - start);
}

record* record_reader::next(std::size_t columns) {
  if (!skip_empty()) return nullptr;
  std::vector<std::string_view> kept = std::move(one_.cells.kept);
  kept.clear();
  one_ = {line_, fault::none, false, false, false, {columns, 0, 0, std::move(kept)}};
  const physical_line first = line_at(in_, 0, most_);
  if (first.too_long) {
    one_.why = fault::too_long;
    drop_line(in_);
    pass_lines(1);
    return &one_;
  }
  const extent taken = read_record(first, columns);
  one_.at_end = taken.ending == 0;
  check_bytes(in_.text().substr(0, taken.bytes));
  in_.drop(taken.bytes + taken.ending);
  pass_lines(taken.lines);
  credit_ = std::min(earned * most_, credit_ + earned * (taken.bytes + taken.ending));
  return &one_;
}

}  // namespace aiguillage::table
