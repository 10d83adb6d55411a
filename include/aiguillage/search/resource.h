#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>

#include "aiguillage/search/costs.h"

namespace aiguillage::search {

/// What a path uses up or gathers besides its costs (a resource extension function: Irnich and Desaulniers, 2005).
/// `enter` and `cross` move a state over an arc, in this order, and say false when the path may not go on. `complete`:
/// the path may end here, and then does. Of two paths at a vertex, the one whose `lane`s and set `open` are no more must
/// be able to do all that the other one can. `arcs_alike`: parallel arcs differ in costs only.
template <class R>
concept resource = requires(const R& r, typename R::state s, vertex v, std::uint32_t arc, std::size_t k) {
  { R::lanes } -> std::convertible_to<std::size_t>;
  { R::arcs_alike } -> std::convertible_to<bool>;
  { r.start(v) } -> std::convertible_to<typename R::state>;
  { r.enter(s, v) } -> std::convertible_to<bool>;
  { r.cross(s, v, arc) } -> std::convertible_to<bool>;
  { r.complete(s, v) } -> std::convertible_to<bool>;
  { r.open(s) } -> std::convertible_to<std::uint32_t>;
  { r.lane(s, k) } -> std::convertible_to<std::uint32_t>;
};

}  // namespace aiguillage::search
