#include <algorithm>

#include "aiguillage/explain/why.h"
#include "explain/boxes.h"
#include "explain/phrases.h"
#include "explain/solve_need.h"
#include "qualify/derive.h"

namespace aiguillage {
namespace {

using detail::box;
using detail::goal;
using detail::side;
using detail::sought;

bool gives(const pack& rules, const situation& person, const goal& of) {
  const detail::findings found = detail::derive(rules, person);
  if (of.rights.none()) return found.certain_needs.test(of.type.index());
  return std::any_of(found.needs.begin(), found.needs.end(), [&](const need& one) {
    return one.type == of.type && one.status == need_status::certain && one.right.known() &&
           of.rights.test(one.right.index());
  });
}

/// Each answer of a side as it would be known; the ends of a range stand for it.
std::vector<fact_value> answers_in(const side& one, const pack& rules) {
  std::vector<fact_value> all;
  const fact& of = rules.facts[one.fact];
  if (of.kind == fact_kind::integer || of.kind == fact_kind::number) {
    all.push_back({true, {}, one.low, ""});
    if (one.high != std::numeric_limits<std::int64_t>::max()) all.push_back({true, {}, one.high, ""});
    return all;
  }
  if (one.none) all.push_back({true, {}, 0, ""});
  for (std::size_t i = 0; i < of.values.size(); ++i)
    if (one.values.test(i)) all.push_back({true, value_set().set(i), 0, ""});
  return all;
}

/// Whether every choice of answers gives the need; beyond a few hundred, one fact is varied at a time.
bool always_gives(const pack& rules, const situation& person, const goal& wanted, const box& of) {
  constexpr std::size_t most = 300;
  std::vector<std::vector<fact_value>> choices;
  std::size_t product = 1;
  for (const side& one : of) {
    choices.push_back(answers_in(one, rules));
    product = std::min(most + 1, product * choices.back().size());
  }
  situation tried = person;
  const auto set = [&](std::size_t at, std::size_t choice) {
    tried.facts[of[at].fact] = choices[at][choice];
  };
  for (std::size_t i = 0; i < of.size(); ++i) set(i, 0);
  if (product > most) {
    for (std::size_t i = 0; i < of.size(); set(i++, 0))
      for (std::size_t c = 0; c < choices[i].size(); ++c) {
        set(i, c);
        if (!gives(rules, tried, wanted)) return false;
      }
    return true;
  }
  for (std::size_t n = 0; n < product; ++n) {
    for (std::size_t i = 0, rest = n; i < of.size(); rest /= choices[i++].size())
      set(i, rest % choices[i].size());
    if (!gives(rules, tried, wanted)) return false;
  }
  return true;
}

/// The parts of a box that do give the need, tried by qualifying again.
std::vector<box> proven(const pack& rules, const situation& person, const goal& wanted, const box& of) {
  if (always_gives(rules, person, wanted, of)) return {of};
  const auto wide = std::find_if(
      of.begin(), of.end(), [&](const side& one) { return one.values.count() + (one.none ? 1U : 0U) > 1; });
  if (wide == of.end()) return {};
  const auto at = static_cast<std::size_t>(wide - of.begin());
  std::vector<box> parts;
  box whole = of;
  whole[at].values.reset();
  whole[at].none = false;
  const auto prove = [&](const value_set& values, bool none) {
    box piece = of;
    piece[at].values = values;
    piece[at].none = none;
    if (always_gives(rules, person, wanted, piece)) {
      whole[at].values |= values;
      whole[at].none = whole[at].none || none;
    } else {
      for (box& part : proven(rules, person, wanted, piece)) parts.push_back(std::move(part));
    }
  };
  if (wide->none) prove({}, true);
  for (std::size_t i = 0; i < wide->values.size(); ++i)
    if (wide->values.test(i)) prove(value_set().set(i), false);
  if (whole[at].values.any() || whole[at].none) parts.insert(parts.begin(), whole);
  return parts;
}

/// Answers that do, none of which a smaller set of answers would spare.
std::vector<sought> smallest(const pack& rules, std::vector<sought> all) {
  std::vector<std::size_t> order(all.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return all[a].answers.size() != all[b].answers.size() ? all[a].answers.size() < all[b].answers.size()
                                                          : a < b;
  });
  std::vector<sought> kept;
  for (const std::size_t at : order) {
    std::vector<box> pieces = {all[at].answers};
    for (std::size_t k = 0; k < kept.size() && !pieces.empty(); ++k) {
      std::vector<box> left;
      for (const box& piece : pieces)
        for (box& part : detail::without(piece, kept[k].answers, rules)) left.push_back(std::move(part));
      pieces = std::move(left);
    }
    for (box& piece : pieces) kept.push_back({std::move(piece), all[at].by, true});
  }
  return kept;
}

wanted_answer answer_of(const pack& rules, const situation& person, const side& one) {
  const fact& of = rules.facts[one.fact];
  wanted_answer answer{one.fact, one.values, one.none, one.low, one.high, person.facts[one.fact].known, {}};
  const bool number = of.kind == fact_kind::integer || of.kind == fact_kind::number;
  answer.words = detail::answered(of, number ? detail::number_answer(of, one.low, one.high)
                                             : detail::answers_words(of, one.values, one.none));
  return answer;
}

bool needs_another(const way_to_need& one) {
  return std::any_of(one.answers.begin(), one.answers.end(),
                     [](const wanted_answer& a) { return a.another; });
}

}  // namespace

ways_to_need ways_to(const pack& rules, const situation& person, need_type_id type, right_id right) {
  ways_to_need result;
  goal wanted{type, {}};
  if (right.known()) wanted.rights.set(right.index());
  if (gives(rules, person, wanted)) return result;
  std::vector<sought> candidates;
  for (const sought& one : detail::solve_need(rules, person, wanted)) {
    if (one.answers.empty()) continue;
    if (one.certain) {
      candidates.push_back(one);
      continue;
    }
    for (box& part : proven(rules, person, wanted, one.answers))
      candidates.push_back({std::move(part), one.by, true});
  }
  std::vector<way_to_need> all;
  for (const sought& one : smallest(rules, std::move(candidates))) {
    way_to_need way{one.by, {}};
    for (const side& each : one.answers) way.answers.push_back(answer_of(rules, person, each));
    all.push_back(std::move(way));
  }
  // Open questions first; both halves are in order of length already.
  for (const bool another : {false, true})
    for (way_to_need& one : all)
      if (needs_another(one) == another) {
        result.more = result.ways.size() == most_ways;
        if (!result.more) result.ways.push_back(std::move(one));
      }
  return result;
}

}  // namespace aiguillage
