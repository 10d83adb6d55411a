#include "network/world.h"

#include <algorithm>

#include "aiguillage/explain/place.h"
#include "territory/gazetteer_parts.h"

namespace aiguillage::network_tests {

using load_tests::all_of;

territory land_of(const std::string& actors, const std::string& travel,
                  const std::vector<std::pair<std::string, std::string>>& tables) {
  const load_tests::temporary_folder in;
  const auto folder = in.path / "world";
  load_tests::write_text(
      folder / "territory.yaml",
      "territory: world\n"
      "title: {fr: \"Petit monde\", en: \"Small world\"}\n"
      "centre: {latitude: 48.11, longitude: -1.68}\n" +
          (travel.empty() ? "" : "travel: " + travel + "\n") +
          "sites:\n"
          "  - {id: near, name: \"Ici\", commune: \"35238\", point: {latitude: 48.11, longitude: -1.68}}\n"
          "  - {id: middle, name: \"Plus loin\", commune: \"35047\", point: {latitude: 48.05, longitude: "
          "-1.73}}\n"
          "  - {id: remote, name: \"Loin\", commune: \"35288\", point: {latitude: 48.47, longitude: "
          "-1.68}}\n");
  load_tests::write_text(folder / "actors/all.yaml", "actors:\n" + actors);
  for (const auto& [name, content] : tables) load_tests::write_text(folder / "travel" / name, content);
  diagnostics found;
  std::optional<territory> read = load_territory(folder.string(), france(), found);
  EXPECT_TRUE(read) << all_of(found);
  return read.value_or(territory{});
}

std::string place(const std::string& id, const std::string& type, const std::string& site,
                  const std::string& more) {
  return "  - {id: " + id + ", type: " + type + ", name: \"" + id + "\", site: " + site +
         (more.empty() ? "" : ", " + more) + ", producer: \"the place\", vintage: 2026-01-01}\n";
}

situation person_of(const std::string& text) {
  diagnostics found;
  std::optional<situation> read = parse_situation(text, "person.yaml", france(), found);
  EXPECT_TRUE(read) << all_of(found);
  return read.value_or(situation{});
}

situation reader_of_a_letter(const std::string& facts, const std::string& home, const std::string& date) {
  return person_of(
      "situation:\n  request: understand_letter\n  letter_understood: false\n"
      "  digital_autonomy: autonomous\n  other_worries: false\n" +
      facts + (home.empty() ? "" : "home: " + home + "\n") + (date.empty() ? "" : "date: " + date + "\n"));
}

namespace {

template <class Id>
Id group_of(id_vector<Id, commune_group>& groups, const std::string& code) {
  for (std::size_t i = 0; i < groups.size(); ++i)
    if (groups[Id(i)].code == code) return Id(i);
  return groups.add({code, {}});
}

}  // namespace

void add_commune(gazetteer& to, const std::string& code, const std::string& epci, const std::string& region,
                 const std::optional<point>& at) {
  commune one;
  one.code = {static_cast<std::uint32_t>(to.texts.size()), static_cast<std::uint32_t>(code.size())};
  to.texts += code;
  one.epci = group_of(to.epcis, epci);
  one.region = group_of(to.regions, region);
  one.department = group_of(to.departments, code.substr(0, 2));
  one.centre = at;
  to.codes.push_back({commune_key(code), to.communes.add(one)});
  std::sort(to.codes.begin(), to.codes.end(),
            [](const commune_code& a, const commune_code& b) { return a.key < b.key; });
}

proposal::proposal(territory in, situation who)
    : land(std::move(in)),
      person(std::move(who)),
      found(qualify(france(), person)),
      proposed(refer(france(), land, person, found, 1)) {}

std::string proposal::stops() const {
  std::string names;
  if (proposed.plans.empty()) return names;
  for (const referral_stop& one : proposed.plans.front().stops)
    if (!one.decides) names += (names.empty() ? "" : " ") + land.actors[one.who].id;
  return names;
}

const referral_stop& proposal::stop(std::size_t index) const { return proposed.plans.at(0).stops.at(index); }

std::string proposal::mode(std::size_t index) const {
  const mode_id which = stop(index).through.mode;
  return which.known() ? france().modes[which].id : "";
}

int proposal::first_day(const std::string& actor) const {
  const person_network built = build_network(france(), land, person, found);
  for (const door& one : built.world.doors)
    if (land.actors[one.actor].id == actor) return one.not_before;
  return -1;
}

hindrance proposal::hindered_by() const {
  if (proposed.unmet.empty()) return hindrance::none;
  for (const obstacle& one : proposed.unmet.front().why)
    if (one.kept_by != hindrance::absent && one.by == nullptr) return one.kept_by;
  return hindrance::none;
}

bool proposal::sets_aside(const std::string& rule) const {
  for (const auto* one : proposed.overridden)
    if (one->id == rule) return true;
  return false;
}

std::string proposal::checks(const std::string& actor) const {
  std::string lines;
  for (const text& one : to_check(france(), land, person, find_named(land.actors, actor)))
    lines += one.en + "\n";
  return lines;
}

}  // namespace aiguillage::network_tests
