#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "route/search.h"

/// Inside routing: of many doors, those that the best plan may go through.
namespace aiguillage::detail {

/// Doors that serve the same needs in the same way: only place and time tell them apart.
struct kind_of_door {
  std::vector<int> members;  // ascending
  door best;                 // as good as the best member in each respect
  bool used = false;         // earlier plans open with its members
};

/// A search over the best of each kind, for its bounds.
struct kinds_search {
  network kinds;
  search work;

  kinds_search(network of, door_filter filter, int most);
  kinds_search(const kinds_search&) = delete;
  kinds_search& operator=(const kinds_search&) = delete;
};

/// The searches for the plans of one network, one after another. Each closes the doors of which any plan costs more
/// than a plan that few doors already give. The bound of a door is the cost of the best sharing of the needs in which
/// it serves one, when every order is forgotten and each other door is as good as the best of its kind.
class planning {
 public:
  planning(const network& world, const plan_limits& limits);

  /// The best plan that does without these doors.
  std::optional<plan> best_without(const std::vector<int>& closed);
  /// The best plan that opens with at least one other door.
  std::optional<plan> best_opening_elsewhere(const std::vector<int>& used);

  /// The doors that are left to the search for the best plan without these doors.
  std::vector<int> doors_left(const std::vector<int>& closed);

 private:
  const network& world_;
  plan_limits limits_;
  first_days days_;
  std::int64_t weight_;
  std::vector<door> at_best_;  // by door
  std::vector<kind_of_door> kinds_;

  struct shortlist {
    std::vector<int> doors;
    std::optional<plan> start;
    std::unique_ptr<kinds_search> loose;  // none when all doors are few
  };
  std::optional<plan> best(const std::vector<int>& closed, const door_filter& filter);
  shortlist drop_the_dearer(std::vector<int> doors, const door_filter& filter);
  [[nodiscard]] std::vector<kind_of_door> kinds_among(const std::vector<int>& doors,
                                                      const std::vector<int>& used) const;
  [[nodiscard]] std::vector<int> nearest_of(const std::vector<kind_of_door>& kinds) const;
  [[nodiscard]] network of_kinds(const std::vector<kind_of_door>& kinds) const;
  std::optional<plan> search_among(const std::vector<int>& doors, const door_filter& filter,
                                   std::optional<plan> start, search* looser) const;
};

}  // namespace aiguillage::detail
