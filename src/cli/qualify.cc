#include "aiguillage/qualify.h"

#include <memory>
#include <optional>

#include <CLI/CLI.hpp>

#include "aiguillage/report/json.h"
#include "cli/options.h"
#include "engine/steps.h"

namespace aiguillage::cli {
namespace {

struct qualify_options {
  person_options person;
  std::optional<std::string> why;
  bool ways = false;
};

std::string written(const session& in, const pack& rules, const situation& person, const qualify_options& of,
                    const std::optional<steps::asked_need>& why) {
  const qualification found = qualify(rules, person);
  if (why)
    return in.json ? why_json(rules, person, found, why->type, why->right, in.wanted)
                   : why_text(rules, person, found, why->type, why->right, style_of(in));
  return in.json ? qualification_json(rules, person, found, in.wanted, of.ways)
                 : qualification_text(rules, person, found, style_of(in));
}

int run(const session& in, const qualify_options& of) {
  if (of.ways && !in.json) {
    tell(in, text{"--ways va avec --json ; sinon, écrivez --why BESOIN",
                  "--ways goes with --json; otherwise write --why NEED"});
    return wrong_usage;
  }
  const std::optional<pack> rules = load_rules(in);
  if (!rules) return invalid_input;
  std::optional<steps::asked_need> why;
  if (of.why) {
    diagnostics unknown;
    why = steps::find_need(*rules, *of.why, unknown);
    tell_unknown(in, unknown);
    if (!why) return wrong_usage;
  }
  const std::optional<situation_file> person = load_person(in, *rules, of.person);
  if (!person) return invalid_input;
  return give(in, written(in, *rules, person->facts, of, why)) ? done : invalid_input;
}

action add(CLI::App& to, session& in) {
  const auto of = std::make_shared<qualify_options>();
  add_person(to, in, of->person);
  to.add_option("--why", of->why,
                in.say({"un seul besoin : pourquoi, ou ce qu'il faudrait savoir",
                        "one need only: why, or what would have to be known"}))
      ->option_text(in.say({"BESOIN", "NEED"}))
      ->check([&in](const std::string& given) {
        return given.empty() ? in.say({"il manque le nom du besoin", "the name of the need is missing"}) : "";
      });
  to.add_flag("--ways", of->ways,
              in.say({"avec --json : aussi les réponses qui rendraient sûrs les autres besoins",
                      "with --json: also the answers that would make the other needs certain"}));
  return [&in, of] { return run(in, *of); };
}

}  // namespace

const verb qualify_verb{"qualify",
                        {"besoins, urgence et questions à poser", "needs, urgency and open questions"},
                        {"aiguillage qualify examples/situations/unknowns.yaml",
                         "aiguillage qualify examples/situations/unknowns.yaml --lang en"},
                        add};

}  // namespace aiguillage::cli
