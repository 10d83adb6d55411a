#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "aiguillage/snapshot.h"

namespace aiguillage::snapshots {

/// Takes territories, whole or in part, out of a snapshot whose frame was checked.
class decoder {
 public:
  decoder(const snapshot& from, const pack& rules) : from_(from), rules_(rules) {}

  /// What the territory has once, without actors, sites and measured times.
  [[nodiscard]] territory top();
  /// Minutes that were measured, by means; sites by their place in the whole.
  [[nodiscard]] std::array<travel_table, 3> measured();
  [[nodiscard]] site site_at(std::size_t index);
  /// The actor with its group and its hours; its site by its place in the whole.
  [[nodiscard]] actor actor_at(std::size_t index);
  /// An actor of which only what its group has in common is known.
  [[nodiscard]] actor group_at(std::size_t index);

  /// The territory of the actors and the sites marked, in their order, with all that is between them. `top` is as above, with
  /// the measured times of the whole.
  [[nodiscard]] territory part_of(territory top, const std::vector<bool>& actors, std::vector<bool> sites);

  [[nodiscard]] bool good() const { return good_; }

 private:
  void read_group(std::size_t index, actor& into);
  const std::optional<opening_hours>& hours_of(const std::string& written);

  const snapshot& from_;
  const pack& rules_;
  std::unordered_map<std::string, std::optional<opening_hours>> hours_;
  bool good_ = true;
};

/// Says that a record is damaged.
void tell_damaged(const snapshot& of, diagnostics& out);

}  // namespace aiguillage::snapshots
