#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "aiguillage/territory.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// What a producer can say of a place: the common ground of every format that is read or written.
enum class attribute : std::uint8_t {
  id,
  name,
  type,
  siret,
  parent,
  address,
  complement,
  postcode,
  town,
  commune,
  latitude,
  longitude,
  phone,
  email,
  website,
  booking_url,
  access_url,
  description,
  conditions,
  hours,
  communes,
  epcis,
  departments,
  regions,
  countries,
  publics_only,
  publics_first,
  requested_by,
  channels,
  bookings,
  appointment_days,
  step_free,
  mandates,
  languages,
  helps,
  services,
  labels,
  fees,
  fee_words,
  producer,
  vintage,
  remark
};

/// One thing said: a value in our own words, and the record that says it. A remark is `name=value`.
struct said_value {
  attribute what = attribute::remark;
  std::uint16_t source = 0;  // index into listing::sources
  std::string value;
};

/// One place as its producers describe it, before it is an actor. What has several values is said several times.
struct listing {
  std::vector<record_source> sources;  // at least one
  int line = 0;                        // of its file; 0: not from one
  std::vector<said_value> says;
  std::vector<attribute> assumed;  // said by nobody: defaults
};

/// The first value said; "" when there is none.
[[nodiscard]] const std::string& said(const listing& by, attribute what);

/// What an attribute is called in files, and whether it may have several values.
struct attribute_form {
  const char* name;
  bool several = false;
};

/// The form of an attribute; it lasts as long as the program.
[[nodiscard]] const attribute_form& form_of(attribute what);

/// How many attributes there are; they count from 0.
inline constexpr std::size_t attribute_count = static_cast<std::size_t>(attribute::remark) + 1;

}  // namespace aiguillage
#pragma GCC visibility pop
