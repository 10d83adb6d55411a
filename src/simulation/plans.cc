#include <algorithm>
#include <set>

#include "referral/nearby.h"
#include "simulation/running.h"

namespace aiguillage::detail {
namespace {

int minutes_at(const pack& rules, const referral_stop& stop) {
  int minutes = 0;
  for (const served_need& one : stop.serves) minutes += help_minutes(rules, *one.which);
  return minutes;
}

/// How far a person got along a plan.
struct walked {
  std::vector<std::optional<std::size_t>> arrived;  // the day of each stop, none: they did not arrive
  bool lost = false;
  bool beyond = false;  // an appointment after the last day
  std::size_t last = 0;
};

/// The day from which a stop can be, none when one before it was not reached.
std::optional<std::size_t> ready(const referral_stop& stop, const walked& so_far, std::size_t came) {
  std::size_t day = came;
  for (const int before : stop.after) {
    const std::optional<std::size_t>& other = so_far.arrived[static_cast<std::size_t>(before)];
    if (!other) return std::nullopt;
    day = std::max(day, *other);
  }
  return day;
}

/// One stop: the hand-off, then the first day on which the place has time.
std::optional<std::size_t> visit(running& in, const arrival& who, const referral_plan& plan,
                                 std::size_t which, std::size_t from, walked& so_far, person_result& result) {
  const referral_stop& stop = plan.stops[which];
  const actor_id sender = stop.from < 0 ? actor_id{} : plan.stops[static_cast<std::size_t>(stop.from)].who;
  const handed_over made{sender, stop.who, stop.through, static_cast<std::uint32_t>(which)};
  if (!hand_over(in, who, made, result)) {
    so_far.lost = true;
    return std::nullopt;
  }
  const std::optional<std::size_t> day = arrive(in, made, from + static_cast<std::size_t>(stop.through.days),
                                                minutes_at(in.rules, stop), result);
  if (!day)
    so_far.beyond = true;
  else
    so_far.last = std::max(so_far.last, *day);
  return day;
}

walked walk(running& in, const referral_plan& plan, const arrival& who, person_result& result) {
  walked so_far{{}, false, false, who.day};
  for (std::size_t i = 0; i < plan.stops.size(); ++i) {
    const referral_stop& stop = plan.stops[i];
    const std::optional<std::size_t> from = ready(stop, so_far, who.day);
    if (!from || stop.decides)
      so_far.arrived.push_back(stop.decides ? from : std::nullopt);
    else
      so_far.arrived.push_back(visit(in, who, plan, i, *from, so_far, result));
  }
  return so_far;
}

void count_needs(running& in, const qualification& found, const referral& proposed, const walked* way,
                 person_result& result) {
  std::set<const need*> reached;
  if (way != nullptr)
    for (std::size_t i = 0; i < way->arrived.size(); ++i)
      if (way->arrived[i] && !proposed.plans.front().stops[i].decides)
        for (const served_need& one : proposed.plans.front().stops[i].serves) reached.insert(one.which);
  const auto is = [](const auto& list, const need& one) {
    return std::any_of(list.begin(), list.end(), [&](const auto& each) { return each.which == &one; });
  };
  const auto waits = [&](const need& one) {  // for the end of the path: it asks for no stop
    if (way == nullptr) return false;
    const std::vector<const need*>& later = proposed.plans.front().offered_afterwards;
    return std::find(later.begin(), later.end(), &one) != later.end();
  };
  for (const need& one : found.needs)
    if (one.status == need_status::certain && !is(proposed.waived, one) && !waits(one))
      count_need(in, one, {reached.contains(&one), is(proposed.unmet, one)}, result);
}

bool same_stop(const referral_stop& a, const referral_stop& b) {
  const auto same_need = [](const served_need& x, const served_need& y) {
    return x.which == y.which && x.help == y.help;
  };
  return a.who == b.who && a.day == b.day && a.from == b.from && a.after == b.after &&
         a.decides == b.decides && a.through.mode == b.through.mode && a.through.travel == b.through.travel &&
         std::equal(a.serves.begin(), a.serves.end(), b.serves.begin(), b.serves.end(), same_need);
}

bool same_plans(const referral& a, const referral& b) {
  const auto same_unmet = [](const unmet_need& x, const unmet_need& y) { return x.which == y.which; };
  const auto same_plan = [](const referral_plan& x, const referral_plan& y) {
    return std::equal(x.stops.begin(), x.stops.end(), y.stops.begin(), y.stops.end(), same_stop);
  };
  return std::equal(a.unmet.begin(), a.unmet.end(), b.unmet.begin(), b.unmet.end(), same_unmet) &&
         std::equal(a.plans.begin(), a.plans.end(), b.plans.begin(), b.plans.end(), same_plan);
}

}  // namespace

void plan(running& in, std::uint64_t number, prepared& person) {
  situation& facts = person.drawn.facts;
  if (!in.homes.in_parts()) {
    person.planned = refer(in.rules, in.land, facts, person.found, 1);
    return;
  }
  person.checked = number % plans_checked_one_in == 0;
  std::optional<referral> whole;
  if (person.checked) whole = refer(in.rules, in.land, facts, person.found, 1);
  const catchment& near = in.homes.of(in.land, facts);
  if (!facts.home) facts.home = near.home;
  person.planned = refer_nearby(in.homes.index(), near, in.rules, in.land, facts, person.found, 1);
  person.differs = whole && !same_plans(*whole, *person.planned);
}

person_result follow_plan(running& in, const arrival& who, const qualification& found,
                          const referral& proposed) {
  person_result result;
  count_exclusions(in, proposed.unmet);
  if (proposed.plans.empty()) {
    count_needs(in, found, proposed, nullptr, result);
    result.end = proposed.unmet.empty() ? outcome::reached : outcome::no_path;
    return result;
  }
  result.with_path = true;
  const walked way = walk(in, proposed.plans.front(), who, result);
  result.days = static_cast<std::int32_t>(way.last - who.day);
  count_needs(in, found, proposed, &way, result);
  result.end = way.lost                  ? outcome::renounced
               : way.beyond              ? outcome::waiting
               : !proposed.unmet.empty() ? outcome::partly
                                         : outcome::reached;
  return result;
}

}  // namespace aiguillage::detail
