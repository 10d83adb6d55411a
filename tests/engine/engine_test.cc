#include "aiguillage/engine.h"

#include <chrono>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "aiguillage/snapshot.h"
#include "france.h"

namespace aiguillage {
namespace {

using nlohmann::json;

const std::string root = AIGUILLAGE_SOURCE_DIR;

std::vector<file_set> folders(const std::vector<std::string>& paths) {
  diagnostics found;
  std::vector<file_set> read;
  for (const std::string& one : paths) read.push_back(read_file_set(root + "/" + one, found));
  EXPECT_TRUE(found.empty());
  return read;
}

const engine& shared_engine() {
  static const std::shared_ptr<const engine> one = [] {
    diagnostics found;
    auto made = make_engine(folders({"examples/territories/rennes", "rules/france"}), found);
    EXPECT_TRUE(found.empty());
    return made;
  }();
  return *one;
}

json parsed(const engine_answer& got) { return json::parse(got.json); }

/// A request that is refused: its only finding, for what, and where.
struct refusal {
  answer_status status;
  std::string code;
  int line;
};
bool operator==(const refusal& a, const refusal& b) {
  return a.status == b.status && a.code == b.code && a.line == b.line;
}
std::ostream& operator<<(std::ostream& to, const refusal& one) {
  return to << status_words(one.status, language::en) << " [" << one.code << "] line " << one.line;
}

refusal refused(std::string_view verb, std::string_view request) {
  const engine_answer got = answer(shared_engine(), verb, request);
  const json all = parsed(got);
  if (!all.contains("findings") || all["findings"].size() != 1) return {got.status, got.json, 0};
  EXPECT_EQ(all["findings"][0]["file"], "request");
  return {got.status, all["findings"][0]["code"], all["findings"][0]["line"]};
}

TEST(Engine, GivesUpOnceItsTimeIsOver) {
  using clock = std::chrono::steady_clock;
  const std::string person = "situation: {request: account_locked, request_right: rsa}\n";
  const std::vector<std::pair<const char*, std::string>> asked = {
      {"qualify", person}, {"route", person + "options: {plans: 9}\n"}, {"ask", person}, {"about", ""}};
  for (const auto& [verb, request] : asked) {
    EXPECT_FALSE(answer_until(shared_engine(), verb, request, clock::now())) << verb;
    const auto whole = answer_until(shared_engine(), verb, request, clock::now() + std::chrono::hours(1));
    ASSERT_TRUE(whole) << verb;
    EXPECT_EQ(whole->json, answer(shared_engine(), verb, request).json) << verb;
  }
}

TEST(engine, takes_packs_and_territories_in_any_order) {
  EXPECT_EQ(shared_engine().rules.hash, france().hash);
  ASSERT_EQ(shared_engine().territories.size(), 1U);
  const json about = parsed(answer(shared_engine(), "about", ""));
  EXPECT_EQ(about["version"], library_version);
  EXPECT_EQ(about["territories"][0]["id"], "rennes");
  EXPECT_EQ(about["verbs"][1]["name"], "route");
}

TEST(engine, refuses_what_is_neither_and_what_comes_twice) {
  diagnostics found;
  EXPECT_FALSE(make_engine({}, found));
  EXPECT_FALSE(make_engine(folders({"examples/territories/rennes"}), found));
  found.clear();
  EXPECT_FALSE(make_engine(folders({"rules/france", "tests/cases"}), found));
  EXPECT_EQ(found.front().code, "missing-part");
  found.clear();
  EXPECT_FALSE(make_engine(
      folders({"rules/france", "examples/territories/rennes", "examples/territories/rennes"}), found));
  EXPECT_EQ(found.front().code, "duplicate-id");
}

TEST(engine, takes_a_snapshot_for_a_territory) {
  diagnostics found;
  const engine_territory& land = shared_engine().territories.front();
  std::vector<file_set> made_of = folders({"rules/france"});
  made_of.push_back(
      {"rennes", true, {{snapshot_file, make_snapshot(land.all, shared_engine().rules), true}}});
  const auto other = make_engine(made_of, found);
  ASSERT_TRUE(other);
  for (const char* options :
       {"territory: rennes, plans: 2", "territory: rennes, plans: 1, why_not: [ccas]"}) {
    const std::string request =
        "situation: {request: account_locked}\nhome: \"35238\"\noptions: {" + std::string(options) + "}\n";
    EXPECT_EQ(answer(*other, "route", request).json, answer(shared_engine(), "route", request).json);
  }
  made_of.back().files.front().bytes[100] ^= 1;
  EXPECT_FALSE(make_engine(made_of, found));
}

TEST(engine, refuses_wrong_calls) {
  using status = answer_status;
  EXPECT_EQ(refused("rout", "{}"), (refusal{status::wrong_call, "unknown-verb", 0}));
  EXPECT_EQ(refused("", "{}"), (refusal{status::wrong_call, "unknown-verb", 0}));
  EXPECT_EQ(refused("route", "situation: {}\noptions:\n  plan: 2\n"),
            (refusal{status::wrong_call, "unknown-key", 3}));
  EXPECT_EQ(refused("route", "situation: {}\noptions: {plans: two}\n"),
            (refusal{status::wrong_call, "bad-number", 2}));
  EXPECT_EQ(refused("route", "situation: {}\noptions: {lang: de}\n").status, status::wrong_call);
  EXPECT_EQ(refused("route", "situation: {}\noptions: {plans: 10}\n").code, "out-of-range");
  EXPECT_EQ(refused("route", "situation: {}\noptions: {plans: 99999999999999999999}\n").status,
            status::wrong_call);
  EXPECT_EQ(refused("route", "situation: {}\n\noptions: {territory: paris}\n"),
            (refusal{status::wrong_call, "unknown-name", 3}));
  EXPECT_EQ(refused("route", "situation: {}\noptions:\n  why_not:\n    - pimms\n    - pims\n"),
            (refusal{status::wrong_call, "unknown-name", 5}));
  EXPECT_EQ(refused("qualify", "situation: {}\noptions: {why: isolatoin}\n"),
            (refusal{status::wrong_call, "unknown-name", 2}));
  EXPECT_EQ(refused("ask", "situation: {}\noptions: {passed: [nothing]}\n"),
            (refusal{status::wrong_call, "unknown-fact", 2}));
  EXPECT_EQ(refused("schema", "options: {name: nede}\n"), (refusal{status::wrong_call, "unknown-name", 1}));
  EXPECT_EQ(refused("about", "situation: {}\n"), (refusal{status::wrong_call, "unknown-key", 1}));
}

TEST(engine, refuses_what_it_cannot_read) {
  using status = answer_status;
  EXPECT_EQ(refused("route", ""), (refusal{status::invalid_input, "missing-key", 1}));
  EXPECT_EQ(refused("route", "[]").status, status::invalid_input);
  EXPECT_EQ(refused("route", "situation: {}\noptions: []\n").status, status::invalid_input);
  EXPECT_EQ(refused("route", "situation: {request: nothing}\n"),
            (refusal{status::invalid_input, "unknown-value", 1}));
  EXPECT_EQ(refused("route", "{\"situation\": {\"request\": \"account_locked\"}").status,
            status::invalid_input);
  EXPECT_EQ(refused("route", "situation: {}\noptions: {after: [{day: 0, what: eaten}]}\n").status,
            status::invalid_input);
  EXPECT_EQ(refused("qualify", std::string("situation: {}\0", 14)).status, status::invalid_input);
}

TEST(engine, takes_json_as_it_takes_yaml) {
  const std::string yaml =
      "situation: {request: account_locked, right_interrupted: true}\ndate: 2026-11-24\nhome: "
      "\"35238\"\noptions: {territory: rennes}\n";
  const std::string same =
      R"({"situation": {"request": "account_locked", "right_interrupted": true}, "date": "2026-11-24", "home": "35238", "options": {"territory": "rennes"}})";
  const engine_answer got = answer(shared_engine(), "route", yaml);
  ASSERT_LE(got.status, answer_status::findings) << got.json;
  EXPECT_EQ(got.json, answer(shared_engine(), "route", same).json);
}

TEST(engine, adds_the_page_and_the_graph_when_asked) {
  const std::string person = "situation: {request: account_locked}\n";
  const json plain = parsed(answer(shared_engine(), "route", person));
  json more = parsed(answer(shared_engine(), "route", person + "options: {html: true, dot: true}\n"));
  EXPECT_EQ(more["html"].get<std::string>().rfind("<!DOCTYPE html", 0), 0U);
  EXPECT_EQ(more["dot"].get<std::string>().rfind("digraph", 0), 0U);
  more.erase("html");
  more.erase("dot");
  EXPECT_EQ(more, plain);
}

TEST(engine, checks_situations_and_events) {
  EXPECT_EQ(answer(shared_engine(), "check", "situation: {}\n").status, answer_status::done);
  EXPECT_EQ(answer(shared_engine(), "check", "events: [{day: 0, what: done}]\n").status, answer_status::done);
  EXPECT_EQ(refused("check", "situation: {asked_att: ccas}\n"),
            (refusal{answer_status::invalid_input, "unknown-fact", 1}));
}

/// Every answer that a host may give to the first fact of a question, as YAML.
std::string first_answer(const json& fact) {
  if (fact["type"] == "boolean") return "true";
  if (fact["type"] == "integer" || fact["type"] == "number") return "1";
  if (fact["type"] == "code") return "\"ar\"";
  const std::string value = fact["values"][0]["id"];
  return fact["type"] == "set" ? "[" + value + "]" : value;
}

TEST(engine, asks_until_nothing_can_change) {
  std::string facts = "  request: renew_identity_title\n  request_right: passport\n  other_worries: false\n";
  std::string passed;
  std::set<std::string> seen;
  int asked = 0;
  for (; asked < 40; ++asked) {
    const engine_answer got =
        answer(shared_engine(), "ask", "situation:\n" + facts + "options: {passed: [" + passed + "]}\n");
    ASSERT_EQ(got.status, answer_status::done) << got.json;
    const json all = parsed(got);
    if (all["question"].is_null()) break;
    for (const json& fact : all["question"]["answers"]) {
      const std::string id = fact["fact"];
      EXPECT_TRUE(seen.insert(id).second) << id << " is asked again";
      if (asked % 3 == 2)
        passed += (passed.empty() ? "" : ", ") + id;
      else
        facts += "  " + id + ": " + first_answer(fact) + "\n";
    }
  }
  EXPECT_GT(asked, 2);
  EXPECT_LT(asked, 40);
}

TEST(engine, every_status_has_words) {
  for (int i = 0; i <= static_cast<int>(answer_status::internal); ++i)
    for (const language one : {language::fr, language::en})
      EXPECT_GT(std::string(status_words(static_cast<answer_status>(i), one)).size(), 3U);
}

}  // namespace
}  // namespace aiguillage
