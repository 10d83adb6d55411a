#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

/// Bits of bytes into rows, and rows into columns. Bit i of a word is person i. Plain loops over many words at a time,
/// without a dependence between them: compilers make vector code of them.
namespace aiguillage::batch {

/// Words that are worked on together, at most.
inline constexpr std::size_t block_words = 16;

/// Eight bytes as one word; the first is the lowest, on any machine.
[[nodiscard]] inline std::uint64_t eight_bytes(const std::uint8_t* bytes) {
  std::uint64_t word = 0;
  if constexpr (std::endian::native == std::endian::little)
    std::memcpy(&word, bytes, sizeof word);
  else
    for (unsigned i = 0; i < 8; ++i) word |= std::uint64_t{bytes[i]} << (8 * i);
  return word;
}

/// The bytes of a block by eights, each eight as a square of bits that is turned: its byte b holds bit b of each.
using turned_bytes = std::array<std::uint64_t, 8 * block_words>;

/// Turns 64 bytes for each of `words` words.
void turn(const std::uint8_t* bytes, std::size_t words, turned_bytes& turned);

/// Bit `bit` of each byte, 64 to a word.
void row_of_bit(const turned_bytes& turned, unsigned bit, std::size_t words, std::uint64_t* row);

/// Squares of 64 rows, eight of them side by side.
inline constexpr std::size_t square_words = 8;
struct alignas(64) square_row {
  std::array<std::uint64_t, square_words> words{};
};
using squares = std::array<square_row, 64>;

/// In each square, row i, bit j becomes row j, bit i.
void transpose(squares& rows);

}  // namespace aiguillage::batch
