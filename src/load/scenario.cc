#include <algorithm>
#include <filesystem>

#include "aiguillage/load.h"
#include "load/folder.h"
#include "load/population_parts.h"
#include "load/tables.h"
#include "load/values.h"
#include "yaml/hash.h"

namespace aiguillage {
namespace load {

using yaml::value_kind;

namespace {

keys what_is_simulated() {
  return {
      {"scenario", value_kind::name, true, {"le nom du scénario", "the name of the scenario"}},
      {"title", value_kind::bilingual, true, {"son titre", "its title"}},
      {"packs",
       value_kind::texts,
       false,
       {"les dossiers des jeux de règles locaux, à partir de ce fichier ; ils complètent ceux de --pack",
        "the folders of the local packs, from this file; they come after those of --pack"}},
      {"territory",
       value_kind::text,
       true,
       {"le dossier du territoire, à partir de ce fichier", "the folder of the territory, from this file"}},
      {"population",
       value_kind::text,
       true,
       {"le fichier de la population, à partir de ce fichier", "the file of the population, from this file"}},
      {"capacity",
       value_kind::sequence,
       true,
       {"le temps d'aide de chaque lieu", "the time for help of each place"},
       {},
       capacity_keys}};
}

keys how_it_is_simulated() {
  return {{"arrivals",
           value_kind::mapping,
           true,
           {"combien de personnes viennent", "how many people come"},
           {},
           arrivals_keys},
          {"weeks", value_kind::integer, true, {"combien de semaines", "how many weeks"}, content::weeks},
          {"replications",
           value_kind::integer,
           true,
           {"combien de fois, avec d'autres tirages", "how many times, with other draws"},
           content::replications},
          {"seed",
           value_kind::integer,
           true,
           {"la graine des tirages", "the seed of the draws"},
           content::people},
          {"policy",
           value_kind::name,
           false,
           {"qui dit où aller : « engine » (sans cette ligne), « habit » ou « nearest »",
            "who says where to go: 'engine' (without this line), 'habit' or 'nearest'"},
           content::policies},
          {"habits",
           value_kind::mapping,
           false,
           {"comment on envoie les personnes quand aucun parcours n'est fait",
            "how people are sent on when no path is made"},
           {},
           habits_keys}};
}

keys what_delays_and_distance_do() {
  return {{"waiting_steps",
           value_kind::sequence,
           true,
           {"les paliers d'attente que les parcours voient, en jours, à partir de 0",
            "the steps of waiting that routes see, in days, from 0"},
           content::days},
          {"reach",
           value_kind::mapping,
           false,
           {"jusqu'où un lieu compte pour l'accessibilité ; sans cette ligne : 8 km, supposé",
            "how far a place counts for accessibility; without this line: 8 km, assumed"},
           {},
           reach_keys}};
}

}  // namespace

const keys& scenario_keys() {
  static const keys table =
      joined(joined(what_is_simulated(), how_it_is_simulated()), what_delays_and_distance_do());
  return table;
}

const keys& arrivals_keys() {
  static const keys table{
      {"a_week", value_kind::integer, true, {"personnes par semaine", "persons a week"}, content::arrivals},
      {"sources",
       value_kind::texts,
       true,
       {"d'où vient ce chiffre, ou « assumed »", "where the figure comes from, or 'assumed'"}}};
  return table;
}

const keys& capacity_keys() {
  static const keys table{
      {"actor_type",
       value_kind::name,
       false,
       {"chaque lieu de ce type", "each place of this type"},
       content::actor_types},
      {"actor", value_kind::name, false, {"ou ce lieu seul", "or this place alone"}},
      {"minutes_a_day",
       value_kind::integer,
       true,
       {"minutes d'aide par jour ouvré", "minutes of help on a working day"},
       content::help_minutes},
      {"sources",
       value_kind::texts,
       true,
       {"d'où vient ce chiffre, ou « assumed »", "where the figure comes from, or 'assumed'"}}};
  return table;
}

const keys& reach_keys() {
  static const keys table{
      {"bands",
       value_kind::sequence,
       true,
       {"les distances, de la plus courte à la plus longue", "the distances, the shortest first"},
       {},
       reach_band_keys},
      {"sources",
       value_kind::texts,
       true,
       {"d'où viennent ces chiffres, ou « assumed »", "where these figures come from, or 'assumed'"}}};
  return table;
}

const keys& reach_band_keys() {
  static const keys table{{"metres",
                           value_kind::integer,
                           true,
                           {"jusqu'à cette distance à vol d'oiseau", "up to this distance as the crow flies"},
                           content::metres},
                          {"percent",
                           value_kind::decimal,
                           true,
                           {"ce qu'un lieu compte à cette distance", "what a place counts at this distance"},
                           content::percent}};
  return table;
}

const keys& habits_keys() {
  static const keys table{
      {"destinations",
       value_kind::mapping,
       true,
       {"la part de chaque type de lieu, et de « operator », l'organisme d'un besoin qui reste",
        "the share of each type of place, and of 'operator', the operator of a need that is left"},
       content::shares_by_value},
      {"modes",
       value_kind::mapping,
       true,
       {"la part de chaque mode de relais", "the share of each mode of hand-off"},
       content::shares_by_value},
      {"most_doors",
       value_kind::integer,
       true,
       {"après combien de portes une personne s'arrête", "after how many doors a person stops"},
       content::stops},
      {"minutes_in_vain",
       value_kind::integer,
       true,
       {"minutes d'un aidant qui n'y peut rien", "minutes of a helper who cannot help"},
       content::day_minutes},
      {"sources",
       value_kind::texts,
       true,
       {"d'où viennent ces chiffres, ou « assumed »", "where these figures come from, or 'assumed'"}}};
  return table;
}

const std::vector<std::string>& policy_words() {
  static const std::vector<std::string> list(policy_names.begin(), policy_names.end());
  return list;
}

namespace {

constexpr std::int64_t most_arrivals = 10000000;

capacity read_capacity(const yaml::node& line, const pack& rules, const sink& to) {
  yaml::check_keys(line, capacity_keys(), to.file, to.out);
  capacity read;
  if (line.kind != yaml::node_kind::mapping) return read;
  if ((line.find("actor") != nullptr) == (line.find("actor_type") != nullptr))
    report(to, line, code::wrong_shape,
           {"il faut « actor » ou « actor_type », l'un des deux",
            "'actor' or 'actor_type' is expected, one of the two"});
  read.type = resolve_at(rules.actor_types, line, "actor_type", to);
  read.actor = text_at(line, "actor");
  read.minutes_a_day =
      static_cast<int>(integer_at(line, "minutes_a_day", content::help_minutes, to).value_or(0));
  read.sources = texts_at(line, "sources");
  return read;
}

constexpr const char* operator_word = "operator";

/// The ids of a list, in its order.
template <class Id, class T>
std::vector<std::string> ids_in(const id_vector<Id, T>& list) {
  std::vector<std::string> ids;
  for (const T& one : list) ids.push_back(one.id);
  return ids;
}

sending_habits read_habits(const yaml::node& given, const pack& rules, const sink& to) {
  yaml::check_keys(given, habits_keys(), to.file, to.out);
  sending_habits read;
  if (const yaml::node* shares = child(given, "destinations", value_kind::mapping)) {
    std::vector<std::string> words = ids_in(rules.actor_types);
    words.emplace_back(operator_word);
    const std::vector<std::int64_t> found = read_shares(*shares, words, content::not_negative, to);
    for (std::size_t i = 0; i < found.size(); ++i)
      if (found[i] > 0)
        read.destinations.push_back(
            {i < rules.actor_types.size() ? actor_type_id(i) : actor_type_id{}, found[i]});
  }
  if (const yaml::node* shares = child(given, "modes", value_kind::mapping))
    read.modes = read_shares(*shares, ids_in(rules.modes), content::not_negative, to);
  const auto none = [](std::int64_t share) { return share == 0; };
  if (read.destinations.empty() || std::all_of(read.modes.begin(), read.modes.end(), none))
    report(to, given, code::empty_list,
           {"il faut une destination et un mode au moins",
            "one destination and one mode are expected at least"});
  read.most_doors = static_cast<int>(integer_at(given, "most_doors", content::stops, to).value_or(0));
  read.minutes_in_vain =
      static_cast<int>(integer_at(given, "minutes_in_vain", content::day_minutes, to).value_or(0));
  read.sources = texts_at(given, "sources");
  return read;
}

void read_policy(const yaml::node& root, const pack& rules, scenario& into, const sink& to) {
  into.policy = word_at(policy_words(), root, "policy", routing_policy::engine, to);
  if (const yaml::node* habits = child(root, "habits", value_kind::mapping))
    into.habits = read_habits(*habits, rules, to);
  if (into.policy != routing_policy::engine && !into.habits)
    report(to, *root.find("policy"), code::missing_part,
           {"cette manière d'orienter demande « habits »", "this policy asks for 'habits'"});
}

std::vector<int> read_steps(const yaml::node& root, const sink& to) {
  std::vector<int> steps;
  for (const yaml::node& one : items_at(root, "waiting_steps")) {
    if (!is_kind(one, value_kind::integer, "waiting_steps", to)) continue;
    const std::int64_t day = yaml::as_integer(one);
    const bool next = steps.empty() ? day == 0 : day > steps.back();
    if (!next || day > bounds_of(content::days).high)
      report(to, one, code::out_of_range,
             {"des jours croissants, à partir de 0, jusqu'à 1000", "ascending days, from 0, to 1000"});
    else
      steps.push_back(static_cast<int>(day));
  }
  return steps;
}

reach_assumption read_reach(const yaml::node& given, const sink& to) {
  yaml::check_keys(given, reach_keys(), to.file, to.out);
  reach_assumption read{{}, texts_at(given, "sources")};
  for (const yaml::node& line : items_at(given, "bands")) {
    yaml::check_keys(line, reach_band_keys(), to.file, to.out);
    if (line.kind != yaml::node_kind::mapping) continue;
    reach_band one{integer_at(line, "metres", content::metres, to).value_or(0), 0};
    if (const yaml::node* percent = child(line, "percent", value_kind::decimal))
      one.percent_thousandths = read_thousandths(*percent, "percent", content::percent, to).value_or(0);
    const bool less = read.bands.empty() || one.percent_thousandths <= read.bands.back().percent_thousandths;
    if (!less || one.percent_thousandths == 0 ||
        (!read.bands.empty() && one.metres <= read.bands.back().metres))
      report(to, line, code::out_of_range,
             {"chaque distance est plus longue que la précédente et ne compte pas davantage, ni pour rien",
              "each distance is longer than the one before, and counts no more than it, nor for nothing"});
    read.bands.push_back(one);
  }
  if (read.bands.empty())
    report(to, given, code::empty_list,
           {"il faut une distance au moins", "one distance is expected at least"});
  return read;
}

/// Two lines about one place: the second is an error.
void check_capacities(const yaml::node& root, const scenario& read, const sink& to) {
  const std::vector<yaml::node>& lines = items_at(root, "capacity");
  for (std::size_t i = 0; i < read.capacities.size(); ++i) {
    const capacity& one = read.capacities[i];
    const auto same = [&](const capacity& other) {
      return other.actor == one.actor && (one.actor.empty() ? other.type == one.type : true);
    };
    const auto end = read.capacities.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::any_of(read.capacities.begin(), end, same))
      report(to, lines[i], code::duplicate_id,
             {"ce lieu ou ce type a déjà une ligne", "this place or this type has a line already"});
  }
}

scenario read_scenario(const yaml::node& root, const pack& rules, const sink& to) {
  yaml::check_keys(root, scenario_keys(), to.file, to.out);
  scenario read;
  if (root.kind != yaml::node_kind::mapping) return read;
  read.id = text_at(root, "scenario");
  read.title = bilingual_at(root, "title");
  read.packs = texts_at(root, "packs");
  read.territory = text_at(root, "territory");
  read.population = text_at(root, "population");
  if (const yaml::node* arrivals = child(root, "arrivals", value_kind::mapping)) {
    yaml::check_keys(*arrivals, arrivals_keys(), to.file, to.out);
    read.arrivals_a_week =
        static_cast<int>(integer_at(*arrivals, "a_week", content::arrivals, to).value_or(1));
    read.arrival_sources = texts_at(*arrivals, "sources");
  }
  read.weeks = static_cast<int>(integer_at(root, "weeks", content::weeks, to).value_or(1));
  read.replications =
      static_cast<int>(integer_at(root, "replications", content::replications, to).value_or(1));
  read.seed = static_cast<std::uint64_t>(integer_at(root, "seed", content::people, to).value_or(1));
  if (std::int64_t{read.weeks} * read.arrivals_a_week > most_arrivals)
    report(to, root, code::too_many,
           {"plus de 10000000 personnes en tout", "more than 10000000 persons in all"},
           {"moins de semaines, ou moins d'arrivées", "fewer weeks, or fewer arrivals"});
  for (const yaml::node& line : items_at(root, "capacity"))
    read.capacities.push_back(read_capacity(line, rules, to));
  check_capacities(root, read, to);
  read_policy(root, rules, read, to);
  read.waiting_steps = read_steps(root, to);
  if (read.waiting_steps.empty()) read.waiting_steps = {0};
  if (const yaml::node* reach = child(root, "reach", value_kind::mapping))
    read.reach = read_reach(*reach, to);
  return read;
}

}  // namespace
}  // namespace load

std::optional<scenario> load_scenario(const std::string& path, const pack& rules, diagnostics& out) {
  diagnostics found;
  std::optional<scenario> read;
  if (const auto root = yaml::parse_file(path, path, found)) {
    read = load::read_scenario(*root, rules, {path, found});
    read->hash = load::fingerprint{yaml::hash_of(*root)}.hexadecimal();
  }
  if (has_errors(found)) read.reset();
  out.insert(out.end(), found.begin(), found.end());
  return read;
}

std::vector<std::string> scenario_packs(const std::string& path) {
  diagnostics unheard;
  std::vector<std::string> folders;
  const auto root = yaml::parse_file(path, path, unheard);
  if (!root || root->kind != yaml::node_kind::mapping) return folders;
  const std::filesystem::path around = std::filesystem::path(path).parent_path();
  for (const std::string& folder : load::texts_at(*root, "packs"))
    folders.push_back((around / folder).lexically_normal().string());
  return folders;
}

}  // namespace aiguillage
