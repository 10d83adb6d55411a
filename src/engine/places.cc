#include "engine/verbs.h"
#include "report/json_parts.h"

namespace aiguillage::engines {
namespace {

using report::json_writer;
using report::name_or_null;

load::keys options() { return {territory_key()}; }

void write_actor(json_writer& to, const pack& rules, const territory& land, const actor& one) {
  const site nowhere;
  const site& at = one.at.known() ? land.sites[one.at] : nowhere;
  to.object([&] {
    to.field("id", one.id);
    to.field("name", one.name);
    to.field("type", rules.actor_types[one.type].id);
    to.field("site", name_or_null(at.id));
    to.field("site_name", name_or_null(at.name));
    to.field("address", name_or_null(at.address));
    to.field("postcode", name_or_null(at.postcode));
    to.field("town", name_or_null(at.town));
    to.field("commune", name_or_null(at.commune));
    to.key("point");
    report::write_point(to, at.where);
    to.field("phone", name_or_null(one.phone));
    to.field("email", name_or_null(one.email));
    to.field("website", name_or_null(one.website));
    to.field("hours", name_or_null(one.hours));
    to.key("languages");
    to.row(one.languages);
    to.field("conditions", name_or_null(one.conditions));
    to.field("producer", name_or_null(one.producer));
    to.field("vintage", name_or_null(one.vintage));
  });
}

engine_answer run(const asking& of) {
  if (!has_nothing_else(of)) return refused(of, answer_status::wrong_call);
  const std::optional<chosen_land> where = choose_land(of, {}, false);
  if (!where) return refused(of, answer_status::wrong_call);
  const territory& land = where->land();
  return {answer_status::done, report::json_object([&](json_writer& to) {
            to.field("format", 1);
            to.key("territory");
            to.object([&] {
              to.field("id", land.id);
              to.field("hash", land.hash);
              to.field("title", land.title.in(of.wanted));
            });
            to.key("centre");
            report::write_point(to, land.centre);
            to.key("actors");
            to.list(land.actors, [&](const actor& one) { write_actor(to, of.with.rules, land, one); });
          })};
}

}  // namespace

const verb places_verb{"places", {"les lieux d'un territoire", "the places of a territory"}, options, run};

}  // namespace aiguillage::engines
