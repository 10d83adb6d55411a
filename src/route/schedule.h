#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "aiguillage/route.h"
#include "route/timing.h"

/// Inside routing: from stops to days.
namespace aiguillage::detail {

using need_mask = std::uint32_t;

/// One visit before it has a day.
struct draft_stop {
  int door = 0;
  need_mask serves = 0;     // none: a door that only brings about a state
  int handed_over_by = -1;  // a stop at the same site that hands over on the spot; -1: none
};

using draft = std::vector<draft_stop>;

/// The services of a door by need, nullptr when it does not serve it.
using service_row = std::array<const service*, most_needs>;

/// What one search looks up in a network again and again.
struct network_index {
  const network& world;
  std::vector<service_row> rows;  // by door
  need_mask vital = 0;
  need_mask digital = 0;
  std::int64_t weight = 1;  // total_weight

  explicit network_index(const network& of);
};

/// Calls `visit` with each need of a mask, ascending.
template <class Visit>
void each_need(need_mask of, Visit visit) {
  for (; of != 0; of &= of - 1) visit(static_cast<std::size_t>(std::countr_zero(of)));
}

/// Places the visits of one draft after another; its memory is used again.
class scheduler {
 public:
  explicit scheduler(const network_index& of) : of_(of) {}

  /// Places every stop as early as the order allows; false when an order cannot be kept. At most 64 stops.
  bool place(const draft& stops);
  /// What the visits placed last cost, and the plan that they make.
  [[nodiscard]] plan_cost cost() const;
  [[nodiscard]] plan to_plan() const;

 private:
  using visit_set = std::uint64_t;  // a bit for each visit
  struct visit {
    draft_stop what;
    const door* at = nullptr;
    const service_row* row = nullptr;
    const passage* through = nullptr;
    bool vital = false;
    bool digital_only = false;
    bool placed = false;
    int order = 0;
    int minutes = 0;
    int not_before = 0;
    state_set produces = 0;
    state_set wanted = 0;  // required by what it serves
    visit_time when;
    visit_set after = 0;
  };

  void open(const draft& stops);
  [[nodiscard]] visit opened(const draft_stop& one) const;
  bool place_next();
  [[nodiscard]] state_set unmet(const visit& one, state_set available) const;
  template <class Wanted>
  [[nodiscard]] int earliest(Wanted wanted) const;
  bool wait_for_states(const visit& one, visit_set& after) const;
  [[nodiscard]] bool may_open(const visit& one) const;
  bool wait_for_order(const visit& one, visit_set& after) const;
  bool wait_for_new_elements(const visit& one, visit_set& after) const;
  bool wait_for_neighbour(const visit& one, visit_set& after) const;
  [[nodiscard]] visit_time earliest_after(const visit& one, visit_set after) const;
  [[nodiscard]] std::vector<visit_set> ancestors() const;
  [[nodiscard]] std::vector<int> plan_order(const std::vector<visit_set>& before) const;
  [[nodiscard]] int handed_over_by(const visit& one) const;
  [[nodiscard]] planned_stop planned(const visit& one, const std::vector<int>& position) const;

  const network_index& of_;
  std::vector<visit> visits_;
  std::vector<int> placed_;  // by placing order, hence by time
  state_set all_produced_ = 0;
  bool has_other_than_digital_ = false;
  int free_ = 0;  // the person is at no door from then on
};

/// The score that one visit adds, waiting and the weight of the needs apart, thousandths.
[[nodiscard]] inline std::int64_t visit_score(const network& world, const door& at, const passage& through) {
  const network_weights& w = world.weights;
  return at.load + w.loss * through.loss / 1000 + w.travel * through.travel;
}

}  // namespace aiguillage::detail
