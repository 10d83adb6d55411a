#include <algorithm>
#include <iostream>
#include <map>

#include "network/builder.h"
#include "network/random_land.h"
#include "network/world.h"
#include "route/brute_force.h"

/// Whole small worlds: places with hours, appointments, mandates and days when they are full; people with refusals, doors
/// tried, states that are missing, appointments kept and doors closed on the way. What is proposed is what trying every
/// plan gives, and no stop goes against what the places and the person say.
namespace aiguillage::network_tests {
namespace {

#if defined(AIGUILLAGE_SANITIZED)
constexpr std::size_t worlds = 20;  // of each part; the plain build tries 10,000 in all
#else
constexpr std::size_t worlds = 500;
#endif
constexpr std::size_t most_places = 6;
constexpr std::size_t most_asked = 4;  // needs
constexpr const char* first_day = "2026-12-15";

const std::vector<std::string> all_hours = {"Mo-Fr 09:00-12:00",
                                            "Tu,Th 14:00-17:30 \"sur rendez-vous\"",
                                            "Mo 10:00-12:00; We 08:30-17:00; PH off",
                                            "Mo-Fr 09:00-12:00; Fr 14:00-16:00 \"sur rendez-vous\"",
                                            "Dec 15-20 off; Mo-Fr 13:30-16:00",
                                            "Sa 09:00-11:00",
                                            "24/7"};

struct world {
  territory land;
  situation person;
  qualification found;
};

fact_id fact_of(const char* name) { return find_named(france().facts, name); }

void say_hours(actor& one, dice& with) {
  if (with.roll(4) == 0) return;
  one.hours = all_hours[with.roll(all_hours.size())];
  one.opening = parse_hours(one.hours).hours;
  if (with.roll(3) == 0) one.appointment_days = static_cast<int>(with.roll(12));
}

/// A type that could serve a need.
actor_type_id useful_type(need_type_id wanted, dice& with) {
  std::vector<actor_type_id> types;
  for (const competence& row : france().competences)
    if (detail::contains(row.needs, wanted)) types.push_back(row.actor);
  return types.empty() ? actor_type_id(std::size_t{0}) : types[with.roll(types.size())];
}

void answer_set(situation& person, const char* name, std::vector<actor_type_id> types, dice& with) {
  fact_value& known = person.facts[fact_of(name)];
  known = {};
  known.known = true;
  for (const actor_type_id one : types)
    if (with.roll(6) == 0) known.values.set(one.index());
}

/// Half of the people ask that it be done for them, by one agreement or another.
void ask_to_be_replaced(situation& person, dice& with) {
  if (with.roll(2) == 0) return;
  const auto answer = [&](const char* name, const char* value) {
    const fact& about = france().facts[fact_of(name)];
    fact_value& known = person.facts[fact_of(name)];
    known = {};
    known.known = true;
    for (std::size_t i = 0; i < about.values.size(); ++i)
      if (about.values[i].id == value) known.values.set(i);
    EXPECT_TRUE(known.values.any()) << name << " " << value;
  };
  answer("wants", "for_me");
  answer("digital_autonomy", "fully_assisted");
}

void tell_the_way(world& of, dice& with) {
  for (std::size_t i = 0; i < of.land.actors.size(); ++i) {
    const actor_id who(i);
    const need& about = of.found.needs[with.roll(of.found.needs.size())];
    const need_key key = with.roll(2) == 0 ? need_key{about.type, about.right} : need_key{};
    const int day = static_cast<int>(with.roll(15));
    switch (with.roll(12)) {
      case 0: of.person.so_far.closed.push_back({who, key, with.roll(2) == 0 ? day : never_again}); break;
      case 1:
        if (of.person.so_far.kept.empty())
          of.person.so_far.kept.push_back({who, {{about.type, about.right}}, day, -1, actor_id{}, 0});
        break;
      case 2: of.person.so_far.missed.push_back({who, 1}); break;
      default: break;
    }
  }
}

/// A person and their certain needs, some of them only.
bool ask_for_help(world& of, dice& with) {
  of.person = random_person(france(), with, 20 + with.roll(50));
  of.person.date = first_day;
  if (with.roll(3) != 0) of.person.home_commune = "35238";
  ask_to_be_replaced(of.person, with);
  of.found = qualify(france(), of.person);
  std::vector<need>& needs = of.found.needs;
  needs.erase(std::remove_if(needs.begin(), needs.end(),
                             [](const need& one) { return one.status != need_status::certain; }),
              needs.end());
  const std::size_t asked = 1 + with.roll(most_asked);
  while (needs.size() > asked)
    needs.erase(needs.begin() + static_cast<std::ptrdiff_t>(with.roll(needs.size())));
  return !needs.empty();
}

bool random_world(world& of, dice& with) {
  if (!ask_for_help(of, with)) return false;
  of.land = random_land(with, 3 + with.roll(most_places - 2));
  std::vector<actor_type_id> types;
  for (std::size_t i = 0; i < of.land.actors.size(); ++i) {
    actor& one = of.land.actors[actor_id(i)];
    if (with.roll(5) != 0) one.type = useful_type(of.found.needs[i % of.found.needs.size()].type, with);
    if (with.roll(6) != 0) one.areas.clear();
    if (with.roll(6) != 0) one.publics.clear();
    if (with.roll(3) != 0) one.channels.clear();
    if (with.roll(3) == 0) one.signs = {static_cast<mandate_kind>(with.roll(4))};
    say_hours(one, with);
    types.push_back(one.type);
  }
  if (with.roll(2) == 0) answer_set(of.person, "refuses", types, with);
  if (with.roll(2) == 0) answer_set(of.person, "already_sent_by", types, with);
  tell_the_way(of, with);
  return true;
}

std::string list_of(const std::vector<int>& numbers) {
  std::string list;
  for (const int one : numbers) list += " " + std::to_string(one);
  return list;
}

std::string drawn(const world& in, int who, int day, int minute, int from, const std::vector<int>& after,
                  const std::string& serves) {
  return in.land.actors[actor_id(static_cast<std::size_t>(who))].id + " day " + std::to_string(day) + " at " +
         std::to_string(minute) + " from " + std::to_string(from) + " after" + list_of(after) + " for" +
         serves + "\n";
}

/// The stops that help with the needs of the network, in words that do not hang on how they were found.
std::string drawn(const world& in, const referral& made, const referral_plan& one) {
  std::string lines = std::to_string(one.cost.score) + "\n";
  for (const referral_stop& stop : one.stops) {
    if (stop.decides) continue;
    std::string serves;
    for (const served_need& each : stop.serves)
      for (std::size_t i = 0; i < made.needs.size(); ++i)
        if (made.needs[i] == each.which) serves += " " + std::to_string(i);
    lines +=
        drawn(in, static_cast<int>(stop.who.index()), stop.day, stop.minute, stop.from, stop.after, serves);
  }
  return lines;
}
std::string drawn(const world& in, const network& among, const plan& one) {
  std::string lines = std::to_string(one.cost.score) + "\n";
  for (const planned_stop& stop : one.stops) {
    std::string serves;
    for (const service* each : stop.serves) serves += " " + std::to_string(each->need);
    const actor_id who = among.doors[static_cast<std::size_t>(stop.door)].actor;
    lines += drawn(in, static_cast<int>(who.index()), stop.day, stop.minute, stop.from, stop.after, serves);
  }
  return lines;
}

bool says(const situation& person, const char* name, actor_type_id type) {
  const fact_value& known = person.facts[fact_of(name)];
  return known.known && known.values.test(type.index());
}

/// From the first days of a door's hours alone: whether it receives at that minute, or does so by appointment.
bool receives(const actor& at, int day, int minute) {
  if (!at.opening) return true;
  const auto spans = open_spans(*at.opening, *parse_date(first_day), day + 1, holiday_zone::mainland);
  const int then = day * minutes_a_day + minute;
  return std::any_of(spans.begin(), spans.end(),
                     [&](const open_span& one) { return one.from <= then && then < one.to; });
}

/// What would be wrong with a stop, from the words of the places and of the person alone.
void look_at(const world& in, const referral_stop& stop, bool is_first, std::map<std::string, int>& seen) {
  const actor& at = in.land.actors[stop.who];
  EXPECT_FALSE(says(in.person, "refuses", at.type)) << at.id;
  if (stop.decides) return;
  const auto& appointments = in.person.so_far.kept;  // their days stand, whatever the hours
  const bool kept_here =
      std::any_of(appointments.begin(), appointments.end(),
                  [&](const kept_appointment& one) { return one.who == stop.who && one.day == stop.day; });
  EXPECT_TRUE(kept_here || receives(at, stop.day, stop.minute))
      << at.id << " " << at.hours << " " << stop.day;
  EXPECT_FALSE(is_first && !stop.serves.empty() && says(in.person, "already_sent_by", at.type)) << at.id;
  for (const served_need& each : stop.serves) {
    if (france().levels[each.help].id == "do_for_mandated") {
      EXPECT_TRUE(at.mandates) << at.id;
      ++seen["by mandate"];
    }
    const need_key key{each.which->type, each.which->right};
    const bool booked =
        std::any_of(appointments.begin(), appointments.end(), [&](const kept_appointment& one) {
          return one.who == stop.who && std::find(one.needs.begin(), one.needs.end(), key) != one.needs.end();
        });
    if (booked) ++seen["appointment kept"];
    for (const closed_door& one : in.person.so_far.closed)
      if (!booked && one.who == stop.who && (!one.about.type.known() || one.about == key)) {
        EXPECT_GE(stop.day, one.until) << at.id;
        ++seen["after it opens again"];
      }
  }
}

void count(const world& in, const referral& made, std::map<std::string, int>& seen) {
  const auto any = [&](const char* name, bool is) { seen[name] += is ? 1 : 0; };
  any("no plan", made.plans.empty());
  any("unmet", !made.unmet.empty());
  any("person refuses", in.person.facts[fact_of("refuses")].values.any());
  any("door tried", in.person.facts[fact_of("already_sent_by")].values.any());
  if (made.plans.empty()) return;
  const auto& stops = made.plans.front().stops;
  any("several stops", stops.size() > 1);
  any("states", std::any_of(stops.begin(), stops.end(),
                            [](const referral_stop& one) { return !one.requires_states.empty(); }));
  any("hours", std::any_of(stops.begin(), stops.end(), [&](const referral_stop& one) {
        return in.land.actors[one.who].opening.has_value();
      }));
  any("booked",
      std::any_of(stops.begin(), stops.end(), [](const referral_stop& one) { return one.through.booked; }));
}

/// A twentieth of the worlds that have a plan each, so that the parts run side by side.
struct whole_worlds : testing::TestWithParam<std::size_t> {};

TEST_P(whole_worlds, EqualBruteForce) {
  std::map<std::string, int> seen;
  for (std::size_t tried = 0, done = 0; done < worlds; ++tried) {
    dice with{1 + 20 * tried + GetParam()};
    world of;
    if (!random_world(of, with)) continue;
    SCOPED_TRACE("world " + std::to_string(1 + 20 * tried + GetParam()));
    const referral made = refer(france(), of.land, of.person, of.found, 2);
    std::string proposed;
    for (const referral_plan& one : made.plans) {
      proposed += drawn(of, made, one);
      for (const referral_stop& stop : one.stops) look_at(of, stop, stop.after.empty(), seen);
    }
    std::string expected;
    if (!made.needs.empty())
      for (const plan& one : brute_force_plans(made.world, 2)) expected += drawn(of, made.world, one);
    if (!made.needs.empty()) {
      ASSERT_EQ(proposed, expected);
    }
    count(of, made, seen);
    done += made.plans.empty() ? 0 : 1;
  }
  for (const auto& [what, times] : seen) std::cout << "  " << what << ": " << times << "\n";
  for (const char* what : {"several stops", "states", "hours", "booked", "person refuses", "door tried",
                           "by mandate", "appointment kept", "after it opens again", "unmet"})
    EXPECT_GE(seen[what], static_cast<int>(worlds) / 100) << what;
}

INSTANTIATE_TEST_SUITE_P(parts, whole_worlds, testing::Range<std::size_t>(0, 20));

}  // namespace
}  // namespace aiguillage::network_tests
