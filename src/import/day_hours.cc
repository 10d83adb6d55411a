#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "fold.h"
#include "import/cells.h"

namespace aiguillage::import {
namespace {

constexpr std::array<const char*, 7> day_names = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};

struct span {
  int from = 0;  // minutes
  int to = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads digits from the front; -1 when there is none, or more than two.
int take_number(std::string_view& from) {
  std::size_t count = 0;
  int value = 0;
  while (count < from.size() && is_digit(from[count])) value = value * 10 + (from[count++] - '0');
  if (count == 0 || count > 2) return -1;
  from.remove_prefix(count);
  return value;
}

void skip_spaces(std::string_view& from) {
  while (!from.empty() && (from.front() == ' ' || from.front() == '\t')) from.remove_prefix(1);
}

bool take(std::string_view& from, std::string_view word) {
  if (from.substr(0, word.size()) != word) return false;
  from.remove_prefix(word.size());
  return true;
}

/// 9h, 9h30, 09:30, 9 h 30, 09:30:00.
std::optional<int> take_time(std::string_view& from) {
  skip_spaces(from);
  const int hour = take_number(from);
  if (hour < 0) return std::nullopt;
  skip_spaces(from);
  if (!take(from, ":") && !take(from, "h") && !take(from, "H")) return std::nullopt;
  skip_spaces(from);
  int minute = 0;
  if (!from.empty() && is_digit(from.front())) minute = take_number(from);
  if (minute < 0) return std::nullopt;
  if (take(from, ":") && take_number(from) < 0) return std::nullopt;
  skip_spaces(from);
  if (hour > 24 || minute > 59 || (hour == 24 && minute > 0)) return std::nullopt;
  return hour * 60 + minute;
}

bool take_dash(std::string_view& from) {
  return take(from, "-") || take(from, "–") || take(from, "—") || take(from, "à") || take(from, "a");
}

bool take_between(std::string_view& from) {
  return take(from, "/") || take(from, ",") || take(from, ";") || take(from, "et ") || take(from, "puis ");
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string written(int minutes) { return two_digits(minutes / 60) + ":" + two_digits(minutes % 60); }

/// True when spans had to be moved or made one.
bool put_in_order(std::vector<span>& spans) {
  const std::vector<span> before = spans;
  std::sort(spans.begin(), spans.end(), [](const span& a, const span& b) { return a.from < b.from; });
  std::vector<span> apart;
  for (const span& one : spans) {
    if (!apart.empty() && one.from < apart.back().to)
      apart.back().to = std::max(apart.back().to, one.to);
    else
      apart.push_back(one);
  }
  spans = std::move(apart);
  return !std::equal(spans.begin(), spans.end(), before.begin(), before.end(),
                     [](const span& a, const span& b) { return a.from == b.from && a.to == b.to; });
}

}  // namespace

std::optional<day_spans> day_hours(std::string_view written_so) {
  std::string_view rest = detail::trimmed(written_so);
  const std::string plain = detail::folded(rest);
  if (plain.empty() || plain == "ferme" || plain == "closed") return day_spans{};
  std::vector<span> spans;
  day_spans result;
  for (;;) {
    const auto from = take_time(rest);
    if (!from || !take_dash(rest)) return std::nullopt;
    const auto to = take_time(rest);
    if (!to || *to < *from) return std::nullopt;
    if (*to > *from)
      spans.push_back({*from, *to});
    else
      result.plain = false;
    if (rest.empty()) break;
    if (!take_between(rest)) return std::nullopt;
  }
  if (put_in_order(spans)) result.plain = false;
  for (const span& one : spans)
    result.osm += (result.osm.empty() ? "" : ",") + written(one.from) + "-" + written(one.to);
  return result;
}

std::string week_hours(const std::array<std::string, 7>& days) {
  std::string result;
  for (std::size_t i = 0; i < days.size();) {
    std::size_t end = i + 1;
    while (end < days.size() && days[end] == days[i]) ++end;
    if (!days[i].empty())
      result += (result.empty() ? "" : "; ") + std::string(day_names[i]) +
                (end - i > 1 ? (end - i > 2 ? "-" : ",") + std::string(day_names[end - 1]) : "") + " " +
                days[i];
    i = end;
  }
  return result;
}

}  // namespace aiguillage::import
