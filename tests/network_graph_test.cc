#include "aiguillage/network_graph.h"

#include <functional>
#include <limits>
#include <vector>

#include <boost/concept/assert.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/property_map/property_map.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace aiguillage::graph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<network_graph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<network_graph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<network_graph>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyGraphConcept<network_graph, std::size_t, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<edge_cost_map, network_edge>));

constexpr int unreachable = std::numeric_limits<int>::max();

door serving(const std::vector<int>& needs, int days, int loss, int travel, int site = -1) {
  door one;
  one.usual = {mode_id{}, days, loss, travel, nullptr};
  one.site = site;
  for (const int need : needs) {
    service each;
    each.need = static_cast<std::uint8_t>(need);
    one.services.push_back(each);
  }
  return one;
}

// Vertices: 1 desk {0}, 2 centre {0, 1}, 3 operator {1, 2}, 4 interpreter {}, beside the desk.
network small_town() {
  network world;
  world.needs.resize(3);
  world.doors = {serving({0}, 1, 100, 10, 7), serving({0, 1}, 9, 50, 60), serving({1, 2}, 20, 300, 5),
                 serving({}, 6, 400, 45, 7)};
  world.next_door = {mode_id{}, 0, 20, 0, nullptr};
  return world;
}

std::vector<std::size_t> targets_of(const network_graph& g, std::size_t v) {
  std::vector<std::size_t> result;
  for (auto [at, end] = out_edges(v, g); at != end; ++at) {
    EXPECT_EQ(source(*at, g), v);
    result.push_back(target(*at, g));
  }
  EXPECT_EQ(result.size(), out_degree(v, g));
  return result;
}

std::vector<int> distances(const network_graph& g, std::size_t from, edge_cost which) {
  std::vector<int> result(num_vertices(g));
  const auto index = get(boost::vertex_index, g);
  boost::dijkstra_shortest_paths(g, from,
                                 boost::weight_map(cost_of(g, which))
                                     .distance_map(boost::make_iterator_property_map(result.begin(), index)));
  return result;
}

struct visit_recorder : boost::default_bfs_visitor {
  std::vector<std::size_t>* order = nullptr;
  void discover_vertex(std::size_t v, const network_graph&) const { order->push_back(v); }
};

std::vector<std::size_t> reached(const network_graph& g, std::size_t from) {
  std::vector<std::size_t> order;
  visit_recorder recorder;
  recorder.order = &order;
  boost::breadth_first_search(g, from, boost::visitor(recorder));
  return order;
}

TEST(network_graph, has_an_edge_to_every_door_and_between_doors_where_something_is_gained) {
  const network_graph g = graph_of(small_town());
  EXPECT_EQ(num_vertices(g), 5U);
  EXPECT_THAT(targets_of(g, 0), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(targets_of(g, 1), ElementsAre(2, 3, 4));
  EXPECT_THAT(targets_of(g, 2), ElementsAre(3));
  EXPECT_THAT(targets_of(g, 3), ElementsAre(1, 2));
  EXPECT_THAT(targets_of(g, 4), ElementsAre(1, 2, 3));
  EXPECT_EQ(num_edges(g), 13U);
}

TEST(network_graph, lists_each_edge_once_in_the_order_of_its_index) {
  const network_graph g = graph_of(small_town());
  std::size_t count = 0;
  for (auto [at, end] = edges(g); at != end; ++at) EXPECT_EQ(at->index, count++);
  EXPECT_EQ(count, num_edges(g));
}

TEST(network_graph, costs_what_the_target_costs_and_next_door_within_a_site) {
  const network_graph g = graph_of(small_town());
  const network_edge to_operator = *(out_edges(1, g).first + 1);
  EXPECT_EQ(get(cost_of(g, edge_cost::days), to_operator), 20);
  EXPECT_EQ(get(cost_of(g, edge_cost::loss), to_operator), 300);
  EXPECT_EQ(get(cost_of(g, edge_cost::travel), to_operator), 5);
  const network_edge next_door = *(out_edges(1, g).first + 2);
  EXPECT_EQ(get(cost_of(g, edge_cost::days), next_door), 0);
  EXPECT_EQ(get(cost_of(g, edge_cost::loss), next_door), 20);
}

TEST(network_graph, dijkstra_finds_the_distances_computed_by_hand) {
  const network_graph g = graph_of(small_town());
  EXPECT_THAT(distances(g, 0, edge_cost::days), ElementsAre(0, 1, 9, 20, 1));        // 4 by 1: 1 + 0
  EXPECT_THAT(distances(g, 0, edge_cost::loss), ElementsAre(0, 100, 50, 300, 120));  // 4 by 1: 100 + 20
  EXPECT_THAT(distances(g, 0, edge_cost::travel), ElementsAre(0, 10, 60, 5, 10));    // 4 by 1: 10 + 0
  EXPECT_THAT(distances(g, 2, edge_cost::days), ElementsAre(unreachable, 21, 0, 20, 21));
  EXPECT_THAT(distances(g, 3, edge_cost::loss), ElementsAre(unreachable, 100, 50, 0, 120));
}

TEST(network_graph, dijkstra_goes_through_a_door_when_that_is_cheaper) {
  network world;
  world.needs.resize(2);
  world.doors = {serving({0}, 2, 10, 5, 0), serving({1}, 30, 500, 40, 0)};
  world.next_door = {mode_id{}, 1, 20, 2, nullptr};
  const network_graph g = graph_of(world);
  std::vector<int> days(3);
  std::vector<std::size_t> from(3);
  const auto index = get(boost::vertex_index, g);
  boost::dijkstra_shortest_paths(g, 0, boost::make_iterator_property_map(from.begin(), index),
                                 boost::make_iterator_property_map(days.begin(), index),
                                 cost_of(g, edge_cost::days), index, std::less<>(), std::plus<>(),
                                 unreachable, 0, boost::default_dijkstra_visitor());
  EXPECT_THAT(days, ElementsAre(0, 2, 3));
  EXPECT_THAT(from, ElementsAre(0, 0, 1));
  EXPECT_THAT(distances(g, 0, edge_cost::loss), ElementsAre(0, 10, 30));
  EXPECT_THAT(distances(g, 0, edge_cost::travel), ElementsAre(0, 5, 7));
}

TEST(network_graph, breadth_first_search_reaches_what_the_edges_allow) {
  network world = small_town();
  EXPECT_THAT(reached(graph_of(world), 0), ElementsAre(0, 1, 2, 3, 4));
  EXPECT_THAT(reached(graph_of(world), 2), ElementsAre(2, 3, 1, 4));
  world.doors[0].site = -1;  // nobody hands over to the interpreter any more
  EXPECT_THAT(reached(graph_of(world), 2), ElementsAre(2, 3, 1));
  world.doors.push_back(serving({0, 1, 2}, 1, 1, 1));  // serves all: nothing to gain elsewhere
  EXPECT_THAT(reached(graph_of(world), 5), ElementsAre(5));
}

TEST(network_graph, without_doors_holds_the_person_alone) {
  for (const network_graph& g : {network_graph{}, graph_of(network{})}) {
    EXPECT_EQ(num_vertices(g), 1U);
    EXPECT_EQ(num_edges(g), 0U);
    EXPECT_THAT(targets_of(g, 0), IsEmpty());
    EXPECT_THAT(reached(g, 0), ElementsAre(0));
  }
}

}  // namespace
}  // namespace aiguillage::graph
