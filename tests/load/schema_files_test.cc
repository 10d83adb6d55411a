#include <set>

#include "aiguillage/schema.h"
#include "load/support.h"

/// The schemas that are kept beside the rules, for editors.
namespace aiguillage::load_tests {
namespace {

namespace fs = std::filesystem;

TEST(SchemaFiles, AreWhatTheEngineWrites) {
  diagnostics found;
  const std::optional<pack> rules = load_pack({(source_dir / "rules/france").string()}, found);
  ASSERT_TRUE(rules) << all_of(found);
  const fs::path kept = source_dir / "rules/schemas";
  std::set<std::string> made;
  for (const schema_file& one : json_schemas(*rules)) {
    made.insert(one.name + ".json");
    EXPECT_EQ(read_text(kept / (one.name + ".json")), one.json)
        << "run: aiguillage schema --pack rules/france --to rules/schemas";
  }
  for (const fs::directory_entry& each : fs::directory_iterator(kept))
    EXPECT_EQ(made.count(each.path().filename().string()), 1U) << each.path().filename() << " is no schema";
}

}  // namespace
}  // namespace aiguillage::load_tests
