#pragma once

#include <string>

#include "aiguillage/survey.h"
#include "france.h"

/// Small territories written as text, under the pack of France, and what is found in them.
namespace aiguillage::survey_tests {

/// A territory, and what is found in it.
struct surveyed {
  territory land;
  survey seen;

  /// Whether a finding of this code says these words, in English.
  [[nodiscard]] bool says(const std::string& code, const std::string& words = "") const;
  [[nodiscard]] const need_survey& need(const std::string& id) const;
  [[nodiscard]] const right_survey& right(const std::string& id) const;
  [[nodiscard]] const actor_survey& actor(const std::string& id) const;
  /// The ids of some actors, separated by spaces.
  [[nodiscard]] std::string ids(const std::vector<actor_id>& actors) const;
  /// Every finding, or those of one code, one a line, for messages of failed tests.
  [[nodiscard]] std::string all() const;
  [[nodiscard]] std::string of(const std::string& code) const;
};

/// A site in Rennes, unless the point or the commune says otherwise.
[[nodiscard]] std::string site_line(const std::string& id, const std::string& commune = "35238",
                                    const std::string& where = "{latitude: 48.11, longitude: -1.68}");
/// One actor on one line, known since January 2026.
[[nodiscard]] std::string actor_line(const std::string& id, const std::string& type,
                                     const std::string& more = "", const std::string& site = "here",
                                     const std::string& name = "");
[[nodiscard]] std::string link_line(const std::string& from, const std::string& to);

/// A territory of these actors on these sites; `here` is always one.
[[nodiscard]] territory land_of(const std::string& actors, const std::string& links = "",
                                const std::string& sites = "");
/// The same, surveyed on 1 June 2026 unless the options say another day.
[[nodiscard]] surveyed look(const territory& land, survey_options options = {});
[[nodiscard]] surveyed look(const std::string& actors, const std::string& links = "",
                            const std::string& sites = "");

}  // namespace aiguillage::survey_tests
