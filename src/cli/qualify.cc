#include "aiguillage/qualify.h"

#include <memory>

#include <CLI/CLI.hpp>

#include "aiguillage/report/json.h"
#include "cli/options.h"

namespace aiguillage::cli {
namespace {

int run(const session& in, const person_options& of) {
  const std::optional<pack> rules = load_rules(in);
  if (!rules) return invalid_input;
  const std::optional<situation_file> person = load_person(in, *rules, of);
  if (!person) return invalid_input;
  const qualification found = qualify(*rules, person->facts);
  const std::string result = in.json ? qualification_json(*rules, person->facts, found, in.wanted)
                                     : qualification_text(*rules, person->facts, found, style_of(in));
  return give(in, result) ? done : invalid_input;
}

action add(CLI::App& to, session& in) {
  const auto of = std::make_shared<person_options>();
  add_person(to, in, *of);
  return [&in, of] { return run(in, *of); };
}

}  // namespace

const verb qualify_verb{"qualify",
                        {"besoins, urgence et questions à poser", "needs, urgency and open questions"},
                        {"aiguillage qualify examples/situations/unknowns.yaml",
                         "aiguillage qualify examples/situations/unknowns.yaml --lang en"},
                        add};

}  // namespace aiguillage::cli
