#pragma once

#include <vector>

#include "engine/request.h"

/// The verbs of an engine. A new one is its own file, a line here and a line in all_verbs.cc.
namespace aiguillage::engines {

struct verb {
  const char* name;
  text what;
  load::keys (*options)();  // besides those that all verbs have
  engine_answer (*run)(
      const asking& request);  // findings that are errors make it wrong_call or invalid_input
};

extern const verb qualify_verb;
extern const verb route_verb;
extern const verb ask_verb;
extern const verb check_verb;
extern const verb schema_verb;
extern const verb about_verb;
extern const verb words_verb;
extern const verb places_verb;
extern const verb grid_verb;
extern const verb test_verb;
extern const verb read_verb;

/// All of them, in the order in which they are listed.
[[nodiscard]] const std::vector<const verb*>& all_verbs();

/// The answer of a request that was refused: its findings are the text.
[[nodiscard]] engine_answer refused(const asking& of, answer_status why);

}  // namespace aiguillage::engines
