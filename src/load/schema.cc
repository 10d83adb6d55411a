#include "aiguillage/schema.h"

#include <utility>

#include "load/schema.h"

namespace aiguillage {
namespace load {
namespace {

/// A kind of file that people write.
struct file_kind {
  const char* name;
  const char* files;
  text title;
  const keys& (*table)();
};

std::vector<file_kind> kinds_of_pack() {
  return {
      {"pack", "pack.yaml", {"l'identité d'un jeu de règles", "what a pack is"}, pack_keys},
      {"vocabulary", "vocabulary.yaml", {"les mots permis", "the words allowed"}, vocabulary_keys},
      {"facts",
       "facts.yaml",
       {"les faits qu'on peut connaître", "the facts that may be known"},
       facts_file_keys},
      {"own_facts",
       "facts/*.yaml",
       {"les faits de ce jeu seul", "the facts of this pack only"},
       own_facts_keys},
      {"publics",
       "publics.yaml",
       {"les publics qu'un lieu peut dire recevoir", "whom a place may say that it receives"},
       publics_file_keys},
      {"sources",
       "sources/*.yaml",
       {"le registre des sources", "the register of sources"},
       sources_file_keys},
      {"claims", "claims.yaml", {"le besoin de chaque droit", "the need of each right"}, claims_keys},
      {"need", "needs/*.yaml", {"un besoin et ses règles", "a need and its rules"}, need_keys},
      {"competence",
       "competence/*.yaml",
       {"ce que fait un type d'acteur", "what a type of actor does"},
       competence_keys},
      {"state", "states/*.yaml", {"un état à acquérir", "a state to be brought about"}, state_keys},
      {"routing", "routing/*.yaml", {"une règle de parcours", "a rule on plans"}, routing_keys},
      {"urgency", "urgency.yaml", {"les niveaux d'urgence", "the levels of urgency"}, urgency_file_keys},
      {"ranking", "ranking.yaml", {"les valeurs qui classent", "the figures that rank"}, ranking_file_keys},
      {"questions", "questions.yaml", {"les questions groupées", "grouped questions"}, questions_file_keys},
      {"defaults",
       "defaults.yaml",
       {"ce qu'un type d'acteur laisse supposer", "what a type of actor lets one suppose"},
       defaults_file_keys},
      {"grid", "grid.yaml", {"la grille d'évaluation", "the evaluation grid"}, grid_file_keys}};
}

std::vector<file_kind> kinds_of_people_and_places() {
  return {
      {"situation", "*.yaml", {"la situation d'une personne", "the situation of a person"}, situation_keys},
      {"case",
       "*.test.yaml, cases/*.yaml",
       {"un cas et ce qui est attendu", "a case, and what is expected"},
       case_keys},
      {"events",
       "events/*.yaml",
       {"ce qui s'est passé en chemin", "what happened on the way"},
       events_file_keys},
      {"territory",
       "territory.yaml",
       {"un territoire et ses lieux", "a territory and its sites"},
       territory_keys},
      {"actors",
       "actors/*.yaml",
       {"les acteurs d'un territoire", "the actors of a territory"},
       actors_file_keys},
      {"scenario", "scenario.yaml", {"ce qui est simulé", "what is simulated"}, scenario_keys},
      {"population",
       "population.yaml",
       {"les personnes d'un territoire", "the people of a territory"},
       population_keys},
      {"import",
       "imports/*.yaml",
       {"comment lire les fichiers d'un producteur", "how the files of a producer are read"},
       mapping_keys}};
}

const std::vector<file_kind>& file_kinds() {
  static const std::vector<file_kind> all = [] {
    std::vector<file_kind> kinds = kinds_of_pack();
    std::vector<file_kind> others = kinds_of_people_and_places();
    for (file_kind& one : others) kinds.push_back(std::move(one));
    return kinds;
  }();
  return all;
}

std::vector<std::string> required_of(const keys& table) {
  std::vector<std::string> names;
  for (const yaml::key_spec& key : table)
    if (key.required) names.emplace_back(key.name);
  return names;
}

/// A local pack may add rules to a need without defining it again.
void allow_amendments(json& need) {
  json amending = json::array();
  for (const yaml::key_spec& key : need_amendment_keys()) amending.push_back(key.name);
  need["required"] = required_of(need_amendment_keys());
  need["if"] = {{"required", {need_definition_key}}};
  need["then"] = {{"required", required_of(need_keys())}};
  need["else"] = {{"propertyNames", {{"enum", amending}}}};
}

json root_of(const pack& rules, const file_kind& kind) {
  schema_builder with{rules, {}};
  json body = of_table(with, kind.table());
  if (kind.table == need_keys) allow_amendments(body);
  json root{{"$schema", "http://json-schema.org/draft-07/schema#"},
            {"$comment", "Made by: aiguillage schema --to FOLDER"},
            {"title", both(kind.title)}};
  root.update(body);
  json definitions = json::object();
  for (const auto& [name, made] : with.definitions) definitions[name] = made;
  if (!definitions.empty()) root["definitions"] = definitions;
  return root;
}

}  // namespace
}  // namespace load

std::vector<schema_file> json_schemas(const pack& rules) {
  std::vector<schema_file> all;
  for (const load::file_kind& kind : load::file_kinds())
    all.push_back({kind.name, kind.files, kind.title, load::root_of(rules, kind).dump() + "\n"});
  return all;
}

}  // namespace aiguillage
