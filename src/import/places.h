#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aiguillage/import.h"
#include "import/index_table.h"

/// From listings to the sites and actors of a territory.
namespace aiguillage::import {

/// Where the actors go; ids and sites are looked up while it grows.
class place_maker {
 public:
  place_maker(const pack& rules, territory& into);

  /// Makes room for so many places more.
  void reserve(std::size_t count);

  /// Adds the actor of one listing, at the site of those before it that have the same address and, when both are known, the
  /// same point but for 50 m (assumed). Ids are made of the producer's, and never twice the same.
  void add(listing from);

 private:
  bool take_id(const std::string& id);
  std::string fresh_id(const listing& from);
  void read_opening(actor& made);
  void set(said_value& one, actor& to) const;
  site_id site_of(listing& from, const actor& made);

  const pack& rules_;
  territory& into_;
  std::unordered_map<std::string_view, actor_type_id> types_;
  index_table ids_;                            // of actors
  std::unordered_map<std::string, int> next_;  // how many had each id
  std::unordered_map<std::string, std::vector<site_id>> at_address_;
  index_table hours_;  // the first actors that have them
};

}  // namespace aiguillage::import
