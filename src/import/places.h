#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "aiguillage/import.h"

/// From listings to the sites and actors of a territory.
namespace aiguillage::import {

/// Where the actors go; ids and sites are looked up while it grows.
class place_maker {
 public:
  place_maker(const pack& rules, territory& into) : rules_(rules), into_(into) {}

  /// Adds the actor of one listing, at the site of those before it that have the same address and, when both are known, the
  /// same point but for 50 m (assumed). Ids are made of the producer's, and never twice the same.
  void add(const listing& from);

 private:
  std::string fresh_id(const listing& from);
  site_id site_of(const listing& from, const actor& made);

  const pack& rules_;
  territory& into_;
  std::unordered_set<std::string> ids_;
  std::unordered_map<std::string, int> next_;  // how many had each id
  std::unordered_map<std::string, std::vector<site_id>> at_address_;
  std::unordered_map<std::string, std::optional<opening_hours>> hours_read_;
};

}  // namespace aiguillage::import
