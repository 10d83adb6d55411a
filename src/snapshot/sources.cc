#include <algorithm>
#include <filesystem>

#include "aiguillage/snapshot.h"
#include "load/folder.h"
#include "load/territory_parts.h"
#include "snapshot/bytes.h"

namespace aiguillage {
namespace {

namespace fs = std::filesystem;

/// What `load_territory` reads.
std::vector<std::string> names_in(const fs::path& folder, std::error_code& failed) {
  std::vector<std::string> names = load::list_files(folder, failed);
  std::error_code absent;
  for (const char* one : {load::communes_file, load::former_communes_file})
    if (fs::exists(folder / one, absent)) names.emplace_back(one);
  fs::directory_iterator each(folder / "travel", absent);
  for (; !absent && each != fs::directory_iterator(); each.increment(absent))
    names.push_back("travel/" + each->path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

std::optional<std::vector<snapshot_source>> sources_in(const std::string& folder) {
  std::error_code failed;
  std::vector<snapshot_source> sources;
  for (const std::string& inside : names_in(folder, failed)) {
    const auto hash = snapshots::hash_of_file((fs::path(folder) / inside).string());
    if (!hash) return std::nullopt;
    sources.push_back({inside, *hash});
  }
  return failed ? std::nullopt : std::optional(std::move(sources));
}

bool is_current(const snapshot& of, const std::string& folder) {
  const auto now = sources_in(folder);
  return now && std::equal(now->begin(), now->end(), of.made_of.begin(), of.made_of.end(),
                           [](const snapshot_source& a, const snapshot_source& b) {
                             return a.inside == b.inside && a.hash == b.hash;
                           });
}

}  // namespace aiguillage
