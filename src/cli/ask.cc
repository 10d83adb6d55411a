#include <filesystem>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "aiguillage/referral.h"
#include "aiguillage/report/json.h"
#include "cli/dialogue.h"
#include "cli/land.h"
#include "cli/whole_file.h"

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

bool may_replace(dialogue& talk, const std::string& path) {
  const auto ask_for_it = [&] {
    show(talk, {path + " existe déjà. Le remplacer ? oui (o) ou non (n)",
                path + " is already there. Replace it? yes (y) or no (n)"});
  };
  ask_for_it();
  fact yes_or_no;
  yes_or_no.values.resize(2);
  const heard one =
      listen(talk, {[&](const std::string& line) { return answer_from(yes_or_no, line); }, {}, ask_for_it});
  return one.told.known && one.told.values.test(1);
}

bool tell_unusable(const session& in, const std::string& path, const text& why) {
  tell(in, text{"erreur : --save " + path + " : " + why.fr, "error: --save " + path + ": " + why.en});
  return false;
}

/// Before the first question, so that no answer is lost: whether the answers have a place to go.
bool ready_to_save(dialogue& talk, const std::string& path) {
  if (path.empty()) return true;
  std::error_code absent;
  const std::filesystem::file_status there = std::filesystem::status(path, absent);
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  if (!folder.empty() && !std::filesystem::is_directory(folder, absent))
    return tell_unusable(talk.in, path, {"le dossier n'existe pas", "the folder is not there"});
  if (std::filesystem::is_directory(there))
    return tell_unusable(talk.in, path, {"c'est un dossier", "this is a folder"});
  const bool taken = std::filesystem::exists(there);
  if ((taken && (!std::filesystem::is_regular_file(there) || ::access(path.c_str(), W_OK) != 0)) ||
      !can_be_written(path))
    return tell_unusable(talk.in, path, {"ce fichier ne peut pas être écrit", "this file cannot be written"});
  if (!taken || may_replace(talk, path)) return true;
  tell(talk.in, text{path + " existe déjà et n'est pas remplacé : l'entretien n'a pas commencé",
                     path + " is already there and is not replaced: the interview did not start"});
  return false;
}

/// Keeps what was told so far; a failure is said once, at the end.
void keep_answers(dialogue& talk) {
  if (!talk.save.empty())
    talk.saved = !write_whole(talk.save, situation_yaml(talk.rules, told_so_far(talk.state)));
}

bool tell_saved(const dialogue& talk) {
  if (talk.save.empty()) return true;
  if (talk.saved)
    tell(talk.in, text{"enregistré : " + talk.save, "saved: " + talk.save});
  else
    tell(talk.in, text{"erreur : " + talk.save + " n'a pas pu être écrit",
                       "error: " + talk.save + " could not be written"});
  return talk.saved;
}

int conclude(dialogue& talk) {
  keep_answers(talk);
  const bool kept = tell_saved(talk);
  const situation person = told_so_far(talk.state);
  const qualification found = qualify(talk.rules, person);
  const referral proposed = refer(talk.rules, talk.land, person, found, plans_shown);
  const std::string page =
      talk.in.json ? referral_json(talk.rules, talk.land, person, found, proposed, talk.in.wanted)
                   : "\n" + referral_text(talk.rules, talk.land, person, found, proposed, talk.style);
  const bool written = give(talk.in, page);
  if (!kept || !written) return invalid_input;
  return proposed.unmet.empty() ? done : findings;
}

int run(const session& in, const ask_options& of) {
  const std::optional<pack> rules = load_rules(in);
  if (!rules) return invalid_input;
  const std::optional<situation_file> person = arriving(in, *rules, of);
  if (!person) return invalid_input;
  const std::optional<territory> land = land_of(in, *rules, of.territory, *person);
  if (!land) return invalid_input;
  text_style style = style_of(in);
  const bool terminal = isatty(STDIN_FILENO) == 1;
  style.colours = style.colours && terminal;
  dialogue talk{in,    *rules, *land, std::cin,    in.json ? std::cerr : std::cout, style, {}, {}, !terminal,
                false, "",     false, keep_answers};
  talk.state.start = person->facts;
  if (!ready_to_save(talk, of.save)) return invalid_input;
  talk.save = of.save;
  converse(talk);
  return conclude(talk);
}

action add(CLI::App& to, session& in) {
  const auto of = std::make_shared<ask_options>();
  add_person(to, in, of->person);
  to.get_option("SITUATION")->required(false);
  add_territory(to, in, of->territory);
  to.add_option("--save", of->save,
                in.say({"enregistre la situation dans ce fichier, lisible par qualify et route",
                        "saves the situation in this file, which qualify and route read"}))
      ->option_text(in.say({"FICHIER", "FILE"}))
      ->check([&in](const std::string& given) { return check_file_name(in, given); });
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
