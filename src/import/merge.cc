#include "import/merge.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>
#include <unordered_map>

#include "fold.h"
#include "import/cells.h"

namespace aiguillage::import {
namespace {

constexpr int same_siret_metres = 200;
constexpr int same_name_metres = 150;
constexpr int least_likeness = 80;
constexpr double cell_degrees = 0.0025;  // over 150 m both ways, anywhere in France

constexpr std::array little_words = {"de", "du", "des", "d",  "la",  "le", "les",
                                     "l",  "et", "a",   "au", "aux", "en", "sur"};

std::vector<std::string> words_of(const std::string& name) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : detail::folded(name) + " ") {
    if (c != ' ') {
      word += c;
      continue;
    }
    const bool little = std::find(little_words.begin(), little_words.end(), word) != little_words.end();
    if (word.size() > 3 && word.back() == 's') word.pop_back();
    if (!word.empty() && !little) words.push_back(word);
    word.clear();
  }
  std::sort(words.begin(), words.end());
  return words;
}

/// One record, and what it is compared by.
struct candidate {
  std::size_t index = 0;
  std::string type;
  std::string producer;
  std::string siret;
  std::optional<point> where;
};

struct pair_found {
  std::size_t a = 0;
  std::size_t b = 0;
  bool by_siret = false;
  int likeness = 0;
  int metres = -1;
};

using cells = std::unordered_map<std::int64_t, std::vector<std::size_t>>;

std::int64_t cell_of(double latitude, double longitude) {
  return static_cast<std::int64_t>(std::floor(latitude / cell_degrees)) * 1000000 +
         static_cast<std::int64_t>(std::floor(longitude / cell_degrees));
}

int metres_apart(const candidate& a, const candidate& b) {
  return a.where && b.where ? static_cast<int>(std::lround(metres_between(*a.where, *b.where))) : -1;
}

struct matcher {
  const std::vector<listing>& all;
  std::vector<candidate> records;
  std::set<std::pair<std::string, std::string>> apart;
  std::vector<pair_found> found;

  [[nodiscard]] std::string key(std::size_t index) const {
    const record_source& from = all[index].sources.front();
    return from.producer + "/" + from.id;
  }
  [[nodiscard]] bool may_be_one(const candidate& a, const candidate& b) const {
    if (a.type != b.type || a.producer == b.producer) return false;
    return apart.empty() ||
           (apart.count({key(a.index), key(b.index)}) == 0 && apart.count({key(b.index), key(a.index)}) == 0);
  }
  void compare(const candidate& a, const candidate& b) {
    if (!may_be_one(a, b)) return;
    const int metres = metres_apart(a, b);
    const bool by_siret = !a.siret.empty() && a.siret == b.siret && metres <= same_siret_metres;
    if (!by_siret && (metres < 0 || metres > same_name_metres)) return;
    const int alike = likeness(said(all[a.index], attribute::name), said(all[b.index], attribute::name));
    if (by_siret || alike >= least_likeness)
      found.push_back({std::min(a.index, b.index), std::max(a.index, b.index), by_siret, alike, metres});
  }
};

std::optional<point> point_of(const listing& from) {
  const std::string& latitude = said(from, attribute::latitude);
  const std::string& longitude = said(from, attribute::longitude);
  if (latitude.empty() || longitude.empty()) return std::nullopt;
  return point{degrees_of(latitude), degrees_of(longitude)};
}

void compare_neighbours(matcher& with) {
  cells grid;
  for (std::size_t i = 0; i < with.records.size(); ++i) {
    const candidate& one = with.records[i];
    if (!one.where) continue;
    for (const int up : {-1, 0, 1})
      for (const int right : {-1, 0, 1}) {
        const auto near =
            grid.find(cell_of(one.where->latitude, one.where->longitude) + up * 1000000 + right);
        if (near == grid.end()) continue;
        for (const std::size_t other : near->second) with.compare(with.records[other], one);
      }
    grid[cell_of(one.where->latitude, one.where->longitude)].push_back(i);
  }
}

/// Records without a point: by their SIRET alone, with everything that has it.
void compare_by_siret(matcher& with) {
  std::unordered_map<std::string, std::vector<std::size_t>> same;
  for (std::size_t i = 0; i < with.records.size(); ++i) {
    const candidate& one = with.records[i];
    if (one.siret.empty()) continue;
    for (const std::size_t other : same[one.siret])
      if (!one.where || !with.records[other].where) with.compare(with.records[other], one);
    same[one.siret].push_back(i);
  }
}

std::vector<pair_found> surest_first(std::vector<pair_found> found) {
  std::sort(found.begin(), found.end(), [](const pair_found& x, const pair_found& y) {
    return std::make_tuple(!x.by_siret, -x.likeness, x.metres, x.a, x.b) <
           std::make_tuple(!y.by_siret, -y.likeness, y.metres, y.a, y.b);
  });
  return found;
}

/// What both say once: the first record's stands, the other's is a remark.
void take_in(listing& kept, const listing& other) {
  const auto first = static_cast<std::uint16_t>(kept.sources.size());
  kept.sources.insert(kept.sources.end(), other.sources.begin(), other.sources.end());
  for (said_value one : other.says) {
    one.source = static_cast<std::uint16_t>(one.source + first);
    const std::string& before = said(kept, one.what);
    if (form_of(one.what).several || before.empty()) {
      kept.says.push_back(std::move(one));
    } else if (before != one.value) {
      one.value = std::string(form_of(one.what).name) + "=" + one.value;
      one.what = attribute::remark;
      kept.says.push_back(std::move(one));
    }
  }
}

bool more_recent(const listing& a, const listing& b) {
  return a.sources.front().vintage > b.sources.front().vintage;
}

}  // namespace

int likeness(const std::string& a, const std::string& b) {
  const std::vector<std::string> first = words_of(a);
  const std::vector<std::string> second = words_of(b);
  if (first.empty() || second.empty()) return 0;
  std::vector<std::string> both;
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(both));
  return static_cast<int>(200 * both.size() / (first.size() + second.size()));
}

void merge(std::vector<listing>& all, std::vector<std::size_t>& owner, const import_options& options,
           import_report& report) {
  matcher with{all, {}, {options.apart.begin(), options.apart.end()}, {}};
  with.records.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    with.records.push_back({i, said(all[i], attribute::type), all[i].sources.front().producer,
                            said(all[i], attribute::siret), point_of(all[i])});
  compare_neighbours(with);
  compare_by_siret(with);
  std::vector<bool> used(all.size(), false);
  std::vector<bool> gone(all.size(), false);
  for (const pair_found& one : surest_first(std::move(with.found))) {
    if (used[one.a] || used[one.b]) continue;
    used[one.a] = used[one.b] = true;
    const bool later = more_recent(all[one.b], all[one.a]);
    const std::size_t kept = later ? one.b : one.a;
    const std::size_t other = later ? one.a : one.b;
    report.merged.push_back({with.key(kept), with.key(other), one.by_siret ? "same-siret" : "same-name",
                             one.metres, one.likeness});
    take_in(all[kept], all[other]);
    gone[other] = true;
    ++report.files[owner[other]].merged;
  }
  std::size_t next = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (gone[i]) continue;
    if (next != i) all[next] = std::move(all[i]);
    owner[next++] = owner[i];
  }
  all.resize(next);
  owner.resize(next);
}

}  // namespace aiguillage::import
