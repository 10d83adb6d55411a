#include "table/quoted.h"

#include <algorithm>
#include <new>

namespace aiguillage::table {
namespace {

int never_space(unsigned char /*byte*/) { return 0; }

}  // namespace

void split_plain(std::string_view line, char separator, cell_list& into) {
  std::size_t start = 0;
  for (;;) {
    const std::size_t end = std::min(line.find(separator, start), line.size());
    if (++into.count <= into.most) into.kept.push_back(line.substr(start, end - start));
    if (end > start) into.last_full = into.count;
    if (end == line.size()) return;
    start = end + 1;
  }
}

quoted_record::quoted_record() {
  if (csv_init(&parser_, 0) != 0) throw std::bad_alloc();
  csv_set_blk_size(&parser_, 4096);
}

void quoted_record::begin(bool lenient, std::size_t most) {
  csv_fini(&parser_, nullptr, nullptr, nullptr);
  csv_set_opts(&parser_, lenient ? 0 : CSV_STRICT);
  csv_set_space_func(&parser_, lenient ? nullptr : never_space);
  most_ = most;
  count_ = last_full_ = 0;
  whole_ = false;
  bytes_.clear();
  ends_.clear();
}

void quoted_record::take_cell(std::string_view cell) {
  ++count_;
  if (!cell.empty()) last_full_ = count_;
  if (count_ > most_) return;
  bytes_ += cell;
  ends_.push_back(bytes_.size());
}

quoted_record::state quoted_record::feed(std::string_view line, std::string_view ending) {
  const auto on_cell = [](void* cell, std::size_t size, void* self) {
    static_cast<quoted_record*>(self)->take_cell({static_cast<const char*>(cell), size});
  };
  const auto on_record = [](int /*end*/, void* self) { static_cast<quoted_record*>(self)->whole_ = true; };
  for (const std::string_view part : {line, ending})
    if (csv_parse(&parser_, part.data(), part.size(), on_cell, on_record, this) != part.size()) {
      if (csv_error(&parser_) == CSV_ENOMEM) throw std::bad_alloc();
      return state::malformed;
    }
  return whole_ ? state::whole : state::open;
}

void quoted_record::cells(cell_list& into) const {
  into.count = count_;
  into.last_full = last_full_;
  std::size_t start = 0;
  for (const std::size_t end : ends_) {
    into.kept.push_back(std::string_view(bytes_).substr(start, end - start));
    start = end;
  }
}

}  // namespace aiguillage::table
