#include <algorithm>

#include "aiguillage/follow.h"

namespace aiguillage {
namespace {

std::vector<compared_stop> stops_of(const referral& of) {
  std::vector<compared_stop> result;
  if (of.plans.empty()) return result;
  for (const referral_stop& stop : of.plans.front().stops) {
    compared_stop one{stop.who, stop.decides, {}, stop.day, stop.through.mode};
    for (const served_need& each : stop.serves) one.needs.push_back({each.which->type, each.which->right});
    result.push_back(std::move(one));
  }
  return result;
}

bool same_stop(const compared_stop& a, const compared_stop& b) {
  if (!(a.who == b.who) || a.decides != b.decides) return false;
  if (a.needs.empty() && b.needs.empty()) return true;
  return std::any_of(a.needs.begin(), a.needs.end(), [&](const need_key& one) {
    return std::find(b.needs.begin(), b.needs.end(), one) != b.needs.end();
  });
}

}  // namespace

plan_change change_of(const referral& before, const referral& after, int days_between) {
  std::vector<compared_stop> left = stops_of(before);
  for (compared_stop& one : left) one.day -= days_between;
  plan_change result;
  for (compared_stop& one : stops_of(after)) {
    const auto same = std::find_if(left.begin(), left.end(),
                                   [&](const compared_stop& each) { return same_stop(each, one); });
    if (same == left.end()) {
      result.fresh.push_back(std::move(one));
      continue;
    }
    if (same->day != one.day || same->mode != one.mode) result.altered.push_back({*same, one});
    left.erase(same);
    result.stays.push_back(std::move(one));
  }
  result.gone = std::move(left);
  return result;
}

const kept_appointment* appointment_at(const situation& person, const referral_stop& stop) {
  if (stop.decides) return nullptr;
  for (const kept_appointment& one : person.so_far.kept) {
    if (!(one.who == stop.who)) continue;
    for (const served_need& each : stop.serves)
      if (std::find(one.needs.begin(), one.needs.end(), need_key{each.which->type, each.which->right}) !=
          one.needs.end())
        return &one;
  }
  return nullptr;
}

}  // namespace aiguillage
