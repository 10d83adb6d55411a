#include "cli/usage.h"

#include <algorithm>

#include <CLI/CLI.hpp>

#include "aiguillage/diagnostic.h"
#include "cli/options.h"

namespace aiguillage::cli {
namespace {

text both(const std::string& fr, const std::string& en, const std::string& what) {
  return {fr + what, en + what};
}

text meant(const std::string& word, const std::vector<std::string>& known) {
  const std::string near = nearest_name(word, known);
  if (near.empty()) return {};
  return {"\n  Vouliez-vous écrire « " + near + " » ?", "\n  Did you mean \"" + near + "\"?"};
}

const CLI::App& last_verb(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : *chosen.back();
}

std::vector<std::string> option_names(const CLI::App& of) {
  std::vector<std::string> names;
  for (const CLI::Option* one : of.get_options())
    for (const std::string& name : one->get_lnames()) names.push_back("--" + name);
  return names;
}

text unknown_argument(const CLI::App& app) {
  const std::vector<std::string> extra = app.remaining(true);
  const std::string first = extra.empty() ? "" : extra.front();
  const text hint = meant(first, option_names(last_verb(app)));
  return {"argument inconnu : " + first + hint.fr, "unknown argument: " + first + hint.en};
}

std::string replaced(std::string words, const std::string& what, const std::string& by) {
  const std::size_t at = words.find(what);
  return at == std::string::npos ? words : words.replace(at, what.size(), by);
}

std::string before(const std::string& words, const std::string& end) {
  return words.substr(0, words.find(end));
}

template <class Kind>
bool is(const CLI::ParseError& wrong) {
  return dynamic_cast<const Kind*>(&wrong) != nullptr;
}

/// The parser explains itself in English only; its kinds of errors are few.
text explained(const CLI::App& app, const CLI::ParseError& wrong) {
  const std::string said = wrong.what();
  if (is<CLI::ExtrasError>(wrong)) return unknown_argument(app);
  if (is<CLI::RequiredError>(wrong)) {
    if (said.find("subcommand") != std::string::npos) return {"il manque un verbe", "a verb is missing"};
    return both("il manque : ", "missing: ", before(said, " is required"));
  }
  if (is<CLI::ExcludesError>(wrong)) return {replaced(said, " excludes ", " ne va pas avec "), said};
  if (is<CLI::ArgumentMismatch>(wrong))
    return both("il manque une valeur, ou il y en a trop : ", "a value is missing, or there are too many: ",
                before(said, ":"));
  if (is<CLI::ValidationError>(wrong)) return both("valeur refusée : ", "value refused: ", said);
  if (is<CLI::ConversionError>(wrong))
    return both("valeur impossible : ", "impossible value: ", said.substr(said.find(": ") + 2));
  return both("arguments refusés : ", "arguments refused: ", said);
}

}  // namespace

std::shared_ptr<CLI::Formatter> formatter_of(const session& in) {
  auto made = std::make_shared<CLI::Formatter>();
  made->column_width(30);
  if (in.wanted == language::en) return made;
  made->label("Usage", "Emploi");
  made->label("Excludes", "sans");
  made->label("Positionals", "Arguments");
  made->label("SUBCOMMAND", "VERBE");
  return made;
}

std::string unknown_verb(int count, const char* const* arguments, const std::vector<std::string>& known) {
  for (int i = 1; i < count; ++i) {
    const std::string one = arguments[i];
    if (one == "--lang") ++i;
    if (one.empty() || one[0] == '-') continue;
    return std::find(known.begin(), known.end(), one) == known.end() ? one : "";
  }
  return "";
}

text usage_error(const CLI::App& app, const CLI::ParseError& wrong, const std::string& bad_verb,
                 const std::vector<std::string>& verbs) {
  text words = explained(app, wrong);
  if (!bad_verb.empty()) {
    const text hint = meant(bad_verb, verbs);
    words = {"verbe inconnu : " + bad_verb + hint.fr, "unknown verb: " + bad_verb + hint.en};
  }
  const CLI::App& at = last_verb(app);
  const std::string command = &at == &app ? "aiguillage --help" : "aiguillage " + at.get_name() + " --help";
  return {"erreur : " + words.fr + "\n  Aide : " + command, "error: " + words.en + "\n  Help: " + command};
}

}  // namespace aiguillage::cli
