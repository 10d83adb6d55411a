#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/follow.h"
#include "france.h"

/// The pack of France, a neutral and a real territory, and what happens in them, written as files are.
namespace aiguillage::follow_tests {

[[nodiscard]] const territory& rennes();
[[nodiscard]] const territory& neutral();

/// The person of examples/situations/rennes.yaml, on 2026-11-24.
[[nodiscard]] const situation& woman();

/// The events of a list written as in a file, without the line `events:`.
[[nodiscard]] history events_of(const std::string& list);

/// What the events of a list teach about a person.
[[nodiscard]] learnt after(const territory& land, const situation& person, const std::string& list,
                           const std::string& today = {});

[[nodiscard]] need_key key_of(const std::string& name);
[[nodiscard]] std::string name_of(const need_key& which);
[[nodiscard]] std::vector<std::string> names_of(const std::vector<need_key>& needs);
[[nodiscard]] std::vector<std::string> codes_of(const learnt& of);

/// One line for each closing: `actor need reason until`, sorted.
[[nodiscard]] std::vector<std::string> closings_of(const territory& land, const learnt& of);

/// A plan in words: `actor@day: need need > …`, deciding steps with `!`.
[[nodiscard]] std::string drawn(const territory& land, const referral& of);

/// The path of a person, and what it points into.
struct path_now {
  qualification found;
  referral proposed;
};
void route(path_now& into, const territory& land, const situation& person, int count = 1);

/// Names of the certain needs of a person.
[[nodiscard]] std::vector<std::string> certain(const situation& person);

/// What is known of a fact that counts; -1 when nothing is.
[[nodiscard]] std::int64_t number_of(const situation& person, const std::string& name);

/// The page and the data of the path that is left, in the neutral territory.
[[nodiscard]] std::string page_of(const learnt& of, language wanted);
[[nodiscard]] std::string data_of(const learnt& of);

/// Words that may have been broken into lines.
[[nodiscard]] std::string on_one_line(std::string words);

/// An appointment on day 12, made on day 1.
inline constexpr const char* booked =
    "  - {day: 1, actor: ccas, what: booked, needs: [rent_arrears], for: 12, at: \"14:30\", owner: "
    "social_centre}\n";

}  // namespace aiguillage::follow_tests
