#include "search/rcsp_file.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

#include "aiguillage/search/label_setting.h"
#include "aiguillage/search/limits.h"
#include "search/tokens.h"

namespace rcsp_file {
namespace {

namespace search = aiguillage::search;

constexpr std::int64_t anything = 1'000'000'000;

std::vector<std::uint32_t> read_amounts(token_reader& in, std::size_t count, const char* what) {
  std::vector<std::uint32_t> result;
  for (std::size_t k = 0; k < count; ++k)
    result.push_back(static_cast<std::uint32_t>(in.number_anywhere(what, 0, anything)));
  return result;
}

/// The least sum of `length` over the arcs and their heads from every vertex to the last one (Bellman, 1958; Ford, 1956).
template <class Length>
std::vector<std::uint32_t> to_last(const search::arc_lists<1>& graph, const Length& length) {
  std::vector<std::uint32_t> result(graph.vertex_count(), search::unreachable<std::uint32_t>);
  result.back() = 0;
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t v = 0; v < result.size(); ++v)
      for (const auto& arc : graph.from[v]) {
        if (result[arc.to] >= search::unreachable<std::uint32_t>) continue;
        const std::uint64_t through = std::uint64_t{result[arc.to]} + length(arc);
        if (through >= result[v]) continue;
        result[v] = static_cast<std::uint32_t>(through);
        changed = true;
      }
  }
  return result;
}

template <std::size_t Kinds>
search::limit_rules<Kinds> rules_of(const problem& one) {
  search::limit_rules<Kinds> rules;
  const auto padded = [](const std::vector<std::uint32_t>& from) {
    typename search::limit_rules<Kinds>::amounts result{};
    std::copy(from.begin(), from.end(), result.begin());
    return result;
  };
  rules.least = padded(one.least);
  rules.greatest = padded(one.greatest);
  for (const auto& amounts : one.of_vertex) rules.of_vertex.push_back(padded(amounts));
  for (const auto& amounts : one.of_arc) rules.of_arc.push_back(padded(amounts));
  rules.to_target.resize(one.of_vertex.size());
  for (std::size_t k = 0; k < one.resources; ++k) {
    const auto left = to_last(one.graph, [&](const auto& arc) {
      return std::uint64_t{one.of_arc[arc.id][k]} + one.of_vertex[arc.to][k];
    });
    for (std::size_t v = 0; v < left.size(); ++v) rules.to_target[v][k] = left[v];
  }
  rules.target = static_cast<search::vertex>(one.of_vertex.size() - 1);
  return rules;
}

/// Adds the vertices that the path visits twice, up to 32 in all; false when there is none.
bool add_repeated(const std::vector<search::step>& path, std::vector<search::vertex>& once) {
  std::vector<search::vertex> seen = {0};
  const std::size_t before = once.size();
  for (const search::step& one : path) {
    const bool again = std::find(seen.begin(), seen.end(), one.to) != seen.end();
    if (again && once.size() < 32 && std::find(once.begin(), once.end(), one.to) == once.end())
      once.push_back(one.to);
    seen.push_back(one.to);
  }
  return once.size() > before;
}

bool visits_twice(const std::vector<search::step>& path) {
  std::vector<search::vertex> seen = {0};
  for (const search::step& one : path) seen.push_back(one.to);
  std::sort(seen.begin(), seen.end());
  return std::adjacent_find(seen.begin(), seen.end()) != seen.end();
}

/// Paths may come back to a vertex at first. Least amounts may make that worth while: then the vertices concerned are
/// told apart, and it starts anew (decremental state space relaxation: Righini and Salani, 2008).
template <std::size_t Kinds>
std::optional<std::uint32_t> solve_with(const problem& one, std::string& error) {
  search::limit_rules<Kinds> rules = rules_of<Kinds>(one);
  search::ready_graph<std::uint32_t, 1> graph;
  search::label_setting<std::uint32_t, 1, search::limit_resource<Kinds>> labels;
  if (search::make_ready(one.graph, {1}, one.graph.vertex_count(), graph) != search::refusal::none) {
    error = "the costs are too great to be added up";
    return std::nullopt;
  }
  const auto left = to_last(one.graph, [](const auto& arc) { return std::uint64_t{arc.cost[0]}; });
  const auto bound = [&](search::vertex v, const auto&) {
    search::costs<std::uint32_t, 1> result;
    result.of[0] = left[v];
    return result;
  };
  for (;;) {
    if (labels.run(graph, search::limit_resource<Kinds>(rules), bound, 0, {}) != search::refusal::none)
      error = "the costs are too great to be added up";
    if (!error.empty() || labels.front().empty()) return std::nullopt;
    const auto path = labels.path_of(labels.front().front());
    if (!visits_twice(path)) return labels.front().front().cost[0];
    if (!add_repeated(path, rules.once)) error = "more than 32 vertices would be visited twice";
  }
}

void read_arcs(token_reader& in, std::int64_t vertices, std::int64_t count, problem& into) {
  for (std::int64_t i = 0; i < count && in.error().empty(); ++i) {
    const auto from = static_cast<std::size_t>(in.number_anywhere("from", 1, vertices)) - 1;
    const auto to = static_cast<search::vertex>(in.number_anywhere("to", 1, vertices) - 1);
    const auto cost = static_cast<std::uint32_t>(in.number_anywhere("cost", 0, anything));
    into.of_arc.push_back(read_amounts(in, into.resources, "amount of an arc"));
    into.graph.from[from].push_back({to, static_cast<std::uint32_t>(i), {cost}});
  }
}

}  // namespace

std::optional<problem> read(const std::string& path, std::string& error) {
  token_reader in(path);
  problem result;
  const std::int64_t vertices = in.number_anywhere("number of vertices", 1, 100'000);
  const std::int64_t arcs = in.number_anywhere("number of arcs", 0, 10'000'000);
  result.resources = static_cast<std::size_t>(in.number_anywhere("number of resources", 0, most_resources));
  result.least = read_amounts(in, result.resources, "least amount");
  result.greatest = read_amounts(in, result.resources, "greatest amount");
  result.graph.from.resize(static_cast<std::size_t>(vertices));
  for (std::int64_t v = 0; v < vertices && in.error().empty(); ++v)
    result.of_vertex.push_back(read_amounts(in, result.resources, "amount of a vertex"));
  read_arcs(in, vertices, arcs, result);
  in.end();
  error = in.error();
  return error.empty() ? std::optional<problem>(std::move(result)) : std::nullopt;
}

std::optional<std::uint32_t> solve(const problem& one, std::string& error) {
  error.clear();
  if (one.resources <= 1) return solve_with<1>(one, error);
  if (one.resources <= 4) return solve_with<4>(one, error);
  return one.resources <= 10 ? solve_with<10>(one, error) : solve_with<most_resources>(one, error);
}

}  // namespace rcsp_file
