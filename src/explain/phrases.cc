#include "explain/phrases.h"

#include <algorithm>
#include <array>
#include <limits>

namespace aiguillage {

text operator+(const text& a, const text& b) {
  return {a.in(language::fr) + b.in(language::fr), a.in(language::en) + b.in(language::en)};
}

}  // namespace aiguillage

namespace aiguillage::detail {

std::string decimal(std::int64_t thousandths) {
  std::string digits = std::to_string(thousandths / 1000);
  if (thousandths % 1000 == 0) return digits;
  std::string rest = std::to_string(1000 + thousandths % 1000).substr(1);
  rest.erase(rest.find_last_not_of('0') + 1);
  return digits + "." + rest;
}

std::string capitalised(std::string words) {
  if (words.empty()) return words;
  const auto second = words.size() > 1 ? static_cast<unsigned char>(words[1]) : 0U;
  if (words[0] >= 'a' && words[0] <= 'z') {
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  } else if (words[0] == '\xC3' && second >= 0xA0U && second <= 0xBEU && second != 0xB7U) {
    words[1] = static_cast<char>(second - 0x20U);
  }
  return words;
}

namespace {

bool holds_its_own_or(const text& label) {
  return label.fr.find(',') != std::string::npos || label.fr.find(" ou ") != std::string::npos;
}

}  // namespace

text alternatives(const std::vector<text>& labels) {
  constexpr std::size_t most = 6;
  const std::size_t shown = labels.size() > most ? most - 1 : labels.size();
  const bool apart =
      std::any_of(labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(shown), holds_its_own_or);
  const text between = apart ? text{" ; ou ", "; or "} : text{", ou ", ", or "};
  text words;
  for (std::size_t i = 0; i < shown; ++i) words = i == 0 ? labels[i] : words + between + labels[i];
  if (shown == labels.size()) return words;
  const std::string rest = std::to_string(labels.size() - shown);
  return words + between + text{rest + " autres", rest + " others"};
}

namespace {

struct unit_words {
  const char* unit;
  text one;
  text many;
};

/// Units of the facts of the contract; any other unit is said as it is written.
const std::array<unit_words, 9>& units() {
  static const std::array<unit_words, 9> known = {
      {{"days", {"jour", "day"}, {"jours", "days"}},
       {"weeks", {"semaine", "week"}, {"semaines", "weeks"}},
       {"months", {"mois", "month"}, {"mois", "months"}},
       {"years", {"an", "year"}, {"ans", "years"}},
       {"children", {"enfant", "child"}, {"enfants", "children"}},
       {"attempts", {"essai", "attempt"}, {"essais", "attempts"}},
       {"EUR per month", {"€ par mois", "per month"}, {"€ par mois", "per month"}},
       {"square metres per person",
        {"m² par personne", "m² per person"},
        {"m² par personne", "m² per person"}},
       {"EUR", {"€", ""}, {"€", ""}}}};
  return known;
}

/// Thousands apart: a space that breaks no line in French, a comma in English.
std::string grouped(const std::string& digits, const std::string& between) {
  std::string words;
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i < whole && (whole - i) % 3 == 0) words += between;
    words += digits[i];
  }
  return words;
}

}  // namespace

text number_words(std::int64_t thousandths, const std::string& unit) {
  const std::string digits = decimal(thousandths);
  text number{grouped(digits, "\u00a0"), grouped(digits, ",")};
  std::replace(number.fr.begin(), number.fr.end(), '.', ',');
  if (unit.empty()) return number;
  if (unit.starts_with("EUR")) number.en = "€" + number.en;
  for (const unit_words& one : units()) {
    if (unit != one.unit) continue;
    const text& label_fr = thousandths >= 2000 ? one.many : one.one;
    const text& label_en = thousandths != 1000 ? one.many : one.one;
    return number + text{" " + label_fr.fr, (label_en.en.empty() ? "" : " ") + label_en.en};
  }
  return number + same(" " + unit);
}

namespace {

/// Bounds strictly above or below a round figure are said by that figure.
std::int64_t rounder(std::int64_t bound, std::int64_t by) {
  return bound % 1000 != 0 && (bound + by) % 1000 == 0 ? bound + by : bound;
}

}  // namespace

namespace {

/// Answers whose label does not answer the question as it is asked; no value: a set that holds nothing.
struct own_answer {
  const char* fact;
  const char* value;
  text words;
};

const std::array<own_answer, 12>& own_answers() {
  static const std::array<own_answer, 12> known = {
      {{"joint_filing", "false", {"seul", "alone"}},
       {"joint_filing", "true", {"à deux", "as a couple"}},
       {"threatened_by_someone", "false", {"non, en sécurité", "no, safe"}},
       {"threatened_by_someone", "true", {"oui, peur de quelqu'un", "yes, afraid of someone"}},
       {"device_problem", "none", {"rien à signaler", "nothing to report"}},
       {"protection_measure", "none", {"non, personne", "no, nobody"}},
       {"already_sent_by", "", {"personne", "nobody"}},
       {"followed_by", "", {"personne", "nobody"}},
       {"refuses", "", {"non, aucun", "no, none"}},
       {"rights_never_claimed", "", {"aucune", "none"}},
       {"benefits_received", "", {"aucune", "none"}},
       {"blocked_at", "", {"nulle part", "nowhere"}}}};
  return known;
}

const text* own_answer_to(const fact& of, const std::string& value) {
  for (const own_answer& one : own_answers())
    if (of.id == one.fact && value == one.value) return &one.words;
  return nullptr;
}

/// How a number of days is said in answer to the question.
struct frame {
  const char* fact;
  text before;
  text after;
  text zero;
  text any;
};

const std::array<frame, 4>& frames() {
  static const std::array<frame, 4> known = {{{"days_until_deadline",
                                               {"dans ", "in "},
                                               {},
                                               {"aujourd'hui", "today"},
                                               {"oui, quelle que soit la date", "yes, whatever the date"}},
                                              {"days_since_letter",
                                               {"il y a ", ""},
                                               {"", " ago"},
                                               {"aujourd'hui", "today"},
                                               {"quelle que soit la date", "whatever the date"}},
                                              {"days_since_release",
                                               {"depuis ", ""},
                                               {"", " ago"},
                                               {"aujourd'hui", "today"},
                                               {"oui, quelle que soit la date", "yes, whatever the date"}},
                                              {"sick_leave_months",
                                               {"depuis ", "for "},
                                               {},
                                               {"moins d'un mois", "less than a month"},
                                               {"quelle que soit la durée", "however long"}}}};
  return known;
}

const text& whatever() {
  static const text words = {"quelle que soit la réponse", "whatever the answer"};
  return words;
}

}  // namespace

text answer_label(const fact& of, std::size_t value) {
  if (const text* own = own_answer_to(of, of.values[value].id)) return *own;
  if (of.kind == fact_kind::boolean) return value == 1 ? text{"oui", "yes"} : text{"non", "no"};
  return of.values[value].label;
}

bool has_own_answers(const fact& of) {
  return of.kind == fact_kind::boolean && of.values.size() == 2 &&
         own_answer_to(of, of.values[1].id) != nullptr;
}

text none_label(const fact& of) {
  const text* own = own_answer_to(of, "");
  return own == nullptr ? text{"rien", "none"} : *own;
}

std::vector<text> answer_labels(const fact& of, const value_set& values) {
  std::vector<text> labels;
  for (std::size_t i = 0; i < of.values.size(); ++i)
    if (values.test(i)) labels.push_back(answer_label(of, i));
  return labels;
}

text answers_words(const fact& of, const value_set& values, bool none) {
  const std::size_t all = of.values.size();
  const std::size_t some = values.count();
  if (!none && of.kind == fact_kind::set_of && some == all)
    return {"au moins une réponse", "at least one answer"};
  if (some == all) return whatever();
  if (!none && of.kind == fact_kind::one_of && all > 6 && some + 2 >= all)
    return text{"autre chose que ", "anything but "} + alternatives(answer_labels(of, ~values));
  if (some == 0) return none_label(of);
  const text words = alternatives(answer_labels(of, values));
  return none ? none_label(of) + text{", ou ", ", or "} + words : words;
}

text range_words(const fact& of, std::int64_t low, std::int64_t high) {
  const bool open_below = low <= 0;
  const bool open_above = high == std::numeric_limits<std::int64_t>::max();
  if (open_below && open_above) return whatever();
  if (low == high || (open_below && high == 0)) return number_words(high, of.unit);
  const std::int64_t over = open_below ? low : rounder(low, -1);
  const std::int64_t under = open_above ? high : rounder(high, 1);
  const text least = over == low ? text{"au moins ", "at least "} : text{"plus de ", "more than "};
  const text most = under == high ? text{"au plus ", "at most "} : text{"moins de ", "less than "};
  if (open_above) return least + number_words(over, of.unit);
  if (open_below) return most + number_words(under, of.unit);
  if (over == low && under == high)
    return number_words(low, "") + text{" à ", " to "} + number_words(high, of.unit);
  return least + number_words(over, of.unit) + text{" et ", " and "} + most + number_words(under, of.unit);
}

text number_answer(const fact& of, std::int64_t low, std::int64_t high) {
  text words = range_words(of, low, high);
  for (const frame& one : frames()) {
    if (of.id != one.fact) continue;
    if (low <= 0 && high == 0) return one.zero;
    if (low <= 0 && high == std::numeric_limits<std::int64_t>::max()) return one.any;
    return {one.before.fr + words.fr + one.after.fr, one.before.en + words.en + one.after.en};
  }
  return words;
}

namespace {

std::string bare(std::string asked) {
  if (!asked.empty() && asked.front() == '(' && asked.find(") ") != std::string::npos)
    asked.erase(0, asked.find(") ") + 2);
  const std::size_t mark = asked.rfind('?');
  return mark == std::string::npos ? asked : asked.substr(0, mark + 1);
}

}  // namespace

text asked(const fact& of) { return {bare(of.question.fr), bare(of.question.en)}; }

text answered(const fact& of, const text& answer) {
  return asked(of) + same(" ") + text{capitalised(answer.fr), capitalised(answer.en)};
}

}  // namespace aiguillage::detail
