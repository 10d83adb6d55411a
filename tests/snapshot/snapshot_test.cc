#include "aiguillage/snapshot.h"

#include <gtest/gtest.h>

#include "aiguillage/qualify.h"
#include "aiguillage/referral.h"
#include "aiguillage/report/text.h"
#include "france.h"
#include "load/support.h"
#include "network/world.h"
#include "snapshot/codes.h"
#include "snapshot/frame.h"
#include "snapshot/world.h"

namespace aiguillage::snapshot_tests {
namespace {

using load_tests::codes_of;
using load_tests::read_text;
using load_tests::source_dir;
using load_tests::temporary_folder;
using load_tests::write_text;

std::optional<snapshot> read(const std::string& bytes, diagnostics& found) {
  return read_snapshot(bytes, "some.snapshot", france(), found);
}

snapshot made(const territory& land) {
  diagnostics found;
  std::optional<snapshot> of = read(make_snapshot(land, france()), found);
  EXPECT_TRUE(of) << load_tests::all_of(found);
  return of.value_or(snapshot{});
}

TEST(Snapshot, GivesBackEveryFieldOfRandomTerritories) {
  dice with{11};
  for (int i = 0; i < 10; ++i) {
    const territory land = random_country(with, 150, false);
    diagnostics found;
    const std::optional<territory> again = whole(made(land), france(), found);
    ASSERT_TRUE(again) << load_tests::all_of(found);
    ASSERT_EQ(all_of(*again), all_of(land));
  }
}

TEST(Snapshot, GivesBackTheExampleAsItsFilesSayIt) {
  diagnostics found;
  const auto land = load_territory((source_dir / "examples/territories/rennes").string(), france(), found);
  ASSERT_TRUE(land);
  const std::string bytes = make_snapshot(*land, france());
  EXPECT_EQ(bytes, make_snapshot(*land, france()));
  const auto again = whole(*read(bytes, found), france(), found);
  ASSERT_TRUE(again);
  EXPECT_EQ(all_of(*again), all_of(*land));
}

std::string plans_of(const territory& land, const situation& person) {
  const qualification found = qualify(france(), person);
  const referral proposed = refer(france(), land, person, found, 2);
  return referral_text(france(), land, person, found, proposed, {language::en, false});
}

/// How many of all actors the cuts kept, in percent of those of people whose territory can be cut.
struct cuts {
  std::size_t kept = 0;
  std::size_t all = 0;
  int smaller = 0;
};

void compare(dice& with, bool rare, int lands, int people, cuts& seen) {
  for (int i = 0; i < lands; ++i) {
    const territory land = random_country(with, 400, rare);
    const snapshot of = made(land);
    for (int j = 0; j < people; ++j) {
      const situation person = random_resident(with);
      diagnostics found;
      const std::optional<territory> near = around(of, france(), person, found);
      ASSERT_TRUE(near);
      ASSERT_LE(near->actors.size(), land.actors.size());
      for (const bool along : {false, true})
        ASSERT_EQ(network_of(*near, person, along), network_of(land, person, along))
            << "land " << i << " person " << j;
      seen.kept += near->actors.size();
      seen.all += land.actors.size();
      if (near->actors.size() < land.actors.size()) ++seen.smaller;
    }
  }
}

TEST(Cut, GivesTheNetworkOfTheWhole) {
  dice with{5};
  cuts seen;
  compare(with, false, 12, 8, seen);
  EXPECT_GT(seen.smaller, 50);
  EXPECT_LT(seen.kept * 10, seen.all * 9);
}

TEST(Cut, GivesTheNetworkOfTheWholeWhereNobodyIsNear) {
  dice with{6};
  cuts seen;
  compare(with, true, 12, 8, seen);
  EXPECT_GT(seen.smaller, 40);
}

TEST(Cut, GivesThePlansOfTheWhole) {
  dice with{8};
  for (int i = 0; i < 12; ++i) {
    const territory land = random_country(with, 160, false);
    situation person = network_tests::reader_of_a_letter(i % 3 == 0   ? ""
                                                         : i % 3 == 1 ? "  travel_means: [public_transport]\n"
                                                                      : "  can_travel: limited\n");
    if (i % 2 == 0) person.date = "2026-12-15";
    diagnostics found;
    const std::optional<territory> near = around(made(land), france(), person, found);
    ASSERT_TRUE(near);
    EXPECT_LT(near->actors.size(), land.actors.size());
    EXPECT_EQ(plans_of(*near, person), plans_of(land, person));
  }
}

/// A small world with many desks of a kind around, which the cut leaves out, so that it is one.
territory with_far_desks(const std::string& actors) {
  territory land = network_tests::land_of(actors);
  for (int i = 0; i < 20; ++i) {
    site where;
    where.id = "far_" + std::to_string(i);
    where.where = point{44.0 + i, 5};
    actor desk;
    desk.id = "desk_" + std::to_string(i);
    desk.type = find_named(france().actor_types, "library");
    desk.at = land.sites.add(where);
    land.actors.add(desk);
  }
  return land;
}

void expect_same(const territory& land, const situation& person) {
  diagnostics found;
  const std::optional<territory> near = around(made(land), france(), person, found);
  ASSERT_TRUE(near);
  EXPECT_LT(near->actors.size(), land.actors.size());
  EXPECT_EQ(network_of(*near, person, false), network_of(land, person, false));
}

TEST(Cut, KeepsAllThatIsWhereThePersonIs) {
  using network_tests::place;
  std::string many;  // of one group, the one beside the person in the midst
  for (int i = 0; i < 9; ++i)
    many += place("office_" + std::to_string(i), "france_services", i == 4 ? "middle" : "remote",
                  "mandates: false");
  territory land =
      with_far_desks(many + place("cafe", "social_centre", "middle") + place("nearby", "pimms", "near"));
  land.sites[site_id(std::size_t{1})].where = point{47.0, -1.68};
  land.sites[site_id(std::size_t{2})].where = point{47.2, -1.68};
  expect_same(land, network_tests::reader_of_a_letter("  asked_at: social_centre\n"));
}

TEST(Cut, LooksAsFarAheadAsTheWhole) {
  using network_tests::place;
  const std::string spring =
      place("spring", "france_services", "near", "hours: \"Mar 20-31 Mo-Su 10:00-12:00\"");
  territory land = with_far_desks(spring);
  for (const std::size_t i : {10U, 12U, 14U})
    land.actors[actor_id(i)].areas = {{area_kind::commune, "01001"}};
  land.actors[actor_id(std::size_t{10})].full_until = "2026-12-24";
  land.actors[actor_id(std::size_t{12})].full_until = "2026-12-20";
  land.actors[actor_id(std::size_t{14})].full_until = "2026-13-20";
  expect_same(land, network_tests::reader_of_a_letter("", "\"35238\"", "2026-12-15"));
}

TEST(Cut, IsTheWholeWithoutAHomeOrOnceUnderWay) {
  dice with{7};
  const territory land = random_country(with, 200, false);
  const snapshot of = made(land);
  situation person = random_person(france(), with, 50);
  diagnostics found;
  EXPECT_EQ(around(of, france(), person, found)->actors.size(), land.actors.size());
  person.home_commune = "35238";
  EXPECT_LT(around(of, france(), person, found)->actors.size(), land.actors.size());
  person.so_far.missed.push_back({actor_id(std::size_t{150}), 1});
  EXPECT_EQ(around(of, france(), person, found)->actors.size(), land.actors.size());
}

std::string small_snapshot() {
  dice with{3};
  return make_snapshot(random_country(with, 12, false), france(), {{"territory.yaml", 7}});
}

std::string code_of(const std::string& bytes) {
  diagnostics found;
  const auto of = read(bytes, found);
  EXPECT_NE(of.has_value(), has_errors(found));
  return found.empty() ? "" : found.front().code;
}

/// The same frame around other bytes.
std::string sealed(std::string bytes) {
  const std::uint64_t sum = snapshots::hash_of(std::string_view(bytes).substr(snapshots::names_at));
  bytes.replace(snapshots::checksum_at, 8, std::string(reinterpret_cast<const char*>(&sum), 8));
  return bytes;
}

TEST(Frame, SaysWhyASnapshotIsRefused) {
  const std::string good = small_snapshot();
  EXPECT_EQ(code_of(good), "");
  EXPECT_EQ(code_of(""), snapshot_code::not_a_snapshot);
  EXPECT_EQ(code_of("territory: rennes\n"), snapshot_code::not_a_snapshot);
  EXPECT_EQ(code_of(good.substr(0, 20)), snapshot_code::damaged);
  EXPECT_EQ(code_of(good.substr(0, good.size() - 1)), snapshot_code::damaged);
  EXPECT_EQ(code_of(good + "x"), snapshot_code::damaged);
  const auto with = [&](std::size_t at, char byte) {
    std::string other = good;
    other[at] = byte;
    return other;
  };
  EXPECT_EQ(code_of(with(snapshots::version_at, 99)), snapshot_code::other_version);
  EXPECT_EQ(code_of(with(snapshots::byte_order_at, 1)), snapshot_code::other_machine);
  EXPECT_EQ(code_of(with(good.size() / 2, static_cast<char>(good[good.size() / 2] ^ 1))),
            snapshot_code::damaged);
  EXPECT_EQ(code_of(sealed(with(snapshots::names_at, static_cast<char>(good[snapshots::names_at] ^ 1)))),
            snapshot_code::other_pack);
  diagnostics found;
  EXPECT_FALSE(open_snapshot(source_dir.string(), france(), found));
  EXPECT_FALSE(open_snapshot((source_dir / "none").string(), france(), found));
  EXPECT_EQ(codes_of(found).size(), 2U);
}

/// Whoever can write a checksum can write any bytes: refused, or read as some territory.
TEST(Frame, WithAnyByteChangedIsReadOrRefused) {
  const std::string good = small_snapshot();
  dice with{9};
  situation person = random_person(france(), with, 50);
  person.home_commune = "35238";
  int refused = 0;
  for (int i = 0; i < 1500; ++i) {
    std::string bytes = good;
    const std::size_t at = snapshots::sizes_at + with.roll(bytes.size() - snapshots::sizes_at);
    bytes[at] = static_cast<char>(with.roll(256));
    diagnostics found;
    const std::optional<snapshot> of = read(sealed(bytes), found);
    const auto all = of ? whole(*of, france(), found) : std::nullopt;
    EXPECT_NE(all.has_value(), has_errors(found));
    if (of) static_cast<void>(around(*of, france(), person, found));
    if (!all) ++refused;
  }
  EXPECT_GT(refused, 150);
}

TEST(Sources, AreThoseOfTheFolderUntilOneChanges) {
  const temporary_folder in;
  const auto folder = in.path / "rennes";
  std::filesystem::copy(source_dir / "examples/territories/rennes", folder,
                        std::filesystem::copy_options::recursive);
  const auto sources = sources_in(folder.string());
  ASSERT_TRUE(sources);
  diagnostics found;
  const auto land = load_territory(folder.string(), france(), found);
  const auto of = read(make_snapshot(*land, france(), *sources), found);
  EXPECT_TRUE(is_current(*of, folder.string()));
  write_text(folder / snapshot_file, "not one of them");
  EXPECT_TRUE(is_current(*of, folder.string()));
  const std::string before = read_text(folder / "territory.yaml");
  write_text(folder / "territory.yaml", before + "# more\n");
  EXPECT_FALSE(is_current(*of, folder.string()));
  write_text(folder / "territory.yaml", before);
  EXPECT_TRUE(is_current(*of, folder.string()));
  write_text(folder / "communes.csv", "code_insee,nom\n");
  EXPECT_FALSE(is_current(*of, folder.string()));
}

}  // namespace
}  // namespace aiguillage::snapshot_tests
