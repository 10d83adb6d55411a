#include "load/tables.h"
#include "load/territory_parts.h"
#include "load/values.h"

/// The areas that a place serves: one list for each kind, since a code alone does not say it.
namespace aiguillage::load {

using yaml::value_kind;

namespace {

/// What an area is called, how its code is written, and an example.
struct area_form {
  const char* key;
  area_kind kind;
  text what;
  const char* example;
};

const std::vector<area_form>& area_forms() {
  static const std::vector<area_form> forms{
      {"epcis", area_kind::epci, {"d'intercommunalité", "an EPCI"}, "\"243500139\""},
      {"departments", area_kind::department, {"de département", "a department"}, "\"35\", \"2A\", \"974\""},
      {"regions", area_kind::region, {"de région", "a region"}, "\"53\""},
      {"countries", area_kind::country, {"de pays", "a country"}, "\"99100\""}};
  return forms;
}

void read_area(const yaml::node& given, const area_form& form, actor& read, const sink& to) {
  if (!is_kind(given, value_kind::code, form.key, to)) return;
  if (is_code(form.kind, given.scalar)) {
    read.areas.push_back({form.kind, given.scalar});
    return;
  }
  const text name = quoted(given.scalar);
  report(to, given, code::code_pattern,
         {name.fr + " n'est pas un code " + form.what.fr, name.en + " is not the code of " + form.what.en},
         {std::string("écrivez ") + form.example, std::string("write ") + form.example});
}

}  // namespace

keys area_keys() {
  return {
      {"communes",
       value_kind::sequence,
       false,
       {"les communes servies, entre guillemets", "the communes served, in quotes"},
       content::commune},
      {"epcis",
       value_kind::sequence,
       false,
       {"les intercommunalités servies en entier, par leur SIREN", "the EPCI served whole, by their SIREN"},
       content::epci},
      {"departments",
       value_kind::sequence,
       false,
       {"les départements servis en entier, entre guillemets", "the departments served whole, in quotes"},
       content::department},
      {"regions",
       value_kind::sequence,
       false,
       {"les régions servies en entier, entre guillemets", "the regions served whole, in quotes"},
       content::region},
      {"countries",
       value_kind::sequence,
       false,
       {"les pays servis en entier : \"99100\", la France", "the countries served whole: \"99100\", France"},
       content::country}};
}

void read_areas(const yaml::node& item, actor& read, const sink& to) {
  for (const yaml::node& word : items_at(item, "communes")) {
    const std::string commune = read_commune(word, "communes", to);
    if (!commune.empty()) read.areas.push_back({area_kind::commune, commune});
  }
  for (const area_form& form : area_forms())
    for (const yaml::node& word : items_at(item, form.key)) read_area(word, form, read, to);
}

}  // namespace aiguillage::load
