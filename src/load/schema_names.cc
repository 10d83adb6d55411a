#include "load/schema.h"

/// Names of the pack and words of closed lists.
namespace aiguillage::load {
namespace {

template <class List>
named_texts labels_of(const List& list) {
  named_texts names;
  for (const auto& one : list) names.emplace_back(one.id, one.label);
  return names;
}

named_texts words_of(const words& list) {
  named_texts names;
  for (const std::string& one : list) names.emplace_back(one, text{});
  return names;
}

/// The facts whose values come from a list; all of them when no list is given.
named_texts facts_of(const pack& rules, const std::string& values_from) {
  named_texts names;
  for (const fact& one : rules.facts)
    if (values_from.empty() || one.values_from == values_from) names.emplace_back(one.id, one.question);
  return names;
}

named_texts requests_of(const pack& rules) {
  const fact_id request = find_named(rules.facts, "request");
  return request.known() ? labels_of(rules.facts[request].values) : named_texts{};
}

named_texts sources_of(const pack& rules) {
  named_texts names{{"assumed", {"supposé", "assumed"}}};
  for (const auto& [id, one] : rules.sources) names.emplace_back(id, text{one.statement, {}});
  return names;
}

named_texts value_lists_of() {
  named_texts names;
  for (const yaml::key_spec& one : vocabulary_keys())
    names.emplace_back("vocabulary." + std::string(one.name), one.purpose);
  for (const yaml::key_spec& one : value_lists_keys())
    names.emplace_back("value_lists." + std::string(one.name), one.purpose);
  return names;
}

/// A closed list of names, and what it is called.
struct name_list {
  const char* name;
  named_texts names;
  bool open = false;  // a local pack may add to it
};

name_list list_of_words(content holds) {
  switch (holds) {
    case content::admissions: return {"admissions", words_of(admission_words())};
    case content::attributes: return {"attributes", words_of(attribute_words())};
    case content::channels: return {"channels", words_of(channel_words())};
    case content::default_areas: return {"default_areas", words_of(default_area_words())};
    case content::dimensions: return {"dimensions", words_of(dimension_words())};
    case content::events: return {"events", words_of(event_words())};
    case content::reasons: return {"reasons", words_of(reason_words())};
    case content::evidences: return {"evidence", words_of(evidence_words())};
    case content::fact_kinds: return {"fact_kinds", words_of(fact_kind_words())};
    case content::fees: return {"fees", words_of(fee_words())};
    case content::grades: return {"grades", words_of(grade_words())};
    case content::groups: return {"groups", words_of(group_words())};
    case content::mandate_kinds: return {"mandate_kinds", words_of(mandate_words())};
    case content::requesters: return {"requesters", words_of(requester_words())};
    case content::other_words: return {"other_words", words_of(other_words_words())};
    case content::policies: return {"policies", words_of(policy_words())};
    case content::readings: return {"readings", words_of(reading_words())};
    case content::week_days: return {"week_days", words_of(day_words())};
    case content::strengths: return {"strengths", words_of(strength_words())};
    case content::takes: return {"takes", words_of(take_words())};
    case content::value_lists: return {"value_lists", value_lists_of()};
    case content::waitings: return {"waiting", words_of(waiting_words())};
    default: return {"", {}};
  }
}

name_list list_of(const pack& rules, content holds) {
  switch (holds) {
    case content::actor_facts: return {"actor_facts", facts_of(rules, "actor_types")};
    case content::actor_types: return {"actor_types", labels_of(rules.actor_types)};
    case content::base_pack: return {"base_pack", {{rules.id, rules.title}}};
    case content::consents: return {"consents", words_of(rules.consents)};
    case content::facts: return {"facts", facts_of(rules, "")};
    case content::levels: return {"levels", labels_of(rules.levels)};
    case content::modes: return {"modes", labels_of(rules.modes)};
    case content::needs: return {"needs", labels_of(rules.needs)};
    case content::publics: return {"publics", labels_of(rules.publics)};
    case content::requests: return {"requests", requests_of(rules)};
    case content::right_facts: return {"right_facts", facts_of(rules, "rights")};
    case content::rights: return {"rights", labels_of(rules.rights)};
    case content::sources: return {"sources", sources_of(rules), true};
    case content::known_states: return {"known_states", labels_of(rules.states)};
    case content::renunciation_stages: return {"renunciation_stages", labels_of(rules.renunciation_stages)};
    case content::states: return {"states", labels_of(rules.states), true};
    case content::urgencies: return {"urgencies", labels_of(rules.urgencies)};
    default: return list_of_words(holds);
  }
}

std::string alternatives(const named_texts& names) {
  std::string result;
  for (const auto& [id, unused] : names) result += (result.empty() ? "" : "|") + id;
  return "(" + result + ")";
}

json need_reference_of(schema_builder& with) {
  const named_texts needs = labels_of(with.rules.needs);
  const std::string of_a_right =
      "^" + alternatives(needs) + ":" + alternatives(labels_of(with.rules.rights)) + "$";
  const yaml::key_spec need{"", yaml::value_kind::name, false, {}, content::needs};
  return {{"anyOf", {of_content(with, need), {{"type", "string"}, {"pattern", of_a_right}}}}};
}

}  // namespace

std::string both(const text& given) {
  if (given.fr.empty() || given.en.empty()) return given.fr + given.en;
  return given.fr + " / " + given.en;
}

json one_of(const named_texts& names) {
  json ids = json::array();
  json meanings = json::array();
  bool explained = false;
  for (const auto& [id, meaning] : names) {
    ids.push_back(id);
    meanings.push_back(both(meaning));
    explained = explained || !both(meaning).empty();
  }
  json made{{"enum", ids}};
  if (explained) made["enumDescriptions"] = meanings;
  return made;
}

json of_content(schema_builder& with, const yaml::key_spec& key) {
  if (key.holds == content::need_references)
    return refer_to(with, "need_references", [&] { return need_reference_of(with); });
  const name_list list = list_of(with.rules, key.holds);
  if (list.names.empty()) return of_kind(with, key.kind);
  return refer_to(with, list.name, [&] {
    json known = one_of(list.names);
    if (!list.open) return known;
    return json{{"anyOf", {known, of_kind(with, yaml::value_kind::name)}}};
  });
}

}  // namespace aiguillage::load
