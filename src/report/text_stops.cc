#include <algorithm>
#include <set>

#include "aiguillage/explain/place.h"
#include "aiguillage/explain/record.h"
#include "aiguillage/explain/why.h"
#include "report/stop_words.h"

namespace aiguillage::report {
namespace {

void place_lines(referral_page& to, const actor& who) {
  to.on.paragraph(place_words(to, who), 4);
  if (!who.hours.empty())
    to.on.paragraph(to.on.say({"Horaires : ", "Hours: "}) + hours_words(who.hours, to.on.style.wanted), 4);
  if (is_timed(to.land, to.person) && !who.opening)
    to.on.paragraph(to.on.say({"Horaires non connus, supposés : appelez d'abord.",
                               "Hours not known, assumed: call first."}),
                    4, ink::faint);
  if (!who.conditions.empty()) to.on.paragraph(who.conditions, 4, ink::faint);
  const actor_record record = record_of(to.rules, to.person, who);
  const std::string words = to.on.say(record_words(record));
  if (!words.empty()) to.on.paragraph(words, 4, record.stale ? ink::plain : ink::faint);
}

void served_lines(referral_page& to, const referral_stop& stop) {
  for (const std::string& words : served_words(to, stop)) to.on.bullet(words, 4);
}

void labelled(referral_page& to, const text& label, const std::string& words) {
  if (!words.empty()) to.on.hanging(to.on.say(label), words, 4, ink::bold);
}

void way_lines(referral_page& to, const referral_plan& plan, const referral_stop& stop) {
  labelled(to, {"Y aller : ", "Getting there: "}, way_words(to, stop));
  if (!stop.through.mode.known()) {
    if (appointment_at(to.person, stop) != nullptr)
      labelled(to, {"Suivi : ", "Follow-up: "}, follow_up_words(to, plan, stop));
    return;
  }
  labelled(to, {"D'abord : ", "First: "}, agreement_words(to, stop));
  labelled(to, {"À apporter (supposé) : ", "To bring (assumed): "}, papers_words(to, stop));
  labelled(to, {"Suivi : ", "Follow-up: "}, follow_up_words(to, plan, stop));
}

void check_lines(referral_page& to, const referral_stop& stop) {
  const std::vector<text> checks = to_check(to.rules, to.land, to.person, stop.who);
  if (!checks.empty()) to.on.line("    " + to.on.inked(ink::bold, to.on.say({"À vérifier", "To check"})));
  for (const text& one : checks) to.on.bullet(sentence(to.on.say(one)) + ".", 6);
}

/// Questions only: an answer that is kept is written nowhere.
void asked_lines(referral_page& to, const text& label, const std::vector<fact_id>& facts) {
  if (facts.empty()) return;
  to.on.line("    " + to.on.inked(ink::bold, to.on.say(label)));
  std::string together;
  for (const fact_id one : facts) append(together, to.on.say(asked_words(to.rules, one)), " ");
  to.on.paragraph(together, 6);
}

void told_lines(referral_page& to, const handoff_note& note) {
  if (note.refused) to.on.paragraph(to.on.say(refusal_words()), 4);
  if (note.tell.empty()) return;
  to.on.line("    " +
             to.on.inked(ink::bold, to.on.say({"À dire, avec son accord", "To tell, if they agree"})));
  for (const fact_id one : note.tell) to.on.bullet(to.on.say(told_words(to.rules, note, one)), 6);
}

void note_lines(referral_page& to, const handoff_note& note, std::vector<fact_id>& kept_before) {
  told_lines(to, note);
  asked_lines(
      to,
      {"Seulement avec un accord écrit, pas encore donné", "Only with a written agreement, not given yet"},
      note.if_agreed);
  const std::vector<fact_id> keep = kept_only(note);
  if (keep == kept_before && !keep.empty())
    labelled(to, {"À garder pour vous : ", "To keep to yourself: "},
             to.on.say({"comme avant.", "as before."}));
  else
    asked_lines(to, {"À garder pour vous", "To keep to yourself"}, keep);
  kept_before = keep;
}

void why_lines(referral_page& to, const referral_stop& stop, std::set<const rule*>& said) {
  const std::vector<reason> reasons = reasons_told(to, stop);
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
  to.on.hanging(padded(std::to_string(index + 1), 4), to.name_of(who) + " · " + to.when(stop), 0, ink::bold,
                ink::bold);
  place_lines(to, who);
  check_lines(to, stop);
  if (stop.decides)
    to.on.paragraph(to.on.say({"C'est cet organisme qui décide, une fois les autres étapes faites :",
                               "This organism decides, once the other steps are done:"}),
                    4);
  served_lines(to, stop);
  const handoff_note note = note_for(to.rules, to.person, stop);
  labelled(to, {"Il faut d'abord : ", "Needed before: "}, states_words(to, note.states_told));
  labelled(to, {"À régler d'abord, sans le dire là-bas : ", "To settle before, without saying it there: "},
           states_words(to, note.states_kept));
  labelled(to, {"Ce que cette étape apporte : ", "What this step brings: "}, states_words(to, stop.produces));
  if (static_cast<int>(index) == plan.keeper)
    labelled(to, {"Prochaine échéance : ", "Next date: "},
             with_sources({plan.kept_because, plan.kept_because->because}, to.on));
  if (stop.decides && stop.from >= 0) {
    labelled(to, {"Suivi : ", "Follow-up: "}, follow_up_words(to, plan, stop));
    return;
  }
  way_lines(to, plan, stop);
  if (stop.through.mode.known()) note_lines(to, note, said.kept);
  why_lines(to, stop, said.reasons);
}

}  // namespace

void stops_part(referral_page& to, const referral_plan& plan) {
  to.on.heading({"Étape par étape", "Step by step"});
  already said;
  for (std::size_t i = 0; i < plan.stops.size(); ++i) one_stop(to, plan, i, said);
}

}  // namespace aiguillage::report
