#pragma once

#include <optional>

#include "aiguillage/situation.h"
#include "load/fields.h"

namespace aiguillage::load {

/// The place of a value in the list of its fact; reports a value that is not there.
[[nodiscard]] std::optional<std::size_t> value_index(const fact& of, const yaml::node& word, const sink& to);

/// What a situation says of one fact; not known when it is wrong.
[[nodiscard]] fact_value read_fact_value(const fact& of, const yaml::node& given, const sink& to);

/// A mapping of facts; one value for each fact of the pack.
[[nodiscard]] id_vector<fact_id, fact_value> read_facts(const yaml::node& mapping, const pack& rules,
                                                        const sink& to);

/// A mapping with latitude and longitude in degrees.
[[nodiscard]] std::optional<point> read_point(const yaml::node& mapping, const sink& to);

/// The same under a key; nothing when it is absent or wrong.
[[nodiscard]] std::optional<point> point_at(const yaml::node& mapping, const char* key, const sink& to);

/// An INSEE code of a commune, between quotes; "" when it is wrong.
[[nodiscard]] std::string read_commune(const yaml::node& given, const std::string& what, const sink& to);

/// A situation file that parsed: situation, date, home.
[[nodiscard]] situation read_situation(const yaml::node& root, const pack& rules, const sink& to);

}  // namespace aiguillage::load
