#pragma once

#include <string>
#include <vector>

#include "aiguillage/text.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// How grave a finding is: an error refuses what was read, a warning or a note lets it through.
enum class severity { error, warning, note };

/// What is wrong at one place of one file, and what to write instead.
/// `line` and `column` count from 1; 0 means the file as a whole.
struct diagnostic {
  severity level = severity::error;
  std::string code;  // stable, kebab-case: unknown-key, duplicate-key…
  std::string file;
  int line = 0;
  int column = 0;
  text message;
  text hint;  // what to write instead; may be empty
};

/// Findings, in the order in which they were made until `sort_by_place`.
using diagnostics = std::vector<diagnostic>;

/// True when at least one diagnostic is an error.
[[nodiscard]] bool has_errors(const diagnostics& all);

/// Sorts by file, line, column, code, so that the same findings print in the same order.
void sort_by_place(diagnostics& all);

/// `file:line:column: erreur: message [code]`, then the hint on its own line.
[[nodiscard]] std::string to_string(const diagnostic& one, language wanted);

/// The name of `known` nearest to `word` (edit distance at most a third of its length), or "".
[[nodiscard]] std::string nearest_name(const std::string& word, const std::vector<std::string>& known);

}  // namespace aiguillage
#pragma GCC visibility pop
