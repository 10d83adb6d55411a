#include "aiguillage/report/population.h"

#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/options.h"

namespace aiguillage::cli {
namespace {

constexpr std::int64_t most_drawn = 1000000;
constexpr std::uint64_t greatest_seed =
    (std::uint64_t{1} << 53U) - 1;  // a number that all readers of JSON hold exactly
constexpr std::int64_t people_per_check =
    100000;  // a share of 15 % is then off by 0.2 points at most, 95 times in 100

struct population_options {
  std::string file;
  std::int64_t drawn = 0;
  std::uint64_t seed = 1;
};

int give_people(const session& in, const population& of, const pack& rules,
                const population_options& wishes) {
  const people_frame frame = frame_of(of);
  const auto draw = [&](std::int64_t number) {
    return draw_person(of, rules, frame, {wishes.seed, 0, static_cast<std::uint64_t>(number)});
  };
  return give(in, in.json ? people_json(of, rules, wishes.drawn, draw, wishes.seed)
                          : people_csv(of, rules, wishes.drawn, draw))
             ? done
             : invalid_input;
}

int give_figures(const session& in, const population& of, const pack& rules,
                 const population_options& wishes) {
  const population_run by{wishes.seed, people_per_check};
  const std::vector<checked_figure> figures = checked_figures(of, rules, by.people, by.seed);
  const bool told = give(in, in.json ? population_json(of, rules, figures, by, in.wanted)
                                     : population_text(of, rules, figures, by, in.wanted));
  if (!told) return invalid_input;
  return std::all_of(figures.begin(), figures.end(), [](const auto& one) { return one.holds; }) ? done
                                                                                                : findings;
}

int run(const session& in, const population_options& wishes) {
  const std::optional<pack> rules = load_rules(in);
  if (!rules) return invalid_input;
  diagnostics found;
  const std::optional<population> read = load_population(wishes.file, *rules, found);
  tell(in, found);
  if (!read) return invalid_input;
  return wishes.drawn > 0 ? give_people(in, *read, *rules, wishes) : give_figures(in, *read, *rules, wishes);
}

action add(CLI::App& to, session& in) {
  const auto of = std::make_shared<population_options>();
  to.add_option("FILE", of->file,
                in.say({"la population (population.yaml)", "the population (population.yaml)"}))
      ->required()
      ->check([&in](const std::string& given) { return check_file_name(in, given); });
  to.add_option("--draw", of->drawn,
                in.say({"tire tant de personnes : CSV, ou JSON avec --json (1000000 au plus)",
                        "draws this many people: CSV, or JSON with --json (1000000 at most)"}))
      ->check(CLI::Range(std::int64_t{1}, most_drawn))
      ->option_text("N");
  to.add_option("--seed", of->seed,
                in.say({"la graine : la même donne les mêmes personnes (par défaut : 1)",
                        "the seed: the same gives the same people (default: 1)"}))
      ->check(CLI::Range(std::uint64_t{0}, greatest_seed))
      ->option_text("N");
  return [&in, of] { return run(in, *of); };
}

}  // namespace

const verb population_verb{
    "population",
    {"les personnes supposées d'un territoire : chiffres publiés comparés, ou personnes tirées",
     "the people assumed of a territory: published figures compared, or people drawn"},
    {"aiguillage population examples/scenarios/rennes/population.yaml --draw 1000 > people.csv",
     "aiguillage population examples/scenarios/rennes/population.yaml --draw 1000 > people.csv"},
    add};

}  // namespace aiguillage::cli
