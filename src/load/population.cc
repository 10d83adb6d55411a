#include <algorithm>

#include "aiguillage/load.h"
#include "load/population_parts.h"
#include "load/tables.h"
#include "load/values.h"

namespace aiguillage {
namespace load {
namespace {

using yaml::value_kind;

constexpr std::size_t most_draws = 10000;

void read_trait(const yaml::node& line, populating& into, const sink& to) {
  yaml::check_keys(line, trait_keys(), to.file, to.out);
  if (line.kind != yaml::node_kind::mapping) return;
  trait read{text_at(line, "id"), {}, texts_at(line, "sources")};
  std::vector<std::string> seen;
  for (const yaml::node* word : list_at(line, "values"))
    if (first_time(*word, seen, to)) read.values.push_back(word->scalar);
  if (find_named(into.read.traits, read.id).known()) {
    const text said = quoted(read.id);
    report(to, line, code::duplicate_id, {said.fr + " existe déjà", said.en + " exists already"});
    return;
  }
  if (read.values.size() < 2 || read.values.size() > value_set{}.size()) {
    report(to, line, code::empty_list, {"un trait a de 2 à 128 valeurs", "a trait has 2 to 128 values"});
    return;
  }
  into.read.traits.add(std::move(read));
  into.drawn_traits.push_back(true);
}

void read_traits(const yaml::node& root, populating& into, const sink& to) {
  for (const yaml::node& line : items_at(root, "traits")) read_trait(line, into, to);
  std::size_t count = 1;
  for (const trait& one : into.read.traits)
    count = std::min(count * one.values.size(), most_combinations + 1);
  if (count <= most_combinations) {
    into.read.counted = into.read.traits.size();
    return;
  }
  report(to, *root.find("traits"), code::too_many,
         {"les traits ont plus de 100000 combinaisons", "the traits have more than 100000 combinations"},
         {"regroupez des valeurs", "put values together"});
}

void read_margins(const yaml::node& line, const populating& with, people_area& area, const sink& to) {
  const yaml::node* margins = child(line, "margins", value_kind::mapping);
  if (margins == nullptr) return;
  for (std::size_t i = 0; i < with.read.counted; ++i) {
    const trait& of = with.read.traits.items[i];
    const yaml::node* given = child(*margins, of.id.c_str(), value_kind::mapping);
    area.margins.push_back(given == nullptr ? std::vector<std::int64_t>(of.values.size())
                                            : read_shares(*given, of.values, content::not_negative, to));
    if (std::all_of(area.margins.back().begin(), area.margins.back().end(),
                    [](auto share) { return share == 0; })) {
      const text said = quoted(of.id);
      report(to, given == nullptr ? *margins : *given, code::empty_list,
             {"il faut des parts pour " + said.fr, "shares are expected for " + said.en});
    }
  }
  for (const yaml::entry& one : margins->entries)
    if (find_named(with.read.traits, one.key).index() >= with.read.counted)
      report(to, one, code::unknown_name,
             {quoted(one.key).fr + " n'est pas un trait compté",
              quoted(one.key).en + " is not a counted trait"});
}

void read_homes(const yaml::node& line, people_area& area, const sink& to) {
  std::int64_t people = 0;
  for (const yaml::node& each : items_at(line, "homes")) {
    yaml::check_keys(each, people_home_keys(), to.file, to.out);
    people_home read;
    if (const yaml::node* commune = child(each, "commune", value_kind::code))
      read.commune = read_commune(*commune, "commune", to);
    read.at = point_at(each, "point", to);
    read.people = integer_at(each, "people", content::people, to).value_or(0);
    people += read.people;
    area.homes.push_back(std::move(read));
  }
  if (!area.homes.empty() && people == 0)
    report(to, *line.find("homes"), code::no_people, {"personne n'habite là", "nobody lives there"});
}

void read_area(const yaml::node& line, populating& into, const sink& to) {
  yaml::check_keys(line, people_area_keys(), to.file, to.out);
  people_area read;
  read.id = text_at(line, "area");
  read.title = bilingual_at(line, "title");
  read.sources = texts_at(line, "sources");
  if (const yaml::node* commune = child(line, "commune", value_kind::code))
    read.commune = read_commune(*commune, "commune", to);
  read.people = integer_at(line, "people", content::people, to).value_or(0);
  const auto same = [&](const people_area& other) { return other.id == read.id; };
  if (std::any_of(into.read.areas.begin(), into.read.areas.end(), same)) {
    const text said = quoted(read.id);
    report(to, line, code::duplicate_id, {said.fr + " existe déjà", said.en + " exists already"});
  }
  read_homes(line, read, to);
  read_margins(line, into, read, to);
  into.read.areas.push_back(std::move(read));
}

void read_association(const yaml::node& line, populating& into, const sink& to) {
  yaml::check_keys(line, association_keys(), to.file, to.out);
  association read{read_guard(line, "when", true, into, to), 1000, texts_at(line, "sources")};
  if (const yaml::node* times = child(line, "times", value_kind::decimal))
    read.times_thousandths = read_thousandths(*times, "times", content::not_negative, to).value_or(1000);
  into.read.together.push_back(std::move(read));
}

/// The areas of the file, or of the table that it names.
void read_areas(const yaml::node& root, populating& into, const sink& to) {
  const yaml::node* table = child(root, "areas_from", value_kind::mapping);
  if ((table != nullptr) == (root.find("areas") != nullptr)) {
    report(to, root, code::wrong_shape,
           {"il faut « areas » ou « areas_from », l'un des deux",
            "'areas' or 'areas_from' is expected, one of the two"});
    return;
  }
  for (const yaml::node& line : items_at(root, "areas")) read_area(line, into, to);
  if (table != nullptr) read_areas_table(*table, into, to);
}

/// The whole of the areas; what is wrong with their sizes or margins is said.
void fit_areas(const yaml::node& root, populating& into, const sink& to) {
  const yaml::node* table = root.find("areas_from");
  std::int64_t people = 0;
  for (const people_area& area : into.read.areas) people += area.people;
  if (people < 1 || people > bounds_of(content::people).high) {
    report(to, root, code::no_people,
           {"il faut de 1 à 1000000000 personnes en tout", "1 to 1000000000 people are expected in all"});
    return;
  }
  if (into.read.areas.size() > most_areas(into.read)) {
    report(to, table != nullptr ? *table : *root.find("areas"), code::too_many,
           {"les zones ont plus de 10000000 combinaisons en tout",
            "the areas have more than 10000000 combinations in all"},
           {"regroupez des valeurs ou des zones", "put values or areas together"});
    return;
  }
  const std::vector<yaml::node>& lines = items_at(root, "areas");
  for (std::size_t i = 0; i < into.read.areas.size(); ++i)
    if (!fit_margins(into.read, into.read.areas[i])) {
      const text said = quoted(into.read.areas[i].id);
      report(to, table != nullptr ? *table : lines[i], code::margins_apart,
             {said.fr + " : ces marges ne peuvent pas valoir ensemble, avec les associations déclarées",
              said.en + ": these margins cannot hold together with the associations declared"},
             {"une association de facteur 0 interdit peut-être une combinaison nécessaire",
              "an association with the factor 0 may forbid a combination that is needed"});
    }
}

std::optional<std::size_t> area_at(const yaml::node& line, const populating& with, const sink& to) {
  const yaml::node* word = child(line, "area", value_kind::text);
  if (word == nullptr) return std::nullopt;
  std::vector<std::string> known;
  for (const people_area& area : with.read.areas) known.push_back(area.id);
  const auto found = std::find(known.begin(), known.end(), word->scalar);
  if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
  report_unknown(*word, code::unknown_name, {"cette zone n'existe pas", "this area does not exist"}, known,
                 to);
  return std::nullopt;
}

/// `trait` or `fact`, and one of its values.
std::optional<draw_test> read_counted(const yaml::node& line, const populating& with, const sink& to) {
  const char* key = line.find("fact") != nullptr ? "fact" : "trait";
  const yaml::node* name = child(line, key, value_kind::name);
  const yaml::node* word = child(line, "value", value_kind::text);
  if ((line.find("trait") != nullptr) == (line.find("fact") != nullptr)) {
    report(to, line, code::wrong_shape,
           {"il faut « trait » ou « fact », l'un des deux", "'trait' or 'fact' is expected, one of the two"});
    return std::nullopt;
  }
  if (name == nullptr || word == nullptr) return std::nullopt;
  return read_test({name->scalar, name->line, name->column, *word}, false, with, to);
}

void read_check(const yaml::node& line, populating& into, const sink& to) {
  yaml::check_keys(line, population_check_keys(), to.file, to.out);
  if (line.kind != yaml::node_kind::mapping) return;
  const std::optional<draw_test> of = read_counted(line, into, to);
  population_check read;
  read.area = area_at(line, into, to);
  read.profile = read_guard(line, "profile", true, into, to);
  read.sources = texts_at(line, "sources");
  const auto percent = [&](const char* key) {
    const yaml::node* given = child(line, key, value_kind::decimal);
    return given == nullptr ? 0 : read_thousandths(*given, key, content::percent, to).value_or(0);
  };
  read.percent_thousandths = percent("percent");
  read.within_thousandths = percent("within");
  if (!of) return;
  read.of = *of;
  into.read.checks.push_back(std::move(read));
}

population read_population(const yaml::node& root, const pack& rules, const std::optional<std::string>& path,
                           const sink& to) {
  populating into{rules, {}, {}, id_vector<fact_id, std::uint8_t>(rules.facts.size()), path};
  yaml::check_keys(root, population_keys(), to.file, to.out);
  if (root.kind != yaml::node_kind::mapping) return {};
  into.read.id = text_at(root, "population");
  into.read.title = bilingual_at(root, "title");
  const std::size_t before = to.out.size();
  read_traits(root, into, to);
  read_areas(root, into, to);
  for (const yaml::node& line : items_at(root, "together")) read_association(line, into, to);
  if (to.out.size() == before) fit_areas(root, into, to);
  if (items_at(root, "draws").size() > most_draws)
    report(to, *root.find("draws"), code::too_many, {"plus de 10000 tirages", "more than 10000 draws"});
  for (const yaml::node& line : items_at(root, "draws")) read_draw(line, into, to);
  for (const yaml::node& line : items_at(root, "checks")) read_check(line, into, to);
  into.read.hash = hash_of(root, into.read);
  return std::move(into.read);
}

}  // namespace

std::size_t most_areas(const population& of) {
  constexpr std::size_t most_cells = 10000000;
  return most_cells / combinations(of);
}

}  // namespace load

std::optional<population> parse_population(std::string_view text, const std::string& name, const pack& rules,
                                           diagnostics& out) {
  diagnostics found;
  std::optional<population> read;
  if (const auto root = yaml::parse(text, name, found))
    read = load::read_population(*root, rules, std::nullopt, {name, found});
  if (has_errors(found)) read.reset();
  out.insert(out.end(), found.begin(), found.end());
  return read;
}

std::optional<population> load_population(const std::string& path, const pack& rules, diagnostics& out) {
  diagnostics found;
  std::optional<population> read;
  if (const auto root = yaml::parse_file(path, path, found))
    read = load::read_population(*root, rules, path, {path, found});
  if (has_errors(found)) read.reset();
  out.insert(out.end(), found.begin(), found.end());
  return read;
}

}  // namespace aiguillage
