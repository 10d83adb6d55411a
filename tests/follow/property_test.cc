#include <algorithm>
#include <cstdlib>
#include <map>

#include "aiguillage/report/json.h"
#include "explain/random_person.h"
#include "follow/world.h"

/// Random people, territories and events: what holds whatever happened.
namespace aiguillage::follow_tests {
namespace {

#if defined(AIGUILLAGE_SANITIZED)
constexpr int usual_stories = 80;
#else
constexpr int usual_stories = 200;
#endif

/// For each property, a part of them for those that route many times; AIGUILLAGE_STORIES=2000 tries more.
const std::size_t stories = [] {
  const char* asked = std::getenv("AIGUILLAGE_STORIES");
  return static_cast<std::size_t>(asked == nullptr ? usual_stories : std::max(20, std::atoi(asked)));
}();

/// One person, one territory, and what happened there, as lines of a file.
struct story {
  const territory& land;
  situation person;
  std::vector<std::string> events;
};

std::string quoted_list(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& one : names) list += (list.empty() ? "\"" : ", \"") + one + "\"";
  return "[" + list + "]";
}

/// The woman of Rennes with some answers changed, or anybody.
situation somebody(dice& with) {
  situation person = random_person(france(), with, 30);
  if (with.roll(3) > 0) {
    person = woman();
    for (std::size_t changed = with.roll(6); changed > 0; --changed) {
      const fact_id which(with.roll(france().facts.size()));
      person.facts[which] = random_answer(france().facts[which], with);
    }
  }
  person.date = with.roll(4) == 0 ? "" : "2026-11-24";
  return person;
}

/// Names of certain needs, now and then none.
std::vector<std::string> some_needs(const qualification& found, dice& with, bool at_least_one) {
  std::vector<std::string> certain;
  for (const need& one : found.needs)
    if (one.status == need_status::certain) certain.push_back(need_name(france(), one.type, one.right));
  std::vector<std::string> result;
  if (certain.empty() || (!at_least_one && with.roll(2) == 0)) return result;
  for (std::size_t left = 1 + with.roll(2); left > 0; --left) {
    const std::string& one = certain[with.roll(certain.size())];
    if (std::find(result.begin(), result.end(), one) == result.end()) result.push_back(one);
  }
  return result;
}

/// A place of the plan, or any.
std::string some_place(const territory& land, const referral& plan, dice& with) {
  if (!plan.plans.empty() && with.roll(4) > 0) {
    const auto& stops = plan.plans.front().stops;
    return land.actors[stops[with.roll(stops.size())].who].id;
  }
  return land.actors[actor_id(with.roll(land.actors.size()))].id;
}

std::string ending_of(std::size_t what, int day, dice& with) {
  const std::string later = std::to_string(day + 1 + static_cast<int>(with.roll(20)));
  switch (static_cast<event_kind>(what)) {
    case event_kind::booked: return ", for: " + later + (with.roll(2) == 0 ? ", owner: ccas" : "");
    case event_kind::refused:
      return std::string(", reason: ") + reason_names[with.roll(reason_names.size())] +
             (with.roll(2) == 0 ? ", until: " + later : "");
    case event_kind::closed:
    case event_kind::saturated: return with.roll(2) == 0 ? ", until: " + later : "";
    case event_kind::done: return with.roll(3) == 0 ? ", produced: []" : "";
    default: return "";
  }
}

story told(const territory& land, dice& with, std::size_t most) {
  story result{land, somebody(with), {}};
  path_now plan;
  route(plan, land, result.person);
  int day = 0;
  for (std::size_t left = 1 + with.roll(most); left > 0; --left) {
    day += static_cast<int>(with.roll(4));
    const std::size_t what = with.roll(event_names.size());
    const auto needs = some_needs(plan.found, with, what == static_cast<std::size_t>(event_kind::renounced));
    result.events.push_back(
        "  - {day: " + std::to_string(day) + ", actor: " + some_place(land, plan.proposed, with) +
        ", what: " + event_names[what] + (needs.empty() ? "" : ", needs: " + quoted_list(needs)) +
        ending_of(what, day, with) + "}\n");
  }
  return result;
}

std::string joined(const std::vector<std::string>& events, std::size_t from, std::size_t to) {
  std::string list;
  for (std::size_t i = from; i < to; ++i) list += events[i];
  return list.empty() ? "  []\n" : list;
}

const territory& some_land(std::size_t number) { return number % 3 == 0 ? rennes() : neutral(); }

/// The first day on which a door may be asked about a need, by what was learnt; an appointment prevails.
int open_from(const learnt& now, actor_id who, const need_key& which) {
  for (const appointment& one : now.kept)
    if (one.kept.who == who &&
        std::find(one.kept.needs.begin(), one.kept.needs.end(), which) != one.kept.needs.end())
      return 0;
  int day = 0;
  for (const closing& one : now.closed)
    if (one.who == who && (!one.about.type.known() || one.about == which)) day = std::max(day, one.until);
  return day;
}

TEST(FollowProperty, NobodyIsSentToAClosedDoor) {
  std::size_t closed = 0;
  for (std::size_t i = 0; i < stories; ++i) {
    dice with{i + 1};
    const story of = told(some_land(i), with, 6);
    const learnt now = after(of.land, of.person, joined(of.events, 0, of.events.size()));
    closed += now.closed.size();
    path_now next;
    route(next, of.land, now.person);
    for (const referral_plan& plan : next.proposed.plans)
      for (const referral_stop& stop : plan.stops)
        for (const served_need& each : stop.serves) {
          const need_key which{each.which->type, each.which->right};
          EXPECT_GE(stop.day, open_from(now, stop.who, which))
              << i << " " << of.land.actors[stop.who].id << " " << name_of(which) << "\n"
              << joined(of.events, 0, of.events.size()) << drawn(of.land, next.proposed);
        }
  }
  EXPECT_GT(closed, stories);
}

bool is_here(const story& of, actor_id who) {
  const auto asked = single_value(of.person, find_named(france().facts, "asked_at"));
  return asked && of.land.actors[who].type == actor_type_id(*asked);
}

/// The appointments of a story that the plan keeps on their day, and later; fails when one is nowhere.
void look_for_appointments(const story& of, const learnt& now, const path_now& next, std::size_t& on_day,
                           std::size_t& later) {
  for (const kept_appointment& kept : now.person.so_far.kept)
    for (const need& one : next.found.needs) {
      const need_key which{one.type, one.right};
      if (one.status != need_status::certain ||
          std::find(kept.needs.begin(), kept.needs.end(), which) == kept.needs.end() ||
          !service_at(france(), of.land, now.person, next.found, kept.who, one).served)
        continue;
      bool found = false;
      for (const unmet_need& each : next.proposed.unmet) found = found || each.which == &one;
      if (!next.proposed.plans.empty())
        for (const referral_stop& stop : next.proposed.plans.front().stops)
          for (const served_need& each : stop.serves)
            if (each.which == &one && !stop.decides) {
              EXPECT_TRUE(stop.who == kept.who);
              EXPECT_GE(stop.day, kept.day);
              const kept_appointment* shown = appointment_at(now.person, stop);
              EXPECT_TRUE(shown != nullptr && shown->owner == kept.owner);
              EXPECT_EQ(stop.through.mode.known(), !is_here(of, stop.who)) << "a hand-off, so a note";
              ++(stop.day == kept.day ? on_day : later);
              found = true;
            }
      EXPECT_TRUE(found) << name_of(which) << "\n"
                         << joined(of.events, 0, of.events.size()) << drawn(of.land, next.proposed);
    }
}

TEST(FollowProperty, AppointmentsStayInThePlan) {
  std::size_t on_day = 0;
  std::size_t later = 0;
  for (std::size_t i = 0; i < stories; ++i) {
    dice with{i + 100001};
    const story of = told(some_land(i), with, 5);
    const learnt now = after(of.land, of.person, joined(of.events, 0, of.events.size()));
    path_now next;
    route(next, of.land, now.person);
    look_for_appointments(of, now, next, on_day, later);
  }
  EXPECT_GT(on_day, stories / 20);
  RecordProperty("on_day", static_cast<int>(on_day));
  RecordProperty("later", static_cast<int>(later));
  EXPECT_LT(later * 5, on_day) << "appointments that the plan keeps on another day than theirs";
}

std::string page_after(const story& of, const history& events) {
  followed_path path;
  path.now = learn(france(), of.land, of.person, events);
  path_now next;
  route(next, of.land, path.now.person, 2);
  return referral_json(france(), of.land, path.now.person, next.found, next.proposed, language::fr, {},
                       &path);
}

TEST(FollowProperty, HoweverCutIntoFilesTheSameBytes) {
  for (std::size_t i = 0; i < stories / 20; ++i) {
    dice with{i + 200001};
    const story of = told(some_land(i), with, 5);
    const std::size_t count = of.events.size();
    const std::string whole = page_after(of, events_of(joined(of.events, 0, count)));
    const std::size_t cut = with.roll(count + 1);
    history parts = events_of(joined(of.events, 0, cut));
    const history rest = events_of(joined(of.events, cut, count));
    parts.insert(parts.end(), rest.begin(), rest.end());
    EXPECT_EQ(page_after(of, parts), whole) << i << " cut at " << cut;
  }
}

bool is_of_the_place(const std::string& reason) {
  static const std::vector<std::string> of_the_person{"user_unreachable", "user_absent", "user_declined",
                                                      "user_not_mobile", "duplicate"};
  return std::find(of_the_person.begin(), of_the_person.end(), reason) == of_the_person.end();
}

/// Needs with a right of their own: a name says one need only.
std::vector<std::string> full_names(const situation& person) {
  std::vector<std::string> names;
  const qualification found = qualify(france(), person);
  for (const need& one : found.needs)
    if (one.status == need_status::certain && one.right.known())
      names.push_back(need_name(france(), one.type, one.right));
  return names;
}

TEST(FollowProperty, BouncesAreCounted) {
  std::size_t counted = 0;
  for (std::size_t i = 0; i < stories; ++i) {
    dice with{i + 300001};
    const territory& land = some_land(i);
    const situation person = somebody(with);
    const std::vector<std::string> needs = full_names(person);
    std::map<std::string, std::vector<std::string>> expected;
    std::string list;
    for (std::size_t left = needs.empty() ? 0 : 1 + with.roll(8); left > 0; --left) {
      const std::string& which = needs[with.roll(needs.size())];
      const std::string& who = land.actors[actor_id(with.roll(land.actors.size()))].id;
      const std::string reason = reason_names[with.roll(reason_names.size())];
      list += "  - {day: 1, actor: " + who + ", what: refused, reason: " + reason + ", needs: [\"" + which +
              "\"]}\n";
      if (is_of_the_place(reason)) expected[which].push_back(who);
    }
    std::map<std::string, std::vector<std::string>> found;
    for (const bounce& one : after(land, person, list.empty() ? "  []\n" : list).bounces)
      for (const actor_id who : one.by) found[name_of(one.which)].push_back(land.actors[who].id);
    EXPECT_EQ(found, expected) << list;
    counted += expected.size();
  }
  EXPECT_GT(counted, stories);
}

/// Events that can be told as another territory and another situation.
std::string plain_event(const story& of, const path_now& plan, actor_type_id here, dice& with) {
  const std::string who = some_place(of.land, plan.proposed, with);
  const auto needs = some_needs(plan.found, with, true);
  if (needs.empty()) return "";
  const std::string start = "  - {day: 0, actor: " + who + ", what: ";
  const bool at_home = of.land.actors[find_named(of.land.actors, who)].type == here;
  switch (with.roll(at_home ? 3 : 5)) {
    case 0: return start + "done, produced: [], needs: " + quoted_list(needs) + "}\n";
    case 1: return start + "renounced, needs: " + quoted_list(needs) + "}\n";
    case 2: return start + "refused, reason: missing_document, needs: " + quoted_list(needs) + "}\n";
    case 3: return start + "refused, reason: user_declined}\n";
    default: return start + "closed}\n";
  }
}

/// The territory without the doors that were closed for good.
territory without_closed(const territory& land, const learnt& now) {
  territory left = land;
  left.actors = {};
  left.links.clear();
  for (std::size_t i = 0; i < land.actors.size(); ++i)
    if (std::none_of(now.closed.begin(), now.closed.end(),
                     [&](const closing& one) { return one.who == actor_id(i); }))
      left.actors.add(land.actors[actor_id(i)]);
  return left;
}

std::string plans_of(const territory& land, const situation& person, const qualification& found) {
  const referral proposed = refer(france(), land, person, found, 2);
  const std::string all = referral_json(france(), land, person, found, proposed, language::en);
  std::string unmet;
  for (const unmet_need& one : proposed.unmet) unmet += name_of({one.which->type, one.which->right}) + " ";
  return all.substr(all.find("\"plans\""), all.find("\"unmet\"") - all.find("\"plans\"")) + unmet;
}

TEST(FollowProperty, TheRestIsRoutedAfreshFromWhatWasLearnt) {
  std::size_t compared = 0;
  for (std::size_t i = 0; i < stories / 4; ++i) {
    dice with{i + 400001};
    story of{some_land(i), somebody(with), {}};
    path_now plan;
    route(plan, of.land, of.person);
    const auto asked = single_value(of.person, find_named(france().facts, "asked_at"));
    for (std::size_t left = 1 + with.roll(4); left > 0; --left)
      of.events.push_back(plain_event(of, plan, asked ? actor_type_id(*asked) : actor_type_id{}, with));
    const learnt now = after(
        of.land, of.person,
        joined(of.events, 0, of.events.size()).empty() ? "  []\n" : joined(of.events, 0, of.events.size()));
    situation by_hand = now.person;
    by_hand.so_far = {};
    qualification found = qualify(france(), by_hand);
    const auto& settled = now.person.so_far.settled;
    found.needs.erase(std::remove_if(found.needs.begin(), found.needs.end(),
                                     [&](const need& one) {
                                       return std::find(settled.begin(), settled.end(),
                                                        need_key{one.type, one.right}) != settled.end();
                                     }),
                      found.needs.end());
    EXPECT_EQ(plans_of(of.land, now.person, qualify(france(), now.person)),
              plans_of(without_closed(of.land, now), by_hand, found))
        << i << "\n"
        << joined(of.events, 0, of.events.size());
    compared += now.closed.empty() && settled.empty() ? 0 : 1;
  }
  EXPECT_GT(compared, stories / 8);
}

}  // namespace
}  // namespace aiguillage::follow_tests
