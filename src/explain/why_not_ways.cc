#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include <range/v3/algorithm/stable_partition.hpp>

#include "aiguillage/explain/why_not.h"
#include "explain/reading.h"
#include "explain/why_not_facts.h"
#include "network/builder.h"
#include "qualify/derive.h"

/// The search for the facts that would let a place in, each verified by qualifying and building the network again.
namespace aiguillage {
namespace {

using detail::fact_set;

fact_value of_values(const value_set& values) { return {true, values, 0, ""}; }

std::vector<fact_value> numbers_otherwise(const pack& rules, fact_id which, const fact_value& now) {
  constexpr std::int64_t largest = 1000000000000;
  std::set<std::int64_t> all;
  const std::int64_t step = rules.facts[which].kind == fact_kind::integer ? 1000 : 1;
  for (const condition& node : rules.conditions) {
    if (node.kind != condition_kind::range || node.fact != which) continue;
    for (const std::int64_t bound : {node.low, node.high})
      for (const std::int64_t by : {-step, std::int64_t{0}, step})
        if (bound >= 0 && bound <= largest && bound + by >= 0) all.insert(bound + by);
  }
  std::vector<fact_value> values;
  for (const std::int64_t one : all)
    if (!now.known || now.thousandths != one) values.push_back({true, {}, one, ""});
  return values;
}

qualification needs_of(const pack& rules, const situation& person) {
  const detail::findings found = detail::derive(rules, person);
  return {found.urgency, found.urgency_because, found.needs, {}, false};
}

/// What every trial looks at.
struct entrance {
  const pack& rules;
  const territory& land;
  const asked_actor& about;
  value_set remit;

  [[nodiscard]] bool asks_about(actor_id one) const {
    return std::find(about.who.begin(), about.who.end(), one) != about.who.end();
  }

  /// An offer for a certain need: nobody has a service without one, and it is quick to see.
  [[nodiscard]] bool offers(const situation& tried, const qualification& found) const {
    const detail::build_view view = detail::view_of(rules, land, tried, found);
    return std::any_of(found.needs.begin(), found.needs.end(), [&](const need& one) {
      if (one.status != need_status::certain || !remit.test(one.type.index())) return false;
      return !detail::is_settled(view, one) &&
             std::any_of(about.who.begin(), about.who.end(),
                         [&](actor_id who) { return detail::offer_of(view, who, one).made.has_value(); });
    });
  }

  [[nodiscard]] bool lets_in(const situation& tried) const {
    const qualification found = needs_of(rules, tried);
    if (!offers(tried, found)) return false;
    const person_network net = build_network(rules, land, tried, found);
    return std::any_of(net.world.doors.begin(), net.world.doors.end(),
                       [&](const door& one) { return !one.services.empty() && asks_about(one.actor); });
  }

  [[nodiscard]] bool in_main_plan(const situation& tried) const {
    const qualification found = needs_of(rules, tried);
    const referral proposed = refer(rules, land, tried, found, 1);
    if (proposed.plans.empty()) return false;
    const auto& stops = proposed.plans.front().stops;
    return std::any_of(stops.begin(), stops.end(), [&](const referral_stop& one) {
      return !one.decides && !one.serves.empty() && asks_about(one.who);
    });
  }
};

/// All that is tried for each fact, and which values do alone.
struct choices {
  id_vector<fact_id, std::vector<fact_value>> values;
  id_vector<fact_id, std::vector<bool>> alone;
};

bool holds_sensitive(const pack& rules, fact_id which, const fact_value& one) {
  for (std::size_t i = 0; i < rules.facts[which].values.size(); ++i)
    if (one.values.test(i) && detail::is_sensitive_value(rules, which, i)) return true;
  return false;
}

fact_change change_of(const pack& rules, const situation& person, fact_id which, std::vector<fact_value> to) {
  const bool sensitive =
      rules.facts[which].sensitive || std::any_of(to.begin(), to.end(), [&](const fact_value& each) {
        return holds_sensitive(rules, which, each);
      });
  return {which, std::move(to), !person.facts[which].known, sensitive};
}

std::vector<way_in> alone(const entrance& of, const situation& person, choices& among, ways_in& result) {
  std::vector<way_in> ways;
  situation tried = person;
  for (std::size_t i = 0; i < person.facts.size(); ++i) {
    const fact_id which(i);
    std::vector<fact_value> good;
    for (const fact_value& one : among.values[which]) {
      tried.facts[which] = one;
      among.alone[which].push_back(of.lets_in(tried));
      ++result.tried;
      if (among.alone[which].back()) good.push_back(one);
    }
    tried.facts[which] = person.facts[which];
    if (!good.empty()) ways.push_back({{change_of(of.rules, person, which, std::move(good))}, tri::unknown});
  }
  return ways;
}

/// Of two facts, which value of the second goes with each of the first; the same company is told once.
std::vector<way_in> grouped(const entrance& of, const situation& person, const choices& among, fact_id first,
                            fact_id second, const std::vector<std::vector<bool>>& good) {
  std::map<std::vector<bool>, std::vector<fact_value>> by_company;
  for (std::size_t a = 0; a < good.size(); ++a)
    if (std::find(good[a].begin(), good[a].end(), true) != good[a].end())
      by_company[good[a]].push_back(among.values[first][a]);
  std::vector<way_in> ways;
  for (const auto& [company, values] : by_company) {
    std::vector<fact_value> others;
    for (std::size_t b = 0; b < company.size(); ++b)
      if (company[b]) others.push_back(among.values[second][b]);
    ways.push_back({{change_of(of.rules, person, first, values), change_of(of.rules, person, second, others)},
                    tri::unknown});
  }
  return ways;
}

std::vector<way_in> two_facts(const entrance& of, const situation& person, const choices& among,
                              fact_id first, fact_id second, ways_in& result) {
  std::vector<std::vector<bool>> good(among.values[first].size(),
                                      std::vector<bool>(among.values[second].size(), false));
  situation tried = person;
  for (std::size_t a = 0; a < good.size(); ++a)
    for (std::size_t b = 0; b < good[a].size(); ++b) {
      if (among.alone[first][a] || among.alone[second][b]) continue;
      tried.facts[first] = among.values[first][a];
      tried.facts[second] = among.values[second][b];
      good[a][b] = of.lets_in(tried);
      ++result.tried;
    }
  return grouped(of, person, among, first, second, good);
}

/// For each fact, those that bear with it on one need of the remit, or on the place.
std::vector<fact_set> company_of(const entrance& of, std::size_t facts, const fact_set& there) {
  std::vector<fact_set> with(facts);
  for (std::size_t n = 0; n < of.rules.needs.size(); ++n) {
    if (!of.remit.test(n)) continue;
    const fact_set together = detail::facts_about(of.rules, of.about.type, need_type_id(n)) | there;
    for (std::size_t i = 0; i < facts; ++i)
      if (together.test(i)) with[i] |= together;
  }
  return with;
}

/// Two facts, and how many pairs of their values there are.
struct fact_pair {
  bool elsewhere = false;  // neither bears on what keeps the person from the place itself
  std::size_t values = 0;
  fact_id first;
  fact_id second;
};

/// Where the place itself keeps the person out, a fact that bears on that first; then those of few values: within the
/// bound, most facts are looked at.
std::vector<fact_pair> pairs_of(const entrance& of, const situation& person, const choices& among) {
  const qualification nothing;
  const fact_set there = detail::facts_at(detail::view_of(of.rules, of.land, person, nothing), of.about.who);
  const std::vector<fact_set> with = company_of(of, person.facts.size(), there);
  std::vector<fact_pair> pairs;
  for (std::size_t a = 0; a < with.size(); ++a)
    for (std::size_t b = a + 1; b < with.size(); ++b)
      if (with[a].test(b))
        pairs.push_back({!there.test(a) && !there.test(b),
                         among.values[fact_id(a)].size() * among.values[fact_id(b)].size(), fact_id(a),
                         fact_id(b)});
  const auto key = [](const fact_pair& one) {
    return std::make_tuple(one.elsewhere, one.values, one.first, one.second);
  };
  std::sort(pairs.begin(), pairs.end(),
            [&](const fact_pair& a, const fact_pair& b) { return key(a) < key(b); });
  return pairs;
}

std::vector<way_in> together(const entrance& of, const situation& person, const choices& among,
                             ways_in& result) {
  std::map<std::pair<fact_id, fact_id>, std::vector<way_in>> in_order;
  std::size_t tried = 0;
  for (const fact_pair& one : pairs_of(of, person, among)) {
    tried += one.values;
    if (tried > most_pairs_tried) {
      result.cut_short = true;
      break;
    }
    in_order[{one.first, one.second}] = two_facts(of, person, among, one.first, one.second, result);
  }
  std::vector<way_in> ways;
  for (auto& [facts, found] : in_order)
    for (way_in& one : found) ways.push_back(std::move(one));
  return ways;
}

/// Whether the main plan goes there with each choice of the values, with none; unknown when `left` does not allow it.
tri goes_there(const entrance& of, const situation& person, const way_in& way, std::size_t& left) {
  std::size_t count = 1;
  for (const fact_change& one : way.changes) count *= one.to.size();
  if (count > left) return tri::unknown;
  left -= count;
  std::size_t there = 0;
  for (std::size_t n = 0; n < count; ++n) {
    situation tried = person;
    std::size_t rest = n;
    for (const fact_change& one : way.changes) {
      tried.facts[one.which] = one.to[rest % one.to.size()];
      rest /= one.to.size();
    }
    there += of.in_main_plan(tried) ? 1 : 0;
  }
  return there == count ? tri::yes : there == 0 ? tri::no : tri::unknown;
}

bool all_open(const way_in& one) {
  return std::all_of(one.changes.begin(), one.changes.end(), [](const fact_change& c) { return c.open; });
}

}  // namespace

std::vector<fact_value> values_otherwise(const pack& rules, const situation& person, fact_id which) {
  const fact& of = rules.facts[which];
  const fact_value& now = person.facts[which];
  if (of.kind == fact_kind::integer || of.kind == fact_kind::number)
    return numbers_otherwise(rules, which, now);
  std::vector<fact_value> values;
  if (of.kind == fact_kind::set_of && !now.known) values.push_back(of_values({}));
  for (std::size_t i = 0; i < of.values.size(); ++i) {
    if (of.kind == fact_kind::set_of)
      values.push_back(of_values(value_set(now.values).flip(i)));
    else if (!now.known || !now.values.test(i))
      values.push_back(of_values(value_set().set(i)));
  }
  return values;
}

ways_in ways_into(const pack& rules, const territory& land, const situation& person,
                  const asked_actor& about) {
  const entrance of{rules, land, about, detail::remit_of(rules, about.type)};
  ways_in result;
  if (about.who.empty() || of.remit.none() || of.lets_in(person)) return result;
  choices among;
  for (std::size_t i = 0; i < person.facts.size(); ++i)
    among.values.add(values_otherwise(rules, person, fact_id(i)));
  among.alone = id_vector<fact_id, std::vector<bool>>(person.facts.size());
  std::vector<way_in> all = alone(of, person, among, result);
  if (all.empty()) all = together(of, person, among, result);
  ranges::stable_partition(all.begin(), all.end(), all_open);
  result.more = all.size() - std::min(all.size(), most_ways_in);
  all.resize(all.size() - result.more);
  std::size_t left = most_routed;
  for (way_in& one : all) one.in_main_plan = goes_there(of, person, one, left);
  result.ways = std::move(all);
  return result;
}

}  // namespace aiguillage
