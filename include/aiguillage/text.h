#pragma once

#include <string>

#pragma GCC visibility push(default)
namespace aiguillage {

/// Languages in which the engine speaks to people.
enum class language { fr, en };

/// One text for people, in both languages; UTF-8.
struct text {
  std::string fr;
  std::string en;

  /// The text in the language asked for; the other language when that one is empty.
  [[nodiscard]] const std::string& in(language wanted) const {
    const std::string& first = wanted == language::fr ? fr : en;
    return first.empty() ? (wanted == language::fr ? en : fr) : first;
  }
};

}  // namespace aiguillage
#pragma GCC visibility pop
