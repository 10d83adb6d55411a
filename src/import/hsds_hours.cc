#include "import/hsds_hours.h"

#include <algorithm>
#include <array>
#include <optional>

#include "aiguillage/hours.h"
#include "fold.h"
#include "import/cells.h"
#include "import/json_rows.h"

namespace aiguillage::import::hsds {
namespace {

constexpr std::array<std::string_view, 7> rule_days{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr std::array<std::string_view, 7> our_days{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr int noon = 720;
constexpr int midnight = 1440;

std::string clock(int minutes) {
  std::string words = std::to_string(10000 + minutes / 60 * 100 + minutes % 60).substr(1);
  words.insert(2, 1, ':');
  return words;
}

/// 09:00, 9:00, 09:00:00, 09:00Z, 09:00+01:00, 9:00 AM; an offset leaves the clock of the place as it is.
std::optional<int> minutes_of(std::string_view written, bool& utc) {
  std::array<int, 2> parts{};
  std::size_t at = 0;
  for (int& part : parts) {
    const std::size_t begin = at;
    while (at < written.size() && at < begin + 2 && written[at] >= '0' && written[at] <= '9')
      part = part * 10 + (written[at++] - '0');
    if (at == begin) return std::nullopt;
    if (&part != parts.data()) continue;
    if (!written.substr(at).starts_with(':')) return std::nullopt;
    ++at;
  }
  if (written.substr(at, 3).starts_with(":")) at += 3;
  const std::string rest = detail::folded(written.substr(std::min(at, written.size())));
  if (rest == "z") utc = true;
  if (rest == "pm" && parts[0] < 12) parts[0] += 12;
  if (rest == "am" && parts[0] == 12) parts[0] = 0;
  const bool known =
      rest.empty() || rest == "z" || rest == "am" || rest == "pm" ||
      std::all_of(rest.begin(), rest.end(), [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
  const int minutes = parts[0] * 60 + parts[1];
  return known && parts[1] < 60 && minutes <= midnight ? std::optional<int>(minutes) : std::nullopt;
}

/// A day of the calendar, of a day or an instant; "" for none, nullopt for anything else.
std::optional<std::string> day_of(const std::string& written) {
  if (written.empty()) return "";
  return clean_value(attribute::vintage,
                     written.size() > 8 && written[8] == 'T' ? written.substr(0, 8) : written);
}

struct rule {
  std::array<bool, 7> days{};
  std::vector<std::string> nth;  // Mo[2]
  int from = 0;
  int to = 0;
  std::string dates;  // "" every week
};

bool add_day(std::string_view word, bool monthly, rule& to) {
  std::size_t letters = 0;
  while (letters < word.size() && ((word[letters] | 32) < 'a' || (word[letters] | 32) > 'z')) ++letters;
  std::string name(word.substr(letters, 2));
  for (char& c : name) c = static_cast<char>(c & ~32);
  const auto day = std::find(rule_days.begin(), rule_days.end(), name);
  if (day == rule_days.end()) return false;
  const auto place = static_cast<std::size_t>(day - rule_days.begin());
  std::string number(word.substr(0, letters));
  if (number.starts_with('+')) number.erase(0, 1);
  if (number.empty()) {
    to.days[place] = true;
    return true;
  }
  const bool fits =
      number.size() == (number[0] == '-' ? 2U : 1U) && number.back() >= '1' && number.back() <= '5';
  if (!monthly || !fits) return false;
  to.nth.push_back(std::string(our_days[place]) + "[" + number + "]");
  return true;
}

/// 1 to 7, or the name of a day, as in version 1.
bool add_weekday(const std::string& word, rule& to) {
  if (word.size() == 1 && word[0] >= '1' && word[0] <= '7') {
    to.days[static_cast<std::size_t>(word[0] - '1')] = true;
    return true;
  }
  return word.size() > 2 && add_day(std::string_view(word).substr(0, 2), false, to);
}

bool add_days(const entry& from, const std::string& freq, rule& to) {
  if (freq == "daily") to.days.fill(true);
  std::string words = value_of(from, "byday");
  const std::string& weekday = value_of(from, "weekday");
  if (words.empty() && !weekday.empty()) return add_weekday(weekday, to);
  if (words.empty() && freq == "weekly") {
    const auto first = parse_date(day_of(value_of(from, "dtstart")).value_or(""));
    if (!first) return false;
    to.days[static_cast<std::size_t>(weekday_of(day_number(*first)))] = true;
    return true;
  }
  if (freq == "daily") return words.empty();
  std::replace(words.begin(), words.end(), list_separator, ',');
  std::size_t begin = 0;
  while (begin <= words.size() && !words.empty()) {
    const std::size_t end = std::min(words.find(',', begin), words.size());
    if (!add_day(detail::trimmed(std::string_view(words).substr(begin, end - begin)), freq == "monthly", to))
      return false;
    begin = end + 1;
  }
  return !words.empty();
}

std::string dated(const std::string& day) {
  const civil_date date = parse_date(day).value_or(civil_date{});
  return std::to_string(date.year) + " " + std::string(months[static_cast<std::size_t>(date.month - 1)]) +
         (date.day < 10 ? " 0" : " ") + std::to_string(date.day);
}

bool add_dates(const entry& from, const std::string& today, rule& to) {
  std::array<std::string, 4> days;
  std::size_t i = 0;
  for (const char* name : {"valid_from", "dtstart", "valid_to", "until"}) {
    const auto day = day_of(value_of(from, name));
    if (!day) return false;
    days[i++] = *day;
  }
  const std::string begin = std::max(days[0], days[1]);
  const std::string end = days[2].empty() || (!days[3].empty() && days[3] < days[2]) ? days[3] : days[2];
  if (!end.empty() && begin > end) return false;
  const bool begun = begin.empty() || today.empty() || begin <= today;
  if (end.empty() && begun) return true;
  // What has only an end began before the vintage; hours have no open beginning.
  to.dates =
      (begin.empty() ? "2000 Jan 01" : dated(begin)) + "-" + (end.empty() ? "2099 Dec 31" : dated(end)) + " ";
  return true;
}

bool add_times(const entry& from, rule& to, bool& utc) {
  const auto begin = minutes_of(value_of(from, "opens_at"), utc);
  auto end = minutes_of(value_of(from, "closes_at"), utc);
  if (!begin || !end) return false;
  if (*end == 0) end = midnight;
  if (*end == *begin && *begin > 0) return false;
  if (*end < *begin && (*begin < noon || *end > noon))
    return false;  // over midnight, or a slip of the pen (assumed)
  to.from = *begin;
  to.to = *end;
  return true;
}

std::optional<rule> rule_of(const entry& from, const std::string& today, bool& utc) {
  rule made;
  const std::string freq = detail::folded(value_of(from, "freq"));
  const std::string& interval = value_of(from, "interval");
  for (const char* beyond : {"count", "byweekno", "bymonthday", "byyearday", "bysetpos", "holiday", "closed"})
    if (!value_of(from, beyond).empty()) return std::nullopt;
  const bool known = freq.empty() || freq == "weekly" || freq == "monthly" || freq == "daily";
  if (!known || (!interval.empty() && interval != "1")) return std::nullopt;
  if (!add_days(from, freq, made) || !add_dates(from, today, made) || !add_times(from, made, utc))
    return std::nullopt;
  return made;
}

bool has_rule(const entry& from) {
  for (const char* name : {"freq", "byday", "weekday", "opens_at", "closes_at", "bymonthday", "holiday"})
    if (!value_of(from, name).empty()) return true;
  return false;
}

std::string times_of(const rule& one) { return clock(one.from) + "-" + clock(one.to); }

/// Days of every week first; the rest adds to them.
std::string written_week(const std::vector<rule>& rules) {
  std::array<std::string, 7> days;
  std::string more;
  for (const rule& one : rules) {
    std::string names;
    const bool plain = one.dates.empty() && one.to > one.from;
    for (std::size_t i = 0; i < days.size(); ++i) {
      if (!one.days[i]) continue;
      if (plain)
        days[i].append(days[i].empty() ? "" : " / ").append(times_of(one));
      else
        names.append(names.empty() ? "" : ",").append(our_days[i]);
    }
    for (const std::string& each : one.nth) names.append(names.empty() ? "" : ",").append(each);
    if (!names.empty()) more += (more.empty() ? "" : ", ") + one.dates + names + " " + times_of(one);
  }
  for (std::string& day : days)
    if (const auto spans = day_hours(day)) day = spans->osm;
  const std::string week = week_hours(days);
  return week + (week.empty() || more.empty() ? "" : ", ") + more;
}

/// Whether words are opening hours that say the same as a week that was read; no holiday of France is in this one.
bool say_the_same(const std::string& words, const std::string& week) {
  const auto told = parse_hours(words).hours;
  const auto read = parse_hours(week).hours;
  constexpr civil_date first{2024, 10, 7};
  return told && read &&
         open_spans(*told, first, 28, holiday_zone{}) == open_spans(*read, first, 28, holiday_zone{});
}

std::string as_written(const entry& from) {
  std::string words;
  for (const field& one : from.fields)
    if (one.name != "id" && !one.name.ends_with("_id"))
      words.append(words.empty() ? "" : "; ").append(one.name).append(" ").append(one.value);
  std::replace(words.begin(), words.end(), list_separator, ',');
  return words;
}

/// What is said beside the rule itself.
void add_beside(const entry& from, read_schedules& to) {
  for (const char* name : {"notes", "attending_type", "schedule_link", "original_text"})
    if (const std::string& value = value_of(from, name); !value.empty()) to.beside.push_back({name, value});
}

}  // namespace

read_schedules hours_of(const std::vector<const entry*>& schedules, const std::string& day) {
  read_schedules made;
  std::vector<rule> rules;
  std::vector<std::string> told;
  for (const entry* one : schedules) {
    const std::string& words = value_of(*one, "description");
    if (!words.empty() && std::find(told.begin(), told.end(), words) == told.end()) told.push_back(words);
    if (has_rule(*one)) {
      bool utc = false;
      auto read = rule_of(*one, day, utc);
      if (read) {
        made.moved = made.moved || utc;
        rules.push_back(std::move(*read));
      } else {
        made.unread.push_back(as_written(*one));
        continue;
      }
    }
    add_beside(*one, made);
  }
  made.hours = written_week(rules);
  if (!parse_hours(made.hours).hours) made.hours.clear();
  const bool only_words = rules.empty() && made.unread.empty();
  if (told.size() == 1 && (only_words || (made.unread.empty() && say_the_same(told[0], made.hours)))) {
    made.hours = told[0];
    return made;
  }
  for (const std::string& words : told)
    if (made.hours.empty() && made.unread.empty())
      made.hours = words;
    else
      made.beside.push_back({"description", words});
  return made;
}

}  // namespace aiguillage::import::hsds
