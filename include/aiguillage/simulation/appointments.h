#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// Appointments: a few slots a day, and the first free day for whoever asks. Days are numbered from 0, a Monday.
#pragma GCC visibility push(default)
namespace aiguillage {

/// How many appointments a diary takes on each day of the week, Monday first.
using appointment_week = std::array<std::uint16_t, 7>;

/// What happened to a diary since it was opened.
struct appointment_load {
  std::int64_t booked = 0;    // those given back included
  std::int64_t released = 0;  // given back
  std::int64_t refused = 0;   // nothing free from the day asked for to the last
  std::int64_t waited = 0;    // days, of all booked; the mean is waited / booked
  std::int64_t longest = 0;   // days, of one

  /// Field by field.
  friend bool operator==(const appointment_load& a, const appointment_load& b) {
    return a.booked == b.booked && a.released == b.released && a.refused == b.refused &&
           a.waited == b.waited && a.longest == b.longest;
  }
};

/// The diaries of all actors, or of each role at each actor: who asks gives its index. Made by open_appointments.
struct appointment_book {
  std::size_t days = 0;  // those that can be booked: 0 to days − 1
  std::vector<appointment_week> weeks;
  std::vector<appointment_load> loads;
  std::vector<std::uint16_t> left;  // slots: a row of days for each diary
  std::vector<std::uint64_t>
      free;  // a bit for each day with a slot left: a row of whole words for each diary
};

/// The day of an appointment, and how many days after the day asked for.
struct booked_day {
  std::size_t day = 0;
  std::size_t waited = 0;
};

/// All slots of `days` days, free.
[[nodiscard]] appointment_book open_appointments(std::vector<appointment_week> weeks, std::size_t days);

/// Takes `slots` (at least 1) of one day, the first that has as many left from `earliest` on; nullopt when there is none. A day that was given
/// back is free again for the next who asks; nobody who has an appointment is moved to it (assumed). `diary` must be one.
std::optional<booked_day> book(appointment_book& in, std::size_t diary, std::size_t earliest,
                               std::uint16_t slots = 1);

/// The day that `book` would take, without taking it; `days` of the book when there is none.
[[nodiscard]] std::size_t first_day(const appointment_book& in, std::size_t diary, std::size_t earliest,
                                    std::uint16_t slots = 1);

/// Gives a slot back; false when nothing is booked in that diary on that day.
bool release(appointment_book& in, std::size_t diary, std::size_t day);

}  // namespace aiguillage
#pragma GCC visibility pop
