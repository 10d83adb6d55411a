#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "aiguillage/area.h"
#include "aiguillage/condition.h"
#include "aiguillage/grid.h"
#include "aiguillage/id.h"
#include "aiguillage/text.h"

/// A pack: everything that people wrote down about rights, needs, helpers and plans. Immutable once loaded.
#pragma GCC visibility push(default)
namespace aiguillage {

/// What a need is about, and the lane in which a plan shows its stops.
enum class dimension : std::uint8_t { digital, administrative, social };
/// The dimensions as files and JSON name them, in the order of `dimension`.
inline constexpr std::array<const char*, 3> dimension_names = {"digital", "administrative", "social"};

/// The force of a rule: `hard` always holds, `strong` yields when nobody else can help, `soft` is a preference.
enum class strength : std::uint8_t { hard, strong, soft };
/// What a rule rests on; `assumed`: on no source. `public_page` is written `public` in files.
enum class evidence : std::uint8_t { measured, testimony, analysis, law, public_page, judgement, assumed };

/// Where a statement stands in the files of the pack.
struct place {
  std::string file;  // relative to the folder that holds the packs
  int line = 0;
};

/// What every rule says of itself.
struct rule {
  std::string id;
  place where;
  text title;
  text because;  // what is said to the helper when the rule applies
  strength force = strength::hard;
  evidence grade = evidence::assumed;
  std::vector<std::string> sources;  // ids of the source register, or "assumed"
  std::string valid_from;            // YYYY-MM-DD or ""
  std::string valid_until;
  std::string review_by;
  std::uint64_t written = 0;  // a hash of the rule as it is written, comments and layout apart
};

/// What the answer to a fact is: yes or no, a whole number, a number with decimals, one or several of its values, a code.
enum class fact_kind : std::uint8_t { boolean, integer, number, one_of, set_of, code };

/// One value of a list, as files name it and as people read it; `sensitive`: to tell it shows something sensitive.
struct value {
  std::string id;
  text label;
  bool sensitive = false;
};

/// A fact that may be known of a situation. Booleans have the values `false` (0) and `true` (1).
struct fact {
  std::string id;
  fact_kind kind = fact_kind::boolean;
  std::vector<value> values;
  std::string values_from;  // "actor_types", "rights"…, or "" when the list is its own
  std::string pattern;      // codes only
  std::string unit;
  text question;
  bool sensitive = false;
  place where;
};

/// What a person may claim: a value of the list `rights`, with who decides it and which need claims it.
struct right {
  std::string id;
  text label;
  std::string demarche;      // id in the vocabulary, or ""
  std::string family;        // of the demarche, an id of the vocabulary; "" when there is none
  actor_type_id decided_by;  // unknown when no actor type decides it
  need_type_id claim;        // the need type that claims this right
  bool offline = false;      // an offline route is established for its procedure
  bool sensitive = false;
};

/// Families of actor types: `operators` decide rights, nobody is to be sent to the `forbidden`.
enum class group : std::uint8_t { proximity, social_work, operators, defence, forbidden };

/// A kind of place or of helper; `decides`: it may decide rights.
struct actor_type {
  std::string id;
  text label;
  group family = group::proximity;
  bool decides = false;
};

/// A form of help, from self-service to deciding; a stop that gives it gives those of `covers` too.
struct help_level {
  std::string id;
  text label;
  int rank = -1;  // -1: outside the order
  std::vector<level_id> covers;
};

/// A way to pass a person on; the higher its rank, the stronger the human continuity.
struct handoff_mode {
  std::string id;
  text label;
  int rank = 0;
};

/// How soon help must come: the higher its rank, the sooner; `delay` says it in words.
struct urgency_level {
  std::string id;
  text label;
  text delay;
  int rank = 0;
};

/// How the right of a need is found: the values of a fact, or one fixed right, under a condition.
struct right_source {
  fact_id from;  // unknown: `fixed` holds the right
  right_id fixed;
  value_set only;  // the values that count
  condition_id when;
};

/// How pressing needs of a type are: it bounds their urgency, and `critical` makes waiting cost more when things are urgent.
enum class waiting_class : std::uint8_t { digital, normal, critical };

/// What meets a need of one type. Source of the tables: `rules/<pack>/needs`.
struct need_type {
  std::string id;
  text label;
  dimension lane = dimension::digital;
  std::vector<level_id> met_by;  // a level, or a level that covers one of these
  level_id floor;                // lowest ranked level for a person who is not known to be autonomous
  int minutes = 30;              // the helper's time at the stop
  std::map<right_id, int> minutes_by_right;
  condition_id decided_when;  // the operator of the right decides at the end
  bool decided = false;
  bool decided_with_claim = false;  // by whoever decides the claim of the right
  bool procedure = false;  // a helper's competence depends on the operator of the right (partial_procedures)
  bool offline = false;    // vanishes when the right takes a paper, counter or telephone route
  waiting_class waiting = waiting_class::normal;
  bool vital = false;
  condition_id vital_when;
  bool needs_no_stop =
      false;  // served by a stop of the plan or offered afterwards, never a reason for one more stop
  std::vector<right_source> rights;
  bool every_right = false;  // one need for each source; otherwise the first source that is known
  rule about;                // source of what is said here
};

/// A rule that makes a need of one type certain (yes) or possible (unknown).
struct need_rule {
  rule about;
  need_type_id need;
  condition_id when;
  bool met_by_any_support = false;  // a social check: met by any stop at social_support
};

/// Needs of one type, about one right or about any.
struct need_reference {
  need_type_id need;
  right_id right;  // unknown: whatever the right
};

/// A state of the world that stops bring about and that others require.
struct state {
  std::string id;
  text label;
  rule about;
  condition_id held_when;  // with `missing_by_default`: held only when this is established
  condition_id missing_when;
  bool missing_by_default = false;
  std::vector<need_reference> produced_by_needs;
  std::vector<level_id> produced_by_levels;
  std::vector<actor_type_id> produced_by_actors;
  std::vector<mode_id> produced_by_modes;
  bool produced_on_the_spot = false;
  std::vector<need_reference> required_by_needs;
  std::vector<need_reference> required_by_decisions;
  std::vector<level_id> required_by_levels;
  std::vector<level_id> required_by_levels_outside_operators;
  std::vector<actor_type_id> required_by_actors;
  std::vector<mode_id> required_by_modes;
  int required_from_minutes = 0;  // 0: never for its length alone
  fact_id covers;                 // a set of families of procedures: what a mandate already given is for
  fact_id spoken;               // a code: the state is held at an actor that declares it among its languages
  bool new_element = false;     // opens again a door already tried
  bool per_need = false;        // holds only for the need for which it was brought about
  value_set barred_by_consent;  // kinds of consent with which it cannot be brought about
};

/// How well an actor serves a need: `partial` is a first level only, and costs more.
enum class grade : std::uint8_t { competent, partial };

/// One actor type serves some needs, at some levels, under a condition on the person and the right.
struct competence {
  actor_type_id actor;
  std::vector<need_type_id> needs;
  grade quality = grade::competent;
  std::vector<level_id> levels;
  condition_id when;
  rule about;
};

/// For these operators or rights the actor's competence in procedures is partial (knowledge.md 3.2).
struct partial_procedures {
  value_set operators;
  value_set rights;
};

/// Gives this level to a person for whom `when` is yes, if no rule before it did.
struct urgency_rule {
  rule about;
  urgency_id level;
  condition_id when;
};

/// The closed set of what a routing rule can do. One struct per effect; a rule has exactly one.
enum class effect_kind : std::uint8_t {
  exclude,           // these actors do not serve these needs
  replace_operator,  // the right is decided elsewhere
  hand_off,          // the hand-off mode of every hand-off; the first rule that applies decides
  hand_off_in_time,  // the mode instead of an appointment that would come after the deadline
  not_first,         // a stop that serves only this dimension does not open the path
  vital_first,       // vital needs: competent actors, first, the same day
  new_element,       // the doors named by a fact come again only with a new element
  offline,           // the paper, counter or telephone route is taken where there is one
  defer,             // needs met only at these levels wait until after this path
  prefer_help,       // the levels of help to choose from, the best first
  same_helper,  // between nearly equal plans, the actors named by a fact: they take no more of anyone's time
  check_hand_off,  // whoever hands a person over checks later that they were received
  within_reach,    // places that the person cannot reach, and that do not come to them, serve nothing
  book_for,        // the mode to places that the person cannot ask: no means to, or professionals only
  next_date,  // the helper who serves one of `needs`, else the first one, keeps the file and sets the next date
};

/// What an exclusion spares: this actor, for these needs and rights (none: all), when `when` is yes.
struct exception {
  actor_type_id actor;
  std::vector<need_type_id> needs;
  value_set rights;
  condition_id when;
};

/// What plans keep to for a person for whom `when` is yes; beside each member stand the effects that read it.
struct routing_rule {
  rule about;
  condition_id when;
  effect_kind effect = effect_kind::exclude;
  std::vector<actor_type_id> actors;  // exclude; replace_operator: from these
  std::vector<group> groups;          // exclude
  std::vector<dimension> dimensions;  // exclude, not_first; none: all
  std::vector<level_id> levels;       // exclude, defer; none: all; prefer_help: the best first
  fact_id actors_in;                  // exclude, new_element, same_helper: the actor types held by this fact
  bool deciding_too = false;          // exclude: from the deciding steps as well
  std::vector<exception> except;      // exclude
  actor_type_id replacement;          // replace_operator
  value_set rights;                   // replace_operator, offline; none: all
  mode_id mode;                       // hand_off, hand_off_in_time, book_for
  bool any_procedure = false;         // offline: whether or not an offline route is established
  std::vector<need_type_id> needs;    // next_date
};

/// Whom a place may say that it receives. What a person is follows from facts; no rule of the pack decides by it.
struct public_group {
  std::string id;
  text label;
  condition_id when;
  bool told = false;  // false: no fact tells it
  std::vector<std::string> sources;
  place where;
};

/// What the type of a place lets one suppose when an imported record does not say it.
struct type_default {
  actor_type_id type;
  area_kind serves = area_kind::commune;  // its own commune or department
  std::vector<std::string> sources;
  place where;
};

/// Facts that one question settles together.
struct question_group {
  std::string id;
  std::vector<fact_id> facts;
  text question;
  place where;
};

/// A figure of the ranking, in thousandths, with its meaning and source.
struct ranking_value {
  std::int64_t thousandths = 0;
  std::string unit;
  text meaning;
  std::string source;
  place where;
};

/// An entry of the register of sources: what it says, and how far that was checked (`status`, in free words).
struct source {
  std::string id;
  std::string statement;
  std::string status;
};

/// Everything above, indexed by id.
struct pack {
  std::string id;
  std::string version;
  std::string reference_date;
  std::string hash;  // 16 hexadecimal digits over the files that were read
  text title;

  id_vector<fact_id, fact> facts;
  id_vector<right_id, right> rights;                 // in the order of the value list `rights`
  id_vector<actor_type_id, actor_type> actor_types;  // in the order of the vocabulary
  id_vector<level_id, help_level> levels;
  id_vector<mode_id, handoff_mode> modes;
  id_vector<urgency_id, urgency_level> urgencies;
  id_vector<need_type_id, need_type> needs;  // in the order of the vocabulary
  id_vector<state_id, state> states;
  id_vector<public_id, public_group> publics;
  std::vector<std::string> organisms;      // the value list `organisms`
  std::vector<std::string> consents;       // vocabulary.consent_kinds
  std::vector<value> renunciation_stages;  // vocabulary, the earliest first
  need_type_id default_claim;  // the need type that claims a right unless the right says otherwise

  std::map<std::size_t, right_id>
      right_of_request;  // by value of `request`: the right that it says by itself

  condition_pool conditions;
  std::vector<need_rule> need_rules;  // in the order of needs, then of the file
  std::vector<competence> competences;
  id_vector<actor_type_id, partial_procedures> partial;
  std::vector<urgency_rule> urgency_rules;  // the first that holds gives the level
  std::vector<routing_rule> routing;
  std::vector<question_group> questions;
  std::vector<type_default> defaults;
  evaluation_grid grid;
  std::map<std::string, ranking_value> ranking;
  std::map<std::string, source> sources;
};

/// The index of a name in any list of the pack whose items have an `id`; unknown when absent.
template <class Id, class T>
[[nodiscard]] Id find_named(const id_vector<Id, T>& list, const std::string& name) {
  for (std::size_t i = 0; i < list.size(); ++i)
    if (list.items[i].id == name) return Id(i);
  return Id{};
}

}  // namespace aiguillage
#pragma GCC visibility pop
