#pragma once

#include "aiguillage/referral.h"

/// A small world written by hand: two needs, three places, one plan.
namespace aiguillage::report_sample {

struct world {
  pack rules;
  territory land;
  situation person;
  qualification found;
  referral proposed;
};

inline constexpr std::size_t rent = 0;  // needs
inline constexpr std::size_t password = 1;
inline constexpr std::size_t months = 0;  // facts
inline constexpr std::size_t lost = 1;
inline constexpr std::size_t distress = 2;
inline constexpr std::size_t consent = 3;
inline constexpr std::size_t desk = 4;

/// The world in place: what it holds points into itself.
void build(world& into);

}  // namespace aiguillage::report_sample
