#include "aiguillage/calendar.h"

#include <algorithm>
#include <array>
#include <limits>

namespace aiguillage {
namespace {

constexpr unsigned in(holiday_zone zone) { return 1U << static_cast<unsigned>(zone); }
constexpr unsigned everywhere = ~0U;

struct fixed_holiday {
  int month;
  int day;
  unsigned zones;
  int since = 0;
  int until = std::numeric_limits<int>::max();
};

struct easter_holiday {
  int offset;
  unsigned zones;
};

// everywhere: Code du travail L3133-1, https://www.legifrance.gouv.fr/codes/id/LEGISCTA000033008129/
// 26 December and Good Friday of Alsace-Moselle: L3134-13, from the ordinance of 16 August 1892.
// Abolition of slavery: L3422-2,
// https://www.legifrance.gouv.fr/affichCode.do?idSectionTA=LEGISCTA000006178062&cidTexte=LEGITEXT000006072050
// Saint-Martin: the same text says 27 May; 28 May since the circular of 4 May 2018,
// http://soualigapost.com/fr/comment/18526
// New Caledonia: https://job.nc/actualites_et_dossier/un-jour-ferie-nest-pas-automatiquement-chome
// French Polynesia: https://tahiti-infos.com/Les-jours-feries-en-2024-record-en-mai_a221418.amp.html and, from 2025,
// https://www.tahiti-infos.com/Le-20-novembre-remplace-officiellement-le-29-juin-comme-jour-ferie_a230388.html
// Wallis and Futuna: assumed.
constexpr std::array fixed_holidays{
    fixed_holiday{1, 1, everywhere},
    fixed_holiday{3, 5, in(holiday_zone::french_polynesia)},
    fixed_holiday{4, 27, in(holiday_zone::mayotte)},
    fixed_holiday{4, 28, in(holiday_zone::wallis_futuna)},
    fixed_holiday{5, 1, everywhere},
    fixed_holiday{5, 8, everywhere},
    fixed_holiday{5, 22, in(holiday_zone::martinique)},
    fixed_holiday{5, 27, in(holiday_zone::guadeloupe)},
    fixed_holiday{5, 27, in(holiday_zone::saint_martin), 0, 2017},
    fixed_holiday{5, 28, in(holiday_zone::saint_martin), 2018},
    fixed_holiday{6, 10, in(holiday_zone::guyane)},
    fixed_holiday{6, 29, in(holiday_zone::french_polynesia), 0, 2024},
    fixed_holiday{7, 14, everywhere},
    fixed_holiday{7, 29, in(holiday_zone::wallis_futuna)},
    fixed_holiday{8, 15, everywhere},
    fixed_holiday{9, 24, in(holiday_zone::new_caledonia)},
    fixed_holiday{10, 9, in(holiday_zone::saint_barthelemy)},
    fixed_holiday{11, 1, everywhere},
    fixed_holiday{11, 11, everywhere},
    fixed_holiday{11, 20, in(holiday_zone::french_polynesia), 2025},
    fixed_holiday{12, 20, in(holiday_zone::reunion)},
    fixed_holiday{12, 25, everywhere},
    fixed_holiday{12, 26, in(holiday_zone::alsace_moselle)},
};
constexpr std::array easter_holidays{
    easter_holiday{-2, in(holiday_zone::alsace_moselle) | in(holiday_zone::french_polynesia)},
    easter_holiday{1, everywhere},
    easter_holiday{39, everywhere},
    easter_holiday{50, everywhere},
};

struct zone_prefix {
  std::string_view code;
  holiday_zone zone;
};

// Bas-Rhin, Haut-Rhin, Moselle, then the overseas codes of the INSEE code officiel géographique.
constexpr std::array zone_prefixes{
    zone_prefix{"67", holiday_zone::alsace_moselle},    zone_prefix{"68", holiday_zone::alsace_moselle},
    zone_prefix{"57", holiday_zone::alsace_moselle},    zone_prefix{"971", holiday_zone::guadeloupe},
    zone_prefix{"972", holiday_zone::martinique},       zone_prefix{"973", holiday_zone::guyane},
    zone_prefix{"974", holiday_zone::reunion},          zone_prefix{"976", holiday_zone::mayotte},
    zone_prefix{"977", holiday_zone::saint_barthelemy}, zone_prefix{"978", holiday_zone::saint_martin},
    zone_prefix{"986", holiday_zone::wallis_futuna},    zone_prefix{"987", holiday_zone::french_polynesia},
    zone_prefix{"988", holiday_zone::new_caledonia},
};

}  // namespace

holiday_zone zone_of_commune(std::string_view insee_code) {
  if (insee_code.size() != 5) return holiday_zone::mainland;
  const auto* const found =
      std::find_if(zone_prefixes.begin(), zone_prefixes.end(),
                   [&](const zone_prefix& one) { return insee_code.substr(0, one.code.size()) == one.code; });
  return found == zone_prefixes.end() ? holiday_zone::mainland : found->zone;
}

int easter(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int correction = (century - (century + 8) / 25 + 1) / 3;
  const int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
  const int to_sunday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 4) % 7;
  const int late = (golden + 11 * epact + 22 * to_sunday) / 451;
  const int march = 22 + epact + to_sunday - 7 * late;
  return day_number({year, 3, march});
}

bool public_holiday(holiday_zone zone, civil_date date) {
  const unsigned here = in(zone);
  const bool fixed = std::any_of(fixed_holidays.begin(), fixed_holidays.end(), [&](const fixed_holiday& one) {
    return one.month == date.month && one.day == date.day && (one.zones & here) != 0 &&
           one.since <= date.year && date.year <= one.until;
  });
  if (fixed || date.month < 3 || date.month > 6) return fixed;
  const int after_easter = day_number(date) - easter(date.year);
  return std::any_of(easter_holidays.begin(), easter_holidays.end(), [&](const easter_holiday& one) {
    return one.offset == after_easter && (one.zones & here) != 0;
  });
}

}  // namespace aiguillage
