#include <memory>

#include <CLI/CLI.hpp>

#include "aiguillage/report/dot.h"
#include "aiguillage/report/html.h"
#include "aiguillage/report/json.h"
#include "cli/html_file.h"
#include "cli/land.h"
#include "cli/options.h"
#include "engine/steps.h"

namespace aiguillage::cli {
namespace {

struct route_options {
  person_options person;
  std::string territory;
  std::string html;
  std::vector<std::string> why_not;
  std::vector<std::string> after;  // files of events, in order
  int plans = 3;
  bool dot = false;
};

std::string written(const session& in, const route_options& of, const pack& rules, const territory& land,
                    const steps::routed& path, const std::vector<asked_actor>& asked) {
  if (in.json)
    return referral_json(rules, land, path.person, path.found, path.proposed, in.wanted, asked,
                         path.so_far());
  if (of.dot) return referral_dot(rules, land, path.person, path.proposed, in.wanted);
  return referral_text(rules, land, path.person, path.found, path.proposed, style_of(in), asked,
                       path.so_far());
}

/// The actors that `--why-not` names; nullopt once an unknown one is said on stderr.
std::optional<std::vector<asked_actor>> asked_for(const session& in, const pack& rules, const territory& land,
                                                  const std::vector<std::string>& names) {
  std::vector<asked_actor> all;
  for (const std::string& name : names) {
    diagnostics unknown;
    const std::optional<asked_actor> found = steps::find_actor(rules, land, name, unknown);
    tell_unknown(in, unknown);
    if (!found) return std::nullopt;
    all.push_back(*found);
  }
  return all;
}

/// What is asked of the path; nullopt once the errors of a file of events are on stderr.
std::optional<steps::route_wishes> wishes_of(const session& in, const pack& rules, const route_options& of) {
  steps::route_wishes wishes{of.plans, std::nullopt, of.person.date};
  bool readable = true;
  for (const std::string& file : of.after) {
    diagnostics found;
    const std::optional<history> one = load_events(file, rules, found);
    tell(in, found);
    if (!wishes.after) wishes.after.emplace();
    if (one) wishes.after->insert(wishes.after->end(), one->begin(), one->end());
    readable = readable && one.has_value();
  }
  return readable ? std::optional(std::move(wishes)) : std::nullopt;
}

int show(const session& in, const route_options& of, const pack& rules, const territory& land,
         const steps::routed& path, const std::vector<asked_actor>& asked) {
  if (!of.html.empty() && !write_page(in, of.html,
                                      referral_html(rules, land, path.person, path.found, path.proposed,
                                                    in.wanted, path.so_far())))
    return invalid_input;
  const bool alone = !of.html.empty() && !in.json && !of.dot;
  if (!alone && !give(in, written(in, of, rules, land, path, asked))) return invalid_input;
  return path.has_findings() ? findings : done;
}

int run(const session& in, const route_options& of) {
  const std::optional<pack> rules = load_rules(in);
  if (!rules) return invalid_input;
  person_options as_told = of.person;
  if (!of.after.empty()) as_told.date.clear();  // --date is then today, not the day of the situation
  const std::optional<situation_file> person = load_person(in, *rules, as_told);
  if (!person) return invalid_input;
  const bool as_they_are = of.why_not.empty() && of.after.empty();
  const std::optional<territory> land =
      land_of(in, *rules, of.territory, *person, as_they_are ? land_part::around_person : land_part::all);
  if (!land) return invalid_input;
  const std::optional<std::vector<asked_actor>> asked = asked_for(in, *rules, *land, of.why_not);
  if (!asked) return wrong_usage;
  const std::optional<steps::route_wishes> wishes = wishes_of(in, *rules, of);
  if (!wishes) return invalid_input;
  diagnostics found;
  const std::optional<steps::routed> path = steps::route_person(*rules, *land, person->facts, *wishes, found);
  tell(in, found);
  return path ? show(in, of, *rules, *land, *path, *asked) : invalid_input;
}

action add(CLI::App& to, session& in) {
  const auto of = std::make_shared<route_options>();
  add_person(to, in, of->person);
  add_territory(to, in, of->territory);
  to.add_option("--plans", of->plans,
                in.say({"nombre de parcours, de 1 à 9 (par défaut : 3)",
                        "number of plans, from 1 to 9 (default: 3)"}))
      ->option_text("K")
      ->check([&in](const std::string& given) {
        const bool good = given.size() == 1 && given[0] >= '1' && given[0] <= '9';
        return good ? "" : given + in.say({" n'est pas un nombre de 1 à 9", " is not a number from 1 to 9"});
      });
  to.add_option("--after", of->after,
                in.say({"fichier de ce qui s'est passé ; la suite du parcours en tient compte (répétable)",
                        "file of what happened; the rest of the path takes it into account (repeatable)"}))
      ->allow_extra_args(false)
      ->option_text(in.say({"FICHIER", "FILE"}));
  to.add_option("--html", of->html,
                in.say({"écrit le parcours et une note par étape dans une page à imprimer",
                        "writes the plan and a note per stop into a page to print"}))
      ->option_text(in.say({"FICHIER", "FILE"}))
      ->check([&in](const std::string& given) { return check_file_name(in, given); });
  to.add_option("--why-not", of->why_not,
                in.say({"un lieu ou un type d'acteur : pourquoi le parcours n'y passe pas, et ce qui y "
                        "mènerait (peut être répété)",
                        "a place or a type of actor: why the path does not go there, and what would lead "
                        "there (may be repeated)"}))
      ->option_text(in.say({"ACTEUR", "ACTOR"}))
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->check([&in](const std::string& given) {
        return given.empty() ? in.say({"il manque le nom du lieu", "the name of the place is missing"}) : "";
      });
  auto* dot = to.add_flag("--dot", of->dot, in.say({"le parcours pour Graphviz", "the plan for Graphviz"}));
  dot->excludes(to.get_option("--json"));
  return [&in, of] { return run(in, *of); };
}

}  // namespace

const verb route_verb{
    "route",
    {"parcours proposés, en trois voies", "proposed paths, in three lanes"},
    {"aiguillage route examples/situations/rennes.yaml --territory examples/territories/rennes\n"
     "  aiguillage route examples/situations/rennes.yaml --why-not women_rights_centre",
     "aiguillage route examples/situations/rennes.yaml --territory examples/territories/rennes --lang en\n"
     "  aiguillage route examples/situations/rennes.yaml --why-not women_rights_centre --lang en"},
    add};

}  // namespace aiguillage::cli
