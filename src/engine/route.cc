#include <utility>

#include "engine/route_pages.h"
#include "engine/steps.h"
#include "engine/verbs.h"
#include "load/people.h"
#include "report/json_parts.h"

namespace aiguillage::engines {
namespace {

using yaml::value_kind;

constexpr std::int64_t most_plans = 9;
constexpr std::size_t usual_bytes = std::size_t{160} << 10U;  // of an answer with one plan, most often less

load::keys options() {
  const load::keys own{
      territory_key(),
      date_key(),
      {"plans", value_kind::integer, false, {"nombre de parcours, de 1 à 9", "number of plans, from 1 to 9"}},
      {"why_not",
       value_kind::texts,
       false,
       {"des lieux ou des types d'acteurs : pourquoi le parcours n'y passe pas",
        "places or types of actors: why the path does not go there"}},
      {"after",
       value_kind::sequence,
       false,
       {"ce qui s'est passé ; la suite du parcours en tient compte",
        "what happened; the rest of the path takes it into account"}}};
  return load::joined(own, page_options());
}

/// The events among the options; nullopt once errors are reported.
std::optional<history> read_after(const asking& of, const yaml::node& list) {
  yaml::node file;
  file.kind = yaml::node_kind::mapping;
  file.line = list.line;
  file.column = list.column;
  file.entries.push_back({"events", list.line, list.column, list});
  diagnostics found;
  history read = load::read_events(file, of.with.rules, {request_name, found});
  const bool wrong = has_errors(found);
  of.out.insert(of.out.end(), found.begin(), found.end());
  return wrong ? std::nullopt : std::optional(std::move(read));
}

/// All but the actors asked about; nullopt once errors are reported.
std::optional<steps::route_wishes> read_wishes(const asking& of) {
  const yaml::node& given = of.what.options;
  steps::route_wishes wishes;
  if (const yaml::node* plans = given.find("plans")) {
    const std::int64_t count = yaml::as_integer(*plans);
    if (count < 1 || count > most_plans) {
      load::report(of.to(), *plans, load::code::out_of_range,
                   {"le nombre de parcours va de 1 à 9", "the number of plans goes from 1 to 9"});
      return std::nullopt;
    }
    wishes.plans = static_cast<int>(count);
  }
  const yaml::node* after = given.find("after");
  if (after == nullptr || after->items.empty()) return wishes;
  wishes.today = load::text_at(given, "date");
  wishes.after = read_after(of, *after);
  return wishes.after ? std::optional(std::move(wishes)) : std::nullopt;
}

std::optional<std::vector<asked_actor>> read_why_not(const asking& of, const territory& land) {
  std::vector<asked_actor> asked;
  for (const yaml::node* name : load::list_at(of.what.options, "why_not")) {
    diagnostics found;
    std::optional<asked_actor> one = steps::find_actor(of.with.rules, land, name->scalar, found);
    report_at(of, *name, found);
    if (!one) return std::nullopt;
    asked.push_back(std::move(*one));
  }
  return asked;
}

std::string written(const asking& of, const territory& land, const steps::routed& path,
                    const std::vector<asked_actor>& asked) {
  const pack& rules = of.with.rules;
  return report::json_object([&](report::json_writer& to) {
    to.reserve(usual_bytes);
    report::referral_fields(to, rules, land, path.person, path.found, path.proposed, of.wanted, asked,
                            path.so_far(), &of.with.conditions_said);
    page_fields(to, of, land, path);
  });
}

engine_answer run(const asking& of) {
  const std::optional<steps::route_wishes> wishes = read_wishes(of);
  if (!wishes) return refused(of, answer_status::invalid_input);
  const std::optional<situation_file> person = read_person(of, !wishes->after);
  if (!person) return refused(of, answer_status::invalid_input);
  const bool as_they_are = !wishes->after && of.what.options.find("why_not") == nullptr;
  const std::optional<chosen_land> where = choose_land(of, *person, as_they_are);
  if (!where) return refused(of, answer_status::wrong_call);
  const std::optional<std::vector<asked_actor>> asked = read_why_not(of, where->land());
  if (!asked) return refused(of, answer_status::wrong_call);
  const std::optional<steps::routed> path =
      steps::route_person(of.with.rules, where->land(), person->facts, *wishes, of.out);
  if (!path) return refused(of, answer_status::invalid_input);
  return {path->has_findings() ? answer_status::findings : answer_status::done,
          written(of, where->land(), *path, *asked)};
}

}  // namespace

const verb route_verb{
    "route", {"parcours proposés, en trois voies", "proposed paths, in three lanes"}, options, run};

}  // namespace aiguillage::engines
