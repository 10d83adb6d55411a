#pragma once

#include <string>
#include <vector>

#include "aiguillage/referral.h"
#include "france.h"
#include "load/support.h"

/// Small worlds written as text: a few actors around Rennes, one person, and the pack of France.
namespace aiguillage::network_tests {

/// A territory with these actors (YAML items, indented by two spaces) on the sites `near` (the person's quarter), `middle`
/// (7 km away) and `remote` (40 km away); `travel` is the mapping of that name. Tables: file name and content.
[[nodiscard]] territory land_of(const std::string& actors, const std::string& travel = "",
                                const std::vector<std::pair<std::string, std::string>>& tables = {});

/// One actor on one line of text: its id, its type, its site, and other keys of the format.
[[nodiscard]] std::string place(const std::string& id, const std::string& type, const std::string& site,
                                const std::string& more = "");

/// A person who brings a letter that they do not understand, with other facts, a home and a day.
[[nodiscard]] situation reader_of_a_letter(const std::string& facts = "",
                                           const std::string& home = "\"35238\"",
                                           const std::string& date = "");

/// A person from the lines of a situation file.
[[nodiscard]] situation person_of(const std::string& text);

/// Adds a commune to those that a territory knows, by what its code, its EPCI and its region are.
void add_commune(gazetteer& to, const std::string& code, const std::string& epci, const std::string& region,
                 const std::optional<point>& at = std::nullopt);

/// What is proposed, with what it points into.
struct proposal {
  territory land;
  situation person;
  qualification found;
  referral proposed;

  proposal(territory in, situation who);
  proposal(const proposal&) = delete;
  proposal& operator=(const proposal&) = delete;

  /// The actors of the main plan in the order of its stops, deciding steps apart.
  [[nodiscard]] std::string stops() const;
  [[nodiscard]] const referral_stop& stop(std::size_t index) const;
  [[nodiscard]] std::string mode(std::size_t index) const;
  /// The first day on which the network lets an actor take the person.
  [[nodiscard]] int first_day(const std::string& actor) const;
  /// What keeps the first place from the first need that nobody meets.
  [[nodiscard]] hindrance hindered_by() const;
  [[nodiscard]] bool sets_aside(const std::string& rule) const;
  /// In English, one a line.
  [[nodiscard]] std::string checks(const std::string& actor) const;
};

}  // namespace aiguillage::network_tests
