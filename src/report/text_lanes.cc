#include <algorithm>

#include "report/text_route.h"

namespace aiguillage::report {
namespace {

constexpr std::size_t margin = 4;
constexpr std::size_t column = (page_width - margin) / 3;

struct lanes {
  std::array<bool, 3> used{};
};

std::string repeated(const char* what, std::size_t count) {
  std::string all;
  while (count-- > 0) all += what;
  return all;
}

std::string track(const referral_page& to, const lanes& on, std::size_t lane) {
  return on.used[lane] ? to.on.inked(lane_inks[lane], "│") : " ";
}

void titles(referral_page& to, const lanes& on) {
  std::string line(margin, ' ');
  for (std::size_t lane = 0; lane < 3; ++lane) {
    const std::string name = to.on.say(lane_title(lane));
    const std::string none = on.used[lane] ? "" : to.on.say({" (rien de certain)", " (nothing certain)"});
    line += to.on.inked(lane_inks[lane], name) + none + std::string(column - width_of(name + none), ' ');
  }
  line.erase(line.find_last_not_of(' ') + 1);
  to.on.line(line);
}

void tracks(referral_page& to, const lanes& on, const std::array<std::string, 3>& words) {
  std::string line(margin, ' ');
  for (std::size_t lane = 0; lane < 3; ++lane)
    line += track(to, on, lane) + padded(words[lane].empty() ? "" : " " + words[lane], column - 1);
  line.erase(line.find_last_not_of(' ') + 1);
  to.on.line(line);
}

std::array<std::vector<std::string>, 3> contents(const referral_page& to, const referral_stop& stop) {
  std::array<std::vector<std::string>, 3> cells;
  for (const served_need& each : stop.serves) {
    auto& cell = cells[static_cast<std::size_t>(to.rules.needs[each.which->type].lane)];
    bool first = true;
    for (const std::string& piece :
         wrapped(sentence(to.on.say(need_words(to.rules, *each.which))), column - 4)) {
      cell.push_back((first ? "" : "  ") + piece);
      first = false;
    }
  }
  return cells;
}

/// ●────● from the first to the last lane that the stop serves.
void nodes(referral_page& to, const lanes& on, const std::array<std::vector<std::string>, 3>& cells) {
  std::size_t first = 3;
  std::size_t last = 0;
  for (std::size_t lane = 0; lane < 3; ++lane)
    if (!cells[lane].empty()) {
      first = std::min(first, lane);
      last = lane;
    }
  std::string line(margin, ' ');
  for (std::size_t lane = 0; lane < 3; ++lane) {
    const bool joined = first < 3 && lane >= first && lane < last;
    line += cells[lane].empty()
                ? (joined || (lane > first && lane < last) ? repeated("─", 1) : track(to, on, lane))
                : to.on.inked(lane_inks[lane], "●");
    line += repeated(joined ? "─" : " ", column - 1);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  to.on.line(line);
}

void stop_head(referral_page& to, const referral_plan& plan, std::size_t index) {
  const referral_stop& stop = plan.stops[index];
  const std::string number = padded(std::to_string(index + 1), margin);
  const std::string when = to.when(stop);
  std::string name = to.name_of(to.actor_of(stop));
  if (stop.decides) name = to.on.say({"Décision : ", "Decision: "}) + name;
  const std::vector<std::string> lines = wrapped(name, page_width - margin - width_of(when) - 2);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string words = (i == 0 ? number : std::string(margin, ' ')) + lines[i];
    const std::string gap =
        i == 0 ? std::string(page_width - width_of(words) - width_of(when), ' ') + when : "";
    to.on.line(to.on.inked(ink::bold, words) + gap);
  }
}

void way_to(referral_page& to, const lanes& on, const referral_plan& plan, std::size_t index) {
  const referral_stop& stop = plan.stops[index];
  tracks(to, on, {});
  if (!stop.through.mode.known() || (stop.decides && stop.from >= 0)) return;
  const std::string from =
      stop.from < 0 ? to.sender(plan, stop) : to.on.say({"étape ", "step "}) + std::to_string(stop.from + 1);
  std::string words = to.on.say(to.rules.modes[stop.through.mode].label) + " (" +
                      to.on.say({"depuis : ", "from: "}) + from + ")";
  if (stop.after.empty() && index > 0)
    words += to.on.say({", sans attendre l'étape ", ", without waiting for step "}) + std::to_string(index);
  to.on.hanging("  ↓ ", words, 0, ink::bold, ink::faint);
}

}  // namespace

void lanes_part(referral_page& to, const referral_plan& plan) {
  lanes on;
  for (std::size_t lane = 0; lane < 3; ++lane) on.used[lane] = !plan.lanes[lane].empty();
  to.on.line();
  titles(to, on);
  for (std::size_t i = 0; i < plan.stops.size(); ++i) {
    way_to(to, on, plan, i);
    stop_head(to, plan, i);
    const auto cells = contents(to, plan.stops[i]);
    nodes(to, on, cells);
    for (std::size_t row = 0; row < std::max({cells[0].size(), cells[1].size(), cells[2].size()}); ++row) {
      std::array<std::string, 3> words;
      for (std::size_t lane = 0; lane < 3; ++lane)
        words[lane] = row < cells[lane].size() ? cells[lane][row] : "";
      tracks(to, on, words);
    }
  }
}

}  // namespace aiguillage::report
