#include <algorithm>
#include <memory>
#include <tuple>

#include <CLI/CLI.hpp>

#include "aiguillage/lint.h"
#include "aiguillage/report/diagnostics.h"
#include "cli/land.h"
#include "cli/options.h"
#include "cli/paths.h"

namespace aiguillage::cli {
namespace {

/// What is to be checked, with the rules it is checked against.
struct checking {
  const session& in;
  std::string day;            // of the faults of meaning; "": the reference date of the pack
  std::optional<pack> rules;  // loaded when first needed
  bool rules_tried = false;
  diagnostics found;
  std::vector<std::string> seen;  // pack and territory folders, each once
  int checked = 0;
  bool snapshots = false;  // of the territories are written
  bool written = true;     // all of them
};

const std::optional<pack>& rules_for(checking& work) {
  if (!work.rules_tried) work.rules = load_pack(pack_folders(work.in), work.found);
  work.rules_tried = true;
  return work.rules;
}

/// Faults of form first; those of meaning are looked for in a pack that has none.
void lint(checking& work, const std::optional<pack>& rules) {
  if (rules) lint_pack(*rules, work.day, work.found);
}

bool first_time(checking& work, const std::string& folder) {
  if (std::find(work.seen.begin(), work.seen.end(), folder) != work.seen.end()) return false;
  work.seen.push_back(folder);
  ++work.checked;
  return true;
}

void check_pack(checking& work, const std::string& folder) {
  if (!first_time(work, folder)) return;
  const std::vector<std::string> used = pack_folders(work.in);
  if (std::find(used.begin(), used.end(), folder) != used.end())
    lint(work, rules_for(work));
  else
    lint(work, load_pack({folder}, work.found));
}

void check_territory(checking& work, const std::string& folder) {
  if (!first_time(work, folder)) return;
  const std::optional<pack>& rules = rules_for(work);
  if (!rules) return;
  const std::optional<territory> land = load_territory(folder, *rules, work.found);
  if (land && work.snapshots) work.written = write_snapshot(work.in, *rules, folder, *land) && work.written;
}

void check_person(checking& work, const std::string& file, path_kind kind) {
  ++work.checked;
  const std::optional<pack>& rules = rules_for(work);
  if (!rules) return;
  if (kind == path_kind::case_file)
    static_cast<void>(load_case(file, *rules, work.found));
  else if (kind == path_kind::events_file)
    static_cast<void>(load_events(file, *rules, work.found));
  else
    static_cast<void>(load_situation(file, *rules, work.found));
}

void check_path(checking& work, const std::string& path);

void check_file(checking& work, const std::string& file, path_kind kind) {
  const std::string around = folder_around(file);
  if (around.empty())
    check_person(work, file, kind);
  else
    check_path(work, around);
}

void check_path(checking& work, const std::string& path) {
  const path_kind kind = kind_of(path);
  switch (kind) {
    case path_kind::missing: work.found.push_back(not_there(path)); return;
    case path_kind::pack_folder: check_pack(work, path); return;
    case path_kind::territory_folder: check_territory(work, path); return;
    case path_kind::folder:
      for (const std::string& file : yaml_files(path, work.found)) check_path(work, file);
      return;
    case path_kind::case_file:
    case path_kind::events_file:
    case path_kind::situation_file: check_file(work, path, kind); return;
  }
}

/// A pack that is both checked and used to check others says the same twice.
void drop_doubles(diagnostics& found) {
  sort_by_place(found);
  const auto same = [](const diagnostic& a, const diagnostic& b) {
    return std::tie(a.file, a.line, a.column, a.code, a.message.fr) ==
           std::tie(b.file, b.line, b.column, b.code, b.message.fr);
  };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
}

int run(const session& in, const std::vector<std::string>& paths, const std::string& day, bool snapshots) {
  checking work{in, day, {}, false, {}, {}, 0, snapshots, true};
  if (paths.empty()) {
    ++work.checked;
    lint(work, rules_for(work));
  }
  for (const std::string& path : paths) check_path(work, path);
  drop_doubles(work.found);
  if (!in.json) tell(in, work.found);
  if (!give(in, in.json ? diagnostics_json(work.found, work.checked, in.wanted)
                        : diagnostics_count(work.found, work.checked, in.wanted)))
    return invalid_input;
  if (has_errors(work.found) || !work.written) return invalid_input;
  const auto remark = [](const diagnostic& one) { return one.level == severity::note; };
  const bool clean = std::all_of(work.found.begin(), work.found.end(), remark);
  return clean && work.checked > 0 ? done : findings;
}

action add(CLI::App& to, session& in) {
  const auto paths = std::make_shared<std::vector<std::string>>();
  to.add_option("PATH", *paths,
                in.say({"jeux de règles, territoires, situations, cas, ou dossiers qui en contiennent",
                        "packs, territories, situations, cases, or folders that hold some"}))
      ->option_text("...");
  const auto day = std::make_shared<std::string>();
  to.add_option(
        "--on", *day,
        in.say({"jour des règles périmées ou à relire, AAAA-MM-JJ (par défaut : date de référence du jeu)",
                "day for rules out of date or due for review, YYYY-MM-DD (default: reference date of the "
                "pack)"}))
      ->option_text(in.say({"JOUR", "DAY"}))
      ->check([&in](const std::string& given) { return check_date(in, given); });
  const auto snapshots = std::make_shared<bool>(false);
  to.add_flag("--snapshot", *snapshots,
              in.say({"écrit aussi l'instantané des territoires, qui s'ouvre plus vite que leurs fichiers",
                      "also writes the snapshot of territories, which opens faster than their files"}));
  return [&in, paths, day, snapshots] { return run(in, *paths, *day, *snapshots); };
}

}  // namespace

const verb check_verb{"check",
                      {"vérifie jeux de règles, territoires, situations et cas",
                       "checks packs, territories, situations and cases"},
                      {"aiguillage check rules/france examples/territories/rennes tests/cases",
                       "aiguillage check rules/france examples/territories/rennes tests/cases"},
                      add};

}  // namespace aiguillage::cli
