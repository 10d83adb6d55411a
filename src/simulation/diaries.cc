#include "simulation/diaries.h"

#include <algorithm>

namespace aiguillage::detail {
namespace {

constexpr std::uint16_t usual_minutes = 30;  // by which a wait is measured (assumed)

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
  // Help that is longer than a day at this place takes the whole of one (assumed).
  const int most = *std::max_element(of.book.weeks[diary].begin(), of.book.weeks[diary].end());
  const auto taken = static_cast<std::uint16_t>(std::min(std::max(minutes, 1), most));
  if (taken == 0) return std::nullopt;
  return book(of.book, diary, earliest, taken);
}

void show_waits(const diaries& of, const scenario& told, std::size_t day, territory& land) {
  for (std::size_t i = 0; i < land.actors.size(); ++i) {
    if (of.of.items[i] < 0) continue;
    const std::size_t first =
        first_day(of.book, static_cast<std::size_t>(of.of.items[i]), day, usual_minutes);
    const auto wait = static_cast<int>(first - day);
    const auto after = std::upper_bound(told.waiting_steps.begin(), told.waiting_steps.end(), wait);
    land.actors.items[i].waiting_days = *(after - 1);
  }
}

}  // namespace aiguillage::detail
