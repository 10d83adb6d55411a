#include "report/chart.h"

#include <algorithm>

#include "report/map_frame.h"
#include "report/markup.h"
#include "report/page.h"

namespace aiguillage::report {
namespace {

constexpr double bars_width = 360;
constexpr double bar_room = 250;  // beside it stands its figure
constexpr double row_height = 36;
constexpr double flows_width = 760;
constexpr double flow_left = 230;  // the inner edges of the labels
constexpr double flow_right = 530;
constexpr double node_width = 12;
constexpr double gap = 16;

std::string text_at(double x, double y, const std::string& words, const std::string& more = "") {
  return "<text" + attribute("x", pixels(x)) + attribute("y", pixels(y)) + more + ">" + escaped(words) +
         "</text>\n";
}

std::string box(double x, double y, double width, double height, const std::string& classes) {
  return "<rect" + attribute("class", classes) + attribute("x", pixels(x)) + attribute("y", pixels(y)) +
         attribute("width", pixels(width)) + attribute("height", pixels(height)) + " />\n";
}

std::string line(const std::string& path) { return "<path class=\"axis\" d=\"" + path + "\" />\n"; }

std::string whisker(double low, double high, double y) {
  return line("M" + pixels(low) + " " + pixels(y - 3) + "v6m0 -3H" + pixels(high) + "m0 -3v6");
}

double full_of(const bar_chart& of) {
  double full = of.full;
  if (full <= 0)
    for (const bar& one : of.bars) full = std::max(full, one.value + one.around);
  return full > 0 ? full : 1;
}

std::string bar_row(const bar& one, double y, double full, std::optional<double> mark) {
  const auto at = [&](double value) { return std::clamp(value / full, 0.0, 1.0) * bar_room; };
  constexpr std::size_t most = 52;
  constexpr double down = 16;
  std::string drawn = text_at(0, y + 11, shortened(one.label, most));
  drawn += box(0, y + down, bar_room, 12, "room");
  drawn += box(0, y + down, at(one.value), 12, "bar " + one.classes);
  if (mark)
    drawn += "<path class=\"mark\" d=\"M" + pixels(at(*mark)) + " " + pixels(y + down - 2) + "v16\" />\n";
  if (one.around > 0) drawn += whisker(at(one.value - one.around), at(one.value + one.around), y + down + 6);
  return drawn + text_at(bar_room + 6, y + down + 10, one.shown, " class=\"figure\"");
}

/// Where ribbons leave one side: each thing has its height, and those drawn before took some of it.
struct side {
  std::vector<double> top;
  std::vector<double> size;
};

side side_of(const flow_chart& of, bool left, double scale) {
  side made{{}, std::vector<double>(left ? of.left.size() : of.right.size())};
  for (const flow& one : of.flows) made.size[left ? one.from : one.to] += one.size * scale;
  double y = gap;
  for (const double each : made.size) {
    made.top.push_back(y);
    y += std::max(each, 2.0) + gap;
  }
  return made;
}

double height_of(const side& of) {
  return of.top.empty() ? 0 : of.top.back() + std::max(of.size.back(), 2.0) + gap;
}

std::string ribbon(const flow& one, double from, double to, double size) {
  const double middle = (flow_left + flow_right) / 2;
  const double x0 = flow_left + node_width;
  const double x1 = flow_right - node_width;
  const auto bend = [&](double y0, double y1, double x) {
    return "C" + pixels(middle) + " " + pixels(y0) + " " + pixels(middle) + " " + pixels(y1) + " " +
           pixels(x) + " " + pixels(y1);
  };
  return "<path class=\"ribbon f" + std::to_string(one.from % 4) + "\" d=\"M" + pixels(x0) + " " +
         pixels(from) + bend(from, to, x1) + "v" + pixels(size) + bend(to + size, from + size, x0) +
         "z\"><title>" + escaped(one.words) + "</title></path>\n";
}

std::string nodes(const flow_chart& of, const side& on, bool left) {
  constexpr std::size_t most = 34;
  std::string drawn;
  for (std::size_t i = 0; i < on.top.size(); ++i) {
    const double size = std::max(on.size[i], 2.0);
    const double middle = on.top[i] + size / 2 + 4;
    drawn += box(left ? flow_left : flow_right - node_width, on.top[i], node_width, size, "node");
    drawn += left ? text_at(flow_left - 6, middle, shortened(of.left[i], most), " text-anchor=\"end\"")
                  : text_at(flow_right + 6, middle, shortened(of.right[i], most));
  }
  return drawn;
}

}  // namespace

std::string shortened(const std::string& words, std::size_t most) {
  return width_of(words) <= most ? words : wrapped(words, most - 1).front() + "…";
}

std::string picture(const picture_words& about, double width, double height, const std::string& inside) {
  return "<svg role=\"img\"" + attribute("viewBox", "0 0 " + pixels(width) + " " + pixels(height)) +
         attribute("aria-labelledby", about.id + "-t " + about.id + "-d") + ">\n<title" +
         attribute("id", about.id + "-t") + ">" + escaped(about.title) + "</title>\n<desc" +
         attribute("id", about.id + "-d") + ">" + escaped(about.summary) + "</desc>\n" + inside + "</svg>\n";
}

std::string bars_svg(const bar_chart& of) {
  if (of.bars.empty()) return "";
  const double full = full_of(of);
  const double head = of.mark ? 18 : 0;
  const double height = head + row_height * static_cast<double>(of.bars.size());
  std::string drawn;
  for (std::size_t i = 0; i < of.bars.size(); ++i)
    drawn += bar_row(of.bars[i], head + row_height * static_cast<double>(i), full, of.mark);
  if (of.mark && *of.mark <= full) {
    const double x = *of.mark / full * bar_room;
    drawn += text_at(x, 11, of.mark_words, " text-anchor=\"end\" class=\"figure\"");
  }
  return picture(of.about, bars_width, height, drawn);
}

std::string flows_svg(const flow_chart& of) {
  double all = 0;
  for (const flow& one : of.flows) all += one.size;
  if (all <= 0) return "";
  constexpr double tall = 340;
  const side left = side_of(of, true, tall / all);
  const side right = side_of(of, false, tall / all);
  side taken_left = left;
  side taken_right = right;
  std::string drawn;
  for (const flow& one : of.flows) {
    const double size = one.size * tall / all;
    drawn += ribbon(one, taken_left.top[one.from], taken_right.top[one.to], size);
    taken_left.top[one.from] += size;
    taken_right.top[one.to] += size;
  }
  drawn += nodes(of, left, true) + nodes(of, right, false);
  return picture(of.about, flows_width, std::max(height_of(left), height_of(right)), drawn);
}

}  // namespace aiguillage::report
