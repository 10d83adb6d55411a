#include <array>

#include "aiguillage/explain/event_words.h"
#include "aiguillage/explain/why.h"
#include "engine/fact_json.h"
#include "engine/verbs.h"
#include "report/json_parts.h"

namespace aiguillage::engines {
namespace {

using report::json;

load::keys options() { return {}; }

json word(const std::string& id, const text& words, language wanted) {
  return {{"id", id}, {"text", words.in(wanted)}};
}

/// Of a list of the pack whose items have an id and a label.
template <class List>
json words_of(const List& list, language wanted) {
  json all = json::array();
  for (const auto& one : list) all.push_back(word(one.id, one.label, wanted));
  return all;
}

/// Of a closed list of names, each with its words.
template <class Kind, class Names>
json words_of(const Names& names, text (*words)(Kind), language wanted) {
  json all = json::array();
  for (std::size_t i = 0; i < names.size(); ++i)
    all.push_back(word(names[i], words(static_cast<Kind>(i)), wanted));
  return all;
}

text lane_words(dimension lane) {
  constexpr std::array<const char*, 3> fr = {"Numérique", "Administratif", "Social"};
  constexpr std::array<const char*, 3> en = {"Digital", "Administrative", "Social"};
  return {fr[static_cast<std::size_t>(lane)], en[static_cast<std::size_t>(lane)]};
}

json needs_json(const pack& rules, language wanted) {
  json all = words_of(rules.needs, wanted);
  for (std::size_t i = 0; i < rules.needs.size(); ++i)
    all[i]["dimension"] = dimension_names[static_cast<std::size_t>(rules.needs.items[i].lane)];
  return all;
}

json rights_json(const pack& rules, language wanted) {
  json all = words_of(rules.rights, wanted);
  for (std::size_t i = 0; i < rules.rights.size(); ++i)
    all[i]["operator"] = report::id_or_null(rules.actor_types, rules.rights.items[i].decided_by);
  return all;
}

json types_json(const pack& rules, language wanted) {
  json all = words_of(rules.actor_types, wanted);
  for (std::size_t i = 0; i < rules.actor_types.size(); ++i)
    all[i]["family"] = load::group_words()[static_cast<std::size_t>(rules.actor_types.items[i].family)];
  return all;
}

json urgencies_json(const pack& rules, language wanted) {
  json all = words_of(rules.urgencies, wanted);
  for (std::size_t i = 0; i < rules.urgencies.size(); ++i)
    all[i]["delay"] = rules.urgencies.items[i].delay.in(wanted);
  return all;
}

json questions_json(const pack& rules, language wanted) {
  json all = json::array();
  for (const question_group& one : rules.questions) {
    json facts = json::array();
    for (const fact_id which : one.facts) facts.push_back(rules.facts[which].id);
    all.push_back({{"id", one.id}, {"facts", facts}, {"text", one.question.in(wanted)}});
  }
  return all;
}

json grid_json(const pack& rules, language wanted) {
  const evaluation_grid& grid = rules.grid;
  if (!grid.settles.known()) return nullptr;
  json items = json::array();
  for (const grid_item& one : grid.items) {
    json answers = json::array();
    for (const text& answer : one.answers) answers.push_back(answer.in(wanted));
    items.push_back({{"id", one.id}, {"text", one.question.in(wanted)}, {"answers", answers}});
  }
  return {{"fact", rules.facts[grid.settles].id},
          {"text", grid.title.in(wanted)},
          {"sources", grid.sources},
          {"items", items}};
}

json facts_json(const pack& rules, language wanted) {
  json all = json::array();
  for (const fact& one : rules.facts) all.push_back(fact_json(one, wanted));
  return all;
}

json sources_json(const pack& rules) {
  json all = json::array();
  for (const auto& [id, one] : rules.sources)
    all.push_back({{"id", id}, {"statement", one.statement}, {"status", one.status}});
  return all;
}

engine_answer run(const asking& of) {
  if (!has_nothing_else(of)) return refused(of, answer_status::wrong_call);
  const pack& rules = of.with.rules;
  const language in = of.wanted;
  const json all = {{"format", 1},
                    {"pack", report::pack_json(rules)},
                    {"dimensions", words_of(dimension_names, lane_words, in)},
                    {"needs", needs_json(rules, in)},
                    {"rights", rights_json(rules, in)},
                    {"actor_types", types_json(rules, in)},
                    {"help", words_of(rules.levels, in)},
                    {"modes", words_of(rules.modes, in)},
                    {"urgencies", urgencies_json(rules, in)},
                    {"states", words_of(rules.states, in)},
                    {"publics", words_of(rules.publics, in)},
                    {"stages", words_of(rules.renunciation_stages, in)},
                    {"events", words_of(event_names, event_words, in)},
                    {"reasons", words_of(reason_names, reason_words, in)},
                    {"evidence", words_of(load::evidence_words(), evidence_words, in)},
                    {"facts", facts_json(rules, in)},
                    {"questions", questions_json(rules, in)},
                    {"grid", grid_json(rules, in)},
                    {"sources", sources_json(rules)}};
  return {answer_status::done, report::written(all)};
}

}  // namespace

const verb words_verb{
    "words", {"les mots des règles, par identifiant", "the words of the rules, by id"}, options, run};

}  // namespace aiguillage::engines
