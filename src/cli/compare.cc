#include <memory>

#include <CLI/CLI.hpp>

#include "aiguillage/report/comparison.h"
#include "cli/scenario_runs.h"

namespace aiguillage::cli {
namespace {

struct compare_options {
  std::string before;
  std::string after;
  std::string policy_before;
  std::string policy_after;
  run_options how;
};

/// Persons are compared one by one: the scenarios must draw the same ones.
bool same_people(const session& in, const compare_options& of, const setting& a, const setting& b) {
  const std::vector<text> apart = what_keeps_apart(a.people, a.told, b.people, b.told);
  diagnostics found;
  for (const text& one : apart)
    found.push_back({severity::error,
                     "not-the-same-people",
                     of.after,
                     0,
                     0,
                     {"les deux scénarios n'ont pas les mêmes personnes : " + one.fr,
                      "the two scenarios do not have the same people: " + one.en},
                     {}});
  tell(in, found);
  return found.empty();
}

int run(const session& in, const compare_options& of) {
  const ranks all;
  const std::optional<setting> a = read_setting(in, of.before, of.policy_before);
  const std::optional<setting> b = read_setting(in, of.after, of.policy_after);
  if (!a || !b || !same_people(in, of, *a, *b)) return invalid_input;
  const std::vector<replication> before = all_runs(in, all, *a, of.how.threads);
  const std::vector<replication> after = all_runs(in, all, *b, of.how.threads);
  if (!all.first()) return done;
  const compared both{{a->rules, a->land, a->people, a->told, before},
                      {b->rules, b->land, b->people, b->told, after}};
  return give(in, in.json ? comparison_json(both, in.wanted) : comparison_text(both, in.wanted))
             ? done
             : invalid_input;
}

action add(CLI::App& to, session& in) {
  const auto of = std::make_shared<compare_options>();
  const auto file = [&](const char* name, std::string& into, const text& what) {
    to.add_option(name, into, in.say(what))->required()->check([&in](const std::string& given) {
      return check_file_name(in, given);
    });
  };
  file("SCENARIO_A", of->before, {"le scénario de départ", "the scenario to start from"});
  file("SCENARIO_B", of->after,
       {"l'autre scénario, avec la même population, la même graine et autant d'arrivées",
        "the other scenario, with the same population, the same seed and as many arrivals"});
  add_policy(to, in, "--policy-a", of->policy_before);
  add_policy(to, in, "--policy-b", of->policy_after);
  add_threads(to, in, of->how);
  return [&in, of] { return run(in, *of); };
}

}  // namespace

const verb compare_verb{"compare",
                        {"deux scénarios, les mêmes personnes : qui y gagne, qui y perd",
                         "two scenarios, the same people: who gains, who loses"},
                        {"aiguillage compare examples/scenarios/rennes/scenario.yaml "
                         "examples/scenarios/rennes/scenario.yaml --policy-a habit",
                         "aiguillage compare examples/scenarios/rennes/scenario.yaml "
                         "examples/scenarios/rennes/scenario.yaml --policy-a habit"},
                        add};

}  // namespace aiguillage::cli
