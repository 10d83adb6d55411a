#pragma once

#include <cstdint>

#include "yaml/document.h"

namespace aiguillage {

/// What the values of the key tables name or hold.
enum class yaml::content : std::uint8_t {
  free,  // whatever the kind admits
  // Names that the pack defines.
  actor_facts,  // facts whose values are types of actors
  actor_types,
  base_pack,
  consents,
  facts,
  known_states,
  levels,
  modes,
  need_references,  // need, or need:right
  needs,
  publics,
  renunciation_stages,
  requests,
  right_facts,  // facts whose values are rights
  rights,
  sources,  // these may be new
  states,   // these may be new
  urgencies,
  value_lists,
  values_of_fact,
  // Words of closed lists.
  admissions,
  attributes,
  channels,
  default_areas,
  dimensions,
  events,  // kinds of events
  evidences,
  fact_kinds,
  fees,
  grades,
  groups,
  mandate_kinds,
  other_words,
  policies,
  readings,
  reasons,  // of a refusal
  requesters,
  strengths,
  takes,
  waitings,
  week_days,
  // Numbers; see bounds_of.
  arrivals,
  day_minutes,
  days,
  detour,
  event_day,  // since the start
  help_minutes,
  latitude,
  longitude,
  log_odds,
  metres,
  not_negative,
  people,
  percent,
  rank,
  replications,
  rank_or_null,
  stops,
  transit_speed,
  travel_minutes,
  walk_speed,
  weeks,
  // Other scalars.
  actor_type_or_null,
  any_code,
  commune,
  country,
  department,
  epci,
  region,
  siret,
  day_or_date,  // event_day or a date
  home,         // a commune or a point
  only_true,
  time_of_day,
  // Conditions, by what they may look at.
  fact_condition,
  need_condition,
  routing_condition,
  urgency_condition,
  conditions,  // inside a condition: several
  exception,   // inside a condition: one
  // Lists and mappings.
  actor_lists,
  any_name,      // any key, each value a mapping
  effect,        // the keys of the effect of this name
  import_words,  // words of a producer, each with ours
  known_facts,
  mandates,  // yes, no, or which
  needs_by_actor,
  one_effect,        // exactly one key
  percent_by_value,  // of a trait or a fact: any name, and a number
  ranking,
  shares_by_trait,    // shares_by_value by any name
  measures_by_trait,  // what a share is read from, by value, by any name
  shares_by_value,
  strengths_by_rule,
  values_by_name,  // of a trait or a fact: any name, and a value or several
  vocabulary_by_dimension,
  vocabulary_items,  // the keys of the section of this name
};

namespace load {

using yaml::content;

/// The least and the greatest of a number.
struct bounds {
  std::int64_t low = 0;
  std::int64_t high = 0;
};

/// The bounds of a content that is a number; the reader refuses what is outside them.
[[nodiscard]] bounds bounds_of(content number);

}  // namespace load
}  // namespace aiguillage
