#pragma once

#include <string>
#include <utility>
#include <vector>

#include "aiguillage/simulation/reach.h"
#include "report/page.h"
#include "report/simulation_groups.h"

/// Parts of the page of a simulation.
namespace aiguillage::report {

struct simulation_view {
  page on;
  const simulated& of;
  const std::vector<area_outline>& borders;
  published_outcomes outcomes;
  published_visits visits;
  std::vector<published_needs> needs;
  published_losses losses;
  territory_reach reach;
  std::vector<published_public> publics;
  published_exclusions exclusions;

  [[nodiscard]] const std::string& say(const text& words) const { return on.say(words); }
};

/// A count with its thousands apart; words where it is not published.
[[nodiscard]] std::string count_words(const simulation_view& to, const published_count& count);

/// The share of a published count in another, with its sign; a dash when one is not published.
[[nodiscard]] std::string share_words(const simulation_view& to, const published_count& part,
                                      const published_count& whole);
[[nodiscard]] double share_of(const published_count& part, const published_count& whole);

/// The name of a row of areas.
[[nodiscard]] std::string areas_words(const simulation_view& to, const std::vector<std::size_t>& areas);

using table_rows = std::vector<std::vector<std::string>>;

/// A table with its caption; the first cell of each row is its heading.
[[nodiscard]] std::string figures_table(const simulation_view& to, const text& caption,
                                        const std::vector<text>& head, const table_rows& rows);

/// A group of people and how it ended for them; without outcomes: words, in a row of their own.
struct outcome_row {
  std::string name;
  published_count people;
  std::vector<published_count> outcomes;
};

/// A table of groups; outcomes that are none at all have no column.
[[nodiscard]] std::string outcomes_table(const simulation_view& to, const text& caption,
                                         const text& first_heading, const std::vector<outcome_row>& groups);

/// A heading, what to look at, a picture and the table beside it.
[[nodiscard]] std::string chapter(const simulation_view& to, const char* anchor, const text& heading,
                                  const text& look_at, const std::string& drawn, const std::string& table);

[[nodiscard]] std::string simulation_outcomes(const simulation_view& to);
[[nodiscard]] std::string simulation_publics(const simulation_view& to);
[[nodiscard]] std::string simulation_needs(const simulation_view& to);
[[nodiscard]] std::string simulation_exclusions(const simulation_view& to);
[[nodiscard]] std::string simulation_areas(const simulation_view& to);
[[nodiscard]] std::string simulation_access(const simulation_view& to);
[[nodiscard]] std::string simulation_path(const simulation_view& to);
[[nodiscard]] std::string simulation_flows(const simulation_view& to);
[[nodiscard]] std::string simulation_places(const simulation_view& to);
[[nodiscard]] std::string simulation_losses(const simulation_view& to);
[[nodiscard]] std::string simulation_assumptions(const simulation_view& to);

/// "digital needs".
[[nodiscard]] text lane_words(std::size_t lane);

/// The map of the areas, and of the places; empty when nothing has a point.
[[nodiscard]] std::string simulation_map(const simulation_view& to);

/// What made the figures: a name and a value each.
[[nodiscard]] std::vector<std::pair<text, std::string>> manifest_lines(const simulated& of);

extern const char* const simulation_style;

}  // namespace aiguillage::report
