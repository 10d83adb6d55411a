#include "aiguillage/report/diagnostics.h"

#include <algorithm>

#include "report/json_value.h"

namespace aiguillage {
namespace {

std::string level_word(severity level) {
  switch (level) {
    case severity::error: return "error";
    case severity::warning: return "warning";
    case severity::note: break;
  }
  return "note";
}

int count_of(const diagnostics& all, severity level) {
  return static_cast<int>(
      std::count_if(all.begin(), all.end(), [&](const diagnostic& one) { return one.level == level; }));
}

std::string counted(int count, const std::string& one) {
  return std::to_string(count) + " " + one + (count > 1 ? "s" : "");
}

}  // namespace

std::string diagnostics_json(const diagnostics& all, int checked, language wanted) {
  report::json found = report::json::array();
  for (const diagnostic& one : all)
    found.push_back({{"severity", level_word(one.level)},
                     {"code", one.code},
                     {"file", one.file},
                     {"line", one.line},
                     {"column", one.column},
                     {"message", one.message.in(wanted)},
                     {"hint", one.hint.in(wanted)}});
  return report::written({{"format", 1},
                          {"findings", found},
                          {"checked", checked},
                          {"errors", count_of(all, severity::error)},
                          {"warnings", count_of(all, severity::warning)}});
}

std::string diagnostics_count(const diagnostics& all, int checked, language wanted) {
  const bool fr = wanted == language::fr;
  return (fr ? counted(checked, "vérifié") : std::to_string(checked) + " checked") + (fr ? " : " : ": ") +
         counted(count_of(all, severity::error), fr ? "erreur" : "error") + ", " +
         counted(count_of(all, severity::warning), fr ? "avertissement" : "warning") + "\n";
}

}  // namespace aiguillage
