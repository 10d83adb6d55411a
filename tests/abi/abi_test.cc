#include "aiguillage/abi.h"

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/engine.h"
#include "aiguillage/file_set.h"

namespace aiguillage {
namespace {

const std::string root = AIGUILLAGE_SOURCE_DIR;

struct freed_engine {
  void operator()(aig_engine* one) const { EXPECT_EQ(aig_engine_free(one), AIG_OK); }
};
using held_engine = std::unique_ptr<aig_engine, freed_engine>;

held_engine make(const std::vector<std::string>& folders) {
  std::vector<const char*> names;
  for (const std::string& one : folders) names.push_back(one.c_str());
  aig_engine* made = nullptr;
  char* findings = nullptr;
  EXPECT_EQ(aig_engine_from_folders(names.data(), names.size(), &made, &findings), AIG_OK);
  EXPECT_EQ(findings, nullptr) << findings;
  return held_engine(made);
}

const aig_engine* shared_engine() {
  static const held_engine one = make({root + "/rules/france", root + "/examples/territories/rennes"});
  return one.get();
}

struct answered {
  aig_status status = AIG_OK;
  std::string json;
};

answered ask(const char* verb, const std::string& request, const aig_engine* with = shared_engine()) {
  char* json = nullptr;
  std::size_t size = 0;
  answered got{aig_answer(with, verb, request.data(), request.size(), &json, &size), {}};
  EXPECT_EQ(json != nullptr, got.status <= AIG_INVALID_INPUT);
  if (json != nullptr) {
    got.json.assign(json, size);
    EXPECT_EQ(json[size], '\0');
  }
  EXPECT_EQ(aig_free(json), AIG_OK);
  return got;
}

/// The files of a folder, called as memory calls them.
struct in_memory {
  std::vector<std::string> names;
  std::vector<file_set> sets;
  std::vector<aig_file> files;

  explicit in_memory(const std::vector<std::string>& folders) {
    diagnostics found;
    for (const std::string& one : folders) sets.push_back(read_file_set(one, found));
    for (const file_set& set : sets)
      for (const named_file& file : set.files) names.push_back(set.name + "/" + file.inside);
    std::size_t at = 0;
    for (const file_set& set : sets)
      for (const named_file& file : set.files)
        files.push_back({names[at++].c_str(), file.bytes.data(), file.bytes.size()});
  }
};

const std::string rennes =
    "situation: {request: account_locked}\nhome: \"35238\"\noptions: {territory: rennes, plans: 1}\n";

TEST(abi, says_its_version) {
  int major = 0;
  int minor = 0;
  int patch = 0;
  ASSERT_EQ(std::sscanf(AIGUILLAGE_VERSION, "%d.%d.%d", &major, &minor, &patch), 3);
  EXPECT_EQ(AIG_VERSION, major * 10000 + minor * 100 + patch);
  EXPECT_EQ(aig_version(), static_cast<unsigned>(AIG_VERSION));
  EXPECT_STREQ(library_version, AIGUILLAGE_VERSION);
}

TEST(abi, every_status_has_words) {
  for (int i = -1; i <= AIG_NOT_UTF8 + 1; ++i)
    for (const char* language : {"fr", "en", "", static_cast<const char*>(nullptr)})
      EXPECT_GT(std::string(aig_status_text(i, language)).size(), 3U) << i;
  EXPECT_STRNE(aig_status_text(AIG_NULL, "fr"), aig_status_text(AIG_NULL, "en"));
  EXPECT_STREQ(aig_status_text(std::numeric_limits<int>::max(), "en"), "unknown status");
}

TEST(abi, from_memory_is_from_folders) {
  const in_memory files({root + "/rules/france", root + "/examples/territories/rennes"});
  aig_engine* made = nullptr;
  char* findings = nullptr;
  ASSERT_EQ(aig_engine_from_files(files.files.data(), files.files.size(), &made, &findings), AIG_OK)
      << findings;
  const held_engine with(made);
  EXPECT_EQ(ask("about", "", made).json, ask("about", "").json);
  EXPECT_EQ(ask("route", rennes, made).json, ask("route", rennes).json);
}

TEST(abi, null_pointers_are_told) {
  aig_engine* made = nullptr;
  char* text = nullptr;
  const char* none[] = {nullptr};
  const aig_file no_name[] = {{nullptr, "", 0}};
  const aig_file no_bytes[] = {{"a/b", nullptr, 1}};
  EXPECT_EQ(aig_engine_from_folders(nullptr, 1, &made, &text), AIG_NULL);
  EXPECT_EQ(aig_engine_from_folders(none, 1, &made, &text), AIG_NULL);
  EXPECT_EQ(aig_engine_from_folders(none, 0, nullptr, &text), AIG_NULL);
  EXPECT_EQ(aig_engine_from_files(nullptr, 1, &made, &text), AIG_NULL);
  EXPECT_EQ(aig_engine_from_files(no_name, 1, &made, &text), AIG_NULL);
  EXPECT_EQ(aig_engine_from_files(no_bytes, 1, &made, nullptr), AIG_NULL);
  EXPECT_EQ(aig_answer(nullptr, "about", "", 0, &text, nullptr), AIG_NULL);
  EXPECT_EQ(aig_answer(shared_engine(), nullptr, "", 0, &text, nullptr), AIG_NULL);
  EXPECT_EQ(aig_answer(shared_engine(), "about", nullptr, 1, &text, nullptr), AIG_NULL);
  EXPECT_EQ(aig_answer(shared_engine(), "about", "", 0, nullptr, nullptr), AIG_NULL);
  EXPECT_EQ(aig_engine_free(nullptr), AIG_OK);
  EXPECT_EQ(aig_free(nullptr), AIG_OK);
  EXPECT_EQ(made, nullptr);
  EXPECT_EQ(text, nullptr);
}

TEST(abi, null_requests_of_no_size_are_empty) {
  char* text = nullptr;
  EXPECT_EQ(aig_answer(shared_engine(), "about", nullptr, 0, &text, nullptr), AIG_OK);
  EXPECT_EQ(aig_free(text), AIG_OK);
}

TEST(abi, what_was_freed_is_told) {
  held_engine one = make({root + "/rules/france"});
  aig_engine* const gone = one.release();
  EXPECT_EQ(aig_engine_free(gone), AIG_OK);
  EXPECT_EQ(aig_engine_free(gone), AIG_BAD_ENGINE);
  EXPECT_EQ(ask("about", "", gone).status, AIG_BAD_ENGINE);
  const held_engine other = make({root + "/rules/france"});
  EXPECT_NE(other.get(), gone);
  EXPECT_EQ(ask("about", "", gone).status, AIG_BAD_ENGINE);
  char own[] = "not given out";
  EXPECT_EQ(aig_free(own), AIG_BAD_TEXT);
  EXPECT_EQ(ask("about", "", reinterpret_cast<aig_engine*>(own)).status, AIG_BAD_ENGINE);
  char* text = nullptr;
  ASSERT_EQ(aig_answer(other.get(), "about", "", 0, &text, nullptr), AIG_OK);
  EXPECT_EQ(aig_free(text + 1), AIG_BAD_TEXT);
  EXPECT_EQ(aig_free(text), AIG_OK);
  EXPECT_EQ(aig_free(text), AIG_BAD_TEXT);
}

TEST(abi, sizes_over_the_limits_are_told_unread) {
  aig_engine* made = nullptr;
  const std::size_t huge = std::numeric_limits<std::size_t>::max();
  const char* const folder[] = {"x"};
  const aig_file file[] = {{"x/pack.yaml", "x", huge}};
  const aig_file files[] = {{"x/a.yaml", "x", AIG_MOST_FILE_BYTES}, {"x/b.yaml", "x", 1}};
  const std::string long_name(AIG_MOST_NAME_BYTES + 1, 'x');
  const char* const long_folder[] = {long_name.c_str()};
  EXPECT_EQ(aig_engine_from_folders(folder, huge, &made, nullptr), AIG_TOO_LARGE);
  EXPECT_EQ(aig_engine_from_folders(long_folder, 1, &made, nullptr), AIG_TOO_LARGE);
  EXPECT_EQ(aig_engine_from_files(file, huge, &made, nullptr), AIG_TOO_LARGE);
  EXPECT_EQ(aig_engine_from_files(file, 1, &made, nullptr), AIG_TOO_LARGE);
  EXPECT_EQ(aig_engine_from_files(files, 2, &made, nullptr), AIG_TOO_LARGE);
  char* text = nullptr;
  EXPECT_EQ(aig_answer(shared_engine(), "route", "x", huge, &text, nullptr), AIG_TOO_LARGE);
  EXPECT_EQ(ask(long_name.c_str(), "").status, AIG_TOO_LARGE);
  EXPECT_EQ(ask("route", std::string(AIG_MOST_REQUEST_BYTES, '#')).status, AIG_INVALID_INPUT);
  EXPECT_EQ(ask("route", std::string(AIG_MOST_REQUEST_BYTES + 1, '#')).status, AIG_TOO_LARGE);
}

TEST(abi, what_is_no_utf8_is_told) {
  aig_engine* made = nullptr;
  const char* const folder[] = {"\xFF"};
  const aig_file file[] = {{"x/\xC3.yaml", "", 0}};
  EXPECT_EQ(aig_engine_from_folders(folder, 1, &made, nullptr), AIG_NOT_UTF8);
  EXPECT_EQ(aig_engine_from_files(file, 1, &made, nullptr), AIG_NOT_UTF8);
  EXPECT_EQ(ask("\xED\xA0\x80", "").status, AIG_NOT_UTF8);
  const answered got = ask("route", "situation: {}\nhome: \"\xFF\xFE\"\n");
  EXPECT_EQ(got.status, AIG_INVALID_INPUT);
  EXPECT_NE(got.json.find("\"invalid-utf8\""), std::string::npos) << got.json;
  EXPECT_NE(got.json.find("\"line\": 2"), std::string::npos) << got.json;
}

TEST(abi, missing_and_wrong_packs_are_diagnostics) {
  aig_engine* made = nullptr;
  char* text = nullptr;
  const char* const nowhere[] = {"/no/such/folder"};
  const char* const no_pack[] = {AIGUILLAGE_SOURCE_DIR "/examples/territories/rennes"};
  const aig_file wrong[] = {{"mine/pack.yaml", "\xFF: [", 4}, {"rennes/territory.yaml", nullptr, 0}};
  const aig_file bare[] = {{"pack.yaml", "pack: x", 7}};
  for (const auto& made_of : {nowhere, no_pack}) {
    EXPECT_EQ(aig_engine_from_folders(made_of, 1, &made, &text), AIG_INVALID_INPUT);
    ASSERT_NE(text, nullptr);
    EXPECT_NE(std::string(text).find("\"missing-folder\""), std::string::npos) << text;
    EXPECT_EQ(aig_free(text), AIG_OK);
  }
  for (const auto& [files, count] : {std::pair(wrong, 2), std::pair(bare, 1), std::pair(wrong, 0)}) {
    EXPECT_EQ(aig_engine_from_files(files, static_cast<std::size_t>(count), &made, &text), AIG_INVALID_INPUT);
    ASSERT_NE(text, nullptr);
    EXPECT_NE(std::string(text).find("\"errors\": "), std::string::npos) << text;
    EXPECT_EQ(aig_free(text), AIG_OK);
  }
  EXPECT_EQ(made, nullptr);
}

TEST(abi, an_engine_may_be_freed_while_it_answers) {
  held_engine one = make({root + "/rules/france", root + "/examples/territories/rennes"});
  aig_engine* const handle = one.release();
  std::vector<std::thread> asking;
  for (int i = 0; i < 3; ++i)
    asking.emplace_back([&] {
      for (int n = 0; n < 1000; ++n) {
        const answered got = ask("qualify", "situation: {request: account_locked}", handle);
        if (got.status == AIG_BAD_ENGINE) return;
        EXPECT_EQ(got.status, AIG_OK);
      }
      ADD_FAILURE() << "the engine was never freed";
    });
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_EQ(aig_engine_free(handle), AIG_OK);
  for (std::thread& each : asking) each.join();
}

}  // namespace
}  // namespace aiguillage
