#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "aiguillage/diagnostic.h"
#include "aiguillage/territory.h"

/// What is wrong in a territory, and how it holds together. Who serves what is what the engine itself would offer
/// (network/) to someone: no rule has a second meaning here. A place that never opens serves nothing.
#pragma GCC visibility push(default)
namespace aiguillage {

/// The day on which a territory is looked at, and how many people need what and how many an actor takes.
struct survey_options {
  std::string day;                     // YYYY-MM-DD on which it is looked at; "": reference date of the pack
  std::map<need_type_id, int> demand;  // people with a need; when not told, 1 (assumed)
  std::map<actor_id, int> capacity;    // people an actor takes; when not told, 1 per need served (assumed)
};

/// Who serves the needs of one type, for some people at least.
struct need_survey {
  need_type_id which;
  std::vector<actor_id> concluding;   // competent for one right at least
  std::vector<actor_id> first_level;  // partial whatever the right
  bool everyone = false;              // one of them whatever else is known of the person
  bool minimum = false;               // one of them at a level for people who are not known to be autonomous
  std::vector<std::string>
      left_out;   // communes with a site here of which none of them receives the inhabitants
  int asked = 0;  // people with the need, as told or assumed
  int met = 0;    // of them, served at once by a greatest flow of needs to capacities
};

/// Who decides a right, and who helps with its claim.
struct right_survey {
  right_id which;
  std::vector<actor_type_id> operators;  // that may decide it, replacements among them
  std::vector<actor_id> deciding;
  std::vector<actor_id> helping;
  std::vector<std::string>
      left_out;  // communes with a site here of which no operator receives the inhabitants
};

/// What one actor is for.
struct actor_survey {
  value_set concludes;      // need types, for one right at least
  value_set first_level;    // need types that it serves partially, whatever the right
  int minutes_a_week = -1;  // open, over the year to come; -1: its hours are not known
  bool door = false;        // a first door: see referral_web
  std::size_t reached = 0;  // from a first door: actors, itself apart
  value_set
      needs_reached;  // from a first door: need types that are concluded on the way, there or further on
};

/// Actors who may send a person round: each is linked to the next, all serve the needs at first level only.
struct referral_loop {
  std::vector<actor_id> actors;
  std::vector<need_type_id> needs;
  bool way_out = false;  // each of the needs is concluded by someone here
};

/// An actor without whom something breaks.
struct single_point {
  actor_id who;
  std::vector<need_type_id> needs;  // that are concluded only by way of it, from the first doors
  std::vector<actor_id> behind;     // to whom every referral from the first doors passes through it
  bool splits = false;              // without it the network falls into more parts
};

/// The referral network. Its vertices are the actors. There is an edge from u to v when a link of the territory says
/// so, or when u serves a need at first level only and v is competent for it: that is where the pack says that a first
/// level must lead, and an actor that does not serve a need at all is not asked about it. For all needs at once, nearly
/// everyone completes someone, so that a strong component would only say who works together: loops are the strong
/// components of the links among those who serve the same need at first level, where a person may go round without
/// the need being met. First doors are the actors of the group `proximity` that serve something and that a person may
/// come to alone; where there is none, every actor that a person may come to alone.
struct referral_web {
  std::vector<referral_loop> loops;
  std::vector<single_point> points;  // in the order of the actors
};

/// Points into nothing; ids are those of the pack and of the territory.
struct survey {
  std::string day;
  std::vector<need_survey> needs;    // that may arise under the pack, in its order
  std::vector<right_survey> rights;  // that may be claimed or decided under the pack, in its order
  id_vector<actor_id, actor_survey> actors;
  referral_web web;
  diagnostics findings;  // sorted by place; what may be true is a note, what cannot be right is a warning
};

/// Looks at a territory on a day. Reads the whole of it; writes nothing.
[[nodiscard]] survey survey_territory(const territory& land, const pack& rules,
                                      const survey_options& options = {});

}  // namespace aiguillage
#pragma GCC visibility pop
