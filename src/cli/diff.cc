#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>

#include "aiguillage/report/difference.h"
#include "cli/options.h"
#include "cli/paths.h"

namespace aiguillage::cli {
namespace {

struct diff_options {
  std::string before;
  std::string after;
  std::vector<std::string> paths;
};

/// `rules/france+mon_departement` is a pack and the local packs that extend it, in this order.
std::vector<std::string> layers(const session& in, const std::string& written) {
  std::vector<std::string> folders = in.packs;
  std::size_t from = 0;
  while (from <= written.size()) {
    const std::size_t plus = std::min(written.find('+', from), written.size());
    if (plus > from) folders.push_back(written.substr(from, plus - from));
    from = plus + 1;
  }
  return folders;
}

std::optional<person_in_both> read_person(const std::string& file, const pack& before, const pack& after,
                                          diagnostics& found) {
  const auto old = load_situation(file, before, found);
  if (!old) return std::nullopt;
  const auto fresh = load_situation(file, after, found);
  if (!fresh) return std::nullopt;
  person_in_both both{file, old->facts, fresh->facts, {}, {}};
  if (old->as_case) both.absent_before = absent_types(before, *old->as_case);
  if (fresh->as_case) both.absent_after = absent_types(after, *fresh->as_case);
  return both;
}

std::optional<std::vector<person_in_both>> read_people(const session& in, const diff_options& of,
                                                       const pack& before, const pack& after) {
  diagnostics found;
  std::vector<person_in_both> people;
  for (const std::string& path : of.paths)
    for (const std::string& file : yaml_files(path, found))
      if (auto one = read_person(file, before, after, found)) people.push_back(std::move(*one));
  tell(in, found);
  return has_errors(found) ? std::nullopt : std::optional(std::move(people));
}

int run(const session& in, const diff_options& of) {
  diagnostics found;
  const std::optional<pack> before = load_pack(layers(in, of.before), found);
  const std::optional<pack> after = load_pack(layers(in, of.after), found);
  tell(in, found);
  if (!before || !after) return invalid_input;
  const auto people = read_people(in, of, *before, *after);
  if (!people) return invalid_input;
  const std::vector<rule_change> changes = changes_between(*before, *after);
  std::vector<answer_difference> all;
  const progress tell_progress = progress_of(in);
  for (std::size_t i = 0; i < people->size(); ++i) {
    if (auto one = compare(*before, *after, (*people)[i], changes)) all.push_back(std::move(*one));
    tell_progress(i + 1, people->size());
  }
  if (!give(in, in.json ? differences_json(changes, all, people->size())
                        : differences_text(changes, all, people->size(), style_of(in))))
    return invalid_input;
  if (people->empty())
    tell(in, text{"personne à comparer : c'est un échec", "nobody to compare: this is a failure"});
  return all.empty() && !people->empty() ? done : findings;
}

action add(CLI::App& to, session& in) {
  const auto of = std::make_shared<diff_options>();
  to.add_option("PACK_A", of->before,
                in.say({"un jeu de règles ; A+B : le jeu local B par-dessus A",
                        "a pack; A+B: the local pack B over A"}))
      ->option_text(" ")
      ->required();
  to.add_option("PACK_B", of->after, in.say({"celui qu'on lui compare", "the one compared with it"}))
      ->option_text(" ")
      ->required();
  to.add_option("CASES", of->paths,
                in.say({"cas ou situations, ou dossiers lus jusqu'au fond",
                        "cases or situations, or folders read to the bottom"}))
      ->option_text("...")
      ->required();
  return [&in, of] { return run(in, *of); };
}

}  // namespace

const verb diff_verb{"diff",
                     {"dit pour qui deux jeux de règles répondent autrement, et pourquoi",
                      "says for whom two packs answer differently, and why"},
                     {"aiguillage diff rules/france rules/france+mon_departement tests/cases",
                      "aiguillage diff rules/france rules/france+mon_departement tests/cases"},
                     add};

}  // namespace aiguillage::cli
