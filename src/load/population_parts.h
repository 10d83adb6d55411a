#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aiguillage/population.h"
#include "load/fields.h"

/// What the readers of a population share.
namespace aiguillage::load {

/// A population while it is read.
struct populating {
  const pack& rules;
  population read;
  std::vector<bool> drawn_traits;                // those that have a value by now
  id_vector<fact_id, std::uint8_t> drawn_facts;  // the same
  std::optional<std::string> path;               // of the file; none: it was given from memory
};

/// The word for a fact that is left unknown, among the shares of its values.
inline constexpr const char* unknown_word = "unknown";

/// The tests of `when`: traits and facts that have a value by now. With `counted`, on counted traits only.
[[nodiscard]] draw_guard read_guard(const yaml::node& row, const char* key, bool counted,
                                    const populating& so_far, const sink& to);

/// The test of one trait or fact, by its id.
[[nodiscard]] std::optional<draw_test> read_test(const yaml::entry& line, bool counted,
                                                 const populating& so_far, const sink& to);

/// A decimal of at most three digits after the point, in thousandths; nothing, reported, outside the bounds of its content.
[[nodiscard]] std::optional<std::int64_t> read_thousandths(const yaml::node& given, const std::string& what,
                                                           content number, const sink& to);

/// One share for each word, in the order of `of`; a word that is not there has none.
[[nodiscard]] std::vector<std::int64_t> read_shares(const yaml::node& mapping,
                                                    const std::vector<std::string>& of, content share,
                                                    const sink& to);

/// So many areas have as many combinations as a population may have.
[[nodiscard]] std::size_t most_areas(const population& of);

/// Of what the file says, and of the areas that were read.
[[nodiscard]] std::string hash_of(const yaml::node& root, const population& read);

/// The areas of `areas_from`, one for each line of a table that is wanted.
void read_areas_table(const yaml::node& line, populating& into, const sink& to);

/// One line of `draws`, added to what is read.
void read_draw(const yaml::node& line, populating& into, const sink& to);

}  // namespace aiguillage::load
