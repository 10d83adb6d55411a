#pragma once

#include <vector>

#include "yaml/document.h"

/// One key of each kind: what the files of tests/invalid/yaml are checked against.
inline const std::vector<aiguillage::yaml::key_spec>& sample_table() {
  using aiguillage::yaml::value_kind;
  static const std::vector<aiguillage::yaml::key_spec> table{
      {"id", value_kind::name, true, {"le nom de la fiche", "the name of the sheet"}},
      {"label", value_kind::text, false, {"un texte", "a text"}},
      {"flag", value_kind::boolean, false, {"vrai ou faux", "true or false"}},
      {"count", value_kind::integer, false, {"un entier", "a whole number"}},
      {"rate", value_kind::decimal, false, {"un nombre", "a number"}},
      {"day", value_kind::date, false, {"un jour", "a day"}},
      {"insee", value_kind::code, false, {"un code", "a code"}},
      {"rules", value_kind::mapping, false, {"des clés", "some keys"}},
      {"steps", value_kind::sequence, false, {"une liste", "a list"}},
      {"needs", value_kind::names, false, {"des besoins", "some needs"}},
      {"notes", value_kind::texts, false, {"des textes", "some texts"}},
      {"title", value_kind::bilingual, false, {"un titre", "a title"}}};
  return table;
}
