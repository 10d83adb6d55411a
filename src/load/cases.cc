#include "load/cases.h"

#include <algorithm>

#include "load/loading.h"
#include "load/tables.h"
#include "load/values.h"

namespace aiguillage {

std::vector<actor_type_id> absent_types(const pack& rules, const case_file& of) {
  std::vector<actor_type_id> result;
  if (!of.where) return result;
  const auto holds = [](const std::vector<actor_type_id>& list, actor_type_id one) {
    return std::find(list.begin(), list.end(), one) != list.end();
  };
  for (std::size_t i = 0; i < rules.actor_types.size(); ++i) {
    const actor_type_id one(i);
    if (holds(of.where->absent, one) || (of.where->only && !holds(*of.where->only, one)))
      result.push_back(one);
  }
  return result;
}

namespace load {
namespace {

using yaml::value_kind;

bool same(const fact_value& a, const fact_value& b) {
  return a.known == b.known && a.values == b.values && a.thousandths == b.thousandths && a.code == b.code;
}

situation read_situation_of(const yaml::node& facts, const pack& rules, const sink& to) {
  situation read;
  read.facts = read_facts(facts, rules, to);
  return read;
}

void check_before(const yaml::node& before, const situation& on_arrival, const situation& in_the_end,
                  const pack& rules, const sink& to) {
  for (const yaml::entry& given : before.entries) {
    const fact_id which = find_named(rules.facts, given.key);
    if (!which.known() || !on_arrival.facts[which].known) continue;
    if (same(on_arrival.facts[which], in_the_end.facts[which])) continue;
    const text name = quoted(given.key);
    report(to, given, code::before_differs,
           {name.fr + " n'est pas dans situation avec la même valeur",
            name.en + " is not in situation with the same value"},
           {"before est une partie de situation", "before is a part of situation"});
  }
}

std::optional<case_territory> read_where(const yaml::node& root, const pack& rules, const sink& to) {
  const yaml::node* given = child(root, "territory", value_kind::mapping);
  if (given == nullptr) return std::nullopt;
  yaml::check_keys(*given, case_territory_keys(), to.file, to.out);
  case_territory read;
  read.absent = resolve_all(rules.actor_types, *given, "absent", to);
  if (given->find("only") != nullptr) read.only = resolve_all(rules.actor_types, *given, "only", to);
  if (read.only && given->find("absent") != nullptr)
    report(to, *given, code::absent_and_only,
           {"absent et only ne vont pas ensemble", "absent and only do not go together"},
           {"absent : tous les autres existent ; only : aucun autre n'existe",
            "absent: all the others exist; only: no other exists"});
  return read;
}

/// Each question asked for is open on arrival, and settled at the end.
void check_questions(const yaml::node& expect, const case_file& read, const pack& rules, const sink& to) {
  for (const yaml::node* word : list_at(expect, "questions")) {
    const fact_id which = find_named(rules.facts, word->scalar);
    if (!which.known()) continue;
    const text name = quoted(word->scalar);
    if (read.before && read.before->facts[which].known)
      report(to, *word, code::question_answered,
             {name.fr + " est déjà connu dans before", name.en + " is already known in before"},
             {"une question attendue porte sur un fait inconnu",
              "an expected question is about an unknown fact"});
    if (!read.facts.facts[which].known)
      report(to, *word, code::question_unanswered,
             {name.fr + " n'a pas de réponse dans situation", name.en + " has no answer in situation"},
             {"ajoutez la réponse à situation", "add the answer to situation"});
  }
}

}  // namespace

const keys& case_keys() {
  static const keys table{
      {"case", value_kind::text, true, {"le nom du fichier", "the name of the file"}},
      {"title", value_kind::bilingual, true, {"le titre", "the title"}},
      {"sources", value_kind::names, true, {"numéros du registre", "register ids"}, content::sources},
      {"situation",
       value_kind::mapping,
       true,
       {"les faits connus après les questions", "the facts known after the questions"},
       content::known_facts},
      {"before",
       value_kind::mapping,
       false,
       {"les faits connus à l'arrivée", "the facts known on arrival"},
       content::known_facts},
      {"territory",
       value_kind::mapping,
       false,
       {"les types d'acteurs qui existent", "the types of actors that exist"},
       {},
       case_territory_keys},
      {"expect", value_kind::mapping, true, {"ce qui est attendu", "what is expected"}, {}, expect_keys},
      {"why", value_kind::bilingual, true, {"pourquoi", "why"}}};
  return table;
}

const keys& case_territory_keys() {
  static const keys table{{"absent",
                           value_kind::names,
                           false,
                           {"n'existent pas ; tous les autres existent", "do not exist; all the others do"},
                           content::actor_types},
                          {"only",
                           value_kind::names,
                           false,
                           {"existent ; aucun autre n'existe", "exist; no other does"},
                           content::actor_types}};
  return table;
}

case_file read_case(const yaml::node& root, const pack& rules, const sink& to) {
  yaml::check_keys(root, case_keys(), to.file, to.out);
  case_file read;
  read.id = text_at(root, "case");
  read.file = to.file;
  read.title = bilingual_at(root, "title");
  read.why = bilingual_at(root, "why");
  read.sources = read_source_ids(root, rules, severity::warning, to);
  read.facts.facts = id_vector<fact_id, fact_value>(rules.facts.size());
  if (const yaml::node* facts = child(root, "situation", value_kind::mapping))
    read.facts = read_situation_of(*facts, rules, to);
  if (const yaml::node* before = child(root, "before", value_kind::mapping)) {
    read.before = read_situation_of(*before, rules, to);
    check_before(*before, *read.before, read.facts, rules, to);
  }
  read.where = read_where(root, rules, to);
  const yaml::node* expect = child(root, "expect", value_kind::mapping);
  if (expect == nullptr) return read;
  written_paths places;
  read.expect = read_expectations(*expect, rules, places, to);
  check_questions(*expect, read, rules, to);
  check_paths(read, rules, places, to);
  return read;
}

}  // namespace load
}  // namespace aiguillage
