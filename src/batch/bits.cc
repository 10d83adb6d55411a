#include "batch/bits.h"

namespace aiguillage::batch {
namespace {

// Exchanges the bits of `low` in one word with those `by` higher in the other.
void exchange(std::uint64_t& one, std::uint64_t& other, unsigned by, std::uint64_t low) {
  const std::uint64_t moved = ((one >> by) ^ other) & low;
  one ^= moved << by;
  other ^= moved;
}

// On copies, which cannot be the same row: else no vector code is made.
void exchange(square_row& one, square_row& other, std::size_t by, std::uint64_t low) {
  square_row a = one;
  square_row b = other;
  for (std::size_t w = 0; w < square_words; ++w)
    exchange(a.words[w], b.words[w], static_cast<unsigned>(by), low);
  one = a;
  other = b;
}

// Two rounds at once: rows 2 * `apart` from each other, then `apart`.
void exchange_rows(squares& rows, std::size_t apart, std::uint64_t low_of_far, std::uint64_t low) {
  for (std::size_t first = 0; first < rows.size(); first += 4 * apart)
    for (std::size_t i = first; i < first + apart; ++i) {
      exchange(rows[i], rows[i + 2 * apart], 2 * apart, low_of_far);
      exchange(rows[i + apart], rows[i + 3 * apart], 2 * apart, low_of_far);
      exchange(rows[i], rows[i + apart], apart, low);
      exchange(rows[i + 2 * apart], rows[i + 3 * apart], apart, low);
    }
}

// Eight bytes as a square of bits, turned over its diagonal.
constexpr std::uint64_t turned_square(std::uint64_t square) {
  const auto swap = [&](unsigned by, std::uint64_t low) {
    const std::uint64_t moved = (square ^ (square >> by)) & low;
    square ^= moved ^ (moved << by);
  };
  swap(7, 0x00AA00AA00AA00AA);
  swap(14, 0x0000CCCC0000CCCC);
  swap(28, 0x00000000F0F0F0F0);
  return square;
}

}  // namespace

void turn(const std::uint8_t* bytes, std::size_t words, turned_bytes& turned) {
  for (std::size_t i = 0; i < 8 * words; ++i) turned[i] = turned_square(eight_bytes(bytes + 8 * i));
}

void row_of_bit(const turned_bytes& turned, unsigned bit, std::size_t words, std::uint64_t* row) {
  std::array<std::uint8_t, 8 * block_words> bytes;  // NOLINT(*-member-init): what is read is written before
  for (std::size_t i = 0; i < 8 * words; ++i) bytes[i] = static_cast<std::uint8_t>(turned[i] >> (8 * bit));
  for (std::size_t w = 0; w < words; ++w) row[w] = eight_bytes(bytes.data() + 8 * w);
}

void transpose(squares& rows) {
  exchange_rows(rows, 16, 0x00000000FFFFFFFF, 0x0000FFFF0000FFFF);
  exchange_rows(rows, 4, 0x00FF00FF00FF00FF, 0x0F0F0F0F0F0F0F0F);
  exchange_rows(rows, 1, 0x3333333333333333, 0x5555555555555555);
}

}  // namespace aiguillage::batch
