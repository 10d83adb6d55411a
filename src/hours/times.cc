#include <algorithm>
#include <array>
#include <string_view>

#include "hours/selectors.h"

namespace aiguillage::hours {
namespace {

constexpr int whole_day = 1440;

/// One end of a span: a usual time, and the earliest and latest it may be (all the same but for the sun).
struct clock_time {
  int usual = 0;
  int earliest = 0;
  int latest = 0;
  bool by_sun = false;
};

struct sun_event {
  std::string_view name;
  clock_time time;
};

// Usual times are those by which the specification's reference reads a span over midnight; the bounds are half days.
constexpr std::array<sun_event, 4> sun_events{{{"dawn", {330, 0, 720, true}},
                                               {"sunrise", {360, 0, 720, true}},
                                               {"sunset", {1080, 720, 1440, true}},
                                               {"dusk", {1110, 720, 1440, true}}}};

const sun_event* sun_at(const reader& in, std::size_t ahead = 0) {
  const auto* const found = std::find_if(sun_events.begin(), sun_events.end(),
                                         [&](const sun_event& one) { return is(in, one.name, ahead); });
  return found == sun_events.end() ? nullptr : found;
}

bool separator_at(const reader& in, std::size_t ahead) {
  return is(in, ":", ahead) || is(in, ".", ahead) || is(in, "h", ahead);
}

/// After an apostrophe, a spreadsheet kept four characters of "09:00": the last digit is missing.
bool read_cut_minutes(reader& in, int& minutes) {
  const token& one = peek(in);
  if (one.value != 0 && one.value != 3)
    return fail(in, {"le dernier chiffre des minutes manque, et il n'est pas sûr",
                     "the last digit of the minutes is missing, and it is not certain"});
  remark(in, {"le dernier chiffre des minutes manque : lu comme 0",
              "the last digit of the minutes is missing: read as 0"});
  minutes = one.value * 10;
  ++in.next;
  return true;
}

/// "9h30", "9.30", "9h" or 9 alone: minutes only when nothing stands between.
bool read_unusual_minutes(reader& in, int& minutes) {
  remark(in, {"une heure s'écrit 09:00", "a time is written 09:00"});
  const std::size_t after = peek(in).at + 1;
  if (!take(in, "h") && !take(in, ".")) return true;
  if (!is_number(in) || peek(in).at != after) return true;
  if (peek(in).digits == 2) return take_number(in, 0, 59, minutes);
  return fail(in, {"deux chiffres de minutes sont attendus ici", "two digits of minutes are expected here"});
}

bool read_minutes(reader& in, bool quoted, int& minutes) {
  if (!take(in, ":")) return read_unusual_minutes(in, minutes);
  if (quoted && is_number(in, 0, 1)) return read_cut_minutes(in, minutes);
  if (is_number(in) && peek(in).digits == 2) return take_number(in, 0, 59, minutes);
  return fail(in, {"deux chiffres de minutes sont attendus ici", "two digits of minutes are expected here"});
}

bool read_clock(reader& in, clock_time& time) {
  const bool quoted = is(in, "'");
  if (quoted) {
    remark(in, {"une apostrophe est passée", "an apostrophe is passed over"});
    ++in.next;
  }
  int hours = 0;
  int minutes = 0;
  if (!is_number(in, 0, 2) || !take_number(in, 0, 48, hours))
    return fail(in, {"une heure est attendue ici", "a time is expected here"});
  if (!read_minutes(in, quoted, minutes)) return false;
  time.usual = time.earliest = time.latest = hours * 60 + minutes;
  return true;
}

/// "sunrise" or "(sunrise+01:00)".
bool read_sun(reader& in, clock_time& time) {
  const bool moved = take(in, "(");
  const sun_event* const event = sun_at(in);
  if (event == nullptr)
    return fail(in, {"sunrise, sunset, dawn ou dusk est attendu ici",
                     "sunrise, sunset, dawn or dusk is expected here"});
  time = event->time;
  ++in.next;
  if (!moved) return true;
  const bool back = is(in, "-");
  if (!back && !is(in, "+"))
    return fail(in, {"« + » ou « - » est attendu ici", "\"+\" or \"-\" is expected here"});
  ++in.next;
  clock_time by;
  if (!read_clock(in, by)) return false;
  const int shift = back ? -by.usual : by.usual;
  for (int* const one : {&time.usual, &time.earliest, &time.latest})
    *one = std::clamp(*one + shift, 0, whole_day);
  return take(in, ")") || fail(in, {"« ) » est attendu ici", "\")\" is expected here"});
}

bool read_time(reader& in, clock_time& time) {
  return is(in, "(") || sun_at(in) != nullptr ? read_sun(in, time) : read_clock(in, time);
}

/// How long a door without a closing time may be open, as the specification's reference guesses it.
int open_end_of(int from) {
  if (from >= 22 * 60) return from + 8 * 60;
  return from >= 17 * 60 ? from + 10 * 60 : whole_day;
}

bool add_span(reader& in, std::size_t at, const clock_time& from, clock_time to, hours_rule& rule) {
  const bool by_sun = from.by_sun || to.by_sun;
  if (from.earliest >= whole_day)
    return fail_at(in, at, {"une plage commence avant 24:00", "a span begins before 24:00"});
  if (to.usual < from.usual || (to.usual == from.usual && !by_sun)) {
    to.usual += whole_day;
    to.latest += whole_day;
  }
  if (to.usual > 2 * whole_day)
    return fail_at(
        in, at, {"une plage finit le lendemain au plus tard", "a span ends on the next day at the latest"});
  if (take(in, "+")) {
    const int start = to.latest;
    const int end = std::min(2 * whole_day, start >= whole_day ? start + 8 * 60 : open_end_of(start));
    if (start < end) rule.times.push_back({start, end, time_span::certainty::open_end});
  }
  rule.times.push_back(
      {from.earliest, to.latest, by_sun ? time_span::certainty::by_sun : time_span::certainty::exact});
  return true;
}

bool read_span(reader& in, hours_rule& rule) {
  const std::size_t at = peek(in).at;
  clock_time from;
  clock_time to;
  if (!read_time(in, from)) return false;
  if (take(in, "+")) {
    if (from.earliest >= whole_day)
      return fail_at(in, at, {"une plage commence avant 24:00", "a span begins before 24:00"});
    rule.times.push_back({from.earliest, open_end_of(from.usual), time_span::certainty::open_end});
    return true;
  }
  if (!take(in, "-"))
    return fail(in, {"une plage d'heures a une fin : 09:00-12:00", "a span of time has an end: 09:00-12:00"});
  return read_time(in, to) && add_span(in, at, from, to, rule);
}

/// An open end ends where the next span of its list begins.
void cut_open_ends(std::vector<time_span>& times) {
  for (std::size_t i = 0; i + 1 < times.size(); ++i) {
    const bool later = times[i + 1].from > times[i].from;
    if (times[i].how == time_span::certainty::open_end && later)
      times[i].to = std::min(times[i].to, times[i + 1].from);
  }
}

}  // namespace

bool begins_times(const reader& in) {
  if (is(in, "'")) return is_number(in, 1, 2);
  if (sun_at(in) != nullptr || (is(in, "(") && sun_at(in, 1) != nullptr)) return true;
  return is_number(in, 0, 2) && (separator_at(in, 1) || (is(in, "-", 1) && is_number(in, 2, 2)));
}

bool read_times(reader& in, hours_rule& rule) {
  for (bool more = true; more;) {
    if (!read_span(in, rule)) return false;
    const bool comma = is(in, ",");
    if (comma) ++in.next;
    more = begins_times(in);
    if (more && !comma)
      remark(in, {"deux plages se séparent par une virgule", "two spans are separated by a comma"});
    if (!more && comma) --in.next;
  }
  cut_open_ends(rule.times);
  return true;
}

}  // namespace aiguillage::hours
