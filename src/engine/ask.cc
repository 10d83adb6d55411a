#include "aiguillage/interview.h"
#include "engine/fact_json.h"
#include "engine/verbs.h"
#include "report/json_parts.h"

namespace aiguillage::engines {
namespace {

using report::json_writer;

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

void write_standing(json_writer& to, const pack& rules, const territory& land, const situation& person) {
  const outlook now = outlook_of(rules, land, person);
  to.object([&] {
    to.field("urgency", report::id_or_null(rules.urgencies, now.urgency));
    to.key("needs");
    to.row(now.needs, [&](const auto& one) { to.value(need_name(rules, one.first, one.second)); });
    to.key("first_stops");
    report::write_ids(to, land.actors, now.first_stops);
  });
}

void write_question(json_writer& to, const pack& rules, const std::optional<question>& next,
                    language wanted) {
  if (!next) return to.value(nullptr);
  to.object([&] {
    report::question_fields(to, rules, *next, wanted);
    to.key("answers");
    to.list(next->facts, [&](fact_id which) { write_fact(to, rules.facts[which], wanted); });
  });
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
  return {answer_status::done, report::json_object([&](json_writer& to) {
            to.field("format", 1);
            to.key("pack");
            report::write_pack(to, rules);
            to.key("territory");
            report::write_territory(to, land);
            to.key("question");
            write_question(to, rules, next_question(rules, land, *state), of.wanted);
            to.key("standing");
            write_standing(to, rules, land, told_so_far(*state));
          })};
}

}  // namespace

const verb ask_verb{"ask", {"la meilleure question suivante", "the best next question"}, options, run};

}  // namespace aiguillage::engines
