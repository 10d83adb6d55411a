#pragma once

#include <array>

/// Every code that the lint of packs may emit; tests/lint/planted shows each.
namespace aiguillage::lint::code {

// Conditions.
inline constexpr const char* never_true = "never-true";
inline constexpr const char* always_true = "always-true";
inline constexpr const char* only_known = "only-known";
inline constexpr const char* dead_branch = "dead-branch";
inline constexpr const char* idle_exception = "idle-exception";
inline constexpr const char* cannot_arise = "cannot-arise";
inline constexpr const char* too_large = "too-large";

// Rules beside other rules.
inline constexpr const char* subsumed_rule = "subsumed-rule";
inline constexpr const char* shadowed_rule = "shadowed-rule";
inline constexpr const char* shadowed_row = "shadowed-row";

// Who serves what.
inline constexpr const char* never_needed = "never-needed";
inline constexpr const char* never_serves = "never-serves";
inline constexpr const char* idle_help = "idle-help";
inline constexpr const char* unserved_need = "unserved-need";
inline constexpr const char* unserved_minimum = "unserved-minimum";
inline constexpr const char* undecided_right = "undecided-right";

// States.
inline constexpr const char* unproduced_state = "unproduced-state";
inline constexpr const char* state_cycle = "state-cycle";

// Facts, sources, dates, texts.
inline constexpr const char* unread_fact = "unread-fact";
inline constexpr const char* no_source = "no-source";
inline constexpr const char* expired_rule = "expired-rule";
inline constexpr const char* review_due = "review-due";
inline constexpr const char* same_text = "same-text";

inline constexpr std::array all{
    never_true,  always_true,   only_known,       dead_branch,     idle_exception,   cannot_arise,
    too_large,   subsumed_rule, shadowed_rule,    shadowed_row,    never_needed,     never_serves,
    idle_help,   unserved_need, unserved_minimum, undecided_right, unproduced_state, state_cycle,
    unread_fact, no_source,     expired_rule,     review_due,      same_text};

}  // namespace aiguillage::lint::code
