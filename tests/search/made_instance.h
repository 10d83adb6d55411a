#pragma once

#include <cstdint>
#include <string>

#include "search/instance_file.h"

/// Instances of the routing benchmark made by a formula: the same on every machine, whatever the compiler.
namespace made_instance {

/// What to make. Of the same seed and actors, one more need only adds to the instance; of the same seed, the same needs
/// wait for the same ones.
struct recipe {
  std::uint64_t seed = 1;
  std::uint32_t actors = 40, needs = 8;
  bool coarse = true;
};

/// The instance in the text form "AIG1" (instance_file.h). Actors stand in a square of 30 km, most of them near a town; each
/// sends people to its six nearest, to four others and to the next one, in one to four modes: to explain costs no wait and
/// loses many people, to accompany takes time and loses few. Each need has at least two actors; about half of the needs
/// wait for an earlier one. All figures are assumed.
[[nodiscard]] std::string text(const recipe& of);

/// The instance itself.
[[nodiscard]] instance_file::instance make(const recipe& of);

}  // namespace made_instance
