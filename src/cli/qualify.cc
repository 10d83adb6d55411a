#include "aiguillage/qualify.h"

#include <memory>
#include <optional>

#include <CLI/CLI.hpp>

#include "aiguillage/diagnostic.h"
#include "aiguillage/report/json.h"
#include "cli/options.h"

namespace aiguillage::cli {
namespace {

struct qualify_options {
  person_options person;
  std::optional<std::string> why;
  bool ways = false;
};

struct asked_need {
  need_type_id type;
  right_id right;  // unknown: whatever the right
};

template <class List>
void tell_unknown(const session& in, const text& what, const std::string& given, const List& known) {
  std::vector<std::string> names;
  for (const auto& one : known) names.push_back(one.id);
  const std::string near = nearest_name(given, names);
  tell(in, text{what.fr + " : " + given + (near.empty() ? "" : "\n  Vouliez-vous écrire « " + near + " » ?"),
                what.en + ": " + given + (near.empty() ? "" : "\n  Did you mean \"" + near + "\"?")});
}

/// The need of `--why NEED`, with or without the right that it is about; nullopt once that is said on stderr.
std::optional<asked_need> need_asked_for(const session& in, const pack& rules, const std::string& given) {
  const std::size_t colon = given.find(':');
  const std::string name = given.substr(0, colon);
  asked_need asked{find_named(rules.needs, name), {}};
  if (!asked.type.known()) {
    tell_unknown(in, {"besoin inconnu", "unknown need"}, name, rules.needs);
    return std::nullopt;
  }
  if (colon == std::string::npos) return asked;
  const std::string right = given.substr(colon + 1);
  asked.right = find_named(rules.rights, right);
  if (asked.right.known()) return asked;
  tell_unknown(in, {"droit inconnu", "unknown right"}, right, rules.rights);
  return std::nullopt;
}

std::string written(const session& in, const pack& rules, const situation& person, const qualify_options& of,
                    const std::optional<asked_need>& why) {
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
  std::optional<asked_need> why;
  if (of.why) {
    why = need_asked_for(in, *rules, *of.why);
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
