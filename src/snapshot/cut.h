#pragma once

#include <vector>

#include "aiguillage/qualify.h"
#include "network/builder.h"
#include "snapshot/decoder.h"

/// Which actors of a snapshot one person's plans may depend on.
namespace aiguillage::snapshots {

/// An actor left out is beyond all reach, and comes to nobody here; for each kind of such actors the engine sees one at least.
struct cut {
  std::vector<bool> actors;
  std::vector<bool> sites;    // more than those of the actors
  std::vector<actor> groups;  // what the actors of a group have in common
  std::vector<bool> away;     // by group: the home lies outside what it serves
};

/// The site from which the engine takes the commune of the person to be; the count of sites when there is none.
[[nodiscard]] std::size_t home_site(const snapshot& of, const gazetteer& communes, const std::string& home);

/// The first choice. `view`: of the person in the territory without its actors, from where they are (`from`).
[[nodiscard]] cut first_cut(const snapshot& of, decoder& from, const detail::build_view& view,
                            const point& home);

/// Adds the groups beyond reach that the rules leave to the person for want of anybody nearer; true when some are.
/// `view`: of the person in the territory of the cut; `numbers`: of its actors in the whole.
[[nodiscard]] bool widen(const snapshot& of, const detail::build_view& view,
                         const std::vector<std::size_t>& numbers, cut& into);

/// The group of an actor.
[[nodiscard]] std::size_t group_of(const snapshot& of, std::size_t actor);

}  // namespace aiguillage::snapshots
