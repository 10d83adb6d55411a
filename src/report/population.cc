#include "aiguillage/report/population.h"

#include <algorithm>
#include <numeric>

#include "explain/phrases.h"
#include "report/json_parts.h"
#include "table/csv.h"

namespace aiguillage {
namespace {

using report::decimal;
using report::json_writer;

/// What a test is about.
const std::string& name_of(const population& of, const pack& rules, const draw_test& test) {
  return test.trait.known() ? of.traits[test.trait].id : rules.facts[test.fact].id;
}

/// The values that a test admits.
std::vector<std::string> values_of(const population& of, const pack& rules, const draw_test& test) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < value_set{}.size(); ++i)
    if (test.any_of.test(i))
      words.push_back(test.trait.known() ? of.traits[test.trait].values[i]
                                         : rules.facts[test.fact].values[i].id);
  return words;
}

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : between) + word;
  return line;
}

/// Per cent in thousandths, to the nearest.
std::int64_t percent(const checked_figure& figure) {
  return (figure.count * 200000 + figure.people) / (2 * figure.people);
}

std::string in_words(std::int64_t thousandths, language wanted) {
  return detail::number_words(thousandths, "").in(wanted);
}

std::string of_whom(const population& of, const pack& rules, const population_check& which, language wanted) {
  std::string line = which.area ? of.areas[*which.area].id : wanted == language::fr ? "tous" : "all";
  for (const draw_test& test : which.profile)
    line += ", " + name_of(of, rules, test) + ": " + joined(values_of(of, rules, test), "/");
  return line;
}

std::string check_line(const population& of, const pack& rules, const checked_figure& figure,
                       language wanted) {
  const bool fr = wanted == language::fr;
  const population_check& which = *figure.which;
  std::string line = figure.people == 0 ? "?" : figure.holds ? "=" : "≠";
  line += " " + name_of(of, rules, which.of) + " " + joined(values_of(of, rules, which.of), "/") + " (" +
          of_whom(of, rules, which, wanted) + ")";
  line += fr ? " : publié " : ": published ";
  line += in_words(which.percent_thousandths, wanted) + " % ± " + in_words(which.within_thousandths, wanted);
  if (figure.people == 0) return line + (fr ? ", personne à tirer" : ", nobody to draw");
  line += (fr ? ", tiré " : ", drawn ") + in_words(percent(figure), wanted) + " %";
  line += figure.holds ? fr ? " : tient" : ": holds" : fr ? " : ne tient pas" : ": does not hold";
  return line + " [" + joined(which.sources, " ; ") + "]";
}

void write_guard(json_writer& to, const population& of, const pack& rules, const draw_guard& guard) {
  to.object([&] {
    for (const draw_test& test : guard) {
      to.key(name_of(of, rules, test));
      to.row(values_of(of, rules, test));
    }
  });
}

void write_check(json_writer& to, const population& of, const pack& rules, const checked_figure& figure) {
  const population_check& which = *figure.which;
  to.object([&] {
    to.field(which.of.trait.known() ? "trait" : "fact", name_of(of, rules, which.of));
    to.key("values");
    to.row(values_of(of, rules, which.of));
    to.field("area", which.area ? &of.areas[*which.area].id : nullptr);
    to.key("profile");
    write_guard(to, of, rules, which.profile);
    to.field("published", decimal{which.percent_thousandths, 3});
    to.field("within", decimal{which.within_thousandths, 3});
    to.key("drawn");
    figure.people == 0 ? to.value(nullptr) : to.value(decimal{percent(figure), 3});
    to.field("holds", figure.holds);
    to.key("sources");
    to.row(which.sources);
  });
}

void head(json_writer& to, const population& of, const pack& rules, std::uint64_t seed) {
  to.field("format", 1);
  to.key("pack");
  report::write_pack(to, rules);
  to.field("population", of.id);
  to.field("seed", seed);
}

/// The facts that may be drawn, in the order of the draws.
std::vector<fact_id> drawn_facts(const population& of) {
  std::vector<fact_id> facts;
  for (const draw& one : of.draws)
    if (one.fact.known()) facts.push_back(one.fact);
  return facts;
}

std::string fact_cell(const fact& of, const fact_value& told) {
  if (!told.known) return "";
  if (of.values.empty()) return std::to_string(told.thousandths / 1000);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < of.values.size(); ++i)
    if (told.values.test(i)) words.push_back(of.values[i].id);
  return words.empty() ? "[]" : joined(words, " ");
}

}  // namespace

std::string population_text(const population& of, const pack& rules,
                            const std::vector<checked_figure>& figures, const population_run& by,
                            language wanted) {
  const bool fr = wanted == language::fr;
  std::string page = of.title.in(wanted) + "\n\n";
  for (const people_area& area : of.areas) {
    const std::string& name = area.title.in(wanted);
    page += "  " + area.id + (name.empty() ? "" : " " + name) + (fr ? " : " : ": ") +
            std::to_string(area.people) + (fr ? " personnes" : " people") + " [" +
            joined(area.sources, " ; ") + "]\n";
  }
  if (figures.empty())
    return page + (fr ? "\nAucun chiffre publié à comparer.\n" : "\nNo published figure to compare with.\n");
  page += fr ? "\nChiffres publiés, et tirés (" : "\nFigures published, and drawn (";
  page += std::to_string(by.people) + (fr ? " personnes pour chacun, graine " : " people for each, seed ") +
          std::to_string(by.seed) + ")\n";
  for (const checked_figure& figure : figures) page += "  " + check_line(of, rules, figure, wanted) + "\n";
  const auto held = std::count_if(figures.begin(), figures.end(), [](const auto& one) { return one.holds; });
  return page + "\n" + std::to_string(held) + (fr ? " tiennent sur " : " hold out of ") +
         std::to_string(figures.size()) + "\n";
}

std::string population_json(const population& of, const pack& rules,
                            const std::vector<checked_figure>& figures, const population_run& by,
                            language wanted) {
  return report::json_object([&](json_writer& to) {
    head(to, of, rules, by.seed);
    to.field("title", of.title.in(wanted));
    to.field("people_per_check", by.people);
    to.key("areas");
    to.list(of.areas, [&](const people_area& area) {
      to.object([&] {
        to.field("area", area.id);
        to.field("title", report::name_or_null(area.title.in(wanted)));
        to.field("people", area.people);
        to.key("sources");
        to.row(area.sources);
      });
    });
    to.key("checks");
    to.list(figures, [&](const checked_figure& figure) { write_check(to, of, rules, figure); });
  });
}

std::string people_csv(const population& of, const pack& rules, std::int64_t count,
                       const person_source& draw) {
  const std::vector<fact_id> facts = drawn_facts(of);
  std::vector<std::string> cells{"number", "area", "home"};
  const auto row = [&] { return table::write_csv_row({cells.begin(), cells.end()}); };
  for (const trait& one : of.traits) cells.push_back("trait:" + one.id);
  for (const fact_id one : facts) cells.push_back(rules.facts[one].id);
  std::string lines = row();
  for (std::int64_t number = 0; number < count; ++number) {
    const synthetic_person who = draw(number);
    cells = {std::to_string(number), of.areas[who.area].id, who.facts.home_commune};
    for (std::size_t t = 0; t < of.traits.size(); ++t)
      cells.push_back(of.traits.items[t].values[who.traits.items[t]]);
    for (const fact_id one : facts) cells.push_back(fact_cell(rules.facts[one], who.facts.facts[one]));
    lines += row();
  }
  return lines;
}

std::string people_json(const population& of, const pack& rules, std::int64_t count,
                        const person_source& draw, std::uint64_t seed) {
  std::vector<std::int64_t> numbers(static_cast<std::size_t>(count));
  std::iota(numbers.begin(), numbers.end(), std::int64_t{0});
  return report::json_object([&](json_writer& to) {
    head(to, of, rules, seed);
    to.key("people");
    to.list(numbers, [&](std::int64_t number) {
      const synthetic_person who = draw(number);
      to.object([&] {
        to.field("number", number);
        to.field("area", of.areas[who.area].id);
        to.key("traits");
        to.object([&] {
          for (std::size_t t = 0; t < of.traits.size(); ++t)
            to.field(of.traits.items[t].id, of.traits.items[t].values[who.traits.items[t]]);
        });
        to.field("home", report::name_or_null(who.facts.home_commune));
        to.key("situation");
        report::write_facts(to, rules, who.facts);
      });
    });
  });
}

}  // namespace aiguillage
