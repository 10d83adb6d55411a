#include <algorithm>

#include "aiguillage/explain/place.h"
#include "report/dates.h"
#include "report/markup.h"
#include "report/survey_parts.h"

namespace aiguillage::report {
namespace {

const char* const survey_style = R"(
:root { --ink: #1a1a1a; --faint: #4a4a4a; --paper: #fff; --line: #767676; --soft: #eee;
  --proximity: #0b4f8a; --social: #7b1f5c; --operators: #7a4300; --defence: #1c6b3a; --forbidden: #a01616; }
body { color: var(--ink); background: var(--paper); max-width: 72rem; }
.faint { color: var(--faint); }
a { color: inherit; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { border-bottom: 1px solid var(--line); padding: .25rem .5rem .25rem 0; text-align: left; vertical-align: top; }
.findings td:first-child { white-space: nowrap; }
thead th { border-bottom-width: 2px; }
svg { width: 100%; height: auto; max-height: 90vh; background: var(--soft); }
svg text { fill: var(--ink); font: 14px system-ui, "Liberation Sans", Arial, sans-serif; }
svg .axis { stroke: var(--ink); fill: none; stroke-width: 2; }
.proximity { fill: var(--proximity); } .social_work { fill: var(--social); } .operators { fill: var(--operators); }
.defence { fill: var(--defence); } .forbidden { fill: var(--forbidden); }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.legend svg { background: none; vertical-align: -.15rem; }
svg .place { stroke: var(--paper); stroke-width: 1; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f2f2f2; --faint: #c4c4c4; --paper: #161616; --line: #8a8a8a; --soft: #262626;
    --proximity: #7db8ee; --social: #e59ccb; --operators: #eeb36b; --defence: #7fd39d; --forbidden: #ff9a9a; }
}
@media print {
  :root { --ink: #000; --faint: #333; --paper: #fff; --line: #666; --soft: #fff;
    --proximity: #0b4f8a; --social: #7b1f5c; --operators: #7a4300; --defence: #1c6b3a; --forbidden: #a01616; }
  @page { size: A4 landscape; margin: 12mm; }
  nav { display: none; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  table { font-size: 8.5pt; }
  .directory { break-before: page; }
}
)";

std::string counted(const survey_view& to, std::size_t count, const text& one, const text& many) {
  return std::to_string(count) + " " + to.on.say(count < 2 ? one : many);
}

std::string head(const survey_view& to) {
  const auto warnings = static_cast<std::size_t>(std::count_if(
      to.all.begin(), to.all.end(), [](const diagnostic& one) { return one.level != severity::note; }));
  std::string words = counted(to, to.land.actors.size(), {"acteur", "actor"}, {"acteurs", "actors"});
  words += ", " + counted(to, to.land.sites.size(), {"lieu", "site"}, {"lieux", "sites"});
  words += " · " + counted(to, warnings, {"point à corriger", "thing to correct"},
                           {"points à corriger", "things to correct"});
  words +=
      ", " + counted(to, to.all.size() - warnings, {"à vérifier", "to check"}, {"à vérifier", "to check"});
  words += " · " + to.on.say({"vu au ", "as of "}) + to.on.say(full_date_words(to.seen.day));
  const text basis{
      "Qui sert quoi est ce que les règles disent du type de chaque acteur ; un lieu qui n'ouvre jamais ne "
      "sert rien.",
      "Who serves what is what the rules say of the type of each actor; a place that never opens serves "
      "nothing."};
  return element("header", "\n" + words_in("h1", to.on.say(to.land.title)) + words_in("p", words) +
                               words_in("p", to.on.say(basis), "faint"));
}

std::string contents(const survey_view& to) {
  const std::vector<std::pair<const char*, text>> parts = {
      {"map", {"Carte", "Map"}},
      {"findings", {"À corriger, à vérifier", "To correct, to check"}},
      {"needs", {"Besoins", "Needs"}},
      {"rights", {"Droits", "Rights"}},
      {"network", {"Relais", "Referrals"}},
      {"directory", {"Annuaire", "Directory"}}};
  std::string items;
  for (const auto& [anchor, words] : parts)
    items += "<li><a href=\"#" + std::string(anchor) + "\">" + escaped(to.on.say(words)) + "</a></li>\n";
  return element("nav", "<ul>\n" + items + "</ul>\n");
}

std::string body(const survey_view& to) {
  return element("main", "\n" + head(to) + contents(to) + survey_map(to) + survey_findings(to) +
                             survey_needs(to) + survey_rights(to) + survey_network(to) +
                             survey_directory(to));
}

}  // namespace

std::string name_of(const survey_view& to, actor_id who) {
  return to.on.say(place_name(to.rules, to.land.actors[who]));
}

std::string some_of(const survey_view& to, const std::vector<std::string>& labels, std::size_t most) {
  std::string words;
  for (std::size_t i = 0; i < std::min(most, labels.size()); ++i)
    words += (i == 0 ? "" : to.on.say({" ; ", "; "})) + labels[i];
  if (labels.size() <= most) return words;
  const std::string left = std::to_string(labels.size() - most);
  return words + to.on.say({" ; et " + left + " de plus", "; and " + left + " more"});
}

std::string names_of(const survey_view& to, const std::vector<actor_id>& actors, std::size_t most) {
  std::vector<std::string> names;
  for (const actor_id one : actors) names.push_back(name_of(to, one));
  return some_of(to, names, most);
}

std::vector<need_type_id> needs_in(const survey_view& to, const value_set& set) {
  std::vector<need_type_id> all;
  for (std::size_t i = 0; i < to.rules.needs.size(); ++i)
    if (set.test(i)) all.emplace_back(i);
  return all;
}

std::string needs_words(const survey_view& to, const std::vector<need_type_id>& needs, std::size_t most) {
  std::vector<std::string> labels;
  for (const need_type_id one : needs) labels.push_back(to.on.say(to.rules.needs[one].label));
  return some_of(to, labels, most);
}

std::string part_of(const survey_view& to, const char* anchor, const text& heading,
                    const std::string& inside) {
  if (inside.empty()) return "";
  return "<section id=\"" + std::string(anchor) + "\" class=\"" + anchor + "\">\n" +
         words_in("h2", to.on.say(heading)) + inside + "</section>\n";
}

std::string table_of(const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows,
                     const std::string& classes) {
  if (rows.empty()) return "";
  std::string titles;
  for (const std::string& one : head) titles += "<th scope=\"col\">" + escaped(one) + "</th>";
  std::string lines;
  for (const std::vector<std::string>& row : rows) {
    lines += "<tr>";
    for (const std::string& cell : row) lines += "<td>" + escaped(cell) + "</td>";
    lines += "</tr>\n";
  }
  return element(
      "div",
      element("table", "\n<thead><tr>" + titles + "</tr></thead>\n<tbody>\n" + lines + "</tbody>\n", classes),
      "wide");
}

}  // namespace aiguillage::report

namespace aiguillage {

std::string survey_html(const pack& rules, const territory& land, const survey& seen, const diagnostics& all,
                        language wanted) {
  using namespace report;
  diagnostics sorted = all;
  sort_by_place(sorted);
  const survey_view to{report::page{{wanted, false}, {}}, rules, land, seen, sorted};
  return std::string("<!DOCTYPE html>\n<html lang=\"") + (wanted == language::fr ? "fr" : "en") +
         "\">\n<head>\n<meta charset=\"utf-8\" />\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
         "<meta name=\"color-scheme\" content=\"light dark\" />\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
         "'unsafe-inline'\" />\n" +
         words_in("title", to.on.say(land.title)) + "<style>" + page_style() + survey_style +
         "</style>\n</head>\n<body>\n" + body(to) + "</body>\n</html>\n";
}

}  // namespace aiguillage
