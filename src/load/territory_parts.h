#pragma once

#include <string>
#include <vector>

#include "aiguillage/territory.h"
#include "load/folder.h"

namespace aiguillage::load {

struct territory_reader {
  territory into;
  const pack& rules;
};

/// True for an id that is not in the list yet; reports one that is.
[[nodiscard]] bool is_new(const std::vector<std::string>& ids, const std::string& id, const yaml::node& at,
                          const sink& to);

template <class List>
[[nodiscard]] std::vector<std::string> ids_of(const List& list) {
  std::vector<std::string> ids;
  for (const auto& one : list) ids.push_back(one.id);
  return ids;
}

/// Reads one actor and adds it to the territory.
void read_actor(const yaml::node& item, territory_reader& with, const sink& to);

/// Reads travel/*.csv of a territory folder that is called `name`; the sites are those already read.
void read_travel_tables(const std::string& folder, const std::string& name, territory& into,
                        fingerprint& hash, diagnostics& out);

/// The same from the text of one table.
void read_travel_table(const std::string& content, travel_means by, territory& into, const sink& to);

}  // namespace aiguillage::load
