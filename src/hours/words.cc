#include "hours/words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace aiguillage::hours {
namespace {

constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};

/// `word` is the whole of a name, its first three letters or, when `two`, its first two.
template <std::size_t N>
found_word named(const std::array<std::string_view, N>& names, std::string_view word, std::size_t usual) {
  for (std::size_t i = 0; i < N; ++i)
    if (word == names[i] || word == names[i].substr(0, 3) || word == names[i].substr(0, usual))
      return {static_cast<int>(i), word.size() == usual};
  return {};
}

/// A Latin-1 letter, the second byte of its UTF-8 form, without its accent.
char plain(char second) {
  constexpr std::string_view letters = "aaaaaaaceeeeiiiidnooooo ouuuuyts";
  return letters[static_cast<unsigned char>(second) % 32];
}

/// Lower case, without accents, each run of anything but letters as one space, with a space at both ends.
std::string spoken(std::string_view comment) {
  std::string words = " ";
  for (std::size_t i = 0; i < comment.size(); ++i) {
    char c = comment[i];
    if (c == '\xC3' && i + 1 < comment.size()) c = plain(comment[++i]);
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c >= 'a' && c <= 'z')
      words += c;
    else if (words.back() != ' ')
      words += ' ';
  }
  return words.back() == ' ' ? words : words + ' ';
}

bool has_word(const std::string& words, std::string_view one) {
  return words.find(" " + std::string(one) + " ") != std::string::npos;
}

}  // namespace

found_word weekday_named(std::string_view word) { return named(weekdays, word, 2); }

found_word month_named(std::string_view word) {
  found_word found = named(months, word, 3);
  if (found.index >= 0) ++found.index;
  return found;
}

bool speaks_of_appointment(std::string_view comment) {
  const std::string words = spoken(comment);
  constexpr std::array<std::string_view, 7> yes{"rendez vous", "rendezvous", "rdv",         "r d v",
                                                "appointment", "appt",       "appointments"};
  constexpr std::array<std::string_view, 5> no{"sans", "without", "no", "hors", "pas de"};
  const auto said = [&](std::string_view one) { return has_word(words, one); };
  return std::any_of(yes.begin(), yes.end(), said) && std::none_of(no.begin(), no.end(), said);
}

}  // namespace aiguillage::hours
