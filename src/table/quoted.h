#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <csv.h>

namespace aiguillage::table {

/// The cells of one record: all are counted, the first `most` and those that are not empty are kept.
struct cell_list {
  std::size_t most = 0;
  std::size_t count = 0;
  std::size_t last_full = 0;  // how many there are up to the last that is not empty
  std::vector<std::string_view> kept;
};

/// Splits a line that holds no quote.
void split_plain(std::string_view line, char separator, cell_list& into);

/// Splits records that hold quotes, with libcsv, a physical line at a time.
class quoted_record {
 public:
  enum class state { open, whole, malformed };

  quoted_record();
  ~quoted_record() { csv_free(&parser_); }
  quoted_record(const quoted_record&) = delete;
  quoted_record& operator=(const quoted_record&) = delete;

  void separate_by(char separator) { csv_set_delim(&parser_, static_cast<unsigned char>(separator)); }
  /// Begins a record. Lenient: a quote inside a cell stands for itself, spaces around cells go.
  void begin(bool lenient, std::size_t most);
  /// One line without its end, and that end (or one that stands for it).
  state feed(std::string_view line, std::string_view ending);
  /// The cells of a whole record; the views live until `begin`.
  void cells(cell_list& into) const;

 private:
  void take_cell(std::string_view cell);

  csv_parser parser_{};
  std::size_t most_ = 0;
  std::size_t count_ = 0;
  std::size_t last_full_ = 0;
  bool whole_ = false;
  std::string bytes_;
  std::vector<std::size_t> ends_;
};

}  // namespace aiguillage::table
