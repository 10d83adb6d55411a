#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "aiguillage/pack.h"

/// Pieces of sentences that several explanations share.
namespace aiguillage {

/// Each language after the same one; where one is missing, the other stands for it.
[[nodiscard]] text operator+(const text& a, const text& b);

}  // namespace aiguillage

namespace aiguillage::detail {

[[nodiscard]] inline text same(const std::string& both) { return {both, both}; }

/// Thousandths as a decimal with a point: 1050 is 1.05.
[[nodiscard]] std::string decimal(std::int64_t thousandths);

/// The same with a comma in French, thousands apart, and its unit when there is one.
[[nodiscard]] text number_words(std::int64_t thousandths, const std::string& unit);

/// The first letter in upper case; letters outside ASCII as they are, but for accented ones of Latin-1.
[[nodiscard]] std::string capitalised(std::string words);

/// One of these values does; with `none`, holding nothing does as well.
[[nodiscard]] text answers_words(const fact& of, const value_set& values, bool none);

/// A number of [low, high] does, thousandths, with the unit of the fact.
[[nodiscard]] text range_words(const fact& of, std::int64_t low, std::int64_t high);

/// The same in answer to the question: in 3 days, 8 days ago.
[[nodiscard]] text number_answer(const fact& of, std::int64_t low, std::int64_t high);

/// One value, or holding nothing, as an answer to the question.
[[nodiscard]] text answer_label(const fact& of, std::size_t value);
[[nodiscard]] text none_label(const fact& of);
[[nodiscard]] std::vector<text> answer_labels(const fact& of, const value_set& values);

/// True for a question of yes or no whose answers say more than that.
[[nodiscard]] bool has_own_answers(const fact& of);

/// The question without what is said to the helper before it, and after its last mark.
[[nodiscard]] text asked(const fact& of);

/// The question, then its answer as a sentence of its own.
[[nodiscard]] text answered(const fact& of, const text& answer);

/// Labels as alternatives; beyond six, how many are left.
[[nodiscard]] text alternatives(const std::vector<text>& labels);

/// The labels of those items of a list that the set names, as alternatives.
template <class List>
[[nodiscard]] text labels_of(const List& list, const value_set& which) {
  std::vector<text> labels;
  std::size_t index = 0;
  for (const auto& one : list)
    if (which.test(index++)) labels.push_back(one.label);
  return alternatives(labels);
}

}  // namespace aiguillage::detail
