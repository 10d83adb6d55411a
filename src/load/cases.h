#pragma once

#include "aiguillage/cases.h"
#include "load/fields.h"

namespace aiguillage::load {

/// The paths of a case as they stand in its file, for findings.
struct written_paths {
  std::vector<const yaml::node*> acceptable;
  std::vector<const yaml::node*> wrong;
};

/// Reads the mapping of a case file.
[[nodiscard]] case_file read_case(const yaml::node& root, const pack& rules, const sink& to);

/// Reads `expect`.
[[nodiscard]] case_expectations read_expectations(const yaml::node& expect, const pack& rules,
                                                  written_paths& places, const sink& to);

/// Proves that acceptable paths satisfy, and that wrong paths violate, what a list of actors can show.
void check_paths(const case_file& of, const pack& rules, const written_paths& places, const sink& to);

}  // namespace aiguillage::load
