#include "aiguillage/grid.h"

#include <algorithm>

#include "engine/verbs.h"
#include "report/json_parts.h"

namespace aiguillage::engines {
namespace {

load::keys options() {
  return {{"answers",
           yaml::value_kind::mapping,
           true,
           {"une réponse par question de la grille : 0, 1 ou 2",
            "an answer to each question of the grid: 0, 1 or 2"}}};
}

yaml::node key_of(const yaml::entry& one) {
  yaml::node word;
  word.scalar = one.key;
  word.line = one.line;
  word.column = one.column;
  return word;
}

/// Nullopt for a question without an answer; what is wrong is reported.
std::vector<std::optional<int>> read_answers(const asking& of) {
  const evaluation_grid& grid = of.with.rules.grid;
  const yaml::node* given = of.what.options.find("answers");
  std::vector<std::string> known;
  for (const grid_item& one : grid.items) known.push_back(one.id);
  for (const yaml::entry& one : given->entries)
    if (std::find(known.begin(), known.end(), one.key) == known.end())
      load::report_unknown(key_of(one), load::code::unknown_name,
                           {"la grille n'a pas cette question", "the grid has no such question"}, known,
                           of.to());
  std::vector<std::optional<int>> answers;
  for (const grid_item& one : grid.items) {
    const yaml::node* answer = given->find(one.id);
    answers.emplace_back();
    if (answer == nullptr) continue;
    if (!yaml::check_kind(*answer, yaml::value_kind::integer, one.id, request_name, of.out)) continue;
    const std::int64_t count = yaml::as_integer(*answer);
    if (count >= 0 && count < static_cast<std::int64_t>(one.answers.size()))
      answers.back() = static_cast<int>(count);
    else
      load::report(of.to(), *answer, load::code::out_of_range,
                   {"une réponse compte 0, 1 ou 2", "an answer counts 0, 1 or 2"});
  }
  return answers;
}

engine_answer run(const asking& of) {
  if (!has_nothing_else(of)) return refused(of, answer_status::wrong_call);
  const std::vector<std::optional<int>> answers = read_answers(of);
  if (has_errors(of.out)) return refused(of, answer_status::wrong_call);
  const pack& rules = of.with.rules;
  const fact_id settles = rules.grid.settles;
  const std::optional<std::size_t> index = grid_value(rules.grid, answers);
  return {answer_status::done, report::json_object([&](report::json_writer& to) {
            to.field("format", 1);
            to.field("fact", report::id_or_null(rules.facts, settles));
            to.field("value", index ? &rules.facts[settles].values[*index].id : nullptr);
          })};
}

}  // namespace

const verb grid_verb{
    "grid", {"ce que valent les réponses à la grille", "what answers to the grid come to"}, options, run};

}  // namespace aiguillage::engines
