#include "table/csv.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sys/resource.h>

#include "load/support.h"
#include "table/codes.h"
#include "table/columns.h"
#include "table/reader.h"

namespace aiguillage::table {
namespace {

using namespace std::string_literals;
using load_tests::all_of;
using load_tests::temporary_folder;
using load_tests::write_text;

/// All that a reading hands on: cells joined by '/', after the line.
struct reading {
  heading names;
  std::vector<std::string> rows;
  counts all;
  diagnostics found;

  /// `line:code` of each finding.
  [[nodiscard]] std::vector<std::string> findings() const {
    std::vector<std::string> result;
    for (const diagnostic& one : found) result.push_back(std::to_string(one.line) + ":" + one.code);
    return result;
  }
};

using words = std::vector<std::string>;

std::string joined(const std::vector<std::string_view>& cells) {
  std::string all;
  for (const std::string_view cell : cells) all.append("/").append(cell);
  return all.substr(1);
}

template <class Read>
reading collect(const Read& read) {
  reading result;
  result.all = read(
      [&](const heading& names) {
        result.names = names;
        return true;
      },
      [&](const row& one) {
        EXPECT_EQ(one.cells.size(), result.names.names.size());
        result.rows.push_back(std::to_string(one.line) + ": " + joined(one.cells));
      },
      result.found);
  EXPECT_EQ(result.all.records, result.rows.size() + result.all.refused);
  for (const diagnostic& one : result.found) {
    EXPECT_FALSE(one.message.fr.empty());
    EXPECT_FALSE(one.message.en.empty());
    EXPECT_NE(std::find_if(code::all.begin(), code::all.end(), [&](const char* c) { return c == one.code; }),
              code::all.end());
  }
  return result;
}

reading read(std::string_view content, const csv_limits& bounds = {}) {
  return collect([&](const heading_taker& names, const row_taker& rows, diagnostics& out) {
    return read_csv_text(content, "t.csv", bounds, names, rows, out);
  });
}

reading read_file(const std::string& path) {
  return collect([&](const heading_taker& names, const row_taker& rows, diagnostics& out) {
    return read_csv(path, {}, names, rows, out);
  });
}

TEST(Csv, ReadsCellsAsTheyAre) {
  const reading got = read("a,b,c\n1, 2 ,3\n\"x,y\",\"he said \"\"no\"\"\",\n,,\n");
  EXPECT_EQ(got.names.names, (words{"a", "b", "c"}));
  EXPECT_EQ(got.rows, (words{"2: 1/ 2 /3", "3: x,y/he said \"no\"/", "4: //"}));
  EXPECT_TRUE(got.found.empty()) << all_of(got.found);
  EXPECT_EQ(got.all.records, 3U);
}

TEST(Csv, FindsTheSeparatorInTheHeading) {
  EXPECT_EQ(read("a;b,c;d\n").names.names, (words{"a", "b,c", "d"}));
  EXPECT_EQ(read("a|b\n1|2,5;\n").rows, words{"2: 1/2,5;"});
  EXPECT_EQ(read("a\tb\n1\t2\n\"x\"\t\" y\"\n").rows, (words{"2: 1/2", "3: x/ y"}));
  EXPECT_EQ(read("\"a;b;c\",d\n").names.names, (words{"a;b;c", "d"}));
  EXPECT_EQ(read("alone\nx;y\n").rows, words{"2: x;y"});
}

TEST(Csv, TakesAnyLineEndAndSkipsEmptyLines) {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const reading got = read(end + "a,b" + end + end + "1,2" + end + end + "\"3\",4");
    EXPECT_EQ(got.names.line, 2);
    EXPECT_EQ(got.rows, (words{"4: 1/2", "6: 3/4"}));
    EXPECT_TRUE(got.found.empty()) << all_of(got.found);
  }
  EXPECT_EQ(read("a,b\n\"x\r\ny\n\nz\",2\r\n3,4\r\n").rows, (words{"2: x\r\ny\n\nz/2", "6: 3/4"}));
}

TEST(Csv, NamesAreTrimmedAndFound) {
  const reading got = read("\xEF\xBB\xBF a ,\"b\" ,,c,,\n1,2,3,4\n1,2,3,4,,\n");
  EXPECT_EQ(got.names.names, (words{"a", "b", "", "c"}));
  EXPECT_EQ(got.rows.size(), 2U);
  EXPECT_EQ(column_of(got.names, "c"), 3U);
  EXPECT_EQ(column_of(got.names, "d"), no_column);
  EXPECT_TRUE(got.found.empty()) << all_of(got.found);
  const reading twice = read("a,b,a,a\n1,2,3,4\n");
  EXPECT_EQ(twice.findings(), (words{"1:duplicate-column", "1:duplicate-column"}));
  EXPECT_EQ(twice.rows.size(), 1U);
  EXPECT_FALSE(has_errors(twice.found));
}

TEST(Csv, AHeadingMayBeRefused) {
  diagnostics found;
  const counts none = read_csv_text(
      "a\n1\n", "t.csv", {}, [](const heading&) { return false; }, [](const row&) { FAIL(); }, found);
  EXPECT_EQ(none.records, 0U);
  EXPECT_TRUE(found.empty());
}

TEST(Csv, ErrorsOfTheWholeFile) {
  EXPECT_EQ(read("").findings(), words{"0:empty-file"});
  EXPECT_EQ(read("\xEF\xBB\xBF").findings(), words{"0:empty-file"});
  EXPECT_EQ(read("\n\r\n").findings(), words{"0:no-heading"});
  EXPECT_EQ(read(",,\n1,2,3\n").findings(), words{"1:no-heading"});
  EXPECT_EQ(read("\"a,b\n1,2\n").findings(), words{"1:unclosed-quote"});
  EXPECT_EQ(read("a\0b\n1\n"s).findings(), words{"1:nul-byte"});
  csv_limits few;
  few.columns = 2;
  EXPECT_EQ(read("a,b,c\n1,2,3\n", few).findings(), words{"1:too-many-columns"});
  EXPECT_EQ(read("a,b\n1,2\n", few).rows.size(), 1U);
  for (const char* bad : {"", "\n", "\"a", ",,\n"}) EXPECT_TRUE(has_errors(read(bad).found)) << bad;
  const temporary_folder in;
  EXPECT_EQ(read_file((in.path / "no.csv").string()).findings(), words{"0:missing-file"});
  EXPECT_EQ(read_file(in.path.string()).findings(), words{"0:not-a-file"});
}

TEST(Csv, RecordsThatAreNotWholeAreRefusedAtTheirLine) {
  const reading got = read("a,b\n1\n1,2,3\n1,2,,,\n\"x\ny\"\n1,2\n1");
  EXPECT_EQ(got.rows, (words{"4: 1/2", "7: 1/2"}));
  EXPECT_EQ(got.findings(),
            (words{"2:too-few-cells", "3:too-many-cells", "5:too-few-cells", "8:truncated-record"}));
  EXPECT_EQ(got.all.refused, 4U);
  EXPECT_FALSE(has_errors(got.found));
  EXPECT_EQ(got.found[0].message.en, "1 cell(s) for 2 column(s)");
}

TEST(Csv, AnUnclosedQuoteSwallowsNothing) {
  EXPECT_EQ(read("a,b\n\"1,2\n3,4\n5,6\n").rows, (words{"3: 3/4", "4: 5/6"}));
  const reading next = read("a,b\n1,\"2\n3,\"x, y\"\n5,6\n");
  EXPECT_EQ(next.rows, (words{"3: 3/x, y", "4: 5/6"}));
  EXPECT_EQ(next.findings(), words{"2:unclosed-quote"});
  const reading quoted = read("\"a\",\"b\"\n\"1\",\"2\n\"3\",\"\"\n\"5\",\"6\"\n\"7\",\"8\"\n");
  EXPECT_EQ(quoted.rows, (words{"3: 3/", "4: 5/6", "5: 7/8"}));
  csv_limits small;
  small.record_bytes = 64;
  std::string content = "a,b\n1,\"2\n";
  for (int i = 0; i < 20; ++i) content += "33,44\n";
  const reading over = read(content + "5,\"6\n\"\n", small);
  EXPECT_EQ(over.findings(), words{"2:unclosed-quote"});
  EXPECT_EQ(over.rows.size(), 21U);
  EXPECT_EQ(over.rows.back(), "23: 5/6\n");
}

TEST(Csv, AQuoteInsideATextStandsForItself) {
  const reading got = read("a,b\nMaison \"Les Lilas\",2\n\"Le \"Lieu\" x\",3\n \"x, y\" , 4\n5,6\n");
  EXPECT_EQ(got.rows, (words{"2: Maison \"Les Lilas\"/2", "3: Le \"Lieu\" x/3", "4: x, y/4", "5: 5/6"}));
  EXPECT_EQ(got.findings(), words{"2:stray-quote"});
  EXPECT_NE(got.found[0].message.en.find("3 lines"), std::string::npos);
}

TEST(Csv, OverlongLinesAndNulBytesAreRefused) {
  csv_limits small;
  small.record_bytes = 10;
  const reading got = read("a,b\n12345,6789\n12345,67890\r\n1,2\r\"345678901234\n", small);
  EXPECT_EQ(got.rows, (words{"2: 12345/6789", "4: 1/2"}));
  EXPECT_EQ(got.findings(), (words{"3:record-too-long", "5:record-too-long"}));
  const reading nul = read("a,b\n1,2\0\n\"3\0\",4\n5,6\n"s);
  EXPECT_EQ(nul.rows, words{"4: 5/6"});
  EXPECT_EQ(nul.findings(), (words{"2:nul-byte", "3:nul-byte"}));
}

TEST(Csv, ReadsWhatIsNotUtf8AsWindows1252) {
  const reading got = read("nom,b\ncaf\xE9,\x80\ncaf\xC3\xA9,2\n\"\x9C\n\",3\n");
  EXPECT_EQ(got.rows, (words{"2: café/€", "3: café/2", "4: œ\n/3"}));
  EXPECT_EQ(got.findings(), words{"2:windows-1252"});
  EXPECT_NE(got.found[0].message.fr.find("2 lignes"), std::string::npos);
  EXPECT_EQ(read("pr\xE9nom\nx\n").names.names, words{"prénom"});
  EXPECT_EQ(read("a\nfin\xE9").rows, words{"2: finé"}) << "no UTF-8 in the file: an accent";
  EXPECT_EQ(read("a\né\nfin\xC3").findings(), words{"3:truncated-record"}) << "UTF-8 cut in a character";
  EXPECT_EQ(read("a\n\xED\xA0\x80\n\xF4\x90\x80\x80\n\xC0\xAF\n").findings(), words{"2:windows-1252"});
}

std::string utf16(std::u16string_view characters, bool big) {
  std::string bytes;
  for (const char16_t one : characters) {
    const char high = static_cast<char>(one >> 8), low = static_cast<char>(one & 0xFF);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

TEST(Csv, ReadsUtf16WithAMark) {
  for (const bool big : {false, true}) {
    const reading got = read(utf16(u"\uFEFFnom;b\r\nété;😀\r\n\"œ\n\";2\r\n", big));
    EXPECT_EQ(got.rows, (words{"2: été/😀", "3: œ\n/2"}));
    EXPECT_TRUE(got.found.empty()) << all_of(got.found);
    const std::u16string broken = {0xFEFF, u'a', u'\n', 0xD83D, u'x', u'\n', 0xDE00, u'\n', u'y', u'\n'};
    const reading half = read(utf16(broken, big) + "z");
    EXPECT_EQ(half.rows, (words{"2: \xEF\xBF\xBDx", "3: \xEF\xBF\xBD", "4: y", "5: \xEF\xBF\xBD"}));
    EXPECT_EQ(half.findings(), words{"0:bad-utf16"});
  }
  EXPECT_TRUE(has_errors(read(utf16(u"nom;b\n", false)).found)) << "no mark";
}

TEST(Csv, ManyFindingsAreCountedOnce) {
  std::string content = "a,b\n";
  for (int i = 0; i < 1000; ++i) content += "1\n";
  const reading got = read(content);
  EXPECT_EQ(got.all.refused, 1000U);
  ASSERT_EQ(got.found.size(), 51U);
  EXPECT_EQ(got.found.back().code, "more-findings");
  EXPECT_NE(got.found.back().message.en.find("950"), std::string::npos);
}

TEST(Csv, ColumnsAreFoundByName) {
  const temporary_folder in;
  const std::string path = (in.path / "t.csv").string();
  write_text(path, "b,code_2026,nom\n1,2,3\n");
  diagnostics found;
  words cells;
  const auto read_as = [&](const std::vector<column_name>& names) {
    return read_named_columns(
        path, {}, names,
        [&](const row& one, const columns& at, findings&) {
          for (std::size_t i = 0; i < names.size(); ++i) cells.emplace_back(at.cell(one, i));
        },
        found);
  };
  EXPECT_TRUE(read_as({{"nom"}, {"code_*"}, {"none", false}, {"b"}}));
  EXPECT_EQ(cells, (words{"3", "2", "", "1"}));
  EXPECT_TRUE(found.empty());
  EXPECT_FALSE(read_as({{"noms"}, {"b"}, {"none"}}));
  EXPECT_EQ(load_tests::codes_of(found), (words{"missing-column", "missing-column"}));
  EXPECT_EQ(found.front().hint.en, "is it \"nom\"?");
}

TEST(Csv, EveryCodeIsShown) {
  // The first needs a user who may not read a file, and root may; the second is shown above.
  std::set<std::string> seen{code::unreadable_file, code::missing_column};
  const temporary_folder in;
  csv_limits tight;
  tight.record_bytes = 8;
  tight.columns = 3;
  tight.findings = 4;
  const auto note = [&](const reading& one) {
    for (const diagnostic& each : one.found) seen.insert(each.code);
  };
  note(read_file((in.path / "no.csv").string()));
  note(read_file(in.path.string()));
  for (const std::string& bad :
       {""s, "\n"s, "a,b,c,d\n"s, "\"a\n"s, "a,a\n1\n1,2,3\n\"1\n"s, "a\n123456789\nx\"\n\xE9\n"s,
        "\xFF\xFE\0\xD8\n"s, "a,b\n1"s, "a,b\n1\n1\n1\n1\n1\n"s, "a,b\n\0,\0\n"s})
    note(read(bad, tight));
  for (const char* one : code::all) EXPECT_EQ(seen.count(one), 1U) << "no test shows " << one;
}

TEST(Csv, AFileReadsAsItsText) {
  const temporary_folder in;
  std::string content = "a,b\n";
  for (int i = 0; i < 40000; ++i) content += std::to_string(i) + (i % 3 == 0 ? ",\"x\ny\"\r\n" : ",zé\n");
  write_text(in.path / "t.csv", content);
  const reading file = read_file((in.path / "t.csv").string());
  EXPECT_EQ(file.rows, read(content).rows);
  EXPECT_EQ(file.rows.size(), 40000U);
  EXPECT_TRUE(file.found.empty()) << all_of(file.found);
}

TEST(Csv, WhatIsWrittenReadsTheSame) {
  std::mt19937 random(7);
  const std::vector<std::string> parts{"a", "é", "\"", ",", ";", "\n", "\r", " ", "", "x y", "\"\""};
  const auto word = [&] {
    std::string all;
    for (auto i = random() % 5; i > 0; --i) all += parts[random() % parts.size()];
    return all;
  };
  for (const char separator : {',', ';', '\t', '|'}) {
    std::string content = std::string("a") + separator + "b" + separator + "c\n";
    std::vector<words> expected;
    for (int i = 0; i < 2000; ++i) {
      expected.push_back({word(), word(), word()});
      content += write_csv_row({expected.back().begin(), expected.back().end()}, separator);
    }
    std::vector<words> got;
    diagnostics found;
    read_csv_text(
        content, "t.csv", {}, [](const heading&) { return true; },
        [&](const row& one) { got.emplace_back(one.cells.begin(), one.cells.end()); }, found);
    EXPECT_EQ(got, expected);
    EXPECT_TRUE(found.empty()) << all_of(found);
  }
  EXPECT_EQ(write_csv_row({""}), "\"\"\n");
  EXPECT_EQ(write_csv_row({"a", "", "b,c"}), "a,,\"b,c\"\n");
}

/// Quotes around a cell change nothing: the two ways of splitting agree.
TEST(Csv, LinesWithAndWithoutQuotesSplitAlike) {
  std::mt19937 random(11);
  const std::string alphabet = "ab ,;|\t'\\=";
  for (int i = 0; i < 3000; ++i) {
    std::string line(random() % 12, ' ');
    for (char& c : line) c = alphabet[random() % alphabet.size()];
    const auto cells = [](const std::string& text) {
      return read("h1,h2,h3,h4,h5,h6,h7,h8,h9,h10,h11,h12,h13,h14\n" + text + ",,,,,,,,,,,,,,,\n").rows;
    };
    EXPECT_EQ(cells("q," + line), cells("\"q\"," + line)) << line;
  }
}

/// Any cut, and any byte changed, of a file: the counts add up and the records far from it are there.
TEST(Csv, MangledFilesLoseLittle) {
  std::mt19937 random(5);
  std::string content = "id;nom;note\n";
  for (int i = 0; i < 40; ++i)
    content += std::to_string(i) + (i % 2 == 0 ? ";\"École, n° 1\";\"a\nb\"\n" : ";\"Lieu \"\"x\"\"\";\n");
  const reading whole = read(content);
  ASSERT_EQ(whole.rows.size(), 40U);
  for (std::size_t cut = 0; cut <= content.size(); cut += 3) read(std::string_view(content).substr(0, cut));
  for (int i = 0; i < 2000; ++i) {
    std::string changed = content;
    const std::size_t at = 12 + random() % (content.size() - 12);
    if (i % 2 == 0)
      changed.erase(at, 1);
    else
      changed[at] = static_cast<char>(random());
    EXPECT_GE(read(changed).rows.size(), 36U) << at;
  }
}

TEST(Csv, AHostileFileCostsTimeInProportion) {
  std::string quotes = "a,b\n";
  while (quotes.size() < 1500000) quotes += "\"x\n";
  const reading each = read(quotes);
  EXPECT_EQ(each.all.refused, each.all.records);
  EXPECT_EQ(each.all.records, (quotes.size() - 4) / 3);
  EXPECT_LE(each.found.size(), 51U);
  const reading commas = read("a,b\n" + std::string(900000, ',') + "\n1,2\n");
  EXPECT_EQ(commas.rows, (words{"2: /", "3: 1/2"}));
  const reading line = read("a,b\n" + std::string(5000000, 'x') + "\n1,2\n");
  EXPECT_EQ(line.rows, words{"3: 1/2"});
  EXPECT_EQ(line.findings(), words{"2:record-too-long"});
}

/// A line that does not end takes no more memory than the limit and a piece of the file.
TEST(Csv, AHundredMegabytesInOneLineTakeNoMemory) {
  const auto peak = [] {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss;  // KiB
  };
  std::size_t left = 100000000;
  record_reader from(
      [&](char* to, std::size_t most) {
        const std::size_t taken = std::min(most, left);
        std::memset(to, left % 3 == 0 ? '"' : ',', taken);
        left -= taken;
        return taken;
      },
      csv_limits{}.record_bytes);
  from.separate_by(',');
  const auto before = peak();
  const record* const one = from.next(5);
  ASSERT_NE(one, nullptr);
  EXPECT_EQ(one->why, fault::too_long);
  EXPECT_EQ(from.next(5), nullptr);
  EXPECT_EQ(left, 0U);
  EXPECT_LT(peak() - before, 8192);
}

/// The seeds of the fuzzer, and whatever it finds.
TEST(Csv, TheCorpusOfTheFuzzerReads) {
  std::size_t files = 0;
  for (const auto& each :
       std::filesystem::directory_iterator(AIGUILLAGE_SOURCE_DIR "/tests/fuzz/corpus/csv_fuzz")) {
    SCOPED_TRACE(each.path().filename().string());
    const reading file = read_file(each.path().string());
    csv_limits small;
    small.record_bytes = 64;
    read(load_tests::read_text(each.path()), small);
    EXPECT_EQ(file.names.names.empty(), has_errors(file.found));
    ++files;
  }
  EXPECT_GE(files, 10U);
}

/// Producers' files whose counts are known (README of the shared data).
TEST(Csv, SharedFilesReadWhole) {
  const std::filesystem::path data = std::filesystem::path(AIGUILLAGE_SHARED_DIR) / "data";
  if (std::string(AIGUILLAGE_SHARED_DIR).empty() || !std::filesystem::is_directory(data))
    GTEST_SKIP() << "AIGUILLAGE_SHARED has no data";
  const std::map<std::string, std::size_t> files{{"france_services/liste-fs-20240801.csv", 2845},
                                                 {"actors/acteurs_france.csv", 82584},
                                                 {"mediation_numerique/lieux_dedup.csv", 14835},
                                                 {"communes/communes_2026.csv", 35014}};
  for (const auto& [file, rows] : files) {
    diagnostics found;
    const counts all =
        read_csv((data / file).string(), {}, [](const heading&) { return true; }, [](const row&) {}, found);
    EXPECT_EQ(all.records, rows) << file;
    EXPECT_EQ(all.refused, 0U) << file;
    EXPECT_TRUE(found.empty()) << all_of(found);
  }
}

}  // namespace
}  // namespace aiguillage::table
