#include "import/index_table.h"

#include <string>

#include <gtest/gtest.h>

namespace aiguillage::import {
namespace {

std::uint32_t found(const index_table& in, const std::vector<std::string>& all, const std::string& word) {
  return in.find(index_table::hash_of(word), [&](std::uint32_t which) { return all[which] == word; });
}

TEST(IndexTable, FindsWhatWasAdded) {
  std::vector<std::string> all;
  index_table known;
  EXPECT_EQ(found(known, all, "0"), index_table::none);
  for (std::size_t i = 0; i < 5000; ++i) {
    all.push_back(std::to_string(i));
    known.add(index_table::hash_of(all.back()), i);
  }
  known.reserve(20000);
  for (std::size_t i = 0; i < all.size(); ++i) ASSERT_EQ(found(known, all, all[i]), i);
  EXPECT_EQ(found(known, all, "5000"), index_table::none);
}

TEST(IndexTable, TellsThoseOfOneHashApart) {
  const std::vector<std::string> all{"a", "b", "c"};
  index_table known;
  for (std::size_t i = 0; i < all.size(); ++i) known.add(7, i);
  for (std::size_t i = 0; i < all.size(); ++i)
    EXPECT_EQ(known.find(7, [&](std::uint32_t which) { return all[which] == all[i]; }), i);
  EXPECT_EQ(known.find(7, [](std::uint32_t) { return false; }), index_table::none);
}

}  // namespace
}  // namespace aiguillage::import
