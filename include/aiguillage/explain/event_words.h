#pragma once

#include "aiguillage/history.h"
#include "aiguillage/text.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// What happened, as it is said of the person or of the place.
[[nodiscard]] text event_words(event_kind what);

/// Why what was asked was not done.
[[nodiscard]] text reason_words(refusal_reason why);

}  // namespace aiguillage
#pragma GCC visibility pop
