#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "aiguillage/place_index.h"
#include "network/builder.h"
#include "network/home.h"

/// A large territory seen from many homes: which of its actors the plans of a person may depend on.
namespace aiguillage::detail {

/// Places that the rules tell apart by where they are, and by nothing else that keeps people from them.
struct places_alike {
  std::vector<actor_id> members;     // ascending
  std::optional<place_index> index;  // by actor, of those whose point is known; none: they are few
};

/// Made once for a territory, which must stay as it is but for its waits, and whose points are on earth.
struct catchment_index {
  double reach = 0;                                 // metres
  place_index sited;                                // by actor, of those whose point is known
  std::vector<actor_id> anywhere;                   // the others
  std::vector<std::uint32_t> group_of;              // by actor
  std::vector<places_alike> groups;                 // by what places say of themselves
  std::vector<places_alike> kinds;                  // by type, and by whether they receive people
  std::vector<std::vector<std::uint32_t>> of_type;  // groups, by type
  std::vector<std::uint32_t> wide;                  // groups that say no area, or one that is no commune
  std::unordered_map<std::size_t, std::vector<std::uint32_t>>
      by_commune;  // the other groups, by what they serve
  first_sites first_site;
  std::vector<std::vector<actor_id>> at_site;  // by site
  actor_id fullest;                            // the one that is full the longest
};
[[nodiscard]] catchment_index index_catchments(const pack& rules, const territory& land);

/// What plans for those who live at one home look at.
struct catchment {
  std::optional<point> home;     // where they are taken to live
  std::vector<actor_id> actors;  // ascending; none: only the whole will do
};

/// Of `person`, the home counts and nothing else.
[[nodiscard]] catchment catchment_of(const catchment_index& in, const pack& rules, const territory& land,
                                     const situation& person);

/// Of `near`, and those whose helpers go out to the person of `view`.
[[nodiscard]] std::vector<actor_id> with_those_who_go_out(const catchment_index& in, const catchment& near,
                                                          const build_view& view);

/// Some actors, and what the rules leave to this person beyond reach, for want of anybody nearer among them.
[[nodiscard]] std::vector<actor_id> widened(const catchment_index& in, const std::vector<actor_id>& near,
                                            const pack& rules, const territory& land, const situation& person,
                                            const qualification& found);

}  // namespace aiguillage::detail
