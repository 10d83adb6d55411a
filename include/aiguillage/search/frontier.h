#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <utility>
#include <vector>

namespace aiguillage::search {

/// A list of points, each `Width` numbers (smaller is better) and a set of bits (fewer is better), that tells whether
/// one of them is no worse than a given one. Kept in blocks of columns that compilers turn into vector code.
template <class Lane, std::size_t Width>
class frontier {
 public:
  using point = std::array<Lane, Width>;  // smaller is better
  static constexpr std::size_t block_size = 32;
  using columns = std::array<std::array<Lane, block_size>, Width>;  // as many points as a block has

  /// Takes all points out, and keeps their memory.
  void clear() { size_ = 0; }
  /// How many points there are.
  [[nodiscard]] std::size_t size() const { return size_; }
  /// The numbers of the point at place i; its place may change with `dominates` and `erase_dominated`.
  [[nodiscard]] point at(std::size_t i) const {
    point result;
    for (std::size_t k = 0; k < Width; ++k) result[k] = blocks_[i / block_size].lane[k][i % block_size];
    return result;
  }

  /// Adds a point with its set of bits, without comparing it to the others.
  void push(const point& values, Lane bits) {
    if (size_ % block_size == 0) {
      if (blocks_.size() == size_ / block_size) blocks_.emplace_back();
      blocks_[size_ / block_size].lane[0].fill(std::numeric_limits<Lane>::max());
    }
    put(size_++, values, bits);
    ++changes_;
  }

  /// True when some point is at most `values` in every number and has no bit outside `bits`; with `Subset` false, when
  /// it has the very same bits. Looks from `first_block` on.
  template <bool Subset>
  [[nodiscard]] bool dominates(const point& values, Lane bits, std::size_t first_block = 0) {
    const std::size_t blocks = (size_ + block_size - 1) / block_size;
    for (std::size_t b = first_block; b < blocks; ++b) {
      std::array<std::uint8_t, block_size> hit;
      if (!blocks_[b].template test<Subset>(values, bits, hit)) continue;
      if (b > 0) promote(b, hit);
      return true;
    }
    return false;
  }

  /// For each point of `of`, a bit: set when none of the first block is at most that one in every number, whatever its
  /// bits. All points are compared at once, so nothing is guessed ahead.
  [[nodiscard]] std::uint32_t pass_first_block(const columns& of) const {
    std::array<Lane, block_size> least;  // 0: some point is worse in nothing
    least.fill(std::numeric_limits<Lane>::max());
    const std::size_t count = std::min(size_, block_size);
    for (std::size_t p = 0; p < count; ++p) {
      std::array<Lane, block_size> worse{};
      for (std::size_t k = 0; k < Width; ++k) {
        const Lane number = blocks_[0].lane[k][p];
        for (std::size_t i = 0; i < block_size; ++i)
          worse[i] |= static_cast<Lane>(std::max(of[k][i], number) ^ of[k][i]);
      }
      for (std::size_t i = 0; i < block_size; ++i) least[i] = std::min(least[i], worse[i]);
    }
    std::uint32_t pass = 0;
    for (std::size_t i = 0; i < block_size; ++i) pass |= std::uint32_t{least[i] != 0} << i;
    return pass;
  }

  /// Goes up each time that points come, go or change places.
  [[nodiscard]] std::size_t changes() const { return changes_; }

  /// Removes every point that is at least `values` in every number, whatever its bits; false when there is none.
  bool erase_dominated(const point& values) {
    std::size_t kept = first_dominated(values);
    if (kept == size_) return false;
    ++changes_;
    for (std::size_t i = kept; i < size_; ++i) {
      const point one = at(i);
      bool worse = true;
      for (std::size_t k = 0; k < Width; ++k) worse &= one[k] >= values[k];
      if (worse) continue;
      put(kept++, one, blocks_[i / block_size].bits[i % block_size]);
    }
    for (std::size_t i = kept; i < size_; ++i)
      blocks_[i / block_size].lane[0][i % block_size] = std::numeric_limits<Lane>::max();
    size_ = kept;
    return true;
  }

 private:
  struct block {
    columns lane;  // unused entries: the greatest number in lane 0
    std::array<Lane, block_size> bits;

    /// The entries that dominate; false when there is none.
    template <bool Subset>
    bool test(const point& values, Lane wanted, std::array<std::uint8_t, block_size>& hits) const {
      const auto unwanted = static_cast<Lane>(~wanted);
      std::array<Lane, block_size> worse;  // not 0: the entry is worse in something
      for (std::size_t i = 0; i < block_size; ++i)
        worse[i] = static_cast<Lane>(Subset ? bits[i] & unwanted : bits[i] ^ wanted);
      for (std::size_t k = 0; k < Width; ++k)
        for (std::size_t i = 0; i < block_size; ++i)
          worse[i] |= static_cast<Lane>(std::max(lane[k][i], values[k]) ^ values[k]);
      for (std::size_t i = 0; i < block_size; ++i) hits[i] = worse[i] == 0 ? 1 : 0;
      return any(hits);
    }
  };

  /// Whether one of them is not 0, eight at a time.
  static bool any(const std::array<std::uint8_t, block_size>& of) {
    std::array<std::uint64_t, block_size / sizeof(std::uint64_t)> words;
    std::memcpy(words.data(), of.data(), sizeof words);
    std::uint64_t all = 0;
    for (const std::uint64_t word : words) all |= word;
    return all != 0;
  }

  /// The first point that is at least `values` in every number; `size_` when there is none.
  [[nodiscard]] std::size_t first_dominated(const point& values) const {
    for (std::size_t first = 0; first < size_; first += block_size) {
      const block& one = blocks_[first / block_size];
      std::array<Lane, block_size> better{};  // 0: the entry is better in nothing
      for (std::size_t k = 0; k < Width; ++k)
        for (std::size_t i = 0; i < block_size; ++i)
          better[i] |= static_cast<Lane>(std::min(one.lane[k][i], values[k]) ^ values[k]);
      const std::size_t count = std::min(size_ - first, block_size);
      for (std::size_t i = 0; i < count; ++i)
        if (better[i] == 0) return first + i;
    }
    return size_;
  }

  void put(std::size_t i, const point& values, Lane bits) {
    for (std::size_t k = 0; k < Width; ++k) blocks_[i / block_size].lane[k][i % block_size] = values[k];
    blocks_[i / block_size].bits[i % block_size] = bits;
  }

  /// A point that dominates once does so again: it moves to the first block (a self-organising list).
  void promote(std::size_t b, const std::array<std::uint8_t, block_size>& hit) {
    ++changes_;
    std::size_t i = 0;
    while (hit[i] == 0) ++i;
    const std::size_t from = b * block_size + i, to = turn_++ % block_size;
    const point first = at(to), found = at(from);
    const Lane first_bits = blocks_[0].bits[to], found_bits = blocks_[b].bits[i];
    put(to, found, found_bits);
    put(from, first, first_bits);
  }

  std::vector<block> blocks_;
  std::size_t size_ = 0, turn_ = 0, changes_ = 0;
};

}  // namespace aiguillage::search
