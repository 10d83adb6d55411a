#include "aiguillage/load.h"
#include "load/cases.h"
#include "load/people.h"
#include "load/tables.h"
#include "load/values.h"

namespace aiguillage {
namespace load {

using yaml::value_kind;

const keys& situation_keys() {
  static const keys table{
      {"situation",
       value_kind::mapping,
       true,
       {"les faits connus", "the facts that are known"},
       content::known_facts},
      {"date", value_kind::date, false, {"le jour de l'entretien", "the day of the interview"}},
      {"home",
       value_kind::any,
       false,
       {"la commune ou le point du domicile", "the commune or the point of the home"},
       content::home}};
  return table;
}

const keys& point_keys() {
  static const keys table{
      {"latitude", value_kind::any, true, {"en degrés", "in degrees"}, content::latitude},
      {"longitude", value_kind::any, true, {"en degrés", "in degrees"}, content::longitude}};
  return table;
}

situation read_situation(const yaml::node& root, const pack& rules, const sink& to) {
  yaml::check_keys(root, situation_keys(), to.file, to.out);
  situation read;
  read.facts = id_vector<fact_id, fact_value>(rules.facts.size());
  if (const yaml::node* facts = child(root, "situation", value_kind::mapping))
    read.facts = read_facts(*facts, rules, to);
  read.date = text_at(root, "date");
  const yaml::node* home = child(root, "home", value_kind::any);
  if (home == nullptr) return read;
  if (home->kind != yaml::node_kind::mapping)
    read.home_commune = read_commune(*home, "home", to);
  else if (yaml::check_keys(*home, point_keys(), to.file, to.out))
    read.home = read_point(*home, to);
  return read;
}

situation_file read_person(const yaml::node& root, const pack& rules, const sink& to) {
  situation_file read;
  if (root.kind == yaml::node_kind::mapping && root.find("case") != nullptr) {
    read.as_case = read_case(root, rules, to);
    read.facts = read.as_case->facts;
  } else {
    read.facts = read_situation(root, rules, to);
  }
  return read;
}

namespace {

/// Reads a tree with one of the readers; nothing when there was no tree or when a finding is an error.
template <class Reader>
auto finish(const std::optional<yaml::node>& root, const std::string& name, diagnostics& found,
            diagnostics& out, Reader read) -> std::optional<decltype(read(*root, sink{name, found}))> {
  std::optional<decltype(read(*root, sink{name, found}))> result;
  if (root) result = read(*root, sink{name, found});
  if (has_errors(found)) result.reset();
  out.insert(out.end(), found.begin(), found.end());
  return result;
}

/// A case has the name of its file, `.yaml` or `.test.yaml` apart.
void check_case_name(const case_file& read, const sink& to) {
  const std::size_t slash = read.file.find_last_of("/\\");
  const std::string name = read.file.substr(slash == std::string::npos ? 0 : slash + 1);
  if (name == read.id + ".yaml" || name == read.id + ".test.yaml" || name == read.id + ".yml") return;
  const text shown = quoted(read.id + ".yaml");
  report(to, code::case_name,
         {"ce fichier devrait s'appeler " + shown.fr, "this file should be called " + shown.en},
         {"un cas porte le nom de son fichier", "a case has the name of its file"}, severity::warning);
}

case_file read_named_case(const yaml::node& root, const pack& rules, const sink& to) {
  case_file read = read_case(root, rules, to);
  if (!read.id.empty()) check_case_name(read, to);
  return read;
}

}  // namespace
}  // namespace load

std::optional<situation_file> load_situation(const std::string& path, const pack& rules, diagnostics& out) {
  diagnostics found;
  const auto root = yaml::parse_file(path, path, found);
  return load::finish(root, path, found, out, [&](const yaml::node& tree, const load::sink& to) {
    return load::read_person(tree, rules, to);
  });
}

std::optional<situation> parse_situation(std::string_view text, const std::string& name, const pack& rules,
                                         diagnostics& out) {
  diagnostics found;
  const auto root = yaml::parse(text, name, found);
  return load::finish(root, name, found, out, [&](const yaml::node& tree, const load::sink& to) {
    return load::read_person(tree, rules, to).facts;
  });
}

std::optional<case_file> load_case(const std::string& path, const pack& rules, diagnostics& out) {
  diagnostics found;
  const auto root = yaml::parse_file(path, path, found);
  return load::finish(root, path, found, out, [&](const yaml::node& tree, const load::sink& to) {
    return load::read_named_case(tree, rules, to);
  });
}

std::optional<case_file> parse_case(std::string_view text, const std::string& name, const pack& rules,
                                    diagnostics& out) {
  diagnostics found;
  const auto root = yaml::parse(text, name, found);
  return load::finish(root, name, found, out, [&](const yaml::node& tree, const load::sink& to) {
    return load::read_case(tree, rules, to);
  });
}

}  // namespace aiguillage
