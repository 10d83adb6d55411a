#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>

#include "aiguillage/report/verdicts.h"
#include "cli/options.h"
#include "cli/paths.h"

namespace aiguillage::cli {
namespace {

struct test_options {
  std::vector<std::string> paths;
  bool baselines = false;
};

/// The cases that come with a pack stand in its folder `cases`.
std::vector<std::string> paths_of(const session& in, const test_options& of) {
  if (!of.paths.empty()) return of.paths;
  std::vector<std::string> paths;
  for (const std::string& folder : pack_folders(in)) {
    const std::filesystem::path cases = std::filesystem::path(folder) / "cases";
    std::error_code unreadable;
    if (std::filesystem::is_directory(cases, unreadable)) paths.push_back(cases.string());
  }
  return paths;
}

std::optional<std::vector<case_file>> load_cases(const session& in, const pack& rules,
                                                 const std::vector<std::string>& paths) {
  diagnostics found;
  std::vector<case_file> cases;
  for (const std::string& path : paths)
    for (const std::string& file : yaml_files(path, found))
      if (std::optional<case_file> one = load_case(file, rules, found)) cases.push_back(std::move(*one));
  tell(in, found);
  return has_errors(found) ? std::nullopt : std::optional(std::move(cases));
}

int run(const session& in, const test_options& of) {
  const std::vector<std::string> paths = paths_of(in, of);
  if (paths.empty()) {
    tell(in, text{"erreur : donnez un fichier ou un dossier de cas\n  Aide : aiguillage test --help",
                  "error: give a file or a folder of cases\n  Help: aiguillage test --help"});
    return wrong_usage;
  }
  const std::optional<pack> rules = load_rules(in);
  if (!rules) return invalid_input;
  const std::optional<std::vector<case_file>> cases = load_cases(in, *rules, paths);
  if (!cases) return invalid_input;
  std::vector<case_verdict> verdicts;
  for (const case_file& one : *cases) verdicts.push_back(judge_case(*rules, one));
  std::vector<baseline_tally> baselines;
  if (of.baselines) baselines = tally_baselines(*rules, *cases);
  if (!give(in,
            in.json ? verdicts_json(verdicts, baselines) : verdicts_text(verdicts, baselines, style_of(in))))
    return invalid_input;
  if (verdicts.empty())
    tell(in, text{"aucun cas trouvé : c'est un échec", "no case found: this is a failure"});
  return verdicts.empty() || failed_cases(verdicts) > 0 ? findings : done;
}

action add(CLI::App& to, session& in) {
  const auto of = std::make_shared<test_options>();
  to.add_option("PATH", of->paths,
                in.say({"fichiers de cas, ou dossiers lus jusqu'au fond",
                        "case files, or folders read to the bottom"}))
      ->option_text("...");
  to.add_flag(
      "--baselines", of->baselines,
      in.say({"ce que donneraient des orientations toutes faites", "what ready-made referrals would give"}));
  return [&in, of] { return run(in, *of); };
}

}  // namespace

const verb test_verb{"test",
                     {"essaie les cas et dit ceux qui échouent", "runs cases and says which fail"},
                     {"aiguillage test tests/cases --baselines", "aiguillage test tests/cases --baselines"},
                     add};

}  // namespace aiguillage::cli
