#include "report/json_parts.h"
#include "report/simulation_figures.h"
#include "report/simulation_parts.h"

/// What a simulation was made of. No clock, and no folder of a machine.
namespace aiguillage {
namespace report {
namespace {

std::string command_of(const simulated& of) {
  return "aiguillage simulate " + of.file + " --policy " +
         policy_names[static_cast<std::size_t>(of.told.policy)];
}

}  // namespace

std::vector<std::pair<text, std::string>> manifest_lines(const simulated& of) {
  return {{{"Commande", "Command"}, command_of(of)},
          {{"Version du programme", "Version of the program"}, of.program},
          {{"Jeu de règles (empreinte)", "Pack of rules (hash)"},
           of.rules.id + " " + of.rules.version + " (" + of.rules.hash + ")"},
          {{"Territoire (empreinte)", "Territory (hash)"}, of.land.id + " (" + of.land.hash + ")"},
          {{"Population (empreinte)", "Population (hash)"}, of.people.id + " (" + of.people.hash + ")"},
          {{"Scénario (empreinte)", "Scenario (hash)"}, of.told.id + " (" + of.told.hash + ")"},
          {{"Graine des tirages", "Seed of the draws"}, std::to_string(of.told.seed)},
          {{"Semaines", "Weeks"}, std::to_string(of.told.weeks)},
          {{"Réplications", "Replications"}, std::to_string(of.runs.size())}};
}

void manifest_fields(json_writer& to, const simulated& of) {
  const auto with_hash = [&](const char* key, const std::string& id, const std::string& hash) {
    to.key(key);
    to.object([&] {
      to.field("id", id);
      to.field("hash", hash);
    });
  };
  to.field("program", "aiguillage");
  to.field("version", of.program);
  to.field("command", command_of(of));
  to.key("pack");
  write_pack(to, of.rules);
  to.key("territory");
  write_territory(to, of.land);
  with_hash("population", of.people.id, of.people.hash);
  with_hash("scenario", of.told.id, of.told.hash);
  to.field("seed", of.told.seed);
  to.field("weeks", of.told.weeks);
  to.field("replications", of.runs.size());
}

}  // namespace report

std::string simulation_manifest(const simulated& of) {
  return report::json_object([&](report::json_writer& to) {
    to.field("format", 1);
    report::manifest_fields(to, of);
  });
}

}  // namespace aiguillage
