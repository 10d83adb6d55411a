#include <algorithm>
#include <cstdlib>

#include "explain/random_person.h"
#include "network/builder.h"
#include "network/world.h"

/// On random territories and people, nobody is sent where the place says no.
namespace aiguillage::network_tests {
namespace {

const std::vector<std::string> communes = {"35238", "35047", "35051", "22278", "97411"};
const std::vector<area> areas = {
    {area_kind::commune, "35238"},  {area_kind::commune, "35047"},  {area_kind::commune, "97411"},
    {area_kind::department, "35"},  {area_kind::department, "22"},  {area_kind::department, "974"},
    {area_kind::epci, "243500139"}, {area_kind::epci, "200067981"}, {area_kind::region, "53"},
    {area_kind::country, "99100"},  {area_kind::country, "99131"}};

template <class T>
std::vector<T> some(const std::vector<T>& from, dice& with, std::size_t percent) {
  std::vector<T> kept;
  if (with.roll(100) < percent)
    for (const T& one : from)
      if (with.roll(3) == 0) kept.push_back(one);
  return kept;
}

actor random_actor(std::size_t number, dice& with) {
  actor one;
  one.id = "actor_" + std::to_string(number);
  one.type = actor_type_id(with.roll(france().actor_types.size()));
  one.at = site_id(with.roll(3));
  one.areas = some(areas, with, 50);
  one.channels = some(std::vector<channel>{channel::in_person, channel::phone, channel::home_visit,
                                           channel::online_self, channel::itinerant},
                      with, 40);
  one.bookings = some(std::vector<channel>{channel::phone, channel::email}, with, 40);
  for (std::size_t i = 0; i < france().publics.size(); ++i)
    if (with.roll(12) == 0) one.publics.push_back({public_id(i), with.roll(2) == 0});
  if (with.roll(2) == 0) one.step_free = with.roll(2) == 0;
  one.mandates = with.roll(4) != 0;
  if (with.roll(3) == 0) one.full_until = "2026-12-2" + std::to_string(with.roll(10));
  return one;
}

territory random_land(dice& with) {
  territory land = land_of(place("office", "france_services", "near"));
  land.actors.items.clear();
  for (const auto& [code, epci] : {std::pair("35238", "243500139"), std::pair("22278", "200067981")})
    add_commune(land.communes, code, epci, "53");
  for (std::size_t i = 0; i < 30; ++i) land.actors.add(random_actor(i, with));
  return land;
}

situation random_resident(dice& with) {
  situation person = random_person(france(), with, 20 + with.roll(50));
  if (with.roll(4) != 0) person.home_commune = communes[with.roll(communes.size())];
  if (with.roll(2) == 0) person.date = "2026-12-15";
  return person;
}

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
    const proposal made(random_land(with), random_resident(with));
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
