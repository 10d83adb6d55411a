#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "route/schedule.h"

/// Inside routing: the search for the best plan.
namespace aiguillage::detail {

using need_mask = std::uint32_t;
constexpr int never = std::numeric_limits<int>::max() / 4;
constexpr std::int64_t unreachable = std::numeric_limits<std::int64_t>::max() / 4;

/// Everything one door does in a plan, before it is split into visits.
struct assignment {
  int door = 0;
  need_mask needs = 0;
};

/// The services of a door by need, nullptr when it does not serve it.
using service_row = std::vector<const service*>;

/// A door as the bounds look at it.
struct bounded_door {
  const door& at;
  const service_row& row;
  bool shares_site = false;
};

/// What is asked of a plan besides meeting the needs.
struct door_filter {
  bool opens_elsewhere = false;  // it opens with at least one door that is not in `used`
  std::vector<int> used;
};

/// The first day on which a door can be visited at all, `never` when it cannot.
[[nodiscard]] int first_day(const network& world, const door& at, bool shares_site);

/// As good as the better of two passages in each respect.
[[nodiscard]] passage least_of(const passage& a, const passage& b);

/// By door: whether another door stands at its site.
[[nodiscard]] std::vector<bool> sites_shared(const network& world);

[[nodiscard]] bool admits(const door_filter& filter, const plan& one);

/// Exact branch and bound over the ways to share the needs among doors. The bound is the cost of the best sharing when
/// every order is forgotten: visits can then only be earlier and cheaper than in any plan.
class search {
 public:
  /// `start`: a plan that the best one may not be worse than; `looser`: a search over doors that are at least as good,
  /// whose bounds are taken for its own.
  search(const network& world, door_filter filter, int most, std::optional<plan> start = std::nullopt,
         search* looser = nullptr);
  std::optional<plan> run();

  /// A lower bound of the score of every plan, and of every plan in which this door serves a need.
  std::int64_t least_score();
  std::int64_t least_score_through(const door& one);

 private:
  const network& world_;
  door_filter filter_;
  std::size_t count_;
  std::vector<service_row> service_;  // by door
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
  std::vector<int> earliest_;  // by state: first day on which any door could bring it about
  int earliest_opening_ = 0;   // first day of any stop that is not only digital
  std::optional<plan> best_;
  search* looser_ = nullptr;
  std::vector<std::vector<std::int64_t>> relaxed_;  // by door and set of needs; -1: not computed
  std::int64_t weight_ = 1;
  int schedules_ = 0;
  std::int64_t sharings_ = 0;
  int most_ = 0;

  [[nodiscard]] need_mask all_needs() const {
    return static_cast<need_mask>((std::uint64_t{1} << count_) - 1);
  }
  [[nodiscard]] std::size_t next_need(need_mask open) const;
  void find_earliest_days();
  struct outlook {
    state_set own = 0;
    int base = 0;
    bool vital = false;
  };
  [[nodiscard]] bounded_door bounded(std::size_t which) const {
    return {world_.doors[which], service_[which], shares_site_[which]};
  }
  [[nodiscard]] outlook look(const bounded_door& one, need_mask needs) const;
  [[nodiscard]] int least_base(const outlook& seen, const service& one) const;
  [[nodiscard]] passage least_passage(const bounded_door& one, need_mask needs) const;
  [[nodiscard]] std::int64_t relax(const bounded_door& one, need_mask needs) const;
  std::int64_t relaxed(std::size_t which, need_mask needs);
  [[nodiscard]] bool may_open(std::size_t which, need_mask needs) const;
  std::int64_t bound(need_mask open, bool wants_new);
  [[nodiscard]] bool can_be_met(const std::vector<assignment>& shared, need_mask open) const;
  void branch(need_mask open, bool wants_new, std::int64_t so_far, std::vector<assignment>& shared);
  void bridge(const std::vector<assignment>& shared, std::int64_t so_far);
  void add_bridges(state_set wanted, std::vector<int>& bridges, const std::vector<assignment>& shared,
                   std::int64_t so_far);
  [[nodiscard]] std::int64_t least_visit(int which) const;
  bool whole(const std::vector<assignment>& shared, const std::vector<int>& bridges, std::int64_t so_far);
  [[nodiscard]] bool bridges_needed(const std::vector<int>& bridges, state_set wanted) const;
  void split(const std::vector<assignment>& shared, std::size_t next, draft& stops, std::int64_t so_far);
  void split_one(const std::vector<assignment>& shared, std::size_t next, draft& stops,
                 const std::vector<std::vector<const service*>>& classes, std::size_t at,
                 std::size_t first_stop, std::int64_t so_far);
  void hand_over(draft& stops, std::size_t next);
  /// True past the bound on schedules, and past a hundred times as many ways to share the needs; while there is no
  /// plan at all, the search goes on longer.
  [[nodiscard]] bool cut_short() const {
    const std::int64_t most = best_ ? most_ : 2LL * most_;
    return schedules_ >= most || sharings_ >= 100 * most;
  }
  void finish(const draft& stops);
  [[nodiscard]] std::vector<std::vector<const service*>> classes_of(const assignment& one) const;
};

}  // namespace aiguillage::detail
