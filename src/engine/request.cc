#include "engine/request.h"

#include <algorithm>
#include <utility>

#include "aiguillage/snapshot.h"
#include "engine/steps.h"
#include "load/people.h"

namespace aiguillage::engines {

using yaml::value_kind;

std::optional<request> read_request(std::string_view text, diagnostics& out) {
  request read;
  read.about.kind = read.options.kind = yaml::node_kind::mapping;
  read.about.line = read.about.column = read.options.line = read.options.column = 1;
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return read;
  std::optional<yaml::node> root = yaml::parse(text, request_name, out);
  if (!root) return std::nullopt;
  const load::sink to{request_name, out};
  if (!load::is_kind(*root, value_kind::mapping, "request", to)) return std::nullopt;
  auto& entries = root->entries;
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [](const yaml::entry& one) { return one.key == "options"; });
  if (found != entries.end()) {
    if (!load::is_kind(found->value, value_kind::mapping, "options", to)) return std::nullopt;
    read.options = std::move(found->value);
    entries.erase(found);
  }
  read.about = std::move(*root);
  return read;
}

load::keys with_shared_keys(load::keys own) {
  return load::joined({{"lang", value_kind::name, false, {"la langue : fr ou en", "the language: fr or en"}}},
                      own);
}

yaml::key_spec date_key() {
  return {"date", value_kind::date, false, {"le jour de la demande", "the day of the request"}};
}

yaml::key_spec territory_key() {
  return {"territory", value_kind::name, false, {"un territoire, par son id", "a territory, by its id"}};
}

std::optional<situation_file> read_person(const asking& of, bool with_date) {
  diagnostics found;
  situation_file read = load::read_person(of.what.about, of.with.rules, {request_name, found});
  const bool wrong = has_errors(found);
  of.out.insert(of.out.end(), found.begin(), found.end());
  if (wrong) return std::nullopt;
  const std::string date = load::text_at(of.what.options, "date");
  if (with_date && !date.empty()) read.facts.date = date;
  return read;
}

bool has_nothing_else(const asking& of) {
  return yaml::check_keys(of.what.about, load::keys{}, request_name, of.out);
}

namespace {

const engine_territory* named_territory(const asking& of, const yaml::node& name) {
  std::vector<std::string> known;
  for (const engine_territory& one : of.with.territories) {
    if (one.all.id == name.scalar) return &one;
    known.push_back(one.all.id);
  }
  load::report_unknown(name, load::code::unknown_name,
                       {"ce moteur ne connaît pas ce territoire", "this engine does not know this territory"},
                       known, of.to());
  return nullptr;
}

}  // namespace

std::optional<chosen_land> choose_land(const asking& of, const situation_file& person, bool cut) {
  const pack& rules = of.with.rules;
  std::vector<actor_type_id> absent;
  if (person.as_case) absent = absent_types(rules, *person.as_case);
  const yaml::node* name = of.what.options.find("territory");
  if (name == nullptr)
    return absent.empty() ? chosen_land{&of.with.neutral, std::nullopt}
                          : chosen_land{nullptr, neutral_territory(rules, absent)};
  const engine_territory* const found = named_territory(of, *name);
  if (found == nullptr) return std::nullopt;
  if (!absent.empty()) return chosen_land{nullptr, steps::without_types(found->all, absent)};
  if (!cut || !found->kept) return chosen_land{&found->all, std::nullopt};
  std::optional<territory> near = around(*found->kept, rules, person.facts, of.out);
  if (!near) return std::nullopt;
  return chosen_land{nullptr, std::move(near)};
}

void report_at(const asking& of, const yaml::node& place, diagnostics found) {
  for (diagnostic& one : found) {
    one.file = request_name;
    one.line = place.line;
    one.column = place.column;
    of.out.push_back(std::move(one));
  }
}

}  // namespace aiguillage::engines
