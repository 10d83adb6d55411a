#include "export/formats.h"

#include <algorithm>

namespace aiguillage {
namespace {

struct known_format {
  export_format format;
  bool links;  // it has the hand-offs of the territory
  void (*write)(const exports::job& of);
};

const std::vector<known_format>& known_formats() {
  static const std::vector<known_format> all{
      {{"lamednum", "lamednum"}, false, exports::write_table},
      {{"data-inclusion", "data-inclusion"}, false, exports::write_data_inclusion},
      {{"geojson", "aiguillage"}, false, exports::write_geojson},
      {{"csv", "aiguillage"}, false, exports::write_table},
      {{"dot", ""}, true, exports::write_dot},
      {{"hsds", ""}, false, exports::write_hsds},
      {{"graphml", "aiguillage"}, true, exports::write_graphml}};
  return all;
}

}  // namespace

const std::vector<export_format>& export_formats() {
  static const std::vector<export_format> all = [] {
    std::vector<export_format> list;
    for (const known_format& one : known_formats()) list.push_back(one.format);
    return list;
  }();
  return all;
}

export_result export_territory(const territory& land, const pack& rules, const std::string& format,
                               const column_mapping& by) {
  export_result result;
  const auto& all = known_formats();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const known_format& one) { return format == one.format.name; });
  if (found == all.end() || (*found->format.mapping != '\0' && by.writes.empty())) return result;
  exports::tally count;
  found->write({land, rules, by, count, result.content});
  exports::tally_beyond(land, rules, found->links, count);
  count.give(result);
  result.actors = land.actors.size();
  return result;
}

}  // namespace aiguillage
