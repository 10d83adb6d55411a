#include <algorithm>

#include "follow/learner.h"

namespace aiguillage::detail {
namespace {

fact_value* number_of(learner& with, const char* name) {
  const fact_id which = find_named(with.rules.facts, name);
  if (!which.known() || with.rules.facts[which].kind != fact_kind::integer) return nullptr;
  fact_value& known = with.out.person.facts[which];
  return known.known ? &known : nullptr;
}

}  // namespace

bool set_fact(learner& with, const char* name, const char* wanted) {
  const fact_id which = find_named(with.rules.facts, name);
  if (!which.known()) return false;
  const auto& values = with.rules.facts[which].values;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].id != wanted) continue;
    fact_value fresh;
    fresh.known = true;
    fresh.values.set(i);
    with.out.person.facts[which] = fresh;
    with.found = qualify(with.rules, with.out.person);
    return true;
  }
  return false;
}

std::string fact_value_of(const learner& with, const char* name) {
  const fact_id which = find_named(with.rules.facts, name);
  const auto index = single_value(with.out.person, which);
  return index ? with.rules.facts[which].values[*index].id : "";
}

void let_time_pass(learner& with, int days) {
  const std::int64_t passed = std::int64_t{1000} * days;
  if (passed <= 0) return;
  for (const char* name : {"days_since_letter", "days_since_release"})
    if (fact_value* known = number_of(with, name)) known->thousandths += passed;
  if (fact_value* deadline = number_of(with, "days_until_deadline")) {
    if (deadline->thousandths < passed)
      warn(with, "deadline-passed",
           {"la date limite est passée : demandez ce qu'il en est",
            "the deadline has passed: ask how it stands"});
    with.out.person.so_far.deadline_passed =
        static_cast<int>(std::max<std::int64_t>(0, passed - deadline->thousandths) / 1000);
    deadline->thousandths = std::max<std::int64_t>(0, deadline->thousandths - passed);
  }
  if (fact_value* food = number_of(with, "food_secure_days"); food != nullptr && food->thousandths > 0) {
    if (food->thousandths <= passed)
      warn(with, "food-over",
           {"il n'y a plus à manger, d'après les jours passés : demandez ce qu'il en est",
            "there is no food left, by the days passed: ask how it stands"});
    food->thousandths = std::max<std::int64_t>(0, food->thousandths - passed);
  }
}

}  // namespace aiguillage::detail
