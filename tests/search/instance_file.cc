#include "search/instance_file.h"

#include <cstddef>
#include <cstdint>
#include <limits>

#include "search/tokens.h"

namespace instance_file {
namespace {

namespace search = aiguillage::search;

constexpr std::int64_t anything = std::numeric_limits<std::int32_t>::max();

void read_needs(token_reader& in, std::int64_t count, search::need_rules& into) {
  const std::int64_t all = (std::int64_t{1} << count) - 1;
  into.count = static_cast<std::size_t>(count);
  for (std::int64_t n = 0; n < count && in.error().empty(); ++n) {
    in.word("need");
    in.number("dimension", 0, 2);
    const std::int64_t before = in.number("needs to be met before", 0, all);
    if ((before >> n & 1) != 0) in.wrong("need " + std::to_string(n) + " waits for itself");
    into.before.push_back(static_cast<search::need_set>(before));
  }
}

void read_actors(token_reader& in, std::int64_t count, instance& into) {
  const std::int64_t all = (std::int64_t{1} << into.needs.count) - 1;
  for (std::int64_t a = 0; a < count && in.error().empty(); ++a) {
    in.word("actor");
    in.number("x", -anything, anything);
    in.number("y", -anything, anything);
    in.number("type", 0, anything);
    into.needs.serves.push_back(static_cast<search::need_set>(in.number("needs served", 0, all)));
  }
  in.word("home");
  in.number("x", -anything, anything);
  in.number("y", -anything, anything);
  into.needs.serves.push_back(0);
}

void read_arcs(token_reader& in, std::int64_t actors, std::int64_t count, instance& into) {
  into.graph.from.resize(static_cast<std::size_t>(actors) + 1);
  for (std::int64_t i = 0; i < count && in.error().empty(); ++i) {
    in.word("arc");
    const auto from = static_cast<std::size_t>(in.number("from", 0, actors));
    const auto to = static_cast<search::vertex>(in.number("to", 0, actors - 1));
    in.number("mode", 0, 3);
    search::arc_lists<3>::arc arc{to, static_cast<std::uint32_t>(i), {}};
    for (std::size_t k = 0; k < 3; ++k) {
      constexpr const char* names[] = {"minutes", "days", "risk"};
      arc.cost[k] = static_cast<std::uint32_t>(in.number(names[k], 0, anything));
    }
    if (in.error().empty()) into.graph.from[from].push_back(arc);
  }
}

std::optional<instance> read_all(token_reader in, std::string& error) {
  instance result;
  in.word("AIG1");
  in.number("seed", 0, std::numeric_limits<std::int64_t>::max());
  const std::int64_t actors = in.number("number of actors", 1, 256);
  const std::int64_t needs = in.number("number of needs", 0, static_cast<std::int64_t>(search::most_needs));
  result.coarse = in.number("coarse", 0, 1) == 1;
  const std::int64_t arcs = in.number("number of arcs", 0, 10'000'000);
  result.weights = result.coarse ? search::weights<3>{1, 4, 1} : search::weights<3>{2, 40, 1};
  result.home = static_cast<search::vertex>(actors);
  read_needs(in, needs, result.needs);
  read_actors(in, actors, result);
  read_arcs(in, actors, arcs, result);
  in.end();
  error = in.error();
  return error.empty() ? std::optional<instance>(std::move(result)) : std::nullopt;
}

}  // namespace

std::optional<instance> read(const std::string& path, std::string& error) {
  return read_all(token_reader(path), error);
}

std::optional<instance> parse(const std::string& text, std::string& error) {
  return read_all(token_reader("text", text), error);
}

}  // namespace instance_file
