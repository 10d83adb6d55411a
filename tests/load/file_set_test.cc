#include "aiguillage/file_set.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "aiguillage/report/diagnostics.h"
#include "france.h"

namespace aiguillage {
namespace {

namespace fs = std::filesystem;

const std::string root = AIGUILLAGE_SOURCE_DIR;

/// As if the files came over a wire, the last first.
file_set from_memory(const std::string& folder) {
  diagnostics found;
  file_set read = read_file_set(folder, found);
  EXPECT_TRUE(found.empty());
  return {read.name, true, {read.files.rbegin(), read.files.rend()}};
}

std::string shown(diagnostics found) {
  sort_by_place(found);
  return diagnostics_json(found, 1, language::en);
}

TEST(file_set, a_pack_from_memory_has_the_hash_of_its_folder) {
  diagnostics found;
  const auto rules = parse_pack({from_memory(root + "/rules/france")}, found);
  ASSERT_TRUE(rules);
  EXPECT_EQ(rules->hash, france().hash);
  EXPECT_EQ(rules->needs.items.front().about.where.file, france().needs.items.front().about.where.file);
}

struct scratch {
  fs::path path = fs::path(testing::TempDir()) / "file_set_test" / "somewhere";

  scratch() {
    fs::remove_all(path);
    fs::create_directories(path / "travel");
    fs::create_directories(path / "actors");
    write("territory.yaml",
          "territory: somewhere\ntitle: {fr: Ici, en: Here}\nsites:\n  - {id: hall, name: Mairie, commune: "
          "\"35238\"}\n");
    write(
        "actors/all.yaml",
        "actors:\n  - {id: one, name: Un, type: ccas, site: hall, producer: assumed, vintage: 2026-01-01}\n");
  }
  scratch(const scratch&) = delete;
  scratch& operator=(const scratch&) = delete;
  ~scratch() { fs::remove_all(path.parent_path()); }

  void write(const std::string& inside, const std::string& bytes) const {
    std::ofstream(path / inside, std::ios::binary) << bytes;
  }

  /// What both ways find; the territories are there for both or for neither, and have one hash.
  std::string findings_of_both(const file_set& memory) const {
    diagnostics of_folder;
    diagnostics of_memory;
    const auto one = load_territory(path.string(), france(), of_folder);
    const auto other = parse_territory(memory, france(), of_memory);
    EXPECT_EQ(one.has_value(), other.has_value());
    EXPECT_EQ(one ? one->hash : "", other ? other->hash : "");
    EXPECT_EQ(shown(of_folder), shown(of_memory));
    return shown(of_folder);
  }
};

TEST(file_set, a_territory_from_memory_is_that_of_its_folder) {
  const scratch at;
  at.write("communes.csv",
           "code_insee,nom,departement,region,epci,population,latitude,longitude\n35238,Rennes,35,53,1,2,48."
           "1,-1.6\n");
  at.write("former_communes.csv", "ancien_code,code_2026\n35999,35238\n");
  at.write("travel/on_foot.csv", "from,to,minutes\n35238,hall,12\n");
  const std::string found = at.findings_of_both(from_memory(at.path.string()));
  EXPECT_EQ(found.find("error\""), std::string::npos) << found;
  diagnostics ignored;
  const auto land = parse_territory(from_memory(at.path.string()), france(), ignored);
  ASSERT_TRUE(land);
  EXPECT_EQ(land->communes.communes.size(), 1U);
  EXPECT_TRUE(find_commune(land->communes, "35999").known());
  EXPECT_EQ(land->measured[0].size(), 1U);
}

TEST(file_set, what_is_wrong_is_said_of_the_same_places) {
  const scratch at;
  at.write("actors/wrong.yaml", "actors:\n  - {id: two, nom: Deux}\n");
  at.write("communes.csv", "code,nom\n35238,Rennes\n");
  at.write("travel/onfoot.csv", "");
  at.write("travel/on_foot.csv", "from,to,minutes\nnowhere,hall,many\n");
  fs::create_directories(at.path / "travel/more");
  const std::string found = at.findings_of_both(from_memory(at.path.string()));
  for (const char* place :
       {"somewhere/actors/wrong.yaml", "somewhere/communes.csv", "somewhere/travel/onfoot.csv",
        "somewhere/travel/on_foot.csv", "somewhere/travel/more"})
    EXPECT_NE(found.find(place), std::string::npos) << place;
}

TEST(file_set, empty_and_missing_files_are_told_alike) {
  const scratch at;
  at.write("territory.yaml", "");
  file_set memory{
      "somewhere", true, {{"territory.yaml", "", true}, {"actors/all.yaml", "actors: []\n", true}}};
  at.write("actors/all.yaml", "actors: []\n");
  EXPECT_NE(at.findings_of_both(memory).find("somewhere/territory.yaml"), std::string::npos);
  fs::remove(at.path / "territory.yaml");
  memory.files.erase(memory.files.begin());
  EXPECT_NE(at.findings_of_both(memory).find("missing-part"), std::string::npos);
}

TEST(file_set, a_file_given_twice_is_an_error) {
  const scratch at;
  file_set memory = from_memory(at.path.string());
  memory.files.push_back(memory.files.front());
  diagnostics found;
  EXPECT_FALSE(parse_territory(memory, france(), found));
  EXPECT_EQ(found.front().code, "unexpected-file");
}

TEST(file_set, a_folder_inside_travel_is_told_from_its_files) {
  diagnostics found;
  const file_set memory{"x", true, {{"travel/more/on_foot.csv", "from,to,minutes\n", true}}};
  EXPECT_FALSE(parse_territory(memory, france(), found));
  EXPECT_TRUE(std::any_of(found.begin(), found.end(),
                          [](const diagnostic& one) { return one.file == "x/travel/more"; }));
}

TEST(file_set, no_folder_no_pack) {
  diagnostics found;
  EXPECT_FALSE(parse_pack({}, found));
  EXPECT_FALSE(parse_pack({{"", true, {{"", "", true}, {"/", "x", true}, {".yaml", "x", true}}}}, found));
}

}  // namespace
}  // namespace aiguillage
