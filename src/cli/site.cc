#include <algorithm>
#include <cmath>
#include <memory>

#include <CLI/CLI.hpp>

#include "aiguillage/report/siting.h"
#include "cli/scenario_runs.h"

namespace aiguillage::cli {
namespace {

struct site_options {
  std::string file;
  std::string type = "france_services";
  std::size_t add = 1;
  double within_km = 5;
  std::string goal = goal_names.front();
};

constexpr std::size_t most_places = 1000;
constexpr double most_km = 1000;

int run(const session& in, const site_options& of) {
  const std::optional<setting> read = read_setting(in, of.file, "");
  if (!read) return invalid_input;
  siting_request asked;
  asked.type = find_named(read->rules.actor_types, of.type);
  if (!asked.type.known()) {
    diagnostics found;
    std::vector<std::string> known;
    for (const actor_type& one : read->rules.actor_types) known.push_back(one.id);
    const std::string near = nearest_name(of.type, known);
    found.push_back({severity::error,
                     "unknown-name",
                     "--type",
                     0,
                     0,
                     {"« " + of.type + " » : ce type de lieu n'existe pas",
                      "'" + of.type + "': there is no such type of place"},
                     near.empty() ? text{} : text{"est-ce « " + near + " » ?", "is it '" + near + "'?"}});
    tell_unknown(in, found);
    return wrong_usage;
  }
  asked.add = of.add;
  asked.within_metres = std::llround(of.within_km * 1000);
  asked.goal =
      static_cast<siting_goal>(std::find(goal_names.begin(), goal_names.end(), of.goal) - goal_names.begin());
  const siting_plan plan = site_places(read->rules, read->land, read->people, read->told, asked);
  const sited result{read->rules, read->land, read->told, asked, plan};
  return give(in, in.json ? siting_json(result, in.wanted) : siting_text(result, in.wanted)) ? done
                                                                                             : invalid_input;
}

action add(CLI::App& to, session& in) {
  const auto of = std::make_shared<site_options>();
  to.add_option("SCENARIO", of->file, in.say({"le scénario (scenario.yaml)", "the scenario (scenario.yaml)"}))
      ->required()
      ->check([&in](const std::string& given) { return check_file_name(in, given); });
  to.add_option("--add", of->add, in.say({"combien de lieux de plus", "how many more places"}))
      ->required()
      ->check(CLI::Range(std::size_t{1}, most_places))
      ->option_text("N");
  to.add_option(
        "--type", of->type,
        in.say({"de quel type (par défaut : france_services)", "of which type (default: france_services)"}))
      ->option_text("TYPE");
  to.add_option("--within", of->within_km,
                in.say({"à portée : kilomètres par la route (par défaut : 5, supposé)",
                        "within reach: kilometres by road (default: 5, assumed)"}))
      ->check(CLI::Range(0.0, most_km))
      ->option_text("KM");
  to.add_option(
        "--goal", of->goal,
        in.say({"cover : le plus de personnes à portée (par défaut) ; distance : le moins de chemin en tout",
                "cover: most people within reach (default); distance: the shortest way for all"}))
      ->check(CLI::IsMember(std::vector<std::string>(goal_names.begin(), goal_names.end())))
      ->option_text("GOAL");
  return [&in, of] { return run(in, *of); };
}

}  // namespace

const verb site_verb{
    "site",
    {"où quelques lieux de plus aideraient le plus", "where a few more places would help most"},
    {"aiguillage site examples/scenarios/seine_saint_denis/scenario.yaml --add 3 --type pimms --within 3",
     "aiguillage site examples/scenarios/seine_saint_denis/scenario.yaml --add 3 --type pimms --within 3"},
    add};

}  // namespace aiguillage::cli
