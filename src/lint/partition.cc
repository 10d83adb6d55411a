#include "lint/partition.h"

#include "aiguillage/situation.h"

namespace aiguillage::lint {
namespace {

constexpr std::size_t most_classes = 1024;
constexpr std::int64_t largest_number = 1000000000000;  // thousandths

/// What the atoms of one variable say in one context, evaluated as the engine does.
struct bench {
  const pack& rules;
  situation person;
  condition_context context;

  bench(const pack& of, actor_type_id acting) : rules(of) {
    person.facts = id_vector<fact_id, fact_value>(of.facts.size());
    context.rules = &rules;
    context.person = &person;
    context.acting = acting;
  }
  bench(const bench&) = delete;
  bench& operator=(const bench&) = delete;
  ~bench() = default;

  [[nodiscard]] std::vector<tri> said(const variable& of) const {
    std::vector<tri> result;
    result.reserve(of.atoms.size());
    for (const condition_id atom : of.atoms) result.push_back(evaluate(atom, context));
    return result;
  }
};

/// Every set, told apart by what the atoms say: closing the empty set under "one more element" is enough, since
/// every atom asks whether the set meets another.
template <class Put>
void add_sets(variable& to, const bench& with, std::size_t elements, const Put& put) {
  std::vector<value_set> open{value_set{}};
  put(open.front());
  to.classes.insert(with.said(to));
  while (!open.empty() && to.classes.size() <= most_classes) {
    const value_set from = open.back();
    open.pop_back();
    for (std::size_t i = 0; i < elements; ++i) {
      value_set more = from;
      more.set(i);
      put(more);
      if (to.classes.insert(with.said(to)).second) open.push_back(more);
    }
  }
}

/// Every number of the fact that stands next to a bound, on both sides.
std::set<std::int64_t> telling_numbers(const pack& rules, const variable& of, fact_kind kind) {
  const std::int64_t step = kind == fact_kind::integer ? 1000 : 1;
  std::set<std::int64_t> all{0, largest_number};
  for (const condition_id atom : of.atoms)
    for (const std::int64_t bound : {rules.conditions[atom].low, rules.conditions[atom].high}) {
      if (bound < 0 || bound > largest_number) continue;
      const std::int64_t below = bound / step * step;
      for (const std::int64_t one : {below - step, below, below + step})
        if (one >= 0 && one <= largest_number) all.insert(one);
    }
  return all;
}

void add_fact(variable& to, bench& with, fact_id which) {
  const fact& of = with.rules.facts[which];
  fact_value& now = with.person.facts[which];
  to.classes.insert(with.said(to));
  now.known = true;
  if (of.kind == fact_kind::set_of) {
    add_sets(to, with, of.values.size(), [&](const value_set& values) { now.values = values; });
  } else if (of.kind == fact_kind::integer || of.kind == fact_kind::number) {
    for (const std::int64_t one : telling_numbers(with.rules, to, of.kind)) {
      now.thousandths = one;
      to.classes.insert(with.said(to));
    }
  } else {
    for (std::size_t i = 0; i < of.values.size(); ++i) {
      now.values.reset();
      now.values.set(i);
      to.classes.insert(with.said(to));
    }
  }
}

void add_needs(variable& to, bench& with, const value_set& possible) {
  std::vector<std::size_t> needs;
  for (std::size_t i = 0; i < with.rules.needs.size(); ++i)
    if (possible.test(i)) needs.push_back(i);
  add_sets(to, with, needs.size(), [&](const value_set& chosen) {
    with.context.certain_needs.reset();
    with.context.certain_dimensions.reset();
    for (std::size_t i = 0; i < needs.size(); ++i) {
      if (!chosen.test(i)) continue;
      with.context.certain_needs.set(needs[i]);
      with.context.certain_dimensions.set(
          static_cast<std::size_t>(with.rules.needs[need_type_id(needs[i])].lane));
    }
  });
}

/// What a condition looks at; the first three stand for what is not a fact.
enum class looks_at : std::uint16_t { procedure, urgency, needs, facts };

std::size_t key_of(const condition& node) {
  switch (node.kind) {
    case condition_kind::right:
    case condition_kind::decided_by: return static_cast<std::size_t>(looks_at::procedure);
    case condition_kind::urgency: return static_cast<std::size_t>(looks_at::urgency);
    case condition_kind::need:
    case condition_kind::dimension: return static_cast<std::size_t>(looks_at::needs);
    default: return static_cast<std::size_t>(looks_at::facts) + node.fact.index();
  }
}

void fill(variable& to, std::size_t key, const pack& rules, const surroundings& around) {
  bench with(rules, around.acting);
  if (key >= static_cast<std::size_t>(looks_at::facts)) {
    add_fact(to, with, fact_id(key - static_cast<std::size_t>(looks_at::facts)));
    return;
  }
  switch (static_cast<looks_at>(key)) {
    case looks_at::procedure:
      for (const procedure& one : around.procedures) {
        with.context.right = one.right;
        with.context.decided_by = one.decided_by;
        to.classes.insert(with.said(to));
      }
      break;
    case looks_at::urgency:
      for (const urgency_id one : around.urgencies) {
        with.context.urgency = one;
        to.classes.insert(with.said(to));
      }
      break;
    default: add_needs(to, with, around.needs);
  }
}

void collect(const pack& rules, condition_id which, std::map<std::size_t, std::set<condition_id>>& atoms) {
  if (!which.known()) return;
  const condition& node = rules.conditions[which];
  if (node.kind == condition_kind::always) return;
  if (node.children.empty() && node.kind != condition_kind::all && node.kind != condition_kind::any)
    atoms[key_of(node)].insert(which);
  for (const condition_id child : node.children) collect(rules, child, atoms);
}

}  // namespace

std::optional<partition> partition_of(const pack& rules, const surroundings& around,
                                      const std::vector<demand>& roots) {
  std::map<std::size_t, std::set<condition_id>> atoms;
  for (const demand& one : roots) collect(rules, one.which, atoms);
  partition result;
  for (const auto& [key, looking] : atoms) {
    variable fresh;
    fresh.atoms.assign(looking.begin(), looking.end());
    fill(fresh, key, rules, around);
    if (fresh.classes.size() > most_classes) return std::nullopt;
    for (std::size_t i = 0; i < fresh.atoms.size(); ++i)
      result.atoms[fresh.atoms[i]] = {result.variables.size(), i};
    result.variables.push_back(std::move(fresh));
  }
  return result;
}

}  // namespace aiguillage::lint
