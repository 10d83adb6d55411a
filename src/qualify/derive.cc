#include "qualify/derive.h"

#include <algorithm>
#include <utility>

#include "time_limit.h"

namespace aiguillage {

tri state_missing(const pack& rules, const situation& person, const state& which) {
  for (const held_state& one : person.so_far.held)
    if (!one.decided_by.known() && &rules.states[one.which] == &which) return tri::no;
  condition_context context;
  context.rules = &rules;
  context.person = &person;
  if (!which.missing_by_default)
    return which.missing_when.known() ? evaluate(which.missing_when, context) : tri::no;
  if (!which.held_when.known()) return tri::yes;
  const tri held = evaluate(which.held_when, context);
  return held == tri::yes ? tri::no : held == tri::no ? tri::yes : tri::unknown;
}

namespace detail {
namespace {

struct derivation {
  const pack& rules;
  const situation& person;
  condition_context context;
  findings found;
};

need* find_need(findings& found, need_type_id type, right_id right) {
  for (need& one : found.needs)
    if (one.type == type && one.right == right) return &one;
  return nullptr;
}

void add_need(derivation& work, need_type_id type, right_id right, tri status, const rule& because,
              bool any_support) {
  if (type == work.rules.default_claim && right.known()) type = work.rules.rights[right].claim;
  const need_status as = status == tri::yes ? need_status::certain : need_status::possible;
  need* known = find_need(work.found, type, right);
  if (known == nullptr) {
    need fresh;
    fresh.type = type;
    fresh.right = right;
    fresh.decided_by = operator_for(work.rules, work.person, right);
    fresh.status = as;
    fresh.any_support = any_support;
    fresh.because.push_back(&because);
    work.found.needs.push_back(std::move(fresh));
    return;
  }
  if (as == need_status::certain && known->status == need_status::possible) {
    known->status = as;
    known->because.clear();
    known->any_support = any_support;
  }
  if (as != known->status) return;
  known->any_support = known->any_support && any_support;
  if (std::find(known->because.begin(), known->because.end(), &because) == known->because.end())
    known->because.push_back(&because);
}

void add_needs(derivation& work, need_type_id type, tri status, const rule& because, bool any_support) {
  const std::vector<right_id> rights = rights_of(work.rules, work.person, work.rules.needs[type]);
  if (rights.empty()) add_need(work, type, {}, status, because, any_support);
  for (const right_id right : rights) add_need(work, type, right, status, because, any_support);
}

void apply_need_rules(derivation& work) {
  const std::string& day = applicable_day(work.rules, work.person);
  for (const need_rule& one : work.rules.need_rules) {
    if (!in_force(one.about, day)) continue;
    const tri status = evaluate(one.when, work.context);
    if (status != tri::no) add_needs(work, one.need, status, one.about, one.met_by_any_support);
  }
}

bool is_decided(const condition_context& context, const need& one) {
  const need_type& type = context.rules->needs[one.type];
  return type.decided && one.decided_by.known() && evaluate(type.decided_when, context) == tri::yes;
}

void add_required(derivation& work, const need& by) {
  for (const state& which : work.rules.states) {
    if (!only_one_need_produces(which) || !is_required(which, work.context, by)) continue;
    const tri missing = state_missing(work.rules, work.person, which);
    if (missing == tri::no) continue;
    const need_reference& from = which.produced_by_needs.front();
    if (from.right.known())
      add_need(work, from.need, from.right, missing, which.about, false);
    else
      add_needs(work, from.need, missing, which.about, false);
  }
}

// What a certain need requires and only another need can bring about is needed as well: nobody is told to come back.
// A need may become certain after its turn: turns are taken until nothing is left.
void close_over_states(derivation& work) {
  std::vector<bool> closed;
  for (bool again = true; again;) {
    again = false;
    for (std::size_t i = 0; i < work.found.needs.size(); ++i) {
      closed.resize(work.found.needs.size());
      if (closed[i] || work.found.needs[i].status != need_status::certain) continue;
      closed[i] = again = true;
      add_required(work, need(work.found.needs[i]));
    }
  }
}

void drop_shadowed(derivation& work) {
  auto& needs = work.found.needs;
  for (const need& one : needs)
    if (one.status == need_status::certain) {
      work.found.certain_needs.set(one.type.index());
      work.found.certain_dimensions.set(static_cast<std::size_t>(work.rules.needs[one.type].lane));
    }
  const auto shadowed = [&](const need& one) {
    return one.status == need_status::possible && work.found.certain_needs.test(one.type.index());
  };
  needs.erase(std::remove_if(needs.begin(), needs.end(), shadowed), needs.end());
  std::sort(needs.begin(), needs.end(), [](const need& a, const need& b) {
    if (a.status != b.status) return a.status < b.status;
    return a.type != b.type ? a.type < b.type : a.right < b.right;
  });
  work.context.certain_needs = work.found.certain_needs;
  work.context.certain_dimensions = work.found.certain_dimensions;
}

void find_urgency(derivation& work) {
  const std::string& day = applicable_day(work.rules, work.person);
  for (const urgency_rule& row : work.rules.urgency_rules) {
    if (!in_force(row.about, day) || evaluate(row.when, work.context) != tri::yes) continue;
    work.found.urgency = row.level;
    work.found.urgency_because = &row.about;
    break;
  }
  work.context.urgency = work.found.urgency;
}

int rank_of(const pack& rules, urgency_id level) { return level.known() ? rules.urgencies[level].rank : 0; }

// The highest level, not above the overall one, that concerns this need: its own stake, else the dates.
urgency_id urgency_of(const derivation& work, const need& one) {
  const need_type& type = work.rules.needs[one.type];
  const int overall = rank_of(work.rules, work.found.urgency);
  const int ceiling = one.vital ? 4 : type.waiting == waiting_class::critical ? 3 : 2;
  if (overall <= ceiling) return work.found.urgency;
  for (const urgency_rule& row : work.rules.urgency_rules)
    if (rank_of(work.rules, row.level) <= ceiling && evaluate(row.when, work.context) == tri::yes)
      return row.level;
  return work.found.urgency;
}

void complete_needs(derivation& work) {
  for (need& one : work.found.needs) {
    const need_type& type = work.rules.needs[one.type];
    one.vital = type.vital && evaluate(type.vital_when, work.context) == tri::yes &&
                rank_of(work.rules, work.found.urgency) == 4;
    one.urgency = urgency_of(work, one);
    one.help = fitting_level(work.rules, work.context, type);
  }
}

}  // namespace

bool requires_state(const std::vector<need_reference>& list, const need& one) {
  return std::any_of(list.begin(), list.end(), [&](const need_reference& reference) {
    return reference.need == one.type && (!reference.right.known() || reference.right == one.right);
  });
}

bool only_one_need_produces(const state& which) {
  return which.produced_by_needs.size() == 1 && which.produced_by_levels.empty() &&
         which.produced_by_actors.empty() && which.produced_by_modes.empty() && !which.produced_on_the_spot;
}

bool is_required(const state& which, const condition_context& context, const need& by) {
  return requires_state(which.required_by_needs, by) ||
         (is_decided(context, by) && requires_state(which.required_by_decisions, by));
}

findings derive(const pack& rules, const situation& person) {
  keep_time();
  derivation work{rules, person, {}, {}};
  work.context.rules = &rules;
  work.context.person = &person;
  work.found.needs.reserve(rules.need_rules.size());
  apply_need_rules(work);
  close_over_states(work);
  drop_shadowed(work);
  find_urgency(work);
  complete_needs(work);
  return std::move(work.found);
}

}  // namespace detail

namespace {

qualification without_questions(detail::findings found, const situation& person) {
  qualification result;
  result.urgency = found.urgency;
  result.urgency_because = found.urgency_because;
  result.needs = std::move(found.needs);
  const auto& settled = person.so_far.settled;
  result.needs.erase(std::remove_if(result.needs.begin(), result.needs.end(),
                                    [&](const need& one) {
                                      return std::find(settled.begin(), settled.end(),
                                                       need_key{one.type, one.right}) != settled.end();
                                    }),
                     result.needs.end());
  return result;
}

}  // namespace

qualification qualify(const pack& rules, const situation& person) {
  detail::findings found = detail::derive(rules, person);
  std::vector<question> questions = detail::rank_questions(rules, person, found);
  qualification result = without_questions(std::move(found), person);
  result.provisional = !questions.empty();
  result.questions = std::move(questions);
  return result;
}

qualification qualify_without_questions(const pack& rules, const situation& person) {
  return without_questions(detail::derive(rules, person), person);
}

}  // namespace aiguillage
