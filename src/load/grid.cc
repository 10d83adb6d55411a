#include <algorithm>

#include "load/loading.h"
#include "load/tables.h"
#include "load/values.h"

namespace aiguillage::load {
namespace {

using yaml::value_kind;

constexpr std::size_t points = 3;  // an item is answered with 0, 1 or 2

grid_count read_count(const yaml::node& line, const char* key, const sink& to) {
  grid_count read;
  const yaml::node* given = child(line, key, value_kind::mapping);
  if (given == nullptr || !yaml::check_keys(*given, grid_count_keys(), to.file, to.out)) return read;
  if (const auto least = integer_at(*given, "at_least", content::stops, to))
    read.least = static_cast<std::size_t>(*least);
  if (const auto most = integer_at(*given, "at_most", content::stops, to))
    read.most = static_cast<std::size_t>(*most);
  return read;
}

grid_item read_item(const yaml::node& item, const sink& to) {
  yaml::check_keys(item, grid_item_keys(), to.file, to.out);
  grid_item read{text_at(item, "id"), bilingual_at(item, "text"), {}};
  for (const yaml::node& one : items_at(item, "answers"))
    if (yaml::check_kind(one, value_kind::bilingual, "answers", to.file, to.out))
      read.answers.push_back(yaml::as_bilingual(one));
  if (read.answers.size() != points)
    report(to, item, code::wrong_shape,
           {"il faut trois réponses, pour 0, 1 et 2", "three answers are expected, for 0, 1 and 2"});
  return read;
}

std::optional<grid_result> read_result(const yaml::node& line, const pack& rules, fact_id settles,
                                       const sink& to) {
  yaml::check_keys(line, grid_result_keys(), to.file, to.out);
  const yaml::node* word = child(line, "value", value_kind::name);
  if (word == nullptr || !settles.known()) return std::nullopt;
  const auto index = value_index(rules.facts[settles], *word, to);
  if (!index) return std::nullopt;
  return grid_result{*index, read_count(line, "zeros", to), read_count(line, "twos", to)};
}

// Counts of 0 and 2 that no line of the rule fits, or nullopt when each way of answering gives a value.
std::optional<std::pair<std::size_t, std::size_t>> without_value(const evaluation_grid& grid) {
  const std::size_t count = grid.items.size();
  for (std::size_t zeros = 0; zeros <= count; ++zeros)
    for (std::size_t twos = 0; zeros + twos <= count; ++twos) {
      std::vector<std::optional<int>> answers(count, 1);
      std::fill_n(answers.begin(), zeros, 0);
      std::fill_n(answers.rbegin(), twos, 2);
      if (!grid_value(grid, answers)) return std::pair{zeros, twos};
    }
  return std::nullopt;
}

void check_answers(const yaml::node& root, const evaluation_grid& read, const sink& to) {
  const yaml::node* items = child(root, "items", value_kind::sequence);
  const yaml::node* results = child(root, "results", value_kind::sequence);
  if (items == nullptr || results == nullptr) return;
  if (read.items.empty()) {
    report(to, *items, code::grid_gap,
           {"il faut au moins une question", "at least one question is expected"});
    return;
  }
  const bool all_read = read.results.size() == items_at(root, "results").size();
  if (const auto missing = all_read ? without_value(read) : std::nullopt) {
    const std::string zeros = std::to_string(missing->first);
    const std::string twos = std::to_string(missing->second);
    report(to, *results, code::grid_gap,
           {"aucune ligne ne convient quand " + zeros + " réponse(s) valent 0 et " + twos + " valent 2",
            "no line fits when " + zeros + " answer(s) count 0 and " + twos + " count 2"});
  }
}

}  // namespace

const keys& grid_file_keys() {
  static const keys table = joined(
      {{"fact",
        value_kind::name,
        true,
        {"le fait que la grille règle", "the fact that the grid settles"},
        content::facts},
       {"title", value_kind::bilingual, true, {"le nom de la grille", "the name of the grid"}},
       {"items",
        value_kind::sequence,
        true,
        {"les questions, chacune notée 0, 1 ou 2", "the questions, each counting 0, 1 or 2"},
        {},
        grid_item_keys},
       {"results",
        value_kind::sequence,
        true,
        {"la règle : la première ligne qui convient décide", "the rule: the first line that fits decides"},
        {},
        grid_result_keys}},
      source_keys());
  return table;
}

const keys& grid_item_keys() {
  static const keys table{
      {"id", value_kind::name, true, {"le nom de la question", "the name of the question"}},
      {"text", value_kind::bilingual, true, {"comment l'aidant demande", "how a helper asks"}},
      {"answers",
       value_kind::sequence,
       true,
       {"les réponses qui valent 0, 1 et 2, dans cet ordre",
        "the answers that count 0, 1 and 2, in this order"},
       {},
       yaml::bilingual_keys}};
  return table;
}

const keys& grid_result_keys() {
  static const keys table{{"value",
                           value_kind::name,
                           true,
                           {"la valeur du fait", "the value of the fact"},
                           content::values_of_fact},
                          {"zeros",
                           value_kind::mapping,
                           false,
                           {"combien de réponses valent 0", "how many answers count 0"},
                           {},
                           grid_count_keys},
                          {"twos",
                           value_kind::mapping,
                           false,
                           {"combien de réponses valent 2", "how many answers count 2"},
                           {},
                           grid_count_keys}};
  return table;
}

const keys& grid_count_keys() {
  static const keys table{{"at_least", value_kind::integer, false, {"au moins", "at least"}, content::stops},
                          {"at_most", value_kind::integer, false, {"au plus", "at most"}, content::stops}};
  return table;
}

void read_grid(const yaml::node& root, const std::string&, loading& into, const sink& to) {
  yaml::check_keys(root, grid_file_keys(), to.file, to.out);
  evaluation_grid read;
  read.settles = resolve_at(into.rules.facts, root, "fact", to);
  read.title = bilingual_at(root, "title");
  read.sources = read_source_ids(root, into.rules, severity::error, to);
  std::vector<std::string> seen;
  for (const yaml::node& item : items_at(root, "items")) {
    read.items.push_back(read_item(item, to));
    if (const yaml::node* id = child(item, "id", value_kind::name)) (void)first_time(*id, seen, to);
  }
  for (const yaml::node& line : items_at(root, "results"))
    if (const auto result = read_result(line, into.rules, read.settles, to)) read.results.push_back(*result);
  check_answers(root, read, to);
  into.rules.grid = std::move(read);
}

}  // namespace aiguillage::load
