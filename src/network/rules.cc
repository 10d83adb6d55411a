#include <algorithm>

#include "network/builder.h"

namespace aiguillage::detail {
namespace {

bool names_actor(const build_view& view, const routing_rule& one, actor_type_id type) {
  if (contains(one.actors, type)) return true;
  if (contains(one.groups, view.rules.actor_types[type].family)) return true;
  if (!one.actors_in.known() || !view.person.facts[one.actors_in].known) return false;
  const fact_value& named = view.person.facts[one.actors_in];
  return named.values.test(type.index());
}

bool names_need(const build_view& view, const routing_rule& one, const need& what, level_id level) {
  if (!one.dimensions.empty() && !contains(one.dimensions, view.rules.needs[what.type].lane)) return false;
  return one.levels.empty() || contains(one.levels, level);
}

bool excepted(const build_view& view, const routing_rule& one, actor_type_id type, const need& what) {
  const condition_context context = context_for(view, what, type);
  return std::any_of(one.except.begin(), one.except.end(), [&](const exception& e) {
    if (e.actor != type) return false;
    if (!e.needs.empty() && !contains(e.needs, what.type)) return false;
    if (e.rights.any() && !(what.right.known() && e.rights.test(what.right.index()))) return false;
    return evaluate(e.when, context) == tri::yes;
  });
}

}  // namespace

build_view view_of(const pack& rules, const territory& land, const situation& person,
                   const qualification& found, std::span<const actor_id> among) {
  build_view view{rules, land, person, found, among, {}, {}, 0, {}, {}};
  view.context.rules = &rules;
  view.context.person = &person;
  view.context.urgency = found.urgency;
  for (const need& one : found.needs) {
    if (one.status != need_status::certain) continue;
    view.context.certain_needs.set(one.type.index());
    view.context.certain_dimensions.set(static_cast<std::size_t>(rules.needs[one.type].lane));
  }
  view.going = traveller_of(view);
  view.place = place_of_person(view);
  return view;
}

condition_context context_for(const build_view& view, const need& what, actor_type_id acting) {
  condition_context context = view.context;
  context.right = what.right;
  context.decided_by = what.decided_by;
  if (!what.right.known()) context.decided_by = named_organism(view.rules, view.person);
  context.acting = acting;
  return context;
}

bool applies(const build_view& view, const routing_rule& one) {
  if (!view.known.applying.empty())
    return view.known.applying[static_cast<std::size_t>(&one - view.rules.routing.data())] != 0;
  return in_force(one.about, applicable_day(view.rules, view.person)) &&
         evaluate(one.when, view.context) == tri::yes;
}

bool comes_first(const build_view& view, const need& one) {
  const auto& all = view.rules.routing;
  return one.vital && std::any_of(all.begin(), all.end(), [&](const routing_rule& row) {
           return row.effect == effect_kind::vital_first && applies(view, row);
         });
}

bool excludes(const build_view& view, const routing_rule& one, actor_type_id type, const need& what,
              level_id level) {
  return one.effect == effect_kind::exclude && names_actor(view, one, type) &&
         names_need(view, one, what, level) && applies(view, one) && !excepted(view, one, type, what);
}

const rule* excluded_by(const build_view& view, actor_type_id type, const need& what, level_id level,
                        strength force, bool deciding) {
  for (const routing_rule& one : view.rules.routing) {
    if (one.about.force != force || (deciding && !one.deciding_too)) continue;
    if (excludes(view, one, type, what, level)) return &one.about;
  }
  return nullptr;
}

const rule* barred_everywhere(const build_view& view, actor_type_id type) {
  for (const routing_rule& one : view.rules.routing)
    if (one.effect == effect_kind::exclude && one.about.force == strength::hard && one.dimensions.empty() &&
        one.levels.empty() && one.except.empty() && names_actor(view, one, type) && applies(view, one))
      return &one.about;
  return nullptr;
}

}  // namespace aiguillage::detail
