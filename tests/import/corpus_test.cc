#include <algorithm>

#include "load/support.h"

// The fuzzer itself, on every file that it begins from.
#include "fuzz/import_fuzz.cc"

namespace aiguillage::import_tests {
namespace {

TEST(ImportCorpus, NoFileIsLost) {
  std::vector<std::filesystem::path> files;
  for (const auto& one :
       std::filesystem::directory_iterator(load_tests::source_dir / "tests/fuzz/corpus/import_fuzz"))
    files.push_back(one.path());
  ASSERT_GE(files.size(), 9U);
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    const std::string whole = load_tests::read_text(file);
    for (std::size_t cut = 0; cut <= whole.size(); cut += 7) {
      const std::string part = whole.substr(0, whole.size() - cut);
      EXPECT_EQ(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(part.data()), part.size()), 0);
    }
  }
}

}  // namespace
}  // namespace aiguillage::import_tests
