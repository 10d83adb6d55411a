#include "import/words.h"

#include "fold.h"

namespace aiguillage::import {
namespace {

constexpr std::size_t most_words = 4096;  // of one column; more are no list of words, and are not kept
constexpr std::size_t longest = 80;

met_word look_up(const column_rule& rule, std::string_view word) {
  const std::string folded = detail::folded(word);
  const auto found = rule.words.find(folded);
  if (found == rule.words.end()) return {};
  std::size_t rank = 0;
  while (rank < rule.spelled.size() && detail::folded(rule.spelled[rank]) != folded) ++rank;
  return {&found->second, rank};
}

}  // namespace

met_word word_memo::find(const column_rule& rule, std::string_view word) {
  auto& met = met_[static_cast<std::size_t>(&rule - columns_.data())];
  if (const auto known = met.find(word); known != met.end()) return known->second;
  const met_word found = look_up(rule, word);
  if (met.size() < most_words && word.size() <= longest) met.emplace(word, found);
  return found;
}

}  // namespace aiguillage::import
