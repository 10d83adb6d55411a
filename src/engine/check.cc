#include <algorithm>

#include "aiguillage/report/diagnostics.h"
#include "engine/verbs.h"
#include "load/people.h"

namespace aiguillage::engines {
namespace {

load::keys options() { return {}; }

engine_answer run(const asking& of) {
  if (of.what.about.find("events") != nullptr)
    static_cast<void>(load::read_events(of.what.about, of.with.rules, of.to()));
  else
    static_cast<void>(load::read_person(of.what.about, of.with.rules, of.to()));
  if (has_errors(of.out)) return refused(of, answer_status::invalid_input);
  const bool clean = std::all_of(of.out.begin(), of.out.end(),
                                 [](const diagnostic& one) { return one.level == severity::note; });
  return refused(of, clean ? answer_status::done : answer_status::findings);
}

}  // namespace

const verb check_verb{
    "check",
    {"vérifie une situation, un cas ou des événements", "checks a situation, a case or events"},
    options,
    run};

}  // namespace aiguillage::engines
