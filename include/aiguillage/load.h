#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aiguillage/cases.h"
#include "aiguillage/diagnostic.h"
#include "aiguillage/file_set.h"
#include "aiguillage/history.h"
#include "aiguillage/pack.h"
#include "aiguillage/population.h"
#include "aiguillage/scenario.h"
#include "aiguillage/situation.h"
#include "aiguillage/territory.h"

/// Files to plain structs. Each function adds all its findings to `out`, and gives nullopt exactly when one of them
/// is an error.
#pragma GCC visibility push(default)
namespace aiguillage {

/// A situation file, with its expectations when the file is a case.
struct situation_file {
  situation facts;
  std::optional<case_file> as_case;
};

/// Reads a pack: the first folder is the pack, the others extend it in this order and replace by id.
/// Diagnostics and places name files by folder and path inside it: france/needs/rent_arrears.yaml.
[[nodiscard]] std::optional<pack> load_pack(const std::vector<std::string>& folders, diagnostics& out);

/// The same from files that are read already, or never lay in a folder: the same pack, hash and diagnostics.
[[nodiscard]] std::optional<pack> parse_pack(const std::vector<file_set>& folders, diagnostics& out);

/// Reads a situation file; a case file is accepted wherever a situation is.
[[nodiscard]] std::optional<situation_file> load_situation(const std::string& path, const pack& rules,
                                                           diagnostics& out);

/// The same from text; `name` is how diagnostics call it.
[[nodiscard]] std::optional<situation> parse_situation(std::string_view text, const std::string& name,
                                                       const pack& rules, diagnostics& out);

/// Reads a case file and proves what a case can prove of itself.
[[nodiscard]] std::optional<case_file> load_case(const std::string& path, const pack& rules,
                                                 diagnostics& out);

/// The same from text; `name` is how diagnostics call it.
[[nodiscard]] std::optional<case_file> parse_case(std::string_view text, const std::string& name,
                                                  const pack& rules, diagnostics& out);

/// Reads a file of events, in the order of the file. The ids of actors are looked up by `learn`.
[[nodiscard]] std::optional<history> load_events(const std::string& path, const pack& rules,
                                                 diagnostics& out);

/// The same from text; `name` is how diagnostics call it.
[[nodiscard]] std::optional<history> parse_events(std::string_view text, const std::string& name,
                                                  const pack& rules, diagnostics& out);

/// Reads a territory folder: territory.yaml, actors/*.yaml, communes.csv, former_communes.csv and travel/*.csv.
[[nodiscard]] std::optional<territory> load_territory(const std::string& folder, const pack& rules,
                                                      diagnostics& out);

/// The same from files that are read already, or never lay in a folder: the same territory, hash and diagnostics.
[[nodiscard]] std::optional<territory> parse_territory(const file_set& files, const pack& rules,
                                                       diagnostics& out);

/// Reads a population; the tables of its areas are fitted to their margins.
[[nodiscard]] std::optional<population> load_population(const std::string& path, const pack& rules,
                                                        diagnostics& out);

/// The same from text; `name` is how diagnostics call it.
[[nodiscard]] std::optional<population> parse_population(std::string_view text, const std::string& name,
                                                         const pack& rules, diagnostics& out);

/// Reads a scenario; the places that its capacities name are looked up by `simulate`.
[[nodiscard]] std::optional<scenario> load_scenario(const std::string& path, const pack& rules,
                                                    diagnostics& out);

/// The local packs that a scenario names, as folders to be given to `load_pack` after the packs that they extend. None when the
/// file cannot be read: `load_scenario` says why.
[[nodiscard]] std::vector<std::string> scenario_packs(const std::string& path);

}  // namespace aiguillage
#pragma GCC visibility pop
