#include "load/tables.h"

/// The key tables of a population.
namespace aiguillage::load {

using yaml::value_kind;

namespace {

constexpr yaml::key_spec sources_key{
    "sources",
    value_kind::texts,
    true,
    {"d'où cela vient, en mots, ou « assumed »", "where this comes from, in words, or 'assumed'"}};
constexpr yaml::key_spec when_key{
    "when",
    value_kind::mapping,
    false,
    {"pour qui : chaque trait ou fait a l'une de ces valeurs ; sans : pour tous",
     "for whom: each trait or fact has one of these values; without: for everybody"},
    content::values_by_name};
constexpr yaml::key_spec checks_key{"checks",
                                    value_kind::sequence,
                                    false,
                                    {"des chiffres publiés, auxquels la population est comparée",
                                     "published figures, with which the population is compared"},
                                    {},
                                    population_check_keys};

}  // namespace

const keys& population_keys() {
  static const keys table{
      {"population", value_kind::name, true, {"le nom de la population", "the name of the population"}},
      {"title", value_kind::bilingual, true, {"son titre", "its title"}},
      {"traits",
       value_kind::sequence,
       true,
       {"ce par quoi les personnes sont comptées ; aucune règle ne le voit",
        "what people are counted by; no rule sees it"},
       {},
       trait_keys},
      {"areas",
       value_kind::sequence,
       false,
       {"les zones et leurs habitants", "the areas and their people"},
       {},
       people_area_keys},
      {"areas_from",
       value_kind::mapping,
       false,
       {"ou le tableau (CSV) dont chaque ligne est une zone",
        "or the table (CSV) of which each line is an area"},
       {},
       areas_table_keys},
      {"together",
       value_kind::sequence,
       false,
       {"comment les traits vont ensemble", "how traits go together"},
       {},
       association_keys},
      {"draws",
       value_kind::sequence,
       true,
       {"ce qui est tiré pour chaque personne, dans cet ordre",
        "what is drawn for each person, in this order"},
       {},
       draw_keys},
      checks_key};
  return table;
}

const keys& trait_keys() {
  static const keys table{{"id", value_kind::name, true, {"le nom du trait", "the name of the trait"}},
                          {"values", value_kind::texts, true, {"ses valeurs", "its values"}},
                          sources_key};
  return table;
}

const keys& people_area_keys() {
  static const keys table{
      {"area", value_kind::text, true, {"le nom ou le code de la zone", "the name or the code of the area"}},
      {"title", value_kind::bilingual, false, {"son nom pour qui lit", "its name for readers"}},
      {"commune",
       value_kind::code,
       false,
       {"la commune où habitent ces personnes", "the commune where these people live"},
       content::commune},
      {"homes",
       value_kind::sequence,
       false,
       {"où elles habitent dans la zone ; sans : toutes dans la commune",
        "where in the area they live; without: all in the commune"},
       {},
       people_home_keys},
      {"people", value_kind::integer, true, {"combien de personnes", "how many people"}, content::people},
      {"margins",
       value_kind::mapping,
       true,
       {"pour chaque trait, la part de chaque valeur", "for each trait, the share of each value"},
       content::shares_by_trait},
      sources_key};
  return table;
}

const keys& people_home_keys() {
  static const keys table{
      {"commune", value_kind::code, true, {"la commune", "the commune"}, content::commune},
      {"point",
       value_kind::mapping,
       false,
       {"le lieu même ; sans : celui que le territoire donne à la commune",
        "the very place; without: that which the territory gives to the commune"},
       {},
       point_keys},
      {"people",
       value_kind::integer,
       true,
       {"combien de personnes, pour la part de chaque lieu", "how many people, for the share of each place"},
       content::people}};
  return table;
}

const keys& areas_table_keys() {
  static const keys table{
      {"file",
       value_kind::text,
       true,
       {"le fichier, à partir du dossier de celui-ci", "the file, from the folder of this one"}},
      {"only",
       value_kind::mapping,
       false,
       {"les lignes dont ces colonnes ont l'une de ces valeurs",
        "the lines whose columns have one of these values"},
       content::values_by_name},
      {"area",
       value_kind::text,
       true,
       {"la colonne du code de la zone", "the column of the code of the area"}},
      {"commune",
       value_kind::text,
       false,
       {"la colonne de la commune où habitent ces personnes",
        "the column of the commune where these people live"}},
      {"title", value_kind::text, false, {"la colonne du nom", "the column of the name"}},
      {"people", value_kind::mapping, true, {"combien de personnes", "how many people"}, {}, measure_keys},
      {"margins",
       value_kind::mapping,
       true,
       {"pour chaque trait, d'où vient la part de chaque valeur, sur 100",
        "for each trait, where the share of each value comes from, of 100"},
       content::measures_by_trait,
       measure_keys},
      sources_key};
  return table;
}

const keys& measure_keys() {
  static const keys table{
      {"column", value_kind::text, false, {"une colonne de nombres", "a column of numbers"}},
      {"times",
       value_kind::decimal,
       false,
       {"par combien la multiplier", "what to multiply it by"},
       content::percent},
      {"missing",
       value_kind::decimal,
       false,
       {"ce que vaut une case vide", "what an empty cell stands for"},
       content::not_negative},
      {"rest",
       value_kind::decimal,
       false,
       {"ou sa part de ce qui reste de 100", "or its share of what is left of 100"},
       content::percent}};
  return table;
}

const keys& association_keys() {
  static const keys table{
      {"when",
       value_kind::mapping,
       true,
       {"une valeur, ou plusieurs, de deux traits ou plus", "one value, or several, of two traits or more"},
       content::values_by_name},
      {"times",
       value_kind::decimal,
       true,
       {"combien de fois plus de personnes", "how many times as many people"},
       content::not_negative},
      sources_key};
  return table;
}

const keys& draw_keys() {
  static const keys table{
      {"trait", value_kind::name, false, {"un nouveau trait", "a new trait"}},
      {"fact", value_kind::name, false, {"un fait des règles", "a fact of the rules"}, content::facts},
      {"one_of",
       value_kind::sequence,
       false,
       {"une valeur : la première ligne qui convient", "one value: the first line that fits"},
       {},
       shares_row_keys},
      {"each",
       value_kind::sequence,
       false,
       {"une liste : chaque valeur à part", "a list: each value by itself"},
       {},
       percent_row_keys},
      {"between",
       value_kind::sequence,
       false,
       {"un nombre entier, tous également", "a whole number, all alike"},
       {},
       between_row_keys},
      {"logit",
       value_kind::mapping,
       false,
       {"« no » ou « yes », par une régression logistique", "'no' or 'yes', by a logistic regression"},
       {},
       logit_keys},
      sources_key};
  return table;
}

const keys& shares_row_keys() {
  static const keys table{
      when_key,
      {"shares",
       value_kind::mapping,
       true,
       {"la part de chaque valeur, et de « unknown »", "the share of each value, and of 'unknown'"},
       content::shares_by_value}};
  return table;
}

const keys& percent_row_keys() {
  static const keys table{when_key,
                          {"percent",
                           value_kind::mapping,
                           true,
                           {"pour cent qui ont chaque valeur ; « unknown » : dont on ne sait rien",
                            "percent that have each value; 'unknown': of whom nothing is known"},
                           content::percent_by_value}};
  return table;
}

const keys& between_row_keys() {
  static const keys table{
      when_key,
      {"from", value_kind::integer, true, {"le plus petit", "the least"}, content::not_negative},
      {"to", value_kind::integer, true, {"le plus grand", "the greatest"}, content::not_negative}};
  return table;
}

const keys& logit_keys() {
  static const keys table{{"intercept",
                           value_kind::decimal,
                           true,
                           {"logarithme de la cote de départ", "log-odds to start from"},
                           content::log_odds},
                          {"add",
                           value_kind::sequence,
                           false,
                           {"ce qui s'y ajoute, et pour qui", "what is added, and for whom"},
                           {},
                           logit_term_keys}};
  return table;
}

const keys& logit_term_keys() {
  static const keys table{when_key,
                          {"by", value_kind::decimal, true, {"combien", "how much"}, content::log_odds}};
  return table;
}

const keys& population_check_keys() {
  static const keys table{
      {"trait", value_kind::name, false, {"le trait compté", "the trait counted"}},
      {"fact", value_kind::name, false, {"ou le fait compté", "or the fact counted"}, content::facts},
      {"value", value_kind::text, true, {"la valeur comptée", "the value counted"}},
      {"area", value_kind::text, false, {"dans cette zone seule", "in this area only"}},
      {"profile",
       value_kind::mapping,
       false,
       {"parmi ces personnes seules", "among these people only"},
       content::values_by_name},
      {"percent", value_kind::decimal, true, {"le chiffre publié", "the published figure"}, content::percent},
      {"within",
       value_kind::decimal,
       true,
       {"à tant de points près", "to this many points"},
       content::percent},
      sources_key};
  return table;
}

}  // namespace aiguillage::load
