#pragma once

#include <vector>

#include "explain/boxes.h"

namespace aiguillage::detail {

/// What is sought: needs of one type, of these rights when there are any.
struct goal {
  need_type_id type;
  value_set rights;
};

/// Answers that make a need, and the rule or the state by which they do.
struct sought {
  box answers;
  const rule* by = nullptr;
  bool certain = false;  // false: a right or another need is in play, so that it has to be tried
};

/// The rules read backwards: every set of at most `most_answers` answers that could make such a need certain, in
/// the order of the pack; not only the smallest.
[[nodiscard]] std::vector<sought> solve_need(const pack& rules, const situation& person, const goal& of);

/// Whether a state comes from needs of this type and from nothing else.
[[nodiscard]] bool brings(const pack& rules, const state& which, need_type_id type);

}  // namespace aiguillage::detail
