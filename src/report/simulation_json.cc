#include <cmath>

#include "report/json_parts.h"
#include "report/simulation_figures.h"
#include "report/simulation_published.h"

namespace aiguillage {
namespace {

using namespace report;

template <class Figure>
void figure(json_writer& to, const char* key, const simulated& of, Figure each) {
  to.key(key);
  write_estimate(to, over_runs(of, each));
}

void write_outcomes(json_writer& to, const simulated& of) {
  to.key("outcomes");
  to.object([&] {
    const auto shown = outcomes_of(of).outcomes;
    for (std::size_t i = 0; i < outcome_names.size(); ++i) {
      to.key(outcome_names[i]);
      shown[i] ? write_estimate(to, outcome_percent(of, static_cast<outcome>(i))) : to.value(nullptr);
    }
  });
}

void write_needs(json_writer& to, const simulated& of) {
  const std::vector<published_needs> told = needs_of(of);
  const auto share = [&](const char* key, const published_count& count, std::size_t lane,
                         std::int64_t need_count::* sum) {
    to.key(key);
    if (!count) return to.value(nullptr);
    write_estimate(to, over_runs(of, [&](const replication& one) {
                     return percent_of(one.needs[lane].*sum, one.needs[lane].certain);
                   }));
  };
  to.key("needs");
  to.object([&] {
    for (std::size_t i = 0; i < dimension_names.size(); ++i) {
      to.key(dimension_names[i]);
      to.object([&] {
        to.key("by_person");
        told[i].certain ? write_estimate(to, over_runs(of,
                                                       [&](const replication& one) {
                                                         return static_cast<double>(one.needs[i].certain) /
                                                                static_cast<double>(one.people());
                                                       }))
                        : to.value(nullptr);
        share("reached", told[i].reached, i, &need_count::reached);
        share("unmet", told[i].unmet, i, &need_count::unmet);
      });
    }
  });
}

void write_path(json_writer& to, const simulated& of) {
  to.key("path");
  to.object([&] {
    figure(to, "stops", of, [](const replication& one) { return by_person(one.stops, one); });
    figure(to, "bounces", of, [](const replication& one) { return by_person(one.bounces, one); });
    figure(to, "days", of, [](const replication& one) { return by_person(one.days, one); });
    figure(to, "handoffs", of, [](const replication& one) { return by_person(one.handoffs, one); });
    figure(to, "travel_minutes", of,
           [](const replication& one) { return by_person(one.travel_minutes, one); });
  });
}

void write_checks(json_writer& to, const simulated& of) {
  std::int64_t checked = 0;
  std::int64_t different = 0;
  for (const replication& one : of.runs) {
    checked += one.plans_checked;
    different += one.plans_different;
  }
  to.key("plans_checked");
  to.object([&] {
    to.field("people", checked);
    to.field("different", different);
  });
}

void write_losses(json_writer& to, const simulated& of) {
  const std::vector<published_count> lost = losses_of(of).by_mode;
  to.key("lost_by_mode");
  to.object([&] {
    for (std::size_t i = 0; i < lost.size(); ++i) {
      to.key(of.rules.modes.items[i].id);
      if (!lost[i]) {
        to.value(nullptr);
        continue;
      }
      write_estimate(to, over_runs(of, [&](const replication& one) {
                       return percent_of(one.lost_by_mode[i], one.handoffs);
                     }));
    }
  });
}

void write_areas(json_writer& to, const simulated& of) {
  to.key("areas");
  to.list(outcomes_of(of).rows, [&](const published_outcomes::row& row) {
    to.object([&] {
      to.key("areas");
      to.row(row.areas, [&](std::size_t one) { to.value(of.people.areas[one].id); });
      to.field("people", row.people);
      to.key("outcomes");
      to.object([&] {
        for (std::size_t i = 0; i < row.outcomes.size(); ++i) to.field(outcome_names[i], row.outcomes[i]);
      });
    });
  });
}

void write_places(json_writer& to, const simulated& of) {
  to.key("places");
  to.list(places_by_visits(of), [&](actor_id who) {
    to.object([&] {
      to.field("actor", of.land.actors[who].id);
      to.field("type", of.rules.actor_types[of.land.actors[who].type].id);
      to.key("visits_a_week");
      write_estimate(to, visits_a_week(of, who));
      to.key("load");
      const std::optional<estimate> load = load_of(of, who);
      load ? write_estimate(to, *load) : to.value(nullptr);
      to.key("waited_days");
      write_estimate(to, days_waited(of, who));
    });
  });
}

}  // namespace

std::string simulation_json(const simulated& of, language wanted) {
  return json_object([&](json_writer& to) {
    to.field("format", 1);
    to.key("pack");
    write_pack(to, of.rules);
    to.key("territory");
    write_territory(to, of.land);
    to.field("scenario", of.told.id);
    to.field("title", of.told.title.in(wanted));
    to.field("population", of.people.id);
    to.field("policy", policy_names[static_cast<std::size_t>(of.told.policy)]);
    to.field("seed", of.told.seed);
    to.field("weeks", of.told.weeks);
    to.field("replications", of.runs.size());
    to.field("people", of.runs.front().people());
    write_outcomes(to, of);
    write_needs(to, of);
    write_path(to, of);
    write_checks(to, of);
    write_losses(to, of);
    write_areas(to, of);
    write_places(to, of);
    to.key("manifest");
    to.object([&] { manifest_fields(to, of); });
  });
}

}  // namespace aiguillage
