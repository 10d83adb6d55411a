#include "import/hsds_join.h"

#include <algorithm>
#include <map>
#include <utility>

#include "fold.h"
#include "import/codes.h"

namespace aiguillage::import::hsds {
namespace {

/// Rows that are named by others, and say something only then.
bool is_named_only(table_id of) {
  return of == table_id::program || of == table_id::unit || of == table_id::taxonomy ||
         of == table_id::taxonomy_term;
}

void tell_missing(const entry& row, const std::string& column, std::vector<file_reader>& files) {
  const std::string id = value_of(row, column);
  files[row.file].findings.tell(row.line, code::no_such_record,
                                {column + " : aucune ligne n'a l'identifiant « " + id + " »",
                                 column + ": no row has the id '" + id + "'"});
}

struct joiner {
  joined_package& made;
  std::vector<file_reader>& files;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> known;  // location, organization -> place
  std::vector<std::vector<std::size_t>> sites_of;                    // service -> its service_at_location
  std::vector<std::vector<std::size_t>> locations_of;                // organization -> its locations
  std::vector<bool> has_site;   // organization: one of its services is somewhere
  std::vector<bool> has_place;  // location, organization

  [[nodiscard]] std::vector<entry>& rows() const { return made.in.rows; }
  [[nodiscard]] bool stands(std::size_t row, table_id of) const {
    return rows()[row].of == of && rows()[row].why == nullptr;
  }
  /// The row that another one names; `told`: says when it is not there.
  [[nodiscard]] std::size_t target(std::size_t row, table_id of, bool told) const {
    const entry& from = rows()[row];
    const std::string column = link_to(of);
    const std::string& id = value_of(from, column);
    if (id.empty()) return no_entry;
    const std::size_t found = find_row(made.in, of, id);
    if (found == no_entry && told) tell_missing(from, column, files);
    return found;
  }

  void run() {
    sites_of.resize(rows().size());
    locations_of.resize(rows().size());
    has_site.resize(rows().size());
    has_place.resize(rows().size());
    made.owns.resize(rows().size());
    refuse_inactive();
    find_sites();
    for (std::size_t i = 0; i < rows().size(); ++i)
      if (stands(i, table_id::service)) place_service(i);
    place_the_rest();
    for (place& each : made.places) choose_owner(each);
    std::sort(made.places.begin(), made.places.end(),
              [](const place& a, const place& b) { return a.owner < b.owner; });
    find_parts();
  }
  void refuse_inactive() const {
    for (std::size_t i = 0; i < rows().size(); ++i) {
      if (!stands(i, table_id::service)) continue;
      const std::string status = detail::folded(value_of(rows()[i], "status"));
      if (status == "inactive" || status == "defunct") rows()[i].why = code::inactive;
    }
  }
  void find_sites() {
    for (std::size_t i = 0; i < rows().size(); ++i) {
      if (stands(i, table_id::location)) {
        if (const std::size_t of = target(i, table_id::organization, true); of != no_entry)
          locations_of[of].push_back(i);
      } else if (stands(i, table_id::service_at_location)) {
        const std::size_t service = target(i, table_id::service, true);
        const std::size_t where = target(i, table_id::location, true);
        if (service == no_entry || where == no_entry) continue;
        sites_of[service].push_back(i);
        if (rows()[service].why == code::inactive) {
          has_place[where] = true;
          rows()[i].why = code::inactive;
        }
        if (const std::size_t of = target(service, table_id::organization, false); of != no_entry)
          has_site[of] = true;
      }
    }
  }
  place& at(std::size_t location, std::size_t organization) {
    if (location == no_entry && organization == no_entry) return made.places.emplace_back();
    const auto [there, fresh] = known.emplace(std::pair{location, organization}, made.places.size());
    if (fresh) {
      made.places.emplace_back();
      made.places.back().location = location;
      made.places.back().organization = organization;
      for (const std::size_t row : {location, organization})
        if (row != no_entry) has_place[row] = true;
    }
    return made.places[there->second];
  }
  void place_service(std::size_t service) {
    const std::size_t of = target(service, table_id::organization, true);
    for (const std::size_t site : sites_of[service]) {
      place& where = at(target(site, table_id::location, false), of);
      if (where.services.empty() || where.services.back().service != service)
        where.services.push_back({service, {}});
      where.services.back().sites.push_back(site);
    }
    if (!sites_of[service].empty()) return;
    if (of != no_entry && !has_site[of] && !locations_of[of].empty())
      for (const std::size_t location : locations_of[of]) at(location, of).services.push_back({service, {}});
    else
      at(no_entry, of).services.push_back({service, {}});
  }
  /// Locations without a service, organizations without a location; but for those of refused services, and those above others.
  void place_the_rest() {
    for (std::size_t i = 0; i < rows().size(); ++i)
      if (stands(i, table_id::location) && !has_place[i]) at(i, target(i, table_id::organization, false));
    std::vector<bool> above(rows().size());
    for (std::size_t i = 0; i < rows().size(); ++i) {
      if (rows()[i].of == table_id::service && rows()[i].why == code::inactive)
        if (const std::size_t of = target(i, table_id::organization, false); of != no_entry) above[of] = true;
      if (!stands(i, table_id::organization)) continue;
      const std::size_t parent =
          find_row(made.in, table_id::organization, value_of(rows()[i], "parent_organization_id"));
      if (parent != no_entry && parent != i) above[parent] = true;
    }
    for (std::size_t i = 0; i < rows().size(); ++i)
      if (stands(i, table_id::organization) && !has_place[i] && !above[i]) at(no_entry, i);
  }
  void choose_owner(place& of) {
    const auto take = [&](std::size_t row) {
      if (of.owner == no_entry && row != no_entry && rows()[row].counted && !made.owns[row]) of.owner = row;
    };
    take(of.location);
    for (const offered& each : of.services)
      for (const std::size_t site : each.sites) take(site);
    if (of.location == no_entry) take(of.organization);
    for (const offered& each : of.services) take(each.service);
    take(of.organization);
    if (of.owner == no_entry) {  // nothing of it is counted yet, or all of it stands for another place
      for (const std::size_t row : {of.location, of.organization})
        if (of.owner == no_entry && row != no_entry && !made.owns[row]) of.owner = row;
    }
    if (of.owner == no_entry) {
      entry extra = rows()[of.services.empty() ? of.location : of.services.front().service];
      extra.of = table_id::none;
      of.owner = rows().size();
      rows().push_back(std::move(extra));
      made.owns.push_back(false);
    }
    rows()[of.owner].counted = true;
    made.owns[of.owner] = true;
  }
  void find_parts() {
    made.parts.resize(rows().size());
    for (std::size_t i = 0; i < rows().size(); ++i) {
      const entry& row = rows()[i];
      if (row.of <= table_id::service_at_location || row.of == table_id::none || is_named_only(row.of))
        continue;
      for (const std::size_t parent : parents(row, true)) made.parts[parent].push_back(i);
    }
  }
  [[nodiscard]] std::vector<std::size_t> parents(const entry& row, bool told) const {
    std::vector<std::size_t> all;
    const auto add = [&](table_id of, const std::string& column) {
      const std::string& id = value_of(row, column);
      if (id.empty() || of == row.of) return;
      const std::size_t found = find_row(made.in, of, id);
      if (found != no_entry)
        all.push_back(found);
      else if (told && row.counted)
        tell_missing(row, column, files);
    };
    for (const table_id of : {table_id::organization, table_id::service, table_id::location,
                              table_id::service_at_location, table_id::contact, table_id::phone})
      add(of, link_to(of));
    add(table_of_name(value_of(row, "link_entity")), "link_id");
    add(table_of_name(value_of(row, "resource_type")), "resource_id");
    return all;
  }
};

/// How much is left of what a row tells of.
enum class left : std::uint8_t { nothing_there, refused, here };

struct settler {
  joiner links;
  std::vector<left> states;

  void raise(std::size_t row, left state) {
    if (row != no_entry) states[row] = std::max(states[row], state);
  }
  [[nodiscard]] left state_of(table_id of, const std::string& id) const {
    const std::size_t found = find_row(links.made.in, of, id);
    return found == no_entry ? left::nothing_there : states[found];
  }
  void raise_named(std::size_t row, table_id of, const char* column) {
    raise(find_row(links.made.in, of, value_of(links.rows()[row], column)), states[row]);
  }
  void run() {
    const std::vector<entry>& rows = links.rows();
    states.resize(rows.size());
    for (const place& each : links.made.places) {
      const bool here = each.read && links.files[each.listed.file].here[each.listed.listing];
      const left state = here ? left::here : left::refused;
      for (const std::size_t row : {each.location, each.organization}) raise(row, state);
      for (const offered& one : each.services) {
        raise(one.service, state);
        for (const std::size_t site : one.sites) raise(site, state);
      }
    }
    raise_cores();
    // Contacts before the phones that name them, phones before their languages, attributes before their terms.
    for (const table_id of : {table_id::contact, table_id::phone}) raise_parts(of);
    for (int of = static_cast<int>(table_id::address); of <= static_cast<int>(table_id::attribute); ++of)
      if (!is_named_only(static_cast<table_id>(of))) raise_parts(static_cast<table_id>(of));
    raise_terms();
    raise_parts(table_id::metadata);
  }
  /// What hangs on a refused row is refused with it; organizations are there for those below.
  void raise_cores() {
    const std::vector<entry>& rows = links.rows();
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (rows[i].of <= table_id::location) raise(i, left::refused);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].of == table_id::organization)
        raise_named(i, table_id::organization, "parent_organization_id");
      if (rows[i].of == table_id::service) raise_named(i, table_id::program, "program_id");
      if (rows[i].of == table_id::program)
        raise(i, state_of(table_id::organization, value_of(rows[i], "organization_id")));
      if (rows[i].of == table_id::service_at_location && states[i] == left::nothing_there &&
          find_row(links.made.in, table_id::service, value_of(rows[i], "service_id")) != no_entry &&
          find_row(links.made.in, table_id::location, value_of(rows[i], "location_id")) != no_entry)
        raise(i, left::refused);
    }
  }
  void raise_parts(table_id of) {
    const std::vector<entry>& rows = links.rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].of != of) continue;
      for (const std::size_t parent : links.parents(rows[i], false)) raise(i, states[parent]);
    }
  }
  void raise_terms() {
    const std::vector<entry>& rows = links.rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].of == table_id::service_capacity) raise_named(i, table_id::unit, "unit_id");
      if (rows[i].of != table_id::attribute) continue;
      for (const table_id of : {table_id::taxonomy_term, table_id::taxonomy}) {
        raise_named(i, of, "taxonomy_term_id");
        raise_named(i, of, "taxonomy_id");
      }
    }
    raise_ancestors(table_id::taxonomy_term);
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (rows[i].of == table_id::taxonomy_term) raise_named(i, table_id::taxonomy, "taxonomy_id");
    raise_ancestors(table_id::taxonomy);
  }
  /// A term that is used uses those above it.
  void raise_ancestors(table_id of) {
    const std::vector<entry>& rows = links.rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].of != of) continue;
      std::size_t below = i;
      for (;;) {
        const std::size_t above = find_row(links.made.in, of, value_of(rows[below], "parent_id"));
        if (above == no_entry || states[above] >= states[below]) break;
        states[above] = states[below];
        below = above;
      }
    }
  }
};

const char* why_refused(const entry& row, left state) {
  if (row.why != nullptr) return row.why;
  if (state == left::refused) return code::place_refused;
  if (is_named_only(row.of)) return code::unused;
  return state == left::here ? nullptr : code::no_such_record;
}

bool names_something(const entry& row) {
  return std::any_of(row.fields.begin(), row.fields.end(), [](const field& one) {
    return one.name != "id" && one.name.ends_with("_id") && !one.value.empty();
  });
}

}  // namespace

joined_package join(package in, std::vector<file_reader>& files) {
  joined_package made;
  made.in = std::move(in);
  made.in.seen.clear();
  joiner{made, files, {}, {}, {}, {}, {}}.run();
  return made;
}

void settle(joined_package& made, std::vector<file_reader>& files) {
  settler all{{made, files, {}, {}, {}, {}, {}}, {}};
  all.run();
  for (std::size_t i = 0; i < made.in.rows.size(); ++i) {
    const entry& row = made.in.rows[i];
    if (!row.counted || made.owns[i]) continue;
    file_report& report = files[row.file].report;
    ++report.records;
    const char* why =
        all.states[i] == left::here && row.why == nullptr ? nullptr : why_refused(row, all.states[i]);
    if (why == nullptr) {
      ++report.joined;
      continue;
    }
    ++report.refused;
    ++report.why[why];
    if (why == code::no_such_record && !names_something(row))
      files[row.file].findings.tell(row.line, why,
                                    {"cette ligne ne se rattache à rien", "this row is joined to nothing"});
  }
}

}  // namespace aiguillage::import::hsds
