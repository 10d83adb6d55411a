#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/json_writer.h"
#include "report/text_route.h"

/// What happened so far, for pages and for JSON.
namespace aiguillage::report {

/// One line each: needs done or given up, appointments, visits missed, places that sent the person on, closed doors.
[[nodiscard]] std::vector<std::string> happened_words(const referral_page& to);

/// One line for the stops that stay, that are new, and that fell away; one for each that is not as before.
[[nodiscard]] std::vector<std::string> changed_words(const referral_page& to);

/// The day and the time of an appointment; that it is to be checked once it has passed.
[[nodiscard]] std::string appointment_words(const referral_page& to, const kept_appointment& kept);

/// "14:30", or null when no time was said.
[[nodiscard]] std::optional<std::string> time_or_null(int minute);

/// The key `followed`.
void write_followed(json_writer& out, const pack& rules, const territory& land, const followed_path& path,
                    const referral& proposed, language wanted);

}  // namespace aiguillage::report
