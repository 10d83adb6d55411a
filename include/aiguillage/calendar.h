#pragma once

#include <cstdint>
#include <string_view>

#include "aiguillage/date.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// Parts of France whose public holidays differ. Saint-Pierre-et-Miquelon has those of the mainland.
enum class holiday_zone : std::uint8_t {
  mainland,
  alsace_moselle,
  guadeloupe,
  martinique,
  guyane,
  reunion,
  mayotte,
  saint_barthelemy,
  saint_martin,
  french_polynesia,
  new_caledonia,
  wallis_futuna,
};

/// The zone of a commune, from its five-character INSEE code; the mainland for any other text.
[[nodiscard]] holiday_zone zone_of_commune(std::string_view insee_code);

/// The day number of Easter Sunday, by the algorithm known as Meeus/Jones/Butcher; years from 1583.
[[nodiscard]] int easter(int year);

/// True on the public holidays of a zone, as the law stood in 2025 (each day and its source: src/calendar.cc).
/// In Alsace-Moselle Good Friday is one only where there is a protestant or mixed church; which communes have one is
/// not known here, so it counts as one everywhere: nobody is sent to a door that may be shut.
[[nodiscard]] bool public_holiday(holiday_zone zone, civil_date date);

}  // namespace aiguillage
#pragma GCC visibility pop
