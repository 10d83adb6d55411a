#include "aiguillage/explain/place.h"

#include <algorithm>

#include "aiguillage/qualify.h"
#include "explain/phrases.h"
#include "network/builder.h"

namespace aiguillage {
namespace {

using detail::build_view;
using detail::same;

text listed(const build_view& view, const actor& who, bool exclusive) {
  text words;
  for (const admission& one : who.publics) {
    if (one.exclusive != exclusive) continue;
    words = words + (words.fr.empty() ? text{} : same(", ")) + view.rules.publics[one.whom].label;
  }
  return words;
}

// It is the place that says whom it receives, never a rule of the pack.
void add_publics(const build_view& view, const actor& who, std::vector<text>& all) {
  const text only = listed(view, who, true);
  const text by = same(" (" + who.producer + ")");
  if (only.fr.empty()) return;
  if (detail::is_received(view, who) == tri::yes)
    all.push_back(text{"le lieu dit ne recevoir que : ", "the place says that it receives only: "} + only +
                  by);
  else
    all.push_back(text{"le lieu dit ne recevoir que : ", "the place says that it receives only: "} + only +
                  by + text{" ; demandez si la personne en est", "; ask whether the person is one of them"});
}

void add_preferred(const build_view& view, const actor& who, std::vector<text>& all) {
  const text first = listed(view, who, false);
  if (!first.fr.empty())
    all.push_back(text{"le lieu dit recevoir d'abord : ", "the place says that it receives first: "} + first +
                  same(" (" + who.producer + ")"));
}

void add_zone(const build_view& view, const actor& who, std::vector<text>& all) {
  if (detail::lives_in_zone(view, who) != tri::unknown) return;
  std::string codes;
  for (const area& one : who.areas) codes += (codes.empty() ? "" : ", ") + one.code;
  constexpr std::size_t longest = 60;
  if (codes.size() > longest) codes = codes.substr(0, codes.rfind(',', longest)) + "…";
  const bool assumed = std::find(who.assumed.begin(), who.assumed.end(), "areas") != who.assumed.end();
  all.push_back(
      (assumed ? text{"on suppose, d'après son type, que ce lieu ne sert qu'une zone (codes ",
                      "by its type, this place is assumed to serve one area only (codes "}
               : text{"le lieu ne sert qu'une zone (codes ", "the place serves one area only (codes "}) +
      same(codes) + text{") : demandez où la personne habite", "): ask where the person lives"});
}

void add_full(const build_view& view, const actor& who, std::vector<text>& all) {
  if (!who.full_until.empty() && view.person.date.empty())
    all.push_back(text{"le lieu dit être complet jusqu'au ", "the place says that it is full until "} +
                  same(who.full_until));
}

void add_access(const build_view& view, const actor& who, std::vector<text>& all) {
  if (!detail::receives_in_person(who)) return;
  if (detail::needs_access(view, "step_free") && !who.step_free)
    all.push_back({"l'entrée sans marche n'est pas connue : demandez au lieu",
                   "whether the entrance has no step is not known: ask the place"});
  if (detail::needs_access(view, "hearing"))
    all.push_back({"une aide pour entendre : demandez au lieu", "help to hear: ask the place"});
  if (detail::needs_access(view, "sight"))
    all.push_back({"une aide pour voir ou se repérer : demandez au lieu",
                   "help to see or to find one's way: ask the place"});
}

void add_way(const build_view& view, const actor& who, std::vector<text>& all) {
  const auto has = [&](channel one) {
    return std::find(who.channels.begin(), who.channels.end(), one) != who.channels.end();
  };
  if (has(channel::itinerant) && who.areas.empty())
    all.push_back({"ce service itinérant ne dit pas où il passe : demandez-le",
                   "this mobile service does not say where it goes: ask"});
  if (has(channel::phone) && !detail::may_use(view, channel::phone))
    all.push_back({"la personne n'a pas de téléphone : appelez avec elle",
                   "the person has no telephone: call with them"});
}

void add_unknown_way(const build_view& view, actor_id who, std::vector<text>& all) {
  if (detail::way_unknown(view, who))
    all.push_back({"le temps de trajet depuis cette commune n'est pas connu : vérifiez-le",
                   "travel time not known from this commune: check it"});
}

}  // namespace

text place_name(const pack& rules, const actor& who) {
  const text& type = rules.actor_types[who.type].label;
  return who.name == type.fr ? type : same(who.name);
}

std::vector<text> to_check(const pack& rules, const territory& land, const situation& person, actor_id who) {
  const qualification nothing;
  const build_view view = detail::view_of(rules, land, person, nothing);
  const actor& place = land.actors[who];
  std::vector<text> all;
  add_zone(view, place, all);
  add_publics(view, place, all);
  add_preferred(view, place, all);
  add_full(view, place, all);
  add_access(view, place, all);
  add_unknown_way(view, who, all);
  add_way(view, place, all);
  return all;
}

}  // namespace aiguillage
