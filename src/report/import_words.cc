#include <algorithm>

#include "aiguillage/report/territory.h"
#include "import/cells.h"
#include "report/json_value.h"

namespace aiguillage {
namespace {

using report::json;

constexpr std::size_t most_shown = 10;

json file_json(const file_report& one) {
  json why = json::object();
  for (const auto& [code, count] : one.why) why[code] = count;
  json unread = json::array();
  for (const unread_value& each : one.unread)
    unread.push_back({{"column", each.column}, {"value", each.value}, {"records", each.records}});
  return {{"file", one.file},     {"records", one.records}, {"kept", one.kept}, {"merged", one.merged},
          {"joined", one.joined}, {"refused", one.refused}, {"why", why},       {"unread", unread}};
}

std::string unread_words(const file_report& of, bool fr) {
  std::string out;
  for (std::size_t i = 0; i < std::min(most_shown, of.unread.size()); ++i) {
    const unread_value& one = of.unread[i];
    const std::string what = import::shown(one.value.empty() ? one.column : one.column + " = " + one.value);
    out += "    " + what + " (" + std::to_string(one.records) + ")\n";
  }
  if (of.unread.size() > most_shown)
    out += "    … " + std::to_string(of.unread.size() - most_shown) +
           (fr ? " autres (--json)\n" : " more (--json)\n");
  return out;
}

std::string file_words(const file_report& one, bool fr) {
  const auto number = [](std::size_t count) { return std::to_string(count); };
  std::string out = one.file + (fr ? " : " : ": ") + number(one.records) + (fr ? " lus = " : " read = ") +
                    number(one.kept) + (fr ? " gardés + " : " kept + ") + number(one.merged) +
                    (fr ? " fusionnés + " : " merged + ") + number(one.joined) +
                    (fr ? " joints + " : " joined + ") + number(one.refused) +
                    (fr ? " refusés\n" : " refused\n");
  for (const auto& [code, count] : one.why) out += "    " + code + " (" + number(count) + ")\n";
  if (!one.unread.empty())
    out +=
        (fr ? "  gardé en remarque, aucune règle ne le lit :\n" : "  kept as remarks that no rule reads:\n") +
        unread_words(one, fr);
  return out;
}

}  // namespace

std::string import_text(const import_result& result, language wanted) {
  const bool fr = wanted == language::fr;
  std::string out;
  for (const file_report& one : result.report.files) out += file_words(one, fr);
  for (std::size_t i = 0; i < std::min(most_shown, result.report.merged.size()); ++i) {
    const merged_pair& one = result.report.merged[i];
    out += (fr ? "fusion : " : "merged: ") + one.kept + " + " + one.with + " (" + one.why + ", " +
           std::to_string(one.likeness) + " %" +
           (one.metres < 0 ? "" : ", " + std::to_string(one.metres) + " m") + ")\n";
  }
  if (result.report.merged.size() > most_shown)
    out += "… " + std::to_string(result.report.merged.size() - most_shown) +
           (fr ? " autres fusions (merges.csv)\n" : " more merges (merges.csv)\n");
  return out + result.land.id + (fr ? " : " : ": ") + std::to_string(result.land.actors.size()) +
         (fr ? " acteurs, " : " actors, ") + std::to_string(result.land.sites.size()) +
         (fr ? " lieux\n" : " sites\n");
}

std::string import_json(const import_result& result, const diagnostics& found, language wanted) {
  json findings = json::array();
  for (const diagnostic& one : found)
    findings.push_back(
        {{"file", one.file}, {"line", one.line}, {"code", one.code}, {"message", one.message.in(wanted)}});
  json files = json::array();
  for (const file_report& one : result.report.files) files.push_back(file_json(one));
  json merged = json::array();
  for (const merged_pair& one : result.report.merged)
    merged.push_back({{"kept", one.kept},
                      {"with", one.with},
                      {"why", one.why},
                      {"metres", one.metres < 0 ? json(nullptr) : json(one.metres)},
                      {"likeness", one.likeness}});
  return report::written({{"format", 1},
                          {"territory", result.land.id},
                          {"hash", result.land.hash},
                          {"actors", result.land.actors.size()},
                          {"sites", result.land.sites.size()},
                          {"files", files},
                          {"merged", merged},
                          {"findings", findings}});
}

}  // namespace aiguillage
