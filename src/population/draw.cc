#include <algorithm>
#include <cmath>

#include "population/chance.h"
#include "population/guard.h"

namespace aiguillage {
namespace {

constexpr std::int64_t certain_share = 100000;  // 100 % in thousandths; draw_row::shares of a set

/// The place of a value among shares; as many as there are values stands for unknown.
std::size_t one_of(const std::vector<std::int64_t>& shares, std::uint64_t bits) {
  std::int64_t sum = 0;
  for (const std::int64_t share : shares) sum += share;
  std::int64_t left = below(sum, bits);
  std::size_t value = 0;
  while (left >= shares[value]) left -= shares[value++];
  return value;
}

/// Whether the second value is drawn; to 32 bits, so that the last bit of `exp` does not matter but once in 2^32.
bool is_second(const draw& by, const synthetic_person& who, std::uint64_t bits) {
  std::int64_t sum = by.intercept_thousandths;
  for (const logit_term& term : by.terms)
    if (holds_for(who, term.when)) sum += term.by_thousandths;
  const double share = 1 / (1 + std::exp(-static_cast<double>(sum) / 1000));
  return static_cast<double>(bits >> 32U) < std::floor(share * 4294967296.0);
}

struct drawing {
  const person_number& number;
  std::uint32_t turn = 0;  // of the draw

  [[nodiscard]] std::uint64_t bits(std::size_t part = 0) const {
    return chance(number, turn, static_cast<std::uint32_t>(part));
  }
};

/// A set: the first random number says whether it is known, one more for each value whether it is there.
fact_value drawn_set(const draw_row& row, const drawing& by) {
  fact_value drawn;
  const std::size_t values = row.shares.size() - 1;
  drawn.known = below(certain_share, by.bits()) >= row.shares[values];
  for (std::size_t value = 0; drawn.known && value < values; ++value)
    if (row.shares[value] > 0 && below(certain_share, by.bits(value + 1)) < row.shares[value])
      drawn.values.set(value);
  return drawn;
}

fact_value drawn_fact(draw_kind kind, const draw_row& row, const drawing& by) {
  if (kind == draw_kind::each) return drawn_set(row, by);
  fact_value drawn;
  if (kind == draw_kind::between) {
    drawn.known = true;
    drawn.thousandths = (row.from + below(row.to - row.from + 1, by.bits())) * 1000;
    return drawn;
  }
  const std::size_t value = one_of(row.shares, by.bits());
  drawn.known = value + 1 < row.shares.size();
  if (drawn.known) drawn.values.set(value);
  return drawn;
}

void apply(const draw& one, const drawing& by, synthetic_person& who) {
  if (one.kind == draw_kind::logit) {
    who.traits[one.trait] = is_second(one, who, by.bits()) ? 1 : 0;
    return;
  }
  const auto row = std::find_if(one.rows.begin(), one.rows.end(),
                                [&](const draw_row& each) { return holds_for(who, each.when); });
  if (row == one.rows.end()) return;
  if (one.trait.known())
    who.traits[one.trait] = static_cast<std::uint8_t>(one_of(row->shares, by.bits()));
  else
    who.facts.facts[one.fact] = drawn_fact(one.kind, *row, by);
}

}  // namespace

people_frame frame_of(const population& of, std::optional<std::size_t> area, const draw_guard& profile) {
  people_frame frame;
  std::uint64_t sum = 0;
  for (std::size_t which = 0; which < of.areas.size(); ++which) {
    if (area && *area != which) continue;
    const std::vector<std::uint64_t>& table = of.areas[which].table;
    for (std::size_t i = 0; i < table.size(); ++i) {
      if (table[i] == 0 || !holds_for(of, profile, i)) continue;
      sum += table[i];
      frame.entries.push_back({static_cast<std::uint32_t>(which), static_cast<std::uint32_t>(i), sum});
    }
  }
  return frame;
}

namespace {

void draw_home(const people_area& in, const person_number& which, situation& person) {
  person.home_commune = in.commune;
  if (in.homes.empty()) return;
  std::vector<std::int64_t> shares;
  for (const people_home& one : in.homes) shares.push_back(one.people);
  const people_home& home = in.homes[one_of(shares, chance(which, home_draw, 0))];
  person.home_commune = home.commune;
  person.home = home.at;
}

}  // namespace

synthetic_person draw_person(const population& of, const pack& rules, const people_frame& from,
                             const person_number& which) {
  drawing by{which, combination_draw};
  const std::uint64_t place = high_product(from.entries.back().up_to, by.bits());
  const auto entry =
      std::upper_bound(from.entries.begin(), from.entries.end(), place,
                       [](std::uint64_t at, const people_frame::entry& one) { return at < one.up_to; });
  synthetic_person who;
  who.area = entry->area;
  who.traits = id_vector<trait_id, std::uint8_t>(of.traits.size());
  for (std::size_t i = 0; i < of.counted; ++i)
    who.traits.items[i] = static_cast<std::uint8_t>(combination_value(of, entry->combination, trait_id(i)));
  who.facts.facts = id_vector<fact_id, fact_value>(rules.facts.size());
  draw_home(of.areas[entry->area], which, who.facts);
  for (by.turn = 0; by.turn < of.draws.size(); ++by.turn) apply(of.draws[by.turn], by, who);
  return who;
}

namespace {

checked_figure checked(const population& of, const pack& rules, const population_check& which,
                       std::int64_t people, std::uint64_t seed) {
  checked_figure figure{&which};
  const people_frame frame = frame_of(of, which.area, which.profile);
  if (frame.entries.empty()) return figure;
  figure.people = people;
  for (std::int64_t i = 0; i < people; ++i) {
    const person_number number{seed, 0, static_cast<std::uint64_t>(i)};
    if (holds_for(draw_person(of, rules, frame, number), {which.of})) ++figure.count;
  }
  const std::int64_t off = figure.count * certain_share - which.percent_thousandths * people;
  figure.holds = std::abs(off) <= which.within_thousandths * people;
  return figure;
}

}  // namespace

std::vector<checked_figure> checked_figures(const population& of, const pack& rules, std::int64_t people,
                                            std::uint64_t seed) {
  std::vector<checked_figure> figures;
  for (const population_check& one : of.checks) figures.push_back(checked(of, rules, one, people, seed));
  return figures;
}

}  // namespace aiguillage
