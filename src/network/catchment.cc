#include "network/catchment.h"

#include <limits>

#include "aiguillage/date.h"
#include "network/place_group.h"
#include "network/reach.h"

namespace aiguillage::detail {
namespace {

constexpr std::size_t few = 2;                  // places: the first and the last
constexpr double half_way_round_earth = 2.1e7;  // metres, and more

std::optional<point> point_of(const territory& land, actor_id who) {
  const site_id at = land.actors[who].at;
  return at.known() ? land.sites[at].where : std::nullopt;
}

place_index index_of(const territory& land, const std::vector<actor_id>& members) {
  std::vector<indexed_place> places;
  for (const actor_id one : members)
    if (const auto where = point_of(land, one))
      places.push_back({static_cast<std::uint32_t>(one.index()), *where});
  return index_places(places).value_or(place_index{});
}

void index_alike(const territory& land, std::vector<places_alike>& lists) {
  for (places_alike& one : lists)
    if (one.members.size() > few) one.index = index_of(land, one.members);
}

void add_groups(const pack& rules, const territory& land, catchment_index& to) {
  std::unordered_map<std::string, std::uint32_t> known;
  for (std::size_t i = 0; i < land.actors.size(); ++i) {
    const auto [at, fresh] = known.try_emplace(group_key(rules, land.actors[actor_id(i)]),
                                               static_cast<std::uint32_t>(to.groups.size()));
    if (fresh) {
      to.of_type[land.actors[actor_id(i)].type.index()].push_back(at->second);
      to.groups.emplace_back();
    }
    to.group_of.push_back(at->second);
    to.groups[at->second].members.emplace_back(i);
  }
}

/// Where groups say that they serve communes, and nothing wider, they are found by commune.
void add_areas(const territory& land, catchment_index& to) {
  for (std::uint32_t group = 0; group < to.groups.size(); ++group) {
    const std::vector<area>& areas = land.actors[to.groups[group].members.front()].areas;
    const bool communes = !areas.empty() && std::all_of(areas.begin(), areas.end(), [&](const area& one) {
      return one.kind == area_kind::commune && find_commune(land.communes, one.code).known();
    });
    if (!communes) to.wide.push_back(group);
    for (const area& one : areas) {
      if (!communes) break;
      const commune_id named = find_commune(land.communes, one.code);
      const commune_id whole = whole_commune(land.communes, named);
      to.by_commune[named.index()].push_back(group);
      if (whole != named) to.by_commune[whole.index()].push_back(group);
    }
  }
}

void add_sites(const territory& land, catchment_index& to) {
  to.first_site = first_sites_of(land);
  to.at_site.resize(land.sites.size());
  for (std::size_t i = 0; i < land.actors.size(); ++i)
    if (const site_id at = land.actors[actor_id(i)].at; at.known()) to.at_site[at.index()].emplace_back(i);
}

/// It says how far ahead hours are looked at.
actor_id fullest_of(const territory& land) {
  actor_id found;
  for (std::size_t i = 0; i < land.actors.size(); ++i) {
    const std::string& until = land.actors[actor_id(i)].full_until;
    if (parse_date(until) && (!found.known() || until > land.actors[found].full_until)) found = actor_id(i);
  }
  return found;
}

}  // namespace

catchment_index index_catchments(const pack& rules, const territory& land) {
  catchment_index made;
  made.reach = greatest_reach(land.travel);
  made.kinds.resize(rules.actor_types.size() * 2);
  made.of_type.resize(rules.actor_types.size());
  std::vector<actor_id> all;
  for (std::size_t i = 0; i < land.actors.size(); ++i) {
    const actor& who = land.actors[actor_id(i)];
    made.kinds[who.type.index() * 2 + (receives_in_person(who) ? 1 : 0)].members.emplace_back(i);
    all.emplace_back(i);
    if (!point_of(land, actor_id(i))) made.anywhere.emplace_back(i);
  }
  made.sited = index_of(land, all);
  add_groups(rules, land, made);
  add_areas(land, made);
  index_alike(land, made.groups);
  index_alike(land, made.kinds);
  add_sites(land, made);
  made.fullest = fullest_of(land);
  return made;
}

namespace {

/// Gathers the actors of one home.
struct gathering {
  const catchment_index& in;
  const pack& rules;
  const territory& land;
  const build_view& view;  // of somebody who lives there
  const point& home;
  std::vector<actor_id> found;

  void add(const std::vector<actor_id>& more) { found.insert(found.end(), more.begin(), more.end()); }
  void add_within(const place_index& index, double metres) {
    place_query ask(index);
    for (const std::uint32_t id : ask.within_unsorted(home, metres)) found.emplace_back(id);
  }
};

/// Metres to the nearest place beyond reach; infinite when there is none.
double nearest_beyond(const gathering& to, const place_index& index) {
  double least = std::numeric_limits<double>::infinity();
  place_query ask(index);
  for (double metres = 2 * to.in.reach; least > metres; metres *= 2) {
    for (const std::uint32_t id : ask.within_unsorted(to.home, metres)) {
      const std::optional<point> where = point_of(to.land, actor_id(id));
      const double away = where ? metres_between(to.home, *where) : 0;
      if (away > to.in.reach) least = std::min(least, away);
    }
    if (metres > half_way_round_earth) break;
  }
  return least;
}

/// Those that stand for places like them: the first and the last, and the nearest beyond reach with its ties.
void add_standing(gathering& to, const places_alike& of) {
  if (!of.index) {
    to.add(of.members);
    return;
  }
  to.found.push_back(of.members.front());
  to.found.push_back(of.members.back());
  const double nearest = nearest_beyond(to, *of.index);
  if (nearest < half_way_round_earth) to.add_within(*of.index, nearest + metres_in_a_minute(to.land.travel));
}

void add_group(gathering& to, std::uint32_t group) {
  const places_alike& of = to.in.groups[group];
  const actor& like = to.land.actors[of.members.front()];
  if (lives_in_zone(to.view, like) == tri::no) return;
  if (may_come(like))
    to.add(of.members);
  else
    add_standing(to, of);
}

void add_groups(gathering& to) {
  for (const std::uint32_t one : to.in.wide) add_group(to, one);
  const commune_id home = to.view.going.commune;
  if (!home.known()) {  // areas are taken as they are written
    for (std::uint32_t one = 0; one < to.in.groups.size(); ++one) add_group(to, one);
    return;
  }
  for (const commune_id where : {home, whole_commune(to.land.communes, home)})
    if (const auto serving = to.in.by_commune.find(where.index()); serving != to.in.by_commune.end())
      for (const std::uint32_t one : serving->second) add_group(to, one);
}

void add_site(gathering& to, site_id at) { to.add(to.in.at_site[at.index()]); }

/// Where measured times lead from this home.
void add_measured(gathering& to) {
  std::vector<std::string> starts{to.view.person.home_commune, to.view.going.code};
  for (const std::string& code : {starts[0], starts[1]})
    if (const auto at = to.in.first_site.find(code); at != to.in.first_site.end())
      starts.push_back(to.land.sites[at->second].id);
  for (const travel_table& table : to.land.measured)
    for (const std::string& from : starts)
      for (auto at = table.lower_bound({from, site_id(std::size_t{0})});
           at != table.end() && at->first.first == from; ++at)
        add_site(to, at->first.second);
}

void sort_once(std::vector<actor_id>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// Where the person may be already, all actors are there.
void add_beside(gathering& to) {
  const std::vector<actor_id> so_far = to.found;
  for (const actor_id one : so_far)
    if (const site_id at = to.land.actors[one].at; at.known() && to.in.at_site[at.index()].size() > 1)
      add_site(to, at);
}

}  // namespace

catchment catchment_of(const catchment_index& in, const pack& rules, const territory& land,
                       const situation& person) {
  if (land.neutral || person.home_commune.empty()) return {};
  catchment made{point_of_home(land, in.first_site, person.home, person.home_commune), {}};
  if (!made.home) return made;
  situation resident;
  resident.facts = id_vector<fact_id, fact_value>(rules.facts.size());
  resident.home_commune = person.home_commune;
  resident.home = made.home;
  const qualification nothing;
  const build_view view = view_of(rules, land, resident, nothing);
  gathering to{in, rules, land, view, *made.home, in.anywhere};
  to.add_within(in.sited, in.reach);
  add_groups(to);
  for (const places_alike& one : in.kinds)
    if (!one.members.empty()) add_standing(to, one);
  add_measured(to);
  if (in.fullest.known()) to.found.push_back(in.fullest);
  add_beside(to);
  sort_once(to.found);
  made.actors = std::move(to.found);
  return made;
}

namespace {

/// The groups of a type that serve those who live where the person of `view` lives.
void add_groups_of(const catchment_index& in, const build_view& view, std::size_t type,
                   std::vector<std::uint32_t>& to) {
  for (const std::uint32_t group : in.of_type[type])
    if (lives_in_zone(view, view.land.actors[in.groups[group].members.front()]) != tri::no)
      to.push_back(group);
}

std::vector<actor_id> with_groups(const catchment_index& in, std::vector<actor_id> actors,
                                  const std::vector<std::uint32_t>& groups) {
  for (const std::uint32_t group : groups) {
    const std::vector<actor_id>& members = in.groups[group].members;
    actors.insert(actors.end(), members.begin(), members.end());
  }
  if (!groups.empty()) sort_once(actors);
  return actors;
}

}  // namespace

std::vector<actor_id> with_those_who_go_out(const catchment_index& in, const catchment& near,
                                            const build_view& view) {
  std::vector<std::uint32_t> groups;
  for (std::size_t type = 0; type < in.of_type.size(); ++type) {
    if (in.of_type[type].empty() || !may_go_out(view.rules, actor_type_id(type))) continue;
    const actor_id like = in.groups[in.of_type[type].front()].members.front();
    if (goes_out_to(view, view.land.actors[like])) add_groups_of(in, view, type, groups);
  }
  return with_groups(in, near.actors, groups);
}

std::vector<actor_id> widened(const catchment_index& in, const std::vector<actor_id>& near, const pack& rules,
                              const territory& land, const situation& person, const qualification& found) {
  build_view view = view_of(rules, land, person, found, near);
  look_up(view);
  std::vector<std::uint32_t> group_by_seat;
  group_by_seat.reserve(near.size());
  for (const actor_id one : near) group_by_seat.push_back(in.group_of[one.index()]);
  left_beyond left = left_beyond_reach(view, group_by_seat);
  for (std::size_t type = 0; type < left.types.size(); ++type)
    if (left.types[type]) add_groups_of(in, view, type, left.groups);
  return with_groups(in, near, left.groups);
}

}  // namespace aiguillage::detail
