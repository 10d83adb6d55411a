#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "aiguillage/interview.h"
#include "cli/options.h"

/// The interview as people see it: lines in, lines out.
namespace aiguillage::cli {

struct dialogue {
  const session& in;
  const pack& rules;
  const territory& land;
  std::istream& from;
  std::ostream& to;
  text_style style;
  interview state = {};
  question current = {};                            // whose facts are being asked
  bool echo = false;                                // what is typed is not shown otherwise
  bool ended = false;                               // the helper stopped, or there is no more input
  std::string save = {};                            // where the answers are kept; "": nowhere
  bool saved = false;                               // the last time they were
  void (*keep)(dialogue& talk) = [](dialogue&) {};  // after each answer, before anything is shown

  [[nodiscard]] const std::string& say(const text& words) const { return words.in(style.wanted); }
};

/// Asks until no answer can change the best plan, the helper stops or the input ends.
void converse(dialogue& talk);

/// The next line typed; nullopt, and the dialogue has ended, at the end of the input.
[[nodiscard]] std::optional<std::string> next_line(dialogue& talk);

/// What was typed without spaces around and in lower case.
[[nodiscard]] std::string typed(const std::string& line);

// What is shown.
void show_welcome(dialogue& talk);
void show_question(dialogue& talk);
void show_fact(dialogue& talk, fact_id which);
void show_help(dialogue& talk);
void show_standing(dialogue& talk);
void show_replies(dialogue& talk);
void show(dialogue& talk, const text& words);

/// Asks the items of the grid one by one; nothing when one was not answered.
[[nodiscard]] std::optional<fact_value> ask_grid(dialogue& talk);

}  // namespace aiguillage::cli
