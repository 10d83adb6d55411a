#include "follow/world.h"

#include <algorithm>
#include <filesystem>

#include "aiguillage/report/json.h"
#include "aiguillage/report/text.h"

namespace aiguillage::follow_tests {
namespace {

const std::string root = AIGUILLAGE_SOURCE_DIR;

}  // namespace

const territory& rennes() {
  static const territory land = [] {
    diagnostics found;
    return load_territory(root + "/examples/territories/rennes", france(), found).value_or(territory{});
  }();
  return land;
}

const territory& neutral() {
  static const territory land = neutral_territory(france());
  return land;
}

const situation& woman() {
  static const situation person = [] {
    diagnostics found;
    const auto read = load_situation(root + "/examples/situations/rennes.yaml", france(), found);
    EXPECT_TRUE(read.has_value());
    return read ? read->facts : situation{};
  }();
  return person;
}

history events_of(const std::string& list) {
  diagnostics found;
  const auto read = parse_events("events:\n" + list, "events.yaml", france(), found);
  for (const diagnostic& one : found) ADD_FAILURE() << to_string(one, language::en) << "\n" << list;
  return read.value_or(history{});
}

learnt after(const territory& land, const situation& person, const std::string& list,
             const std::string& today) {
  return learn(france(), land, person, events_of(list), today);
}

need_key key_of(const std::string& name) {
  const std::size_t colon = std::min(name.find(':'), name.size());
  need_key key{find_named(france().needs, name.substr(0, colon)), {}};
  if (colon < name.size()) key.right = find_named(france().rights, name.substr(colon + 1));
  return key;
}

std::string name_of(const need_key& which) { return need_name(france(), which.type, which.right); }

std::vector<std::string> names_of(const std::vector<need_key>& needs) {
  std::vector<std::string> names;
  for (const need_key& one : needs) names.push_back(name_of(one));
  return names;
}

std::vector<std::string> codes_of(const learnt& of) {
  std::vector<std::string> codes;
  for (const diagnostic& one : of.found) codes.push_back(one.code);
  return codes;
}

std::vector<std::string> closings_of(const territory& land, const learnt& of) {
  std::vector<std::string> lines;
  for (const closing& one : of.closed)
    lines.push_back(land.actors[one.who].id + " " + (one.about.type.known() ? name_of(one.about) : "all") +
                    " " +
                    (one.what == event_kind::refused ? reason_names[static_cast<std::size_t>(one.reason)]
                                                     : event_names[static_cast<std::size_t>(one.what)]) +
                    " " + (one.until == never_again ? "never" : std::to_string(one.until)));
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::string drawn(const territory& land, const referral& of) {
  std::string words;
  if (of.plans.empty()) return words;
  for (const referral_stop& stop : of.plans.front().stops) {
    words += (words.empty() ? "" : " > ") + std::string(stop.decides ? "!" : "") + land.actors[stop.who].id +
             "@" + std::to_string(stop.day) + ":";
    for (const served_need& each : stop.serves)
      words += " " + need_name(france(), each.which->type, each.which->right);
  }
  return words;
}

void route(path_now& into, const territory& land, const situation& person, int count) {
  into.found = qualify(france(), person);
  into.proposed = refer(france(), land, person, into.found, count);
}

std::vector<std::string> certain(const situation& person) {
  std::vector<std::string> names;
  const qualification found = qualify(france(), person);
  for (const need& one : found.needs)
    if (one.status == need_status::certain) names.push_back(need_name(france(), one.type, one.right));
  return names;
}

std::int64_t number_of(const situation& person, const std::string& name) {
  const fact_value& known = person.facts[find_named(france().facts, name)];
  return known.known ? known.thousandths / 1000 : -1;
}

std::string page_of(const learnt& of, language wanted) {
  followed_path path;
  path.now = of;
  path_now next;
  route(next, neutral(), of.person);
  return referral_text(france(), neutral(), of.person, next.found, next.proposed, {wanted, false}, {}, &path);
}

std::string on_one_line(std::string words) {
  std::string result;
  for (const char one : words)
    if (one != ' ' && one != '\n')
      result += one;
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  return result;
}

std::string data_of(const learnt& of) {
  followed_path path;
  path.now = of;
  path_now next;
  route(next, neutral(), of.person);
  return referral_json(france(), neutral(), of.person, next.found, next.proposed, language::en, {}, &path);
}

}  // namespace aiguillage::follow_tests
