#include <map>

#include "aiguillage/trial.h"

namespace aiguillage {
namespace {

template <class List>
void add_all(const List& list, statement_kind kind, std::vector<statement>& into) {
  std::size_t index = 0;
  for (const auto& one : list) {
    into.push_back({kind, index, one.about.id, &one.about});
    ++index;
  }
}

void add_competences(const pack& rules, std::vector<statement>& into) {
  std::map<std::string, int> times;
  for (std::size_t i = 0; i < rules.competences.size(); ++i) {
    const competence& row = rules.competences[i];
    std::string name = rules.actor_types[row.actor].id;
    if (!row.needs.empty()) name += "/" + rules.needs[row.needs.front()].id;
    const int count = ++times[name];
    if (count > 1) name += "#" + std::to_string(count);
    into.push_back({statement_kind::competence, i, std::move(name), &row.about});
  }
}

template <class List>
void erase_at(List& list, std::size_t index) {
  list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
}

}  // namespace

std::vector<statement> statements_of(const pack& rules) {
  std::vector<statement> all;
  add_all(rules.need_rules, statement_kind::need_rule, all);
  add_competences(rules, all);
  add_all(rules.states.items, statement_kind::state, all);
  add_all(rules.urgency_rules, statement_kind::urgency_rule, all);
  add_all(rules.routing, statement_kind::routing_rule, all);
  return all;
}

pack without(const pack& rules, const statement& which) {
  pack rest = rules;
  switch (which.kind) {
    case statement_kind::need_rule: erase_at(rest.need_rules, which.index); break;
    case statement_kind::competence: erase_at(rest.competences, which.index); break;
    case statement_kind::state: erase_at(rest.states.items, which.index); break;
    case statement_kind::urgency_rule: erase_at(rest.urgency_rules, which.index); break;
    case statement_kind::routing_rule: erase_at(rest.routing, which.index); break;
  }
  return rest;
}

}  // namespace aiguillage
