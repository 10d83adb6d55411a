#include <algorithm>
#include <memory>
#include <tuple>

#include <CLI/CLI.hpp>

#include "aiguillage/lint.h"
#include "aiguillage/mapping.h"
#include "aiguillage/report/diagnostics.h"
#include "aiguillage/report/survey.h"
#include "cli/html_file.h"
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
  std::string html;  // where the page of the territory goes; "": nowhere
  std::string page;
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
  diagnostics found;
  if (const std::optional<territory> land = load_territory(folder, *rules, found)) {
    survey_options options;
    options.day = work.day;
    const survey seen = survey_territory(*land, *rules, options);
    found.insert(found.end(), seen.findings.begin(), seen.findings.end());
    if (!work.html.empty()) work.page = survey_html(*rules, *land, seen, found, work.in.wanted);
    if (work.snapshots) work.written = write_snapshot(work.in, *rules, folder, *land) && work.written;
  }
  work.found.insert(work.found.end(), found.begin(), found.end());
}

/// A scenario goes with the local packs that it names.
void check_scenario(checking& work, const std::string& file) {
  ++work.checked;
  const session with = with_packs_of(work.in, file);
  if (const std::optional<pack> rules = load_pack(pack_folders(with), work.found))
    static_cast<void>(load_scenario(file, *rules, work.found));
}

void check_person(checking& work, const std::string& file, path_kind kind) {
  if (kind == path_kind::scenario_file) return check_scenario(work, file);
  ++work.checked;
  const std::optional<pack>& rules = rules_for(work);
  if (!rules) return;
  if (kind == path_kind::case_file)
    static_cast<void>(load_case(file, *rules, work.found));
  else if (kind == path_kind::events_file)
    static_cast<void>(load_events(file, *rules, work.found));
  else if (kind == path_kind::mapping_file)
    static_cast<void>(load_mapping(file, *rules, work.found));
  else if (kind == path_kind::population_file)
    static_cast<void>(load_population(file, *rules, work.found));
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
    case path_kind::mapping_file:
    case path_kind::scenario_file:
    case path_kind::population_file:
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

/// A page is about one territory: the folder itself, or a file in it.
bool is_one_territory(const std::vector<std::string>& paths) {
  if (paths.size() != 1) return false;
  const path_kind kind = kind_of(paths.front());
  if (kind == path_kind::territory_folder) return true;
  const bool in_folder =
      kind != path_kind::missing && kind != path_kind::folder && kind != path_kind::pack_folder;
  return in_folder && kind_of(folder_around(paths.front())) == path_kind::territory_folder;
}

struct check_options {
  std::vector<std::string> paths;
  std::string day;
  std::string html;
  bool snapshots = false;
};

int status_of(const checking& work) {
  if (has_errors(work.found) || !work.written) return invalid_input;
  const auto remark = [](const diagnostic& one) { return one.level == severity::note; };
  const bool clean = std::all_of(work.found.begin(), work.found.end(), remark);
  return clean && work.checked > 0 ? done : findings;
}

int run(const session& in, const check_options& of) {
  if (!of.html.empty() && !is_one_territory(of.paths)) {
    tell(in, text{"erreur : --html va avec un territoire, et un seul",
                  "error: --html goes with one territory only"});
    return wrong_usage;
  }
  checking work{in, of.day, {}, false, {}, {}, 0, of.html, {}, of.snapshots, true};
  if (of.paths.empty()) {
    ++work.checked;
    lint(work, rules_for(work));
  }
  for (const std::string& path : of.paths) check_path(work, path);
  drop_doubles(work.found);
  if (!in.json) tell(in, work.found);
  if (!work.page.empty() && !write_page(in, of.html, work.page)) return invalid_input;
  if (!give(in, in.json ? diagnostics_json(work.found, work.checked, in.wanted)
                        : diagnostics_count(work.found, work.checked, in.wanted)))
    return invalid_input;
  return status_of(work);
}

action add(CLI::App& to, session& in) {
  const auto of = std::make_shared<check_options>();
  to.add_option("PATH", of->paths,
                in.say({"jeux de règles, territoires, situations, cas, ou dossiers qui en contiennent",
                        "packs, territories, situations, cases, or folders that hold some"}))
      ->option_text("...");
  to.add_option(
        "--on", of->day,
        in.say({"jour où l'on regarde ce qui est périmé, AAAA-MM-JJ (par défaut : date de référence du jeu)",
                "day on which things are out of date, YYYY-MM-DD (default: reference date of the pack)"}))
      ->option_text(in.say({"JOUR", "DAY"}))
      ->check([&in](const std::string& given) { return check_date(in, given); });
  to.add_option(
        "--html", of->html,
        in.say({"écrit ce qui est vu d'un territoire dans une page : carte, tableaux, annuaire à imprimer",
                "writes what is seen of one territory into a page: map, tables, directory to print"}))
      ->option_text(in.say({"FICHIER", "FILE"}))
      ->check([&in](const std::string& given) { return check_file_name(in, given); });
  to.add_flag("--snapshot", of->snapshots,
              in.say({"écrit aussi l'instantané des territoires, qui s'ouvre plus vite que leurs fichiers",
                      "also writes the snapshot of territories, which opens faster than their files"}));
  return [&in, of] { return run(in, *of); };
}

}  // namespace

const verb check_verb{"check",
                      {"vérifie jeux de règles, territoires, situations et cas",
                       "checks packs, territories, situations and cases"},
                      {"aiguillage check rules/france examples/territories/rennes tests/cases\n"
                       "  aiguillage check examples/territories/rennes --html annuaire.html",
                       "aiguillage check rules/france examples/territories/rennes tests/cases\n"
                       "  aiguillage check examples/territories/rennes --html directory.html --lang en"},
                      add};

}  // namespace aiguillage::cli
