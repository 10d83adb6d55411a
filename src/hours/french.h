#pragma once

#include <vector>

#include "aiguillage/hours.h"
#include "hours/tokens.h"

namespace aiguillage::hours {

/// "Du lundi au vendredi de 9h à 12h et de 14h à 17h" as the tokens of "Mo-Fr 9h-12h,14h-17h", with a remark. Only a
/// few words are known: any other is left there, and refused by who reads on. False when there is no such word.
bool rewrite_french(std::vector<token>& tokens, hours_reading& reading);

/// False, with `wrong` set, when a rule of a string in French words has no hours, or closes without saying when.
bool says_its_hours(const opening_hours& read, hours_reading& reading);

}  // namespace aiguillage::hours
