#include <array>
#include <exception>
#include <iostream>

#include <CLI/CLI.hpp>

#include "aiguillage/engine.h"
#include "cli/options.h"
#include "cli/usage.h"

namespace aiguillage::cli {
namespace {

const std::array verbs = {&ask_verb,        &qualify_verb,  &route_verb,   &test_verb,   &check_verb,
                          &diff_verb,       &schema_verb,   &import_verb,  &export_verb, &serve_verb,
                          &population_verb, &simulate_verb, &compare_verb, &site_verb};

std::string version() { return std::string("aiguillage ") + library_version; }

struct command_line {
  CLI::App app;
  session in;
  std::vector<std::pair<CLI::App*, action>> actions;
};

void describe(command_line& line) {
  session& in = line.in;
  CLI::App& app = line.app;
  app.name("aiguillage");
  app.description(
      in.say({"Aiguillage : de la situation d'une personne aux aides qui répondent, dans le bon ordre.",
              "Aiguillage: from a person's situation to the help that answers it, in the right order."}));
  app.formatter(formatter_of(in));
  app.set_help_flag("-h,--help", in.say({"affiche cette aide", "shows this help"}));
  app.set_version_flag("--version", version(), in.say({"affiche la version", "shows the version"}));
  add_language(app, in);
  app.require_subcommand(1);
  app.footer(in.say({"Sortie : 0 fait ; 1 un constat (cas en échec, besoin que personne ne peut servir) ; 2 "
                     "mauvais usage ; 3 entrée invalide.\n\nExemple :\n  ",
                     "Exit status: 0 done; 1 findings (a failed case, a need that nobody can meet); 2 wrong "
                     "usage; 3 invalid input.\n\nExample:\n  "}) +
             in.say(route_verb.example));
  for (const verb* one : verbs) {
    CLI::App* sub = app.add_subcommand(one->name, in.say(one->what));
    sub->group(in.say({"Verbes", "Verbs"}));
    add_shared(*sub, in, *one);
    line.actions.emplace_back(sub, one->add(*sub, in));
  }
}

std::vector<std::string> verb_names() {
  std::vector<std::string> names;
  for (const verb* one : verbs) names.emplace_back(one->name);
  return names;
}

int parse(command_line& line, int count, char** arguments) {
  try {
    line.app.parse(count, arguments);
  } catch (const CLI::CallForHelp&) {
    return give(line.in, line.app.help()) ? done : invalid_input;
  } catch (const CLI::CallForVersion&) {
    return give(line.in, version() + "\n") ? done : invalid_input;
  } catch (const CLI::ParseError& wrong) {
    tell(line.in, usage_error(line.app, wrong, unknown_verb(count, arguments, verb_names()), verb_names()));
    return wrong_usage;
  }
  for (const auto& [sub, run] : line.actions)
    if (sub->parsed()) return run();
  return wrong_usage;
}

}  // namespace
}  // namespace aiguillage::cli

int main(int count, char** arguments) {
  using namespace aiguillage::cli;
  try {
    command_line line;
    line.in.wanted = language_of(count, arguments);
    describe(line);
    return parse(line, count, arguments);
  } catch (const std::exception& failure) {
    std::cerr << "aiguillage: " << failure.what() << "\n";
    return invalid_input;
  }
}
