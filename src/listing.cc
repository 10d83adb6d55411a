#include "aiguillage/listing.h"

#include <algorithm>
#include <array>

namespace aiguillage {
namespace {

constexpr std::array<attribute_form, attribute_count> forms{{{"id"},
                                                             {"name"},
                                                             {"type"},
                                                             {"siret"},
                                                             {"parent"},
                                                             {"address"},
                                                             {"complement"},
                                                             {"postcode"},
                                                             {"town"},
                                                             {"commune"},
                                                             {"latitude"},
                                                             {"longitude"},
                                                             {"phone"},
                                                             {"email"},
                                                             {"website"},
                                                             {"booking_url"},
                                                             {"access_url"},
                                                             {"description"},
                                                             {"conditions"},
                                                             {"hours"},
                                                             {"communes", true},
                                                             {"epcis", true},
                                                             {"departments", true},
                                                             {"regions", true},
                                                             {"countries", true},
                                                             {"publics_only", true},
                                                             {"publics_first", true},
                                                             {"requested_by", true},
                                                             {"channels", true},
                                                             {"bookings", true},
                                                             {"appointment_days"},
                                                             {"step_free"},
                                                             {"mandates", true},
                                                             {"languages", true},
                                                             {"helps", true},
                                                             {"services", true},
                                                             {"labels", true},
                                                             {"fees", true},
                                                             {"fee_words"},
                                                             {"producer"},
                                                             {"vintage"},
                                                             {"remark", true}}};

}  // namespace

const attribute_form& form_of(attribute what) { return forms[static_cast<std::size_t>(what)]; }

const std::string& said(const listing& by, attribute what) {
  static const std::string nothing;
  const auto found =
      std::find_if(by.says.begin(), by.says.end(), [&](const said_value& one) { return one.what == what; });
  return found == by.says.end() ? nothing : found->value;
}

}  // namespace aiguillage
