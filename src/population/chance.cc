#include "population/chance.h"

#include <Random123/philox.h>

namespace aiguillage {

std::uint64_t chance(const person_number& who, std::uint32_t draw, std::uint32_t part) {
  const auto low = [](std::uint64_t word) { return static_cast<std::uint32_t>(word); };
  const auto high = [](std::uint64_t word) { return static_cast<std::uint32_t>(word >> 32U); };
  // Persons have 40 bits, draws 14 and their parts 10.
  const std::uint32_t purpose = (draw << 10U) | part;
  const r123::Philox4x32::ctr_type counter{
      {low(who.number), high(who.number) << 24U | purpose, who.stream, 0}};
  const r123::Philox4x32::key_type key{{low(who.seed), high(who.seed)}};
  const r123::Philox4x32::ctr_type bits = r123::Philox4x32()(counter, key);
  return static_cast<std::uint64_t>(bits[1]) << 32U | bits[0];
}

}  // namespace aiguillage
