#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aiguillage/report/simulation.h"
#include "cli/options.h"
#include "cli/ranks.h"

/// What the verbs about scenarios share.
namespace aiguillage::cli {

/// A scenario, and all that it names, read.
struct setting {
  pack rules;
  scenario told;
  territory land;
  population people;
};

/// What the verbs ask of a run.
struct run_options {
  int threads = 0;     // replications at once; 0: one for each core
  std::string policy;  // instead of that of the scenario; "": that one
};

/// --threads
void add_threads(CLI::App& to, const session& in, run_options& into);

/// Adds --policy, or an option of another name that says the same.
void add_policy(CLI::App& to, const session& in, const char* name, std::string& into);

/// Reads a scenario with the packs that it names; nullopt once the errors are on stderr.
[[nodiscard]] std::optional<setting> read_setting(const session& in, const std::string& file,
                                                  const std::string& policy);

/// All replications, in their order, whichever thread and process made them; nothing in the other processes than the first.
[[nodiscard]] std::vector<replication> all_runs(const session& in, const ranks& all, const setting& of,
                                                int threads);

}  // namespace aiguillage::cli
