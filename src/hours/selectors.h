#pragma once

#include "aiguillage/hours.h"
#include "hours/reader.h"

namespace aiguillage::hours {

/// Whether a kind of selector begins at the next token.
bool begins_days(const reader& in);
bool begins_dates(const reader& in);
bool begins_years(const reader& in);
bool begins_times(const reader& in);

/// Read one kind of selector into a rule; false, with `wrong` set, when it is not one.
bool read_days(reader& in, hours_rule& rule);
bool read_dates(reader& in, hours_rule& rule);
bool read_years(reader& in, hours_rule& rule);
bool read_weeks(reader& in, hours_rule& rule);
bool read_times(reader& in, hours_rule& rule);

/// "+1 day", "-2 days" when it is there: the days into `offset`; false, with `wrong` set, when beyond `most`.
bool read_offset(reader& in, int most, int& offset);

/// "[1]", "[-1]" or a list "[1,3-4]" after a weekday.
bool read_nth(reader& in, std::vector<int>& numbers);

}  // namespace aiguillage::hours
