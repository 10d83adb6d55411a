#include <cmath>
#include <limits>
#include <map>

#include "snapshot/communes.h"
#include "snapshot/frame.h"

namespace aiguillage {
namespace snapshots {
namespace {

constexpr std::size_t most_bytes = std::numeric_limits<std::uint32_t>::max();

/// Records one after another, and where each begins.
struct record_table {
  std::string offsets;
  std::string records;

  record_table() { put(offsets, std::uint32_t{0}); }
  void close() { put(offsets, static_cast<std::uint32_t>(records.size())); }
};

struct making {
  making(const territory& from, const pack& by) : land(from), rules(by) {}

  const territory& land;
  const pack& rules;
  text_table texts;
  std::array<std::string, snapshot_parts> parts;
  bool too_long = false;

  std::string& at(part which) { return parts[static_cast<std::size_t>(which)]; }
  void keep(part offsets, part items, record_table&& table) {
    too_long = too_long || table.records.size() > most_bytes;
    at(offsets) = std::move(table.offsets);
    at(items) = std::move(table.records);
  }
};

void add_sites(making& to) {
  record_table sites;
  for (const site& one : to.land.sites) {
    record_writer with(to.texts, sites.records);
    code_site(with, one);
    sites.close();
    for (const bool north : {true, false}) {
      const double degrees = one.where ? (north ? one.where->latitude : one.where->longitude) : 0;
      put(to.at(part::site_points),
          one.where ? static_cast<std::int32_t>(std::llround(degrees * degree_steps)) : no_point);
    }
    put(to.at(part::site_communes), to.texts.of(one.commune));
  }
  to.keep(part::site_offsets, part::sites, std::move(sites));
}

void add_actors(making& to) {
  record_table actors;
  record_table groups;
  std::map<std::string, std::uint32_t> known;
  for (const actor& one : to.land.actors) {
    std::string group;
    record_writer grouped(to.texts, group);
    code_group(grouped, to.rules, one);
    const auto [at, fresh] = known.try_emplace(group, static_cast<std::uint32_t>(known.size()));
    if (fresh) {
      groups.records += group;
      groups.close();
    }
    put(to.at(part::actor_columns), one.at.known() ? static_cast<std::uint32_t>(one.at.index() + 1) : 0U);
    put(to.at(part::actor_columns), at->second);
    record_writer with(to.texts, actors.records);
    code_actor(with, to.rules, one);
    actors.close();
  }
  to.keep(part::actor_offsets, part::actors, std::move(actors));
  to.keep(part::group_offsets, part::groups, std::move(groups));
}

void add_once(making& to, const std::vector<snapshot_source>& made_of) {
  const record_sizes sizes{to.land.actors.size(), to.land.sites.size()};
  record_writer sources(to.texts, to.at(part::sources));
  code_sources(sources, made_of);
  record_writer top(to.texts, to.at(part::top));
  code_top(top, to.rules, sizes, to.land);
  record_writer communes(to.texts, to.at(part::communes));
  code_communes(communes, to.land.communes);
  record_writer measured(to.texts, to.at(part::measured));
  for (const travel_table& table : to.land.measured) {
    std::vector<measured_time> times;
    for (const auto& [between, minutes] : table) times.push_back({between.first, between.second, minutes});
    code_measured(measured, sizes, times);
  }
}

std::string framed(const std::array<std::string, snapshot_parts>& parts, std::uint64_t names) {
  std::string body;
  put(body, names);
  for (const std::string& one : parts) put(body, static_cast<std::uint64_t>(one.size()));
  for (const std::string& one : parts) body += one;
  std::string head(magic);
  put(head, format_version);
  put(head, byte_order);
  put(head, static_cast<std::uint64_t>(names_at + body.size()));
  put(head, hash_of(body));
  return head + body;
}

template <class List>
void add_names(const List& list, std::string& to) {
  for (const auto& one : list) to += one.id + "\n";
  to += "\n";
}

}  // namespace

std::uint64_t names_of(const pack& rules) {
  std::string names;
  add_names(rules.actor_types, names);
  add_names(rules.needs, names);
  add_names(rules.levels, names);
  add_names(rules.publics, names);
  add_names(rules.modes, names);
  return hash_of(names);
}

}  // namespace snapshots

std::string make_snapshot(const territory& land, const pack& rules,
                          const std::vector<snapshot_source>& made_of) {
  using namespace snapshots;
  making to(land, rules);
  add_once(to, made_of);
  add_sites(to);
  add_actors(to);
  if (to.too_long || to.texts.bytes.size() > most_bytes) return "";
  to.at(part::text_offsets) = std::move(to.texts.offsets);
  to.at(part::texts) = std::move(to.texts.bytes);
  return framed(to.parts, names_of(rules));
}

}  // namespace aiguillage
