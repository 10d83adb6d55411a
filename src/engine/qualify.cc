#include "aiguillage/qualify.h"

#include "aiguillage/report/json.h"
#include "engine/steps.h"
#include "engine/verbs.h"

namespace aiguillage::engines {
namespace {

using yaml::value_kind;

load::keys options() {
  return {date_key(),
          {"why", value_kind::text, false, {"un seul besoin : pourquoi", "one need only: why"}},
          {"ways",
           value_kind::boolean,
           false,
           {"aussi les réponses qui rendraient sûrs les autres besoins",
            "also the answers that would make the other needs certain"}}};
}

engine_answer run(const asking& of) {
  const pack& rules = of.with.rules;
  std::optional<steps::asked_need> why;
  if (const yaml::node* name = of.what.options.find("why")) {
    diagnostics found;
    why = steps::find_need(rules, name->scalar, found);
    report_at(of, *name, found);
    if (!why) return refused(of, answer_status::wrong_call);
  }
  const std::optional<situation_file> person = read_person(of);
  if (!person) return refused(of, answer_status::invalid_input);
  const qualification found = qualify(rules, person->facts);
  if (why)
    return {answer_status::done, why_json(rules, person->facts, found, why->type, why->right, of.wanted)};
  return {answer_status::done,
          qualification_json(rules, person->facts, found, of.wanted, load::flag_at(of.what.options, "ways"))};
}

}  // namespace

const verb qualify_verb{
    "qualify", {"besoins, urgence et questions à poser", "needs, urgency and open questions"}, options, run};

}  // namespace aiguillage::engines
