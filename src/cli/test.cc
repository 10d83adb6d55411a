#include <algorithm>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>

#include "aiguillage/report/sheet.h"
#include "aiguillage/report/trial.h"
#include "aiguillage/report/verdicts.h"
#include "cli/options.h"
#include "cli/paths.h"

namespace aiguillage::cli {
namespace {

struct test_options {
  std::vector<std::string> paths;
  bool baselines = false;
  bool sheets = false;
  bool covers = false;
  bool mutates = false;
  std::size_t every = 1;  // one rule in so many is switched off
  int fired_at_least = 100;
  int seen_at_least = 90;
  int killed_at_least = 95;
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

int run_coverage(const session& in, const test_options& of, const pack& rules,
                 const std::vector<case_file>& cases) {
  const coverage found = cover(rules, cases);
  if (!give(in, in.json ? coverage_json(found) : coverage_text(found, style_of(in)))) return invalid_input;
  const coverage_count sums = count(found);
  return percent_of(sums.rules_fired, sums.rules) < of.fired_at_least ||
                 percent_of(sums.conditions_seen_both, sums.conditions) < of.seen_at_least
             ? findings
             : done;
}

int run_mutation(const session& in, const test_options& of, const pack& rules,
                 const std::vector<case_file>& cases) {
  const std::vector<mutant> all = mutate(rules, cases, of.every, progress_of(in));
  if (!give(in, in.json ? mutants_json(all) : mutants_text(all, style_of(in)))) return invalid_input;
  return percent_of(count_killed(all), all.size()) < of.killed_at_least ? findings : done;
}

int run_sheets(const session& in, const pack& rules, const std::vector<case_file>& cases) {
  for (const case_file& one : cases)
    if (!give(in, case_sheet(rules, one, style_of(in)))) return invalid_input;
  return done;
}

int run_cases(const session& in, const test_options& of, const pack& rules,
              const std::vector<case_file>& cases) {
  std::vector<case_verdict> verdicts;
  for (const case_file& one : cases) verdicts.push_back(judge_case(rules, one));
  std::vector<baseline_tally> baselines;
  if (of.baselines) baselines = tally_baselines(rules, cases);
  if (!give(in,
            in.json ? verdicts_json(verdicts, baselines) : verdicts_text(verdicts, baselines, style_of(in))))
    return invalid_input;
  return failed_cases(verdicts) > 0 ? findings : done;
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
  const int status = of.mutates  ? run_mutation(in, of, *rules, *cases)
                     : of.covers ? run_coverage(in, of, *rules, *cases)
                     : of.sheets ? run_sheets(in, *rules, *cases)
                                 : run_cases(in, of, *rules, *cases);
  if (!cases->empty()) return status;
  tell(in, text{"aucun cas trouvé : c'est un échec", "no case found: this is a failure"});
  return std::max(status, findings);
}

void add_trials(CLI::App& to, const session& in, test_options& of) {
  CLI::Option* covers =
      to.add_flag("--coverage", of.covers,
                  in.say({"les règles jamais appliquées, les conditions jamais vraies ou jamais fausses",
                          "rules never fired, conditions never true or never false"}));
  CLI::Option* mutates = to.add_flag("--mutate", of.mutates,
                                     in.say({"retire chaque règle : quel cas échoue sans elle ?",
                                             "switches off each rule: which case fails without it?"}));
  mutates->excludes(covers)->excludes("--baselines");
  covers->excludes("--baselines");
  to.add_flag("--sheet", of.sheets,
              in.say({"une page par cas, à faire relire par des professionnels",
                      "a page for each case, for professionals to review"}))
      ->excludes(covers)
      ->excludes(mutates)
      ->excludes("--baselines")
      ->excludes("--json");
  to.add_option("--every", of.every,
                in.say({"avec --mutate : une règle sur N", "with --mutate: one rule in N"}))
      ->option_text("N")
      ->check(CLI::PositiveNumber)
      ->needs(mutates);
  const auto percent = [&](const char* name, int& into, const text& what) {
    return to.add_option(name, into, in.say(what))->option_text("%")->check(CLI::Range(0, 100));
  };
  percent("--fired-at-least", of.fired_at_least,
          {"règles appliquées qu'il faut (100)", "rules that must fire (100)"})
      ->needs(covers);
  percent(
      "--seen-at-least", of.seen_at_least,
      {"conditions vues vraies et fausses qu'il faut (90)", "conditions that must be seen both ways (90)"})
      ->needs(covers);
  percent("--killed-at-least", of.killed_at_least,
          {"règles dont l'absence doit se voir (95)", "rules whose absence must show (95)"})
      ->needs(mutates);
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
  add_trials(to, in, *of);
  return [&in, of] { return run(in, *of); };
}

}  // namespace

const verb test_verb{"test",
                     {"essaie les cas et dit ceux qui échouent", "runs cases and says which fail"},
                     {"aiguillage test tests/cases --baselines", "aiguillage test tests/cases --baselines"},
                     add};

}  // namespace aiguillage::cli
