#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aiguillage/diagnostic.h"
#include "aiguillage/load.h"
#include "aiguillage/pack.h"
#include "aiguillage/report/text.h"
#include "aiguillage/trial.h"
#include "cli/verbs.h"

namespace aiguillage::cli {

/// Exit statuses of the contract.
inline constexpr int done = 0;
inline constexpr int findings = 1;
inline constexpr int wrong_usage = 2;
inline constexpr int invalid_input = 3;

/// What all verbs share.
struct session {
  language wanted = language::fr;
  std::vector<std::string> packs;  // folders; none: the default pack
  bool json = false;

  [[nodiscard]] const std::string& say(const text& words) const { return words.in(wanted); }
};

/// The language of --lang wherever it stands, else of the locale, else French.
[[nodiscard]] language language_of(int count, const char* const* arguments);

/// --lang; its value is read by language_of.
void add_language(CLI::App& to, const session& in);

/// --pack, --lang, --json and --help in the language of the session.
void add_shared(CLI::App& to, session& in, const verb& of);

/// Why the value of an option is refused, for CLI11; "" when it is a date, or the name of a file.
[[nodiscard]] std::string check_date(const session& in, const std::string& given);
[[nodiscard]] std::string check_file_name(const session& in, const std::string& given);

/// SITUATION and --date, for the verbs about one person.
struct person_options {
  std::string file;
  std::string date;
};
void add_person(CLI::App& to, const session& in, person_options& into);

/// The folders of the packs: those asked for, else the installed pack, else that of the source tree.
[[nodiscard]] std::vector<std::string> pack_folders(const session& in);

/// The folder of the mappings, beside the first pack.
[[nodiscard]] std::string mapping_folder(const session& in);

/// The same session, with the packs that a scenario names after its own; each once.
[[nodiscard]] session with_packs_of(const session& in, const std::string& scenario_file);

/// Loads the packs; nullopt once the errors are on stderr.
[[nodiscard]] std::optional<pack> load_rules(const session& in);

/// Loads a person; a date of the command line replaces that of the file. nullopt once the errors are on stderr.
[[nodiscard]] std::optional<situation_file> load_person(const session& in, const pack& rules,
                                                        const person_options& of);

/// Prints what was found, in the order of the files, on stderr.
void tell(const session& in, diagnostics found);

/// A message for people on stderr.
void tell(const session& in, const text& words);

/// Names that are not known, with the nearest ones, on stderr.
void tell_unknown(const session& in, const diagnostics& found);

/// Colours only on a terminal that wants them.
[[nodiscard]] text_style style_of(const session& in);

/// Shows how far a long work is, on a terminal only.
[[nodiscard]] progress progress_of(const session& in);

/// Writes a result on stdout; false, with a message, when it cannot be written.
[[nodiscard]] bool give(const session& in, const std::string& result);

}  // namespace aiguillage::cli
