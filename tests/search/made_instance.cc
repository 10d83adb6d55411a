#include "search/made_instance.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <numeric>
#include <set>
#include <vector>

namespace made_instance {
namespace {

/// splitmix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
class numbers {
 public:
  explicit numbers(std::uint64_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t n) {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
    z = (z ^ z >> 30U) * 0xBF58476D1CE4E5B9U;
    z = (z ^ z >> 27U) * 0x94D049BB133111EBU;
    return static_cast<std::uint32_t>(((z ^ z >> 31U) >> 32U) * n >> 32U);
  }
  std::uint32_t between(std::uint32_t least, std::uint32_t most) { return least + below(most - least + 1); }
  bool percent(std::uint32_t odds) { return below(100) < odds; }

 private:
  std::uint64_t state_;
};

struct place {
  std::uint32_t x = 0, y = 0;
  std::uint32_t type = 0, wait = 0, appointment = 0, service = 0;  // days, days, minutes
};

constexpr std::uint32_t side = 30'000;  // metres

/// The places of the actors, and home after them.
std::vector<place> make_places(numbers& random, std::uint32_t actors) {
  constexpr std::uint32_t near = 3'000;
  std::vector<place> towns(random.between(1, 4));
  for (place& town : towns) {
    town.x = random.between(near, side - near);
    town.y = random.between(near, side - near);
  }
  std::vector<place> places(actors + 1);
  for (place& one : places) {
    const place& town = towns[random.below(static_cast<std::uint32_t>(towns.size()))];
    const bool in_town = random.percent(70);
    one.x = in_town ? town.x - near + random.below(2 * near + 1) : random.below(side + 1);
    one.y = in_town ? town.y - near + random.below(2 * near + 1) : random.below(side + 1);
    one.type = random.below(8);
    one.wait = random.below(4);
    one.appointment = random.between(3, 30);
    one.service = random.between(15, 60);
  }
  return places;
}

/// Whole metres, along the two sides: no root, so nothing depends on how one is computed.
std::uint32_t metres(const place& a, const place& b) {
  return (std::max(a.x, b.x) - std::min(a.x, b.x)) + (std::max(a.y, b.y) - std::min(a.y, b.y));
}

/// Whom a place sends people to: the nearest, some others and, from an actor, the next one.
std::set<std::uint32_t> make_heads(numbers& random, const std::vector<place>& places, std::uint32_t from) {
  const auto actors = static_cast<std::uint32_t>(places.size() - 1);
  std::vector<std::uint32_t> others(actors);
  std::iota(others.begin(), others.end(), 0U);
  std::sort(others.begin(), others.end(), [&](std::uint32_t a, std::uint32_t b) {
    const std::uint32_t to_a = metres(places[from], places[a]), to_b = metres(places[from], places[b]);
    return to_a != to_b ? to_a < to_b : a < b;
  });
  const std::size_t nearest = from == actors ? 8 : 7;  // an actor is its own nearest
  others.resize(std::min(others.size(), nearest));
  std::set<std::uint32_t> heads(others.begin(), others.end());
  for (int i = 0; i < (from == actors ? 2 : 4); ++i) heads.insert(random.below(actors));
  heads.insert((from + 1) % actors);
  heads.erase(from);
  return heads;
}

struct writer {
  bool coarse;
  std::string lines;
  std::size_t arcs = 0;

  void line(const std::string& word, std::initializer_list<std::uint64_t> numbers) {
    lines += word;
    for (const std::uint64_t one : numbers) lines += ' ' + std::to_string(one);
    lines += '\n';
  }
  void arc(std::uint32_t from, std::uint32_t to, std::uint32_t mode, std::array<std::uint32_t, 3> cost) {
    if (coarse) cost = {(cost[0] + 4) / 5, cost[1], (cost[2] + 5) / 10};
    line("arc", {from, to, mode, cost[0], cost[1], cost[2]});
    ++arcs;
  }
};

void make_arcs(numbers& random, const std::vector<place>& places, std::uint32_t from, writer& into) {
  for (const std::uint32_t to : make_heads(random, places, from)) {
    const place& there = places[to];
    const std::uint32_t travel = 5 + metres(places[from], there) / 700, stay = travel + there.service;
    into.arc(from, to, 0, {stay, there.wait, random.between(290, 600) + travel});
    if (random.percent(50)) into.arc(from, to, 1, {stay + 10, there.wait / 2 + 1, random.between(130, 290)});
    if (random.percent(50)) into.arc(from, to, 2, {stay + 5, there.appointment, random.between(50, 130)});
    if (from + 1 < places.size() && random.percent(20)) {
      const std::uint32_t days = random.between(2, 7);
      into.arc(from, to, 3, {stay + travel + 30, days, random.between(10, 30)});
    }
  }
}

/// Who serves a need: by chance, as the type of the actor suits the dimension of the need, and two at least.
std::vector<bool> make_providers(numbers& random, const std::vector<place>& places, std::uint32_t dimension) {
  constexpr std::array<std::array<std::uint32_t, 3>, 8> odds = {
      {{12, 30, 6}, {6, 18, 18}, {30, 9, 3}, {3, 15, 33}, {36, 15, 0}, {0, 33, 6}, {3, 6, 27}, {15, 15, 15}}};
  std::vector<bool> serves;
  for (std::size_t a = 0; a + 1 < places.size(); ++a)
    serves.push_back(random.percent(odds[places[a].type][dimension]));
  const std::ptrdiff_t enough = std::min<std::ptrdiff_t>(2, std::ssize(serves));
  while (std::count(serves.begin(), serves.end(), true) < enough)
    serves[random.below(static_cast<std::uint32_t>(serves.size()))] = true;
  return serves;
}

}  // namespace

std::string text(const recipe& of) {
  numbers random(of.seed * 1'000'003 + of.actors);
  const std::vector<place> places = make_places(random, of.actors);
  writer arcs{of.coarse, {}, 0}, rest{of.coarse, {}, 0};
  for (std::uint32_t from = 0; from <= of.actors; ++from) make_arcs(random, places, from, arcs);
  std::vector<std::uint32_t> serves(of.actors);
  rest.line("AIG1", {of.seed, of.actors, of.needs, of.coarse ? 1U : 0U, arcs.arcs});
  for (std::uint32_t n = 0; n < of.needs; ++n) {
    numbers own((of.seed * aiguillage::search::most_needs + n) *
                7'919);  // so that the actors do not change what waits for what
    std::uint32_t before = 0;
    if (n > 0 && own.percent(45)) before |= 1U << own.below(n);
    if (before != 0 && own.percent(22)) before |= 1U << own.below(n);
    const std::vector<bool> providers = make_providers(own, places, n % 3);
    for (std::size_t a = 0; a < of.actors; ++a) serves[a] |= (providers[a] ? 1U : 0U) << n;
    rest.line("need", {n % 3, before});
  }
  for (std::size_t a = 0; a < of.actors; ++a)
    rest.line("actor", {places[a].x, places[a].y, places[a].type, serves[a]});
  rest.line("home", {places[of.actors].x, places[of.actors].y});
  return rest.lines + arcs.lines;
}

instance_file::instance make(const recipe& of) {
  std::string error;
  auto one = instance_file::parse(text(of), error);
  if (!one) std::abort();
  return std::move(*one);
}

}  // namespace made_instance
