#include <algorithm>
#include <numeric>

#include "load/population_parts.h"
#include "load/tables.h"
#include "load/values.h"

namespace aiguillage::load {
namespace {

using yaml::value_kind;

std::vector<std::string> value_names(const std::vector<value>& of) {
  std::vector<std::string> names;
  for (const value& one : of) names.push_back(one.id);
  return names;
}

void no_such_value(const yaml::node& word, const std::vector<std::string>& known, const sink& to) {
  report_unknown(word, code::unknown_value,
                 {"ce n'est pas une valeur possible ici", "this is not a possible value here"}, known, to);
}

value_set read_any_of(const yaml::node& given, const std::vector<std::string>& known, const sink& to) {
  value_set result;
  for (const yaml::node* word : yaml::as_list(given)) {
    const auto found = std::find(known.begin(), known.end(), word->scalar);
    if (word->kind != yaml::node_kind::scalar || found == known.end())
      no_such_value(*word, known, to);
    else
      result.set(static_cast<std::size_t>(found - known.begin()));
  }
  return result;
}

void report_later(const yaml::entry& line, const sink& to) {
  const text name = quoted(line.key);
  report(to, line, code::drawn_later,
         {name.fr + " n'a pas encore de valeur à cet endroit", name.en + " has no value yet at this place"},
         {"ne regardez que ce qui est compté, ou tiré plus haut",
          "look only at what is counted, or drawn above"});
}

/// A trait that is counted or drawn; unknown when the word names none.
trait_id trait_named(const std::string& word, const populating& so_far) {
  return find_named(so_far.read.traits, word);
}

std::vector<std::string> names_of_all(const populating& so_far, bool counted) {
  std::vector<std::string> names;
  for (const trait& one : so_far.read.traits) names.push_back(one.id);
  if (counted) names.resize(std::min(names.size(), so_far.read.counted));
  for (const fact& one : so_far.rules.facts)
    if (!counted && !one.values.empty()) names.push_back(one.id);
  return names;
}

draw_row read_shares_row(const yaml::node& row, const char* key, const std::vector<std::string>& possible,
                         content share, const populating& so_far, const sink& to) {
  draw_row read;
  read.when = read_guard(row, "when", false, so_far, to);
  const yaml::node* shares = child(row, key, value_kind::mapping);
  if (shares == nullptr) return read;
  const std::size_t before = to.out.size();
  read.shares = read_shares(*shares, possible, share, to);
  const std::int64_t sum = std::accumulate(read.shares.begin(), read.shares.end(), std::int64_t{0});
  if (sum == 0 && share != content::percent && to.out.size() == before)
    report(to, *shares, code::out_of_range, {"la somme des parts est nulle", "the shares add up to nothing"});
  return read;
}

draw_row read_between_row(const yaml::node& row, const populating& so_far, const sink& to) {
  draw_row read;
  read.when = read_guard(row, "when", false, so_far, to);
  const auto bound = [&](const char* key) {
    return integer_at(row, key, content::not_negative, to).value_or(0);
  };
  read.from = bound("from");
  read.to = bound("to");
  if (read.from > read.to)
    report(to, row, code::out_of_range, {"« from » dépasse « to »", "'from' is greater than 'to'"});
  read.to = std::max(read.to, read.from);
  return read;
}

void read_logit(const yaml::node& given, draw& into, const populating& so_far, const sink& to) {
  yaml::check_keys(given, logit_keys(), to.file, to.out);
  const auto thousandths = [&](const yaml::node& of, const char* key) {
    const yaml::node* number = child(of, key, value_kind::decimal);
    return number == nullptr ? 0 : read_thousandths(*number, key, content::log_odds, to).value_or(0);
  };
  into.intercept_thousandths = thousandths(given, "intercept");
  for (const yaml::node& term : items_at(given, "add")) {
    yaml::check_keys(term, logit_term_keys(), to.file, to.out);
    into.terms.push_back({read_guard(term, "when", false, so_far, to), thousandths(term, "by")});
  }
}

/// Which of the ways to draw is written; reported when it does not fit what is drawn.
struct draw_way {
  const char* key;
  draw_kind kind;
  const keys& (*row)();
};

constexpr draw_way ways[] = {{"one_of", draw_kind::one_of, shares_row_keys},
                             {"each", draw_kind::each, percent_row_keys},
                             {"between", draw_kind::between, between_row_keys},
                             {"logit", draw_kind::logit, nullptr}};

bool fits(draw_kind kind, const fact* of) {
  if (of == nullptr) return kind == draw_kind::one_of || kind == draw_kind::logit;
  switch (of->kind) {
    case fact_kind::boolean:
    case fact_kind::one_of: return kind == draw_kind::one_of;
    case fact_kind::set_of: return kind == draw_kind::each;
    case fact_kind::integer:
    case fact_kind::number: return kind == draw_kind::between;
    case fact_kind::code: return false;
  }
  return false;
}

const draw_way* read_way(const yaml::node& line, const fact* of, const sink& to) {
  const draw_way* found = nullptr;
  std::size_t count = 0;
  for (const draw_way& one : ways)
    if (line.find(one.key) != nullptr) {
      found = &one;
      ++count;
    }
  if (count == 1 && fits(found->kind, of)) return found;
  if (of != nullptr && of->kind == fact_kind::code)
    report(to, line, code::wrong_shape, {"un code ne se tire pas au sort", "a code cannot be drawn"});
  else
    report(to, line, code::wrong_shape,
           {"une seule façon de tirer, qui convienne à ce qui est tiré",
            "one way of drawing, which fits what is drawn"},
           {"one_of : une valeur ; each : une liste ; between : un nombre ; logit : un trait de deux valeurs",
            "one_of: one value; each: a list; between: a number; logit: a trait of two values"});
  return nullptr;
}

/// What a draw of facts or traits may give, in the order of the shares; the last stands for unknown.
std::vector<std::string> drawn_words(const fact* of, const std::vector<std::string>& trait_values) {
  std::vector<std::string> possible = of == nullptr ? trait_values : value_names(of->values);
  possible.emplace_back(of == nullptr ? "" : unknown_word);
  return possible;
}

void read_rows(const yaml::node& line, const draw_way& way, const std::vector<std::string>& possible,
               draw& into, const populating& so_far, const sink& to) {
  for (const yaml::node& row : items_at(line, way.key)) {
    yaml::check_keys(row, way.row(), to.file, to.out);
    if (way.kind == draw_kind::between)
      into.rows.push_back(read_between_row(row, so_far, to));
    else if (way.kind == draw_kind::each)
      into.rows.push_back(read_shares_row(row, "percent", possible, content::percent, so_far, to));
    else
      into.rows.push_back(read_shares_row(row, "shares", possible, content::not_negative, so_far, to));
  }
}

/// The values that a new trait takes: those of its first row, or no and yes; nothing when they cannot be told.
std::vector<std::string> trait_values(const yaml::node& line, const draw_way& way) {
  if (way.kind == draw_kind::logit) return {"no", "yes"};
  std::vector<std::string> values;
  for (const yaml::node& row : items_at(line, way.key))
    if (const yaml::node* shares = child(row, "shares", value_kind::mapping))
      for (const yaml::entry& one : shares->entries)
        if (std::find(values.begin(), values.end(), one.key) == values.end()) values.push_back(one.key);
  return values;
}

/// A new trait; false, reported, when the name is taken or there is nothing to choose from.
bool add_trait(const yaml::node& line, const draw_way& way, draw& one, populating& into, const sink& to) {
  const yaml::node* name = child(line, "trait", value_kind::name);
  if (name == nullptr) return false;
  if (trait_named(name->scalar, into).known()) {
    const text said = quoted(name->scalar);
    report(to, *name, code::duplicate_id, {said.fr + " existe déjà", said.en + " exists already"});
    return false;
  }
  const std::vector<std::string> values = trait_values(line, way);
  if (values.size() < 2 || values.size() > value_set{}.size()) {
    report(to, line, code::empty_list, {"un trait a de 2 à 128 valeurs", "a trait has 2 to 128 values"});
    return false;
  }
  one.trait = into.read.traits.add({name->scalar, values, one.sources});
  into.drawn_traits.push_back(false);
  return true;
}

/// The fact that is drawn, once; null when none is, reported when it cannot be.
const fact* add_fact(const yaml::node& line, draw& one, populating& into, const sink& to) {
  one.fact = resolve_at(into.rules.facts, line, "fact", to);
  if (!one.fact.known()) return nullptr;
  if (into.drawn_facts[one.fact] != 0) {
    const text said = quoted(into.rules.facts[one.fact].id);
    report(to, line, code::duplicate_id, {said.fr + " est tiré deux fois", said.en + " is drawn twice"});
  }
  return &into.rules.facts[one.fact];
}

}  // namespace

std::optional<draw_test> read_test(const yaml::entry& line, bool counted, const populating& so_far,
                                   const sink& to) {
  draw_test read;
  read.trait = trait_named(line.key, so_far);
  if (counted && read.trait.known() && read.trait.index() >= so_far.read.counted) read.trait = {};
  if (!read.trait.known() && !counted) read.fact = find_named(so_far.rules.facts, line.key);
  const bool listed = read.fact.known() && !so_far.rules.facts[read.fact].values.empty();
  if (!read.trait.known() && !listed) {
    report_unknown(key_word(line), code::unknown_name,
                   counted ? text{"ce trait n'est pas compté", "this trait is not counted"}
                           : text{"ni un trait, ni un fait qui a une liste de valeurs",
                                  "neither a trait nor a fact with a list of values"},
                   names_of_all(so_far, counted), to);
    return std::nullopt;
  }
  const bool drawn =
      read.trait.known() ? so_far.drawn_traits[read.trait.index()] : so_far.drawn_facts[read.fact] != 0;
  if (!drawn) {
    report_later(line, to);
    return std::nullopt;
  }
  const bool alone = line.value.kind == yaml::node_kind::scalar;
  if (!is_kind(line.value, alone ? value_kind::text : value_kind::texts, line.key, to)) return std::nullopt;
  read.any_of = read_any_of(line.value,
                            read.trait.known() ? so_far.read.traits[read.trait].values
                                               : value_names(so_far.rules.facts[read.fact].values),
                            to);
  return read;
}

draw_guard read_guard(const yaml::node& row, const char* key, bool counted, const populating& so_far,
                      const sink& to) {
  draw_guard read;
  const yaml::node* when = child(row, key, value_kind::mapping);
  if (when == nullptr) return read;
  for (const yaml::entry& line : when->entries)
    if (auto test = read_test(line, counted, so_far, to)) read.push_back(*test);
  return read;
}

std::optional<std::int64_t> read_thousandths(const yaml::node& given, const std::string& what, content number,
                                             const sink& to) {
  if (!is_kind(given, value_kind::decimal, what, to)) return std::nullopt;
  const bounds within = bounds_of(number);
  const std::int64_t read = yaml::as_thousandths(given);
  if (read >= within.low * 1000 && read <= within.high * 1000) return read;
  const std::string low = std::to_string(within.low);
  const std::string high = std::to_string(within.high);
  report(to, given, code::out_of_range,
         {"un nombre de " + low + " à " + high, "a number from " + low + " to " + high});
  return std::nullopt;
}

std::vector<std::int64_t> read_shares(const yaml::node& mapping, const std::vector<std::string>& of,
                                      content share, const sink& to) {
  std::vector<std::int64_t> shares(of.size());
  for (const yaml::entry& one : mapping.entries) {
    const auto found = std::find(of.begin(), of.end(), one.key);
    if (found == of.end()) {
      no_such_value(key_word(one), of, to);
    } else if (const auto read = read_thousandths(one.value, one.key, share, to)) {
      shares[static_cast<std::size_t>(found - of.begin())] = *read;
    }
  }
  return shares;
}

void read_draw(const yaml::node& line, populating& into, const sink& to) {
  yaml::check_keys(line, draw_keys(), to.file, to.out);
  if (line.kind != yaml::node_kind::mapping) return;
  draw one;
  one.sources = texts_at(line, "sources");
  if ((line.find("trait") != nullptr) == (line.find("fact") != nullptr)) {
    report(to, line, code::wrong_shape,
           {"il faut « trait » ou « fact », l'un des deux", "'trait' or 'fact' is expected, one of the two"});
    return;
  }
  const bool is_fact = line.find("fact") != nullptr;
  const fact* of = is_fact ? add_fact(line, one, into, to) : nullptr;
  if (is_fact && of == nullptr) return;
  const draw_way* way = read_way(line, of, to);
  if (way == nullptr || (!is_fact && !add_trait(line, *way, one, into, to))) return;
  one.kind = way->kind;
  if (way->kind == draw_kind::logit) {
    read_logit(*line.find("logit"), one, into, to);
  } else {
    const std::vector<std::string> possible =
        drawn_words(of, is_fact ? std::vector<std::string>{} : into.read.traits[one.trait].values);
    read_rows(line, *way, possible, one, into, to);
  }
  if (is_fact)
    into.drawn_facts[one.fact] = 1;
  else
    into.drawn_traits[one.trait.index()] = true;
  into.read.draws.push_back(std::move(one));
}

}  // namespace aiguillage::load
