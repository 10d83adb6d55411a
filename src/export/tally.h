#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "aiguillage/export.h"

/// What an export keeps, loses and adds.
namespace aiguillage::exports {

/// One thing that a place says; what is the same in two ways of writing is one.
using statement = std::pair<attribute, std::string>;

/// What is said, each once; of what can be said once only, the first.
[[nodiscard]] std::set<statement> statements_of(const std::vector<said_value>& says);

[[nodiscard]] statement statement_of(attribute what, const std::string& value);

class tally {
 public:
  void keep() { ++kept_; }
  void lose(const std::string& attribute, const std::string& value = "");
  void add(const std::string& attribute, const std::string& value = "");

  /// A statement of a listing; `has_column`: the format can say this attribute, so the value is what it could not say.
  void lose(const statement& one, bool has_column);

  void give(export_result& to) const;

 private:
  using counts = std::map<std::pair<std::string, std::string>, std::size_t>;
  std::size_t kept_ = 0;
  counts lost_;
  counts added_;
};

/// What a territory says outside of listings: links, travel, needs left out… `links`: the format has them.
void tally_beyond(const territory& land, const pack& rules, bool links, tally& to);

/// All that listings say, for a format that keeps of each place these attributes only.
using kept_attributes = std::function<std::set<attribute>(const listing& of)>;
void tally_listings(const territory& land, const pack& rules, const kept_attributes& kept, tally& to);

}  // namespace aiguillage::exports
