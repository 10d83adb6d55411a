#include "engine/verbs.h"
#include "report/json_parts.h"

namespace aiguillage::engines {
namespace {

using report::json_writer;

load::keys options() { return {}; }

void pack_fields(json_writer& to, const pack& rules, language wanted) {
  to.field("id", rules.id);
  to.field("version", rules.version);
  to.field("hash", rules.hash);
  to.field("title", rules.title.in(wanted));
  to.field("reference_date", rules.reference_date);
}

void land_fields(json_writer& to, const territory& land, language wanted) {
  to.field("id", land.id);
  to.field("hash", land.hash);
  to.field("title", land.title.in(wanted));
  to.field("actors", land.actors.size());
  to.field("sites", land.sites.size());
}

void verb_fields(json_writer& to, const verb& one, language wanted) {
  to.field("name", one.name);
  to.field("text", one.what.in(wanted));
  to.key("options");
  to.list(with_shared_keys(one.options()), [&](const yaml::key_spec& key) {
    to.object([&] {
      to.field("name", key.name);
      to.field("text", text(key.purpose).in(wanted));
    });
  });
}

engine_answer run(const asking& of) {
  if (!has_nothing_else(of)) return refused(of, answer_status::wrong_call);
  return {answer_status::done, report::json_object([&](json_writer& to) {
            to.field("format", 1);
            to.field("version", library_version);
            to.key("pack");
            to.object([&] { pack_fields(to, of.with.rules, of.wanted); });
            to.key("territories");
            to.list(of.with.territories, [&](const engine_territory& one) {
              to.object([&] { land_fields(to, one.all, of.wanted); });
            });
            to.key("verbs");
            to.list(all_verbs(),
                    [&](const verb* one) { to.object([&] { verb_fields(to, *one, of.wanted); }); });
          })};
}

}  // namespace

const verb about_verb{"about",
                      {"version, règles, territoires et verbes", "version, pack, territories and verbs"},
                      options,
                      run};

}  // namespace aiguillage::engines
