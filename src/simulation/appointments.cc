#include "aiguillage/simulation/appointments.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace aiguillage {
namespace {

constexpr std::size_t bits = 64;

std::size_t words_of(const appointment_book& in) { return (in.days + bits - 1) / bits; }

void mark(appointment_book& in, std::size_t diary, std::size_t day, bool is_free) {
  std::uint64_t& word = in.free[diary * words_of(in) + day / bits];
  const std::uint64_t bit = std::uint64_t{1} << (day % bits);
  word = is_free ? word | bit : word & ~bit;
}

/// The first free day from `earliest` on; `days` when there is none.
std::size_t first_free(const appointment_book& in, std::size_t diary, std::size_t earliest) {
  if (earliest >= in.days) return in.days;
  const std::uint64_t* const row = in.free.data() + diary * words_of(in);
  std::uint64_t word = row[earliest / bits] & (~std::uint64_t{0} << (earliest % bits));
  for (std::size_t i = earliest / bits;; word = row[i]) {
    if (word != 0) return i * bits + static_cast<std::size_t>(std::countr_zero(word));
    if (++i == words_of(in)) return in.days;
  }
}

}  // namespace

appointment_book open_appointments(std::vector<appointment_week> weeks, std::size_t days) {
  appointment_book made;
  made.days = days;
  made.loads.resize(weeks.size());
  made.left.resize(weeks.size() * days);
  made.free.resize(weeks.size() * words_of(made));
  for (std::size_t diary = 0; diary < weeks.size(); ++diary)
    for (std::size_t day = 0; day < days; ++day) {
      made.left[diary * days + day] = weeks[diary][day % 7];
      if (weeks[diary][day % 7] > 0) mark(made, diary, day, true);
    }
  made.weeks = std::move(weeks);
  return made;
}

std::size_t first_day(const appointment_book& in, std::size_t diary, std::size_t earliest,
                      std::uint16_t slots) {
  std::size_t day = first_free(in, diary, earliest);
  while (day < in.days && in.left[diary * in.days + day] < slots) day = first_free(in, diary, day + 1);
  return day;
}

std::optional<booked_day> book(appointment_book& in, std::size_t diary, std::size_t earliest,
                               std::uint16_t slots) {
  appointment_load& load = in.loads[diary];
  const std::size_t day = first_day(in, diary, earliest, slots);
  if (day >= in.days) {
    ++load.refused;
    return std::nullopt;
  }
  std::uint16_t& left = in.left[diary * in.days + day];
  left = static_cast<std::uint16_t>(left - slots);
  if (left == 0) mark(in, diary, day, false);
  ++load.booked;
  load.waited += static_cast<std::int64_t>(day - earliest);
  load.longest = std::max(load.longest, static_cast<std::int64_t>(day - earliest));
  return booked_day{day, day - earliest};
}

bool release(appointment_book& in, std::size_t diary, std::size_t day) {
  if (day >= in.days) return false;
  std::uint16_t& left = in.left[diary * in.days + day];
  if (left == in.weeks[diary][day % 7]) return false;
  ++left;
  mark(in, diary, day, true);
  ++in.loads[diary].released;
  return true;
}

}  // namespace aiguillage
