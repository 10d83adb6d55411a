#include <algorithm>

#include "load/conditions.h"
#include "load/tables.h"
#include "yaml/hash.h"

namespace aiguillage::load {
namespace {

using yaml::value_kind;

void read_line(const yaml::node& item, actor_type_id actor, condition_id for_all, std::uint64_t around,
               loading& into, const sink& to) {
  yaml::check_keys(item, serves_keys(), to.file, to.out);
  if (item.kind != yaml::node_kind::mapping) return;
  competence read;
  read.actor = actor;
  read.needs = resolve_all(into.rules.needs, item, "needs", to);
  read.quality = word_at(grade_words(), item, "grade", grade::competent, to);
  read.levels = resolve_all(into.rules.levels, item, "help", to);
  std::vector<condition_id> parts;
  if (for_all.known()) parts.push_back(for_all);
  if (item.find("when") != nullptr || item.find("unless") != nullptr)
    parts.push_back(read_guard(item, for_a_need, into, to));
  read.when = all_of(into, parts);
  read.about.id = into.rules.actor_types[actor].id;
  read.about.where = {to.file, item.line};
  read.about.written = yaml::hash_of(item) ^ around;
  read.about.sources = read_source_ids(item, into.rules, severity::error, to);
  into.rules.competences.push_back(std::move(read));
}

}  // namespace

const keys& competence_keys() {
  static const keys table = joined(
      {{"actor", value_kind::name, true, {"le type d'acteur", "the type of actor"}, content::actor_types},
       {"partial_for",
        value_kind::mapping,
        false,
        {"où il n'est qu'un premier niveau", "where it is a first level only"},
        {},
        partial_for_keys},
       {"serves", value_kind::sequence, true, {"les besoins servis", "the needs served"}, {}, serves_keys}},
      need_guard_keys());
  return table;
}

const keys& partial_for_keys() {
  static const keys table{
      {"operators", value_kind::names, false, {"les organismes", "the operators"}, content::actor_types},
      {"rights", value_kind::names, false, {"les droits", "the rights"}, content::rights}};
  return table;
}

const keys& serves_keys() {
  static const keys table = joined(
      joined(
          {{"needs", value_kind::names, true, {"les besoins", "the needs"}, content::needs},
           {"grade",
            value_kind::name,
            true,
            {"competent ou partial", "competent or partial"},
            content::grades},
           {"help", value_kind::names, true, {"les formes d'aide", "the levels of help"}, content::levels}},
          need_guard_keys()),
      source_keys());
  return table;
}

const std::vector<std::string>& grade_words() {
  static const words list = words_from({"competent", "partial"});
  return list;
}

void read_competence(const yaml::node& root, const std::string& stem, loading& into, const sink& to) {
  yaml::check_keys(root, competence_keys(), to.file, to.out);
  check_stem(root, "actor", stem, to);
  pack& rules = into.rules;
  const actor_type_id actor = resolve_at(rules.actor_types, root, "actor", to);
  if (!actor.known() || !take_id(into, "competence of", rules.actor_types[actor].id, root, to)) return;
  auto& all = rules.competences;
  all.erase(std::remove_if(all.begin(), all.end(), [&](const competence& one) { return one.actor == actor; }),
            all.end());
  if (rules.partial.size() < rules.actor_types.size()) rules.partial.items.resize(rules.actor_types.size());
  rules.partial[actor] = {};
  if (const yaml::node* partial = child(root, "partial_for", value_kind::mapping)) {
    yaml::check_keys(*partial, partial_for_keys(), to.file, to.out);
    rules.partial[actor].operators = resolve_set(rules.actor_types, *partial, "operators", to);
    rules.partial[actor].rights = resolve_set(rules.rights, *partial, "rights", to);
  }
  const bool guarded = root.find("when") != nullptr || root.find("unless") != nullptr;
  const condition_id for_all = guarded ? read_guard(root, for_a_need, into, to) : condition_id{};
  const std::uint64_t around = yaml::hash_without(root, "serves");
  for (const yaml::node& item : items_at(root, "serves")) read_line(item, actor, for_all, around, into, to);
}

}  // namespace aiguillage::load
