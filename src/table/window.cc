#include "table/window.h"

#include <cstdint>
#include <cstring>
#include <utility>

namespace aiguillage::table {
namespace {

constexpr std::size_t piece = std::size_t{1} << 17U;

/// A word with a byte of zero, seen by its top bits.
constexpr std::uint64_t zeros(std::uint64_t word) {
  return (word - 0x0101010101010101U) & ~word & 0x8080808080808080U;
}

/// The first \n or \r, or the size.
std::size_t line_break(std::string_view text, std::size_t at) {
  constexpr std::uint64_t feeds = 0x0A0A0A0A0A0A0A0AU;
  constexpr std::uint64_t returns = 0x0D0D0D0D0D0D0D0DU;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((zeros(word ^ feeds) | zeros(word ^ returns)) != 0) break;
  }
  while (at < text.size() && text[at] != '\n' && text[at] != '\r') ++at;
  return at;
}

}  // namespace

void window::take_mark(std::string& bytes) {
  const auto begins = [&](std::string_view mark) { return std::string_view(bytes).starts_with(mark); };
  const bool big = begins("\xFE\xFF");
  if (big || begins("\xFF\xFE")) {
    utf16_.emplace();
    utf16_->big_endian = big;
    bytes.erase(0, 2);
  } else if (begins("\xEF\xBB\xBF")) {
    bytes.erase(0, 3);
  }
}

void window::grow() {
  if (begin_ >= buffer_.size() / 2) buffer_.erase(0, std::exchange(begin_, std::size_t{0}));
  const std::size_t before = buffer_.size();
  buffer_.resize(before + piece);
  std::size_t got = 0;
  while (got < piece) {
    const std::size_t more = from_(buffer_.data() + before + got, piece - got);
    if (more == 0) break;
    got += more;
  }
  ended_ = got < piece;
  buffer_.resize(before + got);
  if (!std::exchange(started_, true)) take_mark(buffer_);
  if (!utf16_) return;
  const std::string bytes = buffer_.substr(before);
  buffer_.resize(before);
  utf16_->append(bytes, buffer_);
  if (ended_) utf16_->finish(buffer_);
}

physical_line line_at(window& in, std::size_t from, std::size_t most) {
  std::size_t seen = from;
  for (;;) {
    const std::string_view text = in.text();
    const std::size_t at = line_break(text, seen);
    const bool found = at < text.size();
    if (at - from > most) return {0, 0, true};
    const bool return_alone = found && text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
    if (found && (!return_alone || at + 1 < text.size() || in.ended()))
      return {at - from, std::size_t{text[at] == '\r' && !return_alone ? 2U : 1U}, false};
    if (in.ended()) return {text.size() - from, 0, false};
    seen = at;
    in.grow();
  }
}

void drop_line(window& in) {
  for (;;) {
    const std::size_t at = line_break(in.text(), 0);
    in.drop(at);
    if (!in.text().empty() || in.ended()) break;
    in.grow();
  }
  if (in.text().starts_with('\r')) {
    in.drop(1);
    if (in.text().empty() && !in.ended()) in.grow();
    if (in.text().starts_with('\n')) in.drop(1);
  } else if (in.text().starts_with('\n')) {
    in.drop(1);
  }
}

}  // namespace aiguillage::table
