#include "load/cases.h"
#include "load/tables.h"

namespace aiguillage::load {
namespace {

using yaml::value_kind;
using actor_list = std::vector<actor_type_id>;

/// A list of lists of types of actors; an empty list inside cannot be satisfied.
std::vector<actor_list> read_lists(const yaml::node& route, const char* key, const pack& rules,
                                   std::vector<const yaml::node*>& places, const sink& to) {
  std::vector<actor_list> result;
  for (const yaml::node& item : items_at(route, key)) {
    if (item.kind != yaml::node_kind::sequence) {
      report(to, item, code::wrong_shape,
             {"il faut ici une liste d'acteurs", "a list of actors is expected here"},
             {"écrivez [a, b], ou [a] pour un seul", "write [a, b], or [a] for one alone"});
      continue;
    }
    if (!is_kind(item, value_kind::names, key, to)) continue;
    if (item.items.empty())
      report(to, item, code::empty_list, {"cette liste est vide", "this list is empty"},
             {"écrivez au moins un acteur, ou effacez la liste",
              "write at least one actor, or delete the list"});
    actor_list one;
    for (const yaml::node& word : item.items) {
      const actor_type_id actor = resolve(rules.actor_types, word, to);
      if (actor.known()) one.push_back(actor);
    }
    if (one.size() != item.items.size() || one.empty()) continue;
    result.push_back(std::move(one));
    places.push_back(&item);
  }
  return result;
}

void read_serves(const yaml::node& route, case_expectations& read, const pack& rules, const sink& to) {
  const yaml::node* serves = child(route, "serves", value_kind::mapping);
  if (serves == nullptr) return;
  for (const yaml::entry& one : serves->entries) {
    const actor_type_id actor = resolve(rules.actor_types, key_word(one), to);
    if (!is_kind(one.value, value_kind::names, one.key, to) || !actor.known()) continue;
    read.serves.emplace_back(actor, resolve_all(rules.needs, *serves, one.key.c_str(), to));
  }
}

void read_route(const yaml::node& route, case_expectations& read, const pack& rules, written_paths& places,
                const sink& to) {
  yaml::check_keys(route, expected_route_keys(), to.file, to.out);
  read.first_any = resolve_all(rules.actor_types, route, "first_any", to);
  read.first_never = resolve_all(rules.actor_types, route, "first_never", to);
  read.never = resolve_all(rules.actor_types, route, "never", to);
  read.handoff_at_least = resolve_at(rules.modes, route, "handoff_at_least", to);
  read.help = resolve_all(rules.levels, route, "help", to);
  if (const auto most = integer_at(route, "stops_at_most", content::stops, to))
    read.stops_at_most = static_cast<int>(*most);
  read_serves(route, read, rules, to);
  read.handoffs_checked = flag_at(route, "handoffs_checked");
  read.next_date_with = resolve_all(rules.actor_types, route, "next_date_with", to);
  std::vector<const yaml::node*> unused;
  read.reach = read_lists(route, "reach", rules, unused, to);
  read.acceptable = read_lists(route, "acceptable", rules, places.acceptable, to);
  read.wrong = read_lists(route, "wrong", rules, places.wrong, to);
}

}  // namespace

const keys& expect_keys() {
  static const keys table{
      {"questions",
       value_kind::names,
       false,
       {"les faits à demander", "the facts to ask for"},
       content::facts},
      {"needs",
       value_kind::mapping,
       false,
       {"les besoins certains", "the certain needs"},
       {},
       expected_needs_keys},
      {"urgency",
       value_kind::name,
       false,
       {"le niveau d'urgence", "the level of urgency"},
       content::urgencies},
      {"route", value_kind::mapping, false, {"le parcours", "the route"}, {}, expected_route_keys}};
  return table;
}

const keys& expected_needs_keys() {
  static const keys table{
      {"include", value_kind::names, false, {"sont tous certains", "are all certain"}, content::needs},
      {"exclude", value_kind::names, false, {"aucun n'est certain", "none is certain"}, content::needs}};
  return table;
}

namespace {

keys expected_stops() {
  return {{"stops_at_most",
           value_kind::integer,
           false,
           {"le nombre d'acteurs, au plus", "the number of actors, at most"},
           content::stops},
          {"serves",
           value_kind::mapping,
           false,
           {"par acteur, les besoins auxquels il répond sans décider",
            "by actor, the needs that it serves otherwise than by deciding"},
           content::needs_by_actor},
          {"handoffs_checked",
           value_kind::boolean,
           false,
           {"chaque passage de relais a une date de vérification",
            "every hand-off has a date on which it is checked"}},
          {"next_date_with",
           value_kind::names,
           false,
           {"l'un d'eux garde le dossier et note la prochaine échéance",
            "one of them keeps the file and sets the next date"},
           content::actor_types},
          {"acceptable",
           value_kind::sequence,
           false,
           {"des parcours justes", "paths that are right"},
           content::actor_lists},
          {"wrong",
           value_kind::sequence,
           false,
           {"des parcours faux", "paths that are wrong"},
           content::actor_lists}};
}

}  // namespace

const keys& expected_route_keys() {
  static const keys table =
      joined({{"first_any",
               value_kind::names,
               false,
               {"le premier arrêt est l'un d'eux", "the first stop is one of them"},
               content::actor_types},
              {"first_never",
               value_kind::names,
               false,
               {"jamais au premier arrêt", "never at the first stop"},
               content::actor_types},
              {"reach",
               value_kind::sequence,
               false,
               {"de chaque groupe, au moins un", "of each group, at least one"},
               content::actor_lists},
              {"never", value_kind::names, false, {"nulle part", "nowhere"}, content::actor_types},
              {"handoff_at_least",
               value_kind::name,
               false,
               {"le relais vers le premier arrêt", "the hand-off to the first stop"},
               content::modes},
              {"help",
               value_kind::names,
               false,
               {"les formes d'aide données", "the levels of help given"},
               content::levels}},
             expected_stops());
  return table;
}

case_expectations read_expectations(const yaml::node& expect, const pack& rules, written_paths& places,
                                    const sink& to) {
  yaml::check_keys(expect, expect_keys(), to.file, to.out);
  case_expectations read;
  read.questions = resolve_all(rules.facts, expect, "questions", to);
  read.urgency = resolve_at(rules.urgencies, expect, "urgency", to);
  if (const yaml::node* needs = child(expect, "needs", value_kind::mapping)) {
    yaml::check_keys(*needs, expected_needs_keys(), to.file, to.out);
    read.needs_included = resolve_all(rules.needs, *needs, "include", to);
    read.needs_excluded = resolve_all(rules.needs, *needs, "exclude", to);
  }
  if (const yaml::node* route = child(expect, "route", value_kind::mapping))
    read_route(*route, read, rules, places, to);
  return read;
}

}  // namespace aiguillage::load
