#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "aiguillage/calendar.h"
#include "aiguillage/survey.h"
#include "network/builder.h"
#include "survey/codes.h"

namespace aiguillage::surveying {

/// How actors of one kind stand to needs of one sort.
enum class standing : std::uint8_t { none, first_level, concludes };
struct stand {
  standing best = standing::none;  // for some people
  bool everyone = false;           // whatever else is known of the person
  bool minimum = false;            // at a level for people who are not known to be autonomous
};

/// What one way of serving a need requires and brings about, for someone who has none of the states.
struct effect {
  state_set requires_states = 0;
  state_set produces = 0;

  friend bool operator<(const effect& a, const effect& b) {
    return a.requires_states != b.requires_states ? a.requires_states < b.requires_states
                                                  : a.produces < b.produces;
  }
};

/// Actors that serve alike: of one type, signing the same mandates, without the same needs.
struct kind {
  actor_type_id type;
  bool mandates = true;
  std::vector<mandate_kind> signs;
  value_set without;
  std::vector<actor_id> actors;
  std::vector<effect> effects;  // of each way in which it serves someone, once each
  state_set produces = 0;       // by being there
};

/// Needs of one type, about rights to which every kind stands alike.
struct matter {
  need_type_id type;
  std::vector<need> needs;    // one for each right and operator
  std::vector<stand> stands;  // by kind
};

/// One survey of one territory.
struct work {
  const pack& rules;
  const territory& land;
  const survey_options& options;
  civil_date day;
  situation anyone;      // of whom nothing is known but the day
  situation autonomous;  // who manages alone; nothing else is known
  qualification nothing;
  survey& into;
  std::vector<timetable> openings;    // of the year to come, by actor; empty where hours are not known
  std::vector<kind> kinds;            // of the actors that open at all
  std::vector<matter> matters;        // in the order of the needs of the pack
  detail::state_table states;         // every state that a stop may bring about
  std::vector<std::string> communes;  // with a site here

  [[nodiscard]] detail::build_view view() const { return detail::view_of(rules, land, anyone, nothing); }
};

/// Days that hours are looked at.
inline constexpr int days_of_a_year = 366;

/// Adds one finding about an actor, a site, or the territory as a whole.
void report(work& on, severity level, const char* code, const written_at& where, text message, text hint);
void report(work& on, severity level, const char* code, actor_id who, const text& message, text hint);
void report(work& on, severity level, const char* code, const text& message, text hint);

/// "« nom »" and "'name'".
[[nodiscard]] text quoted(const std::string& name);
/// The first names, and how many are left.
[[nodiscard]] text listed(const std::vector<std::string>& names, std::size_t most = 8);
[[nodiscard]] std::vector<std::string> ids_of(const work& on, const std::vector<actor_id>& actors);
[[nodiscard]] std::vector<std::string> ids_of(const work& on, const std::vector<need_type_id>& needs);

/// The hours of all actors over the year to come, then what is odd in them.
void read_hours(work& on);
void check_hours(work& on);
void check_records(work& on);
void check_places(work& on);

/// Whether a point is too far from the centre of its commune to be in it, the commune being of this area: more than three
/// times the radius of a disc of that area, and 1 km (assumed).
[[nodiscard]] bool outside_commune(const point& where, const point& centre, double square_metres);

/// Whether an actor opens at all, as far as its hours say.
[[nodiscard]] bool opens(const work& on, actor_id who);
/// Whether only a professional may send someone there: no channel or no booking that a person may use.
[[nodiscard]] bool only_by_professionals(const detail::build_view& view, const actor& who);
/// Whether some people live in the zones of both.
[[nodiscard]] bool zones_meet(const work& on, const actor& a, const actor& b);
/// The communes of the territory of which none of these actors receives the inhabitants.
[[nodiscard]] std::vector<std::string> left_out_by(const work& on, const std::vector<actor_id>& actors);

/// Kinds and matters, then who serves what.
void find_kinds(work& on);
void find_matters(work& on);
void note_services(work& on);

void check_needs(work& on);
void check_rights(work& on);
void check_dead_ends(work& on);

/// The referral network: loops, single points, reach, and the flow of needs to capacities.
void find_web(work& on);
void find_flow(work& on);
void check_web(work& on);

}  // namespace aiguillage::surveying
