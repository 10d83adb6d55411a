#include "batch/graph.h"

#include <algorithm>

namespace aiguillage::batch {

literal input_row(graph& all, cell_bit which) {
  const auto [place, fresh] = all.inputs.try_emplace({which.fact.value, which.bit}, no_one);
  if (fresh) {
    place->second = static_cast<literal>(all.gates.size() << 1U);
    all.gates.push_back({{}, which});
  }
  return place->second;
}

literal all_of(graph& all, std::vector<literal> parts) {
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  if (!parts.empty() && parts.front() == no_one) return no_one;
  if (!parts.empty() && parts.front() == everyone) parts.erase(parts.begin());
  for (std::size_t i = 1; i < parts.size(); ++i)
    if (parts[i] == inverse(parts[i - 1])) return no_one;
  if (parts.empty()) return everyone;
  if (parts.size() == 1) return parts.front();
  const auto [place, fresh] = all.built.try_emplace(parts, no_one);
  if (fresh) {
    place->second = static_cast<literal>(all.gates.size() << 1U);
    all.gates.push_back({std::move(parts), {}});
  }
  return place->second;
}

literal any_of(graph& all, std::vector<literal> parts) {
  for (literal& one : parts) one = inverse(one);
  return inverse(all_of(all, std::move(parts)));
}

literal choose(graph& all, literal by, literal then, literal otherwise) {
  if (then == otherwise) return then;
  if (then == no_one || then == everyone)
    return then == everyone ? any_of(all, {by, otherwise}) : all_of(all, {inverse(by), otherwise});
  if (otherwise == no_one || otherwise == everyone)
    return otherwise == no_one ? all_of(all, {by, then}) : any_of(all, {inverse(by), then});
  return any_of(all, {all_of(all, {by, then}), all_of(all, {inverse(by), otherwise})});
}

}  // namespace aiguillage::batch
