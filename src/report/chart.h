#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aiguillage/text.h"

/// Pictures in SVG that need no colour to be read. Words are plain; identifiers are those of the page.
namespace aiguillage::report {

/// What a picture is called, and what it shows, for those who do not see it.
struct picture_words {
  std::string id;
  std::string title;
  std::string summary;
};

/// <svg> with its title and description; `inside` is markup. Numbers in pixels.
[[nodiscard]] std::string picture(const picture_words& about, double width, double height,
                                  const std::string& inside);

/// One bar of a chart, under its label.
struct bar {
  std::string label;
  std::string shown;    // the figure, in words
  double value = 0;     // not negative
  double around = 0;    // the interval on either side; 0: none
  std::string classes;  // of the bar
};

/// Bars one under the other.
struct bar_chart {
  picture_words about;
  std::vector<bar> bars;
  double full = 0;             // the value of a bar that fills the width; 0: that of the longest
  std::optional<double> mark;  // a line at this value
  std::string mark_words;
};

/// Empty without bars.
[[nodiscard]] std::string bars_svg(const bar_chart& of);

/// Somebody from whom or to whom something goes, with a flow of a size.
struct flow {
  std::size_t from = 0;  // index into flow_chart::left
  std::size_t to = 0;    // index into flow_chart::right
  double size = 0;
  std::string words;
};

/// Who on the left sends to whom on the right.
struct flow_chart {
  picture_words about;
  std::vector<std::string> left;
  std::vector<std::string> right;
  std::vector<flow> flows;
};

/// Ribbons as wide as the flows; empty without any.
[[nodiscard]] std::string flows_svg(const flow_chart& of);

/// The first characters of a label that has no more room.
[[nodiscard]] std::string shortened(const std::string& words, std::size_t most);

}  // namespace aiguillage::report
