#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "aiguillage/area.h"
#include "aiguillage/listing.h"

/// Values as producers write them, in the one way that we write them.
namespace aiguillage::import {

/// The hours of one day. `plain` is false when what is written was put right: an empty span left out, spans put in order, those
/// that overlap made one.
struct day_spans {
  std::string osm;  // 09:00-12:00,14:00-17:30; "" when closed
  bool plain = true;
};

/// Reads what people write: "9h-12h / 14h-17h30", "09:00 - 12:00 et 14:00 - 17:30", "fermé"; nullopt when it is anything
/// else, or a span ends before it begins.
[[nodiscard]] std::optional<day_spans> day_hours(std::string_view written);

/// A week in OSM syntax, equal days in a row together: "Mo-Fr 09:00-12:00; Sa 10:00-12:00". Days without hours are closed.
[[nodiscard]] std::string week_hours(const std::array<std::string, 7>& days);

/// The value of an attribute, clean: codes with their leading zeros, degrees with a point, dates as YYYY-MM-DD (of a year
/// or a month, the first day), numbers without spaces; nullopt when it is none.
[[nodiscard]] std::optional<std::string> clean_value(attribute what, std::string_view written);

/// An area by its code. Without a kind (commune, epci, departement, region, pays; folded) its form says it, as in
/// data·inclusion v1: five characters for a commune, two or three for a department, nine for an EPCI, 99xxx for a country,
/// "france".
[[nodiscard]] std::optional<area> area_of_code(std::string_view written, std::string_view kind = "");

[[nodiscard]] attribute attribute_of(area_kind kind);

/// The value of clean degrees; the same whatever the locale.
[[nodiscard]] double degrees_of(std::string_view clean);

/// Where a listing says that it is, when it says both degrees.
[[nodiscard]] std::optional<point> point_of(const listing& from);

/// One line of at most 60 bytes, for a message.
[[nodiscard]] std::string shown(std::string_view words);

}  // namespace aiguillage::import
