#include "aiguillage/interview.h"
#include "engine/fact_json.h"
#include "engine/verbs.h"
#include "report/json_parts.h"

namespace aiguillage::engines {
namespace {

using report::json;

load::keys options() {
  return {
      territory_key(),
      date_key(),
      {"passed",
       yaml::value_kind::names,
       false,
       {"les faits déjà demandés et restés sans réponse", "the facts already asked and left unanswered"}}};
}

/// What is known on arrival, and each question that got no answer.
std::optional<interview> read_interview(const asking& of, situation_file& person) {
  if (person.as_case && person.as_case->before) person.facts.facts = person.as_case->before->facts;
  interview state;
  state.start = person.facts;
  const std::size_t before = of.out.size();
  for (const fact_id which : load::resolve_all(of.with.rules.facts, of.what.options, "passed", of.to()))
    state.replies.push_back({which, {}, {}});
  return of.out.size() == before ? std::optional(std::move(state)) : std::nullopt;
}

json standing_json(const asking& of, const territory& land, const situation& person) {
  const pack& rules = of.with.rules;
  const outlook now = outlook_of(rules, land, person);
  json needs = json::array();
  for (const auto& [type, right] : now.needs) needs.push_back(need_name(rules, type, right));
  json stops = json::array();
  for (const actor_id one : now.first_stops) stops.push_back(land.actors[one].id);
  return {{"urgency", report::id_or_null(rules.urgencies, now.urgency)},
          {"needs", needs},
          {"first_stops", stops}};
}

engine_answer run(const asking& of) {
  std::optional<situation_file> person = read_person(of);
  if (!person) return refused(of, answer_status::invalid_input);
  const std::optional<interview> state = read_interview(of, *person);
  if (!state) return refused(of, answer_status::wrong_call);
  const std::optional<chosen_land> where = choose_land(of, *person, true);
  if (!where) return refused(of, answer_status::wrong_call);
  const pack& rules = of.with.rules;
  const territory& land = where->land();
  json all = {{"format", 1},
              {"pack", report::pack_json(rules)},
              {"territory", {{"id", land.id}, {"hash", land.hash}}},
              {"question", nullptr},
              {"standing", standing_json(of, land, told_so_far(*state))}};
  if (const std::optional<question> next = next_question(rules, land, *state)) {
    json asked = report::question_json(rules, *next, of.wanted);
    asked["answers"] = json::array();
    for (const fact_id which : next->facts)
      asked["answers"].push_back(fact_json(rules.facts[which], of.wanted));
    all["question"] = asked;
  }
  return {answer_status::done, report::written(all)};
}

}  // namespace

const verb ask_verb{"ask", {"la meilleure question suivante", "the best next question"}, options, run};

}  // namespace aiguillage::engines
