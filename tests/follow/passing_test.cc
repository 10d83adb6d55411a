#include <algorithm>

#include <gmock/gmock.h>

#include "aiguillage/report/json.h"
#include "aiguillage/report/text.h"
#include "follow/world.h"

/// What days that pass change, and what is told of appointments and missed visits.
namespace aiguillage::follow_tests {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

bool holds_need(const compared_stop& stop, const std::string& name) {
  const std::vector<std::string> names = names_of(stop.needs);
  return std::find(names.begin(), names.end(), name) != names.end();
}

TEST(Follow, FoodThatRunsOutMakesItMoreUrgent) {
  const learnt now = after(neutral(), woman(), "  - {day: 7, actor: ccas, what: received}\n");
  EXPECT_EQ(number_of(now.person, "food_secure_days"), 0);
  EXPECT_THAT(codes_of(now), Contains("food-over"));
  EXPECT_THAT(certain(woman()), Not(Contains("resource_emergency")));
  EXPECT_THAT(certain(now.person), Contains("resource_emergency"));
  const qualification before = qualify(france(), woman());
  EXPECT_LE(qualify(france(), now.person).urgency.index(), before.urgency.index()) << "the most urgent first";
}

TEST(Follow, ADeadlineOnItsDayHasNotPassed) {
  const learnt now = after(neutral(), woman(), "  - {day: 5, actor: ccas, what: received}\n");
  EXPECT_EQ(number_of(now.person, "days_until_deadline"), 0);
  EXPECT_EQ(now.person.so_far.deadline_passed, 0);
  EXPECT_THAT(codes_of(now), Not(Contains("deadline-passed")));
}

TEST(Follow, AfterADeadlineEveryStopIsLate) {
  const learnt now = after(neutral(), woman(), "  - {day: 8, actor: ccas, what: received}\n");
  EXPECT_EQ(now.person.so_far.deadline_passed, 3);
  path_now next;
  route(next, neutral(), now.person);
  const referral_plan& plan = next.proposed.plans.front();
  EXPECT_EQ(plan.deadline_passed, 3);
  EXPECT_EQ(plan.after_deadline.size(), plan.stops.size());
  EXPECT_THAT(on_one_line(page_of(now, language::fr)), HasSubstr("la date limite est passée depuis 3 jours"));
  EXPECT_THAT(data_of(now), HasSubstr("\"passed_days\": 3"));
}

TEST(Follow, ADayTooFarIsRefused) {
  for (const char* event : {"{on: 2226-11-24, actor: ccas, what: received}",
                            "{day: 1, actor: ccas, what: booked, needs: [rent_arrears], for: 2226-11-24}",
                            "{day: 1, actor: ccas, what: closed, until: 2226-11-24}"}) {
    const std::string list = std::string("  - ") + event + "\n";
    const learnt now = after(neutral(), woman(), list);
    EXPECT_THAT(codes_of(now), ElementsAre("event-too-far")) << event;
    EXPECT_TRUE(has_errors(now.found));
    EXPECT_EQ(now.today, 0);
    EXPECT_TRUE(without_last(woman(), events_of(list)).empty());
  }
  EXPECT_THAT(
      codes_of(after(neutral(), woman(), "  - {day: 1, actor: ccas, what: closed, until: 2126-10-30}\n")),
      IsEmpty());
}

TEST(Follow, OneEventBeforeTheStartIsInOrder) {
  EXPECT_THAT(codes_of(after(neutral(), woman(), "  - {on: 2026-11-20, actor: ccas, what: received}\n")),
              ElementsAre("before-the-start"));
  EXPECT_THAT(codes_of(after(neutral(), woman(),
                             "  - {on: 2026-11-20, actor: ccas, what: received}\n"
                             "  - {on: 2026-11-19, actor: ccas, what: received}\n")),
              UnorderedElementsAre("before-the-start", "before-the-start", "event-order"));
}

TEST(Follow, AnAppointmentIsAHandOffWithANote) {
  const learnt now = after(neutral(), woman(), booked);
  path_now next;
  route(next, neutral(), now.person);
  const referral_plan& plan = next.proposed.plans.front();
  int handed_over = 0;
  for (const referral_stop& stop : plan.stops) {
    handed_over += stop.through.mode.known() && !stop.decides ? 1 : 0;
    if (appointment_at(now.person, stop) == nullptr) continue;
    EXPECT_EQ(france().modes[stop.through.mode].id, "booked_appointment");
    EXPECT_EQ(stop.through.days, 0);
    EXPECT_FALSE(note_for(france(), now.person, stop).tell.empty());
  }
  EXPECT_EQ(plan.cost.handoffs, handed_over);
  const std::string data = data_of(now);
  const std::size_t at = data.find("\"mode\": \"booked_appointment\"");
  ASSERT_NE(at, std::string::npos);
  EXPECT_THAT(data,
              testing::ContainsRegex("\"mode\": \"booked_appointment\",[^}]*\"owner\": \"social_centre\""));
}

TEST(Follow, AppointmentsAtTheSameTimeAreSaid) {
  const auto codes = [](const std::string& who, const std::string& when) {
    return codes_of(after(neutral(), woman(),
                          std::string(booked) + "  - {day: 2, actor: " + who +
                              ", what: booked, needs: [social_assessment], " + when + "}\n"));
  };
  const std::string other = "departmental_social_service";
  for (const char* when : {"for: 12, at: \"14:30\"", "for: 12, at: \"15:00\"", "for: 12, at: \"14:00\""})
    EXPECT_THAT(codes(other, when), ElementsAre("appointments-overlap")) << when;
  for (const char* when : {"for: 12, at: \"15:01\"", "for: 12", "for: 13, at: \"14:30\""})
    EXPECT_THAT(codes(other, when), IsEmpty()) << when;
  EXPECT_THAT(codes("ccas", "for: 12, at: \"14:30\""), IsEmpty());
}

TEST(Follow, AMissedVisitIsToldWithWhatItChanges) {
  const std::string kept = "  - {day: 0, actor: ccas, what: booked, needs: [rent_arrears], for: 2}\n";
  const learnt was = after(neutral(), woman(), kept);
  path_now before;
  route(before, neutral(), was.person);
  followed_path path;
  path.now = after(neutral(), woman(), kept + "  - {day: 2, actor: ccas, what: no_show}\n");
  path_now next;
  route(next, neutral(), path.now.person);
  path.change = change_of(before.proposed, next.proposed, path.now.today - was.today);
  EXPECT_FALSE(path.change.altered.empty());
  for (const altered_stop& one : path.change.altered)
    EXPECT_TRUE(one.before.day != one.after.day || one.before.mode != one.after.mode);
  const std::string page = referral_text(france(), neutral(), path.now.person, next.found, next.proposed,
                                         {language::en, false}, {}, &path);
  EXPECT_THAT(page, HasSubstr("the person was not seen"));
  EXPECT_THAT(page, HasSubstr(" changes: "));
  EXPECT_THAT(page, Not(HasSubstr("Nothing that changes the path")));
  const std::string data =
      referral_json(france(), neutral(), path.now.person, next.found, next.proposed, language::en, {}, &path);
  for (const char* words : {"\"missed\": [\n", "\"actor\": \"ccas\"", "\"times\": 1", "\"altered\": [\n"})
    EXPECT_THAT(data, HasSubstr(words));
}

TEST(Follow, DaysThatPassDoNotMoveAnAppointment) {
  const std::string kept = "  - {day: 0, actor: ccas, what: booked, needs: [rent_arrears], for: 12}\n";
  path_now before;
  route(before, neutral(), after(neutral(), woman(), kept).person);
  const learnt now = after(neutral(), woman(), kept + "  - {day: 2, actor: caf, what: received}\n");
  path_now next;
  route(next, neutral(), now.person);
  const actor_id ccas = find_named(neutral().actors, "ccas");
  for (const altered_stop& one : change_of(before.proposed, next.proposed, 2).altered)
    EXPECT_FALSE(one.after.who == ccas && holds_need(one.after, "rent_arrears"));
}

TEST(Follow, AnAppointmentThatPassedWithoutNewsIsToCheck) {
  const learnt now =
      after(neutral(), woman(), std::string(booked) + "  - {day: 20, actor: caf, what: received}\n");
  ASSERT_EQ(now.kept.size(), 1U);
  EXPECT_TRUE(now.kept[0].to_check);
  EXPECT_EQ(now.kept[0].kept.day, -8);
  EXPECT_THAT(codes_of(now), Contains("appointment-to-check"));
  path_now next;
  route(next, neutral(), now.person);
  EXPECT_THAT(drawn(neutral(), next.proposed), testing::ContainsRegex("ccas@0:[^>]* rent_arrears"));
  ASSERT_EQ(now.person.so_far.kept.size(), 1U);
  EXPECT_EQ(now.person.so_far.kept[0].days_ago, 8);
  EXPECT_EQ(now.person.so_far.kept[0].minute, -1) << "the call of today has no time yet";
  const std::string page = on_one_line(page_of(now, language::fr));
  const std::string words = "vérifier aujourd'hui, le rendez-vous (il y a 8 jours)";
  EXPECT_NE(page.find(words), page.rfind(words)) << "said of what happened, and on the stop";
  EXPECT_THAT(data_of(now), HasSubstr("\"days_ago\": 8"));
}

}  // namespace
}  // namespace aiguillage::follow_tests
