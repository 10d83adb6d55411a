#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "aiguillage/referral.h"

/// The second plan against the first: where the difference of score lies, and what would make the second win.
#pragma GCC visibility push(default)
namespace aiguillage {

/// What a score is made of.
enum class score_part : std::uint8_t { waiting, travel, loss, actors, partial, load };
/// The parts as JSON names them, in the order of `score_part`.
inline constexpr std::array<const char*, 6> score_part_names = {"waiting", "travel",  "loss",
                                                                "actors",  "partial", "load"};

/// A figure of one door.
enum class door_figure : std::uint8_t { days, travel, loss, load, closed };
/// The figures as JSON names them, in the order of `door_figure`.
inline constexpr std::array<const char*, 5> door_figure_names = {"days", "travel", "loss", "load", "closed"};

/// One figure of a door of the first plan that the second does without: days from asking the place to the stop there,
/// minutes of travel, loss and load in thousandths, each as the first visit there has it.
struct tipping_point {
  actor_id who;
  door_figure what = door_figure::days;
  int now = 0;
  int from = 0;  // the least value at which the first plan is no longer best
  int second_from =
      -1;  // the least value at which the second plan is; -1: never, another one passes before it
};

/// By how much and where the first plan wins over the second, and from which figures on it no longer does.
struct rivalry {
  std::int64_t difference = 0;          // of the scores, in units of plan_cost::score; never negative
  std::array<std::int64_t, 6> by = {};  // the same by part, in the order of score_part; they add up
  std::int64_t weight = 1;              // of the needs: what plan_cost::score is multiplied by
  std::vector<tipping_point> tips;      // by stop of the first plan, then by figure
  bool second_if_all_closed = false;    // the second wins when all these doors are closed together
};

/// @{
/// Figures are raised to these bounds; one whose bound leaves the first plan best is not listed.
inline constexpr int most_days_tried = 60;
inline constexpr int most_minutes_tried = 600;
inline constexpr int most_loss_tried = 1000;
inline constexpr int most_load_tried = 5000;
/// @}

/// The two first plans of `proposed`; nullopt when there is one only, or when a search was cut short. Each figure is proved
/// by arithmetic, or by searching again with it and with the one below: tens of searches. Without `tips`, none, no tips.
[[nodiscard]] std::optional<rivalry> rivals_of(const referral& proposed, bool tips = true);

/// A part of the difference in words: more of it when `by` is above 0, else less.
[[nodiscard]] text part_words(score_part which, std::int64_t by);

/// A tipping point in words: from which figure on, the figure now, and whether this second plan or another one then wins.
[[nodiscard]] text tip_words(const tipping_point& one);

}  // namespace aiguillage
#pragma GCC visibility pop
