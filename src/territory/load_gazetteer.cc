#include <algorithm>
#include <functional>
#include <map>
#include <unordered_map>
#include <utility>

#include "table/columns.h"
#include "table/findings.h"
#include "table/numbers.h"
#include "territory/gazetteer_codes.h"
#include "territory/gazetteer_parts.h"

namespace aiguillage {
namespace {

namespace code = gazetteer_code;

constexpr std::size_t most_communes = commune_id::none_value;

using table::columns;

text named(const std::string& word) { return {"« " + word + " »", "\"" + word + "\""}; }

/// Names are short; so texts never outgrow a span, even when each line is as long as it may be.
constexpr table::csv_limits line_limits{std::size_t{1} << 14U, 1000, 50};

bool read_table(const table::csv_file& from, const std::vector<table::column_name>& names, diagnostics& out,
                const table::named_row_taker& on_row) {
  return table::read_named_columns(from, line_limits, names, on_row, out);
}

void warn(table::findings& to, const char* what, int line, text message, text hint = {}) {
  to.add(severity::warning, what, line, std::move(message), std::move(hint));
}

void warn_code(table::findings& to, int line, std::string_view word) {
  const text name = named(std::string(word.substr(0, 40)));
  warn(to, code::bad_code, line,
       {name.fr + " n'est pas un code Insee de commune : ligne laissée de côté",
        name.en + " is not the INSEE code of a commune: line left out"},
       {"cinq caractères, zéro du début compris", "five characters, with the leading zero"});
}

/// The ids of the groups of one kind, as their codes are met.
template <class Id>
struct group_ids {
  id_vector<Id, commune_group>& groups;
  std::unordered_map<std::string, Id> known{};
  Id last{};

  Id of(std::string_view word) {
    if (word.empty()) return {};
    if (last.known() && groups[last].code == word) return last;
    const auto [at, fresh] = known.try_emplace(std::string(word));
    if (fresh) at->second = groups.add({std::string(word), {}});
    return last = at->second;
  }
};

struct former_code {
  std::uint64_t from = 0;
  std::uint64_t to = 0;
  int line = 0;
};

/// In the order of commune_columns.
enum column : std::size_t {
  insee,
  name,
  department,
  region,
  epci,
  population,
  latitude,
  longitude,
  part_of,
  ept,
  postcodes,
  hall_latitude,
  hall_longitude,
  square_km
};
const std::vector<table::column_name>& commune_columns() {
  static const std::vector<table::column_name> names = {{"code_insee"},
                                                        {"nom"},
                                                        {"departement"},
                                                        {"region"},
                                                        {"epci"},
                                                        {"population"},
                                                        {"latitude"},
                                                        {"longitude"},
                                                        {"commune_parente", false},
                                                        {"ept", false},
                                                        {"codes_postaux", false},
                                                        {"lat_mairie", false},
                                                        {"lon_mairie", false},
                                                        {"surface_km2", false}};
  return names;
}

class commune_reader {
 public:
  explicit commune_reader(gazetteer& into) : into_(into) {}

  void take(const table::row& row, const columns& in, table::findings& to);
  /// Once all are there: the communes of districts.
  void join_districts(table::findings& to);

 private:
  struct district {
    commune_id which;
    std::uint64_t whole = 0;
    int line = 0;
  };

  text_span keep(std::string_view word);
  std::optional<std::int32_t> population_of(const table::row& row, const columns& in, table::findings& to);

  gazetteer& into_;
  group_ids<epci_id> epcis_{into_.epcis};
  group_ids<ept_id> epts_{into_.epts};
  group_ids<department_id> departments_{into_.departments};
  group_ids<region_id> regions_{into_.regions};
  std::unordered_map<std::uint64_t, commune_id> seen_;
  std::vector<district> districts_;
  bool full_ = false;
};

text_span commune_reader::keep(std::string_view word) {
  const auto from = static_cast<std::uint32_t>(into_.texts.size());
  into_.texts += word;
  return {from, static_cast<std::uint32_t>(word.size())};
}

/// A figure that is given and cannot be read is said.
std::optional<double> figure(std::string_view word, double least, double most, int line,
                             table::findings& to) {
  if (word.empty()) return std::nullopt;
  const std::optional<double> value = table::decimal(word);
  if (value && *value >= least && *value <= most) return value;
  const text shown = named(std::string(word.substr(0, 40)));
  warn(to, code::bad_number, line,
       {shown.fr + " n'est pas un nombre possible ici : tenu pour non renseigné",
        shown.en + " is not a number that may stand here: taken as not given"});
  return std::nullopt;
}

std::optional<point> point_of(std::string_view latitude, std::string_view longitude, int line,
                              table::findings& to) {
  if (latitude.empty() && longitude.empty()) return std::nullopt;
  const std::optional<double> north = table::decimal(latitude);
  const std::optional<double> east = table::decimal(longitude);
  if (north && east && *north >= -90 && *north <= 90 && *east >= -180 && *east <= 180)
    return point{*north, *east};
  const text shown = named(std::string(latitude.substr(0, 40)) + " " + std::string(longitude.substr(0, 40)));
  warn(to, code::bad_point, line,
       {shown.fr + " n'est pas un point : tenu pour non renseigné",
        shown.en + " is not a point: taken as not given"},
       {"latitude puis longitude, en degrés", "latitude, then longitude, in degrees"});
  return std::nullopt;
}

void commune_reader::take(const table::row& row, const columns& in, table::findings& to) {
  const auto cell = [&](column which) { return in.cell(row, which); };
  const std::uint64_t key = commune_key(cell(insee));
  if (key == 0) return warn_code(to, row.line, cell(insee));
  if (into_.communes.size() == most_communes) {
    if (!std::exchange(full_, true))
      to.add(severity::error, code::too_many_communes, row.line,
             {"plus de " + std::to_string(most_communes) + " communes",
              "more than " + std::to_string(most_communes) + " communes"});
    return;
  }
  const auto [at, fresh] = seen_.try_emplace(key, commune_id(into_.communes.size()));
  if (!fresh) {
    const text shown = named(std::string(cell(insee)));
    return warn(to, code::duplicate_code, row.line,
                {"le code " + shown.fr + " est déjà pris : ligne laissée de côté",
                 "the code " + shown.en + " is already taken: line left out"});
  }
  into_.codes.push_back({key, at->second});
  commune one;
  one.code = keep(cell(insee));
  one.name = keep(cell(name));
  one.postcodes = keep(cell(postcodes));
  one.epci = epcis_.of(cell(epci));
  one.ept = epts_.of(cell(ept));
  one.department = departments_.of(cell(department));
  one.region = regions_.of(cell(region));
  one.population = population_of(row, in, to);
  one.centre = point_of(cell(latitude), cell(longitude), row.line, to);
  one.town_hall = point_of(cell(hall_latitude), cell(hall_longitude), row.line, to);
  if (const auto area = figure(cell(square_km), 0, 1e6, row.line, to))
    one.square_km = static_cast<float>(*area);
  if (!cell(part_of).empty()) districts_.push_back({at->second, commune_key(cell(part_of)), row.line});
  into_.communes.add(one);
}

std::optional<std::int32_t> commune_reader::population_of(const table::row& row, const columns& in,
                                                          table::findings& to) {
  const auto people = figure(in.cell(row, population), 0, 1e8, row.line, to);
  return people ? std::optional(static_cast<std::int32_t>(*people)) : std::nullopt;
}

void commune_reader::join_districts(table::findings& to) {
  for (const district& one : districts_) {
    const auto whole = seen_.find(one.whole);
    if (whole != seen_.end() && whole->second != one.which) {
      into_.communes[one.which].part_of = whole->second;
      continue;
    }
    warn(to, code::unknown_code, one.line,
         {"la commune de cet arrondissement n'est pas dans le fichier",
          "the commune of this district is not in the file"});
  }
}

bool read_communes(const table::csv_file& from, gazetteer& into, diagnostics& out) {
  const std::size_t before = out.size();
  commune_reader reader(into);
  const bool read = read_table(from, commune_columns(), out, [&](auto&&... what) { reader.take(what...); });
  table::findings to{from.name, out, line_limits.findings};
  reader.join_districts(to);
  if (read && into.communes.empty())
    to.add(severity::error, code::no_commune, 0,
           {"ce fichier ne nomme aucune commune", "this file names no commune"});
  to.finish();
  std::sort(into.codes.begin(), into.codes.end(),
            [](const commune_code& a, const commune_code& b) { return a.key < b.key; });
  return read && !has_errors({out.begin() + static_cast<std::ptrdiff_t>(before), out.end()});
}

/// Follows former codes to one of today; unknown when they lead nowhere, or round.
commune_id end_of(const former_code& start, const std::map<std::uint64_t, former_code>& former,
                  const std::map<std::uint64_t, commune_id>& today, bool& loops) {
  std::uint64_t key = start.to;
  for (std::size_t steps = 0; steps <= former.size(); ++steps) {
    const auto now = today.find(key);
    if (now != today.end()) return now->second;
    const auto next = former.find(key);
    if (next == former.end()) return {};
    key = next->second.to;
  }
  loops = true;
  return {};
}

void resolve_former(const std::map<std::uint64_t, former_code>& former, gazetteer& into,
                    table::findings& to) {
  std::map<std::uint64_t, commune_id> today;
  for (const commune_code& one : into.codes) today.emplace_hint(today.end(), one.key, one.leads_to);
  for (const auto& [key, one] : former) {
    bool loops = false;
    const commune_id end = end_of(one, former, today, loops);
    if (end.known()) {
      into.codes.push_back({key, end});
    } else if (loops) {
      warn(to, code::code_loop, one.line,
           {"cet ancien code ne mène qu'à lui-même", "this former code leads back to itself only"});
    } else {
      warn(to, code::unknown_code, one.line,
           {"cet ancien code ne mène à aucune commune", "this former code leads to no commune"});
    }
  }
  std::sort(into.codes.begin(), into.codes.end(),
            [](const commune_code& a, const commune_code& b) { return a.key < b.key; });
}

bool read_former(const table::csv_file& from, gazetteer& into, diagnostics& out) {
  std::map<std::uint64_t, former_code> former;
  const bool read = read_table(
      from, {{"ancien_code"}, {"code_*"}}, out,
      [&](const table::row& row, const columns& in, table::findings& to) {
        const former_code one{commune_key(in.cell(row, 0)), commune_key(in.cell(row, 1)), row.line};
        if (one.from == 0 || one.to == 0) return warn_code(to, row.line, in.cell(row, one.from == 0 ? 0 : 1));
        if (find_commune(into, in.cell(row, 0)).known())
          return warn(to, code::code_in_use, row.line,
                      {"cet ancien code est celui d'une commune d'aujourd'hui : ligne laissée de côté",
                       "this former code is that of a commune of today: line left out"});
        if (!former.try_emplace(one.from, one).second)
          warn(to, code::duplicate_code, row.line,
               {"cet ancien code est déjà donné : ligne laissée de côté",
                "this former code is already given: line left out"});
      });
  table::findings to{from.name, out, line_limits.findings};
  resolve_former(former, into, to);
  to.finish();
  return read;
}

/// Names of groups that communes are in; others are not kept.
template <class Id>
bool read_names(const std::string& path, id_vector<Id, commune_group>& groups, diagnostics& out) {
  if (path.empty()) return true;
  std::map<std::string, Id, std::less<>> known;
  for (std::size_t i = 0; i < groups.size(); ++i) known.emplace(groups[Id(i)].code, Id(i));
  return read_table({path, std::nullopt}, {{"code"}, {"nom"}}, out,
                    [&](const table::row& row, const columns& in, table::findings&) {
                      const auto at = known.find(in.cell(row, 0));
                      if (at != known.end()) groups[at->second].name = in.cell(row, 1);
                    });
}

}  // namespace

std::optional<gazetteer> load_gazetteer(const gazetteer_files& files, diagnostics& out) {
  gazetteer result;
  bool good = read_communes({files.communes, std::nullopt}, result, out);
  if (!files.former.empty()) good = read_former({files.former, std::nullopt}, result, out) && good;
  good = read_names(files.epcis, result.epcis, out) && good;
  good = read_names(files.epts, result.epts, out) && good;
  good = read_names(files.departments, result.departments, out) && good;
  good = read_names(files.regions, result.regions, out) && good;
  if (!good) return std::nullopt;
  result.texts.shrink_to_fit();
  return result;
}

std::optional<gazetteer> parse_gazetteer(const gazetteer_texts& texts, diagnostics& out) {
  gazetteer result;
  bool good = read_communes({texts.communes.name, texts.communes.bytes}, result, out);
  if (!texts.former.name.empty())
    good = read_former({texts.former.name, texts.former.bytes}, result, out) && good;
  if (!good) return std::nullopt;
  result.texts.shrink_to_fit();
  return result;
}

}  // namespace aiguillage
