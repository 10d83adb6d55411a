#pragma once

#include "export/tally.h"

/// The formats: each is one file, a line here and a line in formats.cc.
namespace aiguillage::exports {

/// What a format is made of; it writes `out.content` and tells the rest.
struct job {
  const territory& land;
  const pack& rules;
  const column_mapping& by;
  tally& count;
  std::string& out;
};

void write_table(const job& of);
void write_data_inclusion(const job& of);
void write_geojson(const job& of);
void write_dot(const job& of);
void write_graphml(const job& of);
void write_hsds(const job& of);

}  // namespace aiguillage::exports
