#include "siting/max_cover_instance.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace aiguillage::siting {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// Lists one after the other, each with where it ends.
struct lists {
  std::vector<std::uint32_t> first{0};
  std::vector<std::uint32_t> items;
};

/// For each of `count` items, the lists that hold it.
lists turned(const std::vector<std::uint32_t>& first, const std::vector<std::uint32_t>& items,
             std::size_t count) {
  lists made{std::vector<std::uint32_t>(count + 1, 0), std::vector<std::uint32_t>(items.size())};
  for (const std::uint32_t item : items) ++made.first[item + 1];
  std::partial_sum(made.first.begin(), made.first.end(), made.first.begin());
  std::vector<std::uint32_t> next(made.first.begin(), made.first.end() - 1);
  for (std::size_t list = 0; list + 1 < first.size(); ++list)
    for (std::uint32_t k = first[list]; k < first[list + 1]; ++k)
      made.items[next[items[k]]++] = static_cast<std::uint32_t>(list);
  return made;
}

/// A point that counts still, with its candidates.
struct left_point {
  std::uint64_t hash = 0;
  std::uint32_t point = 0;
  std::uint32_t list = 0;
};

/// The points that no open candidate covers and a free one does.
struct left_points {
  std::vector<left_point> all;
  lists candidates;
};

left_points left_of(const cover_instance& from, const std::vector<bool>& is_covered,
                    const std::vector<std::uint32_t>& renamed) {
  left_points left;
  for (std::size_t i = 0; i < from.weight.size(); ++i) {
    if (is_covered[i] || from.weight[i] == 0) continue;
    std::uint64_t hash = 0;
    const std::size_t before = left.candidates.items.size();
    for (const std::uint32_t j : candidates_of(from, i)) {
      if (renamed[j] == none) continue;
      left.candidates.items.push_back(renamed[j]);
      hash = (hash ^ renamed[j]) * 0x9E3779B97F4A7C15U;
      hash ^= hash >> 29U;
    }
    if (left.candidates.items.size() == before) continue;
    left.all.push_back(
        {hash, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(left.candidates.first.size() - 1)});
    left.candidates.first.push_back(static_cast<std::uint32_t>(left.candidates.items.size()));
  }
  return left;
}

std::span<const std::uint32_t> list_of(const lists& all, std::uint32_t list) {
  return {all.items.data() + all.first[list], all.items.data() + all.first[list + 1]};
}

/// For each point that is left, the first one with the same candidates.
std::vector<std::uint32_t> twins_of(const left_points& left) {
  std::vector<left_point> sorted = left.all;
  const auto same = [&](const left_point& a, const left_point& b) {
    const auto one = list_of(left.candidates, a.list);
    const auto other = list_of(left.candidates, b.list);
    return a.hash == b.hash && std::equal(one.begin(), one.end(), other.begin(), other.end());
  };
  std::sort(sorted.begin(), sorted.end(), [&](const left_point& a, const left_point& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    const auto one = list_of(left.candidates, a.list);
    const auto other = list_of(left.candidates, b.list);
    if (!std::equal(one.begin(), one.end(), other.begin(), other.end()))
      return std::lexicographical_compare(one.begin(), one.end(), other.begin(), other.end());
    return a.list < b.list;
  });
  std::vector<std::uint32_t> twin(sorted.size());
  for (std::size_t k = 0; k < sorted.size(); ++k)
    twin[sorted[k].list] =
        k > 0 && same(sorted[k - 1], sorted[k]) ? twin[sorted[k - 1].list] : sorted[k].list;
  return twin;
}

/// Puts what is left into the instance, twins as one; what their `from` weighs and costs adds up.
void put_points(cover_instance& made, const left_points& left, const std::vector<std::int64_t>& weight,
                std::vector<std::int64_t>& multipliers) {
  const std::vector<std::uint32_t> twin = twins_of(left);
  std::vector<std::uint32_t> renamed(twin.size());
  std::vector<std::int64_t> summed;
  made.first_candidate.push_back(0);
  for (const left_point& one : left.all) {
    if (twin[one.list] == one.list) {
      renamed[one.list] = static_cast<std::uint32_t>(made.weight.size());
      made.weight.push_back(0);
      summed.push_back(0);
      const auto list = list_of(left.candidates, one.list);
      made.candidates.insert(made.candidates.end(), list.begin(), list.end());
      made.first_candidate.push_back(static_cast<std::uint32_t>(made.candidates.size()));
    }
    const std::uint32_t as = renamed[twin[one.list]];
    made.weight[as] += weight[one.point];
    summed[as] += multipliers[one.point];
  }
  multipliers = std::move(summed);
}

}  // namespace

cover_instance instance_of(const max_cover_problem& of) {
  cover_instance raw;
  raw.place.resize(of.first.size() - 1);
  std::iota(raw.place.begin(), raw.place.end(), std::size_t{0});
  raw.weight = of.weights;
  for (const std::size_t from : of.first) raw.first_point.push_back(static_cast<std::uint32_t>(from));
  raw.points = of.covers;
  lists turn = turned(raw.first_point, raw.points, raw.weight.size());
  raw.first_candidate = std::move(turn.first);
  raw.candidates = std::move(turn.items);
  raw.wanted = of.open;
  std::vector<standing> all(raw.place.size(), standing::free);
  for (const std::size_t j : of.already) all[j] = standing::open;
  std::vector<std::int64_t> none_yet(raw.weight.size(), 0);
  return reduced(raw, all, none_yet);
}

cover_instance reduced(const cover_instance& from, const std::vector<standing>& all,
                       std::vector<std::int64_t>& multipliers) {
  cover_instance made;
  made.opened = from.opened;
  made.covered = from.covered;
  made.wanted = from.wanted;
  std::vector<bool> is_covered(from.weight.size(), false);
  std::vector<std::uint32_t> renamed(all.size(), none);
  for (std::size_t j = 0; j < all.size(); ++j) {
    if (all[j] == standing::free) {
      renamed[j] = static_cast<std::uint32_t>(made.place.size());
      made.place.push_back(from.place[j]);
    }
    if (all[j] != standing::open) continue;
    made.opened.push_back(from.place[j]);
    --made.wanted;
    for (const std::uint32_t i : points_of(from, j)) {
      if (!is_covered[i]) made.covered += from.weight[i];
      is_covered[i] = true;
    }
  }
  put_points(made, left_of(from, is_covered, renamed), from.weight, multipliers);
  lists turn = turned(made.first_candidate, made.candidates, made.place.size());
  made.first_point = std::move(turn.first);
  made.points = std::move(turn.items);
  return made;
}

}  // namespace aiguillage::siting
