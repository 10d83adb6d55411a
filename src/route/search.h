#pragma once

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "route/schedule.h"

/// Inside routing: the search for the best plan.
namespace aiguillage::detail {

constexpr int never = std::numeric_limits<int>::max() / 4;
constexpr std::int64_t unreachable = std::numeric_limits<std::int64_t>::max() / 4;

/// Everything one door does in a plan, before it is split into visits.
struct assignment {
  int door = 0;
  need_mask needs = 0;
};

/// What the bounds found out of one door, to be found once. By which passage serves a set of needs: bit 0, one is vital;
/// bit 1, all are; bit 2, together they are long; bit 3, so is each.
struct door_bounds {
  struct first_visit {
    int base = -1;           // -1: not looked for
    std::int64_t score = 0;  // of the service and its waiting, weighted
  };
  struct way {
    passage through;
    std::int64_t score = -1;  // of a visit, weighted; -1: not looked for
    bool known = false;
    std::array<first_visit, most_needs> first;  // by need
  };
  std::array<way, 16> ways;
};

/// A door as the bounds look at it.
struct bounded_door {
  const door& at;
  const service_row& row;
  door_bounds& known;
  bool shares_site = false;
};

/// The first day on which each door can be visited at all, `never` when it cannot: through its own passages, and when it
/// is handed over to at its site.
struct first_days {
  std::vector<int> own;
  std::vector<int> beside;

  explicit first_days(const network& world);
  [[nodiscard]] int of(std::size_t door, bool shares_site) const {
    return shares_site ? std::min(own[door], beside[door]) : own[door];
  }
};

/// What is asked of a plan besides meeting the needs.
struct door_filter {
  bool opens_elsewhere = false;  // it opens with at least one door that is not in `used`
  std::vector<int> used;
};

/// As good as the better of two passages in each respect.
[[nodiscard]] passage least_of(const passage& a, const passage& b);

/// All the doors of a network.
[[nodiscard]] std::vector<int> every_door(const network& world);

/// By door: whether another one of these doors stands at its site.
[[nodiscard]] std::vector<bool> sites_shared(const network& world, const std::vector<int>& doors);

[[nodiscard]] bool admits(const door_filter& filter, const plan& one);

/// Exact branch and bound over the ways to share the needs among doors. The bound is the cost of the best sharing when
/// every order is forgotten: visits can then only be earlier and cheaper than in any plan.
class search {
 public:
  /// Among these doors, ascending. `start`: a plan that the best one may not be worse than; `looser`: a search over doors
  /// that are at least as good, whose bounds are taken for its own.
  search(const network& world, const first_days& days, std::vector<int> doors, door_filter filter, int most,
         std::optional<plan> start = std::nullopt, search* looser = nullptr);
  std::optional<plan> run();

  /// A lower bound of the score of every plan.
  std::int64_t least_score();
  /// Whether that of the plans in which this door serves a need is at most `limit`.
  bool may_serve_within(std::int64_t limit, const door& one);

 private:
  const network& world_;
  std::vector<int> doors_;
  door_filter filter_;
  std::size_t count_;
  network_index index_;
  scheduler work_{index_};
  std::vector<need_mask> served_;     // by door
  std::vector<std::size_t> serving_;  // the doors that serve a need
  std::vector<bool> shares_site_;
  std::vector<std::size_t> choices_;  // doors that serve a need
  std::vector<std::int64_t>
      bound_[2];  // by mask of open needs; -1: not computed; [1]: a new door still to open with
  std::vector<state_set> producible_;  // by need: states that serving it could bring about
  state_set bridgeable_ = 0;           // states that some door brings about by itself
  state_set wanted_by_others_ = 0;     // by services that are not digital
  bool any_vital_ = false;
  bool all_digital_ = true;
  std::array<int, 64> earliest_{};  // by state: first day on which any door could bring it about
  int earliest_opening_ = 0;        // first day of any stop that is not only digital
  std::optional<plan> best_;
  search* looser_ = nullptr;
  std::vector<std::vector<std::int64_t>> relaxed_;   // by door and set of needs; -1: not computed
  std::vector<std::unique_ptr<door_bounds>> known_;  // by door
  int schedules_ = 0;
  std::int64_t sharings_ = 0;
  int most_ = 0;

  [[nodiscard]] need_mask all_needs() const {
    return static_cast<need_mask>((std::uint64_t{1} << count_) - 1);
  }
  [[nodiscard]] std::size_t next_need(need_mask open) const;
  void find_earliest_days(const first_days& days);
  struct outlook {
    state_set own = 0;
    int base = 0;
    unsigned way = 0;  // of door_bounds
  };
  [[nodiscard]] outlook look(const bounded_door& one, need_mask needs) const;
  [[nodiscard]] int least_base(const outlook& seen, const service& one) const;
  [[nodiscard]] passage least_passage(const bounded_door& one, unsigned way) const;
  [[nodiscard]] door_bounds::way& way_of(const bounded_door& one, unsigned which) const;
  [[nodiscard]] std::int64_t service_score(const door& at, const passage& through, const service& one,
                                           int base) const;
  [[nodiscard]] std::int64_t relax(const bounded_door& one, need_mask needs) const;
  std::int64_t relaxed(std::size_t which, need_mask needs);
  [[nodiscard]] bool may_open(std::size_t which, need_mask needs) const;
  std::int64_t bound(need_mask open, bool wants_new);
  [[nodiscard]] bool can_be_met(const std::vector<assignment>& shared, need_mask open) const;
  struct step {
    std::int64_t estimate = 0;
    assignment what;
    std::int64_t score = 0;
    bool wants_new = false;
  };
  std::vector<step> next_steps(need_mask open, bool wants_new, std::int64_t so_far,
                               const std::vector<assignment>& shared);
  void branch(need_mask open, bool wants_new, std::int64_t so_far, std::vector<assignment>& shared);
  void bridge(const std::vector<assignment>& shared, std::int64_t so_far);
  void add_bridges(state_set wanted, std::vector<int>& bridges, const std::vector<assignment>& shared,
                   std::int64_t so_far);
  [[nodiscard]] std::int64_t least_visit(int which) const;
  std::optional<std::int64_t> attempt(const draft& stops);
  bool whole(const std::vector<assignment>& shared, const std::vector<int>& bridges, std::int64_t so_far);
  [[nodiscard]] bool bridges_needed(const std::vector<int>& bridges, state_set wanted) const;
  struct parts {
    std::vector<assignment> shared;
    std::vector<std::vector<need_mask>> classes;  // of each
  };
  void split(const parts& all, std::size_t next, draft& stops, std::int64_t so_far);
  void split_one(const parts& all, std::size_t next, draft& stops, std::size_t at, std::size_t first_stop,
                 std::int64_t so_far);
  void hand_over(draft& stops, std::size_t next);
  /// True past the bound on schedules, and past a hundred times as many ways to share the needs; while there is no
  /// plan at all, the search goes on longer.
  [[nodiscard]] bool cut_short() const {
    const std::int64_t most = best_ ? most_ : 2LL * most_;
    return schedules_ >= most || sharings_ >= 100 * most;
  }
  [[nodiscard]] std::vector<need_mask> classes_of(const assignment& one) const;
};

}  // namespace aiguillage::detail
