#include <algorithm>
#include <map>
#include <set>

#include "explain/phrases.h"
#include "survey/graph.h"
#include "survey/surveying.h"

/// The referral network of a territory (survey.h says which). Actors of one kind share their edges: between actors stand
/// one vertex where a kind sends from, one for each matter, one where a kind receives, one where a kind concludes.
namespace aiguillage::surveying {
namespace {

constexpr std::size_t no_kind = static_cast<std::size_t>(-1);

struct web {
  std::vector<std::size_t> kind_of;  // by actor
  std::vector<arc> links;            // between actors that open, once each
  std::vector<bool> sends_by_link;   // by actor
  std::size_t kinds = 0;
  std::size_t matters = 0;
  std::size_t needs = 0;
  std::vector<arc> arcs;

  [[nodiscard]] std::size_t actors() const { return kind_of.size(); }
  [[nodiscard]] std::size_t sends(std::size_t kind) const { return actors() + kind; }
  [[nodiscard]] std::size_t receives(std::size_t kind) const { return actors() + kinds + kind; }
  [[nodiscard]] std::size_t concludes(std::size_t kind) const { return actors() + 2 * kinds + kind; }
  [[nodiscard]] std::size_t matter_at(std::size_t index) const { return actors() + 3 * kinds + index; }
  [[nodiscard]] std::size_t done(std::size_t need) const { return actors() + 3 * kinds + matters + need; }
  [[nodiscard]] std::size_t root() const { return done(needs); }
};

void add_links(const work& on, web& to) {
  std::set<arc> seen;
  for (const handoff_link& one : on.land.links) {
    if (!one.from.known() || !one.to.known() || one.from == one.to) continue;
    const arc link{one.from.index(), one.to.index()};
    if (to.kind_of[link.first] == no_kind || to.kind_of[link.second] == no_kind) continue;
    if (!seen.insert(link).second) continue;
    to.links.push_back(link);
    to.sends_by_link[link.first] = true;
  }
  to.arcs = to.links;
}

void add_kind(const work& on, std::size_t index, web& to) {
  const kind& one = on.kinds[index];
  for (const actor_id who : one.actors) {
    to.arcs.emplace_back(who.index(), to.sends(index));
    to.arcs.emplace_back(to.receives(index), who.index());
    to.arcs.emplace_back(who.index(), to.concludes(index));
  }
  const value_set concluded = on.into.actors[one.actors.front()].concludes;
  for (std::size_t i = 0; i < to.needs; ++i)
    if (concluded.test(i)) to.arcs.emplace_back(to.concludes(index), to.done(i));
  for (std::size_t i = 0; i < to.matters; ++i) {
    const standing best = on.matters[i].stands[index].best;
    if (best == standing::first_level) to.arcs.emplace_back(to.sends(index), to.matter_at(i));
    if (best == standing::concludes) to.arcs.emplace_back(to.matter_at(i), to.receives(index));
  }
}

web web_of(const work& on) {
  web result;
  result.kind_of.assign(on.land.actors.size(), no_kind);
  result.sends_by_link.assign(on.land.actors.size(), false);
  result.kinds = on.kinds.size();
  result.matters = on.matters.size();
  result.needs = on.rules.needs.size();
  for (std::size_t i = 0; i < on.kinds.size(); ++i)
    for (const actor_id who : on.kinds[i].actors) result.kind_of[who.index()] = i;
  add_links(on, result);
  for (std::size_t i = 0; i < on.kinds.size(); ++i) add_kind(on, i, result);
  return result;
}

void find_doors(work& on) {
  const detail::build_view view = on.view();
  std::vector<actor_id> alone;
  bool proximity = false;
  for (const kind& one : on.kinds) {
    if (one.effects.empty()) continue;
    for (const actor_id who : one.actors) {
      if (only_by_professionals(view, on.land.actors[who])) continue;
      alone.push_back(who);
      proximity = proximity || on.rules.actor_types[one.type].family == group::proximity;
    }
  }
  for (const actor_id who : alone)
    on.into.actors[who].door =
        !proximity || on.rules.actor_types[on.land.actors[who].type].family == group::proximity;
}

// --- Loops ---------------------------------------------------------------------------------------------

/// The strong components of more than one actor among links that join two actors who serve a matter at first level.
std::vector<std::vector<actor_id>> circles(const work& on, const web& in, const matter& about) {
  const auto first_level = [&](std::size_t who) {
    return about.stands[in.kind_of[who]].best == standing::first_level;
  };
  std::vector<arc> round;
  std::copy_if(in.links.begin(), in.links.end(), std::back_inserter(round),
               [&](const arc& one) { return first_level(one.first) && first_level(one.second); });
  if (round.empty()) return {};
  const std::vector<std::size_t> component = strong_components_of(on.land.actors.size(), round);
  std::map<std::size_t, std::vector<actor_id>> parts;
  for (std::size_t i = 0; i < component.size(); ++i) parts[component[i]].emplace_back(i);
  std::vector<std::vector<actor_id>> result;
  for (auto& [which, actors] : parts)
    if (actors.size() > 1) result.push_back(std::move(actors));
  return result;
}

void find_loops(work& on, const web& in) {
  std::map<std::vector<actor_id>, referral_loop> loops;
  for (const matter& about : on.matters) {
    const bool way_out = std::any_of(about.stands.begin(), about.stands.end(),
                                     [](const stand& one) { return one.best == standing::concludes; });
    for (const std::vector<actor_id>& actors : circles(on, in, about)) {
      const auto [place, fresh] = loops.try_emplace(actors, referral_loop{actors, {}, true});
      referral_loop& one = place->second;
      if (one.needs.empty() || one.needs.back() != about.type) one.needs.push_back(about.type);
      one.way_out = one.way_out && way_out;
    }
  }
  for (auto& [actors, one] : loops) on.into.web.loops.push_back(std::move(one));
}

// --- Single points of failure --------------------------------------------------------------------------

/// Kinds side by side: one sends people to the other about some matter.
std::vector<std::vector<bool>> neighbours(const work& on) {
  std::vector<std::vector<bool>> beside(on.kinds.size(), std::vector<bool>(on.kinds.size()));
  for (const matter& about : on.matters)
    for (std::size_t a = 0; a < on.kinds.size(); ++a) {
      if (about.stands[a].best != standing::first_level) continue;
      for (std::size_t b = 0; b < on.kinds.size(); ++b)
        if (about.stands[b].best == standing::concludes) beside[a][b] = beside[b][a] = true;
    }
  return beside;
}

/// The undirected network with fewer edges and the same articulation points among actors: the actors of a kind of
/// several meet at one vertex, which stands for all that they have beside them; where that is a single actor, there.
std::vector<arc> side_by_side(const work& on, const web& in) {
  const std::vector<std::vector<bool>> beside = neighbours(on);
  std::vector<arc> edges = in.links;
  std::vector<std::size_t> meets(on.kinds.size());
  for (std::size_t k = 0; k < on.kinds.size(); ++k) {
    const std::vector<actor_id>& actors = on.kinds[k].actors;
    meets[k] = actors.size() == 1 ? actors.front().index() : in.sends(k);
    if (actors.size() == 1) continue;
    std::vector<std::size_t> others;
    for (std::size_t b = 0; b < on.kinds.size(); ++b)
      if (beside[k][b]) others.push_back(b);
    if (others.empty()) continue;
    const bool one_actor = others.size() == 1 && on.kinds[others.front()].actors.size() == 1;
    if (one_actor) meets[k] = on.kinds[others.front()].actors.front().index();
    for (const actor_id who : actors) edges.emplace_back(who.index(), meets[k]);
  }
  for (std::size_t a = 0; a < on.kinds.size(); ++a)
    for (std::size_t b = a + 1; b < on.kinds.size(); ++b)
      if (beside[a][b] && meets[a] != meets[b]) edges.emplace_back(meets[a], meets[b]);
  return edges;
}

/// Gives each actor before a vertex, from the first doors, what is behind it.
template <class Tell>
void climb(const web& in, const std::vector<std::size_t>& above, std::size_t from, const Tell& tell) {
  for (std::size_t v = above[from]; v != no_vertex && v != in.root(); v = above[v])
    if (v < in.actors()) tell(actor_id(v));
}

void find_points(work& on, const web& in) {
  std::vector<arc> arcs = in.arcs;
  for (std::size_t i = 0; i < in.actors(); ++i)
    if (on.into.actors[actor_id(i)].door) arcs.emplace_back(in.root(), i);
  const std::vector<std::size_t> above = dominators_of(in.root() + 1, arcs, in.root());
  std::map<actor_id, single_point> points;
  const auto at = [&](actor_id who) -> single_point& {
    return points.try_emplace(who, single_point{who, {}, {}, false}).first->second;
  };
  for (std::size_t i = 0; i < in.actors(); ++i)
    climb(in, above, i, [&](actor_id who) { at(who).behind.emplace_back(i); });
  for (std::size_t i = 0; i < in.needs; ++i)
    climb(in, above, in.done(i), [&](actor_id who) { at(who).needs.emplace_back(i); });
  for (const std::size_t v : articulation_points_of(in.root(), side_by_side(on, in)))
    if (v < in.actors()) at(actor_id(v)).splits = true;
  for (auto& [who, one] : points) on.into.web.points.push_back(std::move(one));
}

// --- Reach ---------------------------------------------------------------------------------------------

/// All vertices that are reached from one, itself among them only when it is reached again.
std::vector<bool> reached_from(const std::vector<std::vector<std::size_t>>& rows, std::size_t from) {
  std::vector<bool> seen(rows.size());
  std::vector<std::size_t> open{from};
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    for (const std::size_t next : rows[at])
      if (!seen[next]) {
        seen[next] = true;
        open.push_back(next);
      }
  }
  return seen;
}

void note_reach(work& on, const web& in, std::size_t door, const std::vector<bool>& seen) {
  actor_survey& one = on.into.actors[actor_id(door)];
  const auto actors = static_cast<std::ptrdiff_t>(in.actors());
  one.reached =
      static_cast<std::size_t>(std::count(seen.begin(), seen.begin() + actors, true)) - (seen[door] ? 1 : 0);
  one.needs_reached = one.concludes;
  for (std::size_t i = 0; i < in.needs; ++i)
    if (seen[in.done(i)]) one.needs_reached.set(i);
}

/// Doors of one kind reach the same, but for those that links lead on from.
void find_reach(work& on, const web& in) {
  std::vector<std::vector<std::size_t>> rows(in.root());
  for (const auto& [from, to] : in.arcs) rows[from].push_back(to);
  for (std::size_t k = 0; k < on.kinds.size(); ++k) {
    std::vector<bool> by_kind;
    for (const actor_id who : on.kinds[k].actors) {
      if (!on.into.actors[who].door) continue;
      if (in.sends_by_link[who.index()]) {
        note_reach(on, in, who.index(), reached_from(rows, who.index()));
        continue;
      }
      if (by_kind.empty()) by_kind = reached_from(rows, in.sends(k));
      note_reach(on, in, who.index(), by_kind);
    }
  }
}

// --- Findings ------------------------------------------------------------------------------------------

void say_loop(work& on, const referral_loop& one) {
  const text who = listed(ids_of(on, one.actors)) +
                   text{" se renvoient des personnes en premier niveau pour ",
                        " send people round at first level about "} +
                   listed(ids_of(on, one.needs));
  const written_at& where = on.land.actors[one.actors.front()].written;
  if (one.way_out)
    report(on, severity::note, code::referral_loop, where, who,
           {"convenez de qui passe à un acteur compétent", "agree on who hands over to a competent actor"});
  else
    report(on, severity::warning, code::referral_loop, where,
           who + text{", et personne ici n'y met fin", ", and nobody here puts an end to it"},
           {"ajoutez un acteur compétent", "add a competent actor"});
}

/// Needs that this actor alone serves at all are told of it already (single-actor).
std::vector<need_type_id> served_by_others_too(const work& on, const single_point& one) {
  std::vector<need_type_id> result;
  for (const need_survey& need : on.into.needs)
    if (need.concluding.size() + need.first_level.size() > 1 && detail::contains(one.needs, need.which))
      result.push_back(need.which);
  return result;
}

void say_point(work& on, const single_point& one) {
  const std::vector<need_type_id> needs = served_by_others_too(on, one);
  std::vector<text> parts;
  if (!needs.empty())
    parts.push_back(text{"rien ne se conclut sans lui pour ", "nothing is concluded without it for "} +
                    listed(ids_of(on, needs)));
  if (!one.behind.empty())
    parts.push_back(text{"tout relais passe par lui vers ", "every referral goes through it to "} +
                    listed(ids_of(on, one.behind)));
  if (one.splits) parts.push_back({"sans lui le réseau se coupe", "without it the network falls apart"});
  text words;
  for (const text& each : parts) words = words + (words.fr.empty() ? text{} : text{" ; ", "; "}) + each;
  if (!parts.empty())
    report(on, severity::note, code::single_point, one.who, words,
           {"prévoyez une autre voie", "see to another way"});
}

void say_shortage(work& on, const need_survey& one) {
  const bool told = !on.options.demand.empty() || !on.options.capacity.empty();
  if (!told || one.met >= one.asked || (one.concluding.empty() && one.first_level.empty())) return;
  const std::string met = std::to_string(one.met);
  const std::string asked = std::to_string(one.asked);
  report(on, severity::warning, code::short_capacity,
         text{"le besoin ", "need "} + quoted(on.rules.needs[one.which].id) +
             text{" : " + met + " personnes sur " + asked + " peuvent être reçues",
                  ": " + met + " people of " + asked + " can be received"},
         {"les capacités qui ne sont pas dites sont supposées", "capacities that are not told are assumed"});
}

}  // namespace

void find_web(work& on) {
  find_doors(on);
  const web made = web_of(on);
  find_loops(on, made);
  find_points(on, made);
  find_reach(on, made);
}

void check_web(work& on) {
  for (const referral_loop& one : on.into.web.loops) say_loop(on, one);
  for (const single_point& one : on.into.web.points) say_point(on, one);
  for (const need_survey& one : on.into.needs) say_shortage(on, one);
}

}  // namespace aiguillage::surveying
