#pragma once

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/judge.h"

/// A small pack, an empty case and an empty run, for the tests of the judge.
namespace aiguillage::judge_testing {

template <class Id, class T>
void add_named(id_vector<Id, T>& table, const std::vector<std::string>& ids) {
  for (const std::string& id : ids) {
    T one;
    one.id = id;
    table.add(std::move(one));
  }
}

inline fact fact_over(const std::string& id, fact_kind kind, const std::vector<std::string>& values) {
  fact one;
  one.id = id;
  one.kind = kind;
  for (const std::string& name : values) one.values.push_back({name, {}, false});
  return one;
}

// Names to judge with; no rule.
inline pack small_pack() {
  pack rules;
  const std::vector<std::string> types = {
      "ccas",        "france_services",  "departmental_social_service", "caf", "kiosk",
      "interpreter", "paid_intermediary"};
  add_named(rules.actor_types, types);
  rules.actor_types.items[6].family = group::forbidden;
  add_named(rules.levels, {"inform", "explain", "do_with", "direct_contact", "decide", "social_support"});
  for (int rank = 0; rank < 5; ++rank) rules.levels.items[static_cast<std::size_t>(rank)].rank = rank;
  rules.levels.items[1].covers = {level_id(0)};
  rules.levels.items[2].covers = {level_id(1)};  // not `inform`: covers is read directly
  add_named(rules.modes, {"tell", "booked_appointment", "warm_call", "escort"});
  for (int rank = 0; rank < 4; ++rank) rules.modes.items[static_cast<std::size_t>(rank)].rank = rank;
  add_named(rules.urgencies, {"normal", "critical"});
  rules.urgencies.items[1].rank = 3;
  add_named(rules.needs, {"first_claim", "isolation", "rent_arrears"});
  add_named(rules.rights, {"rsa"});
  rules.rights.items[0].decided_by = actor_type_id(3);
  rules.facts.add(fact_over("asked_at", fact_kind::one_of, types));
  rules.facts.add(fact_over("refuses", fact_kind::set_of, types));
  rules.facts.add(fact_over("request_right", fact_kind::one_of, {"rsa"}));
  rules.facts.add(fact_over("request_organism", fact_kind::one_of, {"caf", "unknown"}));
  add_named(rules.facts, {"income", "rent", "age", "home", "job", "health", "days_until_deadline"});
  return rules;
}

struct setting {
  pack rules = small_pack();
  case_file of;
  judged_run run;

  setting() {
    of.id = "T01";
    of.file = "T01.yaml";
    of.facts.facts = id_vector<fact_id, fact_value>(rules.facts.size());
  }

  [[nodiscard]] actor_type_id type(const char* id) const { return find_named(rules.actor_types, id); }
  [[nodiscard]] level_id level(const char* id) const { return find_named(rules.levels, id); }
  [[nodiscard]] mode_id mode(const char* id) const { return find_named(rules.modes, id); }
  [[nodiscard]] fact_id fact_named(const char* id) const { return find_named(rules.facts, id); }
  [[nodiscard]] need_type_id need_named(const char* id) const { return find_named(rules.needs, id); }

  void answer(const char* id, std::size_t value) {
    fact_value& one = of.facts.facts[fact_named(id)];
    one.known = true;
    one.values.set(value);
  }

  judged_step step(const char* actor, const std::vector<const char*>& levels, const char* by,
                   std::vector<int> after = {}) const {
    judged_step one;
    one.type = type(actor);
    for (const char* each : levels) one.levels.push_back(level(each));
    one.after = std::move(after);
    if (*by != '\0') one.handoff = mode(by);
    return one;
  }

  [[nodiscard]] case_verdict verdict() const { return judge(rules, of, run); }

  [[nodiscard]] check_result check(const std::string& name) const {
    for (const check_result& one : verdict().checks)
      if (one.check == name) return one;
    ADD_FAILURE() << name << " is absent";
    return {};
  }
  [[nodiscard]] bool passes(const std::string& name) const { return check(name).pass; }
};

}  // namespace aiguillage::judge_testing
