#pragma once

#include <string>

#include "aiguillage/text.h"

namespace aiguillage::report {

/// A day counted from today, in words: today, tomorrow, in 4 days.
[[nodiscard]] text day_words(int day);

/// `jeudi 26 novembre` for the day `days` after `date` (YYYY-MM-DD); empty when the date is.
[[nodiscard]] text date_words(const std::string& date, int days);

/// `9 h 30` for a minute of the day; `9:30` in English.
[[nodiscard]] text time_words(int minute);

/// `09:30` for a minute of the day.
[[nodiscard]] std::string clock_time(int minute);

/// `1er novembre 2026` for a day written YYYY-MM-DD; as it is written when it is no day.
[[nodiscard]] text full_date_words(const std::string& date);

}  // namespace aiguillage::report
