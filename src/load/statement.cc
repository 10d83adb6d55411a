#include "load/loading.h"
#include "load/tables.h"
#include "yaml/hash.h"

namespace aiguillage::load {

using yaml::value_kind;

keys joined(keys first, const keys& more) {
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

const keys& source_keys() {
  static const keys table{{"sources",
                           value_kind::names,
                           true,
                           {"d'où cela vient : numéros du registre, ou assumed",
                            "where this comes from: register ids, or assumed"},
                           content::sources}};
  return table;
}

const keys& validity_keys() {
  static const keys table{
      {"valid_from", value_kind::date, false, {"premier jour où cela vaut", "first day on which this holds"}},
      {"valid_until", value_kind::date, false, {"dernier jour où cela vaut", "last day on which this holds"}},
      {"review_by", value_kind::date, false, {"à relire avant ce jour", "to be read again before this day"}}};
  return table;
}

const keys& statement_keys() {
  static const keys table = joined(
      joined(
          {{"title",
            value_kind::bilingual,
            false,
            {"le nom de la règle, court", "the name of the rule, short"}},
           {"text", value_kind::bilingual, true, {"ce qui est dit à l'aidant", "what is said to the helper"}},
           {"strength",
            value_kind::name,
            true,
            {"hard, strong ou soft", "hard, strong or soft"},
            content::strengths},
           {"evidence",
            value_kind::name,
            true,
            {"sur quoi la règle repose", "what the rule rests on"},
            content::evidences}},
          source_keys()),
      validity_keys());
  return table;
}

namespace {

keys guard_keys(content condition) {
  return {{"when", value_kind::mapping, false, {"ce qui doit être vrai", "what must hold"}, condition},
          {"unless",
           value_kind::mapping,
           false,
           {"l'exception, quand des faits l'établissent", "the exception, when facts establish it"},
           condition}};
}

}  // namespace

const keys& need_guard_keys() {
  static const keys table = guard_keys(content::need_condition);
  return table;
}

const keys& routing_guard_keys() {
  static const keys table = guard_keys(content::routing_condition);
  return table;
}

const std::vector<key_choice>& key_choices() {
  static const std::vector<key_choice> all{{"fact", "right", true},
                                           {"values", "values_from", false},
                                           {"missing_when", "held_when", false},
                                           {"absent", "only", false},
                                           {"on", "day", true},
                                           {"trait", "fact", true}};
  return all;
}

bounds bounds_of(content number) {
  switch (number) {
    case content::day_minutes: return {1, 1440};
    case content::travel_minutes: return {0, 1440};
    case content::walk_speed: return {1, 1000};
    case content::transit_speed: return {1, 10000};
    case content::days: return {0, 1000};
    case content::event_day: return {0, 36500};
    case content::detour: return {1, 10};
    case content::arrivals: return {1, 1000000};
    case content::help_minutes: return {0, 60000};
    case content::replications: return {1, 1000};
    case content::weeks: return {1, 520};
    case content::log_odds: return {-1000, 1000};
    case content::metres: return {1, 100000};
    case content::percent: return {0, 100};
    case content::latitude: return {-90, 90};
    case content::longitude: return {-180, 180};
    case content::rank:
    case content::rank_or_null:
    case content::stops: return {0, 1000};
    default: return {0, 1000000000};
  }
}

const std::vector<std::string>& strength_words() {
  static const words list = words_from({"hard", "strong", "soft"});
  return list;
}

const std::vector<std::string>& evidence_words() {
  static const words list =
      words_from({"measured", "testimony", "analysis", "law", "public", "judgement", "assumed"});
  return list;
}

bool take_id(loading& into, const std::string& kind, const std::string& id, const yaml::node& at,
             const sink& to) {
  const auto [found, fresh] = into.layer_of.emplace(kind + " " + id, into.layer);
  if (fresh || found->second < into.layer) {
    found->second = into.layer;
    return true;
  }
  const text name = quoted(id);
  report(to, at, code::duplicate_id,
         {name.fr + " existe déjà dans ce paquet", name.en + " already exists in this pack"},
         {"donnez un autre nom, ou effacez l'un des deux", "give another name, or delete one of the two"});
  return false;
}

void check_stem(const yaml::node& root, const char* key, const std::string& stem, const sink& to) {
  const yaml::node* id = child(root, key, value_kind::name);
  if (id == nullptr || id->scalar == stem) return;
  const text name = quoted(id->scalar + ".yaml");
  report(to, *id, code::file_name,
         {"ce fichier devrait s'appeler " + name.fr, "this file should be called " + name.en},
         {"un fichier porte le nom de ce qu'il décrit", "a file has the name of what it describes"});
}

std::vector<std::string> read_source_ids(const yaml::node& mapping, const pack& rules, severity level,
                                         const sink& to) {
  std::vector<std::string> result;
  for (const yaml::node* id : list_at(mapping, "sources")) {
    if (!first_time(*id, result, to)) continue;
    if (id->scalar == "assumed" || rules.sources.contains(id->scalar)) continue;
    std::vector<std::string> known{"assumed"};
    for (const auto& [name, unused] : rules.sources) known.push_back(name);
    report_unknown(*id, code::unknown_source,
                   {"cette source n'est pas au registre", "this source is not in the register"}, known, to,
                   level);
  }
  return result;
}

namespace {

void check_review(const yaml::node& mapping, const rule& read, const loading& into, const sink& to) {
  for (const std::string& id : read.sources) {
    if (!into.volatile_sources.contains(id) || !read.review_by.empty()) continue;
    report(to, mapping, code::review_missing,
           {"la source " + id + " dit un droit qui change souvent",
            "source " + id + " states law that changes often"},
           {"ajoutez review_by: AAAA-MM-JJ", "add review_by: YYYY-MM-DD"}, severity::warning);
    return;
  }
}

}  // namespace

rule read_statement(const yaml::node& mapping, const std::string& id, const loading& into, const sink& to) {
  rule read;
  read.id = id;
  read.where = {to.file, mapping.line};
  read.written = yaml::hash_of(mapping);
  read.title = bilingual_at(mapping, "title");
  read.because = bilingual_at(mapping, "text");
  read.force = word_at(strength_words(), mapping, "strength", strength::hard, to);
  read.grade = word_at(evidence_words(), mapping, "evidence", evidence::assumed, to);
  read.sources = read_source_ids(mapping, into.rules, severity::error, to);
  read.valid_from = text_at(mapping, "valid_from");
  read.valid_until = text_at(mapping, "valid_until");
  read.review_by = text_at(mapping, "review_by");
  if (!read.valid_from.empty() && !read.valid_until.empty() && read.valid_until < read.valid_from)
    report(to, mapping, code::date_order,
           {"valid_until vient avant valid_from", "valid_until is before valid_from"});
  check_review(mapping, read, into, to);
  return read;
}

}  // namespace aiguillage::load
