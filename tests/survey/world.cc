#include "survey/world.h"

#include <algorithm>

#include "load/support.h"

namespace aiguillage::survey_tests {

bool surveyed::says(const std::string& code, const std::string& words) const {
  return std::any_of(seen.findings.begin(), seen.findings.end(), [&](const diagnostic& one) {
    return one.code == code && one.message.en.find(words) != std::string::npos;
  });
}

const need_survey& surveyed::need(const std::string& id) const {
  const need_type_id which = find_named(france().needs, id);
  return *std::find_if(seen.needs.begin(), seen.needs.end(),
                       [&](const need_survey& one) { return one.which == which; });
}

const right_survey& surveyed::right(const std::string& id) const {
  const right_id which = find_named(france().rights, id);
  return *std::find_if(seen.rights.begin(), seen.rights.end(),
                       [&](const right_survey& one) { return one.which == which; });
}

const actor_survey& surveyed::actor(const std::string& id) const {
  return seen.actors[find_named(land.actors, id)];
}

std::string surveyed::ids(const std::vector<actor_id>& actors) const {
  std::string words;
  for (const actor_id one : actors) words += (words.empty() ? "" : " ") + land.actors[one].id;
  return words;
}

std::string surveyed::all() const { return load_tests::all_of(seen.findings); }

std::string surveyed::of(const std::string& code) const {
  diagnostics those;
  std::copy_if(seen.findings.begin(), seen.findings.end(), std::back_inserter(those),
               [&](const diagnostic& one) { return one.code == code; });
  return load_tests::all_of(those);
}

std::string site_line(const std::string& id, const std::string& commune, const std::string& where) {
  return "  - {id: " + id + ", name: \"Lieu " + id + "\", commune: \"" + commune + "\"" +
         (where.empty() ? "" : ", point: " + where) + "}\n";
}

std::string actor_line(const std::string& id, const std::string& type, const std::string& more,
                       const std::string& site, const std::string& name) {
  const std::string dated = more.find("vintage") == std::string::npos ? ", vintage: 2026-01-01" : "";
  return "  - {id: " + id + ", type: " + type + ", name: \"" + (name.empty() ? id : name) +
         "\", site: " + site + (more.empty() ? "" : ", " + more) + ", producer: \"test\"" + dated + "}\n";
}

std::string link_line(const std::string& from, const std::string& to) {
  return "  - {from: " + from + ", to: " + to + ", mode: escort, source: test}\n";
}

territory land_of(const std::string& actors, const std::string& links, const std::string& sites) {
  const load_tests::temporary_folder in;
  const auto folder = in.path / "world";
  load_tests::write_text(folder / "territory.yaml",
                         "territory: world\ntitle: {fr: \"Petit monde\", en: \"Small world\"}\nsites:\n" +
                             site_line("here") + sites + (links.empty() ? "" : "links:\n" + links));
  load_tests::write_text(folder / "actors/all.yaml", "actors:\n" + actors);
  diagnostics found;
  std::optional<territory> read = load_territory(folder.string(), france(), found);
  EXPECT_TRUE(read) << load_tests::all_of(found);
  return read.value_or(territory{});
}

surveyed look(const territory& land, survey_options options) {
  if (options.day.empty()) options.day = "2026-06-01";
  return {land, survey_territory(land, france(), options)};
}

surveyed look(const std::string& actors, const std::string& links, const std::string& sites) {
  return look(land_of(actors, links, sites));
}

}  // namespace aiguillage::survey_tests
