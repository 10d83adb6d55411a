#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "aiguillage/cases.h"
#include "aiguillage/pack.h"

/// The judge behind `aiguillage test`: what a case expects, against what a run gave.
#pragma GCC visibility push(default)
namespace aiguillage {

/// One stop or deciding step of a judged plan.
struct judged_step {
  actor_type_id type;
  std::vector<level_id> levels;      // empty: the stop serves no need (an interpreter)
  std::vector<need_type_id> helped;  // the needs that it serves otherwise than by deciding
  std::vector<int> after;            // indices of steps of the same plan; empty: a first stop
  mode_id handoff;                   // unknown: there is no hand-off
  bool checked = false;              // a date is set to ask whether the person was received
  bool keeps_file = false;           // the next date is set with this helper
};

/// The steps of one plan; `after` holds indices into it.
using judged_plan = std::vector<judged_step>;

/// All that the judge looks at in a run: questions from `before`, the rest from `situation`.
struct judged_run {
  std::vector<std::vector<fact_id>> questions;  // the facts of each question, best question first
  std::vector<need_type_id> needs;              // certain needs
  urgency_id urgency;
  std::vector<judged_plan> plans;  // the main route first
};

/// One check. `expected` is what the case lists: ids, groups of ids joined by `|`, or a number. `got` is what the run
/// gives of that kind; for needs.exclude, route.never and route.territory, the offenders alone.
struct check_result {
  std::string check;
  bool pass = false;
  std::vector<std::string> expected;
  std::vector<std::string> got;
};

/// The verdict on one case: a check is present only when the case constrains it, route.never and route.territory always.
struct case_verdict {
  std::string id;
  std::string file;
  bool passed = false;
  std::vector<check_result> checks;
  int recall_at_3 = 0;  // expected questions among the facts of the first three questions
  int recall_at_5 = 0;
  int questions_expected = 0;
};

/// The verdict on a run of a case.
[[nodiscard]] case_verdict judge(const pack& rules, const case_file& of, const judged_run& run);

/// What the engine gives for a case: three plans in the neutral territory, less the actor types that do not exist.
[[nodiscard]] judged_run engine_run(const pack& rules, const case_file& of);

/// Runs the engine on a case and judges it.
[[nodiscard]] case_verdict judge_case(const pack& rules, const case_file& of);

/// Ways to refer people without looking at them. Only the route differs from the engine's run: questions, needs and
/// urgency are the engine's own. The route is one door for everyone, then a deciding step at each operator that
/// decides a certain need or, when there is none, at the one of `request_right`, or else at `request_organism`.
/// The door gives, for each certain need, the highest level that its type offers and the levels outside the order that
/// it offers, or `inform`. Its hand-off is a booked appointment; none where the person already is (`asked_at`).
/// With `operator_alone` the operators are the doors, and decide there. A type that does not exist is left out.
enum class baseline : std::uint8_t { ccas, france_services, social_service, operator_alone };
/// Every baseline, in the order of reports.
inline constexpr std::array<baseline, 4> all_baselines = {baseline::ccas, baseline::france_services,
                                                          baseline::social_service, baseline::operator_alone};

/// What a baseline would give for a case.
[[nodiscard]] judged_run baseline_run(const pack& rules, const case_file& of, baseline which);

/// How a baseline does on a list of cases.
struct baseline_tally {
  std::string id;
  text label;
  int passed = 0;
  int failed = 0;
};

/// Judges every baseline on every case; one tally for each of all_baselines.
[[nodiscard]] std::vector<baseline_tally> tally_baselines(const pack& rules,
                                                          const std::vector<case_file>& cases);

}  // namespace aiguillage
#pragma GCC visibility pop
