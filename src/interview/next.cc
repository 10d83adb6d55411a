#include <algorithm>

#include "interview/changes.h"

namespace aiguillage {
namespace {

struct search {
  const pack& rules;
  const territory& land;
  const situation person;
  value_set open;
  value_set relevant;  // by logic
  outlook now;
  std::vector<std::vector<fact_value>> answers;
};

bool same(const outlook& a, const outlook& b) {
  return a.needs == b.needs && a.urgency == b.urgency && a.first_stops == b.first_stops;
}

bool changes(const search& in, const situation& person) {
  return !same(in.now, outlook_of(in.rules, in.land, person));
}

bool changes_alone(const search& in, fact_id which) {
  situation person = in.person;
  return std::any_of(in.answers[which.index()].begin(), in.answers[which.index()].end(),
                     [&](const fact_value& one) {
                       person.facts[which] = one;
                       return changes(in, person);
                     });
}

// Every way to answer the facts from this one on, given the answers before it.
bool changes_together(const search& in, const std::vector<fact_id>& facts, std::size_t from,
                      situation& person) {
  if (from == facts.size()) return changes(in, person);
  const auto& answers = in.answers[facts[from].index()];
  const fact_value before = person.facts[facts[from]];
  const bool found = std::any_of(answers.begin(), answers.end(), [&](const fact_value& one) {
    person.facts[facts[from]] = one;
    return changes_together(in, facts, from + 1, person);
  });
  person.facts[facts[from]] = before;
  return found;
}

bool tells_apart(const search& in, const std::vector<fact_id>& facts) {
  if (std::any_of(facts.begin(), facts.end(), [&](fact_id one) { return changes_alone(in, one); }))
    return true;
  std::size_t ways = 1;
  for (const fact_id one : facts)
    ways =
        std::min(detail::most_together + 1, ways * std::max<std::size_t>(1, in.answers[one.index()].size()));
  if (facts.size() < 2 || ways > detail::most_together) return false;
  situation person = in.person;
  return changes_together(in, facts, 0, person);
}

bool matters(const search& in, const std::vector<fact_id>& facts) {
  return std::any_of(facts.begin(), facts.end(),
                     [&](fact_id which) { return in.relevant.test(which.index()); }) ||
         tells_apart(in, facts);
}

value_set open_facts(const interview& of, const situation& person) {
  value_set result;
  for (std::size_t i = 0; i < person.facts.size(); ++i)
    if (!person.facts.items[i].known) result.set(i);
  for (const reply& one : of.replies) result.reset(one.which.index());
  return result;
}

// What brings the person, as long as it was not asked; then the ranked questions less what was asked; then what the
// ranking left out.
std::vector<question> open_questions(const search& in) {
  std::vector<question> result;
  value_set left = in.open;
  const auto take = [&](question one) {
    const auto closed = [&](fact_id which) { return !left.test(which.index()); };
    one.facts.erase(std::remove_if(one.facts.begin(), one.facts.end(), closed), one.facts.end());
    if (one.facts.empty()) return;
    if (one.facts.size() == 1) one.wording = in.rules.facts[one.facts.front()].question;
    one.sensitive = std::any_of(one.facts.begin(), one.facts.end(),
                                [&](fact_id which) { return in.rules.facts[which].sensitive; });
    for (const fact_id which : one.facts) left.reset(which.index());
    result.push_back(std::move(one));
  };
  question opening;
  opening.facts = {find_named(in.rules.facts, "request")};
  if (opening.facts.front().known()) take(std::move(opening));
  for (question& one : qualify(in.rules, in.person).questions) take(std::move(one));
  for (const question_group& group : in.rules.questions) {
    question one;
    one.facts = group.facts;
    one.wording = group.question;
    take(std::move(one));
  }
  for (std::size_t i = 0; i < in.rules.facts.size(); ++i) {
    question one;
    one.facts = {fact_id(i)};
    take(std::move(one));
  }
  return result;
}

search search_from(const pack& rules, const territory& land, const interview& of) {
  search in{rules, land, told_so_far(of), {}, {}, {}, detail::telling_answers(rules)};
  in.open = open_facts(of, in.person);
  in.relevant = detail::could_say(rules, in.person, in.open);
  in.now = outlook_of(rules, land, in.person);
  return in;
}

}  // namespace

std::optional<question> next_question(const pack& rules, const territory& land, const interview& of) {
  const search in = search_from(rules, land, of);
  for (question& one : open_questions(in))
    if (matters(in, one.facts)) return std::move(one);
  return std::nullopt;
}

void leave_out_settled(const pack& rules, const territory& land, interview& of) {
  if (of.asking.empty()) return;
  const search in = search_from(rules, land, of);
  const std::vector<fact_id> rest = of.asking;
  const auto settled = [&](fact_id which) { return !matters(in, {which}); };
  of.asking.erase(std::remove_if(of.asking.begin(), of.asking.end(), settled), of.asking.end());
  if (of.asking.empty() && matters(in, rest)) of.asking = rest;
}

}  // namespace aiguillage
