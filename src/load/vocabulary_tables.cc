#include <map>

#include "load/tables.h"

namespace aiguillage::load {
namespace {

using yaml::key_spec;
using yaml::value_kind;

const keys& labels() {
  static const keys table{{"id", value_kind::name, true, {"l'identifiant, stable", "the identifier, stable"}},
                          {"fr", value_kind::text, true, {"le nom en français", "the name in French"}},
                          {"en", value_kind::text, true, {"le nom en anglais", "the name in English"}}};
  return table;
}

const key_spec source{"source", value_kind::names, false, {"numéros du registre", "register ids"}};
const key_spec ext{"ext", value_kind::texts, false, {"codes d'autres registres", "codes in other registers"}};
const key_spec rank{
    "rank", value_kind::integer, true, {"la place dans l'ordre", "the place in the order"}, content::rank};
const key_spec minutes{"minutes", value_kind::integer, false, {"la durée", "the duration"}};

keys labelled(const keys& more) { return joined(labels(), more); }

keys actor_types() {
  return labelled(
      {{"group", value_kind::name, true, {"la famille d'acteurs", "the group of actors"}, content::groups},
       {"decides", value_kind::boolean, false, {"décide un droit", "decides a right"}},
       {"forbidden", value_kind::boolean, false, {"jamais proposé", "never proposed"}},
       source,
       ext});
}

keys help_levels() {
  return labelled(
      {{"rank",
        value_kind::any,
        true,
        {"la place dans l'ordre, ou null", "the place in the order, or null"},
        content::rank_or_null},
       {"covers", value_kind::names, true, {"les formes d'aide aussi données", "the levels also given"}},
       source});
}

keys survey_types() {
  return labelled({{"number", value_kind::integer, true, {"numéro dans l'enquête", "number in the survey"}},
                   {"needs", value_kind::names, true, {"les besoins", "the needs"}},
                   {"levels", value_kind::names, true, {"les formes d'aide", "the levels of help"}},
                   source});
}

keys demarches() {
  return labelled(
      {{"operator", value_kind::name, false, {"l'acteur qui décide", "the actor that decides"}},
       {"operator_agri",
        value_kind::name,
        false,
        {"le même au régime agricole", "the same under the agricultural regime"}},
       {"online_step",
        value_kind::name,
        false,
        {"l'acteur de l'étape en ligne", "the actor of the online step"}},
       {"online_step_optional",
        value_kind::boolean,
        false,
        {"l'étape en ligne est facultative", "the online step is optional"}},
       {"family", value_kind::name, false, {"la famille de démarches", "the family of procedures"}},
       {"mediator_frequency",
        value_kind::decimal,
        false,
        {"fréquence chez les médiateurs, 1 à 10", "frequency at mediators, 1 to 10"}},
       {"user_difficulty",
        value_kind::decimal,
        false,
        {"difficulté pour l'usager, 1 à 8", "difficulty for users, 1 to 8"}},
       {"offline_route",
        value_kind::boolean,
        false,
        {"une voie hors ligne est établie", "an offline route is established"}},
       {"volatile", value_kind::boolean, false, {"le droit change souvent", "the law changes often"}},
       {"verified", value_kind::boolean, false, {"la source a été vérifiée", "the source was verified"}},
       minutes,
       source});
}

const std::map<std::string, keys>& item_tables() {
  static const std::map<std::string, keys> tables{
      {"actor_types", actor_types()},
      {"actor_groups", labels()},
      {"professional_roles", labelled({source})},
      {"dimensions", labels()},
      {"need_types", labels()},
      {"help_levels", help_levels()},
      {"help_types_survey", survey_types()},
      {"strategy_levels", labelled({rank, source})},
      {"handoff_modes", labelled({rank, source})},
      {"obstacles", labelled({source})},
      {"channels", labels()},
      {"channel_profiles", labelled({source})},
      {"urgency", labelled({rank, {"delay", value_kind::bilingual, true, {"le délai", "the delay"}}})},
      {"consent_kinds", labelled({source})},
      {"outcomes", labels()},
      {"renunciation_stages", labelled({rank})},
      {"demarche_families", labelled({source})},
      {"duration_classes", labelled({rank, minutes, source})},
      {"digital_autonomy", labelled({rank, ext})},
      {"demarches", demarches()}};
  return tables;
}

}  // namespace

const keys& vocabulary_keys() {
  static constexpr yaml::plain_text list{"les valeurs de cette liste", "the values of this list"};
  static const keys table{
      {"version", value_kind::integer, true, {"la version du vocabulaire", "the version of the vocabulary"}},
      {"actor_types", value_kind::sequence, true, list, content::vocabulary_items},
      {"actor_groups", value_kind::sequence, false, list, content::vocabulary_items},
      {"professional_roles", value_kind::sequence, false, list, content::vocabulary_items},
      {"dimensions", value_kind::sequence, false, list, content::vocabulary_items},
      {"need_types",
       value_kind::mapping,
       true,
       {"les besoins par dimension", "the needs by dimension"},
       content::vocabulary_by_dimension},
      {"help_levels", value_kind::sequence, true, list, content::vocabulary_items},
      {"help_types_survey", value_kind::sequence, false, list, content::vocabulary_items},
      {"strategy_levels", value_kind::sequence, false, list, content::vocabulary_items},
      {"handoff_modes", value_kind::sequence, true, list, content::vocabulary_items},
      {"obstacles", value_kind::sequence, false, list, content::vocabulary_items},
      {"channels", value_kind::sequence, false, list, content::vocabulary_items},
      {"channel_profiles", value_kind::sequence, false, list, content::vocabulary_items},
      {"urgency", value_kind::sequence, true, list, content::vocabulary_items},
      {"consent_kinds", value_kind::sequence, true, list, content::vocabulary_items},
      {"outcomes", value_kind::sequence, false, list, content::vocabulary_items},
      {"renunciation_stages", value_kind::sequence, false, list, content::vocabulary_items},
      {"demarche_families", value_kind::sequence, false, list, content::vocabulary_items},
      {"duration_classes", value_kind::sequence, false, list, content::vocabulary_items},
      {"digital_autonomy", value_kind::sequence, false, list, content::vocabulary_items},
      {"demarches", value_kind::sequence, true, list, content::vocabulary_items}};
  return table;
}

const keys& vocabulary_item_keys(const std::string& section) {
  static const keys none;
  const auto found = item_tables().find(section);
  return found == item_tables().end() ? none : found->second;
}

}  // namespace aiguillage::load
