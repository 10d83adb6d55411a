#pragma once

#include "aiguillage/mapping.h"
#include "export/rows.h"
#include "report/json_value.h"

namespace aiguillage::exports {

/// The values of a cell: a list where the column holds several, a number, a text, null.
[[nodiscard]] report::json json_cell(const written_column& column, bool several,
                                     const std::vector<std::string>& values);

/// A decimal as it is written; nothing when it is none.
[[nodiscard]] std::optional<report::json> json_number(const std::string& written);

/// Whether the column of this header holds several values, by its rules.
[[nodiscard]] bool holds_several(const column_mapping& by, const written_column& column);

}  // namespace aiguillage::exports
