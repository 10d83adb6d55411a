#pragma once

#include <array>

namespace aiguillage::lint {

/// The facts that the engine reads by their name, whatever the rules say.
inline constexpr std::array engine_facts{
    "access_needs", "asked_at", "can_travel",       "consent", "days_until_deadline", "digital_autonomy",
    "equipment",    "mailbox",  "request_organism", "request", "request_right",       "travel_means"};

}  // namespace aiguillage::lint
