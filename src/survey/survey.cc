#include "aiguillage/survey.h"

#include <algorithm>

#include "survey/surveying.h"

namespace aiguillage {
namespace {

using surveying::work;

/// Of whom nothing is known but the day; with an autonomy, also how they manage.
situation someone(const pack& rules, const std::string& day, const char* autonomy) {
  situation person;
  person.facts = id_vector<fact_id, fact_value>(rules.facts.size());
  person.date = day;
  const fact_id which = find_named(rules.facts, "digital_autonomy");
  if (autonomy == nullptr || !which.known()) return person;
  const std::vector<value>& values = rules.facts[which].values;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (values[i].id == autonomy) {
      person.facts[which].known = true;
      person.facts[which].values.set(i);
    }
  return person;
}

std::vector<std::string> communes_of(const territory& land) {
  std::vector<std::string> all;
  for (const site& one : land.sites)
    if (!one.commune.empty()) all.push_back(one.commune);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace

survey survey_territory(const territory& land, const pack& rules, const survey_options& options) {
  survey result;
  result.day = parse_date(options.day) ? options.day : rules.reference_date;
  result.actors = id_vector<actor_id, actor_survey>(land.actors.size());
  work on{rules,
          land,
          options,
          parse_date(result.day).value_or(civil_date{}),
          someone(rules, result.day, nullptr),
          someone(rules, result.day, "autonomous"),
          {},
          result,
          {},
          {},
          {},
          {},
          communes_of(land)};
  using namespace surveying;
  for (const auto part :
       {read_hours, check_hours, check_records, check_places, find_kinds, find_matters, note_services,
        find_web, find_flow, check_needs, check_rights, check_dead_ends, check_web})
    part(on);
  sort_by_place(result.findings);
  return result;
}

}  // namespace aiguillage
