#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "aiguillage/referral.h"
#include "aiguillage/report/json.h"
#include "cli/dialogue.h"

namespace aiguillage::cli {
namespace {

constexpr int plans_shown = 3;

struct ask_options {
  person_options person;
  std::string territory;
  std::string save;
};

/// What is known at the start; of a case, what was known on arrival.
std::optional<situation_file> arriving(const session& in, const pack& rules, const ask_options& of) {
  if (of.person.file.empty()) {
    situation_file empty;
    empty.facts.facts = id_vector<fact_id, fact_value>(rules.facts.size());
    empty.facts.date = of.person.date;
    return empty;
  }
  std::optional<situation_file> read = load_person(in, rules, of.person);
  if (read && read->as_case && read->as_case->before) read->facts.facts = read->as_case->before->facts;
  return read;
}

std::optional<territory> land_of(const session& in, const pack& rules, const ask_options& of,
                                 const situation_file& person) {
  if (of.territory.empty())
    return neutral_territory(
        rules, person.as_case ? absent_types(rules, *person.as_case) : std::vector<actor_type_id>{});
  diagnostics found;
  std::optional<territory> land = load_territory(of.territory, rules, found);
  tell(in, found);
  return land;
}

bool there_already(const std::string& path) {
  std::error_code unreadable;
  return std::filesystem::exists(path, unreadable);
}

bool can_be_saved(const session& in, const std::string& path) {
  std::error_code unreadable;
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  if (path.empty() || folder.empty() || std::filesystem::is_directory(folder, unreadable)) return true;
  tell(in, text{"erreur : le dossier de " + path + " n'existe pas",
                "error: the folder of " + path + " is not there"});
  return false;
}

bool may_replace(dialogue& talk, const std::string& path) {
  if (!there_already(path)) return true;
  show(talk, {path + " existe déjà. Le remplacer ? oui (o) ou non (n)",
              path + " is already there. Replace it? yes (y) or no (n)"});
  const std::optional<std::string> line = next_line(talk);
  fact yes_or_no;
  const typed_answer read = answer_from(yes_or_no, line.value_or(""));
  return read.told && read.told->values.test(1);
}

bool save(dialogue& talk, const std::string& path) {
  if (path.empty()) return true;
  if (!may_replace(talk, path)) {
    tell(talk.in,
         text{"non enregistré : " + path + " existe déjà", "not saved: " + path + " is already there"});
    return false;
  }
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << situation_yaml(talk.rules, told_so_far(talk.state)) << std::flush;
  if (file)
    tell(talk.in, text{"enregistré : " + path, "saved: " + path});
  else
    tell(talk.in,
         text{"erreur : " + path + " n'a pas pu être écrit", "error: " + path + " could not be written"});
  return static_cast<bool>(file);
}

int conclude(dialogue& talk, const std::string& path) {
  const situation person = told_so_far(talk.state);
  const qualification found = qualify(talk.rules, person);
  const referral proposed = refer(talk.rules, talk.land, person, found, plans_shown);
  const std::string page =
      talk.in.json ? referral_json(talk.rules, talk.land, person, found, proposed, talk.in.wanted)
                   : "\n" + referral_text(talk.rules, talk.land, person, found, proposed, talk.style);
  const bool written = give(talk.in, page);
  if (!save(talk, path) || !written) return invalid_input;
  return proposed.unmet.empty() ? done : findings;
}

int run(const session& in, const ask_options& of) {
  const std::optional<pack> rules = load_rules(in);
  if (!rules || !can_be_saved(in, of.save)) return invalid_input;
  const std::optional<situation_file> person = arriving(in, *rules, of);
  if (!person) return invalid_input;
  const std::optional<territory> land = land_of(in, *rules, of, *person);
  if (!land) return invalid_input;
  text_style style = style_of(in);
  const bool terminal = isatty(STDIN_FILENO) == 1;
  style.colours = style.colours && terminal;
  dialogue talk{in, *rules, *land, std::cin, in.json ? std::cerr : std::cout, style, {}, {}, !terminal};
  talk.state.start = person->facts;
  converse(talk);
  return conclude(talk, of.save);
}

action add(CLI::App& to, session& in) {
  const auto of = std::make_shared<ask_options>();
  add_person(to, in, of->person);
  to.get_option("SITUATION")->required(false);
  to.add_option("--territory", of->territory,
                in.say({"dossier d'un territoire (par défaut : un territoire neutre)",
                        "folder of a territory (default: a neutral one)"}))
      ->option_text("DIR");
  to.add_option("--save", of->save,
                in.say({"enregistre la situation dans ce fichier, lisible par qualify et route",
                        "saves the situation in this file, which qualify and route read"}))
      ->option_text(in.say({"FICHIER", "FILE"}));
  return [&in, of] { return run(in, *of); };
}

}  // namespace

const verb ask_verb{
    "ask",
    {"l'entretien : une question à la fois, puis le parcours",
     "the interview: one question at a time, then the plan"},
    {"aiguillage ask --save situation.yaml", "aiguillage ask --save situation.yaml --lang en"},
    add};

}  // namespace aiguillage::cli
