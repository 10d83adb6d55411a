#include <algorithm>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>

#include "survey/graph.h"
#include "survey/surveying.h"

/// The greatest flow of needs to capacities.
namespace aiguillage::surveying {
namespace {

using traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using net = boost::adjacency_list<
    boost::vecS, boost::vecS, boost::directedS, boost::no_property,
    boost::property<boost::edge_capacity_t, long,
                    boost::property<boost::edge_residual_capacity_t, long,
                                    boost::property<boost::edge_reverse_t, traits::edge_descriptor>>>>;

/// Actors that take people for the same needs.
struct takers {
  value_set needs;
  long each = 0;  // of one need
  long all = 0;
};

/// Of one kind: those whose capacity is told, and those that take one person for each need that they serve. A place that
/// is full on the day takes nobody.
void add_takers(const work& on, const detail::build_view& view, const kind& of, std::vector<takers>& all) {
  takers told;
  takers assumed;
  for (const actor_id who : of.actors) {
    if (detail::first_day_at(view, who) > 0) continue;
    const actor_survey& one = on.into.actors[who];
    told.needs = assumed.needs = one.concludes | one.first_level;
    const auto capacity = on.options.capacity.find(who);
    if (capacity != on.options.capacity.end())
      told.all += std::max(0, capacity->second);
    else
      ++assumed.each;
  }
  told.each = told.all;
  assumed.all = assumed.each * static_cast<long>(assumed.needs.count());
  for (const takers& one : {told, assumed})
    if (one.all > 0) all.push_back(one);
}

}  // namespace

std::vector<long> greatest_flow(std::size_t vertices, const std::vector<pipe>& pipes, std::size_t source,
                                std::size_t sink) {
  net graph(vertices);
  auto capacity = get(boost::edge_capacity, graph);
  auto reverse = get(boost::edge_reverse, graph);
  auto residual = get(boost::edge_residual_capacity, graph);
  std::vector<traits::edge_descriptor> edges;
  for (const pipe& one : pipes) {
    const auto there = add_edge(one.from, one.to, graph).first;
    const auto back = add_edge(one.to, one.from, graph).first;
    capacity[there] = one.capacity;
    capacity[back] = 0;
    reverse[there] = back;
    reverse[back] = there;
    edges.push_back(there);
  }
  boost::push_relabel_max_flow(graph, source, sink, capacity, residual, reverse,
                               get(boost::vertex_index, graph));
  std::vector<long> flow;
  for (std::size_t i = 0; i < pipes.size(); ++i) flow.push_back(pipes[i].capacity - residual[edges[i]]);
  return flow;
}

void find_flow(work& on) {
  std::vector<need_survey>& needs = on.into.needs;
  const detail::build_view view = on.view();
  std::vector<takers> all;
  for (const kind& one : on.kinds) add_takers(on, view, one, all);
  const std::size_t source = needs.size() + all.size();
  const std::size_t sink = source + 1;
  std::vector<pipe> pipes;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    const auto told = on.options.demand.find(needs[i].which);
    needs[i].asked = told == on.options.demand.end() ? 1 : std::max(0, told->second);
    pipes.push_back({source, i, needs[i].asked});
  }
  for (std::size_t j = 0; j < all.size(); ++j) {
    pipes.push_back({needs.size() + j, sink, all[j].all});
    for (std::size_t i = 0; i < needs.size(); ++i)
      if (all[j].needs.test(needs[i].which.index())) pipes.push_back({i, needs.size() + j, all[j].each});
  }
  const std::vector<long> flow = greatest_flow(sink + 1, pipes, source, sink);
  for (std::size_t i = 0; i < needs.size(); ++i) needs[i].met = static_cast<int>(flow[i]);
}

}  // namespace aiguillage::surveying
