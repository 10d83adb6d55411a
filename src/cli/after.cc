#include "cli/after.h"

namespace aiguillage::cli {
namespace {

std::optional<history> read_all(const session& in, const pack& rules, const std::vector<std::string>& files) {
  history all;
  bool readable = true;
  for (const std::string& file : files) {
    diagnostics found;
    const std::optional<history> one = load_events(file, rules, found);
    tell(in, found);
    if (one) all.insert(all.end(), one->begin(), one->end());
    readable = readable && one.has_value();
  }
  return readable ? std::optional<history>(all) : std::nullopt;
}

}  // namespace

std::optional<followed_path> follow_events(const session& in, const pack& rules, const territory& land,
                                           const situation& person, const std::vector<std::string>& files,
                                           const std::string& today) {
  const std::optional<history> events = read_all(in, rules, files);
  if (!events) return std::nullopt;
  followed_path path;
  path.now = learn(rules, land, person, *events, today);
  tell(in, path.now.found);
  if (has_errors(path.now.found)) return std::nullopt;
  const learnt before = learn(rules, land, person, without_last(person, *events));
  const qualification found_before = qualify(rules, before.person);
  const qualification found_now = qualify(rules, path.now.person);
  path.change = change_of(refer(rules, land, before.person, found_before, 1),
                          refer(rules, land, path.now.person, found_now, 1), path.now.today - before.today);
  return path;
}

}  // namespace aiguillage::cli
