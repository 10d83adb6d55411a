#include "aiguillage/report/verdicts.h"
#include "engine/verbs.h"
#include "load/cases.h"

namespace aiguillage::engines {
namespace {

load::keys options() { return {}; }

engine_answer run(const asking& of) {
  const case_file read = load::read_case(of.what.about, of.with.rules, of.to());
  if (has_errors(of.out)) return refused(of, answer_status::invalid_input);
  const case_verdict verdict = judge_case(of.with.rules, read);
  return {verdict.passed ? answer_status::done : answer_status::findings, verdicts_json({verdict}, {})};
}

}  // namespace

const verb test_verb{
    "test", {"un cas, contre ce qu'il attend", "a case, against what it expects"}, options, run};

}  // namespace aiguillage::engines
