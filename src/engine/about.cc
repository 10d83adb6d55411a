#include "engine/verbs.h"
#include "report/json_parts.h"

namespace aiguillage::engines {
namespace {

load::keys options() { return {}; }

engine_answer run(const asking& of) {
  if (!has_nothing_else(of)) return refused(of, answer_status::wrong_call);
  report::json lands = report::json::array();
  for (const engine_territory& one : of.with.territories)
    lands.push_back({{"id", one.all.id},
                     {"hash", one.all.hash},
                     {"title", one.all.title.in(of.wanted)},
                     {"actors", one.all.actors.size()},
                     {"sites", one.all.sites.size()}});
  report::json verbs = report::json::array();
  for (const verb* one : all_verbs()) {
    report::json options = report::json::array();
    for (const yaml::key_spec& key : with_shared_keys(one->options()))
      options.push_back({{"name", key.name}, {"text", key.purpose.in(of.wanted)}});
    verbs.push_back({{"name", one->name}, {"text", one->what.in(of.wanted)}, {"options", options}});
  }
  const pack& rules = of.with.rules;
  report::json known = report::pack_json(rules);
  known["title"] = rules.title.in(of.wanted);
  known["reference_date"] = rules.reference_date;
  return {answer_status::done, report::written({{"format", 1},
                                                {"version", library_version},
                                                {"pack", known},
                                                {"territories", lands},
                                                {"verbs", verbs}})};
}

}  // namespace

const verb about_verb{"about",
                      {"version, règles, territoires et verbes", "version, pack, territories and verbs"},
                      options,
                      run};

}  // namespace aiguillage::engines
