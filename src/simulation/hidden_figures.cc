#include "aiguillage/simulation/hidden_figures.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <queue>

namespace aiguillage {
namespace {

constexpr std::int64_t endless = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

bool small(std::int64_t count, std::int64_t least) { return count > 0 && count < least; }

/// The figures, and how far those that are hidden were moved while a range is looked for.
struct figures {
  const std::vector<counted_figure>& of;
  std::int64_t least;
  std::vector<std::vector<std::size_t>> at;  // by node
  std::vector<bool> free;                    // nobody is told them
  std::vector<std::int64_t> moved;
  std::vector<std::size_t> touched;
  std::vector<std::int64_t> costs;  // of a search, by node
  std::vector<std::size_t> by;      // the figure by which a node was reached
};

figures figures_of(const std::vector<counted_figure>& of, std::int64_t least) {
  std::uint32_t nodes = 0;
  for (const counted_figure& one : of) nodes = std::max({nodes, one.from + 1, one.to + 1});
  figures all{of, least, {}, std::vector<bool>(of.size()), std::vector<std::int64_t>(of.size()), {}, {}, {}};
  all.at.resize(nodes);
  for (std::size_t i = 0; i < of.size(); ++i) {
    all.at[of[i].from].push_back(i);
    all.at[of[i].to].push_back(i);
    all.free[i] = !of[i].told || small(of[i].count, least);
  }
  return all;
}

/// What is lost when a figure is hidden: the count, sums before cells since they are larger.
std::int64_t cost_of(const figures& in, std::size_t which) {
  return in.free[which] ? 0 : 1 + in.of[which].count;
}

/// How much may go over a figure from a node: any addition, or what is left to take away.
std::int64_t room(const figures& in, std::size_t which, std::size_t from) {
  return in.of[which].from == from ? endless : in.of[which].count + in.moved[which];
}

std::size_t other_end(const figures& in, std::size_t which, std::size_t from) {
  return in.of[which].from == from ? in.of[which].to : in.of[which].from;
}

struct wanted_path {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t around = 0;  // the figure whose range is looked for
  bool may_hide = false;
};

/// The cheapest way over hidden figures, or over others too, which would be hidden; false when there is none.
bool search(figures& in, const wanted_path& over) {
  using entry = std::pair<std::int64_t, std::size_t>;
  in.costs.assign(in.at.size(), endless);
  in.by.assign(in.at.size(), nowhere);
  std::priority_queue<entry, std::vector<entry>, std::greater<>> open;
  in.costs[over.from] = 0;
  open.emplace(0, over.from);
  while (!open.empty()) {
    const auto [cost, node] = open.top();
    open.pop();
    if (node == over.to) return true;
    if (cost > in.costs[node]) continue;
    for (const std::size_t which : in.at[node]) {
      if (which == over.around || (!in.free[which] && (!over.may_hide || in.of[which].must_stay))) continue;
      const std::size_t next = other_end(in, which, node);
      const std::int64_t sum = cost + cost_of(in, which);
      if (sum >= in.costs[next] || room(in, which, node) == 0) continue;
      in.costs[next] = sum;
      in.by[next] = which;
      if (next == over.to && sum == 0) return true;
      open.emplace(sum, next);
    }
  }
  return in.costs[over.to] != endless;
}

/// Moves as much as the path found lets through, at most `most`, and hides what it uses.
std::int64_t move(figures& in, const wanted_path& over, std::int64_t most) {
  for (std::size_t node = over.to; node != over.from; node = other_end(in, in.by[node], node))
    most = std::min(most, room(in, in.by[node], other_end(in, in.by[node], node)));
  for (std::size_t node = over.to; node != over.from; node = other_end(in, in.by[node], node)) {
    const std::size_t which = in.by[node];
    in.moved[which] += in.of[which].to == node ? most : -most;
    in.touched.push_back(which);
    in.free[which] = true;
  }
  return most;
}

/// How far a figure can go up, or down, when others move with it; at most `most`.
std::int64_t reach(figures& in, std::size_t which, bool up, std::int64_t most, bool may_hide) {
  const counted_figure& one = in.of[which];
  const wanted_path over{up ? one.to : one.from, up ? one.from : one.to, which, may_hide};
  std::int64_t found = 0;
  while (found < most && search(in, over)) found += move(in, over, most - found);
  for (const std::size_t each : in.touched) in.moved[each] = 0;
  in.touched.clear();
  return found;
}

void protect(figures& in, std::size_t which) {
  for (const bool may_hide : {false, true}) {
    const std::int64_t above = reach(in, which, true, in.least, may_hide);
    const std::int64_t below = std::min(in.of[which].count, in.least - above);
    if (above + reach(in, which, false, below, may_hide) >= in.least) return;
  }
}

}  // namespace

std::vector<bool> hidden_figures(const std::vector<counted_figure>& of, std::int64_t least) {
  std::int64_t greatest = 0;
  for (const counted_figure& one : of) greatest = std::max(greatest, one.count);
  if (small(greatest, least)) return std::vector<bool>(of.size(), true);
  figures all = figures_of(of, least);
  for (std::size_t i = 0; i < of.size(); ++i)
    if (small(of[i].count, least)) protect(all, i);
  return all.free;
}

hidden_table hidden_cells(const count_table& of, std::int64_t least) {
  const auto node = [](std::size_t index) { return static_cast<std::uint32_t>(index); };
  const std::uint32_t whole = node(of.rows + of.columns);  // and one more, where the sums of the columns go
  std::vector<counted_figure> all;
  for (std::size_t row = 0; row < of.rows; ++row)
    for (std::size_t column = 0; column < of.columns; ++column)
      all.push_back({node(row), node(of.rows + column), of.at(row, column)});
  for (std::size_t row = 0; row < of.rows; ++row) {
    std::int64_t sum = 0;
    for (std::size_t column = 0; column < of.columns; ++column) sum += of.at(row, column);
    all.push_back({whole, node(row), sum});
  }
  for (std::size_t column = 0; column < of.columns; ++column) {
    std::int64_t sum = 0;
    for (std::size_t row = 0; row < of.rows; ++row) sum += of.at(row, column);
    all.push_back({node(of.rows + column), whole + 1, sum});
  }
  all.push_back(
      {whole + 1, whole, std::accumulate(of.cells.begin(), of.cells.end(), std::int64_t{0}), true, true});
  const std::vector<bool> hidden = hidden_figures(all, least);
  const auto part = [&](std::size_t from, std::size_t count) {
    const auto begin = hidden.begin() + static_cast<std::ptrdiff_t>(from);
    return std::vector<bool>(begin, begin + static_cast<std::ptrdiff_t>(count));
  };
  const std::size_t cells = of.cells.size();
  return {part(0, cells), part(cells, of.rows), part(cells + of.rows, of.columns), hidden.back()};
}

}  // namespace aiguillage
