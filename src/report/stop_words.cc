#include "report/stop_words.h"

#include <algorithm>

#include "aiguillage/explain/why.h"
#include "report/followed.h"

namespace aiguillage::report {

void append(std::string& to, const std::string& words, const std::string& between) {
  if (!words.empty()) to += (to.empty() ? "" : between) + words;
}

namespace {

std::string counted(const page& on, int count, const text& one, const text& many) {
  return std::to_string(count) + "\u00a0" + on.say(count < 2 ? one : many);
}

}  // namespace

std::string unbroken(const std::string& number) {
  std::string words;
  for (const char one : number) words += one == ' ' ? "\xC2\xA0" : std::string(1, one);
  return words;
}

std::string cost_words(const page& on, const referral_plan& plan) {
  const auto decisions = std::count_if(plan.stops.begin(), plan.stops.end(),
                                       [](const referral_stop& one) { return one.decides; });
  const int stops = static_cast<int>(plan.stops.size()) - static_cast<int>(decisions);
  std::string words = counted(on, stops, {"étape", "stop"}, {"étapes", "stops"});
  if (decisions > 0)
    words += on.say({", puis ", ", then "}) + counted(on, static_cast<int>(decisions),
                                                      {"décision d'organisme", "decision by an organism"},
                                                      {"décisions d'organismes", "decisions by organisms"});
  words += " · " + counted(on, plan.cost.handoffs, {"passage de relais", "hand-off"},
                           {"passages de relais", "hand-offs"});
  words += " · " + counted(on, plan.cost.days, {"jour", "day"}, {"jours", "days"}) +
           on.say({" jusqu'à la dernière étape", " until the last stop"});
  return words + " · " + std::to_string(plan.cost.travel_minutes) +
         on.say({"\u00a0min de trajet", "\u00a0min of travel"});
}

std::string deadline_words(const referral_page& to, const referral_plan& plan) {
  if (plan.after_deadline.empty()) return "";
  std::string steps;
  for (const int one : plan.after_deadline) steps += (steps.empty() ? "" : ", ") + std::to_string(one + 1);
  if (const int passed = plan.deadline_passed; passed > 0)
    return to.on.say({"Attention, la date limite est passée depuis ", "Beware, the deadline passed "}) +
           counted(to.on, passed, {"jour", "day"}, {"jours", "days"}) +
           to.on.say({" : toutes les étapes viennent après.", " ago: all stops come after it."});
  return to.on.say({"Attention, après la date limite (", "Beware, after the deadline ("}) +
         to.when(plan.deadline) + to.on.say({") : étape ", "): step "}) + steps + ".";
}

std::string hours_words(const std::string& hours, language wanted) {
  if (wanted == language::en) return hours;
  static constexpr std::array<std::pair<const char*, const char*>, 9> names = {{{"Mo", "lun."},
                                                                                {"Tu", "mar."},
                                                                                {"We", "mer."},
                                                                                {"Th", "jeu."},
                                                                                {"Fr", "ven."},
                                                                                {"Sa", "sam."},
                                                                                {"Su", "dim."},
                                                                                {"PH", "fériés"},
                                                                                {"off", "fermé"}}};
  std::string words;
  for (std::size_t i = 0; i < hours.size();) {
    const auto* match = std::find_if(names.begin(), names.end(), [&](const auto& one) {
      return hours.compare(i, std::string(one.first).size(), one.first) == 0;
    });
    words += match == names.end() ? std::string(1, hours[i]) : match->second;
    i += match == names.end() ? 1 : std::string(match->first).size();
  }
  return words;
}

std::string place_words(const referral_page& to, const actor& who) {
  std::string words;
  append(words, sentence(to.on.say(to.rules.actor_types[who.type].label)));
  if (who.at.known()) append(words, to.land.sites[who.at].address);
  append(words, unbroken(who.phone));
  append(words, who.email);
  append(words, who.website);
  return words;
}

bool is_told(const handoff_note& note, need_type_id which) {
  return std::find(note.needs_told.begin(), note.needs_told.end(), which) != note.needs_told.end();
}

std::vector<std::string> served_words(const referral_page& to, const referral_stop& stop,
                                      const handoff_note* note) {
  std::vector<std::string> all;
  for (const served_need& each : stop.serves) {
    const text label = note == nullptr ? need_words(to.rules, *each.which)
                                       : need_words_at(to.rules, *each.which, *note, to.actor_of(stop).type);
    std::string words = sentence(to.on.say(label));
    if (note != nullptr && !is_told(*note, each.which->type)) {
      if (std::find(all.begin(), all.end(), words) == all.end()) all.push_back(words);
      continue;
    }
    if (!stop.decides) append(words, to.on.say(help_words(to.rules, each.help)), " → ");
    if (each.quality == grade::partial)
      words += to.on.say({" (premier niveau : à compléter si cela ne suffit pas)",
                          " (first level: to be completed if it is not enough)"});
    all.push_back(words);
  }
  if (stop.serves.empty())
    all.push_back(to.on.say(
        {"Là pour que les étapes suivantes soient possibles", "There to make the next steps possible"}));
  return all;
}

std::string states_words(const referral_page& to, const std::vector<state_id>& states) {
  std::string words;
  for (const state_id one : states) append(words, to.on.say(to.rules.states[one].label));
  return words.empty() ? words : sentence(words) + ".";
}

std::string follow_up_words(const referral_page& to, const referral_plan& plan, const referral_stop& stop) {
  if (stop.check_on_day < 0) return "";
  const text asks = stop.decides ? text{" demande où en est la décision, ", " asks how the decision stands, "}
                                 : text{" s'assure que la personne a été reçue, ",
                                        " makes sure that the person was received, "};
  const kept_appointment* kept = appointment_at(to.person, stop);
  const bool owned = kept != nullptr && kept->owner.known();
  const std::string who = owned ? to.name_of(to.land.actors[kept->owner]) : to.sender(plan, stop);
  return sentence(who) + to.on.say(asks) + to.when(stop.check_on_day) + ".";
}

std::string way_words(const referral_page& to, const referral_stop& stop) {
  if (const kept_appointment* kept = appointment_at(to.person, stop))
    return sentence(appointment_words(to, *kept)) + ".";
  if (!stop.through.mode.known())
    return to.on.say({"la personne est déjà sur place.", "the person is already there."});
  std::string words = to.on.say(to.rules.modes[stop.through.mode].label);
  if (stop.through.travel > 0)
    words += ", " + std::to_string(stop.through.travel) +
             to.on.say({"\u00a0min de trajet", "\u00a0min of travel"});
  return sentence(words) + ".";
}

std::string agreement_words(const referral_page& to, const referral_stop& stop) {
  std::string words;
  for (const state_id one : agreements_for(to.rules, to.person, stop.through.mode))
    append(words, to.on.say(to.rules.states[one].about.because), " ");
  return words;
}

std::string papers_words(const referral_page& to, const referral_stop& stop) {
  std::string words;
  for (const text& one : papers_for(to.rules, to.person, stop))
    append(words, to.on.say(one), to.on.say({" ; ", "; "}));
  return words.empty() ? words : words + ".";
}

text refusal_words() {
  return {"La personne refuse que l'on transmette : rien n'est dit sans elle. Elle peut le dire elle-même.",
          "The person refuses that anything is passed on: nothing is said without them. They may say it."};
}

text consent_words(const handoff_note& note) {
  if (note.agreed) return {"Accord écrit de la personne : donné.", "Written agreement of the person: given."};
  return {
      "Accord écrit de la personne : pas donné. Demandez-le avant de transmettre ces points ; sans lui, ils "
      "restent avec vous.",
      "Written agreement of the person: not given. Ask for it before these points are passed on; without it "
      "they stay with you."};
}

std::string stop_title(const referral_page& to, const referral_plan& plan, std::size_t index) {
  const referral_stop& stop = plan.stops[index];
  const text kind = stop.decides ? text{"Décision : ", "Decision: "} : text{};
  return std::to_string(index + 1) + ". " + sentence(to.on.say(kind) + to.name_of(to.actor_of(stop)));
}

std::vector<fact_id> kept_only(const handoff_note& note) {
  std::vector<fact_id> keep;
  for (const fact_id one : note.keep)
    if (std::find(note.if_agreed.begin(), note.if_agreed.end(), one) == note.if_agreed.end())
      keep.push_back(one);
  return keep;
}

std::vector<reason> reasons_told(const referral_page& to, const referral_stop& stop) {
  std::vector<reason> reasons;
  for (const served_need& each : stop.serves)
    for (const reason& one : reasons_for(to.rules, *each.which)) reasons.push_back(one);
  if (const rule* by = stop.through.because) reasons.push_back({by, by->because});
  return reasons;
}

}  // namespace aiguillage::report
