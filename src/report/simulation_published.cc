#include "report/simulation_published.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "aiguillage/simulation/hidden_figures.h"
#include "aiguillage/simulation/suppress.h"

/// Sums over all replications are what is hidden or not, so that nothing is lost by rounding; means are what is shown.
namespace aiguillage::report {
namespace {

using counts = std::vector<std::int64_t>;

std::int64_t runs_of(const simulated& of) { return static_cast<std::int64_t>(of.runs.size()); }

std::int64_t sum_of(const counts& all) { return std::accumulate(all.begin(), all.end(), std::int64_t{0}); }

/// The least sum over the replications that may be published.
std::int64_t least_of(const simulated& of) { return least_published * runs_of(of); }

published_count shown(const simulated& of, std::int64_t sum, bool hidden) {
  if (hidden) return std::nullopt;
  return (2 * sum + runs_of(of)) / (2 * runs_of(of));
}

counts outcomes_in(const simulated& of, std::size_t area) {
  counts sums(outcome_names.size());
  for (const replication& one : of.runs)
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += one.outcomes_by_area[area][i];
  return sums;
}

struct table_row {
  std::vector<std::size_t> areas;
  counts sums;
};

void merge(table_row& into, const table_row& other) {
  into.areas.insert(into.areas.end(), other.areas.begin(), other.areas.end());
  into.sums.resize(other.sums.size());
  for (std::size_t i = 0; i < other.sums.size(); ++i) into.sums[i] += other.sums[i];
}

/// Areas with too few people are put together, with the next smallest ones while they are still too few.
std::vector<table_row> rows_of_enough_people(const simulated& of) {
  std::vector<table_row> rows;
  for (std::size_t i = 0; i < of.people.areas.size(); ++i) rows.push_back({{i}, outcomes_in(of, i)});
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(sum_of(rows[a].sums), a) < std::pair(sum_of(rows[b].sums), b);
  });
  table_row others;
  for (const std::size_t row : order) {
    const bool enough = sum_of(rows[row].sums) >= least_of(of);
    if (enough && (others.areas.empty() || sum_of(others.sums) == 0 || sum_of(others.sums) >= least_of(of)))
      break;
    merge(others, rows[row]);
    rows[row].areas.clear();
  }
  std::erase_if(rows, [](const table_row& one) { return one.areas.empty(); });
  std::sort(others.areas.begin(), others.areas.end());
  if (!others.areas.empty()) rows.push_back(std::move(others));
  return rows;
}

/// An arc for each place, and one for each flow between types.
struct visit_network {
  std::vector<counted_figure> figures;
  std::vector<published_visits::flow> flows;  // the first figures, in this order
  std::vector<actor_id> places;               // those after them
};

using flow_sums = std::map<std::pair<std::size_t, std::size_t>, std::int64_t>;

/// From: 0, nobody handed the person over; 1, where they first asked did; then types. To: types.
flow_sums flows_in(const simulated& of) {
  const auto type = [&](actor_id who) { return of.land.actors[who].type.index(); };
  flow_sums sums;
  for (const replication& one : of.runs) {
    for (std::size_t i = 0; i < one.places.size(); ++i)
      if (one.places.items[i].visits > 0) sums[{0, type(actor_id(i))}] += one.places.items[i].visits;
    for (const auto& [ends, visits] : one.sent) {
      sums[{0, type(ends.second)}] -= visits;
      sums[{ends.first.known() ? 2 + type(ends.first) : 1, type(ends.second)}] += visits;
    }
  }
  return sums;
}

visit_network network_of(const simulated& of) {
  const std::size_t types = of.rules.actor_types.size();
  const auto node = [](std::size_t index) { return static_cast<std::uint32_t>(index); };
  const std::uint32_t start = node(2 * types + 2);
  const std::uint32_t end = start + 1;
  visit_network made;
  std::vector<std::int64_t> sent(types + 2);
  for (const auto& [ends, visits] : flows_in(of)) {
    made.figures.push_back({node(ends.first), node(types + 2 + ends.second), visits});
    made.flows.push_back({ends.first > 0, ends.first < 2 ? actor_type_id{} : actor_type_id(ends.first - 2),
                          actor_type_id(ends.second), std::nullopt});
    sent[ends.first] += visits;
  }
  for (std::size_t i = 0; i < of.land.actors.size(); ++i) {
    std::int64_t visits = 0;
    for (const replication& one : of.runs) visits += one.places.items[i].visits;
    if (visits == 0) continue;
    made.figures.push_back({node(types + 2 + of.land.actors[actor_id(i)].type.index()), end, visits});
    made.places.emplace_back(i);
  }
  std::int64_t all = 0;
  for (std::size_t i = 0; i < sent.size(); ++i) {
    made.figures.push_back({start, node(i), sent[i], false});
    all += sent[i];
  }
  made.figures.push_back({end, start, all, true, true});
  return made;
}

/// A row whose sum is told.
std::vector<published_count> shown_row(const simulated& of, const counts& sums) {
  const hidden_table hidden = hidden_cells({1, sums.size(), sums}, least_of(of));
  std::vector<published_count> row;
  for (std::size_t i = 0; i < sums.size(); ++i)
    row.push_back(shown(of, sums[i], hidden.cells[i] || hidden.columns[i]));
  return row;
}

}  // namespace

published_outcomes outcomes_of(const simulated& of) {
  const std::vector<table_row> rows = rows_of_enough_people(of);
  count_table table{rows.size(), outcome_names.size(), {}};
  for (const table_row& one : rows) table.cells.insert(table.cells.end(), one.sums.begin(), one.sums.end());
  const hidden_table hidden = hidden_cells(table, least_of(of));
  published_outcomes result;
  counts all(table.columns);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    published_outcomes::row row{rows[r].areas, shown(of, sum_of(rows[r].sums), hidden.rows[r]), {}};
    for (std::size_t c = 0; c < table.columns; ++c) {
      row.outcomes.push_back(shown(of, table.at(r, c), hidden.cells[r * table.columns + c]));
      all[c] += table.at(r, c);
    }
    result.rows.push_back(std::move(row));
  }
  for (std::size_t c = 0; c < table.columns; ++c)
    result.outcomes.push_back(shown(of, all[c], hidden.columns[c]));
  result.people = shown(of, sum_of(all), hidden.total);
  return result;
}

published_visits visits_of(const simulated& of) {
  const visit_network network = network_of(of);
  const std::vector<bool> hidden = hidden_figures(network.figures, least_of(of));
  published_visits result;
  result.places.items.assign(of.land.actors.size(), 0);
  std::size_t figure = 0;
  for (published_visits::flow one : network.flows) {
    one.visits = shown(of, network.figures[figure].count, hidden[figure]);
    if (network.figures[figure].count > 0 || hidden[figure]) result.flows.push_back(one);
    ++figure;
  }
  for (const actor_id who : network.places) {
    result.places[who] = shown(of, network.figures[figure].count, hidden[figure]);
    ++figure;
  }
  return result;
}

std::vector<published_needs> needs_of(const simulated& of) {
  const std::size_t dimensions = of.runs.front().needs.size();
  count_table table{dimensions, 3, counts(dimensions * 3)};
  for (const replication& one : of.runs)
    for (std::size_t i = 0; i < dimensions; ++i) {
      table.cells[3 * i] += one.needs[i].reached;
      table.cells[3 * i + 1] += one.needs[i].unmet;
      table.cells[3 * i + 2] += one.needs[i].certain - one.needs[i].reached - one.needs[i].unmet;
    }
  const hidden_table hidden = hidden_cells(table, least_of(of));
  const auto cell = [&](std::size_t row, std::size_t column) {
    return shown(of, table.at(row, column), hidden.cells[3 * row + column]);
  };
  std::vector<published_needs> result;
  for (std::size_t i = 0; i < dimensions; ++i) {
    const std::int64_t certain = table.at(i, 0) + table.at(i, 1) + table.at(i, 2);
    result.push_back({shown(of, certain, hidden.rows[i]), cell(i, 0), cell(i, 1), cell(i, 2)});
  }
  return result;
}

published_losses losses_of(const simulated& of) {
  counts modes(of.rules.modes.size());
  counts stops;
  for (const replication& one : of.runs) {
    for (std::size_t i = 0; i < modes.size(); ++i) modes[i] += one.lost_by_mode[i];
    for (const person_result& person : one.persons) {
      if (person.lost_at <= 0) continue;
      const auto stop = static_cast<std::size_t>(person.lost_at);
      if (stops.size() < stop) stops.resize(stop);
      ++stops[stop - 1];
    }
  }
  // Both add up to those who renounced: the second always, the first where nobody can be lost twice.
  if (!outcomes_of(of).outcomes[static_cast<std::size_t>(outcome::renounced)])
    return {std::vector<published_count>(modes.size()), std::vector<published_count>(stops.size())};
  return {shown_row(of, modes), stops.empty() ? std::vector<published_count>{} : shown_row(of, stops)};
}

}  // namespace aiguillage::report
