#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aiguillage/diagnostic.h"
#include "aiguillage/explain/why_not.h"
#include "aiguillage/follow.h"
#include "aiguillage/qualify.h"
#include "aiguillage/referral.h"

/// What verbs do, whoever asks: the command line and the engine say the same of the same.
namespace aiguillage::steps {

/// A need that is asked about.
struct asked_need {
  need_type_id type;
  right_id right;  // unknown: whatever the right
};

/// `isolation` or `first_claim:rsa`; nullopt once an unknown name is reported.
[[nodiscard]] std::optional<asked_need> find_need(const pack& rules, const std::string& given,
                                                  diagnostics& out);

/// The place of this id, or all places of this type; nullopt once an unknown name is reported.
[[nodiscard]] std::optional<asked_actor> find_actor(const pack& rules, const territory& land,
                                                    const std::string& given, diagnostics& out);

/// The same sites with the actors that are kept, by their number, and the links between them.
[[nodiscard]] territory keep_actors(const territory& land, const std::vector<bool>& kept);

/// The same places without the actor types that do not exist in a case.
[[nodiscard]] territory without_types(const territory& land, const std::vector<actor_type_id>& absent);

/// What is asked of a path besides where it goes.
struct route_wishes {
  int plans = 3;
  std::optional<history> after;  // what happened so far
  std::string today;             // YYYY-MM-DD, with `after`; "": the day of the last event
};

/// A path and all that it was made from; it points into the rules and the territory.
struct routed {
  situation person;  // of today
  std::optional<followed_path> path;
  qualification found;
  referral proposed;

  [[nodiscard]] const followed_path* so_far() const { return path ? &*path : nullptr; }
  /// Whether something is left for a helper to look at: a need without anyone, an event to check.
  [[nodiscard]] bool has_findings() const {
    return !proposed.unmet.empty() || (path && !path->now.found.empty());
  }
};

/// The paths of one person; nullopt once events that contradict each other are reported.
[[nodiscard]] std::optional<routed> route_person(const pack& rules, const territory& land,
                                                 const situation& person, const route_wishes& wishes,
                                                 diagnostics& out);

}  // namespace aiguillage::steps
