#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aiguillage/id.h"
#include "aiguillage/pack.h"
#include "aiguillage/situation.h"
#include "aiguillage/text.h"

/// Synthetic people: what is assumed of those who live in some areas, and persons drawn from it. Nothing here is seen by
/// `qualify`, which reads the facts of a person drawn as it reads those of anybody.
#pragma GCC visibility push(default)
namespace aiguillage {

/// Index into population::traits.
using trait_id = strong_id<struct trait_tag>;

/// Something by which people are counted, or that is drawn on the way to facts: an age group, a diploma. No rule sees it.
struct trait {
  std::string id;
  std::vector<std::string> values;
  std::vector<std::string> sources;
};

/// Holds when the trait, or the fact, has one of these values; a fact that is not known has none.
struct draw_test {
  trait_id trait;
  fact_id fact;  // one of the two is known
  value_set any_of;

  /// Field by field.
  friend bool operator==(const draw_test&, const draw_test&) = default;
};

/// All of the tests must hold; none: everybody.
using draw_guard = std::vector<draw_test>;

/// Multiplies the number of people who are all of this at once, before margins are fitted.
struct association {
  draw_guard when;  // on counted traits only
  std::int64_t times_thousandths = 1000;
  std::vector<std::string> sources;
};

/// Where some of the people of an area live.
struct people_home {
  std::string commune;      // INSEE code
  std::optional<point> at;  // none: where the territory has the commune
  std::int64_t people = 0;  // a share in any unit

  /// Field by field.
  friend bool operator==(const people_home& a, const people_home& b) {
    const bool same_place = a.at && b.at
                                ? a.at->latitude == b.at->latitude && a.at->longitude == b.at->longitude
                                : !a.at && !b.at;
    return a.commune == b.commune && a.people == b.people && same_place;
  }
};

/// One area and its people, with one margin for each counted trait and one share (any unit) for each of its values.
struct people_area {
  std::string id;
  text title;
  std::string commune;             // INSEE code given to situations as their home; "" when the area is none
  std::vector<people_home> homes;  // none: all of them in `commune`
  std::int64_t people = 0;
  std::vector<std::vector<std::int64_t>> margins;
  std::vector<std::string> sources;
  std::vector<std::uint64_t> table;  // people of each combination, in 2^-32 of one; see combination_value
};

/// How the value of a trait or of a fact is drawn.
enum class draw_kind : std::uint8_t {
  one_of,   // one value, or unknown, by shares
  each,     // a set: each value by itself; unknown first
  between,  // a whole number, each alike
  logit     // the second of two values, by logistic regression
};

/// One line of a draw; the first whose guard holds is taken.
struct draw_row {
  draw_guard when;
  std::vector<std::int64_t> shares;  // by value, then unknown; of `each`: in 100,000
  std::int64_t from = 0;             // between
  std::int64_t to = 0;

  /// Field by field.
  friend bool operator==(const draw_row&, const draw_row&) = default;
};

/// One term of a logistic regression, added when its guard holds.
struct logit_term {
  draw_guard when;
  std::int64_t by_thousandths = 0;

  /// Field by field.
  friend bool operator==(const logit_term&, const logit_term&) = default;
};

/// Gives a value to one trait or to one fact. A fact for which no row holds stays unknown.
struct draw {
  draw_kind kind = draw_kind::one_of;
  trait_id trait;
  fact_id fact;  // one of the two is known
  std::vector<draw_row> rows;
  std::int64_t intercept_thousandths = 0;  // logit
  std::vector<logit_term> terms;           // logit
  std::vector<std::string> sources;

  /// Field by field.
  friend bool operator==(const draw&, const draw&) = default;
};

/// A published figure: the share of those who have a value among all, among those of an area, or of a profile.
struct population_check {
  draw_test of;
  std::optional<std::size_t> area;
  draw_guard profile;  // on counted traits only
  std::int64_t percent_thousandths = 0;
  std::int64_t within_thousandths = 0;
  std::vector<std::string> sources;
};

/// All that is assumed of the people of a territory, with its sources. The counted traits come first.
struct population {
  std::string id;
  std::string hash;  // 16 hexadecimal digits over what the file says, and the areas of a table
  text title;
  id_vector<trait_id, trait> traits;
  std::size_t counted = 0;
  std::vector<people_area> areas;
  std::vector<association> together;
  std::vector<draw> draws;
  std::vector<population_check> checks;
};

/// Most combinations of counted traits.
inline constexpr std::size_t most_combinations = 100000;

/// How many combinations the counted traits have.
[[nodiscard]] std::size_t combinations(const population& of);

/// The value of a counted trait in a combination; the last trait varies fastest.
[[nodiscard]] std::size_t combination_value(const population& of, std::size_t combination, trait_id which);

/// Fills the table of an area: starts from the associations and scales to each margin in turn (iterative proportional
/// fitting, Deming and Stephan 1940), so that margins hold and odds ratios stay as declared. False when the margins cannot
/// hold together.
[[nodiscard]] bool fit_margins(const population& of, people_area& area);

/// A person who was drawn.
struct synthetic_person {
  std::size_t area = 0;
  id_vector<trait_id, std::uint8_t> traits;
  situation facts;
};

/// Whom to draw from: every combination of every area with its weight, or only those of one area or of a profile.
struct people_frame {
  /// A combination of an area, and how far the weights go with it.
  struct entry {
    std::uint32_t area = 0;
    std::uint32_t combination = 0;
    std::uint64_t up_to = 0;  // sum of the weights so far
  };
  std::vector<entry> entries;
};

/// Everybody, or those of an area and a profile. Without entries when there is nobody.
[[nodiscard]] people_frame frame_of(const population& of, std::optional<std::size_t> area = std::nullopt,
                                    const draw_guard& profile = {});

/// Which person: the same seed, stream and number give the same person, whoever was drawn before (Philox4x32-10, a
/// counter-based generator: Salmon, Moraes, Dror and Shaw 2011).
struct person_number {
  std::uint64_t seed = 1;
  std::uint32_t stream = 0;  // of a replication
  std::uint64_t number = 0;
};

/// Draws one person from a frame that has entries.
[[nodiscard]] synthetic_person draw_person(const population& of, const pack& rules, const people_frame& from,
                                           const person_number& which);

/// A published figure beside the one drawn.
struct checked_figure {
  const population_check* which = nullptr;
  std::int64_t people = 0;  // drawn for it; 0 when there is nobody to draw from
  std::int64_t count = 0;   // of them who have the value
  bool holds = false;       // to the points declared
};

/// Draws `people` persons for each check, among those whom it is about.
[[nodiscard]] std::vector<checked_figure> checked_figures(const population& of, const pack& rules,
                                                          std::int64_t people, std::uint64_t seed);

}  // namespace aiguillage
#pragma GCC visibility pop
