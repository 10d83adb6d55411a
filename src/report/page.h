#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "aiguillage/report/text.h"

/// A page of text in a fixed width, counted in characters.
namespace aiguillage::report {

inline constexpr std::size_t page_width = 100;

/// Characters of a UTF-8 text.
[[nodiscard]] std::size_t width_of(std::string_view utf8);

/// The text, followed by spaces up to a width.
[[nodiscard]] std::string padded(std::string words, std::size_t width);

/// Lines of at most `width` characters, broken at spaces; a longer word is cut.
[[nodiscard]] std::vector<std::string> wrapped(const std::string& words, std::size_t width);

enum class ink { plain, bold, faint, digital, administrative, social };
inline constexpr std::array<ink, 3> lane_inks = {ink::digital, ink::administrative, ink::social};

struct page {
  text_style style;
  std::string out;

  [[nodiscard]] const std::string& say(const text& words) const { return words.in(style.wanted); }
  [[nodiscard]] std::string inked(ink with, const std::string& words) const;

  void line(const std::string& words = {});
  void paragraph(const std::string& words, std::size_t indent = 0, ink with = ink::plain);
  /// `lead` once, in bold when asked, then the words wrapped behind it.
  void hanging(const std::string& lead, const std::string& words, std::size_t indent,
               ink lead_ink = ink::plain, ink with = ink::plain);
  void bullet(const std::string& words, std::size_t indent, ink with = ink::plain);
  /// A heading after an empty line, with a rule to the right edge.
  void heading(const text& words);
};

}  // namespace aiguillage::report
