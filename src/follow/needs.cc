#include <algorithm>

#include "follow/learner.h"

namespace aiguillage::detail {
namespace {

bool is_booked(const learner& with, const need_key& which) {
  return std::any_of(with.out.kept.begin(), with.out.kept.end(),
                     [&](const appointment& one) { return holds(one.kept.needs, which); });
}

bool is_certain(const need& one) { return one.status == need_status::certain; }

std::vector<need_key> certain_needs(const learner& with, const need_key& written) {
  std::vector<need_key> result;
  for (const need& one : with.found.needs)
    if (is_certain(one) && same_need(written, {one.type, one.right})) result.push_back({one.type, one.right});
  return result;
}

std::vector<need_key> settled_needs(const learner& with, const need_key& written) {
  std::vector<need_key> result;
  for (const need_key& one : with.out.person.so_far.settled)
    if (same_need(written, one)) result.push_back(one);
  return result;
}

}  // namespace

bool same_need(const need_key& written, const need_key& which) {
  return written.type == which.type && (!written.right.known() || written.right == which.right);
}

bool holds(const std::vector<need_key>& list, const need_key& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

std::vector<need_key> written_needs(learner& with) {
  std::vector<need_key> result;
  for (const need_key& written : with.now.written->needs) {
    std::vector<need_key> meant = certain_needs(with, written);
    const text name = named(with, written);
    if (meant.empty()) {
      meant = settled_needs(with, written);
      if (!meant.empty() && with.now.written->what != event_kind::booked)
        warn(with, "need-settled",
             {name.fr + " : ce besoin était déjà réglé", name.en + ": this need was already settled"});
    }
    if (meant.empty()) {
      warn(with, "need-not-certain",
           {name.fr + " : ce besoin n'était pas sûr", name.en + ": this need was not certain"},
           {"vérifiez le nom du besoin, ou complétez la situation",
            "check the name of the need, or complete the situation"});
      meant = {written};
    }
    for (const need_key& one : meant)
      if (!holds(result, one)) result.push_back(one);
  }
  return result;
}

std::vector<need_key> booked_needs(const learner& with) {
  std::vector<need_key> result;
  for (const appointment& one : with.out.kept)
    if (one.kept.who == with.where)
      for (const need_key& each : one.kept.needs)
        if (!holds(result, each)) result.push_back(each);
  return result;
}

bool could_serve(const learner& with, const need& what) {
  situation anew = with.out.person;
  anew.so_far = {};
  const actor_type_id type = with.land.actors[with.where].type;
  if (with.rules.needs[what.type].decided && what.decided_by == type) return true;
  return service_at(with.rules, with.land, anew, with.found, with.where, what).served;
}

std::vector<need_key> needs_here(learner& with) {
  if (!with.now.written->needs.empty()) return written_needs(with);
  std::vector<need_key> result = booked_needs(with);
  if (!result.empty()) return result;
  for (const need& one : with.found.needs) {
    const need_key key{one.type, one.right};
    if (is_certain(one) && !is_booked(with, key) && could_serve(with, one)) result.push_back(key);
  }
  return result;
}

}  // namespace aiguillage::detail
