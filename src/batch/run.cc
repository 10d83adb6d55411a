#include <algorithm>

#include "aiguillage/batch.h"
#include "batch/bits.h"
#include "batch/program.h"

namespace aiguillage {
namespace batch {
namespace {

constexpr std::size_t block_people = 64 * block_words;

/// One bit for each person of a block.
struct alignas(64) block_row {
  std::array<std::uint64_t, block_words> words{};
};

struct run_state {
  const batch_program& program;
  const people& all;
  std::vector<block_row> rows;
  std::size_t first = 0;  // word
  std::size_t words = 0;
};

void classify(const cell_code& code, const std::int32_t* numbers, std::size_t count, std::uint8_t* classes) {
  if (code.narrow) {
    const std::int32_t least = code.cuts.front() - 1;
    const std::int32_t most = code.cuts.back();
    for (std::size_t i = 0; i < count; ++i)
      classes[i] = static_cast<std::uint8_t>(std::min(std::max(numbers[i], least), most) - least);
  } else {
    std::fill(classes, classes + count, std::uint8_t{0});
    for (const std::int32_t cut : code.cuts)
      for (std::size_t i = 0; i < count; ++i)
        classes[i] = static_cast<std::uint8_t>(classes[i] + (numbers[i] >= cut ? 1 : 0));
  }
  for (std::size_t i = 0; i < count; ++i)
    classes[i] = static_cast<std::uint8_t>(classes[i] | (numbers[i] == unknown_number ? unknown_index : 0));
}

// A value that the fact does not have is not known.
void keep_values(const cell_code& code, const std::uint8_t* indices, std::size_t count, std::uint8_t* cells) {
  const auto last = static_cast<std::uint8_t>(code.classes - 1);
  for (std::size_t i = 0; i < count; ++i) cells[i] = indices[i] > last ? unknown_index : indices[i];
}

void read_bytes(run_state& now, const cell_reader& from, const std::uint8_t* cells) {
  turned_bytes turned;  // NOLINT(*-member-init): what is read is written before
  turn(cells, now.words, turned);
  for (const auto& [bit, row] : from.rows) row_of_bit(turned, bit, now.words, now.rows[row].words.data());
}

// A fact without a column is known of nobody.
void read_nothing(run_state& now, const cell_reader& from) {
  for (const auto& [bit, row] : from.rows)
    now.rows[row].words.fill(from.code.kind != fact_kind::set_of && bit == unknown_bit ? ~std::uint64_t{0}
                                                                                       : 0);
}

void read_cells(run_state& now, const cell_reader& from) {
  const fact_column& column = now.all.facts[from.fact];
  std::array<std::uint8_t, block_people>
      cells;  // NOLINT(*-member-init): each cell that is read is written before
  if (!column.rows.empty()) {
    for (const auto& [bit, row] : from.rows)
      std::copy_n(column.rows[bit].data() + now.first, now.words, now.rows[row].words.data());
  } else if (!column.index.empty()) {
    keep_values(from.code, column.index.data() + now.first * 64, now.words * 64, cells.data());
    read_bytes(now, from, cells.data());
  } else if (!column.number.empty()) {
    classify(from.code, column.number.data() + now.first * 64, now.words * 64, cells.data());
    read_bytes(now, from, cells.data());
  } else if (now.first == 0) {
    read_nothing(now, from);
  }
}

// One cell for each place in the vector of its kind and none in the others, or no column at all.
bool fits(const cell_code& code, std::size_t places, const fact_column& column) {
  if (column.index.empty() && column.number.empty() && column.rows.empty()) return true;
  const bool numbers = is_number(code.kind);
  const bool sets = code.kind == fact_kind::set_of;
  const auto full = [&](const std::vector<std::uint64_t>& row) { return row.size() == places / 64; };
  return column.index.size() == (numbers || sets ? 0 : places) &&
         column.number.size() == (numbers ? places : 0) &&
         column.rows.size() == (sets ? code.classes + 1 : 0) &&
         std::all_of(column.rows.begin(), column.rows.end(), full);
}

bool fits(const batch_rules& rules, const people& all) {
  const auto& readers = rules.program->readers;
  return all.facts.size() == rules.facts && all.places % 64 == 0 && all.count <= all.places &&
         std::all_of(readers.begin(), readers.end(),
                     [&](const cell_reader& one) { return fits(one.code, all.places, all.facts[one.fact]); });
}

template <std::size_t Words>
void run_steps(const batch_program& program, block_row* rows) {
  const step* next = program.steps.data();
  for (const fold& one : program.folds) {
    std::array<std::uint64_t, Words> sum;  // NOLINT(*-member-init): written below
    for (std::size_t i = 0; i < Words; ++i) sum[i] = rows[next->row()].words[i] ^ next->flip();
    const step* const end = next + one.steps;
    for (++next; next != end; ++next) {
      const block_row& row = rows[next->row()];
      const std::uint64_t turn = next->turn();
      const std::uint64_t flip = next->flip();
      for (std::size_t i = 0; i < Words; ++i) sum[i] = (sum[i] ^ turn) & (row.words[i] ^ flip);
    }
    block_row& result = rows[one.result.row()];
    for (std::size_t i = 0; i < Words; ++i) result.words[i] = sum[i] ^ one.result.flip();
  }
}

void write_row(const run_state& now, const answer_row& from, std::vector<std::uint64_t>& to) {
  const std::uint64_t flip = from.flipped ? ~std::uint64_t{0} : 0;
  for (std::size_t w = 0; w < now.words; ++w) to[now.first + w] = now.rows[from.row].words[w] ^ flip;
}

void write_urgency(const run_state& now, batch_answers& out) {
  for (const auto& [level, from] : now.program.urgency) {
    for (std::size_t w = 0; w < now.words; ++w) {
      std::uint64_t who = now.rows[from.row].words[w] ^ (from.flipped ? ~std::uint64_t{0} : 0);
      const std::size_t first = (now.first + w) * 64;
      const std::size_t end = std::min<std::size_t>(64, out.count - first);
      for (std::size_t i = 0; i < end; ++i, who >>= 1U)
        if ((who & 1U) != 0) out.urgency[first + i] = level;
    }
  }
}

void run_block(run_state& now, batch_answers& out) {
  for (const cell_reader& one : now.program.readers) read_cells(now, one);
  if (now.words > block_words / 2)
    run_steps<block_words>(now.program, now.rows.data());
  else
    run_steps<block_words / 2>(now.program, now.rows.data());
  for (std::size_t i = 0; i < now.program.certain.size(); ++i) {
    write_row(now, now.program.certain[need_type_id(i)], out.certain[need_type_id(i)]);
    write_row(now, now.program.possible[need_type_id(i)], out.possible[need_type_id(i)]);
  }
  write_urgency(now, out);
}

std::size_t words_for(std::size_t count) { return (count + 63) / 64; }

void open_answers(std::size_t need_types, std::size_t count, batch_answers& out) {
  out.count = count;
  for (auto* rows : {&out.certain, &out.possible}) {
    rows->items.resize(need_types);
    for (std::vector<std::uint64_t>& row : *rows) row.resize(words_for(count));
  }
  out.urgency.assign(count, urgency_id{});
}

void forget_places_beyond(batch_answers& out) {
  if (out.count % 64 == 0) return;
  const std::uint64_t people_there = (std::uint64_t{1} << (out.count % 64)) - 1;
  for (auto* rows : {&out.certain, &out.possible})
    for (std::vector<std::uint64_t>& row : *rows) row[out.count / 64] &= people_there;
}

// The bits of the first 64 types, or of those that follow, person by person: eight words of people from `word` on.
void turn_types(const id_vector<need_type_id, std::vector<std::uint64_t>>& rows, std::size_t half,
                std::size_t word, squares& into) {
  into = {};
  const std::size_t types = std::min<std::size_t>(64, rows.size() - std::min(rows.size(), half * 64));
  std::uint64_t any = 0;
  for (std::size_t i = 0; i < types; ++i) {
    const std::vector<std::uint64_t>& row = rows.items[half * 64 + i];
    const std::size_t words = std::min(square_words, row.size() - word);
    for (std::size_t w = 0; w < words; ++w) any |= into[i].words[w] = row[word + w];
  }
  if (any != 0) transpose(into);
}

}  // namespace
}  // namespace batch

std::optional<batch_rules> compile_batch(const pack& rules, const std::string& day) {
  auto codes = batch::code_cells(rules);
  if (!codes) return std::nullopt;
  batch::formulas all{rules, day.empty() ? rules.reference_date : day, std::move(*codes), {}, {}, {}};
  const batch::outcomes wanted = batch::derive_all(all);
  auto program = std::make_shared<batch::batch_program>(batch::emit(all.rows, all.codes, wanted));
  return batch_rules{program, rules.needs.size(), rules.facts.size(), program->steps.size()};
}

bool qualify_batch(const batch_rules& rules, const people& all, batch_answers& out) {
  const bool fit = rules.program != nullptr && batch::fits(rules, all);
  batch::open_answers(rules.need_types, fit ? all.count : 0, out);
  if (!fit) return false;
  const batch::batch_program& program = *rules.program;
  batch::run_state now{program, all, std::vector<batch::block_row>(program.rows), 0, 0};
  const std::size_t words = batch::words_for(all.count);
  for (; now.first < words; now.first += batch::block_words) {
    now.words = std::min(batch::block_words, words - now.first);
    batch::run_block(now, out);
  }
  batch::forget_places_beyond(out);
  return true;
}

void by_person(const batch_answers& answers, std::vector<need_sets>& out) {
  out.resize(answers.count);
  batch::squares certain;
  batch::squares possible;
  for (std::size_t word = 0; word * 64 < answers.count; word += batch::square_words)
    for (std::size_t half = 0; half < 2; ++half) {
      batch::turn_types(answers.certain, half, word, certain);
      batch::turn_types(answers.possible, half, word, possible);
      const std::size_t first = word * 64;
      const std::size_t end = std::min(64 * batch::square_words, answers.count - first);
      for (std::size_t i = 0; i < end; ++i) {
        out[first + i].certain[half] = certain[i % 64].words[i / 64];
        out[first + i].possible[half] = possible[i % 64].words[i / 64];
      }
    }
}

}  // namespace aiguillage
