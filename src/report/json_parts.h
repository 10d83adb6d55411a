#pragma once

#include <string>

#include "aiguillage/explain.h"
#include "aiguillage/report/json.h"
#include "report/json_value.h"

/// Parts of the JSON of the contract that several verbs share.
namespace aiguillage::report {

[[nodiscard]] json name_or_null(const std::string& name);

template <class Id, class T>
[[nodiscard]] json id_or_null(const id_vector<Id, T>& list, Id which) {
  return which.known() ? json(list[which].id) : json(nullptr);
}

/// {rule, source, text}
[[nodiscard]] json rule_json(const reason& one, language wanted);

[[nodiscard]] json pack_json(const pack& rules);

/// Everything that `qualify` and `route` have in common; the territory is left out when there is none.
[[nodiscard]] json head_json(const pack& rules, const territory* land, const situation& person,
                             const qualification& found, language wanted);

}  // namespace aiguillage::report
