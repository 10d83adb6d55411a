#include "aiguillage/report/diagnostics.h"

#include <algorithm>

#include "report/json_writer.h"

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
  report::json_writer to;
  to.object([&] {
    to.field("format", 1);
    to.key("findings");
    to.list(all, [&](const diagnostic& one) {
      to.object([&] {
        to.field("severity", level_word(one.level));
        to.field("code", one.code);
        to.field("file", one.file);
        to.field("line", one.line);
        to.field("column", one.column);
        to.field("message", one.message.in(wanted));
        to.field("hint", one.hint.in(wanted));
      });
    });
    to.field("checked", checked);
    to.field("errors", count_of(all, severity::error));
    to.field("warnings", count_of(all, severity::warning));
  });
  return to.take();
}

std::string diagnostics_count(const diagnostics& all, int checked, language wanted) {
  const bool fr = wanted == language::fr;
  return (fr ? counted(checked, "vérifié") : std::to_string(checked) + " checked") + (fr ? " : " : ": ") +
         counted(count_of(all, severity::error), fr ? "erreur" : "error") + ", " +
         counted(count_of(all, severity::warning), fr ? "avertissement" : "warning") + "\n";
}

}  // namespace aiguillage
