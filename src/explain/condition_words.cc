#include "explain/condition_words.h"

#include <limits>
#include <string>

#include "aiguillage/explain/why.h"
#include "explain/phrases.h"

namespace aiguillage {
namespace detail {
namespace {

std::string range_as_written(const condition& one) {
  std::string words;
  if (one.low != std::numeric_limits<std::int64_t>::min()) words = "at_least: " + decimal(one.low);
  if (one.high != std::numeric_limits<std::int64_t>::max())
    words += (words.empty() ? "" : ", ") + ("at_most: " + decimal(one.high));
  return "{" + words + "}";
}

template <class List>
std::string named(const value_set& set, const List& list) {
  std::string words;
  std::size_t index = 0;
  for (const auto& one : list) {
    if (set.test(index)) words += (words.empty() ? "" : ", ") + one.id;
    ++index;
  }
  return set.count() == 1 ? words : "[" + words + "]";
}

std::string dimensions_named(const value_set& set) {
  std::string words;
  for (std::size_t i = 0; i < dimension_names.size(); ++i)
    if (set.test(i)) words += (words.empty() ? "" : ", ") + std::string(dimension_names[i]);
  return "[" + words + "]";
}

text dimension_words(const value_set& set) {
  const std::array<text, 3> labels = {
      {{"numérique", "digital"}, {"administrative", "administrative"}, {"sociale", "social"}}};
  std::vector<text> named_ones;
  for (std::size_t i = 0; i < labels.size(); ++i)
    if (set.test(i)) named_ones.push_back(labels[i]);
  return alternatives(named_ones);
}

text lacking_words(const fact& of, const value_set& values) {
  const std::vector<text> labels = answer_labels(of, values);
  if (labels.size() == 1) return text{"pas : ", "not: "} + labels.front();
  text words;
  for (const text& one : labels)
    words = words + (words.fr.empty() ? text{"ni ", "neither "} : text{" ni ", " nor "}) + one;
  return words;
}

}  // namespace

std::string condition_as_written(const pack& rules, condition_id which) {
  const condition& one = rules.conditions[which];
  const std::string key = one.fact.known() ? rules.facts[one.fact].id + ": " : "";
  switch (one.kind) {
    case condition_kind::value: return key + named(one.values, rules.facts[one.fact].values);
    case condition_kind::lacks:
      return key + "{lacks: " + named(one.values, rules.facts[one.fact].values) + "}";
    case condition_kind::empty: return key + "{empty: true}";
    case condition_kind::range: return key + range_as_written(one);
    case condition_kind::right: return "right: " + named(one.values, rules.rights);
    case condition_kind::decided_by: return "operator: " + named(one.values, rules.actor_types);
    case condition_kind::urgency: return "urgency: " + named(one.values, rules.urgencies);
    case condition_kind::need: return "need: " + named(one.values, rules.needs);
    case condition_kind::dimension: return "dimension: " + dimensions_named(one.values);
    default: return "always: true";
  }
}

}  // namespace detail

text asked_words(const pack& rules, fact_id which) { return detail::asked(rules.facts[which]); }

text condition_words(const pack& rules, condition_id which) {
  using namespace detail;
  const condition& one = rules.conditions[which];
  const fact none;
  const fact& of = one.fact.known() ? rules.facts[one.fact] : none;
  switch (one.kind) {
    case condition_kind::value: return answered(of, answers_words(of, one.values, false));
    case condition_kind::lacks: return answered(of, lacking_words(of, one.values));
    case condition_kind::empty: return answered(of, none_label(of));
    case condition_kind::range: return answered(of, number_answer(of, one.low, one.high));
    case condition_kind::right: return text{"Droit : ", "Right: "} + labels_of(rules.rights, one.values);
    case condition_kind::decided_by:
      return text{"Organisme : ", "Organism: "} + labels_of(rules.actor_types, one.values);
    case condition_kind::urgency:
      return text{"Urgence : ", "Urgency: "} + labels_of(rules.urgencies, one.values);
    case condition_kind::need:
      return text{"Besoin certain : ", "Certain need: "} + labels_of(rules.needs, one.values);
    case condition_kind::dimension:
      return text{"Besoin certain de nature : ", "Certain need of this kind: "} + dimension_words(one.values);
    default: return {"Toujours", "Always"};
  }
}

text evidence_words(evidence grade) {
  switch (grade) {
    case evidence::measured: return {"mesuré", "measured"};
    case evidence::testimony: return {"témoignages", "testimony"};
    case evidence::analysis: return {"analyse d'étude", "study analysis"};
    case evidence::law: return {"texte de droit", "law"};
    case evidence::public_page: return {"page publique", "public page"};
    case evidence::judgement: return {"jugement de métier", "professional judgement"};
    default: return {"supposé", "assumed"};
  }
}

}  // namespace aiguillage
