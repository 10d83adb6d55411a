#pragma once

#include <array>

namespace aiguillage::lint {

/// The facts that the engine reads by their name, whatever the rules say.
inline constexpr std::array engine_facts{"asked_at",         "consent",          "days_until_deadline",
                                         "digital_autonomy", "request_organism", "request",
                                         "request_right"};

}  // namespace aiguillage::lint
