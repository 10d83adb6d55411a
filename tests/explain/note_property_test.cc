#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "aiguillage/explain.h"
#include "aiguillage/load.h"
#include "aiguillage/report/html.h"
#include "explain/random_person.h"
#include "france.h"
#include "qualify/derive.h"

/// What a note may say is worked out here from the pack alone, not with what the notes are made with.
namespace aiguillage {
namespace {

/// Facts that conditions look at, each with the values that they look for.
using looked_at = std::map<std::size_t, value_set>;

void look(const pack& rules, condition_id at, looked_at& into) {
  if (!at.known()) return;
  const condition& node = rules.conditions[at];
  if (node.fact.known())
    into[node.fact.index()] |= node.kind == condition_kind::value ? node.values : value_set();
  for (const condition_id child : node.children) look(rules, child, into);
}

void look(const pack& rules, const state& one, looked_at& into) {
  look(rules, one.missing_when, into);
  look(rules, one.held_when, into);
  if (one.spoken.known()) into[one.spoken.index()];
}

template <class T>
bool holds(const std::vector<T>& list, const T& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

void look_at_rights(const pack& rules, const need& what, looked_at& into) {
  if (!what.right.known()) return;
  for (const need_type_id type : {what.type, rules.default_claim})
    for (const right_source& source : rules.needs[type].rights) {
      look(rules, source.when, into);
      if (source.from.known()) into[source.from.index()].set(what.right.index());
      into[find_named(rules.facts, "request").index()];
    }
}

/// All that the rules behind the needs of a stop read, and what an actor of that type requires.
looked_at read_at(const pack& rules, const territory& land, const referral_stop& stop) {
  looked_at all;
  const actor_type_id type = land.actors[stop.who].type;
  for (const served_need& each : stop.serves) {
    for (const need_rule& one : rules.need_rules)
      if (holds(each.which->because, &one.about)) look(rules, one.when, all);
    for (const state& one : rules.states)
      if (holds(each.which->because, &one.about) ||
          (one.spoken.known() && holds(one.required_by_levels, each.help)))
        look(rules, one, all);
    look_at_rights(rules, *each.which, all);
    for (const competence& one : rules.competences)
      if (one.actor == type && holds(one.needs, each.which->type)) look(rules, one.when, all);
  }
  for (const state& one : rules.states)
    if (holds(one.required_by_actors, type) || holds(one.produced_by_actors, type)) look(rules, one, all);
  return all;
}

bool asks_for_a_sensitive_right(const pack& rules, const fact& of, std::size_t value) {
  if (of.id != "request") return false;
  const auto said = rules.right_of_request.find(value);
  return said != rules.right_of_request.end() && rules.rights[said->second].sensitive;
}

value_set sensitive_values(const pack& rules, const fact& of) {
  value_set all;
  for (std::size_t i = 0; i < of.values.size(); ++i)
    all.set(i, of.sensitive || of.values[i].sensitive || asks_for_a_sensitive_right(rules, of, i));
  return all;
}

const std::set<std::string>& written_agreements() {
  static const std::set<std::string> names = {"written_consent", "cnil_paper_mandate",
                                              "aidants_connect_mandate", "aplus_mandate",
                                              "legal_representation"};
  return names;
}

std::string consent_of(const pack& rules, const situation& person) {
  const fact_id which = find_named(rules.facts, "consent");
  const auto given = single_value(person, which);
  return given ? rules.facts[which].values[*given].id : "";
}

struct someone {
  situation person;
  qualification found;
  referral proposed;
};

/// Needs and a plan; no questions, which no note looks at.
void plan_for(const pack& rules, const territory& land, someone& of) {
  const detail::findings found = detail::derive(rules, of.person);
  of.found.urgency = found.urgency;
  of.found.urgency_because = found.urgency_because;
  of.found.needs = found.needs;
  of.proposed = refer(rules, land, of.person, of.found, 1);
}

struct tally {
  std::size_t stops = 0;
  std::size_t sensitive_told = 0;
  std::size_t sensitive_kept = 0;
  std::size_t parts_of_sets = 0;
};

void check_told(const pack& rules, const someone& of, const looked_at& read, const handoff_note& note,
                fact_id which, tally& count) {
  const fact& one = rules.facts[which];
  const fact_value& held = of.person.facts[which];
  const fact_value& told = note.told.facts[which];
  const auto at = read.find(which.index());
  ASSERT_TRUE(held.known) << one.id;
  ASSERT_TRUE((told.values & ~held.values).none()) << one.id;
  ASSERT_EQ(told.thousandths, held.thousandths) << one.id;
  const value_set sensitive = told.values & sensitive_values(rules, one);
  count.parts_of_sets += told.values != held.values ? 1 : 0;
  ASSERT_NE(at, read.end()) << one.id << " is told and no rule of the stop reads it";
  if (sensitive.none() && !one.sensitive) return;
  ASSERT_EQ(written_agreements().count(consent_of(rules, of.person)), 1U) << one.id;
  if (one.kind == fact_kind::set_of) {
    ASSERT_TRUE((sensitive & ~at->second).none()) << one.id;
  }
  ++count.sensitive_told;
}

void check_note(const pack& rules, const territory& land, const someone& of, const referral_stop& stop,
                tally& count) {
  const handoff_note note = note_for(rules, of.person, stop);
  const looked_at read = read_at(rules, land, stop);
  if (consent_of(rules, of.person) == "refusal") {
    ASSERT_TRUE(note.tell.empty());
  }
  for (const fact_id which : note.tell)
    ASSERT_NO_FATAL_FAILURE(check_told(rules, of, read, note, which, count));
  for (std::size_t i = 0; i < rules.facts.size(); ++i) {
    const fact_id which(i);
    const fact& one = rules.facts[which];
    const fact_value& held = of.person.facts[which];
    if (!holds(note.tell, which)) {
      ASSERT_FALSE(note.told.facts[which].known) << one.id;
    }
    const value_set left = held.values & sensitive_values(rules, one) & ~note.told.facts[which].values;
    const bool untold = held.known && one.sensitive && !note.told.facts[which].known;
    ASSERT_EQ(holds(note.keep, which), left.any() || untold) << one.id;
    count.sensitive_kept += left.any() || untold ? 1 : 0;
  }
  ++count.stops;
}

void set_consent(const pack& rules, situation& person, dice& with) {
  const fact_id consent = find_named(rules.facts, "consent");
  if (with.roll(3) != 0) person.facts[consent] = random_answer(rules.facts[consent], with);
}

TEST(notes, carry_no_sensitive_answer_that_no_rule_of_the_stop_reads) {
  const pack& rules = france();
  const territory land = neutral_territory(rules);
  dice with{2026};
  tally count;
  for (std::size_t n = 0; n < 3000; ++n) {
    someone of;
    of.person = random_person(rules, with, 4 + n % 12);
    set_consent(rules, of.person, with);
    plan_for(rules, land, of);
    for (const referral_plan& plan : of.proposed.plans)
      for (const referral_stop& stop : plan.stops)
        ASSERT_NO_FATAL_FAILURE(check_note(rules, land, of, stop, count)) << "person " << n;
  }
  std::printf("[ tried    ] %zu stops: %zu sensitive answers told, %zu kept; %zu sets told in part\n",
              count.stops, count.sensitive_told, count.sensitive_kept, count.parts_of_sets);
  EXPECT_GT(count.stops, 3000U);
  EXPECT_GT(count.sensitive_told, 200U);
  EXPECT_GT(count.sensitive_kept, 3000U);
  EXPECT_GT(count.parts_of_sets, 50U);
}

std::vector<std::string> articles_of(const std::string& page) {
  std::vector<std::string> all;
  const std::string begin = "<article";
  for (std::size_t at = page.find(begin); at != std::string::npos; at = page.find(begin, at + 1))
    all.push_back(page.substr(at, page.find("</article>", at) - at));
  return all;
}

/// The question as pages print it: without remarks around it, escaped.
std::string printed_question(const fact& of, language wanted) {
  std::string words = of.question.in(wanted);
  if (words[0] == '(') words.erase(0, words.find(") ") + 2);
  words.erase(words.find('?'));
  std::string safe;
  for (const char one : words) safe += one == '\'' ? "&#39;" : std::string(1, one);
  return safe;
}

/// Without a written agreement, no sensitive right is named as what the person comes for, but to its own organism.
void expect_no_sensitive_right(const pack& rules, const territory& land, const referral_stop& stop,
                               const handoff_note& note, const std::string& printed, language wanted) {
  if (note.agreed) return;
  for (const served_need& each : stop.serves) {
    const need& what = *each.which;
    if (!what.right.known() || !rules.rights[what.right].sensitive) continue;
    if (what.decided_by == land.actors[stop.who].type) continue;
    const std::string named =
        (wanted == language::fr ? " : " : ": ") + rules.rights[what.right].label.in(wanted);
    EXPECT_EQ(printed.find(named), std::string::npos) << named << "\n" << printed;
  }
}

/// Places of the French pack where nobody goes but for something sensitive.
bool is_telling_place(const std::string& type) {
  static const std::set<std::string> known = {"spip", "women_rights_centre", "hospital_pass",
                                              "mdph", "legal_guardian",      "prefecture"};
  return known.count(type) != 0;
}

/// The type of place that a note says the person comes from; empty when it says none.
std::string type_that_sends(const someone& of, const pack& rules, const territory& land,
                            const referral_plan& plan, const referral_stop& stop) {
  if (stop.from >= 0)
    return rules.actor_types[land.actors[plan.stops[static_cast<std::size_t>(stop.from)].who].type].id;
  const fact_id place = find_named(rules.facts, "asked_at");
  const auto here = single_value(of.person, place);
  return here ? rules.facts[place].values[*here].id : "";
}

void expect_no_telling_sender(const someone& of, const pack& rules, const std::string& from,
                              const std::string& printed, language wanted) {
  const std::string label = wanted == language::fr ? "De la part de" : "Sent by";
  if (printed.find(label) == std::string::npos) return;
  const std::string consent = consent_of(rules, of.person);
  EXPECT_NE(consent, "refusal") << printed;
  EXPECT_TRUE(!is_telling_place(from) || written_agreements().count(consent) != 0) << from << "\n" << printed;
}

std::string in_page(const std::string& words) {
  std::string safe;
  for (const char one : words) safe += one == '\'' ? "&#39;" : std::string(1, one);
  return safe;
}

/// The person as a reader of the note could know them: no sensitive answer but those that the note tells.
situation as_told(const pack& rules, const situation& person, const handoff_note& note) {
  situation open = person;
  for (std::size_t i = 0; i < rules.facts.size(); ++i) {
    const fact_id which(i);
    const fact_value& told = note.told.facts[which];
    const value_set plain = open.facts[which].values & ~sensitive_values(rules, rules.facts[which]);
    if (rules.facts[which].sensitive || (open.facts[which].values.any() && (plain | told.values).none()))
      open.facts[which] = told;
    else
      open.facts[which].values = plain | told.values;
  }
  return open;
}

/// Whether an answer that is told names this right as one to claim.
bool claims(const situation& open, const condition_context& at, right_id which) {
  const auto& sources = at.rules->needs[at.rules->default_claim].rights;
  return std::any_of(sources.begin(), sources.end(), [&](const right_source& one) {
    if (one.when.known() && evaluate(one.when, at) != tri::yes) return false;
    return one.from.known() ? open.facts[one.from].values.test(which.index()) : one.fixed == which;
  });
}

/// Whether a rule makes a need of this type. A rule of the default claim does too, when an answer that is told names a
/// right that this type claims: a place told "identity card" infers the need from that alone (claim_of_named_right),
/// whatever kept answer made the engine find it first (claim_asked, from a request about a disability).
bool makes(const need_rule& one, const need& what, const situation& open, const condition_context& at) {
  if (one.need == what.type || holds(what.because, &one.about)) return true;
  const pack& rules = *at.rules;
  return one.need == rules.default_claim && what.right.known() &&
         rules.rights[what.right].claim == what.type && claims(open, at, what.right);
}

/// Whether one of the rules behind a need holds, or one of its states is missing, for the person as told.
bool can_be_named(const pack& rules, const someone& of, const situation& open, const need& what) {
  condition_context at;
  at.rules = &rules;
  at.person = &open;
  at.right = what.right;
  at.decided_by = what.decided_by;
  at.urgency = what.urgency;
  for (const need& one : of.found.needs)
    if (one.status == need_status::certain) at.certain_needs.set(one.type.index());
  for (const need_rule& one : rules.need_rules)
    if (makes(one, what, open, at) && evaluate(one.when, at) == tri::yes) return true;
  return std::any_of(rules.states.begin(), rules.states.end(), [&](const state& one) {
    return holds(what.because, &one.about) && state_missing(rules, open, one) == tri::yes;
  });
}

/// No label of a need, and no state that is brought about, shows what is kept. Returns how many were looked for.
std::size_t expect_no_telling_label(const pack& rules, const someone& of, const referral_stop& stop,
                                    const handoff_note& note, const std::string& printed, language wanted) {
  const bool refused = consent_of(rules, of.person) == "refusal";
  const situation open = as_told(rules, of.person, note);
  std::size_t looked_for = 0;
  const auto expect_absent = [&](const std::string& words) {
    EXPECT_EQ(printed.find(in_page(words)), std::string::npos) << words << "\n" << printed;
    ++looked_for;
  };
  for (const served_need& each : stop.serves)
    if (refused || !can_be_named(rules, of, open, *each.which))
      for (const std::string& after : {std::string(" → "), std::string(" : "), std::string(": ")})
        expect_absent(rules.needs[each.which->type].label.in(wanted).substr(1) + after);
  for (const state_id each : stop.produces) {
    looked_at facts;
    look(rules, rules.states[each].missing_when, facts);
    look(rules, rules.states[each].held_when, facts);
    const bool shows = std::any_of(facts.begin(), facts.end(),
                                   [&](const auto& one) { return holds(note.keep, fact_id(one.first)); });
    if (refused || shows) expect_absent(rules.states[each].label.in(wanted).substr(1));
  }
  return looked_for;
}

/// A printed note goes to the place: not even the question of what is kept may stand on it.
TEST(notes, that_are_printed_do_not_even_show_what_was_asked_and_kept) {
  const pack& rules = france();
  const territory land = neutral_territory(rules);
  dice with{11};
  std::size_t looked_for = 0;
  std::size_t found_there = 0;
  std::size_t telling_senders = 0;
  std::size_t labels = 0;
  for (std::size_t n = 0; n < 400; ++n) {
    someone of;
    of.person = random_person(rules, with, 4 + n % 12);
    set_consent(rules, of.person, with);
    const fact_id place = find_named(rules.facts, "asked_at");
    if (n % 2 == 0) of.person.facts[place] = random_answer(rules.facts[place], with);
    plan_for(rules, land, of);
    if (of.proposed.plans.empty()) continue;
    const language wanted = n % 2 == 0 ? language::fr : language::en;
    const referral_plan& plan = of.proposed.plans.front();
    const std::vector<std::string> notes =
        articles_of(referral_html(rules, land, of.person, of.found, of.proposed, wanted));
    ASSERT_EQ(notes.size(), plan.stops.size());
    for (std::size_t i = 0; i < notes.size(); ++i) {
      const handoff_note note = note_for(rules, of.person, plan.stops[i]);
      if (plan.stops[i].through.mode.known() && plan.stops[i].from < 0)
        for (const fact_id which : note.tell) {
          EXPECT_NE(notes[i].find(printed_question(rules.facts[which], wanted)), std::string::npos)
              << rules.facts[which].id;
          ++found_there;
        }
      expect_no_sensitive_right(rules, land, plan.stops[i], note, notes[i], wanted);
      labels += expect_no_telling_label(rules, of, plan.stops[i], note, notes[i], wanted);
      const std::string from = type_that_sends(of, rules, land, plan, plan.stops[i]);
      expect_no_telling_sender(of, rules, from, notes[i], wanted);
      telling_senders += is_telling_place(from) ? 1 : 0;
      for (const fact_id which : note.keep) {
        if (holds(note.tell, which)) continue;
        EXPECT_EQ(notes[i].find(printed_question(rules.facts[which], wanted)), std::string::npos)
            << rules.facts[which].id << "\n"
            << notes[i];
        ++looked_for;
      }
    }
  }
  EXPECT_GT(looked_for, 400U);
  EXPECT_GT(found_there, 400U);
  EXPECT_GT(telling_senders, 40U);
  EXPECT_GT(labels, 400U);
}

}  // namespace
}  // namespace aiguillage
