#include "simulation/diaries.h"

#include <algorithm>

namespace aiguillage::detail {
namespace {

constexpr int usual_minutes = 30;  // by which a wait is measured (assumed)

/// Help that is longer than a day at this place takes the whole of one (assumed).
std::uint16_t minutes_taken(const appointment_book& in, std::size_t diary, int minutes) {
  const int most = *std::max_element(in.weeks[diary].begin(), in.weeks[diary].end());
  return static_cast<std::uint16_t>(std::min(std::max(minutes, 1), most));
}

}  // namespace

diaries open_diaries(const territory& land, const scenario& told, std::size_t days) {
  diaries opened;
  opened.of = id_vector<actor_id, std::int64_t>(land.actors.size(), -1);
  std::vector<appointment_week> weeks;
  for (std::size_t i = 0; i < land.actors.size(); ++i) {
    const std::optional<int> minutes = help_minutes_a_day(told, land.actors.items[i]);
    if (!minutes) continue;
    opened.of.items[i] = static_cast<std::int64_t>(weeks.size());
    const auto each = static_cast<std::uint16_t>(*minutes);
    weeks.push_back({each, each, each, each, each, 0, 0});
  }
  opened.book = open_appointments(std::move(weeks), days);
  return opened;
}

std::optional<booked_day> take_minutes(diaries& of, actor_id who, std::size_t earliest, int minutes) {
  if (of.of[who] < 0) return booked_day{earliest, 0};
  const auto diary = static_cast<std::size_t>(of.of[who]);
  const std::uint16_t taken = minutes_taken(of.book, diary, minutes);
  if (taken == 0) return std::nullopt;
  return book(of.book, diary, earliest, taken);
}

void show_waits(const diaries& of, const scenario& told, std::size_t day, territory& land) {
  for (std::size_t i = 0; i < land.actors.size(); ++i) {
    if (of.of.items[i] < 0) continue;
    const auto diary = static_cast<std::size_t>(of.of.items[i]);
    const std::size_t first = first_day(of.book, diary, day, minutes_taken(of.book, diary, usual_minutes));
    const auto wait = static_cast<int>(first - day);
    const auto after = std::upper_bound(told.waiting_steps.begin(), told.waiting_steps.end(), wait);
    land.actors.items[i].waiting_days = *(after - 1);
  }
}

}  // namespace aiguillage::detail
