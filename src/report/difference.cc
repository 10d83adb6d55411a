#include "aiguillage/report/difference.h"

#include <algorithm>
#include <array>

#include "report/json_value.h"
#include "report/page.h"

namespace aiguillage {
namespace {

using report::ink;
using report::json;
using report::page;
using names = std::vector<std::string>;

constexpr std::array<const char*, 3> change_ids = {"added", "removed", "changed"};

const text& change_words(change_kind kind) {
  static const std::array<text, 3> words = {
      {{"ajoutée", "added"}, {"retirée", "removed"}, {"changée", "changed"}}};
  return words[static_cast<std::size_t>(kind)];
}

json change_json(const rule_change& one) {
  return {{"change", change_ids[static_cast<std::size_t>(one.kind)]},
          {"rule", one.name},
          {"file", one.where.file.empty() ? json() : json(one.where.file)},
          {"line", one.where.file.empty() ? json() : json(one.where.line)}};
}

json changes_json(const std::vector<rule_change>& changes) {
  json list = json::array();
  for (const rule_change& one : changes) list.push_back(change_json(one));
  return list;
}

json answer_json(const brief_answer& one) {
  return {{"needs", one.needs}, {"urgency", one.urgency}, {"stops", one.stops}, {"unmet", one.unmet}};
}

std::string change_line(const page& on, const rule_change& one) {
  const std::string where = one.where.file.empty() ? on.say({"valeurs et tables", "figures and tables"})
                                                   : one.where.file + ":" + std::to_string(one.where.line);
  return one.name + " (" + on.say(change_words(one.kind)) + ", " + where + ")";
}

void only_in(page& on, const text& lead, const names& some, const names& others) {
  for (const std::string& one : some)
    if (std::find(others.begin(), others.end(), one) == others.end()) on.bullet(on.say(lead) + one, 2);
}

void stops_lines(page& on, const text& lead, const names& stops) {
  on.line("  " + on.say(lead));
  for (const std::string& one : stops) on.bullet(one, 4);
  if (stops.empty()) on.bullet(on.say({"aucune étape", "no stop"}), 4);
}

void difference_lines(page& on, const answer_difference& one) {
  on.line(on.inked(ink::bold, one.file));
  only_in(on, {"besoin en moins : ", "need lost: "}, one.before.needs, one.after.needs);
  only_in(on, {"besoin en plus : ", "need gained: "}, one.after.needs, one.before.needs);
  if (one.before.urgency != one.after.urgency)
    on.bullet(on.say({"urgence : ", "urgency: "}) + one.before.urgency + " → " + one.after.urgency, 2);
  only_in(on, {"n'est plus sans réponse : ", "no longer unmet: "}, one.before.unmet, one.after.unmet);
  only_in(on, {"reste sans réponse : ", "unmet now: "}, one.after.unmet, one.before.unmet);
  if (one.before.stops != one.after.stops) {
    stops_lines(on, {"parcours avant :", "path before:"}, one.before.stops);
    stops_lines(on, {"parcours après :", "path after:"}, one.after.stops);
  }
  for (const rule_change& each : one.because)
    on.bullet(on.say({"à cause de : ", "because of: "}) + change_line(on, each), 2);
}

}  // namespace

std::string differences_json(const std::vector<rule_change>& changes,
                             const std::vector<answer_difference>& all, std::size_t people) {
  json list = json::array();
  for (const answer_difference& one : all)
    list.push_back({{"file", one.file},
                    {"before", answer_json(one.before)},
                    {"after", answer_json(one.after)},
                    {"because", changes_json(one.because)}});
  return report::written(
      {{"format", 1}, {"changes", changes_json(changes)}, {"people", people}, {"differences", list}});
}

std::string differences_text(const std::vector<rule_change>& changes,
                             const std::vector<answer_difference>& all, std::size_t people,
                             const text_style& style) {
  page on{style, {}};
  for (const rule_change& one : changes) on.line(change_line(on, one));
  if (!changes.empty()) on.line();
  for (const answer_difference& one : all) difference_lines(on, one);
  if (!all.empty()) on.line();
  on.line(on.say({"Règles et valeurs différentes : ", "Rules and figures that differ: "}) +
          std::to_string(changes.size()) +
          on.say({" ; personnes dont la réponse change : ", "; people whose answer changes: "}) +
          std::to_string(all.size()) + "/" + std::to_string(people));
  return on.out;
}

}  // namespace aiguillage
