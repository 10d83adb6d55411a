#include <algorithm>
#include <set>

#include "report/text_route.h"

namespace aiguillage::report {
namespace {

/// OSM opening hours with the days in French.
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

void append(std::string& to, const std::string& words, const char* between = " · ") {
  if (!words.empty()) to += (to.empty() ? "" : between) + words;
}

std::string unbroken(const std::string& number) {
  std::string words;
  for (const char one : number) words += one == ' ' ? "\xC2\xA0" : std::string(1, one);
  return words;
}

void place_lines(referral_page& to, const actor& who) {
  std::string first;
  append(first, sentence(to.on.say(to.rules.actor_types[who.type].label)));
  if (who.at.known()) append(first, to.land.sites[who.at].address);
  append(first, unbroken(who.phone));
  append(first, who.email);
  append(first, who.website);
  to.on.paragraph(first, 4);
  if (!who.hours.empty())
    to.on.paragraph(to.on.say({"Horaires : ", "Hours: "}) + hours_words(who.hours, to.on.style.wanted), 4);
  if (!who.conditions.empty()) to.on.paragraph(who.conditions, 4, ink::faint);
}

void served_lines(referral_page& to, const referral_stop& stop) {
  for (const served_need& each : stop.serves) {
    std::string words = sentence(to.on.say(need_words(to.rules, *each.which)));
    if (!stop.decides) append(words, to.on.say(help_words(to.rules, each.help)), " → ");
    if (each.quality == grade::partial)
      words += to.on.say({" (premier niveau : à compléter si cela ne suffit pas)",
                          " (first level: to be completed if it is not enough)"});
    to.on.bullet(words, 4);
  }
  if (stop.serves.empty())
    to.on.bullet(to.on.say({"Là pour que les étapes suivantes soient possibles",
                            "There to make the next steps possible"}),
                 4);
}

void labelled(referral_page& to, const text& label, const std::string& words) {
  if (!words.empty()) to.on.hanging(to.on.say(label), words, 4, ink::bold);
}

std::string states_words(const referral_page& to, const std::vector<state_id>& states) {
  std::string words;
  for (const state_id one : states) append(words, to.on.say(to.rules.states[one].label), " ; ");
  return words.empty() ? words : sentence(words) + ".";
}

void follow_up_line(referral_page& to, const referral_plan& plan, const referral_stop& stop) {
  if (stop.check_on_day < 0) return;
  const text asks = stop.decides ? text{" demande où en est la décision, ", " asks how the decision stands, "}
                                 : text{" s'assure que la personne a été reçue, ",
                                        " makes sure that the person was received, "};
  labelled(to, {"Suivi : ", "Follow-up: "},
           sentence(to.sender(plan, stop)) + to.on.say(asks) + to.when(stop.check_on_day) + ".");
}

void way_lines(referral_page& to, const referral_plan& plan, const referral_stop& stop) {
  if (!stop.through.mode.known()) {
    labelled(to, {"Y aller : ", "Getting there: "},
             to.on.say({"la personne est déjà sur place.", "the person is already there."}));
    return;
  }
  std::string words = to.on.say(to.rules.modes[stop.through.mode].label);
  if (stop.through.travel > 0)
    words += ", " + std::to_string(stop.through.travel) +
             to.on.say({"\u00a0min de trajet", "\u00a0min of travel"});
  labelled(to, {"Y aller : ", "Getting there: "}, sentence(words) + ".");
  std::string agreements;
  for (const state_id one : agreements_for(to.rules, to.person, stop.through.mode))
    append(agreements, to.on.say(to.rules.states[one].about.because), " ");
  labelled(to, {"D'abord : ", "First: "}, agreements);
  follow_up_line(to, plan, stop);
}

/// A question without what is said to the helper before it, and after its mark.
std::string bare_question(const referral_page& to, fact_id which) {
  std::string asked = to.on.say(to.rules.facts[which].question);
  if (!asked.empty() && asked.front() == '(' && asked.find(") ") != std::string::npos)
    asked.erase(0, asked.find(") ") + 2);
  const std::size_t mark = asked.find('?');
  return mark == std::string::npos ? asked : asked.substr(0, mark + 1);
}

void asked_lines(referral_page& to, const text& label, const std::vector<fact_id>& facts, bool answered) {
  if (facts.empty()) return;
  to.on.line("    " + to.on.inked(ink::bold, to.on.say(label)));
  std::string together;
  for (const fact_id one : facts)
    if (answered)
      to.on.bullet(bare_question(to, one) + " " + sentence(to.on.say(value_words(to.rules, to.person, one))),
                   6);
    else
      append(together, bare_question(to, one), " ");
  if (!answered) to.on.paragraph(together, 6);
}

void note_lines(referral_page& to, const referral_stop& stop, std::vector<fact_id>& kept_before) {
  const handoff_note note = note_for(to.rules, to.person, stop);
  asked_lines(to, {"À dire, avec son accord", "To tell, if they agree"}, note.tell, true);
  asked_lines(to, {"Seulement avec un accord écrit", "Only with a written agreement"}, note.if_agreed, false);
  std::vector<fact_id> keep;
  for (const fact_id one : note.keep)
    if (std::find(note.if_agreed.begin(), note.if_agreed.end(), one) == note.if_agreed.end())
      keep.push_back(one);
  if (keep == kept_before && !keep.empty())
    labelled(to, {"À garder pour vous : ", "To keep to yourself: "},
             to.on.say({"comme avant.", "as before."}));
  else
    asked_lines(to, {"À garder pour vous", "To keep to yourself"}, keep, false);
  kept_before = keep;
}

void why_lines(referral_page& to, const referral_stop& stop, std::set<const rule*>& said) {
  std::vector<reason> reasons;
  for (const served_need& each : stop.serves)
    for (const reason& one : reasons_for(to.rules, *each.which)) reasons.push_back(one);
  if (const rule* by = stop.through.because) reasons.push_back({by, by->because});
  bool first = true;
  for (const reason& one : reasons) {
    if (!said.insert(one.by).second || to.on.say(one.words).empty()) continue;
    if (first) to.on.line("    " + to.on.inked(ink::bold, to.on.say({"Pourquoi", "Why"})));
    first = false;
    to.on.bullet(with_sources(one, to.on), 6, ink::faint);
  }
}

/// What was said before and need not be said again.
struct already {
  std::set<const rule*> reasons;
  std::vector<fact_id> kept;
};

void one_stop(referral_page& to, const referral_plan& plan, std::size_t index, already& said) {
  const referral_stop& stop = plan.stops[index];
  const actor& who = to.actor_of(stop);
  to.on.line();
  to.on.hanging(padded(std::to_string(index + 1), 4), who.name + " · " + to.when(stop.day), 0, ink::bold,
                ink::bold);
  place_lines(to, who);
  if (stop.decides)
    to.on.paragraph(to.on.say({"C'est cet organisme qui décide, une fois les autres étapes faites :",
                               "This organism decides, once the other steps are done:"}),
                    4);
  served_lines(to, stop);
  labelled(to, {"Il faut d'abord : ", "Needed before: "}, states_words(to, stop.requires_states));
  labelled(to, {"Ce que cette étape apporte : ", "What this step brings: "}, states_words(to, stop.produces));
  if (static_cast<int>(index) == plan.keeper)
    labelled(to, {"Prochaine échéance : ", "Next date: "},
             with_sources({plan.kept_because, plan.kept_because->because}, to.on));
  if (stop.decides && stop.from >= 0) return follow_up_line(to, plan, stop);
  way_lines(to, plan, stop);
  if (stop.through.mode.known()) note_lines(to, stop, said.kept);
  why_lines(to, stop, said.reasons);
}

}  // namespace

void stops_part(referral_page& to, const referral_plan& plan) {
  to.on.heading({"Étape par étape", "Step by step"});
  already said;
  for (std::size_t i = 0; i < plan.stops.size(); ++i) one_stop(to, plan, i, said);
}

}  // namespace aiguillage::report
