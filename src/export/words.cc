#include <algorithm>
#include <tuple>

#include "aiguillage/export.h"
#include "report/json_value.h"
#include "table/csv.h"

namespace aiguillage {
namespace {

using report::json;

constexpr std::size_t most_shown = 20;

std::string lines_of(std::vector<export_item> items, bool fr) {
  std::sort(items.begin(), items.end(), [](const export_item& a, const export_item& b) {
    return std::tie(b.records, a.attribute, a.value) < std::tie(a.records, b.attribute, b.value);
  });
  std::string out;
  for (std::size_t i = 0; i < std::min(most_shown, items.size()); ++i) {
    const export_item& one = items[i];
    out += "  " + one.attribute + (one.value.empty() ? "" : " = " + one.value) + " (" +
           std::to_string(one.records) + ")\n";
  }
  if (items.size() > most_shown)
    out += "  … " + std::to_string(items.size() - most_shown) +
           (fr ? " autres (--losses)\n" : " more (--losses)\n");
  return out;
}

json list_of(const std::vector<export_item>& items) {
  json list = json::array();
  for (const export_item& one : items)
    list.push_back({{"attribute", one.attribute}, {"value", one.value}, {"records", one.records}});
  return list;
}

}  // namespace

std::string export_text(const export_result& result, language wanted) {
  const bool fr = wanted == language::fr;
  const auto number = [](std::size_t count) { return std::to_string(count); };
  std::string out = number(result.actors) + (fr ? " acteurs ; " : " actors; ") + number(result.said) +
                    (fr ? " choses dites = " : " things said = ") + number(result.kept) +
                    (fr ? " gardées + " : " kept + ") + number(result.said - result.kept) +
                    (fr ? " perdues\n" : " lost\n");
  if (!result.lost.empty())
    out += (fr ? "perdu, ce format ne le dit pas :\n" : "lost, this format does not say it:\n") +
           lines_of(result.lost, fr);
  if (!result.added.empty())
    out += (fr ? "ajouté, ses mots disent plus :\n" : "added, its words mean more:\n") +
           lines_of(result.added, fr);
  return out;
}

std::string export_json(const export_result& result, const std::string& format) {
  return report::written({{"format", 1},
                          {"written", format},
                          {"actors", result.actors},
                          {"said", result.said},
                          {"kept", result.kept},
                          {"lost", list_of(result.lost)},
                          {"added", list_of(result.added)}});
}

std::string losses_csv(const export_result& result) {
  std::string out = "change,attribute,value,records\n";
  for (const export_item& one : result.lost)
    out += table::write_csv_row({"lost", one.attribute, one.value, std::to_string(one.records)});
  for (const export_item& one : result.added)
    out += table::write_csv_row({"added", one.attribute, one.value, std::to_string(one.records)});
  return out;
}

}  // namespace aiguillage
