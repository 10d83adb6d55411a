#include "engine/steps.h"

#include <algorithm>
#include <utility>

namespace aiguillage::steps {
namespace {

void report_unknown(const text& what, const std::string& given, const std::vector<std::string>& known,
                    diagnostics& out) {
  const std::string near = nearest_name(given, known);
  text hint;
  if (!near.empty()) hint = {"Vouliez-vous écrire « " + near + " » ?", "Did you mean \"" + near + "\"?"};
  out.push_back({severity::error,
                 "unknown-name",
                 "",
                 0,
                 0,
                 {what.fr + " : " + given, what.en + ": " + given},
                 std::move(hint)});
}

template <class List>
std::vector<std::string> ids_of(const List& list) {
  std::vector<std::string> ids;
  for (const auto& one : list) ids.push_back(one.id);
  return ids;
}

followed_path follow(const pack& rules, const territory& land, const situation& person, const history& events,
                     const std::string& today) {
  followed_path path;
  path.now = learn(rules, land, person, events, today);
  if (has_errors(path.now.found)) return path;
  const learnt before = learn(rules, land, person, without_last(person, events));
  const qualification found_before = qualify(rules, before.person);
  const qualification found_now = qualify(rules, path.now.person);
  path.change = change_of(refer(rules, land, before.person, found_before, 1),
                          refer(rules, land, path.now.person, found_now, 1), path.now.today - before.today);
  return path;
}

}  // namespace

std::optional<asked_need> find_need(const pack& rules, const std::string& given, diagnostics& out) {
  const std::size_t colon = given.find(':');
  const std::string name = given.substr(0, colon);
  asked_need asked{find_named(rules.needs, name), {}};
  if (!asked.type.known()) {
    report_unknown({"besoin inconnu", "unknown need"}, name, ids_of(rules.needs), out);
    return std::nullopt;
  }
  if (colon == std::string::npos) return asked;
  const std::string right = given.substr(colon + 1);
  asked.right = find_named(rules.rights, right);
  if (asked.right.known()) return asked;
  report_unknown({"droit inconnu", "unknown right"}, right, ids_of(rules.rights), out);
  return std::nullopt;
}

std::optional<asked_actor> find_actor(const pack& rules, const territory& land, const std::string& given,
                                      diagnostics& out) {
  std::optional<asked_actor> found = find_asked(rules, land, given);
  if (found) return found;
  std::vector<std::string> known = ids_of(land.actors);
  for (std::string& one : ids_of(rules.actor_types)) known.push_back(std::move(one));
  report_unknown({"acteur inconnu ici", "actor unknown here"}, given, known, out);
  return std::nullopt;
}

territory keep_actors(const territory& land, const std::vector<bool>& kept) {
  territory left = land;
  left.actors = {};
  std::vector<actor_id> renamed;
  for (std::size_t i = 0; i < kept.size(); ++i)
    renamed.push_back(kept[i] ? left.actors.add(land.actors.items[i]) : actor_id{});
  left.links.clear();
  for (handoff_link one : land.links) {
    one.from = renamed[one.from.index()];
    one.to = renamed[one.to.index()];
    if (one.from.known() && one.to.known()) left.links.push_back(one);
  }
  return left;
}

territory without_types(const territory& land, const std::vector<actor_type_id>& absent) {
  std::vector<bool> kept;
  for (const actor& one : land.actors)
    kept.push_back(std::find(absent.begin(), absent.end(), one.type) == absent.end());
  return keep_actors(land, kept);
}

std::optional<routed> route_person(const pack& rules, const territory& land, const situation& person,
                                   const route_wishes& wishes, diagnostics& out) {
  routed all;
  all.person = person;
  if (wishes.after) {
    all.path = follow(rules, land, person, *wishes.after, wishes.today);
    const diagnostics& found = all.path->now.found;
    out.insert(out.end(), found.begin(), found.end());
    if (has_errors(found)) return std::nullopt;
    all.person = all.path->now.person;
  }
  all.found = qualify(rules, all.person);
  all.proposed = refer(rules, land, all.person, all.found, wishes.plans);
  return all;
}

}  // namespace aiguillage::steps
