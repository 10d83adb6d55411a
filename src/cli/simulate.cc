#include <memory>

#include <CLI/CLI.hpp>

#include "cli/scenario_runs.h"

namespace aiguillage::cli {
namespace {

struct simulate_options {
  std::string file;
  run_options how;
};

int run(const session& in, const simulate_options& of) {
  const ranks all;
  const std::optional<setting> read = read_setting(in, of.file, of.how.policy);
  if (!read) return invalid_input;
  const std::vector<replication> runs = all_runs(in, all, *read, of.how.threads);
  if (!all.first()) return done;
  const simulated result{read->rules, read->land, read->people, read->told, runs};
  return give(in, in.json ? simulation_json(result, in.wanted) : simulation_text(result, in.wanted))
             ? done
             : invalid_input;
}

action add(CLI::App& to, session& in) {
  const auto of = std::make_shared<simulate_options>();
  to.add_option("SCENARIO", of->file, in.say({"le scénario (scenario.yaml)", "the scenario (scenario.yaml)"}))
      ->required()
      ->check([&in](const std::string& given) { return check_file_name(in, given); });
  add_policy(to, in, "--policy", of->how.policy);
  add_threads(to, in, of->how);
  return [&in, of] { return run(in, *of); };
}

}  // namespace

const verb simulate_verb{"simulate",
                         {"un territoire pendant des semaines : qui trouve une réponse, où ça sature",
                          "a territory over weeks: who finds an answer, where it saturates"},
                         {"aiguillage simulate examples/scenarios/rennes/scenario.yaml",
                          "aiguillage simulate examples/scenarios/rennes/scenario.yaml"},
                         add};

}  // namespace aiguillage::cli
