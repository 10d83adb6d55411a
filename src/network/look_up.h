#pragma once

#include <span>
#include <vector>

#include "aiguillage/person_network.h"

namespace aiguillage::detail {

struct build_view;

/// Minutes from the person to an actor, none when it comes to them; what stands in the way (access, travel).
struct way_to {
  int minutes = 0;
  hindrance kept_by = hindrance::none;
};

/// What is looked up again and again while a network is built; empty until `look_up`.
struct looked_up {
  std::vector<way_to> ways;                // by seat
  std::vector<int> first_days;             // by seat: first_day_at
  std::vector<hindrance> kept_by;          // by seat: hindrance_at
  std::vector<char> applying;              // by routing rule
  std::vector<tri> missing;                // by state: state_missing
  std::vector<const state*> consent_bars;  // barred_states
  std::vector<const state*> facts_lacked;  // facts_lacked
  bool states = false;                     // whether these two are looked up
  std::vector<char> barred_modes;          // by mode: mode_barred
  std::vector<const competence*> rows;     // those in force, by actor type, then in their order
};

/// Looks up what the building of a network asks for again and again.
void look_up(build_view& view);
/// Whether a state is missing to the person.
[[nodiscard]] tri missing_in(const build_view& view, state_id which);
/// The states that are missing and that the person's consent bars; those that are missing and that nobody brings about.
[[nodiscard]] std::vector<const state*> barred_states(const build_view& view);
[[nodiscard]] std::vector<const state*> facts_lacked(const build_view& view);
/// Whether a way to hand over takes a state that the person's consent bars.
[[nodiscard]] bool mode_barred(const build_view& view, mode_id mode);
/// The competences of an actor type that are in force, in their order; kept in `found` when they are not looked up yet.
[[nodiscard]] std::span<const competence* const> rows_of(const build_view& view, actor_type_id type,
                                                         std::vector<const competence*>& found);

}  // namespace aiguillage::detail
