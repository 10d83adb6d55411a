#include <algorithm>

#include "load/conditions.h"
#include "load/tables.h"
#include "yaml/hash.h"

namespace aiguillage::load {
namespace {

using yaml::value_kind;

void read_minutes_by_right(const yaml::node& root, need_type& need, const loading& into, const sink& to) {
  for (const yaml::node& item : items_at(root, "minutes_by_right")) {
    yaml::check_keys(item, minutes_keys(), to.file, to.out);
    const auto minutes = integer_at(item, "minutes", content::day_minutes, to);
    for (const right_id one : resolve_all(into.rules.rights, item, "rights", to))
      if (minutes) need.minutes_by_right[one] = static_cast<int>(*minutes);
  }
}

/// `decided` or `vital`: whether the key is there, and under which condition.
condition_id read_clause(const yaml::node& root, const char* key, const condition_scope& scope, bool& given,
                         loading& into, const sink& to) {
  const yaml::node* clause = child(root, key, value_kind::mapping);
  given = clause != nullptr;
  if (!given) return never(into);
  yaml::check_keys(*clause, need_guard_keys(), to.file, to.out);
  return read_guard(*clause, scope, into, to);
}

value_set read_only(const yaml::node& item, fact_id from, const loading& into, const sink& to) {
  const yaml::node* only = child(item, "only", value_kind::names);
  value_set all;
  for (std::size_t i = 0; i < into.rules.rights.size(); ++i) all.set(i);
  if (only == nullptr || !from.known()) return all;
  return resolve_set(into.rules.rights, item, "only", to);
}

void read_right_source(const yaml::node& item, need_type& need, loading& into, const sink& to) {
  yaml::check_keys(item, right_source_keys(), to.file, to.out);
  right_source read;
  read.from = resolve_at(into.rules.facts, item, "fact", to);
  read.fixed = resolve_at(into.rules.rights, item, "right", to);
  read.only = read_only(item, read.from, into, to);
  read.when = read_guard(item, for_a_need, into, to);
  const bool of_rights = read.from.known() && into.rules.facts[read.from].values_from == "rights";
  const bool fact = item.find("fact") != nullptr;
  if (fact == (item.find("right") != nullptr) || (read.from.known() && !of_rights))
    report(to, item, code::right_or_fact,
           {"on ne sait pas d'où vient le droit", "it is not clear where the right comes from"},
           {"écrivez fact: un fait dont les valeurs sont des droits, ou right: un droit",
            "write fact: a fact whose values are rights, or right: a right"});
  need.rights.push_back(read);
}

void read_right_from(const yaml::node& root, need_type& need, loading& into, const sink& to) {
  const yaml::node* from = child(root, "right_from", value_kind::mapping);
  if (from == nullptr) return;
  yaml::check_keys(*from, right_from_keys(), to.file, to.out);
  enum class take { first, each };
  need.every_right = word_at(take_words(), *from, "take", take::first, to) == take::each;
  for (const yaml::node& item : items_at(*from, "of"))
    if (is_kind(item, value_kind::mapping, "of", to)) read_right_source(item, need, into, to);
}

void read_definition(const yaml::node& root, need_type& need, loading& into, const sink& to) {
  need.met_by = resolve_all(into.rules.levels, root, "met_by", to);
  if (need.met_by.empty() && child(root, "met_by", value_kind::names) != nullptr)
    report(to, *root.find("met_by"), code::empty_list,
           {"aucune forme d'aide ne répond à ce besoin", "no level of help meets this need"});
  need.floor = resolve_at(into.rules.levels, root, "at_least", to);
  need.minutes =
      static_cast<int>(integer_at(root, "minutes", content::day_minutes, to).value_or(need.minutes));
  need.minutes_by_right.clear();
  read_minutes_by_right(root, need, into, to);
  need.decided_when = read_clause(root, "decided", for_a_need, need.decided, into, to);
  need.decided_with_claim = flag_at(root, "decided_with_claim");
  need.vital_when = read_clause(root, "vital", for_a_need, need.vital, into, to);
  need.procedure = flag_at(root, "procedure");
  need.offline = flag_at(root, "offline");
  need.waiting = word_at(waiting_words(), root, "waiting", waiting_class::normal, to);
  need.needs_no_stop = flag_at(root, "needs_no_stop");
  need.rights.clear();
  read_right_from(root, need, into, to);
  need.about = read_statement(root, need.id, into, to);
  need.about.written = yaml::hash_without(root, "rules");
}

void read_need_rule(const yaml::node& item, need_type_id need, loading& into, const sink& to) {
  yaml::check_keys(item, need_rule_keys(), to.file, to.out);
  const std::string id = text_at(item, "id");
  if (id.empty() || !take_id(into, "rule", id, item, to)) return;
  need_rule read;
  read.about = read_statement(item, id, into, to);
  read.need = need;
  read.when = read_guard(item, facts_only, into, to);
  read.met_by_any_support = flag_at(item, "social_check");
  put(into.rules.need_rules, std::move(read), [&](const need_rule& old) { return old.about.id == id; });
}

/// A local pack that defines a need again takes the rules of the earlier packs away.
void drop_rules(need_type_id need, pack& rules) {
  auto& all = rules.need_rules;
  all.erase(std::remove_if(all.begin(), all.end(), [&](const need_rule& one) { return one.need == need; }),
            all.end());
}

}  // namespace

const keys& need_rule_keys() {
  static const keys table =
      joined(joined({{"id", value_kind::name, true, {"le nom de la règle", "the name of the rule"}}},
                    statement_keys()),
             {{"when",
               value_kind::mapping,
               true,
               {"ce qui rend le besoin certain", "what makes the need certain"},
               content::fact_condition},
              {"unless",
               value_kind::mapping,
               false,
               {"l'exception, quand des faits l'établissent", "the exception, when facts establish it"},
               content::fact_condition},
              {"social_check",
               value_kind::boolean,
               false,
               {"tout arrêt de soutien social y répond", "any stop of social support meets it"}}});
  return table;
}

const keys& need_amendment_keys() {
  static const keys table{
      {"need", value_kind::name, true, {"le type de besoin", "the type of need"}, content::needs},
      {"rules",
       value_kind::sequence,
       true,
       {"ce qui rend le besoin certain", "what makes the need certain"},
       {},
       need_rule_keys}};
  return table;
}

namespace {

keys how_it_is_met() {
  return {{"met_by",
           value_kind::names,
           true,
           {"les formes d'aide qui y répondent", "the levels of help that meet it"},
           content::levels},
          {"at_least",
           value_kind::name,
           true,
           {"le minimum pour qui n'est pas autonome", "the least for who is not autonomous"},
           content::levels},
          {"minutes",
           value_kind::integer,
           true,
           {"le temps de l'aidant", "the helper's time"},
           content::day_minutes},
          {"minutes_by_right",
           value_kind::sequence,
           false,
           {"le temps pour certains droits", "the time for some rights"},
           {},
           minutes_keys},
          {"needs_no_stop",
           value_kind::boolean,
           false,
           {"jamais la raison d'un arrêt de plus", "never a reason for one more stop"}}};
}

keys what_it_is() {
  return {{"decided",
           value_kind::mapping,
           false,
           {"quand l'organisme décide à la fin", "when the operator decides at the end"},
           {},
           need_guard_keys},
          {"decided_with_claim",
           value_kind::boolean,
           false,
           {"par qui décide la demande de ce droit", "by whoever decides the claim of this right"}},
          {"procedure",
           value_kind::boolean,
           false,
           {"la compétence dépend de l'organisme (partial_for)",
            "competence depends on the operator (partial_for)"}},
          {"offline",
           value_kind::boolean,
           false,
           {"disparaît par une voie hors ligne", "vanishes by an offline route"}},
          {"waiting",
           value_kind::name,
           true,
           {"digital, normal ou critical", "digital, normal or critical"},
           content::waitings},
          {"vital",
           value_kind::mapping,
           false,
           {"quand le besoin est vital", "when the need is vital"},
           {},
           need_guard_keys},
          {"right_from",
           value_kind::mapping,
           false,
           {"de quel droit il s'agit", "which right it is about"},
           {},
           right_from_keys}};
}

}  // namespace

const keys& need_keys() {
  static const keys table =
      joined(joined(joined(joined(need_amendment_keys(), how_it_is_met()), what_it_is()), source_keys()),
             validity_keys());
  return table;
}

const keys& minutes_keys() {
  static const keys table{{"rights", value_kind::names, true, {"les droits", "the rights"}, content::rights},
                          {"minutes",
                           value_kind::integer,
                           true,
                           {"le temps de l'aidant", "the helper's time"},
                           content::day_minutes}};
  return table;
}

const keys& right_from_keys() {
  static const keys table{{"take",
                           value_kind::name,
                           true,
                           {"first (le premier connu) ou each (chacun)", "first (the first known) or each"},
                           content::takes},
                          {"of",
                           value_kind::sequence,
                           true,
                           {"d'où vient le droit, dans l'ordre", "where the right comes from, in order"},
                           {},
                           right_source_keys}};
  return table;
}

const keys& right_source_keys() {
  static const keys table =
      joined({{"fact",
               value_kind::name,
               false,
               {"un fait dont les valeurs sont des droits", "a fact whose values are rights"},
               content::right_facts},
              {"only",
               value_kind::names,
               false,
               {"les droits qui comptent", "the rights that count"},
               content::rights},
              {"right", value_kind::name, false, {"un droit fixe", "a fixed right"}, content::rights}},
             need_guard_keys());
  return table;
}

const std::vector<std::string>& waiting_words() {
  static const words list = words_from({"digital", "normal", "critical"});
  return list;
}

const std::vector<std::string>& take_words() {
  static const words list = words_from({"first", "each"});
  return list;
}

void read_need(const yaml::node& root, const std::string& stem, loading& into, const sink& to) {
  const bool amends =
      into.layer > 0 && root.kind == yaml::node_kind::mapping && root.find(need_definition_key) == nullptr;
  yaml::check_keys(root, amends ? need_amendment_keys() : need_keys(), to.file, to.out);
  check_stem(root, "need", stem, to);
  const need_type_id which = resolve_at(into.rules.needs, root, "need", to);
  if (!which.known() || !take_id(into, "need", into.rules.needs[which].id, root, to)) return;
  if (!amends) {
    drop_rules(which, into.rules);
    into.defined_needs.insert(which.index());
    need_type read = into.rules.needs[which];
    read_definition(root, read, into, to);
    into.rules.needs[which] = std::move(read);
  }
  for (const yaml::node& item : items_at(root, "rules")) read_need_rule(item, which, into, to);
}

}  // namespace aiguillage::load
