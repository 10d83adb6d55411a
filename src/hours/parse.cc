#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "aiguillage/hours.h"
#include "hours/french.h"
#include "hours/reader.h"
#include "hours/selectors.h"
#include "hours/words.h"

namespace aiguillage {
namespace {

using hours::reader;
using hours::token_kind;

/// What a rule has said so far, besides its selectors.
struct progress {
  bool selectors = false;
  bool state = false;
  bool comment = false;
};

bool ends_rule(const reader& in) {
  return hours::peek(in).kind == token_kind::end || hours::is(in, ";") || hours::is(in, "||");
}

bool selects_dates(const hours_rule& rule) {
  return !rule.years.empty() || !rule.dates.empty() || !rule.weeks.empty() || rule.weekdays != 0 ||
         !rule.nth.empty() || !rule.public_holidays.empty() || rule.school_holidays;
}

bool twice(reader& in) {
  return hours::fail(in, {"ceci est déjà dit dans cette règle : séparez par « ; » ou par une virgule",
                          "this rule has this already: separate with \";\" or with a comma"});
}

bool read_always(reader& in, hours_rule& rule) {
  if (!rule.times.empty()) return twice(in);
  in.next += 3;
  rule.times.push_back({0, 1440, time_span::certainty::exact});
  return true;
}

/// "sur rdv" without quotes: the number of its words, 0 when it is not that.
std::size_t bare_appointment(const reader& in) {
  if (!hours::is(in, "sur") && !hours::is(in, "rdv")) return 0;
  std::string said;
  for (std::size_t words = 1; words <= 4; ++words) {
    const hours::token& one = hours::peek(in, words - 1);
    if (one.kind != token_kind::word && !hours::is(in, "-", words - 1)) return 0;
    said += " " + one.word;
    for (const char* const known : {" sur rdv", " sur rendez vous", " sur rendez - vous", " rdv"})
      if (said == known) return words;
  }
  return 0;
}

bool read_comment(reader& in, hours_rule& rule, progress& done) {
  if (done.comment) return twice(in);
  done.comment = true;
  if (hours::peek(in).kind == token_kind::comment) {
    rule.comment = in.tokens[in.next++].word;
  } else {
    hours::remark(
        in, {"« sur rendez-vous » s'écrit entre guillemets", "\"by appointment\" is written in quotes"});
    in.next += bare_appointment(in);
    rule.comment = "sur rendez-vous";
  }
  if (!done.state) rule.how = openness::unknown;
  if (rule.how != openness::closed && hours::speaks_of_appointment(rule.comment))
    rule.how = openness::by_appointment;
  return true;
}

bool read_state(reader& in, hours_rule& rule, progress& done) {
  if (done.state || done.comment) return twice(in);
  done.state = true;
  if (hours::is(in, "off") || hours::is(in, "closed")) rule.how = openness::closed;
  if (hours::is(in, "unknown")) rule.how = openness::unknown;
  ++in.next;
  return true;
}

bool state_at(const reader& in) {
  return hours::is(in, "open") || hours::is(in, "off") || hours::is(in, "closed") || hours::is(in, "unknown");
}

bool always_at(const reader& in) {
  return hours::is_number(in, 0, 2) && hours::peek(in).value == 24 && hours::is(in, "/", 1) &&
         hours::is_number(in, 2, 1) && hours::peek(in, 2).value == 7;
}

bool read_readability(reader& in) {
  hours::remark(in, {"ces deux-points sont passés", "this colon is passed over"});
  ++in.next;
  return true;
}

bool read_selector(reader& in, hours_rule& rule) {
  if (always_at(in)) return read_always(in, rule);
  if (hours::begins_days(in)) return hours::read_days(in, rule);
  if (hours::begins_dates(in)) return rule.dates.empty() ? hours::read_dates(in, rule) : twice(in);
  if (hours::begins_times(in)) return rule.times.empty() ? hours::read_times(in, rule) : twice(in);
  if (hours::begins_years(in)) return rule.years.empty() ? hours::read_years(in, rule) : twice(in);
  if (hours::is(in, "week")) return rule.weeks.empty() ? hours::read_weeks(in, rule) : twice(in);
  return hours::fail(
      in, {"ceci n'est pas lu : un jour (Mo), une date (Dec 25), une plage (09:00-12:00), « off » ou un "
           "commentaire entre guillemets sont attendus",
           "this cannot be read: a day (Mo), a date (Dec 25), a span (09:00-12:00), \"off\" or a "
           "comment in quotes is expected"});
}

/// Reads up to the separator that ends the rule.
bool read_rule(reader& in, hours_rule& rule) {
  progress done;
  while (!ends_rule(in)) {
    const bool comment = hours::peek(in).kind == token_kind::comment || bare_appointment(in) > 0;
    if (comment || state_at(in)) {
      if (!(comment ? read_comment(in, rule, done) : read_state(in, rule, done))) return false;
      continue;
    }
    if (hours::is(in, ",") && (done.state || done.comment || !rule.times.empty())) break;
    if (done.state || done.comment)
      return hours::fail(in, {"un état ou un commentaire finit une règle : séparez par « ; »",
                              "a state or a comment ends a rule: separate with \";\""});
    if (done.selectors && hours::is(in, ":")) {
      read_readability(in);
      continue;
    }
    const bool after_times = !rule.times.empty();
    if (!read_selector(in, rule)) return false;
    if (after_times)
      hours::remark(in, {"les heures s'écrivent après les jours", "times are written after days"});
    done.selectors = true;
  }
  if (done.selectors || done.state || done.comment) return true;
  return hours::fail(in, {"une règle est attendue ici", "a rule is expected here"});
}

/// Steps over the separators before a rule, and says how it joins; empty rules are passed over.
rule_link read_link(reader& in, bool first) {
  rule_link link = rule_link::normal;
  for (bool separated = first;; separated = true) {
    if (hours::is(in, ";"))
      link = rule_link::normal;
    else if (hours::is(in, "||"))
      link = rule_link::fallback;
    else if (hours::is(in, ",") && !first)
      link = rule_link::additional;
    else
      return link;
    if (separated) hours::remark(in, {"cette règle est vide", "this rule is empty"});
    ++in.next;
  }
}

/// True when what a normal rule says replaces what earlier rules say of its days: see `rule_link`. A rule without days
/// replaces only another one without days.
bool takes_day(const opening_hours& before, const hours_rule& rule) {
  if (rule.link != rule_link::normal || rule.how == openness::closed) return false;
  if (selects_dates(rule)) return true;
  return rule.how == openness::open && !before.rules.empty() && !selects_dates(before.rules.back());
}

bool read_rules(reader& in, opening_hours& read) {
  const auto ends = std::count_if(in.tokens.begin(), in.tokens.end(), [](const hours::token& one) {
    return one.kind == token_kind::mark && one.word == ";";
  });
  read.rules.reserve(static_cast<std::size_t>(std::min<std::ptrdiff_t>(ends, 15)) + 1);
  while (true) {
    rule_link link = read_link(in, read.rules.empty());
    if (hours::peek(in).kind == token_kind::end) break;
    hours_rule rule;
    const bool in_fallback = !read.rules.empty() && read.rules.back().link == rule_link::fallback;
    rule.link = link == rule_link::additional && in_fallback ? rule_link::fallback : link;
    if (!read_rule(in, rule)) return false;
    rule.takes_day = takes_day(read, rule);
    read.rules.push_back(std::move(rule));
  }
  return !read.rules.empty() ||
         hours::fail(in, {"il n'y a pas d'horaires ici", "there are no opening hours here"});
}

}  // namespace

hours_reading parse_hours(std::string_view written) {
  reader in;
  opening_hours read;
  bool good = hours::cut(written, in.tokens, in.reading);
  if (good) {
    const bool french = hours::rewrite_french(in.tokens, in.reading);
    good = read_rules(in, read) && (!french || hours::says_its_hours(read, in.reading));
  }
  if (good) {
    in.reading.hours = std::move(read);
    in.reading.wrong_at = 0;
    in.reading.wrong = {};
  }
  return std::move(in.reading);
}

}  // namespace aiguillage
