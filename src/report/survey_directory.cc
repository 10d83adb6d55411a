#include <algorithm>

#include "report/markup.h"
#include "report/stop_words.h"
#include "report/survey_parts.h"
#include "report/text_parts.h"
#include "report/week_words.h"

/// The partners' directory: who, what, when, where; one line per actor.
namespace aiguillage::report {
namespace {

/// The needs that few others conclude first: they say best what a place is for.
std::vector<need_type_id> by_rarity(const survey_view& to, const value_set& set) {
  std::vector<std::pair<std::size_t, need_type_id>> all;
  for (const need_survey& one : to.seen.needs)
    if (set.test(one.which.index())) all.emplace_back(one.concluding.size(), one.which);
  std::sort(all.begin(), all.end());
  std::vector<need_type_id> needs;
  for (const auto& [count, which] : all) needs.push_back(which);
  return needs;
}

/// The rights that an operator decides; those that it decides for people under its regime only, apart.
std::string decided_words(const survey_view& to, actor_type_id type) {
  std::vector<std::string> usual;
  std::vector<std::string> instead;
  for (const right_survey& one : to.seen.rights) {
    const right& of = to.rules.rights[one.which];
    if (of.decided_by == type)
      usual.push_back(to.on.say(of.label));
    else if (std::find(one.operators.begin(), one.operators.end(), type) != one.operators.end())
      instead.push_back(to.on.say(of.label));
  }
  std::string words;
  if (!usual.empty()) words = to.on.say({"Décide : ", "Decides: "}) + some_of(to, usual, 5) + ".";
  if (!instead.empty())
    append(words,
           to.on.say({"Décide pour qui en relève : ", "Decides for people under its regime: "}) +
               some_of(to, instead, 5) + ".",
           " ");
  return words;
}

std::string what(const survey_view& to, actor_id who) {
  std::string decided = decided_words(to, to.land.actors[who].type);
  if (!decided.empty()) return decided;
  const actor_survey& one = to.seen.actors[who];
  const std::vector<need_type_id> needs = by_rarity(to, one.concludes);
  if (!needs.empty()) return sentence(needs_words(to, needs, 5)) + ".";
  const std::vector<need_type_id> first = by_rarity(to, one.first_level);
  if (first.empty()) return "";
  return to.on.say({"En premier niveau : ", "At first level: "}) + needs_words(to, first, 5) + ".";
}

std::string when(const survey_view& to, const actor& who) {
  std::string words = who.hours.empty() ? to.on.say({"horaires non connus", "hours not known"})
                                        : week_words(who, to.on.style.wanted);
  if (!who.full_until.empty() && who.full_until > to.seen.day)
    append(words, to.on.say({"complet jusqu'au ", "full until "}) + who.full_until, " · ");
  return sentence(words);
}

std::string where(const survey_view& to, const actor& who) {
  std::string words;
  if (who.at.known()) {
    const site& at = to.land.sites[who.at];
    append(words, at.name == who.name ? "" : at.name, " · ");
    append(words, at.address.empty() ? at.commune : at.address, " · ");
  }
  append(words, unbroken(who.phone), " · ");
  append(words, who.email, " · ");
  return words;
}

std::string who_words(const survey_view& to, actor_id who) {
  const std::string name = name_of(to, who);
  const std::string& type = to.on.say(to.rules.actor_types[to.land.actors[who].type].label);
  return name == type ? name : name + " (" + type + ")";
}

}  // namespace

std::string survey_directory(const survey_view& to) {
  std::vector<actor_id> order;
  for (std::size_t i = 0; i < to.land.actors.size(); ++i) order.emplace_back(i);
  std::sort(order.begin(), order.end(), [&](actor_id a, actor_id b) {
    const actor& one = to.land.actors[a];
    const actor& other = to.land.actors[b];
    if (one.type != other.type) return one.type < other.type;
    return one.name != other.name ? one.name < other.name : a < b;
  });
  std::vector<std::vector<std::string>> rows;
  for (const actor_id one : order) {
    const actor& at = to.land.actors[one];
    rows.push_back({who_words(to, one), what(to, one), when(to, at), where(to, at)});
  }
  const std::vector<std::string> head = {to.on.say({"Qui", "Who"}), to.on.say({"Quoi", "What"}),
                                         to.on.say({"Quand", "When"}), to.on.say({"Où", "Where"})};
  return part_of(to, "directory", {"Annuaire des partenaires", "Directory of partners"},
                 table_of(head, rows));
}

}  // namespace aiguillage::report
