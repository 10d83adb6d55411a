#include "aiguillage/planning.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

#include "aiguillage/person_network.h"
#include "aiguillage/qualify.h"
#include "aiguillage/siting/max_cover.h"
#include "aiguillage/siting/p_median.h"
#include "network/builder.h"

namespace aiguillage {
namespace {

constexpr std::int64_t far_away = std::numeric_limits<std::int64_t>::max();

/// Whether a place of the type, beside the person, could meet one of their certain needs.
bool could_help(const pack& rules, const territory& with_one_more, const situation& person,
                const qualification& found) {
  const actor_id one_more(with_one_more.actors.size() - 1);
  return std::any_of(found.needs.begin(), found.needs.end(), [&](const need& one) {
    return one.status == need_status::certain &&
           service_at(rules, with_one_more, person, found, one_more, one).served;
  });
}

std::vector<siting_demand> demand_of(const pack& rules, const territory& land, const population& people,
                                     const scenario& told, actor_type_id type) {
  territory with_one_more = land;
  actor one_more;
  one_more.type = type;
  with_one_more.actors.add(one_more);
  std::vector<siting_demand> demand;
  std::map<std::tuple<double, double, std::string>, std::size_t> known;
  const people_frame frame = frame_of(people);
  const std::int64_t count = std::int64_t{told.arrivals_a_week} * told.weeks;
  for (std::int64_t i = 0; i < count; ++i) {
    const synthetic_person who =
        draw_person(people, rules, frame, {told.seed, 0, static_cast<std::uint64_t>(i)});
    const qualification found = qualify_without_questions(rules, who.facts);
    const std::optional<point> from = detail::view_of(rules, land, who.facts, found).going.from;
    if (!from || !could_help(rules, with_one_more, who.facts, found)) continue;
    const auto [at, fresh] =
        known.try_emplace({from->latitude, from->longitude, who.facts.home_commune}, demand.size());
    if (fresh) demand.push_back({who.facts.home_commune, *from, 0});
    ++demand[at->second].people;
  }
  return demand;
}

/// Points of the places of the type, each once for each place.
std::vector<point> existing_points(const territory& land, actor_type_id type) {
  std::vector<point> points;
  for (const actor& one : land.actors) {
    if (one.type != type || !one.at.known()) continue;
    if (const std::optional<point>& where = land.sites[one.at].where) points.push_back(*where);
  }
  return points;
}

/// The problem in distances: a row for each point of demand, existing places first, then the points themselves.
struct distances {
  std::size_t existing = 0;
  std::size_t candidates = 0;
  std::vector<std::int64_t> metres;  // by road

  [[nodiscard]] std::int64_t at(std::size_t demand, std::size_t candidate) const {
    return metres[demand * candidates + candidate];
  }
};

distances measure(const territory& land, const std::vector<siting_demand>& demand,
                  const std::vector<point>& existing) {
  distances all{existing.size(), existing.size() + demand.size(), {}};
  for (const siting_demand& one : demand) {
    const auto add = [&](const point& there) {
      const double crow = metres_between(one.at, there);
      all.metres.push_back(std::llround(crow * static_cast<double>(land.travel.detour_thousandths) / 1000));
    };
    for (const point& there : existing) add(there);
    for (const siting_demand& other : demand) add(other.at);
  }
  return all;
}

std::int64_t nearest(const distances& all, std::size_t demand, const std::vector<std::size_t>& open) {
  std::int64_t least = far_away;
  for (const std::size_t one : open) least = std::min(least, all.at(demand, one));
  return least;
}

std::vector<std::size_t> first_numbers(std::size_t count) {
  std::vector<std::size_t> numbers(count);
  for (std::size_t i = 0; i < count; ++i) numbers[i] = i;
  return numbers;
}

struct chosen {
  std::vector<std::size_t> open;
  double gap = 0;
};

chosen best_cover(const distances& all, const std::vector<siting_demand>& demand,
                  const siting_request& asked) {
  max_cover_problem of;
  for (const siting_demand& one : demand) of.weights.push_back(one.people);
  of.first.push_back(0);
  for (std::size_t candidate = 0; candidate < all.candidates; ++candidate) {
    for (std::size_t i = 0; i < demand.size(); ++i)
      if (all.at(i, candidate) <= asked.within_metres) of.covers.push_back(static_cast<std::uint32_t>(i));
    of.first.push_back(of.covers.size());
  }
  of.already = first_numbers(all.existing);
  of.open = std::min(all.existing + asked.add, all.candidates);
  const max_cover_plan plan = solve_max_cover(of);
  const auto covered = static_cast<double>(plan.covered);
  return {plan.open, plan.covered == 0 ? 0 : (static_cast<double>(plan.bound) - covered) / covered};
}

/// Costs are people times metres, in a unit that keeps the greatest within limits.
chosen best_median(const distances& all, const std::vector<siting_demand>& demand,
                   const siting_request& asked) {
  std::int64_t most = 1;
  for (std::size_t i = 0; i < demand.size(); ++i)
    for (std::size_t j = 0; j < all.candidates; ++j) most = std::max(most, all.at(i, j) * demand[i].people);
  const std::int64_t unit = most / p_median_most_cost + 1;
  p_median_problem of;
  of.clients = demand.size();
  of.candidates = all.candidates;
  for (std::size_t i = 0; i < demand.size(); ++i)
    for (std::size_t j = 0; j < all.candidates; ++j)
      of.costs.push_back(static_cast<std::int32_t>(all.at(i, j) * demand[i].people / unit));
  of.already = first_numbers(all.existing);
  of.open = std::min(all.existing + asked.add, all.candidates);
  const p_median_plan plan = solve_p_median(of);
  const auto cost = static_cast<double>(plan.cost);
  return {plan.open, plan.cost == 0 ? 0 : (cost - static_cast<double>(plan.bound)) / cost};
}

/// The new places, the one that adds most first; ties in their order.
std::vector<new_place> in_order(const distances& all, const std::vector<siting_demand>& demand,
                                const siting_request& asked, const std::vector<std::size_t>& open) {
  std::vector<std::size_t> now = first_numbers(all.existing);
  std::vector<std::size_t> left;
  for (const std::size_t one : open)
    if (one >= all.existing) left.push_back(one);
  std::vector<new_place> places;
  while (!left.empty()) {
    const auto gain = [&](std::size_t candidate) {
      std::pair<std::int64_t, std::int64_t> added{0, 0};  // people newly within reach, metres spared
      for (std::size_t i = 0; i < demand.size(); ++i) {
        const std::int64_t before = nearest(all, i, now);
        const std::int64_t after = std::min(before, all.at(i, candidate));
        if (before > asked.within_metres && after <= asked.within_metres) added.first += demand[i].people;
        if (before < far_away) added.second += (before - after) * demand[i].people;
      }
      return added;
    };
    const auto best = std::max_element(left.begin(), left.end(),
                                       [&](std::size_t a, std::size_t b) { return gain(a) < gain(b); });
    places.push_back({*best - all.existing, gain(*best).first});
    now.push_back(*best);
    left.erase(best);
  }
  return places;
}

void measure_reach(const distances& all, const std::vector<std::size_t>& open, const siting_request& asked,
                   const std::vector<siting_demand>& demand, std::int64_t& within, std::int64_t& metres) {
  for (std::size_t i = 0; i < demand.size(); ++i) {
    const std::int64_t least = nearest(all, i, open);
    if (least <= asked.within_metres) within += demand[i].people;
    if (least < far_away) metres += least * demand[i].people;
  }
}

}  // namespace

siting_plan site_places(const pack& rules, const territory& land, const population& people,
                        const scenario& told, const siting_request& asked) {
  siting_plan made;
  made.demand = demand_of(rules, land, people, told, asked.type);
  for (const siting_demand& one : made.demand) made.people += one.people;
  const std::vector<point> existing = existing_points(land, asked.type);
  made.existing = existing.size();
  if (made.demand.empty()) return made;
  const distances all = measure(land, made.demand, existing);
  const chosen best = asked.goal == siting_goal::cover ? best_cover(all, made.demand, asked)
                                                       : best_median(all, made.demand, asked);
  made.gap = best.gap;
  made.places = in_order(all, made.demand, asked, best.open);
  measure_reach(all, first_numbers(all.existing), asked, made.demand, made.within_before, made.metres_before);
  measure_reach(all, best.open, asked, made.demand, made.within_after, made.metres_after);
  return made;
}

}  // namespace aiguillage
