#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aiguillage/mapping.h"

namespace aiguillage::import {

/// A word as a file writes it.
struct met_word {
  const std::vector<std::string>* says =
      nullptr;           // our words for it; nullptr: the list of the column does not have it
  std::size_t rank = 0;  // in the list
};

/// The words of lists that a file has used: each is looked up once, however it is written.
class word_memo {
 public:
  explicit word_memo(const column_mapping& by) : columns_(by.columns), met_(by.columns.size()) {}

  /// What a word means in a column of the mapping that has a list.
  [[nodiscard]] met_word find(const column_rule& rule, std::string_view word);

 private:
  struct hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };

  const std::vector<column_rule>& columns_;
  std::vector<std::unordered_map<std::string, met_word, hash, std::equal_to<>>> met_;  // of each column
};

}  // namespace aiguillage::import
