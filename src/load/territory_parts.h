#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "aiguillage/territory.h"
#include "load/folder.h"

namespace aiguillage::load {

struct territory_reader {
  territory into;
  const pack& rules;
  std::map<std::string, site_id> sites;
  std::set<std::string> site_ids;
  std::set<std::string> actor_ids;
  std::uint16_t file = 0;  // that is read now, index into territory::files
};

/// Adds an id that is not in the set yet; reports one that is.
[[nodiscard]] bool is_new(std::set<std::string>& ids, const std::string& id, const yaml::node& at,
                          const sink& to);

/// The keys of the areas that an actor serves, and their values.
[[nodiscard]] std::vector<yaml::key_spec> area_keys();
void read_areas(const yaml::node& item, actor& read, const sink& to);

/// Reads one actor and adds it to the territory.
void read_actor(const yaml::node& item, territory_reader& with, const sink& to);

/// The communes of a territory folder, and what their former codes became.
inline constexpr const char* communes_file = "communes.csv";
inline constexpr const char* former_communes_file = "former_communes.csv";
void read_communes(const file_set& from, territory& into, fingerprint& hash, diagnostics& out);

/// Reads travel/*.csv of a territory folder; the sites are those already read.
inline constexpr const char* travel_folder = "travel";
inline constexpr std::size_t most_travel_bytes = std::size_t{1} << 26;
void read_travel_tables(const file_set& from, territory& into, fingerprint& hash, diagnostics& out);

/// Of what lies in travel/: hidden files and YAML are not meant as tables.
[[nodiscard]] bool is_table_of_travel(const std::string& name);

/// The same from the text of one table.
void read_travel_table(const std::string& content, travel_means by, territory& into, const sink& to);

}  // namespace aiguillage::load
