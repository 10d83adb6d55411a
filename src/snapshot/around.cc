#include "network/reach.h"
#include "snapshot/cut.h"

namespace aiguillage {
namespace snapshots {
namespace {

/// The measured times of the whole that this person may take.
std::array<travel_table, 3> times_from(const std::array<travel_table, 3>& all,
                                       const std::vector<std::string>& starts) {
  std::array<travel_table, 3> left;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const std::string& from : starts)
      for (auto at = all[i].lower_bound({from, site_id(std::size_t{0})});
           at != all[i].end() && at->first.first == from; ++at)
        left[i].insert(*at);
  return left;
}

std::vector<std::size_t> numbers_of(const std::vector<bool>& marked) {
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < marked.size(); ++i)
    if (marked[i]) numbers.push_back(i);
  return numbers;
}

bool may_be_cut(const territory& top, const situation& person) {
  const course& so_far = person.so_far;
  return !top.neutral && (person.home || !person.home_commune.empty()) && so_far.closed.empty() &&
         so_far.kept.empty() && so_far.missed.empty();
}

/// The cut, widened until nothing beyond it could matter; nullopt when only the whole will do, or a record is damaged.
std::optional<territory> cut_around(const snapshot& of, decoder& from, territory top, const pack& rules,
                                    const situation& person) {
  if (!from.good() || !may_be_cut(top, person)) return std::nullopt;
  const std::size_t at = home_site(of, top.communes, person.home_commune);
  std::vector<std::string> starts{person.home_commune};
  if (at < of.sites) {
    const site first = from.site_at(at);
    starts.push_back(first.id);
    top.sites.add(first);  // so that the view below stands where the engine stands
  }
  if (const commune_id now = find_commune(top.communes, person.home_commune); now.known())
    starts.emplace_back(top.communes[top.communes.communes[now].code]);
  const std::array<travel_table, 3> all = from.measured();
  if (!from.good()) return std::nullopt;
  const qualification found = qualify(rules, person);
  const detail::build_view alone = detail::view_of(rules, top, person, found);
  if (!alone.going.from || !detail::gives_way_last(alone)) return std::nullopt;
  const point home = *alone.going.from;
  top.sites = {};
  top.measured = times_from(all, starts);
  cut kept = first_cut(of, from, alone, home);
  territory land = from.part_of(top, kept.actors, kept.sites);
  if (!from.good()) return std::nullopt;
  detail::build_view view = detail::view_of(rules, land, person, found);
  detail::look_up(view);
  if (!widen(of, view, numbers_of(kept.actors), kept)) return land;
  land = from.part_of(std::move(top), kept.actors, kept.sites);
  return from.good() ? std::optional<territory>(std::move(land)) : std::nullopt;
}

}  // namespace
}  // namespace snapshots

std::optional<territory> around(const snapshot& of, const pack& rules, const situation& person,
                                diagnostics& out) {
  snapshots::decoder from(of, rules);
  std::optional<territory> land = snapshots::cut_around(of, from, from.top(), rules, person);
  return land ? std::move(land) : whole(of, rules, out);
}

}  // namespace aiguillage
