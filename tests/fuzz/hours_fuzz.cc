#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "aiguillage/hours.h"

/// Any bytes: read or refused with a reason; the spans of what is read are sorted and not closed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aiguillage;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const hours_reading reading = parse_hours(text);
  if (reading.hours.has_value() == !reading.wrong.en.empty()) std::abort();
  if (!reading.hours) return 0;
  int end = 0;
  for (const open_span& one : open_spans(*reading.hours, {2026, 12, 20}, 20, holiday_zone::alsace_moselle)) {
    if (one.from < end || one.to <= one.from || one.how == openness::closed) std::abort();
    end = one.to;
  }
  return 0;
}
