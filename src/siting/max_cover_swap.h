#pragma once

#include "siting/max_cover_instance.h"

/// Good sets of open places, without proof.
namespace aiguillage::siting {

/// Candidates of an instance and what they cover in it.
struct cover_set {
  std::vector<std::uint32_t> open;
  std::int64_t covered = 0;
};

/// Opens what `from` holds, then, one after the other, the candidate that adds most, up to the number wanted; then exchanges
/// one open candidate for a closed one, the best for each in turn, while that covers more.
[[nodiscard]] cover_set filled_and_improved(const cover_instance& at, const std::vector<std::uint32_t>& from);

/// Exchanges a few candidates of a full set at random, improves it again and keeps what covers no less, so many times.
[[nodiscard]] cover_set shaken(const cover_instance& at, cover_set from, std::size_t times);

}  // namespace aiguillage::siting
