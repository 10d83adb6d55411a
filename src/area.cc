#include "aiguillage/area.h"

#include <algorithm>

namespace aiguillage {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view word) { return std::all_of(word.begin(), word.end(), is_digit); }
bool is_corsican(std::string_view word) { return word[0] == '2' && (word[1] == 'A' || word[1] == 'B'); }

bool is_department(std::string_view word) {
  if (word.size() == 3) return all_digits(word) && word[0] == '9' && (word[1] == '7' || word[1] == '8');
  if (word.size() != 2) return false;
  return is_corsican(word) || (all_digits(word) && word >= "01" && word <= "95");
}

bool is_commune(std::string_view word) {
  if (word.size() != 5 || !all_digits(word.substr(2))) return false;
  return is_corsican(word) || all_digits(word.substr(0, 2));
}

}  // namespace

bool is_code(area_kind kind, std::string_view word) {
  switch (kind) {
    case area_kind::commune: return is_commune(word);
    case area_kind::epci: return word.size() == 9 && all_digits(word);
    case area_kind::department: return is_department(word);
    case area_kind::region: return word.size() == 2 && all_digits(word);
    case area_kind::country: return word.size() == 5 && word.substr(0, 2) == "99" && all_digits(word);
  }
  return false;
}

}  // namespace aiguillage
