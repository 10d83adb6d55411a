#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "aiguillage/gazetteer.h"
#include "aiguillage/hours.h"
#include "aiguillage/pack.h"
#include "aiguillage/situation.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// Where an item of a territory is written; line 0: not known.
struct written_at {
  std::uint16_t file = 0;  // index into territory::files
  int line = 0;
};

/// A building or an address where one or several actors receive people.
struct site {
  std::string id;
  std::string name;
  std::string address;     // number and street; with the postcode and the town when these are not apart
  std::string complement;  // floor, building
  std::string postcode;
  std::string town;
  std::string commune;  // INSEE code
  std::optional<point> where;
  written_at written{};
};

/// How a place receives people, or is asked for an appointment; the channels of the vocabulary, in its order.
enum class channel : std::uint8_t {
  in_person,
  phone,
  postal,
  email,
  online_self,
  online_assisted,
  pro_platform,
  home_visit,
  itinerant
};

/// What a place can have signed, to act for the person or to ask about their file.
enum class mandate_kind : std::uint8_t { aidants_connect, cnil_paper, aplus, legal };

/// What a place asks for; the words of data·inclusion v0 (`frais`).
enum class fee : std::uint8_t { none, none_on_condition, paid, membership, voucher };

/// Who may ask a place for its help.
enum class requester : std::uint8_t { person, professional };

/// One record of a producer about a place, and which keys of the actor it says when several producers do.
struct record_source {
  std::string producer;
  std::string id;       // in the files of the producer
  std::string vintage;  // YYYY-MM-DD of the statement
  std::vector<std::string> keys;
};

/// What a producer says and no rule reads, kept as it is written.
struct remark {
  std::string name;
  std::string value;
};

/// Whom a place says that it receives: them only, or them first.
struct admission {
  public_id whom;
  bool exclusive = false;
};

/// How a person goes to a place.
enum class travel_means : std::uint8_t { on_foot, public_transport, car };
/// The means as the files of travel/ are named, in the order of `travel_means`.
inline constexpr std::array<const char*, 3> travel_means_names = {"on_foot", "public_transport", "car"};

/// One local actor: what its type does, less what this place does not do.
struct actor {
  std::string id;
  std::string name;
  actor_type_id type;
  site_id at;                           // unknown for the neutral territory
  std::vector<need_type_id> without;    // needs of its type that this place does not serve
  std::vector<std::string> languages;   // ISO codes spoken besides French
  std::vector<area> areas;              // served; none: everyone
  std::vector<channel> channels;        // none: in person
  std::vector<channel> bookings;        // how an appointment is asked for; none: not said
  std::vector<requester> requested_by;  // none: by anyone
  std::vector<admission> publics;       // none: everyone alike
  std::optional<bool> step_free;        // without a step to climb; not known: to be checked
  bool mandates = true;                 // false: the place signs no mandate
  std::vector<mandate_kind> signs;      // when it signs: these only; none named: any
  std::optional<int> appointment_days;  // its own delay, instead of the pack's
  int waiting_days = 0;                 // before it has time for anybody new, as a simulation has it
  std::string full_until;               // YYYY-MM-DD: it takes nobody new before that day
  std::string phone;
  std::string email;
  std::string website;
  std::string hours;                     // OSM opening_hours syntax, kept as written
  std::optional<opening_hours> opening;  // the same, read; none when not given or not readable
  std::string conditions;                // intake conditions, in words
  std::vector<fee> fees;                 // none: not said
  std::string fee_words;                 // what is paid, in words
  std::vector<level_id> helps;           // levels of help that it says it gives; none: not said
  std::vector<std::string> services;     // what it says it does, in the words of its producer
  std::vector<std::string> labels;       // networks and labels, in the same
  std::string siret;                     // 14 digits
  std::string parent;                    // the body that it belongs to
  std::string booking_url;
  std::string access_url;  // page on its accessibility
  std::string description;
  std::string producer;                // who says so
  std::string vintage;                 // YYYY-MM-DD of the statement
  std::vector<record_source> sources;  // the records it was made of; none: written by hand
  std::vector<remark> remarks;
  std::vector<std::string> assumed;  // keys that its type gives it, since nobody says them
  written_at written{};
};

/// A hand-off that two places are known to make.
struct handoff_link {
  actor_id from;
  actor_id to;
  mode_id mode;
  std::string source;
  written_at written{};
};

/// Crow-fly travel with declared factors; `source` says where they come from.
struct travel_model {
  std::int64_t detour_thousandths = 1300;
  std::int64_t walk_metres_per_minute = 75;
  std::int64_t walk_limit_minutes = 25;
  std::int64_t transit_metres_per_minute = 250;
  std::int64_t transit_wait_minutes = 8;
  std::int64_t car_metres_per_minute = 400;
  std::int64_t car_wait_minutes = 5;
  std::array<std::int64_t, 3> most_minutes = {60, 90, 60};  // that may be asked of a person, by each means
  std::int64_t limited_minutes = 20;  // the same of a person who gets around with difficulty, by any means
  std::string source = "assumed";
};

/// The hours taken for a place whose hours are not known (assumed).
inline constexpr const char* assumed_hours = "Mo-Fr 09:00-12:00,14:00-17:00; PH off";

/// Minutes from a commune (INSEE code) or a site (its id) to a site, as a router measured them.
using travel_table = std::map<std::pair<std::string, site_id>, int>;

/// The places where help is given, how they are reached and to whom they hand over.
struct territory {
  std::string id;
  std::string hash;
  text title;
  bool neutral = false;
  int neutral_minutes = 15;        // away from the person, each way
  std::vector<std::string> files;  // that it was read from, as diagnostics call them
  id_vector<site_id, site> sites;
  id_vector<actor_id, actor> actors;
  std::vector<handoff_link> links;
  travel_model travel;
  gazetteer communes;             // the communes that are known; none: codes are taken as they are written
  opening_hours assumed_opening;  // of places whose hours are not known; assumed
  std::array<travel_table, 3> measured;  // by means; pairs that are not there take the model
  std::optional<point> centre;           // where a person whose home is not known is taken to be
};

/// The name of the file of actors/ where an imported place is written: its department in lower case, or "elsewhere".
[[nodiscard]] std::string file_stem_of(const std::string& commune);

/// One actor of each type, each 15 minutes away, no shared site (product.md). Types in `absent` are left out;
/// when `only` is not empty, types outside it are left out.
[[nodiscard]] territory neutral_territory(const pack& rules, const std::vector<actor_type_id>& absent = {},
                                          const std::vector<actor_type_id>& only = {});

/// Metres between two points along a great circle (haversine, mean radius 6,371,008.8 m).
[[nodiscard]] double metres_between(const point& a, const point& b);

/// Minutes of travel by one means for a crow-fly distance in metres.
[[nodiscard]] int travel_minutes(const travel_model& model, travel_means by, double metres);

/// The same when the means are not known: on foot up to a limit, then by public transport.
[[nodiscard]] int travel_minutes(const travel_model& model, double metres);

}  // namespace aiguillage
#pragma GCC visibility pop
