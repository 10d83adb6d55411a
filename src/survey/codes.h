#pragma once

#include <array>

/// Every code that the survey of a territory may emit; tests/survey shows each.
namespace aiguillage::surveying::code {

// Hours.
inline constexpr const char* never_open = "never-open";
inline constexpr const char* rarely_open = "rarely-open";
inline constexpr const char* reversed_hours = "reversed-hours";
inline constexpr const char* night_hours = "night-hours";
inline constexpr const char* overlapping_hours = "overlapping-hours";

// Records.
inline constexpr const char* stale_record = "stale-record";
inline constexpr const char* undated_record = "undated-record";
inline constexpr const char* same_name = "same-name";

// Places.
inline constexpr const char* no_point = "no-point";
inline constexpr const char* outside_france = "outside-france";
inline constexpr const char* far_from_commune = "far-from-commune";
inline constexpr const char* outside_commune = "outside-commune";

// Needs and rights.
inline constexpr const char* need_without_actor = "need-without-actor";
inline constexpr const char* need_below_minimum = "need-below-minimum";
inline constexpr const char* need_on_condition = "need-on-condition";
inline constexpr const char* need_first_level = "need-first-level";
inline constexpr const char* need_left_out = "need-left-out";
inline constexpr const char* single_actor = "single-actor";
inline constexpr const char* right_without_operator = "right-without-operator";
inline constexpr const char* right_without_help = "right-without-help";
inline constexpr const char* right_left_out = "right-left-out";

// Dead ends.
inline constexpr const char* idle_actor = "idle-actor";
inline constexpr const char* empty_site = "empty-site";
inline constexpr const char* missing_state = "missing-state";
inline constexpr const char* unreachable_actor = "unreachable-actor";
inline constexpr const char* professionals_only = "professionals-only";

// The network.
inline constexpr const char* referral_loop = "referral-loop";
inline constexpr const char* single_point = "single-point";
inline constexpr const char* short_capacity = "short-capacity";

inline constexpr std::array all{never_open,
                                rarely_open,
                                reversed_hours,
                                night_hours,
                                overlapping_hours,
                                stale_record,
                                undated_record,
                                same_name,
                                no_point,
                                outside_france,
                                far_from_commune,
                                outside_commune,
                                need_without_actor,
                                need_below_minimum,
                                need_on_condition,
                                need_first_level,
                                need_left_out,
                                single_actor,
                                right_without_operator,
                                right_without_help,
                                right_left_out,
                                idle_actor,
                                empty_site,
                                missing_state,
                                unreachable_actor,
                                professionals_only,
                                referral_loop,
                                single_point,
                                short_capacity};

}  // namespace aiguillage::surveying::code
