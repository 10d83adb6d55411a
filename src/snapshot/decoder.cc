#include "snapshot/decoder.h"

#include <algorithm>

#include "snapshot/codes.h"
#include "snapshot/communes.h"
#include "snapshot/frame.h"

namespace aiguillage {
namespace snapshots {
namespace {

bool is_sound(const travel_model& model) {
  return model.detour_thousandths >= 1000 && model.walk_metres_per_minute > 0 &&
         model.transit_metres_per_minute > 0 && model.car_metres_per_minute > 0;
}

bool are_codes_sorted(const gazetteer& communes) {
  return std::is_sorted(communes.codes.begin(), communes.codes.end(),
                        [](const commune_code& a, const commune_code& b) { return a.key < b.key; });
}

/// New ids of what is marked, in the same order.
template <class Id>
std::vector<Id> renamed(const std::vector<bool>& marked) {
  std::vector<Id> ids(marked.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < marked.size(); ++i)
    if (marked[i]) ids[i] = Id(next++);
  return ids;
}

std::vector<handoff_link> links_between(const std::vector<handoff_link>& all,
                                        const std::vector<actor_id>& ids) {
  std::vector<handoff_link> left;
  for (handoff_link one : all) {
    one.from = ids[one.from.index()];
    one.to = ids[one.to.index()];
    if (one.from.known() && one.to.known()) left.push_back(std::move(one));
  }
  return left;
}

travel_table times_to(const travel_table& all, const std::vector<site_id>& ids) {
  travel_table left;
  for (const auto& [between, minutes] : all)
    if (const site_id to = ids[between.second.index()]; to.known())
      left.emplace_hint(left.end(), std::pair(between.first, to), minutes);
  return left;
}

}  // namespace

territory decoder::top() {
  territory land;
  record_reader with(from_, bytes_of(from_, part::top));
  code_top(with, rules_, {from_.actors, from_.sites}, land);
  record_reader communes(from_, bytes_of(from_, part::communes));
  code_communes(communes, land.communes);
  good_ = good_ && with.done() && communes.done() && is_sound(land.travel) && are_codes_sorted(land.communes);
  land.assumed_opening = parse_hours(assumed_hours).hours.value_or(opening_hours{});
  return land;
}

std::array<travel_table, 3> decoder::measured() {
  std::array<travel_table, 3> tables;
  record_reader with(from_, bytes_of(from_, part::measured));
  for (travel_table& table : tables) {
    std::vector<measured_time> times;
    code_measured(with, {from_.actors, from_.sites}, times);
    for (const measured_time& one : times)
      if (one.to.known()) table.emplace_hint(table.end(), std::pair(one.from, one.to), one.minutes);
  }
  good_ = good_ && with.done();
  return tables;
}

site decoder::site_at(std::size_t index) {
  site one;
  record_reader with(from_, item_of(from_, part::site_offsets, part::sites, index));
  code_site(with, one);
  good_ = good_ && with.done();
  return one;
}

void decoder::read_group(std::size_t index, actor& into) {
  record_reader with(from_, item_of(from_, part::group_offsets, part::groups, index));
  code_group(with, rules_, into);
  good_ = good_ && with.done();
}

actor decoder::group_at(std::size_t index) {
  actor one;
  read_group(index, one);
  return one;
}

const std::optional<opening_hours>& decoder::hours_of(const std::string& written) {
  const auto known = hours_.find(written);
  if (known != hours_.end()) return known->second;
  return hours_.emplace(written, written.empty() ? std::nullopt : parse_hours(written).hours).first->second;
}

actor decoder::actor_at(std::size_t index) {
  actor one;
  record_reader with(from_, item_of(from_, part::actor_offsets, part::actors, index));
  code_actor(with, rules_, one);
  good_ = good_ && with.done();
  read_group(cell_of<std::uint32_t>(from_, part::actor_columns, index, 2, 1), one);
  const auto at = cell_of<std::uint32_t>(from_, part::actor_columns, index, 2, 0);
  one.at = at == 0 ? site_id{} : site_id(at - 1);
  one.opening = hours_of(one.hours);
  return one;
}

territory decoder::part_of(territory top, const std::vector<bool>& actors, std::vector<bool> sites) {
  std::vector<actor> kept;
  for (std::size_t i = 0; i < actors.size() && good_; ++i) {
    if (!actors[i]) continue;
    kept.push_back(actor_at(i));
    if (kept.back().at.known()) sites[kept.back().at.index()] = true;
  }
  if (!good_) return {};
  const std::vector<site_id> new_sites = renamed<site_id>(sites);
  for (actor& one : kept)
    if (one.at.known()) one.at = new_sites[one.at.index()];
  top.actors.items = std::move(kept);
  for (std::size_t i = 0; i < sites.size(); ++i)
    if (sites[i]) top.sites.add(site_at(i));
  top.links = links_between(top.links, renamed<actor_id>(actors));
  for (travel_table& one : top.measured) one = times_to(one, new_sites);
  return top;
}

void tell_damaged(const snapshot& of, diagnostics& out) {
  out.push_back({severity::error,
                 snapshot_code::damaged,
                 of.name,
                 0,
                 0,
                 {"cet instantané est abîmé", "this snapshot is damaged"},
                 {"refaites-le : aiguillage check DOSSIER --snapshot",
                  "make it again: aiguillage check DIR --snapshot"}});
}

}  // namespace snapshots

std::optional<territory> whole(const snapshot& of, const pack& rules, diagnostics& out) {
  snapshots::decoder from(of, rules);
  territory top = from.top();
  top.measured = from.measured();
  territory land;
  if (from.good())
    land =
        from.part_of(std::move(top), std::vector<bool>(of.actors, true), std::vector<bool>(of.sites, true));
  if (from.good()) return land;
  snapshots::tell_damaged(of, out);
  return std::nullopt;
}

}  // namespace aiguillage
