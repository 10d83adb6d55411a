#include "engine/verbs.h"
#include "report/json_parts.h"

namespace aiguillage::engines {
namespace {

using report::json;
using report::name_or_null;

load::keys options() { return {territory_key()}; }

json point_json(const std::optional<point>& where) {
  if (!where) return nullptr;
  return {{"latitude", where->latitude}, {"longitude", where->longitude}};
}

json actor_json(const pack& rules, const territory& land, const actor& one) {
  const site nowhere;
  const site& at = one.at.known() ? land.sites[one.at] : nowhere;
  return {{"id", one.id},
          {"name", one.name},
          {"type", rules.actor_types[one.type].id},
          {"site", name_or_null(at.id)},
          {"site_name", name_or_null(at.name)},
          {"address", name_or_null(at.address)},
          {"postcode", name_or_null(at.postcode)},
          {"town", name_or_null(at.town)},
          {"commune", name_or_null(at.commune)},
          {"point", point_json(at.where)},
          {"phone", name_or_null(one.phone)},
          {"email", name_or_null(one.email)},
          {"website", name_or_null(one.website)},
          {"hours", name_or_null(one.hours)},
          {"languages", one.languages},
          {"conditions", name_or_null(one.conditions)},
          {"producer", name_or_null(one.producer)},
          {"vintage", name_or_null(one.vintage)}};
}

engine_answer run(const asking& of) {
  if (!has_nothing_else(of)) return refused(of, answer_status::wrong_call);
  const std::optional<chosen_land> where = choose_land(of, {}, false);
  if (!where) return refused(of, answer_status::wrong_call);
  const territory& land = where->land();
  json actors = json::array();
  for (const actor& one : land.actors) actors.push_back(actor_json(of.with.rules, land, one));
  return {answer_status::done,
          report::written(
              {{"format", 1},
               {"territory", {{"id", land.id}, {"hash", land.hash}, {"title", land.title.in(of.wanted)}}},
               {"centre", point_json(land.centre)},
               {"actors", actors}})};
}

}  // namespace

const verb places_verb{"places", {"les lieux d'un territoire", "the places of a territory"}, options, run};

}  // namespace aiguillage::engines
