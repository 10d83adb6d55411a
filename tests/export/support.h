#pragma once

#include <map>
#include <string>
#include <vector>

#include "aiguillage/export.h"
#include "aiguillage/report/territory.h"
#include "export/tally.h"
#include "import/support.h"

namespace aiguillage::export_tests {

inline column_mapping mapping(const std::string& name) {
  diagnostics found;
  const auto read = load_mapping(import_tests::mapping_of(name), france(), found);
  EXPECT_TRUE(read) << load_tests::all_of(found);
  return read.value_or(column_mapping{});
}

inline export_format format_of(const std::string& name) {
  for (const export_format& one : export_formats())
    if (name == one.name) return one;
  ADD_FAILURE() << "no format " << name;
  return export_formats().front();
}

inline export_result exported(const territory& land, const std::string& name) {
  const std::string by = format_of(name).mapping;
  return export_territory(land, france(), name, by.empty() ? column_mapping{} : mapping(by));
}

/// The territory that an importer makes of an export.
inline import_tests::imported read_again(const export_result& written, const std::string& name) {
  const bool table = name == "csv" || name == "lamednum";
  import_options options = import_tests::imported::dated();
  options.merge = false;
  const std::string by = format_of(name).mapping;
  return import_tests::imported({{import_tests::mapping_of(by.empty() ? name : by),
                                  table ? "again.csv" : "again.json", written.content}},
                                options);
}

inline territory loaded(const std::string& name) {
  diagnostics found;
  const auto land =
      load_territory(std::string(AIGUILLAGE_SOURCE_DIR) + "/examples/territories/" + name, france(), found);
  EXPECT_TRUE(land) << load_tests::all_of(found);
  return land.value_or(territory{});
}

/// All files of a territory as one text.
inline std::string all_of(const territory& land) {
  std::string text;
  for (const territory_file& one : territory_files(land, france())) text += one.inside + "\n" + one.content;
  return text;
}

inline std::size_t sum(const std::vector<export_item>& items) {
  std::size_t all = 0;
  for (const export_item& one : items) all += one.records;
  return all;
}

inline std::size_t records(const std::vector<export_item>& items, const std::string& attribute) {
  std::size_t all = 0;
  for (const export_item& one : items)
    if (one.attribute == attribute) all += one.records;
  return all;
}

struct place_says {
  std::set<exports::statement> all;
  bool assumed_type = false;
};

inline std::map<std::string, place_says> said_by_place(const territory& land) {
  std::map<std::string, place_says> places;
  for (std::size_t i = 0; i < land.actors.size(); ++i) {
    const listing one = listing_of(land, actor_id(i), france());
    places[one.sources.front().id] = {exports::statements_of(one.says), !one.assumed.empty()};
  }
  return places;
}

/// What is lost, and added, by attribute, as the two territories tell; remarks that repeat a cell are not added.
struct difference {
  std::map<std::string, std::size_t> lost;
  std::map<std::string, std::size_t> added;
  std::size_t refused = 0;

  difference(const territory& before, const territory& after) {
    const auto now = said_by_place(after);
    for (const auto& [id, says] : said_by_place(before)) {
      const auto found = now.find(id);
      if (found == now.end()) {
        ++refused;
        continue;
      }
      const place_says& again = found->second;
      const bool only_assumed = again.assumed_type && !says.assumed_type;
      for (const auto& one : says.all)
        if (again.all.count(one) == 0 || (only_assumed && one.first == attribute::type))
          ++lost[form_of(one.first).name];
      for (const auto& one : again.all)
        if (says.all.count(one) == 0 && one.first != attribute::remark) ++added[form_of(one.first).name];
    }
  }
};

}  // namespace aiguillage::export_tests
