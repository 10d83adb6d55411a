#include "aiguillage/report/siting.h"

#include <cmath>

#include "aiguillage/simulation/hidden_figures.h"
#include "aiguillage/simulation/suppress.h"
#include "explain/phrases.h"
#include "report/json_parts.h"
#include "report/page.h"
#include "report/simulation_figures.h"

namespace aiguillage {
namespace {

using namespace report;

/// A count of people, or nothing when it is small.
std::optional<std::int64_t> shown(std::int64_t people) {
  return people > 0 && people < least_published ? std::nullopt : std::optional(people);
}

/// What is published of a plan, so that no count under 11 follows from the others.
struct published_plan {
  std::optional<double> before;  // per cent of the people
  std::optional<double> after;
  std::vector<std::optional<std::int64_t>> newly_within;  // by place
};

/// Those within reach before, those whom each place adds and those who are left out of reach are all the people: one row with its
/// sum.
published_plan published_of(const siting_plan& of) {
  std::vector<std::int64_t> parts = {of.within_before};
  for (const new_place& one : of.places) parts.push_back(one.newly_within);
  parts.push_back(of.people - of.within_after);
  const hidden_table hidden = hidden_cells({1, parts.size(), parts}, least_published);
  const auto is_told = [&](std::size_t part) { return !hidden.cells[part] && !hidden.columns[part]; };
  published_plan made;
  if (is_told(0)) made.before = percent_of(of.within_before, of.people);
  if (is_told(parts.size() - 1)) made.after = percent_of(of.within_after, of.people);
  for (std::size_t i = 1; i + 1 < parts.size(); ++i)
    made.newly_within.push_back(is_told(i) ? std::optional(parts[i]) : std::nullopt);
  return made;
}

double kilometres_each(const siting_plan& of, std::int64_t metres) {
  return of.people == 0 ? 0 : static_cast<double>(metres) / static_cast<double>(of.people) / 1000;
}

/// The name of a site of the commune, or its code, or where it is.
std::string place_name(const sited& of, const siting_demand& at) {
  const commune_id known = find_commune(of.land.communes, at.commune);
  if (known.known())
    return std::string(of.land.communes[of.land.communes.communes[known].name]) + " (" + at.commune + ")";
  for (const site& one : of.land.sites)
    if (!at.commune.empty() && one.commune == at.commune) return one.name + " (" + at.commune + ")";
  return at.commune.empty() ? std::to_string(at.at.latitude) + ", " + std::to_string(at.at.longitude)
                            : at.commune;
}

std::string share_words(const std::optional<double>& percent, language wanted) {
  return percent ? tenths_of(*percent, wanted) + " %" : left_out_words().in(wanted);
}

std::string reach_lines(const sited& of, const published_plan& told, language wanted) {
  const bool fr = wanted == language::fr;
  const siting_plan& plan = of.plan;
  const std::string to = fr ? " ; puis " : "; then ";
  std::string page =
      figure_line(fr ? "à portée d'un lieu de ce type" : "within reach of a place of this type",
                  share_words(told.before, wanted) + to + share_words(told.after, wanted));
  const std::string none = fr ? "aucun lieu" : "no place";
  return page +
         figure_line(
             fr ? "km jusqu'au plus proche" : "km to the nearest",
             (plan.existing == 0 ? none : tenths_of(kilometres_each(plan, plan.metres_before), wanted)) + to +
                 tenths_of(kilometres_each(plan, plan.metres_after), wanted));
}

}  // namespace

std::string siting_text(const sited& of, language wanted) {
  const bool fr = wanted == language::fr;
  const siting_plan& plan = of.plan;
  const std::string type = of.rules.actor_types[of.asked.type].label.in(wanted);
  const std::string km = tenths_of(static_cast<double>(of.asked.within_metres) / 1000, wanted);
  const published_plan told = published_of(plan);
  const std::optional<std::int64_t> people = shown(plan.people);
  std::string page =
      of.told.title.in(wanted) + "\n" + (fr ? "Où ouvrir : " : "Where to open: ") + type + "\n" +
      (fr ? "À portée : " + km + " km par la route (à vol d'oiseau, avec le détour du territoire)\n"
          : "Within reach: " + km + " km by road (as the crow flies, with the detour of the territory)\n") +
      (fr ? "Personnes tirées qui ont un besoin auquel un tel lieu peut répondre : "
          : "People drawn who have a need that such a place can meet: ") +
      (people ? std::to_string(*people) : left_out_words().in(wanted)) +
      (fr ? " ; lieux de ce type aujourd'hui : " : "; places of this type today: ") +
      std::to_string(plan.existing) + "\n\n";
  for (std::size_t i = 0; i < plan.places.size(); ++i) {
    const std::optional<std::int64_t> added = told.newly_within[i];
    page += figure_line(std::to_string(i + 1) + ". " + place_name(of, plan.demand[plan.places[i].demand]),
                        (added ? "+" + std::to_string(*added) : left_out_words().in(wanted)) +
                            (fr ? " personnes à portée" : " people within reach"));
  }
  if (plan.places.empty()) page += fr ? "  Aucun nouveau lieu possible.\n" : "  No new place is possible.\n";
  page += "\n" + reach_lines(of, told, wanted);
  return page +
         figure_line(fr ? "meilleur possible, au plus (écart prouvé)" : "best possible, at most (proved gap)",
                     "+" + detail::number_words(std::llround(plan.gap * 100000), "").in(wanted) + " %");
}

std::string siting_json(const sited& of, language wanted) {
  const siting_plan& plan = of.plan;
  const auto thousandths = [](double value) { return decimal{std::llround(value * 1000), 3}; };
  const published_plan told = published_of(plan);
  const auto percent = [&](const std::optional<double>& share) {
    return share ? std::optional(thousandths(*share)) : std::nullopt;
  };
  return json_object([&](json_writer& to) {
    to.field("format", 1);
    to.key("pack");
    write_pack(to, of.rules);
    to.key("territory");
    write_territory(to, of.land);
    to.field("scenario", of.told.id);
    to.field("title", of.told.title.in(wanted));
    to.field("seed", of.told.seed);
    to.field("type", of.rules.actor_types[of.asked.type].id);
    to.field("within_metres", of.asked.within_metres);
    to.field("goal", goal_names[static_cast<std::size_t>(of.asked.goal)]);
    to.field("existing", plan.existing);
    to.field("people", shown(plan.people));
    to.field("within_before_percent", percent(told.before));
    to.field("within_after_percent", percent(told.after));
    to.field("kilometres_before",
             plan.existing == 0 ? std::nullopt
                                : std::optional(thousandths(kilometres_each(plan, plan.metres_before))));
    to.field("kilometres_after", thousandths(kilometres_each(plan, plan.metres_after)));
    to.field("gap", decimal{std::llround(plan.gap * 1000000), 6});
    to.key("places");
    std::size_t rank = 0;
    to.list(plan.places, [&](const new_place& one) {
      const siting_demand& at = plan.demand[one.demand];
      to.object([&] {
        to.field("commune", name_or_null(at.commune));
        to.key("point");
        write_point(to, at.at);
        to.field("newly_within", told.newly_within[rank++]);
      });
    });
  });
}

}  // namespace aiguillage
