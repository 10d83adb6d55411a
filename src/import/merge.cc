#include "import/merge.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "fold.h"
#include "import/cells.h"

namespace aiguillage::import {
namespace {

constexpr int same_siret_metres = 200;
constexpr int same_name_metres = 150;
constexpr int least_likeness = 80;
constexpr double cell_degrees = 0.0035;  // over 200 m both ways, anywhere in France
constexpr std::size_t crowd = 200;  // more at one spot, or of one SIRET, are not compared: the first ones are

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
  std::uint32_t type = 0;      // equal for equal words
  std::uint32_t producer = 0;  // the same, of its first record
  std::string_view siret;
  std::string_view commune;
  std::optional<point> where;
};

struct pair_found {
  std::size_t a = 0;
  std::size_t b = 0;
  bool by_siret = false;
  int likeness = 0;
  int metres = -1;
};

constexpr std::int64_t one_row = 1000000;  // from a cell to the one north of it

std::int64_t cell_of(double latitude, double longitude) {
  return static_cast<std::int64_t>(std::floor(latitude / cell_degrees)) * one_row +
         static_cast<std::int64_t>(std::floor(longitude / cell_degrees));
}

int metres_apart(const candidate& a, const candidate& b) {
  return a.where && b.where ? static_cast<int>(std::lround(metres_between(*a.where, *b.where))) : -1;
}

using pairs_apart = std::set<std::pair<std::string, std::string>>;

std::string key_of(const record_source& from) { return from.producer + "/" + from.id; }

/// A producer describes a place once: records of one producer are two places, however many are in each already.
bool may_be_one(const listing& a, const listing& b, const pairs_apart& apart) {
  for (const record_source& x : a.sources)
    for (const record_source& y : b.sources) {
      if (x.producer == y.producer) return false;
      if (apart.empty()) continue;
      const std::string first = key_of(x);
      const std::string second = key_of(y);
      if (apart.contains({first, second}) || apart.contains({second, first})) return false;
    }
  return true;
}

struct matcher {
  const std::vector<listing>& all;
  std::vector<candidate> records;
  pairs_apart apart;
  std::vector<pair_found> found;

  void compare(const candidate& a, const candidate& b) {
    if (a.type != b.type || a.producer == b.producer) return;
    if (!may_be_one(all[a.index], all[b.index], apart)) return;
    const int metres = metres_apart(a, b);
    const bool one_siret = !a.siret.empty() && a.siret == b.siret;
    const bool by_siret = one_siret && metres <= same_siret_metres && (metres >= 0 || a.commune == b.commune);
    if (!by_siret && (metres < 0 || metres > same_name_metres)) return;
    const int alike = likeness(said(all[a.index], attribute::name), said(all[b.index], attribute::name));
    if ((by_siret && metres >= 0) || alike >= least_likeness)
      found.push_back({std::min(a.index, b.index), std::max(a.index, b.index), by_siret, alike, metres});
  }
};

/// The records of one cell: a piece of the list of all that have a point.
struct spot {
  std::int64_t cell = 0;
  std::size_t from = 0;
  std::size_t to = 0;
};

struct grid {
  std::vector<std::size_t> records;  // by cell, then as they come
  std::vector<spot> spots;           // by cell
};

grid grid_of(const std::vector<candidate>& records) {
  std::vector<std::pair<std::int64_t, std::size_t>> placed;
  placed.reserve(records.size());
  for (std::size_t i = 0; i < records.size(); ++i)
    if (const auto& where = records[i].where)
      placed.emplace_back(cell_of(where->latitude, where->longitude), i);
  std::sort(placed.begin(), placed.end());
  grid made;
  made.records.reserve(placed.size());
  for (const auto& [cell, i] : placed) {
    if (made.spots.empty() || made.spots.back().cell != cell)
      made.spots.push_back({cell, made.records.size(), made.records.size()});
    made.records.push_back(i);
    ++made.spots.back().to;
  }
  return made;
}

/// Each record of a cell, with those before it of a cell nearby.
void compare_spots(matcher& with, const grid& in, const spot& near, const spot& here) {
  const std::size_t end = std::min(near.to, near.from + crowd);
  for (std::size_t i = here.from; i < here.to; ++i)
    for (std::size_t k = near.from; k < end && in.records[k] < in.records[i]; ++k)
      with.compare(with.records[in.records[k]], with.records[in.records[i]]);
}

void compare_neighbours(matcher& with) {
  const grid in = grid_of(with.records);
  for (const std::int64_t up : {-one_row, std::int64_t{0}, one_row}) {
    std::size_t first = 0;  // cells of a row follow each other
    for (const spot& here : in.spots) {
      while (first < in.spots.size() && in.spots[first].cell < here.cell + up - 1) ++first;
      for (std::size_t k = first; k < in.spots.size() && in.spots[k].cell <= here.cell + up + 1; ++k)
        compare_spots(with, in, in.spots[k], here);
    }
  }
}

/// Records without a point: by their SIRET alone, with everything that has it.
void compare_by_siret(matcher& with) {
  std::unordered_map<std::string_view, std::vector<std::size_t>> same;
  for (std::size_t i = 0; i < with.records.size(); ++i) {
    const candidate& one = with.records[i];
    if (one.siret.empty()) continue;
    std::vector<std::size_t>& others = same[one.siret];
    for (std::size_t k = 0; k < std::min(crowd, others.size()); ++k)
      if (!one.where || !with.records[others[k]].where) with.compare(with.records[others[k]], one);
    others.push_back(i);
  }
}

/// One number for each word, which stands elsewhere. Records that follow each other often have the same.
class numbered {
 public:
  std::uint32_t operator()(const std::string& word) {
    if (known_.empty() || word != last_->first)
      last_ = known_.emplace(word, static_cast<std::uint32_t>(known_.size())).first;
    return last_->second;
  }

 private:
  using numbers = std::unordered_map<std::string_view, std::uint32_t>;
  numbers known_;
  numbers::const_iterator last_;
};

std::vector<candidate> candidates_of(const std::vector<listing>& all) {
  numbered types;
  numbered producers;
  std::vector<candidate> made;
  made.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    made.push_back({i, types(said(all[i], attribute::type)), producers(all[i].sources.front().producer),
                    said(all[i], attribute::siret), said(all[i], attribute::commune), point_of(all[i])});
  return made;
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
  matcher with{all, candidates_of(all), {options.apart.begin(), options.apart.end()}, {}};
  compare_neighbours(with);
  compare_by_siret(with);
  std::vector<std::size_t> into(all.size());  // where each record is now
  for (std::size_t i = 0; i < all.size(); ++i) into[i] = i;
  const auto place_of = [&](std::size_t i) {
    while (into[i] != i) i = into[i];
    return i;
  };
  for (const pair_found& one : surest_first(std::move(with.found))) {
    const std::size_t first = place_of(one.a);
    const std::size_t second = place_of(one.b);
    if (first == second || !may_be_one(all[first], all[second], with.apart)) continue;
    const bool later = more_recent(all[second], all[first]);
    const std::size_t kept = later ? second : first;
    const std::size_t other = later ? first : second;
    report.merged.push_back({key_of(all[kept].sources.front()), key_of(all[other].sources.front()),
                             one.by_siret ? "same-siret" : "same-name", one.metres, one.likeness});
    take_in(all[kept], all[other]);
    into[other] = kept;
    ++report.files[owner[other]].merged;
  }
  std::size_t next = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (into[i] != i) continue;
    if (next != i) all[next] = std::move(all[i]);
    owner[next++] = owner[i];
  }
  all.resize(next);
  owner.resize(next);
}

}  // namespace aiguillage::import
