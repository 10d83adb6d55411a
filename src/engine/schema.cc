#include "aiguillage/schema.h"

#include "engine/verbs.h"
#include "report/json_writer.h"

namespace aiguillage::engines {
namespace {

load::keys options() {
  return {{"name", yaml::value_kind::name, false, {"le schéma à donner", "the schema to give"}}};
}

engine_answer listed(const asking& of, const std::vector<schema_file>& all) {
  report::json_writer to;
  to.list(all, [&](const schema_file& one) {
    to.object([&] {
      to.field("name", one.name);
      to.field("files", one.files);
      to.field("title", one.title.in(of.wanted));
    });
  });
  return {answer_status::done, to.take()};
}

engine_answer run(const asking& of) {
  if (!has_nothing_else(of)) return refused(of, answer_status::wrong_call);
  const std::vector<schema_file> all = json_schemas(of.with.rules);
  const yaml::node* const wanted = of.what.options.find("name");
  if (wanted == nullptr) return listed(of, all);
  std::vector<std::string> known;
  for (const schema_file& one : all) {
    if (one.name == wanted->scalar) return {answer_status::done, one.json};
    known.push_back(one.name);
  }
  load::report_unknown(*wanted, load::code::unknown_name,
                       {"ce schéma n'existe pas", "there is no such schema"}, known, of.to());
  return refused(of, answer_status::wrong_call);
}

}  // namespace

const verb schema_verb{"schema",
                       {"schémas JSON des fichiers à écrire", "JSON Schemas of the files that people write"},
                       options,
                       run};

}  // namespace aiguillage::engines
