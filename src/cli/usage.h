#pragma once

#include <memory>
#include <string>
#include <vector>

#include "aiguillage/text.h"

namespace CLI {
class App;
class Formatter;
class ParseError;
}  // namespace CLI

namespace aiguillage::cli {

struct session;

/// Help pages in the language of the session.
[[nodiscard]] std::shared_ptr<CLI::Formatter> formatter_of(const session& in);

/// The first argument that should be a verb and is none of these; empty when there is none.
[[nodiscard]] std::string unknown_verb(int count, const char* const* arguments,
                                       const std::vector<std::string>& known);

/// What is wrong with the arguments, what was perhaps meant, and where help is.
[[nodiscard]] text usage_error(const CLI::App& app, const CLI::ParseError& wrong, const std::string& bad_verb,
                               const std::vector<std::string>& verbs);

}  // namespace aiguillage::cli
