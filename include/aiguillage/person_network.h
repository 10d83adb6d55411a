#pragma once

#include <span>
#include <vector>

#include "aiguillage/network.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// What keeps a place from helping a person when no rule of the pack does.
enum class hindrance : std::uint8_t {
  none,     // a rule does
  absent,   // no actor of this type exists here
  closed,   // it refused on the way, or is closed, or full for the rest of this path
  without,  // this place does not serve this need
  mandate,  // this place signs no mandate of the kind it takes
  zone,     // the person lives outside the zone it serves
  publics,  // it receives only others
  access,   // the person cannot get in
  travel,   // the person cannot travel, and it comes to nobody
  hours,    // it does not open in the months to come
  order,    // what has to come before is not there, or comes too late
};

/// Why one actor type does not serve one need for this person.
struct obstacle {
  actor_type_id type;
  const rule* by = nullptr;
  hindrance kept_by = hindrance::none;  // when no rule does
};

/// A need that nobody can meet here, with what stands in the way.
struct unmet_need {
  const need* which = nullptr;
  std::vector<obstacle> why;
};

/// A need that asks for no stop: an offline route replaces it, or it waits until after this path.
struct waived_need {
  const need* which = nullptr;
  const rule* by = nullptr;
};

/// What one bit of a state_set stands for.
struct state_bit {
  state_id which;
  actor_type_id decided_by;  // states that hold only for one operator's needs; unknown otherwise
};

/// The deciding step of one operator, after the steps of its needs.
struct decision {
  actor_id by;
  actor_type_id type;
  std::vector<const need*> needs;
};

/// The network of one person, and what was settled while it was built. Points into the qualification and the pack.
struct person_network {
  network world;
  std::vector<const need*> needs;   // of world.needs, by index
  std::vector<const need*> along;   // served by a stop of the plan if one can, else offered afterwards
  std::vector<const need*> checks;  // social checks, met by any stop at social_support
  std::vector<state_bit> bits;
  std::vector<decision> decisions;
  std::vector<unmet_need> unmet;
  std::vector<waived_need> waived;
  std::vector<const rule*> barred;      // by need: a hard state that nobody here can bring about
  std::vector<const rule*> overridden;  // strong rules set aside because nobody else could help
};

/// Whether plans have times of day: the situation has a date and the territory is not the neutral one.
[[nodiscard]] bool is_timed(const territory& land, const situation& person);

/// What a door would do for a need that is no part of the search; `served` false means that it does not serve it.
struct side_service {
  bool served = false;
  level_id level;
  grade quality = grade::competent;
  const rule* because = nullptr;
};

/// Builds the network of one person in a territory. With `serve_along`, needs that ask for no stop of their own are
/// met like the others. The result points into all four arguments. With `among`, only these actors are looked at, ascending.
[[nodiscard]] person_network build_network(const pack& rules, const territory& land, const situation& person,
                                           const qualification& found, bool serve_along = false,
                                           std::span<const actor_id> among = {});

/// Whether, and how, an actor of this territory serves a need of this person, all rules considered.
[[nodiscard]] side_service service_at(const pack& rules, const territory& land, const situation& person,
                                      const qualification& found, actor_id who, const need& what);

}  // namespace aiguillage
#pragma GCC visibility pop
