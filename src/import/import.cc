#include "aiguillage/import.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "import/codes.h"
#include "import/communes.h"
#include "import/index_table.h"
#include "import/members.h"
#include "import/merge.h"
#include "import/places.h"
#include "import/sources.h"

namespace aiguillage {
namespace import {
namespace {

/// A postcode begins with the department, but for Corsica and some villages near a border.
std::string department_of_postcode(const std::string& postcode) {
  std::string department = department_of(postcode);
  if (department != "20" || postcode.size() < 3) return department;
  return postcode[2] < '2' ? "2A" : "2B";
}

bool is_here(const listing& one, const import_options& options) {
  if (options.only.empty()) return true;
  const std::string& commune = said(one, attribute::commune);
  const std::string department =
      commune.empty() ? department_of_postcode(said(one, attribute::postcode)) : department_of(commune);
  return std::any_of(options.only.begin(), options.only.end(), [&](const area& here) {
    return here.kind == area_kind::department ? department == here.code : commune == here.code;
  });
}

bool is_somewhere(const listing& one) {
  for (const attribute what : {attribute::commune, attribute::address, attribute::postcode})
    if (!said(one, what).empty()) return true;
  if (!said(one, attribute::latitude).empty() && !said(one, attribute::longitude).empty()) return true;
  return std::any_of(one.says.begin(), one.says.end(), [](const said_value& each) {
    return each.what == attribute::channels && each.value != "in_person" && each.value != "itinerant";
  });
}

/// An id is that of a format: two formats may use the same one.
std::string key_of(const file_reader& from, const std::string& id) { return from.mapping.id + "/" + id; }

void refuse(file_reader& from, const listing& one, const char* code, text message, severity level) {
  ++from.report.refused;
  ++from.report.why[code];
  from.findings.tell(one.line, code, std::move(message), {}, level);
}

/// True, once it is told and counted why, when a listing of a file is not kept.
bool refuse_place(file_reader& from, const listing& one, const import_options& options) {
  const bool somewhere = is_somewhere(one);
  if (somewhere && is_here(one, options)) return false;
  if (!somewhere) {
    refuse(from, one, code::no_place,
           {"ce lieu n'a ni point, ni commune, ni adresse", "this place has no point, commune or address"},
           severity::warning);
  } else if (said(one, attribute::commune).empty()) {
    refuse(from, one, code::elsewhere,
           {"sa commune n'est pas dite : on ne sait pas s'il est ici",
            "its commune is not said: it may be elsewhere"},
           severity::note);
  } else {
    ++from.report.refused;
    ++from.report.why[code::elsewhere];
  }
  return true;
}

/// Refuses the listings of one file that are nowhere, or elsewhere, and gathers their ids.
void refuse_places(file_reader& from, const import_options& options, const gazetteer& communes,
                   std::unordered_set<std::string>& refused) {
  std::size_t kept = 0;
  for (listing& one : from.listings) {
    follow_code(communes, one);
    const bool gone = refuse_place(from, one, options);
    from.here.push_back(!gone);
    if (gone)
      refused.insert(key_of(from, one.sources.front().id));
    else if (listing& place = from.listings[kept++]; &place != &one)
      place = std::move(one);
  }
  from.listings.resize(kept);
}

/// Moves the listings of one file to all.
void keep_places(file_reader& from, std::size_t file, std::vector<listing>& all,
                 std::vector<std::size_t>& owner) {
  index_table ids;
  ids.reserve(from.listings.size());
  for (std::size_t i = 0; i < from.listings.size(); ++i) {
    const record_source& one = from.listings[i].sources.front();
    const std::size_t hash = index_table::hash_of(one.id) * 31 + index_table::hash_of(one.producer);
    const std::uint32_t same = ids.find(hash, [&](std::uint32_t other) {
      const record_source& taken = from.listings[other].sources.front();
      return taken.id == one.id && taken.producer == one.producer;
    });
    if (same == index_table::none)
      ids.add(hash, i);
    else
      from.findings.tell(from.listings[i].line, code::same_id,
                         {"l'identifiant « " + one.id + " » est déjà pris : un autre est donné",
                          "the id '" + one.id + "' is taken: another one is given"});
  }
  owner.insert(owner.end(), from.listings.size(), file);
  if (all.empty())
    all = std::move(from.listings);
  else
    all.insert(all.end(), std::make_move_iterator(from.listings.begin()),
               std::make_move_iterator(from.listings.end()));
  from.listings.clear();
}

bool is_area(attribute what) { return what >= attribute::communes && what <= attribute::countries; }

/// What limits a place: a service without such a limit opens the place.
enum class limit : std::uint8_t { publics, requests, areas, none };

limit limit_of(attribute what) {
  if (what == attribute::publics_only) return limit::publics;
  if (what == attribute::requested_by) return limit::requests;
  return is_area(what) ? limit::areas : limit::none;
}

bool is_of_the_site(attribute what) {
  switch (what) {
    case attribute::address:
    case attribute::complement:
    case attribute::postcode:
    case attribute::town:
    case attribute::commune:
    case attribute::latitude:
    case attribute::longitude: return true;
    default: return false;
  }
}

void add_said(listing& place, const listing& member, const said_value& one, bool open) {
  said_value added{one.what, 0, one.value};
  const bool fits = !is_of_the_site(one.what) && (form_of(one.what).several || said(place, one.what).empty());
  if (open && one.what == attribute::publics_only) {
    added.what = attribute::publics_first;
  } else if (open || !fits) {
    if (said(place, one.what) == one.value) return;
    added.what = attribute::remark;
    added.value = said(member, attribute::name) + ": " + form_of(one.what).name + "=" + one.value;
  }
  place.says.push_back(std::move(added));
}

}  // namespace

void take_in(listing& place, const std::vector<const listing*>& members) {
  std::array<bool, 4> open{};
  for (const listing* each : members) {
    std::array<bool, 4> limited{};
    for (const said_value& one : each->says) limited[static_cast<std::size_t>(limit_of(one.what))] = true;
    for (std::size_t i = 0; i + 1 < open.size(); ++i) open[i] = open[i] || !limited[i];
  }
  for (const listing* each : members)
    for (const said_value& one : each->says) {
      const bool its_own =
          one.what == attribute::id || one.what == attribute::vintage || one.what == attribute::producer;
      if (its_own || one.what == attribute::type) continue;
      if (one.what == attribute::name) {
        if (one.value != said(place, attribute::name))
          place.says.push_back({attribute::remark, 0, "service=" + one.value});
      } else {
        add_said(place, *each, one, open[static_cast<std::size_t>(limit_of(one.what))]);
      }
    }
}

namespace {

void join_members(std::vector<file_reader>& files, const std::unordered_set<std::string>& refused) {
  if (std::all_of(files.begin(), files.end(), [](const file_reader& one) { return one.members.empty(); }))
    return;
  std::unordered_map<std::string, listing*> by_id;
  for (file_reader& file : files)
    for (listing& one : file.listings) by_id.emplace(key_of(file, one.sources.front().id), &one);
  std::unordered_map<listing*, std::vector<const listing*>> members;
  for (file_reader& file : files)
    for (const auto& [of, one] : file.members) {
      const std::string key = key_of(file, of);
      const auto found = by_id.find(key);
      if (found != by_id.end()) {
        members[found->second].push_back(&one);
        ++file.report.joined;
      } else if (refused.contains(key)) {
        ++file.report.refused;
        ++file.report.why[code::place_refused];
      } else {
        refuse(file, one, code::no_such_record,
               {"aucun lieu gardé n'a l'identifiant « " + of + " »",
                "no place that is kept has the id '" + of + "'"},
               severity::warning);
      }
    }
  for (file_reader& file : files)
    for (listing& one : file.listings)
      if (const auto found = members.find(&one); found != members.end()) take_in(one, found->second);
}

void finish(file_reader& file, import_report& report) {
  file.findings.finish();
  for (const auto& [what, count] : file.unread)
    file.report.unread.push_back({file.headers[what.first], what.second, count});
  std::sort(file.report.unread.begin(), file.report.unread.end(),
            [](const unread_value& a, const unread_value& b) {
              return std::tie(b.records, a.column, a.value) < std::tie(a.records, b.column, b.value);
            });
  report.files.push_back(std::move(file.report));
}

/// The order in which the files of a territory are read: by department, those without a commune last.
std::vector<std::size_t> order_as_written(const std::vector<listing>& all) {
  std::map<std::string, std::vector<std::size_t>> departments;
  auto last = departments.end();
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::string stem = file_stem_of(said(all[i], attribute::commune));
    if (last == departments.end() || last->first != stem)
      last = departments.try_emplace(std::move(stem)).first;
    last->second.push_back(i);
  }
  std::vector<std::size_t> order;
  order.reserve(all.size());
  for (const auto& [stem, places] : departments) order.insert(order.end(), places.begin(), places.end());
  return order;
}

void make_places(std::vector<listing>& all, const std::vector<std::size_t>& owner, const pack& rules,
                 way& along, import_result& result) {
  place_maker maker(rules, result.land);
  maker.reserve(all.size());
  std::size_t made = 0;
  for (const std::size_t i : order_as_written(all)) {
    maker.add(std::move(all[i]));
    ++result.report.files[owner[i]].kept;
    along.made(++made, all.size());
  }
}

}  // namespace
}  // namespace import

std::optional<import_result> import_files(const std::vector<import_source>& sources,
                                          const import_options& options, const pack& rules,
                                          diagnostics& out) {
  diagnostics found;
  std::map<std::string, column_mapping> mappings;
  std::vector<import::file_reader> files;
  std::vector<import::hsds::joined_package> packages;
  std::optional<gazetteer> communes = import::communes_for(options, found);
  import::way along(sources, options.tell);
  const bool read =
      communes && import::read_sources(sources, {options, rules, along, found}, mappings, files, packages);
  if (!read) communes.emplace();
  import_result result;
  std::vector<listing> all;
  std::vector<std::size_t> owner;
  std::unordered_set<std::string> refused;
  for (import::file_reader& file : files) import::refuse_places(file, options, *communes, refused);
  for (auto& each : packages) import::hsds::settle(each, files);
  import::join_members(files, refused);
  for (std::size_t i = 0; i < files.size(); ++i) import::keep_places(files[i], i, all, owner);
  for (import::file_reader& file : files) import::finish(file, result.report);
  out.insert(out.end(), found.begin(), found.end());
  const bool good = read && !has_errors(found);
  if (good) {
    if (options.merge) import::merge(all, owner, options, result.report);
    result.land.id = options.territory;
    result.land.title = {options.territory, options.territory};
    result.land.assumed_opening = parse_hours(assumed_hours).hours.value_or(opening_hours{});
    import::make_places(all, owner, rules, along, result);
    result.land.communes = std::move(*communes);
    import::place_in_communes(result.land);
  }
  along.end();
  return good ? std::optional<import_result>(std::move(result)) : std::nullopt;
}

}  // namespace aiguillage
