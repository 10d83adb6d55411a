#pragma once

#include <string>
#include <vector>

#include "aiguillage/report/survey.h"
#include "report/page.h"

/// Parts of the page of a territory.
namespace aiguillage::report {

struct survey_view {
  page on;
  const pack& rules;
  const territory& land;
  const survey& seen;
  const diagnostics& all;
};

/// A place with its own name, or that of its type.
[[nodiscard]] std::string name_of(const survey_view& to, actor_id who);
/// The first names, and how many are left.
[[nodiscard]] std::string names_of(const survey_view& to, const std::vector<actor_id>& actors,
                                   std::size_t most = 4);
/// The labels of need types, and how many are left.
[[nodiscard]] std::string needs_words(const survey_view& to, const std::vector<need_type_id>& needs,
                                      std::size_t most);
[[nodiscard]] std::vector<need_type_id> needs_in(const survey_view& to, const value_set& set);
/// Labels side by side, and how many are left.
[[nodiscard]] std::string some_of(const survey_view& to, const std::vector<std::string>& labels,
                                  std::size_t most);

/// A table of plain words; empty when there is no row.
[[nodiscard]] std::string table_of(const std::vector<std::string>& head,
                                   const std::vector<std::vector<std::string>>& rows,
                                   const std::string& classes = "");
/// A heading of second level with its part; empty without one.
[[nodiscard]] std::string part_of(const survey_view& to, const char* anchor, const text& heading,
                                  const std::string& inside);

[[nodiscard]] std::string survey_map(const survey_view& to);
[[nodiscard]] std::string survey_findings(const survey_view& to);
[[nodiscard]] std::string survey_needs(const survey_view& to);
[[nodiscard]] std::string survey_rights(const survey_view& to);
[[nodiscard]] std::string survey_network(const survey_view& to);
[[nodiscard]] std::string survey_directory(const survey_view& to);

}  // namespace aiguillage::report
