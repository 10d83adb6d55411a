#include "load/conditions.h"
#include "load/tables.h"

namespace aiguillage::load {

using yaml::value_kind;

const keys& publics_file_keys() {
  static const keys table{
      {"publics",
       value_kind::sequence,
       true,
       {"les publics qu'un lieu peut dire recevoir", "whom a place may say that it receives"},
       {},
       public_keys}};
  return table;
}

const keys& public_keys() {
  static const keys table =
      joined({{"id", value_kind::name, true, {"le nom du public", "the name of the public"}},
              {"label", value_kind::bilingual, true, {"comment on le dit", "how it is said"}},
              {"when",
               value_kind::mapping,
               false,
               {"les faits qui le disent ; aucun : rien ne le dit, on demande",
                "the facts that tell it; none: nothing does, and it is asked"},
               content::fact_condition}},
             source_keys());
  return table;
}

void read_publics(const yaml::node& root, const std::string&, loading& into, const sink& to) {
  yaml::check_keys(root, publics_file_keys(), to.file, to.out);
  for (const yaml::node& item : items_at(root, "publics")) {
    yaml::check_keys(item, public_keys(), to.file, to.out);
    public_group read;
    read.id = text_at(item, "id");
    if (read.id.empty() || !take_id(into, "public", read.id, item, to)) continue;
    read.label = bilingual_at(item, "label");
    const yaml::node* when = child(item, "when", value_kind::mapping);
    read.told = when != nullptr;
    if (read.told) read.when = read_condition(*when, facts_only, into, to);
    read.sources = read_source_ids(item, into.rules, severity::error, to);
    read.where = {to.file, item.line};
    const std::string id = read.id;
    put(into.rules.publics.items, std::move(read), [&](const public_group& old) { return old.id == id; });
  }
}

}  // namespace aiguillage::load
