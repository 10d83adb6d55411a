#include <algorithm>
#include <utility>

#include "aiguillage/explain.h"
#include "aiguillage/explain/why.h"
#include "explain/phrases.h"
#include "explain/solve_need.h"
#include "qualify/derive.h"

namespace aiguillage {

namespace {

struct telling {
  const pack& rules;
  condition_context context;
  std::vector<condition_line> lines;
};

text head_words(condition_kind kind) {
  switch (kind) {
    case condition_kind::any: return {"L'une de ces conditions suffit", "One of these conditions is enough"};
    case condition_kind::all: return {"Tout cela ensemble", "All of this together"};
    default: return {"Aucune réponse n'établit ceci", "No answer establishes this"};
  }
}

void tell(telling& to, condition_id which, int depth) {
  if (!which.known()) return;
  const condition& node = to.rules.conditions[which];
  const tri holds = evaluate(which, to.context);
  if (node.children.empty()) {
    to.lines.push_back({node.fact, which, {}, holds, depth});
    return;
  }
  const bool head = depth > 0 || node.kind != condition_kind::all;
  if (head) to.lines.push_back({{}, which, {}, holds, depth});
  for (const condition_id child : node.children) tell(to, child, depth + (head ? 1 : 0));
}

telling about(const pack& rules, const situation& person) {
  telling to{rules, {}, {}};
  to.context.rules = &rules;
  to.context.person = &person;
  return to;
}

value_set claimed_under(const pack& rules, need_type_id type) {
  value_set rights;
  for (std::size_t i = 0; i < rules.rights.size(); ++i)
    if (rules.rights[right_id(i)].claim == type) rights.set(i);
  return rights;
}

/// Whether a right of these is on the table for needs of one type.
tri right_on_the_table(const pack& rules, const situation& person, const need_type& type,
                       const value_set& rights) {
  const std::vector<right_id> named = detail::rights_of(rules, person, type);
  if (std::any_of(named.begin(), named.end(), [&](right_id one) { return rights.test(one.index()); }))
    return tri::yes;
  const bool open = std::any_of(type.rights.begin(), type.rights.end(), [&](const right_source& source) {
    return source.from.known() && !person.facts[source.from].known;
  });
  return open ? tri::unknown : tri::no;
}

void add_line(rule_account& into, const text& words, tri holds) {
  into.conditions.push_back({{}, {}, words, holds, 0});
  into.holds = std::min(into.holds, holds);
}

/// A need that claims rights falls under the right that it claims.
void add_claimed(const telling& to, rule_account& into, need_type_id type) {
  const pack& rules = to.rules;
  const need_type& claim = rules.needs[rules.default_claim];
  const value_set rights = claimed_under(rules, type);
  const tri named = right_on_the_table(rules, *to.context.person, claim, rights);
  const bool none = detail::rights_of(rules, *to.context.person, claim).empty();
  if (type == rules.default_claim && (none || named == tri::yes)) return;
  add_line(into,
           text{"Un droit qui se demande sous ce besoin : ", "A right that is claimed under this need: "} +
               detail::labels_of(rules.rights, rights),
           named);
}

void add_right(const telling& to, rule_account& into, need_type_id source, right_id right) {
  const tri named = right_on_the_table(to.rules, *to.context.person, to.rules.needs[source],
                                       value_set().set(right.index()));
  add_line(into, text{"Il s'agit de ce droit : ", "It is about this right: "} + to.rules.rights[right].label,
           named);
}

rule_account account_of(const pack& rules, const situation& person, const need_rule& one, need_type_id type,
                        right_id right) {
  telling to = about(rules, person);
  tell(to, one.when, 0);
  rule_account account{&one.about, evaluate(one.when, to.context), std::move(to.lines)};
  if (right.known())
    add_right(to, account, one.need, right);
  else if (one.need == rules.default_claim)
    add_claimed(to, account, type);
  return account;
}

bool made_by(const pack& rules, const need_rule& one, need_type_id type) {
  if (one.need == type) return true;
  return one.need == rules.default_claim && claimed_under(rules, type).any();
}

rule_account account_of(const pack& rules, const situation& person, const state& which, const need& wanting) {
  telling to = about(rules, person);
  text wanted = rules.needs[wanting.type].label;
  if (wanting.right.known()) wanted = wanted + text{" : ", ": "} + rules.rights[wanting.right].label;
  to.lines.push_back({{},
                      {},
                      text{"Demandé par un besoin certain : ", "Required by a certain need: "} + wanted,
                      tri::yes,
                      0});
  const tri missing = state_missing(rules, person, which);
  to.lines.push_back({{}, {}, text{"Pas encore là : ", "Not there yet: "} + which.label, missing, 0});
  if (!which.missing_by_default) {
    tell(to, which.missing_when, 1);
  } else if (which.held_when.known()) {
    to.lines.push_back({{}, {}, head_words(condition_kind::unless), missing, 1});
    tell(to, which.held_when, 2);
  }
  return {&which.about, missing, std::move(to.lines)};
}

}  // namespace

std::vector<rule_account> accounts_of(const pack& rules, const situation& person, const qualification& found,
                                      need_type_id type, right_id right) {
  std::vector<rule_account> all;
  const std::string& day = applicable_day(rules, person);
  const condition_context person_only = about(rules, person).context;
  for (const need_rule& one : rules.need_rules)
    if (made_by(rules, one, type) && in_force(one.about, day))
      all.push_back(account_of(rules, person, one, type, right));
  for (const state& which : rules.states) {
    if (!detail::brings(rules, which, type)) continue;
    for (const need& one : found.needs)
      if (one.status == need_status::certain && detail::is_required(which, person_only, one))
        all.push_back(account_of(rules, person, which, one));
  }
  return all;
}

text line_words(const pack& rules, const condition_line& one) {
  if (!one.which.known()) return one.words;
  const condition& node = rules.conditions[one.which];
  return node.children.empty() ? condition_words(rules, one.which) : head_words(node.kind);
}

const text& account_words(const rule_account& one) {
  return one.holds == tri::yes || one.by->title.fr.empty() ? said_by(*one.by) : one.by->title;
}

need_standing standing_of(const qualification& found, need_type_id type, right_id right) {
  need_standing best = need_standing::not_derived;
  for (const need& one : found.needs)
    if (one.type == type && (!right.known() || one.right == right))
      best = std::min(best,
                      one.status == need_status::certain ? need_standing::certain : need_standing::possible);
  return best;
}

text standing_words(need_standing which) {
  switch (which) {
    case need_standing::certain:
      return {"Ce besoin est sûr, avec ce que l'on sait.", "This need is certain, with what is known."};
    case need_standing::possible:
      return {"Ce besoin est possible : cela dépend de réponses que l'on n'a pas encore.",
              "This need is possible: it depends on answers that are not known yet."};
    default:
      return {
          "Rien de ce que l'on sait ne fait apparaître ce besoin. Cela ne dit rien des droits de la "
          "personne.",
          "Nothing that is known brings this need up. That says nothing about the person's rights."};
  }
}

}  // namespace aiguillage
