#include <algorithm>
#include <set>

#include "aiguillage/explain/rivals.h"
#include "report/why_not_parts.h"

namespace aiguillage::report {
namespace {

/// Needs with the same reasons are told together.
std::vector<std::pair<std::string, const need_standing_there*>> told_together(referral_page& to,
                                                                              const why_not& of) {
  std::vector<std::pair<std::string, const need_standing_there*>> groups;
  const auto key = [&](const need_standing_there& one) {
    std::string words = to.on.say(standing_words(to.rules, one));
    for (const bar& each : one.bars) words += "\n" + to.on.say(bar_words(to.rules, to.land, of, each));
    return words;
  };
  for (const need_standing_there& one : of.needs) {
    const std::string name = to.on.say(need_words(to.rules, *one.which));
    const auto same = std::find_if(groups.begin(), groups.end(),
                                   [&](const auto& known) { return key(*known.second) == key(one); });
    if (same == groups.end())
      groups.emplace_back(name, &one);
    else
      same->first += " · " + name;
  }
  return groups;
}

void bar_line(referral_page& to, const why_not& of, const bar& one) {
  std::string words = to.on.say(bar_words(to.rules, to.land, of, one));
  if (one.by != nullptr)
    words += " [" + one.by->id + " · " + one.by->where.file + ":" + std::to_string(one.by->where.line) +
             " · " + joined_sources(one.by->sources) + "]";
  to.on.bullet(words, 4, ink::faint);
}

std::string marks(const page& on, const fact_change& one) {
  std::string words;
  if (!one.open) words += on.say({" (la réponse notée est autre)", " (the answer on record is another)"});
  if (one.sensitive) words += on.say({" (donnée sensible)", " (sensitive)"});
  return words;
}

void way_lines(referral_page& to, const way_in& way) {
  bool first = true;
  for (const fact_change& one : way.changes) {
    const text lead = !first     ? text{"et ", "and "}
                      : one.open ? text{"• si la réponse est : ", "• if the answer is: "}
                                 : text{"• si c'était : ", "• if it were: "};
    to.on.hanging(to.on.say(lead), to.on.say(change_words(to.rules, to.person, one)) + marks(to.on, one),
                  first ? 2 : 4);
    first = false;
  }
  if (way.in_main_plan == tri::unknown) return;
  to.on.paragraph(to.on.say(way.in_main_plan == tri::yes
                                ? text{"le parcours proposé y passerait", "the proposed path would go there"}
                                : text{"possible, mais un autre parcours resterait devant",
                                       "possible, but another path would stay before it"}),
                  4, ink::faint);
}

void ways_lines(referral_page& to, const why_not& of) {
  constexpr std::size_t most_shown = 5;
  to.on.paragraph(to.on.say(ways_words(of)), 2);
  const std::size_t shown = std::min(of.in.ways.size(), most_shown);
  for (std::size_t i = 0; i < shown; ++i) way_lines(to, of.in.ways[i]);
  const std::size_t left = of.in.ways.size() - shown + of.in.more;
  if (left > 0)
    to.on.paragraph(to.on.say({"et " + std::to_string(left) + " autres (--json en donne plus)",
                               "and " + std::to_string(left) + " others (--json gives more)"}),
                    2, ink::faint);
  if (!of.in.ways.empty())
    to.on.paragraph(to.on.say({"Ce n'est pas un conseil : cela dit ce qui serait autrement.",
                               "This is no advice: it says what would be otherwise."}),
                    2, ink::faint);
}

void one_part(referral_page& to, const why_not& of) {
  const bool one_place = of.about.who.size() == 1;
  const std::string name = one_place ? to.name_of(to.land.actors[of.about.who.front()])
                                     : to.on.say(to.rules.actor_types[of.about.type].label);
  to.on.heading({"Pourquoi pas : " + name, "Why not: " + name});
  to.on.paragraph(to.on.say(standing_words(to.rules, of)), 2);
  for (const auto& [needs, one] : told_together(to, of)) {
    to.on.bullet(sentence(needs) + to.on.say({" : ", ": "}) + to.on.say(standing_words(to.rules, *one)), 2);
    for (const bar& each : one->bars) bar_line(to, of, each);
  }
  if (of.through) to.on.paragraph(to.on.say(detour_words(to.rules, *of.through)), 2);
  if (of.stands == place_standing::out && !of.bridges) ways_lines(to, of);
}

std::string difference_words(const page& on, const rivalry& found) {
  std::string words;
  for (std::size_t i = 0; i < found.by.size(); ++i)
    if (found.by[i] != 0)
      words += (words.empty() ? "" : ", ") + on.say(part_words(static_cast<score_part>(i), found.by[i]));
  return words.empty()
             ? on.say({"rien, l'ordre des lieux départage", "nothing, the order of the places decides"})
             : words;
}

}  // namespace

void why_not_part(referral_page& to, const std::vector<asked_actor>& asked) {
  for (const asked_actor& one : asked)
    one_part(to, why_not_there(to.rules, to.land, to.person, to.found, to.proposed, one));
}

void second_lines(referral_page& to, bool tips) {
  const std::optional<rivalry> found = rivals_of(to.proposed, tips);
  if (!found) return;
  to.on.paragraph(
      to.on.say({"ce qui les sépare : ", "what sets them apart: "}) + difference_words(to.on, *found), 4,
      ink::faint);
  std::vector<actor_id> said;
  for (const tipping_point& one : found->tips) {
    if (std::find(said.begin(), said.end(), one.who) != said.end()) continue;
    const bool shown = one.what == door_figure::days || one.what == door_figure::travel;
    if (!shown || said.size() == 2) continue;
    said.push_back(one.who);
    to.on.paragraph(to.name_of(to.land.actors[one.who]) + ", " + to.on.say(tip_words(one)), 4, ink::faint);
  }
  if (found->second_if_all_closed)
    to.on.paragraph(to.on.say({"si les lieux propres au parcours proposé étaient fermés : ce parcours",
                               "if the places that only the proposed path has were closed: this path"}),
                    4, ink::faint);
}

}  // namespace aiguillage::report
