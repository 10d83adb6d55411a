#pragma once

#include <string_view>

#include "aiguillage/hours.h"

namespace aiguillage::hours {

/// A word found in a list: its place (-1: not there), and whether it is written as the specification says.
struct found_word {
  int index = -1;
  bool usual = true;
};

/// Mo to Su -> 0 to 6; also "mon" and "monday". Words are in lower case.
found_word weekday_named(std::string_view word);

/// Jan to Dec -> 1 to 12; also "january".
found_word month_named(std::string_view word);

/// True when a comment says that one comes by appointment ("sur rdv"), and not that one needs none.
bool speaks_of_appointment(std::string_view comment);

}  // namespace aiguillage::hours
