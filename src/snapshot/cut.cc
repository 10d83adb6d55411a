#include "snapshot/cut.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "aiguillage/date.h"
#include "network/reach.h"
#include "snapshot/frame.h"

namespace aiguillage::snapshots {
namespace {

constexpr double nowhere = std::numeric_limits<double>::infinity();
constexpr std::size_t none = static_cast<std::size_t>(-1);

/// The actors that stand for those like them: the first and the last, and the nearest beyond reach with its ties.
struct likes {
  std::size_t first = none;
  std::size_t last = none;
  double nearest = nowhere;

  void see(std::size_t who, double metres, double reach) {
    if (first == none) first = who;
    last = who;
    if (metres > reach) nearest = std::min(nearest, metres);
  }
  [[nodiscard]] bool kept(std::size_t who, double metres, double tie) const {
    return who == first || who == last || metres <= nearest + tie;
  }
};

struct chooser {
  chooser(const snapshot& all, const detail::build_view& seen, cut& made) : of(all), view(seen), into(made) {}

  const snapshot& of;
  const detail::build_view& view;
  cut& into;
  double reach = 0;
  double tie = 0;
  std::vector<double> metres;  // by site; 0 when it is not known
  std::vector<bool> comes;     // by group
  std::vector<likes> of_type;  // twice as many as types: those who receive nobody in person, then the others
  std::vector<likes> of_group;

  [[nodiscard]] std::size_t kind_of(std::size_t group) const {
    const actor& who = into.groups[group];
    return who.type.index() * 2 + (detail::receives_in_person(who) ? 1 : 0);
  }
  [[nodiscard]] std::size_t site_of(std::size_t who) const {
    return cell_of<std::uint32_t>(of, part::actor_columns, who, 2, 0);
  }
  [[nodiscard]] double metres_to(std::size_t who) const {
    const std::size_t at = site_of(who);
    return at == 0 ? 0 : metres[at - 1];
  }
};

void measure(chooser& with, const point& home) {
  for (std::size_t i = 0; i < with.of.sites; ++i) {
    const auto north = cell_of<std::int32_t>(with.of, part::site_points, i, 2, 0);
    const auto east = cell_of<std::int32_t>(with.of, part::site_points, i, 2, 1);
    const point there{north / degree_steps, east / degree_steps};
    with.metres.push_back(north == no_point ? 0 : metres_between(home, there));
  }
}

void read_groups(chooser& with, decoder& from) {
  const std::size_t count = count_of(with.of, part::group_offsets);
  std::map<actor_type_id, bool> goes_out;
  const auto may_go_out = [&](const actor& who) {
    const auto [at, fresh] = goes_out.try_emplace(who.type, false);
    if (fresh) at->second = detail::goes_out_to(with.view, who);
    return at->second;
  };
  for (std::size_t i = 0; i < count && from.good(); ++i) {
    with.into.groups.push_back(from.group_at(i));
    const actor& who = with.into.groups.back();
    if (!from.good()) return;
    with.into.away.push_back(detail::lives_in_zone(with.view, who) == tri::no);
    with.comes.push_back(!with.into.away.back() && (detail::may_come(who) || may_go_out(who)));
  }
}

/// The group that is full the longest says how far ahead hours are looked at.
std::size_t fullest(const chooser& with) {
  std::size_t found = none;
  for (std::size_t i = 0; i < with.into.groups.size(); ++i) {
    const std::string& until = with.into.groups[i].full_until;
    if (parse_date(until) && (found == none || until > with.into.groups[found].full_until)) found = i;
  }
  return found;
}

void choose(chooser& with) {
  const std::size_t last = fullest(with);
  for (std::size_t i = 0; i < with.of.actors; ++i) {
    const std::size_t group = group_of(with.of, i);
    const double metres = with.metres_to(i);
    with.of_type[with.kind_of(group)].see(i, metres, with.reach);
    with.of_group[group].see(i, metres, with.reach);
  }
  for (std::size_t i = 0; i < with.of.actors; ++i) {
    const std::size_t group = group_of(with.of, i);
    const double metres = with.metres_to(i);
    const bool stands = !with.into.away[group] && with.of_group[group].kept(i, metres, with.tie);
    with.into.actors[i] = metres <= with.reach || with.comes[group] || stands ||
                          with.of_type[with.kind_of(group)].kept(i, metres, with.tie) ||
                          (group == last && with.of_group[group].first == i);
  }
}

/// Where the person may be already, all actors are there.
void keep_beside(chooser& with) {
  std::vector<bool> sites = with.into.sites;
  const fact_id asked = find_named(with.view.rules.facts, "asked_at");
  const auto type = single_value(with.view.person, asked);
  for (std::size_t i = 0; type && i < with.of.actors; ++i)
    if (with.into.actors[i] && with.site_of(i) != 0 &&
        with.into.groups[group_of(with.of, i)].type.index() == *type)
      sites[with.site_of(i) - 1] = true;
  for (std::size_t i = 0; i < with.of.actors; ++i)
    if (with.site_of(i) != 0 && sites[with.site_of(i) - 1]) with.into.actors[i] = true;
}

}  // namespace

std::size_t group_of(const snapshot& of, std::size_t actor) {
  return cell_of<std::uint32_t>(of, part::actor_columns, actor, 2, 1);
}

std::size_t home_site(const snapshot& of, const gazetteer& communes, const std::string& home) {
  const commune_id now = find_commune(communes, home);
  const std::string_view today = now.known() ? communes[communes.communes[now].code] : std::string_view(home);
  for (std::size_t i = 0; i < of.sites; ++i) {
    if (cell_of<std::int32_t>(of, part::site_points, i, 2) == no_point) continue;
    const std::string_view code = text_of(of, cell_of<std::uint32_t>(of, part::site_communes, i));
    if (code == home || code == today) return i;
  }
  return of.sites;
}

cut first_cut(const snapshot& of, decoder& from, const detail::build_view& view, const point& home) {
  cut made;
  made.actors.assign(of.actors, false);
  made.sites.assign(of.sites, false);
  chooser with(of, view, made);
  with.reach = detail::greatest_reach(view.land.travel);
  with.tie = detail::metres_in_a_minute(view.land.travel);
  read_groups(with, from);
  if (!from.good()) return made;
  with.of_type.resize(view.rules.actor_types.size() * 2);
  with.of_group.resize(made.groups.size());
  measure(with, home);
  const std::size_t at = home_site(of, view.land.communes, view.person.home_commune);
  if (!view.person.home && at < of.sites) made.sites[at] = true;
  choose(with);
  for (const travel_table& table : view.land.measured)
    for (const auto& [between, minutes] : table) made.sites[between.second.index()] = true;
  keep_beside(with);
  return made;
}

bool widen(const snapshot& of, const detail::build_view& view, const std::vector<std::size_t>& numbers,
           cut& into) {
  std::vector<std::uint32_t> group_by_seat;
  group_by_seat.reserve(numbers.size());
  for (const std::size_t number : numbers)
    group_by_seat.push_back(static_cast<std::uint32_t>(group_of(of, number)));
  const detail::left_beyond left = detail::left_beyond_reach(view, group_by_seat);
  std::vector<bool> wanted(into.groups.size(), false);
  for (const std::uint32_t group : left.groups) wanted[group] = true;
  for (std::size_t i = 0; i < into.groups.size(); ++i)
    if (left.types[into.groups[i].type.index()] && !into.away[i]) wanted[i] = true;
  bool more = false;
  for (std::size_t i = 0; i < of.actors; ++i) {
    if (into.actors[i] || !wanted[group_of(of, i)]) continue;
    into.actors[i] = more = true;
  }
  return more;
}

}  // namespace aiguillage::snapshots
