#pragma once

#include <string>
#include <vector>

#include "import/hsds_tables.h"

namespace aiguillage::import::hsds {

/// A service at one place, and the rows service_at_location that say so.
struct offered {
  std::size_t service = no_entry;
  std::vector<std::size_t> sites;
};

/// A listing of one file.
struct listing_place {
  std::size_t file = 0;
  std::size_t listing = 0;
};

/// A location with the organization whose services are there: one actor. Either may be missing.
struct place {
  std::size_t location = no_entry;
  std::size_t organization = no_entry;
  std::size_t owner = no_entry;  // the row that is kept when the place is; the others are joined to it
  std::vector<offered> services;
  listing_place listed;  // once it is read
  bool read = false;
};

/// The rows of one package and what they make. Rows are numbered as in `in`.
struct joined_package {
  package in;
  std::vector<place> places;
  std::vector<std::vector<std::size_t>> parts;  // of each row: those that name it (phones, schedules…)
  std::vector<bool> owns;                       // of each row: it stands for a place
};

/// Joins by ids. A service stands at the locations of its rows service_at_location; one that has none, when none of its
/// organization has, at all locations of the organization (assumed); otherwise nowhere. What names a row that is not there is
/// told. Services that are inactive or defunct are refused.
[[nodiscard]] joined_package join(package in, std::vector<file_reader>& files);

/// Once the places that stay are known: counts every row that stands for none, joined or refused.
void settle(joined_package& made, std::vector<file_reader>& files);

}  // namespace aiguillage::import::hsds
