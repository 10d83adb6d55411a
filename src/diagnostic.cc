#include "aiguillage/diagnostic.h"

#include <algorithm>
#include <tuple>

namespace aiguillage {
namespace {

text level_name(severity level) {
  switch (level) {
    case severity::error: return {"erreur", "error"};
    case severity::warning: return {"attention", "warning"};
    case severity::note: break;
  }
  return {"note", "note"};
}

/// Insertions, deletions, replacements and swaps of two neighbours each cost one.
std::size_t edit_distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> before, previous(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({replaced, previous[j] + 1, current[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) current[j] = std::min(current[j], before[j - 2] + 1);
    }
    before = previous;
    previous.swap(current);
  }
  return previous[b.size()];
}

}  // namespace

bool has_errors(const diagnostics& all) {
  return std::any_of(all.begin(), all.end(),
                     [](const diagnostic& one) { return one.level == severity::error; });
}

void sort_by_place(diagnostics& all) {
  std::sort(all.begin(), all.end(), [](const diagnostic& a, const diagnostic& b) {
    return std::tie(a.file, a.line, a.column, a.code, a.message.fr) <
           std::tie(b.file, b.line, b.column, b.code, b.message.fr);
  });
}

std::string to_string(const diagnostic& one, language wanted) {
  std::string out = one.file;
  if (one.line > 0) out += ":" + std::to_string(one.line);
  if (one.line > 0 && one.column > 0) out += ":" + std::to_string(one.column);
  if (!out.empty()) out += ": ";
  out += level_name(one.level).in(wanted) + ": " + one.message.in(wanted) + " [" + one.code + "]";
  const std::string& hint = one.hint.in(wanted);
  return hint.empty() ? out : out + "\n  " + hint;
}

std::string nearest_name(const std::string& word, const std::vector<std::string>& known) {
  std::size_t best_distance = word.size() / 3 + 1;
  std::string best;
  for (const std::string& name : known) {
    const std::size_t gap = name.size() > word.size() ? name.size() - word.size() : word.size() - name.size();
    if (gap >= best_distance) continue;
    const std::size_t distance = edit_distance(word, name);
    if (distance >= best_distance) continue;
    best_distance = distance;
    best = name;
  }
  return best;
}

}  // namespace aiguillage
