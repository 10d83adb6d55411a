#pragma once

#include <functional>

#include "aiguillage/text.h"

namespace CLI {
class App;
}

/// The verbs of the command line. A new one is its own file, a line here and a line in main.cc.
namespace aiguillage::cli {

struct session;

/// Runs a verb once its arguments are read; gives the exit status.
using action = std::function<int()>;

struct verb {
  const char* name;
  text what;
  text example;
  action (*add)(CLI::App& to, session& in);  // adds the verb's own arguments
};

extern const verb ask_verb;
extern const verb qualify_verb;
extern const verb route_verb;
extern const verb test_verb;
extern const verb check_verb;
extern const verb diff_verb;
extern const verb schema_verb;
extern const verb import_verb;
extern const verb export_verb;
extern const verb serve_verb;
extern const verb population_verb;
extern const verb simulate_verb;
extern const verb compare_verb;
extern const verb site_verb;

}  // namespace aiguillage::cli
