#include "aiguillage/report/dot.h"

#include <algorithm>

#include "aiguillage/explain/place.h"
#include "report/dates.h"
#include "report/text_parts.h"

namespace aiguillage {
namespace {

struct drawing {
  const pack& rules;
  const territory& land;
  const situation& person;
  const referral_plan& plan;
  language wanted;
  std::string out;
};

std::string quoted(const std::string& words) {
  std::string result = "\"";
  for (const char one : words) {
    if (one == '"' || one == '\\') result += '\\';
    result += one;
  }
  return result + "\"";
}

/// A label of several lines: a line break is not a backslash of the words.
std::string label(const std::vector<std::string>& lines) {
  std::string result = "\"";
  for (const std::string& one : lines) {
    const std::string words = quoted(one);
    result += (result.size() > 1 ? "\\n" : "") + words.substr(1, words.size() - 2);
  }
  return result + "\"";
}

/// A stop has one node in each lane that it serves; the first one stands for it in the edges.
std::string node_name(int stop, std::size_t lane) {
  return "s" + std::to_string(stop + 1) + "_" + dimension_names[lane];
}

bool in_lane(const drawing& to, int stop, std::size_t lane) {
  const auto& stops = to.plan.lanes[lane];
  return std::find(stops.begin(), stops.end(), stop) != stops.end();
}

std::string main_node(const drawing& to, int stop) {
  for (std::size_t lane = 0; lane < 3; ++lane)
    if (in_lane(to, stop, lane)) return node_name(stop, lane);
  return "s" + std::to_string(stop + 1);
}

std::string node_label(const drawing& to, int index, std::size_t lane) {
  const referral_stop& stop = to.plan.stops[static_cast<std::size_t>(index)];
  std::vector<std::string> lines{
      std::to_string(index + 1) + ". " + place_name(to.rules, to.land.actors[stop.who]).in(to.wanted),
      report::day_words(stop.day).in(to.wanted)};
  for (const served_need& each : stop.serves)
    if (static_cast<std::size_t>(to.rules.needs[each.which->type].lane) == lane)
      lines.push_back("- " + need_words(to.rules, *each.which).in(to.wanted));
  return label(lines);
}

void clusters(drawing& to) {
  for (std::size_t lane = 0; lane < 3; ++lane) {
    to.out += "  subgraph " + quoted(std::string("cluster_") + dimension_names[lane]) + " {\n";
    to.out += "    label=" + quoted(report::lane_title(lane).in(to.wanted)) + ";\n";
    for (const int stop : to.plan.lanes[lane]) {
      const bool decides = to.plan.stops[static_cast<std::size_t>(stop)].decides;
      to.out += "    " + node_name(stop, lane) + " [label=" + node_label(to, stop, lane) +
                (decides ? ", style=dashed" : "") + "];\n";
    }
    to.out += "  }\n";
  }
}

void same_stop_edges(drawing& to, int stop) {
  for (std::size_t lane = 0; lane < 3; ++lane)
    if (in_lane(to, stop, lane) && node_name(stop, lane) != main_node(to, stop))
      to.out += "  " + main_node(to, stop) + " -> " + node_name(stop, lane) +
                " [dir=none, style=dotted, constraint=false];\n";
}

void stop_edges(drawing& to, int index) {
  const referral_stop& stop = to.plan.stops[static_cast<std::size_t>(index)];
  std::vector<int> before = stop.after;
  if (stop.from >= 0 && std::find(before.begin(), before.end(), stop.from) == before.end())
    before.push_back(stop.from);
  std::string mode = stop.through.mode.known() ? to.rules.modes[stop.through.mode].label.in(to.wanted) : "";
  if (stop.from < 0 && !mode.empty())
    to.out += "  here -> " + main_node(to, index) + " [label=" + quoted(mode) + "];\n";
  if (stop.from < 0 && mode.empty()) to.out += "  here -> " + main_node(to, index) + ";\n";
  for (const int one : before)
    to.out += "  " + main_node(to, one) + " -> " + main_node(to, index) +
              (one == stop.from && !mode.empty() ? " [label=" + quoted(mode) + "]" : " [style=dashed]") +
              ";\n";
}

}  // namespace

std::string referral_dot(const pack& rules, const territory& land, const situation& person,
                         const referral& proposed, language wanted) {
  if (proposed.plans.empty()) return "digraph aiguillage {\n}\n";
  drawing to{rules, land, person, proposed.plans.front(), wanted, {}};
  to.out = "digraph aiguillage {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n";
  to.out += "  here [shape=circle, label=" + quoted(text{"ici", "here"}.in(wanted)) + "];\n";
  clusters(to);
  for (std::size_t i = 0; i < to.plan.stops.size(); ++i) {
    const int stop = static_cast<int>(i);
    if (to.plan.stops[i].serves.empty())
      to.out += "  " + main_node(to, stop) + " [label=" + node_label(to, stop, 3) + "];\n";
    same_stop_edges(to, stop);
    stop_edges(to, stop);
  }
  return to.out + "}\n";
}

}  // namespace aiguillage
