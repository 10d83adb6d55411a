#pragma once

#include "report/stop_words.h"

namespace aiguillage::report {

/// The page that goes with the person to a stop: when, where, what for, what to bring, what to tell. It says nothing
/// that is kept back; after a refusal, when and where only.
[[nodiscard]] std::string note_html(const referral_page& to, const referral_plan& plan, std::size_t index);

/// What whoever sends the person keeps about a stop: what to ask first, what to keep back, when to check. Empty when
/// there is nothing.
[[nodiscard]] std::string own_html(const referral_page& to, const referral_plan& plan, std::size_t index);

}  // namespace aiguillage::report
