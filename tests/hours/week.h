#pragma once

#include <string>
#include <string_view>

#include "aiguillage/hours.h"

namespace aiguillage {

/// The spans of some days, to read and to compare: "Mo 09:00-12:00, Tu 14:00-Th 17:00 unknown"; "refused: …" when the
/// string is not read. The end of a day is 24:00.
std::string shown(std::string_view hours, civil_date first, int days,
                  holiday_zone zone = holiday_zone::mainland);

/// The week from Monday 9 March 2026: no holiday, no change of month.
std::string plain_week(std::string_view hours);

/// The days, "12-24 12-25", on which something is not closed.
std::string open_days(std::string_view hours, civil_date first, int days,
                      holiday_zone zone = holiday_zone::mainland);

}  // namespace aiguillage
