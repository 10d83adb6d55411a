#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/search/planner.h"
#include "search/instance_file.h"
#include "search/rcsp_file.h"

namespace {

namespace search = aiguillage::search;

const std::string good =
    "AIG1 1 2 2 0 3\nneed 0 0\nneed 1 1\nactor 0 0 3 1\nactor 5 -5 2 2\nhome 1 1\narc 2 0 0 10 1 5\narc 0 1 "
    "1 20 2 6\narc 2 1 3 1 1 1\n";

/// The error that a file with this text gives, without the name of the file.
template <class Read>
std::string error_of(const std::string& text, const Read& read) {
  const auto file = std::filesystem::temp_directory_path() / "aiguillage_files_test.txt";
  std::ofstream(file, std::ios::binary) << text;
  std::string error;
  const bool taken = read(file.string(), error).has_value();
  EXPECT_EQ(taken, error.empty());
  std::filesystem::remove(file);
  return error.empty() ? error : error.substr(file.string().size() + 1);
}

std::string changed(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST(SearchFiles, BadInstancesGiveOneErrorWithItsLine) {
  const auto error = [](const std::string& from, const std::string& to) {
    return error_of(changed(good, from, to), instance_file::read);
  };
  EXPECT_EQ(error("AIG1", "AIG1"), "");
  EXPECT_EQ(error("AIG1", "AIG2"), "1: a line 'AIG1' expected, not 'AIG2'");
  EXPECT_EQ(error("AIG1 1 2 2", "AIG1 1 2 17"),
            "1: number of needs: an integer from 0 to 16 expected, not '17'");
  EXPECT_EQ(error("AIG1 1 2", "AIG1 1 257"),
            "1: number of actors: an integer from 1 to 256 expected, not '257'");
  EXPECT_EQ(error("need 1 1", "need 1 2"), "3: need 1 waits for itself");
  EXPECT_EQ(error("need 1 1", "need 1 x"),
            "3: needs to be met before: an integer from 0 to 3 expected, not 'x'");
  EXPECT_EQ(error("need 1 1", "need 1"), "3: needs to be met before expected, the line ends");
  EXPECT_EQ(error("need 1 1", "need 1 1 1"), "3: a line 'actor' expected, not '1'");
  EXPECT_EQ(error("home", "hom"), "6: a line 'home' expected, not 'hom'");
  EXPECT_EQ(error("arc 0 1 1", "arc 0 2 1"), "8: to: an integer from 0 to 1 expected, not '2'");
  EXPECT_EQ(error("arc 0 1 1", "arc 3 1 1"), "8: from: an integer from 0 to 2 expected, not '3'");
  EXPECT_EQ(error("20 2 6", "-20 2 6"), "8: minutes: an integer from 0 to 2147483647 expected, not '-20'");
  EXPECT_EQ(error("20 2 6", "20 2.5 6"), "8: days: an integer from 0 to 2147483647 expected, not '2.5'");
  EXPECT_EQ(error("arc 2 1 3 1 1 1\n", ""), "9: 'arc' expected, the file ends");
  EXPECT_EQ(error("1 1 1\n", "1 1 1\narc 2 1 3 1 1 1\n"), "10: nothing more expected, not 'arc'");
  EXPECT_EQ(error_of("", instance_file::read), "1: 'AIG1' expected, the file ends");
  std::string missing;
  EXPECT_FALSE(instance_file::read("no/such/file.aig", missing));
  EXPECT_EQ(missing, "no/such/file.aig:1: cannot be read");
}

TEST(SearchFiles, BadProblemsGiveOneErrorWithItsLine) {
  const auto error = [](const std::string& text) { return error_of(text, rcsp_file::read); };
  EXPECT_EQ(error("2 1 1\n0\n9\n0\n0\n1 2 5 3\n"), "");
  EXPECT_EQ(error("2 1 1\n0\n9\n0\n0\n1 3 5 3\n"), "6: to: an integer from 1 to 2 expected, not '3'");
  EXPECT_EQ(error("2 1 1\n0\n9\n0\n0\n1 2 5\n"), "7: amount of an arc expected, the file ends");
  EXPECT_EQ(error("2 1 17\n"), "1: number of resources: an integer from 0 to 16 expected, not '17'");
  EXPECT_EQ(error("2 0 1\n0\n9\n0\n0\n7\n"), "6: nothing more expected, not '7'");
}

TEST(SearchFiles, AnInstanceIsReadAsWritten) {
  const auto file = std::filesystem::temp_directory_path() / "aiguillage_files_test.aig";
  std::ofstream(file, std::ios::binary) << good;
  std::string error;
  const auto one = instance_file::read(file.string(), error);
  std::filesystem::remove(file);
  ASSERT_TRUE(one) << error;
  EXPECT_EQ(one->home, 2U);
  EXPECT_EQ(one->needs.before, (std::vector<search::need_set>{0, 1}));
  EXPECT_EQ(one->needs.serves, (std::vector<search::need_set>{1, 2, 0}));
  search::planner<search::arc_lists<3>> with;
  ASSERT_EQ(with.load(one->graph, one->weights), search::refusal::none);
  ASSERT_EQ(with.ask(one->needs), search::refusal::none);
  std::optional<search::plan> best;
  ASSERT_EQ(with.best(one->home, best), search::refusal::none);
  ASSERT_TRUE(best);
  EXPECT_EQ(best->cost, 2U * 30 + 40 * 3 + 11);
}

/// The cheapest path that visits no vertex twice and keeps to the amounts, by plain enumeration.
struct path_enumeration {
  const rcsp_file::problem& in;
  std::optional<std::uint32_t> best;
  std::set<std::size_t> seen;

  void go_on(std::size_t v, std::uint32_t cost, std::vector<std::uint32_t> used) {
    for (std::size_t k = 0; k < used.size(); ++k) used[k] += in.of_vertex[v][k];
    seen.insert(v);
    if (v + 1 == in.of_vertex.size()) {
      bool within = true;
      for (std::size_t k = 0; k < used.size(); ++k)
        within = within && used[k] >= in.least[k] && used[k] <= in.greatest[k];
      if (within && (!best || cost < *best)) best = cost;
    } else {
      for (const auto& arc : in.graph.from[v]) {
        if (seen.contains(arc.to)) continue;
        std::vector<std::uint32_t> then = used;
        for (std::size_t k = 0; k < used.size(); ++k) then[k] += in.of_arc[arc.id][k];
        go_on(arc.to, cost + arc.cost[0], std::move(then));
      }
    }
    seen.erase(v);
  }
};

rcsp_file::problem random_problem(std::mt19937_64& random, bool lower) {
  const auto below = [&](std::uint64_t n) { return static_cast<std::uint32_t>(random() % n); };
  const auto amounts = [&](std::size_t count, std::uint64_t n) {
    std::vector<std::uint32_t> result;
    for (std::size_t k = 0; k < count; ++k) result.push_back(below(n));
    return result;
  };
  rcsp_file::problem one;
  one.resources = below(6);
  const std::size_t vertices = 2 + below(6);
  one.graph.from.resize(vertices);
  one.least = amounts(one.resources, lower ? 12 : 1);
  for (const std::uint32_t least : one.least) one.greatest.push_back(least + 4 + below(12));
  for (std::size_t v = 0; v < vertices; ++v) one.of_vertex.push_back(amounts(one.resources, 2));
  for (std::uint32_t i = 0; i < 3 * vertices; ++i) {
    one.graph.from[below(vertices)].push_back({below(vertices), i, {below(7)}});
    one.of_arc.push_back(amounts(one.resources, 6));
  }
  return one;
}

TEST(SearchLimits, ConstrainedPathsEqualEnumeration) {
  std::mt19937_64 random(31);
  std::map<bool, int> solved;
  for (int i = 0; i < 4000; ++i) {
    const bool lower = i % 2 == 0;
    const rcsp_file::problem one = random_problem(random, lower);
    path_enumeration all{one, {}, {}};
    all.go_on(0, 0, std::vector<std::uint32_t>(one.resources, 0));
    std::string error;
    ASSERT_EQ(rcsp_file::solve(one, error), all.best) << "problem " << i;
    ASSERT_EQ(error, "");
    if (all.best && one.resources > 0) ++solved[lower];
  }
  EXPECT_GT(solved[false], 300);
  EXPECT_GT(solved[true], 300);
}

/// The shared folder `name` of instances, or the reason why there is none.
std::optional<std::filesystem::path> shared(const std::string& name) {
  std::filesystem::path folder = std::filesystem::path(AIGUILLAGE_SHARED_DIR) / "bench" / name;
  if (!std::string(AIGUILLAGE_SHARED_DIR).empty() && std::filesystem::is_directory(folder)) return folder;
  return std::nullopt;
}

/// The rows of a CSV file without its heading.
std::vector<std::vector<std::string>> rows_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<std::vector<std::string>> rows;
  std::string line, cell;
  std::getline(in, line);
  while (std::getline(in, line)) {
    rows.emplace_back();
    for (std::istringstream cells(line); std::getline(cells, cell, ',');) rows.back().push_back(cell);
  }
  return rows;
}

TEST(SearchFiles, SharedInstancesGiveWhatIsExpected) {
  const auto folder = shared("instances");
  if (!folder) GTEST_SKIP() << "AIGUILLAGE_SHARED has no bench/instances";
  const auto rows = rows_of(*folder / "expected.csv");
  EXPECT_FALSE(rows.empty());
  for (const auto& row : rows) {
    if (row[0].find("_n12_") != std::string::npos)
      continue;  // too long with sanitizers; the benchmark has them
    std::string error;
    const auto one = instance_file::read((*folder / row[0]).string(), error);
    ASSERT_TRUE(one) << error;
    search::planner<search::arc_lists<3>> with;
    std::optional<search::plan> best;
    search::plan_front<3> front;
    ASSERT_EQ(with.load(one->graph, one->weights), search::refusal::none);
    ASSERT_EQ(with.ask(one->needs), search::refusal::none);
    ASSERT_EQ(with.best(one->home, best), search::refusal::none);
    ASSERT_EQ(with.front(one->home, front), search::refusal::none);
    EXPECT_EQ(std::to_string(best ? best->cost : 0), row[1]) << row[0];
    EXPECT_EQ(std::to_string(front.costs.size()), row[2]) << row[0];
  }
}

TEST(SearchLimits, SharedProblemsGiveThePublishedOptima) {
  const auto folder = shared("orlib");
  if (!folder) GTEST_SKIP() << "AIGUILLAGE_SHARED has no bench/orlib";
  const auto rows = rows_of(*folder / "rcsp_optima.csv");
  EXPECT_FALSE(rows.empty());
  for (const auto& row : rows) {
    std::string error;
    const auto one = rcsp_file::read((*folder / (row[0] + ".txt")).string(), error);
    ASSERT_TRUE(one) << error;
    EXPECT_EQ(std::to_string(rcsp_file::solve(*one, error).value_or(0)), row[1]) << row[0];
  }
}

}  // namespace
