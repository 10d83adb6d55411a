#pragma once

#include <string>
#include <vector>

#include "aiguillage/import.h"
#include "france.h"
#include "load/support.h"

namespace aiguillage::import_tests {

inline std::string mapping_of(const std::string& format) {
  return std::string(AIGUILLAGE_SOURCE_DIR) + "/rules/imports/" + format + ".yaml";
}

/// One import, from texts.
struct imported {
  diagnostics found;
  std::optional<import_result> result;

  explicit imported(const std::vector<import_source>& sources, const import_options& options = dated())
      : result(import_files(sources, options, france(), found)) {}

  static import_options dated() {
    import_options options;
    options.territory = "here";
    options.vintage = "2026-01-15";  // of what says none
    return options;
  }
  [[nodiscard]] const actor& first() const { return result->land.actors.items.at(0); }
  [[nodiscard]] const site& place() const { return result->land.sites[first().at]; }
  [[nodiscard]] std::size_t count(const std::string& code) const {
    std::size_t all = 0;
    for (const diagnostic& one : found)
      if (one.code == code) ++all;
    return all;
  }
};

inline import_source csv(const std::string& format, const std::string& content) {
  return {mapping_of(format), format + ".csv", content};
}

inline import_source json(const std::string& format, const std::string& content) {
  return {mapping_of(format), format + ".json", content};
}

/// Every record is somewhere.
inline void expect_sums(const import_result& result) {
  std::size_t kept = 0;
  std::size_t merged = 0;
  for (const file_report& one : result.report.files) {
    EXPECT_EQ(one.records, one.kept + one.merged + one.joined + one.refused) << one.file;
    std::size_t why = 0;
    for (const auto& [code, count] : one.why) why += count;
    EXPECT_EQ(one.refused, why) << one.file;
    kept += one.kept;
    merged += one.merged;
  }
  EXPECT_EQ(kept, result.land.actors.size());
  EXPECT_EQ(merged, result.report.merged.size());
}

}  // namespace aiguillage::import_tests
