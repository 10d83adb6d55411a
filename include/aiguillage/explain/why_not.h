#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aiguillage/explain.h"

/// Why a place is not in the main plan: it could serve and is dearer, or something keeps it out, and which facts would
/// let it in if they were otherwise. Spoken to the helper; never advice to answer otherwise, never a refusal.
#pragma GCC visibility push(default)
namespace aiguillage {

/// Whom the question is about: one place, or every place of one type.
struct asked_actor {
  std::string name;  // as it was asked
  actor_type_id type;
  std::vector<actor_id> who;  // empty: there is none of this type here
};

/// The place of this id, else every place of the type of this name; nullopt when it is neither.
[[nodiscard]] std::optional<asked_actor> find_asked(const pack& rules, const territory& land,
                                                    const std::string& name);

/// What keeps a place from one need, the hardest first.
enum class bar_kind : std::uint8_t {
  hard_rule,    // a hard rule excludes it
  hard_state,   // a state is missing that it takes, and that nobody here can bring about
  consent,      // what the person agreed to does not allow the help that it gives
  place,        // what the place says of itself, or the path so far: `kept_by`
  absent,       // there is no place of this type here
  remit,        // no competence of its type covers the need
  level,        // the help that it gives is not enough for this person
  condition,    // its competence holds only under a condition: not met (no) or not known (unknown)
  strong_rule,  // a strong rule speaks against it, and others can help
  vital,        // a vital need goes to a competent place that was not tried yet
};

/// One thing that keeps a place from one need.
struct bar {
  bar_kind kind = bar_kind::remit;
  const rule* by = nullptr;  // nullptr when no rule says it
  hindrance kept_by = hindrance::none;
  tri holds = tri::no;  // of a condition
  actor_id who;         // unknown: every place asked about
};

/// How a place stands to one certain need.
enum class place_standing : std::uint8_t {
  in_plan,       // the main plan serves it there
  decides,       // the main plan has it decided there
  able,          // it may serve it, and is not chosen
  able_along,    // it may serve it if the path goes there: the need asks for no stop of its own
  asks_no_stop,  // the need is waived, or settled: `waived_by`
  out,           // kept out: `bars`
};

/// How the places asked about stand to one certain need, and what keeps them out.
struct need_standing_there {
  const need* which = nullptr;
  place_standing stands = place_standing::out;
  std::vector<bar> bars;  // the hardest first
  const rule* waived_by = nullptr;
};

/// The best plan that has one need served there, against the main plan; both in the costs of the search, so without the
/// deciding steps.
struct detour {
  const need* through = nullptr;  // the need that was obliged
  plan_cost cost;
  plan_cost main_cost;
  std::size_t stops = 0;
  std::size_t main_stops = 0;
  bool exact = true;
};

/// One fact that would be otherwise; each of these values does, with whichever values of the other changes.
struct fact_change {
  fact_id which;
  std::vector<fact_value> to;
  bool open = false;       // not known today: a question
  bool sensitive = false;  // the fact, or one of the values
};

/// Facts that together would let the place in; no part of them does.
struct way_in {
  std::vector<fact_change> changes;  // in the order of the facts of the pack
  tri in_main_plan =
      tri::unknown;  // whether the main plan would go there; unknown: for some of the values, or
                     // not looked at
};

/// @{
/// At most this many facts at once; at most this many pairs of values are tried; at most this many ways are kept, and
/// this many situations routed to see whether the main plan would go there.
inline constexpr std::size_t most_changes = 2;
inline constexpr std::size_t most_pairs_tried = 12000;
inline constexpr std::size_t most_ways_in = 12;
inline constexpr std::size_t most_routed = 32;
/// @}

/// Every smallest way in of one fact; when there is none, every way of two facts that bear on one need of its remit.
struct ways_in {
  std::vector<way_in> ways;  // open questions only first, then in the order of the pack
  std::size_t more = 0;      // found and not kept
  std::size_t tried = 0;     // situations
  bool cut_short = false;    // not every pair was tried
};

/// Why the places asked about are not in the main plan. Points into what it was made of.
struct why_not {
  asked_actor about;
  place_standing stands = place_standing::out;  // the best over the needs
  bool bridges = false;                         // the main plan goes there for a state alone
  std::vector<need_standing_there> needs;       // the certain ones
  std::optional<detour> through;  // when able to more: nullopt when no order of stops goes there
  ways_in in;                     // when out
};

/// Why the places asked about are not in the main plan of `proposed`, and what would let them in. `proposed` was made
/// from the same four arguments; the result points into them.
[[nodiscard]] why_not why_not_there(const pack& rules, const territory& land, const situation& person,
                                    const qualification& found, const referral& proposed,
                                    const asked_actor& about);

/// The values tried for one fact: of a list each value, of a set one value more or less, of a number those at the bounds
/// that conditions set and one step beside; never what is known, never a code.
[[nodiscard]] std::vector<fact_value> values_otherwise(const pack& rules, const situation& person,
                                                       fact_id which);

/// Every smallest set of facts that would give one of these places a service for a certain need, if they were otherwise.
[[nodiscard]] ways_in ways_into(const pack& rules, const territory& land, const situation& person,
                                const asked_actor& about);

/// How the place stands on the whole, in a sentence.
[[nodiscard]] text standing_words(const pack& rules, const why_not& of);

/// How it stands to one need, in a few words.
[[nodiscard]] text standing_words(const pack& rules, const need_standing_there& one);

/// What keeps it out, in a few words, after its name when several places were asked about; empty for a bar that a rule
/// alone could say when `by` is null.
[[nodiscard]] text bar_words(const pack& rules, const territory& land, const why_not& of, const bar& one);

/// What the best plan through the place costs more and less than the main plan, in a sentence.
[[nodiscard]] text detour_words(const pack& rules, const detour& one);

/// What would be otherwise: the question, then the answers that do.
[[nodiscard]] text change_words(const pack& rules, const situation& person, const fact_change& one);

/// What the search for ways in says of itself: what it found, its bound, or that it is a matter of the territory.
[[nodiscard]] text ways_words(const why_not& of);

}  // namespace aiguillage
#pragma GCC visibility pop
