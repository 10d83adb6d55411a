#include <algorithm>

#include <gmock/gmock.h>

#include "aiguillage/report/json.h"
#include "aiguillage/report/text.h"
#include "follow/world.h"

/// Each kind of event and each reason, on one woman in Rennes or in the neutral territory.
namespace aiguillage::follow_tests {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;
using lines = std::vector<std::string>;

std::string plan_after(const territory& land, const std::string& list) {
  path_now now;
  const situation person = after(land, woman(), list).person;
  route(now, land, person);
  return drawn(land, now.proposed);
}

std::string value_of(const situation& person, const std::string& name) {
  const fact_id which = find_named(france().facts, name);
  const auto index = single_value(person, which);
  return index ? france().facts[which].values[*index].id : "";
}

TEST(Follow, NothingHappenedChangesNothing) {
  const learnt now = after(neutral(), woman(), "  []\n");
  path_now told;
  route(told, neutral(), woman());
  path_now again;
  route(again, neutral(), now.person);
  EXPECT_EQ(drawn(neutral(), told.proposed), drawn(neutral(), again.proposed));
  EXPECT_EQ(now.person.date, "2026-11-24");
  EXPECT_THAT(now.found, IsEmpty());
}

TEST(Follow, AFullPlaceIsNotAskedUntilItsDay) {
  const std::string list =
      "  - {day: 1, actor: france_services, what: refused, reason: capacity_full, until: 9, "
      "needs: [\"account_access:rsa\"]}\n";
  const learnt now = after(neutral(), woman(), list);
  EXPECT_THAT(closings_of(neutral(), now), ElementsAre("france_services account_access:rsa capacity_full 8"));
  EXPECT_THAT(plan_after(neutral(), list), Not(HasSubstr("france_services@1: account_access:rsa")));
}

TEST(Follow, WithoutADayThePlaceIsNotAskedOnThisPath) {
  for (const char* reason :
       {"capacity_full", "waitlist_only", "not_eligible", "duplicate", "wrong_information", "other",
        "user_not_mobile", "missing_mandate", "blocking_other_need"}) {
    SCOPED_TRACE(reason);
    const learnt now =
        after(neutral(), woman(),
              std::string("  - {day: 1, actor: ccas, what: refused, needs: [rent_arrears], reason: ") +
                  reason + "}\n");
    EXPECT_THAT(closings_of(neutral(), now),
                ElementsAre(std::string("ccas rent_arrears ") + reason + " never"));
  }
}

TEST(Follow, SomeReasonsCloseTheWholeDoor) {
  for (const char* reason : {"out_of_zone", "service_closed", "user_declined"}) {
    SCOPED_TRACE(reason);
    const std::string event = std::string("  - {day: 1, actor: ccas, what: refused, reason: ") + reason;
    EXPECT_THAT(closings_of(neutral(), after(neutral(), woman(), event + "}\n")),
                ElementsAre(std::string("ccas all ") + reason + " never"));
    EXPECT_THAT(closings_of(neutral(), after(neutral(), woman(), event + ", needs: [rent_arrears]}\n")),
                ElementsAre(std::string("ccas rent_arrears ") + reason + " never"));
    EXPECT_THAT(plan_after(neutral(), event + "}\n"), Not(HasSubstr("ccas@")));
  }
}

TEST(Follow, AWrongOrganismClosesItsWholeType) {
  const learnt now = after(rennes(), woman(),
                           "  - {day: 1, actor: ccas_villejean, what: refused, reason: wrong_organism, "
                           "needs: [rent_arrears]}\n");
  const actor_type_id type = rennes().actors[find_named(rennes().actors, "ccas_villejean")].type;
  const auto same = std::count_if(rennes().actors.begin(), rennes().actors.end(),
                                  [&](const actor& one) { return one.type == type; });
  EXPECT_GT(same, 1);
  EXPECT_EQ(static_cast<std::ptrdiff_t>(now.closed.size()), same);
  path_now next;
  route(next, rennes(), now.person);
  for (const referral_stop& stop : next.proposed.plans.front().stops)
    for (const served_need& each : stop.serves)
      EXPECT_FALSE(rennes().actors[stop.who].type == type &&
                   name_of({each.which->type, {}}) == "rent_arrears");
}

TEST(Follow, AnOperatorThatIsNotTheRightOneDecidesNoMore) {
  const std::string list =
      "  - {day: 1, actor: caf, what: refused, reason: wrong_organism, "
      "needs: [\"file_unblocking:apl\"]}\n";
  EXPECT_THAT(plan_after(neutral(), "  []\n"), HasSubstr("!caf@"));
  EXPECT_THAT(plan_after(neutral(), list), Not(HasSubstr("!caf@")));
  EXPECT_THAT(codes_of(after(neutral(), woman(), list)), Contains("event-contradicts"));
}

TEST(Follow, AMissingDocumentIsGatheredFirst) {
  situation ready = woman();
  const fact_id which = find_named(france().facts, "documents_ready");
  ready.facts[which].values = value_set(1);  // all
  const learnt now =
      after(neutral(), ready, "  - {day: 1, actor: caf, what: refused, reason: missing_document}\n");
  EXPECT_EQ(value_of(ready, "documents_ready"), "all");
  EXPECT_EQ(value_of(now.person, "documents_ready"), "some");
  EXPECT_THAT(codes_of(now), Contains("event-contradicts"));
  EXPECT_THAT(closings_of(neutral(), now), IsEmpty());
  EXPECT_THAT(certain(now.person), Contains(HasSubstr("document_gathering")));
  EXPECT_FALSE(now.bounces.empty());
}

TEST(Follow, AMandateSignedOpensTheDoorThatMissedIt) {
  const std::string refused =
      "  - {day: 1, actor: caf, what: refused, reason: missing_mandate, needs: [\"file_unblocking:apl\"]}\n";
  EXPECT_THAT(closings_of(neutral(), after(neutral(), woman(), refused)),
              ElementsAre("caf file_unblocking:apl missing_mandate never"));
  const learnt now = after(neutral(), woman(),
                           refused +
                               "  - {day: 2, actor: france_services, what: done, "
                               "needs: [\"document_gathering:rsa\"], produced: [mandate]}\n");
  EXPECT_THAT(closings_of(neutral(), now), IsEmpty());
  EXPECT_EQ(now.person.so_far.held.size(), 1U);
}

TEST(Follow, AnotherNeedDoneOpensTheDoorThatWaitedForIt) {
  const std::string refused =
      "  - {day: 1, actor: ccas, what: refused, reason: blocking_other_need, needs: [rent_arrears]}\n";
  const learnt now = after(
      neutral(), woman(),
      refused + "  - {day: 2, actor: france_services, what: done, needs: [\"document_gathering:rsa\"]}\n");
  EXPECT_THAT(closings_of(neutral(), now), IsEmpty());
}

TEST(Follow, WhoCannotComeIsTakenAtTheirWord) {
  situation person = woman();
  const fact_id which = find_named(france().facts, "can_travel");
  const std::string list = "  - {day: 1, actor: ccas, what: refused, reason: user_not_mobile}\n";
  EXPECT_THAT(codes_of(after(neutral(), person, list)), Contains("event-contradicts"));
  EXPECT_EQ(value_of(after(neutral(), person, list).person, "can_travel"), "limited");
  person.facts[which] = {};
  const learnt now = after(neutral(), person, list);
  EXPECT_EQ(value_of(now.person, "can_travel"), "no_travel");
  EXPECT_THAT(now.found, IsEmpty());
  EXPECT_THAT(now.bounces, IsEmpty());
}

TEST(Follow, AMissedVisitAsksForAStrongerHandOff) {
  for (const char* what :
       {"what: no_show", "what: refused, reason: user_absent", "what: refused, reason: user_unreachable"}) {
    const learnt now = after(neutral(), woman(), std::string("  - {day: 1, actor: ccas, ") + what + "}\n");
    ASSERT_EQ(now.person.so_far.missed.size(), 1U) << what;
    EXPECT_THAT(closings_of(neutral(), now), IsEmpty());
    EXPECT_THAT(now.bounces, IsEmpty());
  }
  const learnt met =
      after(neutral(), woman(),
            "  - {day: 1, actor: ccas, what: no_show}\n  - {day: 2, actor: ccas, what: received}\n");
  EXPECT_THAT(met.person.so_far.missed, IsEmpty());
}

TEST(Follow, WhatIsDoneAsksForNoStopAndIsHeld) {
  const learnt now = after(neutral(), woman(),
                           "  - {day: 2, actor: france_services, what: done, needs: [account_access]}\n");
  EXPECT_THAT(names_of(now.done), ElementsAre("account_access:rsa"));
  EXPECT_THAT(certain(now.person), Not(Contains("account_access:rsa")));
  std::vector<std::string> held;
  for (const held_state& one : now.person.so_far.held) held.push_back(france().states[one.which].id);
  EXPECT_THAT(held, Contains("account"));
  const learnt nothing = after(neutral(), woman(),
                               "  - {day: 2, actor: france_services, what: done, needs: [account_access], "
                               "produced: []}\n");
  EXPECT_THAT(nothing.person.so_far.held, IsEmpty());
}

TEST(Follow, DoneWithoutANeedNorAnAppointmentIsNotGuessed) {
  const learnt now = after(neutral(), woman(), "  - {day: 2, actor: ccas, what: done}\n");
  EXPECT_THAT(now.done, IsEmpty());
  ASSERT_EQ(now.ignored.size(), 1U);
  EXPECT_THAT(codes_of(now), ElementsAre("event-ignored"));
}

TEST(Follow, WhoGivesUpIsNotSentAgain) {
  const learnt now =
      after(neutral(), woman(), "  - {day: 2, what: renounced, needs: [rent_arrears], stage: be_received}\n");
  ASSERT_EQ(now.renounced.size(), 1U);
  EXPECT_EQ(name_of(now.renounced[0].which), "rent_arrears");
  ASSERT_TRUE(now.renounced[0].stage.has_value());
  EXPECT_EQ(france().renunciation_stages[*now.renounced[0].stage].id, "be_received");
  EXPECT_THAT(plan_after(neutral(), "  - {day: 2, what: renounced, needs: [rent_arrears]}\n"),
              Not(HasSubstr("rent_arrears")));
}

TEST(Follow, AnAppointmentStaysInThePlanWithItsOwner) {
  const learnt now = after(neutral(), woman(), booked);
  ASSERT_EQ(now.person.so_far.kept.size(), 1U);
  const kept_appointment& kept = now.person.so_far.kept[0];
  EXPECT_EQ(kept.day, 11);
  EXPECT_EQ(kept.minute, 14 * 60 + 30);
  EXPECT_EQ(neutral().actors[kept.owner].id, "social_centre");
  EXPECT_THAT(plan_after(neutral(), booked), HasSubstr("ccas@11: rent_arrears"));
  EXPECT_THAT(plan_after(neutral(), std::string(booked) + "  - {day: 5, actor: ccas, what: saturated}\n"),
              HasSubstr("ccas@7: rent_arrears"));
}

TEST(Follow, AnAppointmentEndsByWhatHappensThere) {
  for (const char* end :
       {"actor: ccas, what: done", "actor: ccas, what: refused, reason: other",
        "actor: ccas, what: no_show, needs: [rent_arrears]", "actor: ccas, what: closed",
        "actor: ccas, what: cancelled", "actor: ccas, what: received, needs: [rent_arrears]",
        "what: renounced, needs: [rent_arrears]",
        "actor: departmental_social_service, what: booked, needs: [rent_arrears], for: 6"}) {
    SCOPED_TRACE(end);
    const learnt now = after(neutral(), woman(), std::string(booked) + "  - {day: 5, " + end + "}\n");
    for (const appointment& one : now.kept) EXPECT_NE(neutral().actors[one.kept.who].id, "ccas");
  }
  for (const char* what : {"received", "no_show"})
    for (const int day : {11, 12}) {
      const learnt now = after(
          neutral(), woman(),
          std::string(booked) + "  - {day: " + std::to_string(day) + ", actor: ccas, what: " + what + "}\n");
      EXPECT_EQ(now.kept.size(), day < 12 ? 1U : 0U) << "an appointment ends on its day";
    }
  const learnt open =
      after(neutral(), woman(), std::string(booked) + "  - {day: 5, actor: ccas, what: closed, until: 9}\n");
  EXPECT_EQ(open.kept.size(), 1U) << "the place is open again that day";
}

TEST(Follow, AnAppointmentOpensWhatWasClosedOrSettled) {
  const learnt now =
      after(neutral(), woman(),
            "  - {day: 0, actor: ccas, what: refused, reason: capacity_full, needs: [rent_arrears]}\n"
            "  - {day: 0, what: renounced, needs: [rent_arrears]}\n" +
                std::string(booked));
  EXPECT_THAT(closings_of(neutral(), now), IsEmpty());
  EXPECT_THAT(now.renounced, IsEmpty());
  EXPECT_THAT(codes_of(now), ElementsAre("need-comes-back"));
  EXPECT_THAT(certain(now.person), Contains("rent_arrears"));
}

TEST(Follow, ReopeningDoesNotLiftARefusalOfThePerson) {
  const std::string list =
      "  - {day: 1, actor: ccas, what: closed}\n"
      "  - {day: 1, actor: ccas, what: refused, reason: user_declined}\n"
      "  - {day: 2, actor: ccas, what: reopened}\n";
  EXPECT_THAT(closings_of(neutral(), after(neutral(), woman(), list)),
              ElementsAre("ccas all user_declined never"));
}

TEST(Follow, BouncesAreCountedByPlace) {
  const learnt now =
      after(neutral(), woman(),
            "  - {day: 1, actor: ccas, what: refused, reason: capacity_full, needs: [rent_arrears]}\n"
            "  - {day: 2, actor: social_centre, what: refused, needs: [rent_arrears]}\n"
            "  - {day: 3, actor: ccas, what: refused, reason: duplicate, needs: [rent_arrears]}\n");
  ASSERT_EQ(now.bounces.size(), 1U);
  EXPECT_EQ(name_of(now.bounces[0].which), "rent_arrears");
  ASSERT_EQ(now.bounces[0].by.size(), 2U);
  EXPECT_EQ(neutral().actors[now.bounces[0].by[1]].id, "social_centre");
}

TEST(Follow, WithoutNeedsAnEventIsAboutWhatTheDoorCouldServe) {
  const learnt now =
      after(neutral(), woman(), "  - {day: 1, actor: ccas, what: refused, reason: capacity_full}\n");
  lines closed;
  for (const closing& one : now.closed) closed.push_back(name_of(one.about));
  const qualification found = qualify(france(), woman());
  lines served;
  const actor_id ccas = find_named(neutral().actors, "ccas");
  for (const need& one : found.needs)
    if (one.status == need_status::certain &&
        service_at(france(), neutral(), woman(), found, ccas, one).served)
      served.push_back(need_name(france(), one.type, one.right));
  EXPECT_FALSE(served.empty());
  EXPECT_EQ(closed, served);
}

TEST(Follow, DaysPass) {
  const learnt now = after(neutral(), woman(), "  - {on: 2026-11-27, actor: ccas, what: received}\n");
  EXPECT_EQ(now.today, 3);
  EXPECT_EQ(now.person.date, "2026-11-27");
  EXPECT_EQ(number_of(now.person, "days_until_deadline"), 2);
  EXPECT_EQ(number_of(now.person, "days_since_letter"), 23);
  EXPECT_EQ(number_of(now.person, "food_secure_days"), 4);
  const learnt later =
      after(neutral(), woman(), "  - {on: 2026-11-27, actor: ccas, what: received}\n", "2027-03-01");
  EXPECT_EQ(later.today, 97);
  EXPECT_EQ(later.person.date, "2027-03-01");
  EXPECT_EQ(number_of(later.person, "days_until_deadline"), 0);
  EXPECT_EQ(number_of(later.person, "food_secure_days"), 0);
  EXPECT_THAT(codes_of(later), ElementsAre("deadline-passed", "food-over"));
}

TEST(Follow, WithoutADateNothingDependsOnTheClock) {
  situation person = woman();
  person.date = "";
  const learnt now = after(neutral(), person, "  - {day: 3, actor: ccas, what: closed, until: 2026-12-01}\n");
  EXPECT_EQ(now.person.date, "");
  EXPECT_EQ(now.today, 3);
  EXPECT_THAT(codes_of(now), ElementsAre("no-start"));
  const learnt dated =
      after(neutral(), person, "  - {on: 2026-11-30, actor: ccas, what: closed, until: 4}\n");
  EXPECT_THAT(closings_of(neutral(), dated), ElementsAre("ccas all closed 4"));
}

TEST(Follow, FaultsAreSaidAndNothingIsLost) {
  const learnt now =
      after(neutral(), woman(),
            "  - {day: 4, actor: cccas, what: received}\n"
            "  - {day: 3, what: done, needs: [isolation]}\n"
            "  - {on: 2026-11-20, actor: ccas, what: closed, until: 2026-11-19}\n"
            "  - {day: 5, actor: ccas, what: cancelled}\n"
            "  - {day: 5, actor: ccas, what: booked, needs: [rent_arrears], for: 4, owner: nobody}\n"
            "  - {day: 5, what: done, needs: [isolation]}\n");
  EXPECT_THAT(codes_of(now),
              UnorderedElementsAre("event-order", "event-order", "before-the-start", "event-contradicts",
                                   "need-not-certain", "unknown-actor", "event-ignored", "unknown-owner",
                                   "event-contradicts", "need-settled", "appointment-to-check"));
  EXPECT_THAT(names_of(now.done), ElementsAre("isolation"));
  for (const diagnostic& one : now.found) {
    EXPECT_EQ(one.file, "events.yaml");
    EXPECT_GT(one.line, 1);
    EXPECT_FALSE(one.message.fr.empty() || one.message.en.empty());
  }
}

TEST(Follow, WhatChangedIsComputed) {
  const history events =
      events_of("  - {day: 1, actor: france_services, what: refused, reason: user_declined}\n");
  EXPECT_TRUE(without_last(woman(), events).empty());
  path_now before;
  route(before, neutral(), woman());
  const learnt now = learn(france(), neutral(), woman(), events);
  path_now next;
  route(next, neutral(), now.person);
  const plan_change change = change_of(before.proposed, next.proposed);
  ASSERT_EQ(change.gone.size(), 1U);
  EXPECT_EQ(neutral().actors[change.gone[0].who].id, "france_services");
  EXPECT_FALSE(change.fresh.empty());
  EXPECT_EQ(change.stays.size() + change.fresh.size(), next.proposed.plans.front().stops.size());
}

TEST(Follow, PagesSayWhatHappened) {
  followed_path path;
  path.now = after(neutral(), woman(),
                   std::string(booked) +
                       "  - {day: 1, actor: france_services, what: refused, reason: not_eligible, "
                       "needs: [\"account_access:rsa\"]}\n");
  path_now next;
  route(next, neutral(), path.now.person);
  const std::string page = referral_text(france(), neutral(), path.now.person, next.found, next.proposed,
                                         {language::fr, false}, {}, &path);
  EXPECT_THAT(page, HasSubstr("Ce qui s'est passé"));
  EXPECT_THAT(page, HasSubstr("14 h 30"));
  EXPECT_THAT(page, Not(HasSubstr("ligible")));
  const std::string data =
      referral_json(france(), neutral(), path.now.person, next.found, next.proposed, language::en, {}, &path);
  for (const char* words : {"\"followed\": {", "\"owner\": \"social_centre\"", "\"time\": \"14:30\"",
                            "\"in_plan_on_day\": 11", "\"reason\": \"not_eligible\"", "\"count\": 1"})
    EXPECT_THAT(data, HasSubstr(words));
}

}  // namespace
}  // namespace aiguillage::follow_tests
