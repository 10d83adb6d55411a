#include <algorithm>

#include "load/conditions.h"
#include "load/tables.h"

namespace aiguillage::load {
namespace {

using yaml::value_kind;

void read_produced_by(const yaml::node& root, state& read, const pack& rules, const sink& to) {
  const yaml::node* from = child(root, "produced_by", value_kind::mapping);
  if (from == nullptr) return;
  yaml::check_keys(*from, produced_by_keys(), to.file, to.out);
  read.produced_by_needs = read_references(*from, "needs", rules, to);
  read.produced_by_levels = resolve_all(rules.levels, *from, "help", to);
  read.produced_by_actors = resolve_all(rules.actor_types, *from, "actors", to);
  read.produced_by_modes = resolve_all(rules.modes, *from, "handoffs", to);
  read.produced_on_the_spot = flag_at(*from, "on_the_spot");
}

void read_required_by(const yaml::node& root, state& read, const pack& rules, const sink& to) {
  const yaml::node* by = child(root, "required_by", value_kind::mapping);
  if (by == nullptr) return;
  yaml::check_keys(*by, required_by_keys(), to.file, to.out);
  read.required_by_needs = read_references(*by, "needs", rules, to);
  read.required_by_decisions = read_references(*by, "decisions", rules, to);
  read.required_by_levels = resolve_all(rules.levels, *by, "help", to);
  read.required_by_levels_outside_operators = resolve_all(rules.levels, *by, "help_outside_operators", to);
  read.required_by_actors = resolve_all(rules.actor_types, *by, "actors", to);
  read.required_by_modes = resolve_all(rules.modes, *by, "handoffs", to);
  read.required_from_minutes =
      static_cast<int>(integer_at(*by, "minutes_at_least", content::day_minutes, to).value_or(0));
}

/// Exactly one of the two conditions rules; without any, the state is never held.
void read_presence(const yaml::node& root, state& read, loading& into, const sink& to) {
  const yaml::node* missing = child(root, "missing_when", value_kind::mapping);
  const yaml::node* held = child(root, "held_when", value_kind::mapping);
  if (missing != nullptr && held != nullptr)
    report(
        to, *held, code::held_and_missing,
        {"missing_when et held_when ne vont pas ensemble", "missing_when and held_when do not go together"},
        {"gardez celle des deux que des faits établissent", "keep the one that facts establish"});
  read.missing_by_default = missing == nullptr;
  read.missing_when = missing == nullptr ? never(into) : read_condition(*missing, facts_only, into, to);
  read.held_when = held == nullptr ? never(into) : read_condition(*held, facts_only, into, to);
}

void read_barred(const yaml::node& root, state& read, const pack& rules, const sink& to) {
  for (const yaml::node* word : list_at(root, "barred_by_consent"))
    if (const auto index = read_word(rules.consents, *word, to)) read.barred_by_consent.set(*index);
}

keys how_it_holds() {
  return {{"covers",
           value_kind::name,
           false,
           {"le fait qui nomme les familles de démarches d'un mandat déjà donné",
            "the fact that names the families of procedures of a mandate already given"},
           content::facts},
          {"spoken",
           value_kind::name,
           false,
           {"le fait qui nomme une langue ; un lieu qui la parle suffit",
            "the fact that names a language; a place that speaks it is enough"},
           content::facts},
          {"new_element",
           value_kind::boolean,
           false,
           {"rouvre une porte déjà essayée", "opens again a door already tried"}},
          {"per_need", value_kind::boolean, false, {"vaut pour un seul besoin", "holds for one need only"}},
          {"barred_by_consent",
           value_kind::names,
           false,
           {"accords qui l'empêchent", "consents that bar it"},
           content::consents}};
}

}  // namespace

const keys& state_keys() {
  static const keys table =
      joined(joined(joined({{"state",
                             value_kind::name,
                             true,
                             {"le nom de l'état", "the name of the state"},
                             content::states}},
                           statement_keys()),
                    {{"missing_when",
                      value_kind::mapping,
                      false,
                      {"manque si ceci est établi", "missing when this is established"},
                      content::fact_condition},
                     {"held_when",
                      value_kind::mapping,
                      false,
                      {"acquis seulement si ceci est établi", "held only when this is established"},
                      content::fact_condition},
                     {"produced_by",
                      value_kind::mapping,
                      false,
                      {"ce qui l'amène", "what brings it about"},
                      {},
                      produced_by_keys},
                     {"required_by",
                      value_kind::mapping,
                      true,
                      {"ce qui le demande", "what requires it"},
                      {},
                      required_by_keys}}),
             how_it_holds());
  return table;
}

const keys& produced_by_keys() {
  static const keys table{
      {"needs",
       value_kind::texts,
       false,
       {"les besoins servis", "the needs served"},
       content::need_references},
      {"help", value_kind::names, false, {"les formes d'aide", "the levels of help"}, content::levels},
      {"actors",
       value_kind::names,
       false,
       {"les types d'acteurs", "the types of actors"},
       content::actor_types},
      {"handoffs", value_kind::names, false, {"les modes de relais", "the hand-off modes"}, content::modes},
      {"on_the_spot",
       value_kind::boolean,
       false,
       {"l'arrêt qui le demande l'amène", "the stop that needs it brings it"}}};
  return table;
}

const keys& required_by_keys() {
  static const keys table{
      {"needs",
       value_kind::texts,
       false,
       {"tout arrêt pour ces besoins", "any stop for these needs"},
       content::need_references},
      {"decisions",
       value_kind::texts,
       false,
       {"la décision sur ces besoins", "the decision on these needs"},
       content::need_references},
      {"help", value_kind::names, false, {"les formes d'aide", "the levels of help"}, content::levels},
      {"help_outside_operators",
       value_kind::names,
       false,
       {"les mêmes, hors organismes", "the same, outside operators"},
       content::levels},
      {"actors",
       value_kind::names,
       false,
       {"les types d'acteurs", "the types of actors"},
       content::actor_types},
      {"handoffs", value_kind::names, false, {"les modes de relais", "the hand-off modes"}, content::modes},
      {"minutes_at_least",
       value_kind::integer,
       false,
       {"les arrêts d'au moins tant de minutes", "stops of at least so many minutes"},
       content::day_minutes}};
  return table;
}

void read_state(const yaml::node& root, const std::string& stem, loading& into, const sink& to) {
  yaml::check_keys(root, state_keys(), to.file, to.out);
  check_stem(root, "state", stem, to);
  const std::string id = text_at(root, "state");
  if (id.empty() || !take_id(into, "state", id, root, to)) return;
  state read;
  read.id = id;
  read.about = read_statement(root, id, into, to);
  read.label = read.about.title;
  read_presence(root, read, into, to);
  read_produced_by(root, read, into.rules, to);
  read_required_by(root, read, into.rules, to);
  read_barred(root, read, into.rules, to);
  read.covers = resolve_at(into.rules.facts, root, "covers", to);
  read.spoken = resolve_at(into.rules.facts, root, "spoken", to);
  read.new_element = flag_at(root, "new_element");
  read.per_need = flag_at(root, "per_need");
  put(into.rules.states.items, std::move(read), [&](const state& old) { return old.id == id; });
}

}  // namespace aiguillage::load
