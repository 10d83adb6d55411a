#include "aiguillage/siting/max_cover.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <numeric>
#include <queue>
#include <utility>

#include "siting/max_cover_bound.h"
#include "siting/max_cover_swap.h"

namespace aiguillage {
namespace {

using siting::cover_instance;
using siting::cover_relaxation;
using siting::cover_scale;
using siting::cover_set;
using siting::standing;

constexpr int patience = 20;         // rounds without a better bound before the pace is halved
constexpr std::size_t shakes = 300;  // of the best set before the search divides
constexpr std::int32_t all_rounds = 1 << 16;
constexpr std::int32_t memory = 64;                         // rounds
constexpr std::int64_t least_pace = 4;                      // of rounds that tell what is undecided
constexpr std::size_t most_waiting = std::size_t{1} << 26;  // pairs of all parts that wait, for memory

/// What is left of the problem in one part of the search.
struct part {
  cover_instance at;
  std::vector<std::int64_t> multipliers;
  std::int64_t bound = 0;           // scaled
  std::vector<std::int32_t> share;  // of the last rounds, in which each candidate was chosen, of all_rounds
};

/// A part that is not yet looked at: another one with one candidate settled.
struct branch {
  std::int64_t bound = 0;
  std::size_t number = 0;
  std::shared_ptr<const part> of;
  std::size_t by = 0;
  standing is = standing::free;
};

struct less_promising {
  bool operator()(const branch& a, const branch& b) const {
    return a.bound != b.bound ? a.bound < b.bound : a.number > b.number;
  }
};

/// Counts one more round, and those before a little less: an estimate of the fractions that solve the linear relaxation.
void remember(part& of, const std::vector<std::uint32_t>& chosen) {
  for (std::int32_t& one : of.share) one -= one / memory;
  for (const std::uint32_t j : chosen) of.share[j] += all_rounds / memory;
}

/// Takes out the candidates that are settled.
void shrink(part& of, const std::vector<standing>& all) {
  of.at = siting::reduced(of.at, all, of.multipliers);
  std::size_t kept = 0;
  for (std::size_t j = 0; j < all.size(); ++j)
    if (all[j] == standing::free) of.share[kept++] = of.share[j];
  of.share.resize(kept);
}

/// The candidate that was chosen nearest to half of the time; of equals `at_first`, then the first.
std::size_t least_decided(const part& of, std::size_t at_first) {
  const auto doubt = [&](std::size_t j) { return std::min(of.share[j], all_rounds - of.share[j]); };
  std::size_t found = at_first;
  for (std::size_t j = 0; j < of.share.size(); ++j)
    if (doubt(j) > doubt(found)) found = j;
  return found;
}

/// How the multipliers move: `pace` of 128 is the gap over the squares.
struct pacing {
  std::size_t rounds = 0;
  std::int64_t pace = 0;
  std::size_t rounds_a_try = 1;  // of a set
  int idle = 0;
};

enum class outcome : std::int8_t { nothing_better, smaller, lowered };

bool is_settled(const cover_instance& at) { return at.wanted == 0 || at.place.size() <= at.wanted; }

part whole(const max_cover_problem& of) {
  part made;
  made.at = siting::instance_of(of);
  for (const std::int64_t weight : made.at.weight) made.multipliers.push_back(weight * cover_scale / 2);
  made.bound = std::accumulate(made.at.weight.begin(), made.at.weight.end(), made.at.covered) * cover_scale;
  return made;
}

part part_of(const branch& one) {
  std::vector<standing> all(one.of->at.place.size(), standing::free);
  all[one.by] = one.is;
  part made;
  made.multipliers = one.of->multipliers;
  made.at = siting::reduced(one.of->at, all, made.multipliers);
  made.bound = one.bound;
  return made;
}

class search {
 public:
  search(const max_cover_problem& of, const max_cover_limits& within) : of_(of), within_(within) {}

  max_cover_plan run() {
    part root = whole(of_);
    try_set(root.at, {});
    visit(std::move(root), {within_.root_rounds, 256, 10});
    while (!waiting_.empty() && waiting_.top().bound >= target() && nodes_ < within_.nodes &&
           pairs_ < most_waiting) {
      const branch next = waiting_.top();
      waiting_.pop();
      pairs_ -= next.of->at.points.size();
      visit(part_of(next), {within_.node_rounds, 128, 50});
    }
    const std::int64_t bound = waiting_.empty() ? 0 : waiting_.top().bound / cover_scale;
    std::sort(best_open_.begin(), best_open_.end());
    return {best_open_, best_, std::max(bound, best_), nodes_};
  }

 private:
  /// What a part must reach, scaled, to hold something better.
  [[nodiscard]] std::int64_t target() const { return (best_ + 1) * cover_scale; }

  void try_set(const cover_instance& at, const std::vector<std::uint32_t>& from) {
    keep(at, siting::filled_and_improved(at, from));
  }

  void keep(const cover_instance& at, const cover_set& made) {
    if (at.covered + made.covered <= best_) return;
    best_ = at.covered + made.covered;
    best_open_ = at.opened;
    for (const std::uint32_t j : made.open) best_open_.push_back(at.place[j]);
  }

  /// Looks for better plans in one part, which it may divide.
  void visit(part of, pacing going) {
    ++nodes_;
    if (is_settled(of.at)) {
      try_set(of.at, {});
      return;
    }
    if (!lower(of, going)) return;
    cover_relaxation last(of.at, of.multipliers);
    last.choose();
    if (nodes_ == 1)
      keep(of.at, siting::shaken(of.at, siting::filled_and_improved(of.at, last.chosen()), shakes));
    const std::size_t by = least_decided(of, last.chosen().back());
    const auto shared = std::make_shared<const part>(std::move(of));
    for (const standing is : {standing::open, standing::closed}) {
      waiting_.push({shared->bound, pushed_++, shared, by, is});
      pairs_ += shared->at.points.size();
    }
  }

  /// Lowers the bound of a part and takes out what that settles. False: the part holds nothing better.
  bool lower(part& of, pacing& going) {
    of.share.assign(of.at.place.size(), 0);
    while (true) {
      cover_relaxation state(of.at, of.multipliers);
      const outcome is = descend(of, state, going);
      if (is == outcome::nothing_better) return false;
      shrink(of, state.standings());
      if (is_settled(of.at)) {
        try_set(of.at, {});
        return false;
      }
      if (is == outcome::lowered) return true;
    }
  }

  /// Moves the multipliers until the rounds are over or the part is smaller by an eighth; the best are those of the part.
  outcome descend(part& of, cover_relaxation& state, pacing& going) {
    std::int64_t lowest = std::numeric_limits<std::int64_t>::max();
    for (; going.rounds > 0 && going.pace > 0; --going.rounds) {
      const std::int64_t value = state.choose();
      if (going.pace >= least_pace) remember(of, state.chosen());
      if (value < lowest) {
        lowest = value;
        of.multipliers = state.multipliers();
      }
      if (value < of.bound) {
        if (of.bound - value > (of.bound - target()) / 1000) going.idle = 0;
        of.bound = value;
      }
      if (going.rounds % going.rounds_a_try == 0) try_set(of.at, state.chosen());
      if (of.bound < target() || !state.settle(target())) return outcome::nothing_better;
      if (state.settled() * 8 > of.at.place.size()) return outcome::smaller;
      const std::int64_t squares = state.turn();
      if (squares == 0) try_set(of.at, state.chosen());
      if (squares == 0) break;
      if (++going.idle > patience) {
        going.pace /= 2;
        going.idle = 0;
        state.move_to(of.multipliers);
      } else {
        state.step((value - best_ * cover_scale) / 128 * going.pace / squares);
      }
    }
    return of.bound < target() ? outcome::nothing_better : outcome::lowered;
  }

  const max_cover_problem& of_;
  const max_cover_limits& within_;
  std::priority_queue<branch, std::vector<branch>, less_promising> waiting_;
  std::vector<std::size_t> best_open_;
  std::int64_t best_ = -1;
  std::size_t nodes_ = 0;
  std::size_t pushed_ = 0;
  std::size_t pairs_ = 0;  // of the parts that wait
};

}  // namespace

max_cover_plan solve_max_cover(const max_cover_problem& of, const max_cover_limits& within) {
  return search(of, within).run();
}

}  // namespace aiguillage
