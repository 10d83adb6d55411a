#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "aiguillage/survey.h"
#include "survey/graph.h"

/// Random packs and territories, surveyed, against the definition of the network in survey.h taken at its word: a vertex
/// for each actor, an edge for each move, and each actor taken away in turn.
namespace aiguillage::survey_tests {
namespace {

using surveying::arc;

enum class serves : std::uint8_t { nothing, first_level, concludes };

struct random_world {
  std::mt19937 random;
  pack rules;
  territory land;
  std::vector<std::vector<serves>> by_actor;  // then by need

  explicit random_world(unsigned seed) : random(seed) {
    make_pack(2 + below(4), 2 + below(4));
    const std::size_t actors = 1 + below(7);
    for (std::size_t i = 0; i < actors; ++i) add_actor(i);
    for (std::size_t i = below(2 * actors); i > 0; --i)
      land.links.push_back({actor_id(below(actors)), actor_id(below(actors)), {}, "test", {}});
  }

  std::size_t below(std::size_t most) {
    return std::uniform_int_distribution<std::size_t>(0, most - 1)(random);
  }
  [[nodiscard]] std::size_t actors() const { return land.actors.size(); }
  [[nodiscard]] std::size_t needs() const { return rules.needs.size(); }

  void make_pack(std::size_t types, std::size_t needs) {
    rules.reference_date = "2026-06-01";
    help_level together;
    together.id = "do_with";
    const level_id level = rules.levels.add(together);
    for (std::size_t i = 0; i < types; ++i) {
      rules.actor_types.add(
          {"t" + std::to_string(i), {}, below(2) == 0 ? group::proximity : group::social_work});
      rules.partial.add({});
    }
    for (std::size_t n = 0; n < needs; ++n) {
      need_type one;
      one.id = "n" + std::to_string(n);
      one.met_by.assign(1, level);
      need_rule arises;
      arises.need = rules.needs.add(one);
      rules.need_rules.push_back(arises);
      for (std::size_t i = 0; i < types; ++i) add_competence(i, n, level);
    }
  }

  void add_competence(std::size_t type, std::size_t need, level_id level) {
    const std::size_t chosen = below(3);
    if (chosen == 0) return;
    competence row;
    row.actor = actor_type_id(type);
    row.needs.emplace_back(need);
    row.quality = chosen == 1 ? grade::partial : grade::competent;
    row.levels.assign(1, level);
    rules.competences.push_back(row);
  }

  void add_actor(std::size_t index) {
    actor one;
    one.id = "a" + std::to_string(index);
    one.type = actor_type_id(below(rules.actor_types.size()));
    one.vintage = "2026-05-01";
    if (below(3) == 0) one.without.emplace_back(below(needs()));
    std::vector<serves> row(needs(), serves::nothing);
    for (const competence& each : rules.competences)
      if (each.actor == one.type)
        row[each.needs.front().index()] =
            each.quality == grade::competent ? serves::concludes : serves::first_level;
    for (const need_type_id each : one.without) row[each.index()] = serves::nothing;
    by_actor.push_back(row);
    land.actors.add(one);
  }
};

/// The network, an edge at a time.
struct plain_web {
  std::vector<arc> edges;
  std::vector<std::size_t> doors;
};

plain_web plain(const random_world& in) {
  plain_web web;
  for (const handoff_link& one : in.land.links)
    if (one.from != one.to) web.edges.emplace_back(one.from.index(), one.to.index());
  for (std::size_t u = 0; u < in.actors(); ++u)
    for (std::size_t v = 0; v < in.actors(); ++v)
      for (std::size_t n = 0; n < in.needs(); ++n)
        if (in.by_actor[u][n] == serves::first_level && in.by_actor[v][n] == serves::concludes)
          web.edges.emplace_back(u, v);
  std::vector<std::size_t> others;
  for (std::size_t i = 0; i < in.actors(); ++i) {
    const auto& row = in.by_actor[i];
    if (std::all_of(row.begin(), row.end(), [](serves one) { return one == serves::nothing; })) continue;
    const bool near = in.rules.actor_types[in.land.actors[actor_id(i)].type].family == group::proximity;
    (near ? web.doors : others).push_back(i);
  }
  if (web.doors.empty()) web.doors = others;
  return web;
}

using vertices = std::set<std::size_t>;

/// What some vertices lead to, themselves among them, when one is not there.
vertices from(const plain_web& web, const std::vector<std::size_t>& starts, std::size_t without,
              bool both = false) {
  vertices seen(starts.begin(), starts.end());
  seen.erase(without);
  for (std::size_t before = 0; before != seen.size();) {
    before = seen.size();
    for (const auto& [a, b] : web.edges) {
      if (a == without || b == without) continue;
      if (seen.contains(a)) seen.insert(b);
      if (both && seen.contains(b)) seen.insert(a);
    }
  }
  return seen;
}

vertices concluded_by(const random_world& in, const vertices& actors) {
  vertices needs;
  for (const std::size_t who : actors)
    for (std::size_t n = 0; n < in.needs(); ++n)
      if (in.by_actor[who][n] == serves::concludes) needs.insert(n);
  return needs;
}

template <class Ids>
vertices indices(const Ids& ids) {
  vertices all;
  for (const auto one : ids) all.insert(one.index());
  return all;
}

vertices indices(const value_set& set) {
  vertices all;
  for (std::size_t i = 0; i < set.size(); ++i)
    if (set.test(i)) all.insert(i);
  return all;
}

vertices less(const vertices& all, const vertices& those) {
  vertices left;
  std::set_difference(all.begin(), all.end(), those.begin(), those.end(), std::inserter(left, left.end()));
  return left;
}

bool parts_others(const plain_web& web, std::size_t actors, std::size_t without) {
  for (std::size_t a = 0; a < actors; ++a)
    if (a != without &&
        less(from(web, {a}, surveying::no_vertex, true), from(web, {a}, without, true)).size() >
            (from(web, {a}, surveying::no_vertex, true).contains(without) ? 1U : 0U))
      return true;
  return false;
}

constexpr unsigned worlds = 400;

TEST(SurveyWeb, WhoServesWhatIsWhatThePackSays) {
  for (unsigned seed = 0; seed < worlds; ++seed) {
    const random_world in(seed);
    const survey seen = survey_territory(in.land, in.rules);
    for (std::size_t i = 0; i < in.actors(); ++i)
      for (std::size_t n = 0; n < in.needs(); ++n) {
        const actor_survey& one = seen.actors[actor_id(i)];
        ASSERT_EQ(one.concludes.test(n), in.by_actor[i][n] == serves::concludes) << seed;
        ASSERT_EQ(one.first_level.test(n), in.by_actor[i][n] == serves::first_level) << seed;
      }
  }
}

TEST(SurveyWeb, ReachIsWhatReferralsLeadTo) {
  for (unsigned seed = 0; seed < worlds; ++seed) {
    const random_world in(seed);
    const survey seen = survey_territory(in.land, in.rules);
    const plain_web web = plain(in);
    for (std::size_t i = 0; i < in.actors(); ++i) {
      const actor_survey& one = seen.actors[actor_id(i)];
      const bool door = std::find(web.doors.begin(), web.doors.end(), i) != web.doors.end();
      ASSERT_EQ(one.door, door) << seed;
      if (!door) continue;
      const vertices there = from(web, {i}, surveying::no_vertex);
      ASSERT_EQ(one.reached, there.size() - 1) << seed;
      ASSERT_EQ(indices(one.needs_reached), concluded_by(in, there)) << seed;
    }
  }
}

TEST(SurveyWeb, SinglePointsAreThoseWithoutWhomSomethingIsLost) {
  std::size_t found = 0;
  for (unsigned seed = 0; seed < worlds; ++seed) {
    const random_world in(seed);
    const survey seen = survey_territory(in.land, in.rules);
    const plain_web web = plain(in);
    const vertices all = from(web, web.doors, surveying::no_vertex);
    auto next = seen.web.points.begin();
    for (std::size_t v = 0; v < in.actors(); ++v) {
      const vertices left = from(web, web.doors, v);
      vertices behind = less(all, left);
      behind.erase(v);
      const vertices needs = less(concluded_by(in, all), concluded_by(in, left));
      const bool splits = parts_others(web, in.actors(), v);
      if (behind.empty() && needs.empty() && !splits) continue;
      ASSERT_TRUE(next != seen.web.points.end() && next->who == actor_id(v)) << seed << " " << v;
      ASSERT_EQ(indices(next->behind), behind) << seed << " " << v;
      ASSERT_EQ(indices(next->needs), needs) << seed << " " << v;
      ASSERT_EQ(next->splits, splits) << seed << " " << v;
      ++next;
      ++found;
    }
    ASSERT_TRUE(next == seen.web.points.end()) << seed;
  }
  EXPECT_GT(found, worlds / 2);
}

/// By actors: the needs about which they may send people round.
std::map<vertices, vertices> plain_loops(const random_world& in) {
  std::map<vertices, vertices> loops;
  for (std::size_t n = 0; n < in.needs(); ++n) {
    plain_web round;
    for (const handoff_link& one : in.land.links)
      if (in.by_actor[one.from.index()][n] == serves::first_level &&
          in.by_actor[one.to.index()][n] == serves::first_level)
        round.edges.emplace_back(one.from.index(), one.to.index());
    for (std::size_t a = 0; a < in.actors(); ++a) {
      vertices together;
      for (const std::size_t b : from(round, {a}, surveying::no_vertex))
        if (from(round, {b}, surveying::no_vertex).contains(a)) together.insert(b);
      if (together.size() > 1) loops[together].insert(n);
    }
  }
  return loops;
}

TEST(SurveyWeb, LoopsGoRoundAtFirstLevel) {
  std::size_t found = 0;
  for (unsigned seed = 0; seed < worlds; ++seed) {
    const random_world in(seed);
    const survey seen = survey_territory(in.land, in.rules);
    const std::map<vertices, vertices> loops = plain_loops(in);
    ASSERT_EQ(seen.web.loops.size(), loops.size()) << seed;
    for (const referral_loop& one : seen.web.loops) {
      const auto wanted = loops.find(indices(one.actors));
      ASSERT_TRUE(wanted != loops.end()) << seed;
      ASSERT_EQ(indices(one.needs), wanted->second) << seed;
      vertices everyone;
      for (std::size_t i = 0; i < in.actors(); ++i) everyone.insert(i);
      ASSERT_EQ(one.way_out, less(wanted->second, concluded_by(in, everyone)).empty()) << seed;
      ++found;
    }
  }
  EXPECT_GT(found, 15U);
}

/// The flow with one vertex for each actor.
long plain_flow(const random_world& in, const survey_options& told) {
  const std::size_t sink = in.needs() + in.actors() + 1;
  std::vector<surveying::pipe> pipes;
  for (std::size_t n = 0; n < in.needs(); ++n) {
    const auto asked = told.demand.find(need_type_id(n));
    pipes.push_back({sink - 1, n, asked == told.demand.end() ? 1 : asked->second});
  }
  for (std::size_t i = 0; i < in.actors(); ++i) {
    const auto takes = told.capacity.find(actor_id(i));
    const auto& row = in.by_actor[i];
    const long served =
        std::count_if(row.begin(), row.end(), [](serves one) { return one != serves::nothing; });
    pipes.push_back({in.needs() + i, sink, takes == told.capacity.end() ? served : takes->second});
    for (std::size_t n = 0; n < in.needs(); ++n)
      if (row[n] != serves::nothing)
        pipes.push_back({n, in.needs() + i, takes == told.capacity.end() ? 1 : takes->second});
  }
  const std::vector<long> flow = surveying::greatest_flow(sink + 1, pipes, sink - 1, sink);
  long all = 0;
  for (std::size_t n = 0; n < in.needs(); ++n) all += flow[n];
  return all;
}

TEST(SurveyWeb, AsManyAreMetAsWithAVertexForEachActor) {
  for (unsigned seed = 0; seed < worlds; ++seed) {
    random_world in(seed);
    survey_options told;
    for (std::size_t n = 0; n < in.needs(); ++n)
      if (in.below(2) == 0) told.demand[need_type_id(n)] = static_cast<int>(in.below(9));
    for (std::size_t i = 0; i < in.actors(); ++i)
      if (in.below(2) == 0) told.capacity[actor_id(i)] = static_cast<int>(in.below(6));
    long met = 0;
    for (const need_survey& one : survey_territory(in.land, in.rules, told).needs) {
      ASSERT_TRUE(one.met >= 0 && one.met <= one.asked) << seed;
      met += one.met;
    }
    ASSERT_EQ(met, plain_flow(in, told)) << seed;
  }
}

}  // namespace
}  // namespace aiguillage::survey_tests
