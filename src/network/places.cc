#include <algorithm>
#include <string>

#include "network/builder.h"
#include "network/home.h"

/// What a place says of itself, against what is known of the person. A neutral territory says nothing.
namespace aiguillage::detail {
namespace {

bool has(const std::vector<channel>& list, channel one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

std::string chosen(const build_view& view, const char* name) {
  const fact_id which = find_named(view.rules.facts, name);
  const auto value = single_value(view.person, which);
  return value ? view.rules.facts[which].values[*value].id : "";
}

// The answer to a set, when it is known.
const fact_value* known_set(const build_view& view, const char* name) {
  const fact_id which = find_named(view.rules.facts, name);
  return which.known() && view.person.facts[which].known ? &view.person.facts[which] : nullptr;
}

bool holds(const build_view& view, const fact_value& set, const char* name, const std::string& value) {
  const std::vector<aiguillage::value>& values = view.rules.facts[find_named(view.rules.facts, name)].values;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (values[i].id == value) return set.values.test(i);
  return false;
}

bool is_group_known(const commune& home, area_kind kind) {
  switch (kind) {
    case area_kind::epci: return home.epci.known() || home.ept.known();
    case area_kind::department: return home.department.known();
    case area_kind::region: return home.region.known();
    default: return true;
  }
}

// By the communes of the territory. Of a city whose district is not said, none of its districts is ruled out.
tri lies_in(const gazetteer& communes, commune_id home, const area& one) {
  const commune_id whole = whole_commune(communes, home);
  if (aiguillage::holds(communes, one, home) || aiguillage::holds(communes, one, whole)) return tri::yes;
  const commune_id named = one.kind == area_kind::commune ? find_commune(communes, one.code) : commune_id{};
  const bool district = named.known() && named != home && whole_commune(communes, named) == home;
  const bool told =
      is_group_known(communes.communes[home], one.kind) || is_group_known(communes.communes[whole], one.kind);
  return district || !told ? tri::unknown : tri::no;
}

tri lives_in(const build_view& view, const area& one) {
  const std::string& home = view.person.home_commune;
  if (one.kind == area_kind::country && one.code == france_code) return tri::yes;
  if (home.empty()) return tri::unknown;
  if (view.going.commune.known() && one.kind != area_kind::country)
    return lies_in(view.land.communes, view.going.commune, one);
  const auto is = [](bool holds) { return holds ? tri::yes : tri::no; };
  if (one.kind == area_kind::commune) return is(one.code == home);
  if (one.kind == area_kind::department) return is(one.code == department_of(home));
  return one.kind == area_kind::country ? tri::no : tri::unknown;
}

bool is_home(const build_view& view, const std::string& commune) {
  return commune == view.person.home_commune || commune == view.going.code;
}

// From the commune of the person, else from the first site there, as the crow's flight does.
std::optional<int> measured_to(const build_view& view, site_id target, travel_means by) {
  const travel_table& table = view.land.measured[static_cast<std::size_t>(by)];
  if (table.empty() || view.person.home_commune.empty()) return std::nullopt;
  for (const std::string* commune : {&view.person.home_commune, &view.going.code})
    if (const auto found = table.find({*commune, target}); found != table.end()) return found->second;
  for (const site& one : view.land.sites)
    if (is_home(view, one.commune) && one.where) {
      const auto from_site = table.find({one.id, target});
      return from_site == table.end() ? std::nullopt : std::optional<int>(from_site->second);
    }
  return std::nullopt;
}

// Where the person goes, and how far that is as the crow flies, when it is known.
struct target {
  site_id at;
  std::optional<double> metres;
};

target target_at(const build_view& view, site_id at) {
  const auto& from = view.going.from;
  const auto& to = view.land.sites[at].where;
  return {at, from && to ? std::optional<double>(metres_between(*from, *to)) : std::nullopt};
}

std::optional<int> minutes_by(const build_view& view, const target& to, travel_means by) {
  if (const auto measured = measured_to(view, to.at, by)) return measured;
  if (!to.metres) return std::nullopt;
  return travel_minutes(view.land.travel, by, *to.metres);
}

// By the least of the means whose time is known; when the means are not, on foot up to a limit.
std::optional<int> known_minutes(const build_view& view, const target& to) {
  const std::vector<travel_means>& means = view.going.means;
  std::optional<int> least;
  for (const travel_means by : means)
    if (const auto one = minutes_by(view, to, by)) least = std::min(least.value_or(*one), *one);
  if (!means.empty()) return least;
  const auto walk = minutes_by(view, to, travel_means::on_foot);
  return walk && *walk <= view.land.travel.walk_limit_minutes
             ? walk
             : minutes_by(view, to, travel_means::public_transport);
}

std::optional<point> point_of_person(const build_view& view) {
  const auto first_of = [&](const std::string& written, const std::string& today) {
    for (std::size_t i = 0; i < view.land.sites.size(); ++i)
      if (const site& one = view.land.sites[site_id(i)];
          one.where && (one.commune == written || one.commune == today))
        return site_id(i);
    return site_id{};
  };
  return point_of_home(view.land, view.person.home, view.person.home_commune, first_of);
}

// Whether the person can go there, by the most minutes that may be asked of them. A time not known is not judged; by means
// not known, a place is out of reach when it is by all of them.
bool within_reach(const build_view& view, const std::optional<target>& to) {
  if (view.going.stays_home) return false;
  if (!view.going.home_known || !to) return true;
  const travel_model& model = view.land.travel;
  const auto within = [](const std::optional<int>& minutes, std::int64_t most) {
    return !minutes || *minutes <= most;
  };
  if (view.going.limited) return within(known_minutes(view, *to), model.limited_minutes);
  static const std::vector<travel_means> any = {travel_means::on_foot, travel_means::public_transport,
                                                travel_means::car};
  const std::vector<travel_means>& means = view.going.means.empty() ? any : view.going.means;
  return std::any_of(means.begin(), means.end(), [&](travel_means by) {
    return within(minutes_by(view, *to, by), model.most_minutes[static_cast<std::size_t>(by)]);
  });
}

// A mobile service comes where it says that it goes.
bool passes_by(const build_view& view, const actor& who) {
  return has(who.channels, channel::itinerant) && !who.areas.empty() && lives_in_zone(view, who) == tri::yes;
}

bool comes(const build_view& view, const actor& who) {
  return has(who.channels, channel::home_visit) || passes_by(view, who) ||
         (has(who.channels, channel::phone) && may_use(view, channel::phone)) || goes_out_to(view, who);
}

bool is_there(const build_view& view, actor_id who) {
  const actor_id place = view.place;
  if (!place.known()) return false;
  const site_id at = view.land.actors[who].at;
  return place == who || (at.known() && view.land.actors[place].at == at);
}

}  // namespace

bool receives_in_person(const actor& who) {
  return who.channels.empty() || has(who.channels, channel::in_person) ||
         has(who.channels, channel::online_assisted) || has(who.channels, channel::itinerant);
}

bool needs_access(const build_view& view, const char* what) {
  const fact_value* needs = known_set(view, "access_needs");
  return needs != nullptr && holds(view, *needs, "access_needs", what);
}

bool may_use(const build_view& view, channel by) {
  if (by == channel::pro_platform) return false;
  if (by == channel::phone) {
    const fact_value* owns = known_set(view, "equipment");
    if (owns == nullptr) return true;
    return holds(view, *owns, "equipment", "smartphone") || holds(view, *owns, "equipment", "basic_phone") ||
           holds(view, *owns, "equipment", "landline");
  }
  if (by != channel::email && by != channel::online_self) return true;
  const std::string mailbox = chosen(view, "mailbox");
  return mailbox != "none" && mailbox != "no_access";
}

bool cannot_ask(const build_view& view, const actor& who) {
  const auto& askers = who.requested_by;
  if (!askers.empty() && std::find(askers.begin(), askers.end(), requester::person) == askers.end())
    return true;
  return !who.bookings.empty() && std::none_of(who.bookings.begin(), who.bookings.end(),
                                               [&](channel by) { return may_use(view, by); });
}

tri lives_in_zone(const build_view& view, const actor& who) {
  if (who.areas.empty()) return tri::yes;
  tri best = tri::no;
  for (const area& one : who.areas) {
    const tri here = lives_in(view, one);
    if (here == tri::yes) return here;
    if (here == tri::unknown) best = here;
  }
  return best;
}

tri belongs_to(const condition_context& told, public_id whom) {
  const public_group& one = told.rules->publics[whom];
  return one.told ? evaluate(one.when, told) : tri::unknown;
}

tri is_received(const build_view& view, const actor& who) {
  tri best = tri::yes;
  bool first = true;
  for (const admission& one : who.publics) {
    if (!one.exclusive) continue;
    const tri here = belongs_to(view.context, one.whom);
    if (first || here == tri::yes || (here == tri::unknown && best == tri::no)) best = here;
    if (best == tri::yes) return best;
    first = false;
  }
  return best;
}

bool is_preferred(const build_view& view, const actor& who) {
  return std::any_of(who.publics.begin(), who.publics.end(), [&](const admission& one) {
    return !one.exclusive && belongs_to(view.context, one.whom) == tri::yes;
  });
}

traveller traveller_of(const build_view& view) {
  traveller result;
  result.commune = find_commune(view.land.communes, view.person.home_commune);
  result.code = result.commune.known()
                    ? std::string(view.land.communes[view.land.communes.communes[result.commune].code])
                    : view.person.home_commune;
  result.from = point_of_person(view);
  result.home_known = view.person.home || !view.person.home_commune.empty();
  result.needs_step_free = needs_access(view, "step_free");
  const std::string can = chosen(view, "can_travel");
  result.limited = can == "limited";
  const fact_value* given = known_set(view, "travel_means");
  for (std::size_t i = 0; given != nullptr && i < travel_means_names.size(); ++i)
    if (holds(view, *given, "travel_means", travel_means_names[i]))
      result.means.push_back(static_cast<travel_means>(i));
  result.stays_home = can == "no_travel" || (given != nullptr && given->values.none());
  return result;
}

namespace {

std::optional<target> target_of(const build_view& view, const actor& who) {
  if (view.land.neutral || !who.at.known()) return std::nullopt;
  return target_at(view, who.at);
}

int minutes_to(const build_view& view, const actor& who, const std::optional<target>& to) {
  if (!receives_in_person(who) && !view.land.neutral) return 0;
  return to ? known_minutes(view, *to).value_or(view.land.neutral_minutes) : view.land.neutral_minutes;
}

}  // namespace

int minutes_to(const build_view& view, const actor& who) {
  return minutes_to(view, who, target_of(view, who));
}

way_to way_of(const build_view& view, actor_id who) {
  if (const std::size_t seat = seat_of(view, who); seat < view.known.ways.size())
    return view.known.ways[seat];
  const actor& place = view.land.actors[who];
  const std::optional<target> to = target_of(view, place);
  const int minutes = minutes_to(view, place, to);
  if (view.land.neutral || is_there(view, who)) return {minutes, hindrance::none};
  if (!has(place.channels, channel::in_person) && passes_by(view, place)) return {0, hindrance::none};
  const bool enters = place.step_free != false || !view.going.needs_step_free;
  if (receives_in_person(place) && enters && within_reach(view, to)) return {minutes, hindrance::none};
  if (comes(view, place)) return {0, hindrance::none};
  if (!receives_in_person(place) && !has(place.channels, channel::phone)) return {0, hindrance::none};
  return {minutes, enters ? hindrance::travel : hindrance::access};
}

bool way_unknown(const build_view& view, actor_id who) {
  const site_id at = view.land.actors[who].at;
  const bool commune_elsewhere = view.going.home_known && !view.going.from;
  return commune_elsewhere && at.known() && !is_there(view, who) && way_of(view, who).minutes > 0 &&
         !known_minutes(view, target_at(view, at));
}

}  // namespace aiguillage::detail
