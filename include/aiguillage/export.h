#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "aiguillage/listing.h"
#include "aiguillage/mapping.h"
#include "aiguillage/pack.h"
#include "aiguillage/territory.h"
#include "aiguillage/text.h"

/// From a territory to the formats of others, and what they cannot say.
#pragma GCC visibility push(default)
namespace aiguillage {

/// Something said of places: an attribute, or what is no attribute (link, travel, shared_site…); and of how many.
struct export_item {
  std::string attribute;
  std::string value;  // "": whatever it is; of a remark, its name
  std::size_t records = 0;
};

/// What was written. Everything that the territory says is counted once: said = kept + the records of `lost`.
struct export_result {
  std::string content;
  std::size_t actors = 0;
  std::size_t said = 0;
  std::size_t kept = 0;           // a reader of the format gets it back
  std::vector<export_item> lost;  // sorted
  std::vector<export_item>
      added;  // a reader takes it for said, since a word of the format means more; sorted
};

/// A format, and the mapping that says its columns (`rules/imports/<mapping>.yaml`); "": none does.
struct export_format {
  const char* name;
  const char* mapping;
};

/// The formats that can be written, always in the same order; they last as long as the program.
[[nodiscard]] const std::vector<export_format>& export_formats();

/// Writes a territory in a format of `export_formats`, by its mapping, or another one that writes; nothing when there is no
/// such format, or the mapping does not write.
[[nodiscard]] export_result export_territory(const territory& land, const pack& rules,
                                             const std::string& format, const column_mapping& by);

/// What was written, and what could not be, for people.
[[nodiscard]] std::string export_text(const export_result& result, language wanted);

/// The same as JSON, without the content.
[[nodiscard]] std::string export_json(const export_result& result, const std::string& format);

/// The loss report as a table: change (lost, added), attribute, value, records.
[[nodiscard]] std::string losses_csv(const export_result& result);

/// What the producers of a place said of it: importing it makes the same actor again.
[[nodiscard]] listing listing_of(const territory& land, actor_id who, const pack& rules);

}  // namespace aiguillage
#pragma GCC visibility pop
