#include "aiguillage/interview.h"

#include <algorithm>

#include "aiguillage/referral.h"
#include "qualify/derive.h"

namespace aiguillage {

outlook outlook_of(const pack& rules, const territory& land, const situation& person) {
  const detail::findings now = detail::derive(rules, person);
  qualification found;
  found.urgency = now.urgency;
  found.urgency_because = now.urgency_because;
  found.needs = now.needs;
  outlook result;
  result.urgency = found.urgency;
  for (const need& one : found.needs)
    if (one.status == need_status::certain) result.needs.emplace_back(one.type, one.right);
  const referral proposed = refer(rules, land, person, found, 1);
  if (proposed.plans.empty()) return result;
  for (const referral_stop& stop : proposed.plans.front().stops)
    if (stop.after.empty()) result.first_stops.push_back(stop.who);
  std::sort(result.first_stops.begin(), result.first_stops.end());
  return result;
}

situation told_so_far(const interview& of) {
  situation result = of.start;
  for (const reply& one : of.replies) result.facts[one.which] = one.told;
  return result;
}

void ask(interview& of, const question& which) { of.asking = which.facts; }

void answer(interview& of, const fact_value& told) {
  const fact_id which = of.asking.front();
  of.asking.erase(of.asking.begin());
  of.replies.push_back({which, told, of.asking});
}

void pass_over(interview& of) {
  while (!of.asking.empty()) answer(of, {});
}

bool undo(interview& of) {
  if (of.replies.empty()) return false;
  const reply last = of.replies.back();
  of.replies.pop_back();
  of.asking = {last.which};
  of.asking.insert(of.asking.end(), last.rest.begin(), last.rest.end());
  return true;
}

void change(interview& of, std::size_t which, const fact_value& told) { of.replies[which].told = told; }

}  // namespace aiguillage
