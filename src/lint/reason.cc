#include "lint/reason.h"

#include <algorithm>

#include "lint/partition.h"

namespace aiguillage::lint {
namespace {

truths bit(tri one) { return static_cast<truths>(1U << static_cast<unsigned>(one)); }

bool settled(truths set) { return set == is_no || set == is_unknown || set == is_yes; }

/// Every value that a minimum (maximum) of one value of each set may take.
truths folded(truths a, truths b, bool minimum) {
  truths result = 0;
  for (const tri one : {tri::no, tri::unknown, tri::yes})
    for (const tri other : {tri::no, tri::unknown, tri::yes})
      if ((a & bit(one)) != 0 && (b & bit(other)) != 0)
        result |= bit(minimum ? std::min(one, other) : std::max(one, other));
  return result;
}

/// Chooses a class of one variable after the other, as long as the demands can still be met.
struct search {
  const pack& rules;
  const std::vector<demand>& all;
  const partition& parts;
  int steps;
  std::vector<const std::vector<tri>*> chosen;  // by variable: its class, or none

  [[nodiscard]] truths of_atom(condition_id which) const {
    const auto [v, place] = parts.atoms.at(which);
    const variable& looked_at = parts.variables[v];
    if (chosen[v] != nullptr) return bit((*chosen[v])[place]);
    truths result = 0;
    for (const std::vector<tri>& one : looked_at.classes) result |= bit(one[place]);
    return result;
  }

  /// The values that a condition may still take; a few more when a variable comes twice.
  [[nodiscard]] truths of(condition_id which) const {
    if (!which.known()) return is_yes;
    const condition& node = rules.conditions[which];
    switch (node.kind) {
      case condition_kind::always: return is_yes;
      case condition_kind::unless: {
        const truths child = of(node.children.front());
        return static_cast<truths>(((child & not_yes) != 0 ? is_yes : 0) |
                                   ((child & is_yes) != 0 ? is_no : 0));
      }
      case condition_kind::all:
      case condition_kind::any: {
        const bool minimum = node.kind == condition_kind::all;
        truths result = minimum ? is_yes : is_no;
        for (const condition_id child : node.children) result = folded(result, of(child), minimum);
        return result;
      }
      default: return of_atom(which);
    }
  }

  /// A variable that is still free under a condition whose value is open; -1 when there is none.
  [[nodiscard]] int open_variable(condition_id which) const {
    if (!which.known() || settled(of(which))) return -1;
    const auto atom = parts.atoms.find(which);
    if (atom != parts.atoms.end()) return static_cast<int>(atom->second.first);
    for (const condition_id child : rules.conditions[which].children)
      if (const int found = open_variable(child); found >= 0) return found;
    return -1;
  }

  answer run() {
    if (--steps < 0) return answer::too_large;
    int next = -1;
    for (const demand& one : all) {
      const truths now = of(one.which);
      if ((now & one.wanted) == 0) return answer::no;
      if (next < 0 && (now & ~one.wanted) != 0) next = open_variable(one.which);
    }
    if (next < 0) return answer::yes;
    const auto v = static_cast<std::size_t>(next);
    answer result = answer::no;
    for (const std::vector<tri>& one : parts.variables[v].classes) {
      chosen[v] = &one;
      result = run();
      if (result != answer::no) break;
    }
    chosen[v] = nullptr;
    return result;
  }
};

answer reversed(answer one) {
  if (one == answer::too_large) return one;
  return one == answer::yes ? answer::no : answer::yes;
}

}  // namespace

answer satisfiable(const pack& rules, const surroundings& around, const std::vector<demand>& all, int steps) {
  const auto parts = partition_of(rules, around, all);
  if (!parts) return answer::too_large;
  return search{rules, all, *parts, steps, std::vector<const std::vector<tri>*>(parts->variables.size())}
      .run();
}

answer never_truer(const pack& rules, const surroundings& around, condition_id strong, condition_id weak) {
  for (const auto& [above, below] : {std::pair{is_yes, not_yes}, std::pair{is_unknown, is_no}}) {
    const answer truer = satisfiable(rules, around, {{strong, above}, {weak, below}});
    if (truer != answer::no) return reversed(truer);
  }
  return answer::yes;
}

answer implies(const pack& rules, const surroundings& around, condition_id strong,
               const std::vector<condition_id>& weak) {
  std::vector<demand> all{{strong, is_yes}};
  for (const condition_id one : weak) all.push_back({one, not_yes});
  return reversed(satisfiable(rules, around, all));
}

}  // namespace aiguillage::lint
