#include <algorithm>
#include <string_view>

#include "aiguillage/simulation/suppress.h"
#include "report/comparison_figures.h"
#include "report/json_parts.h"
#include "report/page.h"
#include "report/simulation_figures.h"
#include "report/simulation_published.h"

namespace aiguillage {
namespace {

using namespace report;

text change_words(change which) {
  switch (which) {
    case change::gains: return {"y gagnent une réponse", "gain an answer"};
    case change::loses: return {"y perdent une réponse", "lose an answer"};
    case change::sooner: return {"ont la même réponse plus tôt", "have the same answer sooner"};
    case change::later: return {"ont la même réponse plus tard", "have the same answer later"};
    case change::same: return {"ne voient pas de différence", "see no difference"};
  }
  return {};
}

/// Means over the replications, to the nearest.
std::vector<std::int64_t> mean_changes(const compared& both, std::optional<std::size_t> area) {
  const auto runs = static_cast<std::int64_t>(both.before.runs.size());
  std::vector<std::int64_t> means(change_names.size());
  for (std::size_t run = 0; run < both.before.runs.size(); ++run) {
    const change_counts counts = changes_in(both, run, area);
    for (std::size_t i = 0; i < means.size(); ++i) means[i] += counts[i];
  }
  for (std::int64_t& one : means) one = (2 * one + runs) / (2 * runs);
  return means;
}

std::vector<area_row> changes_by_area(const compared& both) {
  std::vector<std::vector<std::int64_t>> all;
  for (std::size_t i = 0; i < both.before.people.areas.size(); ++i) all.push_back(mean_changes(both, i));
  return rows_of(all);
}

void write_counts(json_writer& to, const std::vector<std::int64_t>& counts) {
  const auto shown = published(counts);
  to.object([&] {
    for (std::size_t i = 0; i < shown.size(); ++i) to.field(change_names[i], shown[i]);
  });
}

void write_side(json_writer& to, const char* key, const simulated& of, language wanted) {
  to.key(key);
  to.object([&] {
    to.field("scenario", of.told.id);
    to.field("title", of.told.title.in(wanted));
    to.field("policy", policy_names[static_cast<std::size_t>(of.told.policy)]);
    to.key("pack");
    write_pack(to, of.rules);
    to.key("territory");
    write_territory(to, of.land);
  });
}

/// The place of a key among names.
template <class Names>
std::size_t index_in(const Names& names, std::string_view key) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), key) - names.begin());
}

/// Whether a figure tells of few people: the outcomes and needs that either scenario leaves out.
bool is_left_out(const compared& both, const named_figure& one) {
  const auto either = [&](const auto& is_told) { return !is_told(both.before) || !is_told(both.after); };
  if (one.group == std::string_view("outcomes"))
    return either([which = index_in(outcome_names, one.key)](const simulated& of) {
      return outcomes_of(of).outcomes[which].has_value();
    });
  if (one.group == std::string_view("needs_reached"))
    return either([which = index_in(dimension_names, one.key)](const simulated& of) {
      return needs_of(of)[which].reached.has_value();
    });
  return false;
}

void write_figures(json_writer& to, const compared& both) {
  const std::vector<named_figure> figures = figures_compared();
  for (std::size_t i = 0; i < figures.size();) {
    const std::string_view group = figures[i].group;
    to.key(group);
    to.object([&] {
      for (; i < figures.size() && figures[i].group == group; ++i) {
        to.key(figures[i].key);
        if (is_left_out(both, figures[i])) {
          to.value(nullptr);
          continue;
        }
        const paired of = paired_of(both, figures[i].figure);
        to.object([&] {
          to.key("before");
          write_estimate(to, of.before);
          to.key("after");
          write_estimate(to, of.after);
          to.key("difference");
          write_estimate(to, of.difference);
        });
      }
    });
  }
}

std::string side_line(const std::string& letter, const simulated& of, language wanted) {
  const std::array<text, 3> by = {text{"parcours du moteur", "plans of the engine"},
                                  text{"habitudes déclarées", "declared habits"},
                                  text{"porte la plus proche", "nearest door"}};
  return letter + " : " + of.told.title.in(wanted) + " (" +
         by[static_cast<std::size_t>(of.told.policy)].in(wanted) + ")\n";
}

std::string change_lines(const compared& both, language wanted) {
  std::string page = wanted == language::fr ? "\nDe A à B, personnes (en moyenne par réplication)\n"
                                            : "\nFrom A to B, persons (mean of a replication)\n";
  const auto shown = published(mean_changes(both, std::nullopt));
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const published_count& one = shown[i];
    page += figure_line(change_words(static_cast<change>(i)).in(wanted),
                        one ? std::to_string(*one) : left_out_words().in(wanted));
  }
  return page;
}

std::string figure_lines(const compared& both, language wanted) {
  std::string page = wanted == language::fr ? "\nA, puis B, puis la différence (± : à 95 %)\n"
                                            : "\nA, then B, then the difference (±: at 95 %)\n";
  std::string_view group;
  const auto title = [&](std::string_view of) {
    const bool fr = wanted == language::fr;
    if (of == "outcomes") return fr ? " ce qui arrive aux personnes (%)\n" : " what happens to people (%)\n";
    if (of == "needs_reached")
      return fr ? " besoins auxquels il est répondu (%)\n" : " needs that are answered (%)\n";
    return fr ? " par personne orientée\n" : " by person who is given a path\n";
  };
  for (const named_figure& one : figures_compared()) {
    if (one.group != group) page += title(group = one.group);
    if (is_left_out(both, one)) {
      page += figure_line(one.words.in(wanted), left_out_words().in(wanted));
      continue;
    }
    const paired of = paired_of(both, one.figure);
    const std::string sign = of.difference.mean > 0 ? "+" : "";
    page += figure_line(one.words.in(wanted), tenths_of(of.before.mean, wanted) + " ; " +
                                                  tenths_of(of.after.mean, wanted) + " ; " + sign +
                                                  shown_figure(of.difference, wanted));
  }
  return page;
}

}  // namespace

std::string comparison_text(const compared& both, language wanted) {
  return side_line("A", both.before, wanted) + side_line("B", both.after, wanted) +
         change_lines(both, wanted) + figure_lines(both, wanted);
}

std::string comparison_json(const compared& both, language wanted) {
  return json_object([&](json_writer& to) {
    to.field("format", 1);
    write_side(to, "before", both.before, wanted);
    write_side(to, "after", both.after, wanted);
    to.field("population", both.before.people.id);
    to.field("seed", both.before.told.seed);
    to.field("replications", both.before.runs.size());
    to.field("people", both.before.runs.front().people());
    to.key("changes");
    write_counts(to, mean_changes(both, std::nullopt));
    write_figures(to, both);
    to.key("areas");
    to.list(changes_by_area(both), [&](const area_row& row) {
      to.object([&] {
        to.key("areas");
        to.row(row.areas, [&](std::size_t one) { to.value(both.before.people.areas[one].id); });
        to.key("changes");
        write_counts(to, row.counts);
      });
    });
  });
}

}  // namespace aiguillage
