#include "snapshot/coders.h"

#include "snapshot/frame.h"

namespace aiguillage::snapshots {

void record_reader::text(std::string& word) {
  const std::uint64_t which = in_.number();
  if (which < count_of(from_, part::text_offsets))
    word = text_of(from_, which);
  else
    in_.fail();
}

void record_reader::degrees(double& value, double most) {
  value = in_.fixed<double>();
  const bool sound = value >= -most && value <= most;  // no comparison with what is no number is true
  if (!sound) in_.fail();
}

void record_reader::boolean(bool& value) {
  const std::uint64_t written = in_.number();
  if (written > 1) in_.fail();
  value = written == 1;
}

void record_reader::place(text_span& span, std::int64_t from, std::int64_t size, std::size_t texts) {
  const auto end = static_cast<std::int64_t>(texts);
  if (from < 0 || size < 0 || from > end || size > end - from) return in_.fail();
  span = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(size)};
}

}  // namespace aiguillage::snapshots
