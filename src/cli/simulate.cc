#include <filesystem>
#include <memory>
#include <mutex>

#include <CLI/CLI.hpp>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include "aiguillage/report/simulation.h"
#include "cli/options.h"

namespace aiguillage::cli {
namespace {

struct simulate_options {
  std::string file;
  int threads = tbb::task_arena::automatic;  // one for each core
};

/// What a scenario names, read.
struct setting {
  scenario told;
  territory land;
  population people;
};

/// A place named by a capacity must exist.
bool known_places(const session& in, const simulate_options& of, const setting& read) {
  diagnostics found;
  for (const capacity& one : read.told.capacities)
    if (!one.actor.empty() && !find_named(read.land.actors, one.actor).known())
      found.push_back({severity::error,
                       "unknown-name",
                       of.file,
                       0,
                       0,
                       {"« " + one.actor + " » : ce lieu n'est pas dans le territoire",
                        "'" + one.actor + "': this place is not in the territory"},
                       {}});
  tell(in, found);
  return found.empty();
}

std::optional<setting> read_setting(const session& in, const simulate_options& of, const pack& rules) {
  const std::filesystem::path folder = std::filesystem::path(of.file).parent_path();
  diagnostics found;
  std::optional<scenario> told = load_scenario(of.file, rules, found);
  std::optional<territory> land;
  std::optional<population> people;
  if (told) {
    land = load_territory((folder / told->territory).lexically_normal().string(), rules, found);
    people = load_population((folder / told->population).lexically_normal().string(), rules, found);
  }
  tell(in, found);
  if (!told || !land || !people) return std::nullopt;
  setting read{std::move(*told), std::move(*land), std::move(*people)};
  return known_places(in, of, read) ? std::optional(std::move(read)) : std::nullopt;
}

/// All replications, in their order, whichever thread made them.
std::vector<replication> all_runs(const session& in, const pack& rules, const setting& of, int threads) {
  std::vector<replication> runs(static_cast<std::size_t>(of.told.replications));
  const progress tell_progress = progress_of(in);
  std::size_t ended = 0;
  std::mutex telling;
  const auto one = [&](std::size_t which) {
    runs[which] = simulate(rules, of.land, of.people, of.told, static_cast<int>(which));
    const std::scoped_lock alone(telling);
    if (tell_progress) tell_progress(++ended, runs.size());
  };
  tbb::task_arena(threads).execute([&] { tbb::parallel_for(std::size_t{0}, runs.size(), one); });
  return runs;
}

int run(const session& in, const simulate_options& of) {
  const std::optional<pack> rules = load_rules(with_packs_of(in, of.file));
  if (!rules) return invalid_input;
  const std::optional<setting> read = read_setting(in, of, *rules);
  if (!read) return invalid_input;
  const std::vector<replication> runs = all_runs(in, *rules, *read, of.threads);
  const simulated result{*rules, read->land, read->people, read->told, runs};
  return give(in, in.json ? simulation_json(result, in.wanted) : simulation_text(result, in.wanted))
             ? done
             : invalid_input;
}

action add(CLI::App& to, session& in) {
  const auto of = std::make_shared<simulate_options>();
  to.add_option("SCENARIO", of->file, in.say({"le scénario (scenario.yaml)", "the scenario (scenario.yaml)"}))
      ->required()
      ->check([&in](const std::string& given) { return check_file_name(in, given); });
  to.add_option(
        "--threads", of->threads,
        in.say({"combien de réplications à la fois (par défaut : une par cœur) ; le résultat est le même",
                "how many replications at once (default: one for each core); the result is the same"}))
      ->check(CLI::Range(1, 256))
      ->option_text("N");
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
