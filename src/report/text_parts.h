#pragma once

#include "aiguillage/explain.h"
#include "report/page.h"

/// Parts of the pages for people that several verbs share.
namespace aiguillage::report {

/// Title on the left, a remark at the right edge, and a double rule.
void title(page& on, const text& words, const std::string& remark);

/// The overall urgency, within which time, and why.
void urgency_part(page& on, const pack& rules, const qualification& found);

/// At most `most` open questions, best first.
void questions_part(page& on, const pack& rules, const qualification& found, std::size_t most);

/// What the days and times of a page rest on; `land` is nullptr when no plan is asked for.
[[nodiscard]] text clock_words(const pack& rules, const territory* land, const situation& person);

/// What holds whatever the person: the clock, the rules, what is not decided here.
void notes_part(page& on, const pack& rules, const territory* land, const situation& person);

/// The words, then their sources.
[[nodiscard]] std::string with_sources(const reason& one, const page& on);

/// The first letter in upper case; letters outside ASCII as they are, but for accented ones of Latin-1.
[[nodiscard]] std::string sentence(std::string words);

inline constexpr std::array<const char*, 3> lane_titles_fr = {"NUMÉRIQUE", "ADMINISTRATIF", "SOCIAL"};
inline constexpr std::array<const char*, 3> lane_titles_en = {"DIGITAL", "ADMINISTRATIVE", "SOCIAL"};
[[nodiscard]] inline text lane_title(std::size_t lane) {
  return {lane_titles_fr[lane], lane_titles_en[lane]};
}

}  // namespace aiguillage::report
