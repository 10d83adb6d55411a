#include "json_text.h"

#include <random>

#include <gtest/gtest.h>

#include "report/json_value.h"
#include "report/json_writer.h"

namespace aiguillage::report {
namespace {

std::string written_text(const std::string& words) {
  std::string out;
  write_text(words, out);
  return out;
}

TEST(json_text, escapes_and_replaces_as_the_library_does) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"a",
                                           "é",
                                           "\"",
                                           "\\",
                                           "\n",
                                           "\x01",
                                           "\x7F",
                                           "\xE2\x82",
                                           "\xF0\x9F",
                                           "\xF0\x9F\x98\x80",
                                           "\xED\xA0\x80",
                                           "\xC0",
                                           "\xFF",
                                           "\xF4\x90",
                                           "\t\b\f\r",
                                           "\xE0\x80\x80",
                                           "\xF4\x8F\xBF\xBF",
                                           "\x80",
                                           "plain words"};
  for (int i = 0; i < 20000; ++i) {
    std::string words;
    for (std::size_t left = random() % 6; left > 0; --left) words += pieces[random() % pieces.size()];
    ASSERT_EQ(written_text(words), json(words).dump(-1, ' ', false, json::error_handler_t::replace)) << i;
  }
}

TEST(json_text, every_byte_and_pair_of_bytes) {
  for (int first = 0; first < 256; ++first)
    for (int second = 0; second < 256; ++second) {
      const std::string words{static_cast<char>(first), static_cast<char>(second), 'x'};
      ASSERT_EQ(written_text(words), json(words).dump(-1, ' ', false, json::error_handler_t::replace));
    }
}

TEST(json_writer, writes_what_a_tree_of_the_same_would) {
  json_writer to;
  to.object([&] {
    to.field("empty", std::string());
    to.key("list");
    to.list(std::vector<int>{1, 2}, [&](int one) {
      to.object([&] {
        to.field("one", one);
        to.field("risk", decimal{-5 * one, 3});
      });
    });
    to.key("none");
    to.list(std::vector<int>{}, [&](int one) { to.value(one); });
    to.key("row");
    to.row(std::vector<std::string>{"a", "b"});
    to.key("empty_row");
    to.row(std::vector<std::string>{});
    to.key("empty_object");
    to.object([] {});
    to.field("null", nullptr);
    to.field("yes", true);
    to.field("maybe", std::optional<int>());
    to.field("some", std::optional<int>(3));
    to.key("rows");
    to.list(std::vector<int>{1, 2}, [&](int one) { to.row(std::vector<int>{one, one}); });
  });
  const json tree = {{"empty", ""},
                     {"list", {{{"one", 1}, {"risk", fixed(-5, 3)}}, {{"one", 2}, {"risk", fixed(-10, 3)}}}},
                     {"none", json::array()},
                     {"row", {"a", "b"}},
                     {"empty_row", json::array()},
                     {"empty_object", json::object()},
                     {"null", nullptr},
                     {"yes", true},
                     {"maybe", nullptr},
                     {"some", 3},
                     {"rows", {{1, 1}, {2, 2}}}};
  EXPECT_EQ(to.take(), written(tree));
}

}  // namespace
}  // namespace aiguillage::report
