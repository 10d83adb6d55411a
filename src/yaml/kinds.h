#pragma once

#include <string>

#include "yaml/document.h"

namespace aiguillage::yaml {

/// What a value of this kind is, for messages: "une date (AAAA-MM-JJ)".
[[nodiscard]] text kind_name(value_kind kind);

/// How a scalar that should be a number would be written, or "" when nobody can tell.
[[nodiscard]] std::string plain_number(const std::string& word, value_kind kind);

[[nodiscard]] bool is_name(const std::string& word);
[[nodiscard]] bool is_integer(const std::string& word);
[[nodiscard]] bool is_decimal(const std::string& word);
[[nodiscard]] bool has_date_form(const std::string& word);

}  // namespace aiguillage::yaml
