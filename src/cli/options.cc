#include "cli/options.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string_view>
#include <system_error>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "aiguillage/date.h"

namespace aiguillage::cli {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

language locale_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = environment(name);
    if (!value.empty()) return std::string_view(value).substr(0, 2) == "en" ? language::en : language::fr;
  }
  return language::fr;
}

}  // namespace

std::string check_date(const session& in, const std::string& given) {
  return parse_date(given) ? ""
                           : given + in.say({" n'est pas une date AAAA-MM-JJ", " is not a date YYYY-MM-DD"});
}

std::string check_file_name(const session& in, const std::string& given) {
  return given.empty() ? in.say({"il manque le nom du fichier", "the name of the file is missing"}) : "";
}

language language_of(int count, const char* const* arguments) {
  for (int i = 1; i < count; ++i) {
    const std::string_view one = arguments[i];
    std::string_view value;
    if (one == "--lang" && i + 1 < count) value = arguments[i + 1];
    if (one.substr(0, 7) == "--lang=") value = one.substr(7);
    if (value == "fr") return language::fr;
    if (value == "en") return language::en;
  }
  return locale_language();
}

void add_language(CLI::App& to, const session& in) {
  to.add_option("--lang", in.say({"langue : fr ou en (par défaut : celle du système)",
                                  "language: fr or en (default: the locale)"}))
      ->option_text("fr|en")
      ->check([&in](const std::string& given) {
        return given == "fr" || given == "en"
                   ? ""
                   : given + in.say({" n'est ni fr ni en", " is neither fr nor en"});
      });
}

void add_shared(CLI::App& to, session& in, const verb& of) {
  to.set_help_flag("-h,--help", in.say({"affiche cette aide", "shows this help"}));
  to.add_option("--pack", in.packs,
                in.say({"dossier d'un jeu de règles ; le premier, puis ceux qui le complètent",
                        "folder of a pack; the first one, then those that extend it"}))
      ->allow_extra_args(false)
      ->option_text("DIR");
  add_language(to, in);
  to.add_flag("--json", in.json, in.say({"le résultat seul, en JSON", "the result alone, as JSON"}));
  to.footer(in.say({"Exemple :\n  ", "Example:\n  "}) + in.say(of.example));
}

void add_person(CLI::App& to, const session& in, person_options& into) {
  to.add_option("SITUATION", into.file,
                in.say({"fichier d'une situation, ou d'un cas", "file of a situation, or of a case"}))
      ->required()
      ->option_text(" ");
  to.add_option("--date", into.date,
                in.say({"jour de la demande, AAAA-MM-JJ (par défaut : celui du fichier)",
                        "day of the request, YYYY-MM-DD (default: that of the file)"}))
      ->option_text(in.say({"JOUR", "DAY"}))
      ->check([&in](const std::string& given) { return check_date(in, given); });
}

namespace {

/// Beside an installed program, wherever that is; the source tree for a program in its build folder; else where
/// `cmake --install` puts them by default.
std::string rules_folder() {
  namespace fs = std::filesystem;
  std::error_code none;
  const fs::path program = fs::read_symlink("/proc/self/exe", none);
  const fs::path beside = (program.parent_path() / AIGUILLAGE_RULES_FROM_PROGRAM).lexically_normal();
  if (!program.empty() && fs::is_directory(beside, none)) return beside.string();
  return fs::equivalent(program.parent_path(), AIGUILLAGE_BUILD_DIR, none) ? AIGUILLAGE_SOURCE_RULES_DIR
                                                                           : AIGUILLAGE_INSTALL_RULES_DIR;
}

}  // namespace

std::vector<std::string> pack_folders(const session& in) {
  if (!in.packs.empty()) return in.packs;
  return {rules_folder() + "/france"};
}

std::string mapping_folder(const session& in) {
  const auto pack = (std::filesystem::path(pack_folders(in).front()) / ".").lexically_normal().parent_path();
  return (pack.parent_path() / "imports").string();
}

session with_packs_of(const session& in, const std::string& scenario_file) {
  session with = in;
  with.packs = pack_folders(in);
  const auto same = [](const std::string& one, const std::string& other) {
    std::error_code unheard;  // a folder that cannot be read is told when it is loaded
    return std::filesystem::weakly_canonical(one, unheard) ==
           std::filesystem::weakly_canonical(other, unheard);
  };
  for (const std::string& folder : scenario_packs(scenario_file))
    if (std::none_of(with.packs.begin(), with.packs.end(),
                     [&](const std::string& given) { return same(given, folder); }))
      with.packs.push_back(folder);
  return with;
}

std::optional<pack> load_rules(const session& in) {
  diagnostics found;
  std::optional<pack> rules = load_pack(pack_folders(in), found);
  tell(in, found);
  return rules;
}

std::optional<situation_file> load_person(const session& in, const pack& rules, const person_options& of) {
  diagnostics found;
  std::optional<situation_file> read = load_situation(of.file, rules, found);
  tell(in, found);
  if (read && !of.date.empty()) read->facts.date = of.date;
  return read;
}

void tell(const session& in, diagnostics found) {
  sort_by_place(found);
  for (const diagnostic& one : found) std::cerr << to_string(one, in.wanted) << "\n";
}

void tell(const session& in, const text& words) { std::cerr << in.say(words) << "\n"; }

void tell_unknown(const session& in, const diagnostics& found) {
  for (const diagnostic& one : found)
    tell(in, text{one.message.fr + (one.hint.fr.empty() ? "" : "\n  " + one.hint.fr),
                  one.message.en + (one.hint.en.empty() ? "" : "\n  " + one.hint.en)});
}

text_style style_of(const session& in) {
  const bool terminal =
      isatty(STDOUT_FILENO) == 1 && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  return {in.wanted, terminal};
}

progress progress_of(const session& in) {
  if (isatty(STDERR_FILENO) != 1) return [](std::size_t, std::size_t) {};
  return [&in](std::size_t ready, std::size_t all) {
    std::cerr << "\r" << in.say({"fait : ", "done: "}) << ready << "/" << all << (ready == all ? "\n" : "")
              << std::flush;
  };
}

bool give(const session& in, const std::string& result) {
  std::cout << result << std::flush;
  if (std::cout) return true;
  tell(in, text{"erreur : le résultat n'a pas pu être écrit", "error: the result could not be written"});
  return false;
}

}  // namespace aiguillage::cli
