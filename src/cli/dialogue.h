#pragma once

#include <functional>
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
  std::string save;                                 // where the answers are kept; "": nowhere
  bool saved = false;                               // the last time they were
  void (*keep)(dialogue& talk) = [](dialogue&) {};  // after each answer, before anything is shown

  [[nodiscard]] const std::string& say(const text& words) const { return words.in(style.wanted); }
};

/// Asks until no answer can change the best plan, the helper stops or the input ends.
void converse(dialogue& talk);

/// What may be typed at any prompt besides an answer.
enum class command { none, help, stop, back, not_known, pass, pass_all, change, grid };

/// One prompt: how an answer to it is read, which commands mean something there besides help, stop, and leaving it
/// unanswered, and what is shown again with the help.
struct prompt {
  std::function<typed_answer(const std::string&)> read;
  std::vector<command> also;
  std::function<void()> again;
};

/// What was typed: a command, or, when it is none, an answer.
struct heard {
  command said = command::none;
  fact_value told;
};

/// Asks again until something is understood. The end of the input, like stop, ends the dialogue.
[[nodiscard]] heard listen(dialogue& talk, const prompt& at);

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
