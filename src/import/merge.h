#pragma once

#include <vector>

#include "aiguillage/import.h"

namespace aiguillage::import {

/// Takes records of different producers for one place when they are of one type, and either have one SIRET and stand within
/// 200 m of each other, or stand within 150 m and are called nearly the same (both assumed: a SIRET alone may be that of
/// a town, for all its places). The surest pairs come first, and no place holds two records of one producer. What the more
/// recent record says comes first; of what can be said once only, the other is kept as a remark. `owner`: of which file each
/// listing is.
void merge(std::vector<listing>& all, std::vector<std::size_t>& owner, const import_options& options,
           import_report& report);

/// How much two names have in common, in percent: twice the words that both have, over the words of both. Words of places
/// are compared without accents, endings of plural and little words.
[[nodiscard]] int likeness(const std::string& a, const std::string& b);

}  // namespace aiguillage::import
