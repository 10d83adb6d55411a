#pragma once

#include "aiguillage/hours.h"

namespace aiguillage::hours {

/// One day, as selectors see it. Whether it is in the school holidays is assumed by who asks.
struct day_seen {
  int number = 0;
  civil_date date;
  int weekday = 0;
  holiday_zone zone = holiday_zone::mainland;
  bool school_holiday = false;
};

day_seen see_day(int number, holiday_zone zone, bool school_holiday);

/// True when all selectors of days of a rule hold.
bool applies(const hours_rule& rule, const day_seen& day);

}  // namespace aiguillage::hours
