#include <algorithm>
#include <cstdlib>

#include "network/builder.h"
#include "network/random_land.h"
#include "network/world.h"

/// On random territories and people, nobody is sent where the place says no.
namespace aiguillage::network_tests {
namespace {

// Written from the format alone.
bool lives_outside(const actor& who, const situation& person) {
  const std::string& home = person.home_commune;
  if (who.areas.empty() || home.empty()) return false;
  return std::none_of(who.areas.begin(), who.areas.end(), [&](const area& one) {
    if (one.kind == area_kind::commune || one.kind == area_kind::department)
      return home.starts_with(one.code);
    if (one.kind == area_kind::country) return one.code == "99100";
    const bool rennes = home == "35238";
    if (!rennes && home != "22278") return true;  // not known: asked, not ruled out
    return one.code == "53" || (one.code == "243500139") == rennes;
  });
}

bool of_another_public(const actor& who, const situation& person) {
  condition_context context;
  context.rules = &france();
  context.person = &person;
  bool restricted = false;
  for (const admission& one : who.publics) {
    if (!one.exclusive) continue;
    restricted = true;
    const public_group& whom = france().publics[one.whom];
    if (!whom.told || evaluate(whom.when, context) != tri::no) return false;
  }
  return restricted;
}

void check_stop(const proposal& made, const referral_stop& stop, const detail::build_view& view) {
  const actor& who = made.land.actors[stop.who];
  EXPECT_FALSE(lives_outside(who, made.person)) << who.id;
  EXPECT_FALSE(of_another_public(who, made.person)) << who.id;
  if (stop.decides) return;
  for (const served_need& one : stop.serves)
    EXPECT_EQ(detail::hindrance_of(view, stop.who, *one.which), hindrance::none) << who.id;
  EXPECT_EQ(detail::hindrance_at(view, stop.who), hindrance::none) << who.id;
  const bool beyond = detail::way_of(view, stop.who).kept_by == hindrance::travel;
  EXPECT_TRUE(!beyond || !made.proposed.overridden.empty()) << who.id;
  const bool full = !made.person.date.empty() && !who.full_until.empty();
  EXPECT_EQ(detail::first_day_at(view, stop.who), full ? std::stoi(who.full_until.substr(8)) - 15 : 0)
      << who.id;
}

TEST(Admission, NobodyIsSentWhereThePlaceSaysNo) {
  const char* wanted = std::getenv("AIGUILLAGE_SITUATIONS");
  const int worlds = wanted == nullptr ? 60 : std::max(60, std::atoi(wanted) / 100);
  std::size_t stops = 0;
  for (int seed = 1; seed <= worlds; ++seed) {
    SCOPED_TRACE(seed);
    dice with{static_cast<std::uint64_t>(seed)};
    const proposal made(random_land(with, 30), random_resident(with));
    const detail::build_view view = detail::view_of(france(), made.land, made.person, made.found);
    for (const referral_plan& plan : made.proposed.plans)
      for (const referral_stop& stop : plan.stops) {
        ++stops;
        check_stop(made, stop, view);
      }
  }
  EXPECT_GT(stops, static_cast<std::size_t>(worlds));
}

// A neutral territory says nothing of its places: what a person can do to go there changes no plan.
TEST(Admission, ANeutralTerritoryIsTheSameForAll) {
  for (int seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    dice with{static_cast<std::uint64_t>(seed)};
    situation person = random_person(france(), with, 40);
    for (const char* one : {"travel_means", "access_needs"})
      person.facts[find_named(france().facts, one)] = {};
    const proposal before(neutral_territory(france()), person);
    for (const char* one : {"travel_means", "access_needs"}) {
      const fact_id which = find_named(france().facts, one);
      person.facts[which] = random_answer(france().facts[which], with);
    }
    const proposal after(neutral_territory(france()), person);
    EXPECT_EQ(before.stops(), after.stops());
    EXPECT_EQ(before.proposed.unmet.size(), after.proposed.unmet.size());
    EXPECT_EQ(before.proposed.overridden.size(), after.proposed.overridden.size());
  }
}

}  // namespace
}  // namespace aiguillage::network_tests
