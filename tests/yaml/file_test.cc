#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "yaml/codes.h"
#include "yaml/document.h"

namespace aiguillage::yaml {
namespace {

struct temporary_folder {
  std::filesystem::path path;

  temporary_folder() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    path = std::filesystem::path(::testing::TempDir()) / (std::string("aiguillage_yaml_") + test->name());
    std::filesystem::remove_all(path);
    std::filesystem::create_directories(path);
  }
  temporary_folder(const temporary_folder&) = delete;
  temporary_folder& operator=(const temporary_folder&) = delete;
  ~temporary_folder() { std::filesystem::remove_all(path); }

  [[nodiscard]] std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path / name, std::ios::binary) << bytes;
    return (path / name).string();
  }
};

std::string only_fault(const std::string& path, const limits& bounds = {}) {
  diagnostics out;
  const auto tree = parse_file(path, "fiche.yaml", out, bounds);
  if (tree) return "a tree";
  if (out.size() != 1) return std::to_string(out.size()) + " diagnostics";
  return to_string(out[0], language::fr);
}

TEST(parse_file, reads_a_file_and_calls_it_by_the_name_given) {
  const temporary_folder folder;
  EXPECT_EQ(only_fault(folder.write("a.yaml", "id: a\r\n")), "a tree");
  const std::string fault = only_fault(folder.write("b.yaml", "id:\n"));
  EXPECT_EQ(fault.substr(0, fault.find(':', 11)), "fiche.yaml:1");
}

TEST(parse_file, refuses_a_missing_file) {
  const temporary_folder folder;
  EXPECT_EQ(only_fault((folder.path / "absent.yaml").string()),
            "fiche.yaml: erreur: ce fichier n'existe pas [missing-file]\n"
            "  vérifiez le chemin et l'orthographe du nom");
  EXPECT_NE(only_fault(folder.write("a.yaml", "id: a") + "/b.yaml").find("[missing-file]"),
            std::string::npos);
}

TEST(parse_file, refuses_a_folder) {
  const temporary_folder folder;
  EXPECT_NE(only_fault(folder.path.string()).find("[not-a-file]"), std::string::npos);
}

TEST(parse_file, refuses_a_file_that_cannot_be_read) {
  // Reading the memory of a process at address 0 fails for everybody, even where permissions stop nobody.
  const std::string path = "/proc/self/mem";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "this system has no " << path;
  EXPECT_NE(only_fault(path).find("[unreadable-file]"), std::string::npos) << only_fault(path);
}

TEST(parse_file, reads_no_more_than_its_limit) {
  const temporary_folder folder;
  const std::string path = folder.write("a.yaml", "a: " + std::string(std::size_t{2} << 20, 'b'));
  EXPECT_NE(only_fault(path).find("[file-too-large]"), std::string::npos);
  EXPECT_EQ(only_fault(path, {std::size_t{3} << 20, 10, 10}), "a tree");
  const std::string four = folder.write("b.yaml", "a: b");
  EXPECT_EQ(only_fault(four, {4, 10, 10}), "a tree");
  EXPECT_NE(only_fault(four, {3, 10, 10}).find("[file-too-large]"), std::string::npos);
}

TEST(parse_file, refuses_an_empty_file) {
  const temporary_folder folder;
  EXPECT_NE(only_fault(folder.write("a.yaml", "")).find("[empty-file]"), std::string::npos);
}

}  // namespace
}  // namespace aiguillage::yaml
