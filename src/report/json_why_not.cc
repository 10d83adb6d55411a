#include <algorithm>

#include "aiguillage/explain/record.h"
#include "aiguillage/explain/rivals.h"
#include "report/json_parts.h"
#include "report/why_not_parts.h"

namespace aiguillage::report {
namespace {

constexpr std::array<const char*, 6> standing_names = {"in_plan",    "decides",      "able",
                                                       "able_along", "asks_no_stop", "out"};
constexpr std::array<const char*, 10> bar_names = {"hard_rule", "hard_state", "consent", "place",
                                                   "absent",    "remit",      "level",   "condition",
                                                   "strong",    "vital_first"};

struct writing {
  json_writer& out;
  const pack& rules;
  const territory& land;
  const situation& person;
  const why_not& of;
  language wanted;
};

void rule_fields(json_writer& to, const rule* by) {
  to.field("rule", by == nullptr ? nullptr : &by->id);
  to.field("file", by == nullptr ? nullptr : &by->where.file);
  to.field("line", by == nullptr ? std::nullopt : std::optional(by->where.line));
  to.field("source", by == nullptr ? std::nullopt : std::optional(joined_sources(by->sources)));
}

void write_bar(const writing& to, const bar& one) {
  to.out.object([&] {
    to.out.field("kind", bar_names[static_cast<std::size_t>(one.kind)]);
    rule_fields(to.out, one.by);
    to.out.field("text", bar_words(to.rules, to.land, to.of, one).in(to.wanted));
    if (one.who.known()) to.out.field("actor", to.land.actors[one.who].id);
    if (one.kind != bar_kind::condition) return;
    to.out.key("holds");
    write_truth(to.out, one.holds);
  });
}

void write_needs(const writing& to) {
  to.out.list(to.of.needs, [&](const need_standing_there& one) {
    to.out.object([&] {
      to.out.field("id", need_name(to.rules, one.which->type, one.which->right));
      to.out.field("standing", standing_names[static_cast<std::size_t>(one.stands)]);
      to.out.field("text", standing_words(to.rules, one).in(to.wanted));
      to.out.key("reasons");
      to.out.list(one.bars, [&](const bar& each) { write_bar(to, each); });
    });
  });
}

void write_detour(const writing& to, const detour& one) {
  to.out.object([&] {
    to.out.field("through", need_name(to.rules, one.through->type, one.through->right));
    to.out.field("stops", static_cast<int>(one.stops) - static_cast<int>(one.main_stops));
    to.out.field("days", one.cost.days - one.main_cost.days);
    to.out.field("travel_minutes", one.cost.travel_minutes - one.main_cost.travel_minutes);
    to.out.field("handoffs", one.cost.handoffs - one.main_cost.handoffs);
    to.out.field("partial_services", one.cost.partial_services - one.main_cost.partial_services);
    to.out.field("waiting", decimal{one.cost.waiting - one.main_cost.waiting, 1});
    to.out.field("loss_risk", decimal{one.cost.loss - one.main_cost.loss, 3});
    to.out.field("exact", one.exact);
    to.out.field("text", detour_words(to.rules, one).in(to.wanted));
  });
}

void write_value(json_writer& to, const fact& of, const fact_value& value) {
  if (of.kind == fact_kind::boolean) return to.value(value.values.test(1));
  if (of.kind == fact_kind::integer) return to.value(value.thousandths / 1000);
  if (of.kind == fact_kind::number) return to.value(decimal{value.thousandths, 3});
  if (of.kind == fact_kind::code) return to.value(value.code);
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < of.values.size(); ++i)
    if (value.values.test(i)) ids.push_back(of.values[i].id);
  of.kind == fact_kind::set_of ? to.row(ids) : to.value(ids.front());
}

void write_change(const writing& to, const fact_change& one) {
  const fact& of = to.rules.facts[one.which];
  const auto write_each = [&](const fact_value& each) { write_value(to.out, of, each); };
  to.out.object([&] {
    to.out.field("fact", of.id);
    to.out.key("values");
    of.kind == fact_kind::set_of ? to.out.list(one.to, write_each) : to.out.row(one.to, write_each);
    to.out.field("open", one.open);
    to.out.field("sensitive", one.sensitive);
    to.out.field("words", change_words(to.rules, to.person, one).in(to.wanted));
  });
}

void write_ways(const writing& to) {
  to.out.object([&] {
    to.out.field("most_changes", most_changes);
    to.out.field("tried", to.of.in.tried);
    to.out.field("cut_short", to.of.in.cut_short);
    to.out.field("more", to.of.in.more);
    to.out.field("text", ways_words(to.of).in(to.wanted));
    to.out.key("list");
    to.out.list(to.of.in.ways, [&](const way_in& one) {
      to.out.object([&] {
        to.out.key("changes");
        to.out.list(one.changes, [&](const fact_change& each) { write_change(to, each); });
        to.out.key("in_main_plan");
        write_truth(to.out, one.in_main_plan);
      });
    });
  });
}

/// The one reason that stands for all: the hardest of the needs.
const bar* hardest(const why_not& of) {
  const bar* first = nullptr;
  for (const need_standing_there& one : of.needs)
    if (!one.bars.empty() && (first == nullptr || one.bars.front().kind < first->kind))
      first = &one.bars.front();
  return first;
}

}  // namespace

void write_why_not(json_writer& out, const pack& rules, const territory& land, const situation& person,
                   const why_not& of, language wanted) {
  const writing to{out, rules, land, person, of, wanted};
  const bar* by = hardest(of);
  std::vector<std::string> words;
  for (const way_in& one : of.in.ways)
    for (const fact_change& each : one.changes) words.push_back(change_words(rules, person, each).in(wanted));
  out.object([&] {
    out.field("actor", of.about.name);
    out.key("actors");
    write_ids(out, land.actors, of.about.who);
    out.field("type", id_or_null(rules.actor_types, of.about.type));
    out.field("standing", standing_names[static_cast<std::size_t>(of.stands)]);
    out.field("rule", by == nullptr || by->by == nullptr ? nullptr : &by->by->id);
    out.field("text", standing_words(rules, of).in(wanted));
    out.key("needs");
    write_needs(to);
    out.key("detour");
    of.through ? write_detour(to, *of.through) : out.value(nullptr);
    out.key("would_change");
    out.row(words);
    if (of.stands != place_standing::out || of.bridges) return;
    out.key("ways");
    write_ways(to);
  });
}

namespace {

/// A figure of a door: thousandths for a risk or a load.
void write_figure(json_writer& to, const char* name, const tipping_point& one, int value, bool known) {
  const bool thousandths = one.what == door_figure::loss || one.what == door_figure::load;
  to.key(name);
  if (!known || one.what == door_figure::closed)
    to.value(nullptr);
  else
    thousandths ? to.value(decimal{value, 3}) : to.value(value);
}

void write_tip(json_writer& to, const territory& land, const tipping_point& one, language wanted) {
  to.object([&] {
    to.field("actor", land.actors[one.who].id);
    to.field("what", door_figure_names[static_cast<std::size_t>(one.what)]);
    write_figure(to, "now", one, one.now, true);
    write_figure(to, "from", one, one.from, true);
    write_figure(to, "second_from", one, one.second_from, one.second_from >= 0);
    to.field("second_wins", one.second_from >= 0);
    to.field("text", tip_words(one).in(wanted));
  });
}

}  // namespace

void write_second(json_writer& to, const territory& land, const referral& proposed, language wanted) {
  const std::optional<rivalry> found = rivals_of(proposed);
  if (!found) return to.value(nullptr);
  const auto share = [&](std::int64_t score) {
    return decimal{(2 * score + (score < 0 ? -1 : 1) * found->weight) / (2 * found->weight), 3};
  };
  to.object([&] {
    to.field("score_difference", share(found->difference));
    to.key("by");
    to.object([&] {
      for (std::size_t i = 0; i < score_part_names.size(); ++i)
        to.field(score_part_names[i], share(found->by[i]));
    });
    to.key("would_win_if");
    to.list(found->tips, [&](const tipping_point& one) { write_tip(to, land, one, wanted); });
    to.field("wins_if_all_closed", found->second_if_all_closed);
  });
}

void write_record(json_writer& to, const pack& rules, const situation& person, const actor& who) {
  const actor_record one = record_of(rules, person, who);
  to.object([&] {
    to.field("producer", name_or_null(one.producer));
    to.field("vintage", name_or_null(one.vintage));
    to.field("age_days", one.age_days);
    to.field("stale", one.stale);
  });
}

}  // namespace aiguillage::report
