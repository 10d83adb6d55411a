#include "cli/scenario_runs.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <mutex>

#include <CLI/CLI.hpp>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include "cli/land.h"

namespace aiguillage::cli {
namespace {

diagnostic wrong(const std::string& file, text message) {
  return {severity::error, "unknown-name", file, 0, 0, std::move(message), {}};
}

/// A place named by a capacity must exist.
bool known_places(const session& in, const std::string& file, const setting& read) {
  diagnostics found;
  for (const capacity& one : read.told.capacities)
    if (!one.actor.empty() && !find_named(read.land.actors, one.actor).known())
      found.push_back(wrong(file, {"« " + one.actor + " » : ce lieu n'est pas dans le territoire",
                                   "'" + one.actor + "': this place is not in the territory"}));
  tell(in, found);
  return found.empty();
}

/// Another policy than that of the scenario takes its habits.
bool choose_policy(const session& in, const std::string& file, const std::string& policy, scenario& told) {
  if (policy.empty()) return true;
  const auto found = std::find(policy_names.begin(), policy_names.end(), policy);
  told.policy = static_cast<routing_policy>(found - policy_names.begin());
  if (told.policy == routing_policy::engine || told.habits) return true;
  tell(in,
       diagnostics{wrong(
           file, {"ce scénario ne dit pas « habits » : on ne sait pas comment les personnes sont envoyées",
                  "this scenario does not say 'habits': how people are sent on is not known"})});
  return false;
}

}  // namespace

void add_threads(CLI::App& to, const session& in, run_options& into) {
  to.add_option(
        "--threads", into.threads,
        in.say({"combien de réplications à la fois (par défaut : une par cœur) ; le résultat est le même",
                "how many replications at once (default: one for each core); the result is the same"}))
      ->check(CLI::Range(1, 256))
      ->option_text("N");
}

void add_policy(CLI::App& to, const session& in, const char* name, std::string& into) {
  to.add_option(name, into,
                in.say({"qui oriente, au lieu de ce que dit le scénario : engine, habit (les habitudes "
                        "déclarées), nearest (la porte la plus proche)",
                        "who says where to go, instead of the scenario: engine, habit (the habits declared), "
                        "nearest (the nearest door)"}))
      ->check(CLI::IsMember(std::vector<std::string>(policy_names.begin(), policy_names.end())))
      ->option_text("POLICY");
}

std::optional<setting> read_setting(const session& in, const std::string& file, const std::string& policy) {
  std::optional<pack> rules = load_rules(with_packs_of(in, file));
  if (!rules) return std::nullopt;
  const std::filesystem::path folder = std::filesystem::path(file).parent_path();
  diagnostics found;
  std::optional<scenario> told = load_scenario(file, *rules, found);
  std::optional<territory> land;
  std::optional<population> people;
  if (told) {
    land = whole_land(in, *rules, (folder / told->territory).lexically_normal().string());
    people = load_population((folder / told->population).lexically_normal().string(), *rules, found);
  }
  tell(in, found);
  if (!told || !land || !people) return std::nullopt;
  setting read{std::move(*rules), std::move(*told), std::move(*land), std::move(*people)};
  if (!known_places(in, file, read) || !choose_policy(in, file, policy, read.told)) return std::nullopt;
  return read;
}

std::vector<replication> all_runs(const session& in, const ranks& all, const setting& of, int threads) {
  const auto wanted = static_cast<std::size_t>(of.told.replications);
  std::vector<replication> own((wanted + all.count() - 1 - all.here()) / all.count());
  const progress tell_progress = progress_of(in);
  const std::size_t people = own.size() * static_cast<std::size_t>(of.told.arrivals_a_week) *
                             static_cast<std::size_t>(of.told.weeks);
  std::size_t ended = 0;
  std::mutex telling;
  const work_sharing share = [&](std::size_t count, const std::function<void(std::size_t)>& each) {
    tbb::this_task_arena::isolate([&] { tbb::parallel_for(std::size_t{0}, count, each); });
    const std::scoped_lock alone(telling);
    if (tell_progress) tell_progress(ended += count, people);
  };
  const auto one = [&](std::size_t which) {
    own[which] = simulate(of.rules, of.land, of.people, of.told,
                          static_cast<int>(which * all.count() + all.here()), share);
  };
  tbb::task_arena(threads == 0 ? tbb::task_arena::automatic : threads).execute([&] {
    tbb::parallel_for(std::size_t{0}, own.size(), one);
  });
  return all.gather(std::move(own));
}

}  // namespace aiguillage::cli
