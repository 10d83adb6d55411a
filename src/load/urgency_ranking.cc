#include <algorithm>

#include "load/conditions.h"
#include "load/tables.h"

namespace aiguillage::load {
namespace {

using yaml::value_kind;

/// A new rule of a local pack comes after those of its level or above, so that the order of levels stays.
void insert(urgency_rule read, loading& into) {
  auto& all = into.rules.urgency_rules;
  for (urgency_rule& old : all)
    if (old.about.id == read.about.id) {
      old = std::move(read);
      return;
    }
  auto place = all.end();
  if (into.layer > 0)
    while (place != all.begin() && std::prev(place)->level != read.level &&
           into.rules.urgencies[std::prev(place)->level].rank < into.rules.urgencies[read.level].rank)
      --place;
  all.insert(place, std::move(read));
}

}  // namespace

const keys& urgency_file_keys() {
  static const keys table{{"levels",
                           value_kind::sequence,
                           true,
                           {"les règles, de haut en bas", "the rules, from the top"},
                           {},
                           urgency_rule_keys}};
  return table;
}

const keys& urgency_rule_keys() {
  static const keys table =
      joined(joined({{"id", value_kind::name, true, {"le nom de la règle", "the name of the rule"}},
                     {"level",
                      value_kind::name,
                      true,
                      {"le niveau d'urgence", "the level of urgency"},
                      content::urgencies}},
                    statement_keys()),
             {{"when",
               value_kind::mapping,
               true,
               {"ce qui établit ce niveau", "what establishes this level"},
               content::urgency_condition},
              {"unless",
               value_kind::mapping,
               false,
               {"l'exception, quand des faits l'établissent", "the exception, when facts establish it"},
               content::urgency_condition}});
  return table;
}

const keys& ranking_file_keys() {
  static const keys table{{"values",
                           value_kind::mapping,
                           true,
                           {"les valeurs, par nom", "the values, by name"},
                           content::ranking,
                           ranking_value_keys}};
  return table;
}

const keys& ranking_value_keys() {
  static const keys table{
      {"value", value_kind::decimal, true, {"la valeur", "the value"}},
      {"unit", value_kind::text, true, {"l'unité", "the unit"}},
      {"meaning", value_kind::bilingual, true, {"ce que la valeur veut dire", "what the value means"}},
      {"source", value_kind::text, true, {"d'où elle vient", "where it comes from"}}};
  return table;
}

const keys& questions_file_keys() {
  static const keys table{
      {"groups",
       value_kind::sequence,
       true,
       {"les questions qui règlent plusieurs faits", "the questions that settle several facts"},
       {},
       question_keys}};
  return table;
}

const keys& question_keys() {
  static const keys table{
      {"id", value_kind::name, true, {"le nom de la question", "the name of the question"}},
      {"facts", value_kind::names, true, {"les faits réglés", "the facts settled"}, content::facts},
      {"text", value_kind::bilingual, true, {"comment l'aidant demande", "how a helper asks"}}};
  return table;
}

void read_urgency(const yaml::node& root, const std::string&, loading& into, const sink& to) {
  yaml::check_keys(root, urgency_file_keys(), to.file, to.out);
  for (const yaml::node& item : items_at(root, "levels")) {
    yaml::check_keys(item, urgency_rule_keys(), to.file, to.out);
    const std::string id = text_at(item, "id");
    if (id.empty() || !take_id(into, "rule", id, item, to)) continue;
    urgency_rule read;
    read.about = read_statement(item, id, into, to);
    read.level = resolve_at(into.rules.urgencies, item, "level", to);
    read.when = read_guard(item, for_urgency, into, to);
    if (read.level.known()) insert(std::move(read), into);
  }
}

void read_ranking(const yaml::node& root, const std::string&, loading& into, const sink& to) {
  yaml::check_keys(root, ranking_file_keys(), to.file, to.out);
  const yaml::node* values = child(root, "values", value_kind::mapping);
  if (values == nullptr) return;
  for (const yaml::entry& entry : values->entries) {
    yaml::check_keys(entry.value, ranking_value_keys(), to.file, to.out);
    into.rules.ranking[entry.key] = {thousandths_at(entry.value, "value").value_or(0),
                                     text_at(entry.value, "unit"),
                                     bilingual_at(entry.value, "meaning"),
                                     text_at(entry.value, "source"),
                                     {to.file, entry.line}};
  }
}

void read_questions(const yaml::node& root, const std::string&, loading& into, const sink& to) {
  yaml::check_keys(root, questions_file_keys(), to.file, to.out);
  for (const yaml::node& item : items_at(root, "groups")) {
    yaml::check_keys(item, question_keys(), to.file, to.out);
    const std::string id = text_at(item, "id");
    if (id.empty() || !take_id(into, "question", id, item, to)) continue;
    question_group read{id,
                        resolve_all(into.rules.facts, item, "facts", to),
                        bilingual_at(item, "text"),
                        {to.file, item.line}};
    put(into.rules.questions, std::move(read), [&](const question_group& old) { return old.id == id; });
  }
}

}  // namespace aiguillage::load
