#pragma once

#include "report/text_route.h"

/// What is said of a plan and of its stops, on a page of text as in a printed one.
namespace aiguillage::report {

/// Adds words to a list of words.
void append(std::string& to, const std::string& words, const std::string& between = " · ");

/// How many stops, hand-offs and days a plan takes.
[[nodiscard]] std::string cost_words(const page& on, const referral_plan& plan);

/// Which steps come after the date that the person has to keep; empty when none does, or when no date is known.
[[nodiscard]] std::string deadline_words(const referral_page& to, const referral_plan& plan);

/// OSM opening hours with the days in the language asked for.
[[nodiscard]] std::string hours_words(const std::string& hours, language wanted);

/// What kind of place, its address and how to reach it.
[[nodiscard]] std::string place_words(const referral_page& to, const actor& who);

/// Each need served there, with the help given; with a note, as the place may hear it.
[[nodiscard]] std::vector<std::string> served_words(const referral_page& to, const referral_stop& stop,
                                                    const handoff_note* note = nullptr);

/// Whether a place may hear of a need.
[[nodiscard]] bool is_told(const handoff_note& note, need_type_id which);

[[nodiscard]] std::string states_words(const referral_page& to, const std::vector<state_id>& states);

/// Who checks, and when, that the person was received.
[[nodiscard]] std::string follow_up_words(const referral_page& to, const referral_plan& plan,
                                          const referral_stop& stop);

/// How the person is handed over, and how far it is.
[[nodiscard]] std::string way_words(const referral_page& to, const referral_stop& stop);

/// What the person has to agree to first.
[[nodiscard]] std::string agreement_words(const referral_page& to, const referral_stop& stop);

[[nodiscard]] std::string papers_words(const referral_page& to, const referral_stop& stop);

[[nodiscard]] text refusal_words();

/// Whether the person agreed in writing, and what to do when they did not.
[[nodiscard]] text consent_words(const handoff_note& note);

/// The number of a stop and its place; an organism that decides is said to.
[[nodiscard]] std::string stop_title(const referral_page& to, const referral_plan& plan, std::size_t index);

/// A telephone number that no line breaks.
[[nodiscard]] std::string unbroken(const std::string& number);

/// What is kept whether or not the person agrees in writing.
[[nodiscard]] std::vector<fact_id> kept_only(const handoff_note& note);

/// Why there is this stop: the needs served, then the hand-off.
[[nodiscard]] std::vector<reason> reasons_told(const referral_page& to, const referral_stop& stop);

}  // namespace aiguillage::report
