#include <algorithm>

#include "batch/program.h"

namespace aiguillage::batch {
namespace {

enum class operation : std::uint8_t { load, all, any };

/// A gate, inverted or not, and how it joins what is already there.
struct use {
  operation how = operation::load;
  literal with = no_one;
};

/// One gate computed in the accumulator from rows, then stored.
struct plan_of_gate {
  std::size_t gate = 0;
  std::vector<use> uses;
};

struct emission {
  const graph& from;
  std::vector<int> used;  // by gate
  std::vector<bool> done;
  std::vector<plan_of_gate> plans;
};

void count_uses(emission& work, literal which) {
  const std::size_t gate = gate_of(which);
  if (work.used[gate]++ > 0) return;
  for (const literal part : work.from.gates[gate].of) count_uses(work, part);
}

// A gate that only one other needs has no row: it is computed on the way.
bool passing(const emission& work, literal which) {
  const std::size_t gate = gate_of(which);
  return work.used[gate] == 1 && !work.from.gates[gate].of.empty();
}

// `and` with the literal or, flipped, `or` with its inverse.
void add_part(const emission& work, literal part, bool flipped, std::vector<use>& uses) {
  if (passing(work, part) && !inverted(part)) {
    for (const literal one : work.from.gates[gate_of(part)].of) add_part(work, one, flipped, uses);
    return;
  }
  uses.push_back(flipped ? use{operation::any, inverse(part)} : use{operation::all, part});
}

// The gate, or its inverse, into the accumulator.
void plan(const emission& work, std::size_t gate, bool flipped, std::vector<use>& uses) {
  const std::vector<literal>& parts = work.from.gates[gate].of;
  auto head = std::find_if(parts.begin(), parts.end(),
                           [&](literal one) { return passing(work, one) && inverted(one); });
  if (head == parts.end())
    head = std::find_if(parts.begin(), parts.end(), [&](literal one) { return passing(work, one); });
  if (head == parts.end()) head = parts.begin();
  if (passing(work, *head))
    plan(work, gate_of(*head), flipped != inverted(*head), uses);
  else
    uses.push_back({operation::load, flipped ? inverse(*head) : *head});
  for (auto part = parts.begin(); part != parts.end(); ++part)
    if (part != head) add_part(work, *part, flipped, uses);
}

void emit_gate(emission& work, std::size_t gate) {
  if (work.done[gate] || work.from.gates[gate].of.empty()) return;
  work.done[gate] = true;
  plan_of_gate one{gate, {}};
  plan(work, gate, false, one.uses);
  for (const use& each : one.uses) emit_gate(work, gate_of(each.with));
  work.plans.push_back(std::move(one));
}

std::vector<literal> answers_of(const outcomes& wanted) {
  std::vector<literal> all(wanted.certain.begin(), wanted.certain.end());
  all.insert(all.end(), wanted.possible.begin(), wanted.possible.end());
  for (const auto& one : wanted.urgency) all.push_back(one.second);
  return all;
}

/// Rows of gates: those read from cells and those of answers stay, the others are used again.
struct rows_of_gates {
  std::vector<std::size_t> row;
  std::vector<std::size_t> last_plan;  // after which the row is free
  std::vector<std::size_t> free;
};

constexpr std::size_t kept = static_cast<std::size_t>(-1);

rows_of_gates lives_of_rows(const emission& work, const std::vector<literal>& answers) {
  rows_of_gates rows{std::vector<std::size_t>(work.from.gates.size(), 0),
                     std::vector<std::size_t>(work.from.gates.size(), 0),
                     {}};
  for (std::size_t i = 0; i < work.plans.size(); ++i)
    for (const use& each : work.plans[i].uses) rows.last_plan[gate_of(each.with)] = i;
  for (std::size_t gate = 0; gate < work.from.gates.size(); ++gate)
    if (work.from.gates[gate].of.empty()) rows.last_plan[gate] = kept;
  for (const literal one : answers) rows.last_plan[gate_of(one)] = kept;
  return rows;
}

void add_readers(const emission& work, const cell_codes& codes, rows_of_gates& rows, batch_program& to) {
  for (const auto& [bit, which] : work.from.inputs) {
    if (work.used[gate_of(which)] == 0) continue;
    const fact_id fact = work.from.gates[gate_of(which)].input.fact;
    if (to.readers.empty() || to.readers.back().fact != fact) to.readers.push_back({fact, codes[fact], {}});
    rows.row[gate_of(which)] = to.rows;
    to.readers.back().rows.emplace_back(bit.second, to.rows++);
  }
}

step make_step(std::size_t row, bool turn, bool flip) {
  return {static_cast<std::uint32_t>(row << 2U | (turn ? 2U : 0U) | (flip ? 1U : 0U))};
}

// The accumulator is held inverted after an `or`.
void add_fold(const plan_of_gate& one, const rows_of_gates& rows, std::size_t to_row, batch_program& to) {
  bool held = false;
  for (const use& each : one.uses) {
    const bool any = each.how == operation::any;
    to.steps.push_back(make_step(rows.row[gate_of(each.with)], held != any, inverted(each.with) != any));
    held = any;
  }
  to.folds.push_back({static_cast<std::uint32_t>(one.uses.size()), make_step(to_row, false, held)});
}

void add_steps(const emission& work, rows_of_gates& rows, batch_program& to) {
  for (std::size_t i = 0; i < work.plans.size(); ++i) {
    const plan_of_gate& one = work.plans[i];
    for (const use& each : one.uses) {
      const std::size_t gate = gate_of(each.with);
      if (rows.last_plan[gate] != i) continue;
      rows.free.push_back(rows.row[gate]);
      rows.last_plan[gate] = kept;
    }
    if (rows.free.empty()) rows.free.push_back(to.rows++);
    rows.row[one.gate] = rows.free.back();
    rows.free.pop_back();
    add_fold(one, rows, rows.row[one.gate], to);
  }
}

}  // namespace

batch_program emit(const graph& from, const cell_codes& codes, const outcomes& wanted) {
  emission work{
      from, std::vector<int>(from.gates.size(), 0), std::vector<bool>(from.gates.size(), false), {}};
  const std::vector<literal> answers = answers_of(wanted);
  for (const literal one : answers) {
    count_uses(work, one);
    ++work.used[gate_of(one)];
  }
  for (const literal one : answers) emit_gate(work, gate_of(one));
  batch_program result;
  rows_of_gates rows = lives_of_rows(work, answers);
  add_readers(work, codes, rows, result);
  add_steps(work, rows, result);
  const auto at = [&](literal one) { return answer_row{rows.row[gate_of(one)], inverted(one)}; };
  for (const literal one : wanted.certain) result.certain.add(at(one));
  for (const literal one : wanted.possible) result.possible.add(at(one));
  for (const auto& [level, one] : wanted.urgency) result.urgency.emplace_back(level, at(one));
  return result;
}

}  // namespace aiguillage::batch
