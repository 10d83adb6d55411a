#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

namespace aiguillage::import {

/// Finds things that stand in an array elsewhere by their words, of which it keeps no copy.
class index_table {
 public:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  [[nodiscard]] static std::size_t hash_of(std::string_view words) {
    return std::hash<std::string_view>{}(words);
  }

  void reserve(std::size_t count) {
    std::size_t room = 16;
    while (room * 2 < count * 3) room *= 2;
    if (room > slots_.size()) spread(room);
  }

  /// The index of this hash for which `is_it` holds; none when there is none.
  template <class Same>
  [[nodiscard]] std::uint32_t find(std::size_t hash, const Same& is_it) const {
    if (slots_.empty()) return none;
    const std::uint32_t mark = mark_of(hash);
    for (std::size_t at = place_of(mark); slots_[at].index != none; at = (at + 1) & (slots_.size() - 1))
      if (slots_[at].mark == mark && is_it(slots_[at].index)) return slots_[at].index;
    return none;
  }

  /// Adds one that was not found.
  void add(std::size_t hash, std::size_t index) {
    if ((count_ + 1) * 3 > slots_.size() * 2) reserve((count_ + 1) * 2);
    put({mark_of(hash), static_cast<std::uint32_t>(index)});
    ++count_;
  }

 private:
  struct slot {
    std::uint32_t mark = 0;
    std::uint32_t index = none;
  };

  static std::uint32_t mark_of(std::size_t hash) {
    return static_cast<std::uint32_t>(hash ^ (hash >> 16U >> 16U));
  }
  [[nodiscard]] std::size_t place_of(std::uint32_t mark) const { return mark & (slots_.size() - 1); }
  void put(slot one) {
    std::size_t at = place_of(one.mark);
    while (slots_[at].index != none) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = one;
  }
  void spread(std::size_t room) {
    const std::vector<slot> before = std::exchange(slots_, std::vector<slot>(room));
    for (const slot& one : before)
      if (one.index != none) put(one);
  }

  std::vector<slot> slots_;  // a power of two; two thirds at most are taken
  std::size_t count_ = 0;
};

}  // namespace aiguillage::import
