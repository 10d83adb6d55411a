#include <cmath>

#include "aiguillage/simulation/reach.h"
#include "report/json_parts.h"
#include "report/simulation_figures.h"
#include "report/simulation_groups.h"

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
    for (const path_measure& one : path_measures()) figure(to, one.id, of, one.figure);
    figure(to, "unmeasured_stops_percent", of, unmeasured_percent);
  });
}

void write_checks(json_writer& to, const simulated& of) {
  const checked_plans found = checked_plans_of(of);
  to.key("plans_checked");
  to.object([&] {
    to.field("people", found.people);
    to.field("different", found.different);
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

void write_publics(json_writer& to, const simulated& of) {
  to.key("publics");
  to.list(publics_of(of), [&](const published_public& one) {
    to.object([&] {
      to.field("public", of.rules.publics[one.which].id);
      to.field("people", one.people);
      to.key("outcomes");
      to.object([&] {
        for (std::size_t i = 0; i < one.outcomes.size(); ++i) to.field(outcome_names[i], one.outcomes[i]);
      });
    });
  });
}

void write_exclusions(json_writer& to, const simulated& of, language wanted) {
  const published_exclusions all = exclusions_of(of);
  to.key("exclusions");
  to.object([&] {
    to.field("people", all.people);
    to.key("reasons");
    to.list(all.reasons, [&](const published_exclusions::reason& one) {
      to.object([&] {
        to.field("reason", one.id);
        to.field("rule", one.which != nullptr);
        to.field("text", one.words.in(wanted));
        to.field("people", one.people);
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

decimal thousandths(double figure) { return {std::llround(figure * 1000), 3}; }

template <class Value>
void or_null(json_writer& to, const char* key, const std::optional<Value>& figure) {
  to.key(key);
  figure ? to.value(*figure) : to.value(nullptr);
}

std::optional<decimal> thousandths(const std::optional<double>& figure) {
  return figure ? std::optional(thousandths(*figure)) : std::nullopt;
}

void write_reach(json_writer& to, const dimension_reach& of) {
  to.object([&] {
    to.field("places", of.places);
    to.field("places_without_time", of.places_without_time);
    to.field("places_closed", of.places_closed);
    to.field("places_remote", of.places_remote);
    to.field("places_without_point", of.places_without_point);
    to.field("minutes_a_week", of.minutes_a_week);
    or_null(to, "minutes_by_person", thousandths(of.minutes));
    to.field("people_without_percent", thousandths(100 * of.share_without));
    to.field("white_zones", of.white_zones);
  });
}

void write_reach(json_writer& to, const area_reach& of) {
  if (!of.located) return to.value(nullptr);
  to.object([&] {
    or_null(to, "minutes_by_person", thousandths(of.minutes));
    to.field("places", of.places);
    to.field("places_without_time", of.places_without_time);
    or_null(to, "nearest_metres", of.nearest_metres);
    to.field("people_without_percent", thousandths(100 * of.share_without));
    to.field("white_zone", of.is_white());
  });
}

void write_access(json_writer& to, const simulated& of) {
  const territory_reach all = reach_of(of.rules, of.land, of.people, of.told);
  to.key("access");
  to.object([&] {
    to.key("bands");
    to.list(of.told.reach.bands, [&](const reach_band& one) {
      to.object([&] {
        to.field("metres", one.metres);
        to.field("percent", decimal{one.percent_thousandths, 3});
      });
    });
    to.key("dimensions");
    to.object([&] {
      for (std::size_t lane = 0; lane < all.size(); ++lane) {
        to.key(dimension_names[lane]);
        write_reach(to, all[lane]);
      }
    });
    to.key("areas");
    to.list(of.people.areas, [&](const people_area& area) {
      const auto which = static_cast<std::size_t>(&area - of.people.areas.data());
      to.object([&] {
        to.field("area", area.id);
        for (std::size_t lane = 0; lane < all.size(); ++lane) {
          to.key(dimension_names[lane]);
          write_reach(to, all[lane].areas[which]);
        }
      });
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
    write_exclusions(to, of, wanted);
    write_path(to, of);
    write_checks(to, of);
    write_losses(to, of);
    write_areas(to, of);
    write_publics(to, of);
    write_access(to, of);
    write_places(to, of);
    to.key("manifest");
    to.object([&] { manifest_fields(to, of); });
  });
}

}  // namespace aiguillage
