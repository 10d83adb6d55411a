#include "report/html_notes.h"

#include "aiguillage/explain/why.h"
#include "explain/note.h"
#include "report/markup.h"

namespace aiguillage::report {
namespace {

std::string part(const referral_page& to, const text& heading, const std::string& inside) {
  return inside.empty() ? "" : words_in("h3", to.on.say(heading)) + inside;
}

std::string paragraph(const std::string& words, const std::string& classes = "") {
  return words_in("p", words, classes);
}

std::string labelled(const referral_page& to, const text& label, const std::string& words) {
  return words.empty() ? ""
                       : element("p", "<strong>" + escaped(to.on.say(label)) + "</strong> " + escaped(words));
}

std::string where(const referral_page& to, const actor& who) {
  std::string inside;
  if (who.at.known() && to.land.sites[who.at].name != who.name)
    inside += paragraph(to.land.sites[who.at].name);
  inside += paragraph(place_words(to, who));
  inside += labelled(to, {"Horaires, à vérifier :", "Hours, to be checked:"},
                     hours_words(who.hours, to.on.style.wanted));
  return inside + paragraph(who.conditions, "faint");
}

std::string what(const referral_page& to, const referral_plan& plan, std::size_t index,
                 const handoff_note& note) {
  const referral_stop& stop = plan.stops[index];
  std::string inside;
  if (stop.decides)
    inside += paragraph(to.on.say({"C'est cet organisme qui décide, une fois les autres étapes faites :",
                                   "This organism decides, once the other steps are done:"}));
  inside += list_of(served_words(to, stop, &note));
  inside += labelled(to, {"Il faut d'abord :", "Needed before:"}, states_words(to, note.states_told));
  inside += labelled(to, {"Ce que cette étape apporte :", "What this step brings:"},
                     states_words(to, note.brings_told));
  if (static_cast<int>(index) == plan.keeper)
    inside += labelled(to, {"Prochaine échéance :", "Next date:"},
                       with_sources({plan.kept_because, plan.kept_because->because}, to.on));
  return inside;
}

bool is_handed_over(const referral_stop& stop) {
  return stop.through.mode.known() && (!stop.decides || stop.from < 0);
}

std::string sender(const referral_page& to, const referral_plan& plan, const referral_stop& stop) {
  std::string words = to.sender(plan, stop);
  const actor_id from = handing_over(to.land, to.rules, to.person, plan, stop);
  if (from.known()) append(words, unbroken(to.land.actors[from].phone));
  return words;
}

std::string way(const referral_page& to, const referral_plan& plan, const referral_stop& stop,
                const handoff_note& note) {
  std::string inside;
  if (!stop.decides || stop.from < 0) inside += paragraph(way_words(to, stop));
  if (is_handed_over(stop) && detail::sender_shows_nothing(to.rules, to.land, to.person, plan, stop, note))
    inside += labelled(to, {"De la part de :", "Sent by:"}, sender(to, plan, stop));
  return inside;
}

std::string papers(const referral_page& to, const referral_stop& stop, const handoff_note& note) {
  std::vector<std::string> items;
  for (const text& one : detail::papers_for(to.rules, to.person, stop, note))
    items.push_back(sentence(to.on.say(one)));
  if (items.empty())
    items.push_back(
        to.on.say({"Rien de précis d'après les réponses.", "Nothing precise, from the answers."}));
  return list_of(items) +
         paragraph(
             to.on.say({"Supposé d'après les réponses : les règles ne contiennent pas de liste de pièces. "
                        "Demandez-la au lieu avant d'y aller.",
                        "Assumed from the answers: the rules hold no list of documents. Ask the place "
                        "for it before going."}),
             "faint");
}

std::string told(const referral_page& to, const handoff_note& note) {
  std::vector<std::string> items;
  for (const fact_id one : note.tell) items.push_back(to.on.say(told_words(to.rules, note, one)));
  if (items.empty())
    return paragraph(to.on.say({"Rien de particulier : la personne dira elle-même ce qu'elle veut.",
                                "Nothing in particular: the person will say what they wish."}));
  return list_of(items) + (note.agreed ? paragraph(to.on.say(consent_words(note))) : "");
}

/// Questions only: an answer that is kept is written nowhere.
std::string questions(const referral_page& to, const std::vector<fact_id>& facts) {
  std::vector<std::string> items;
  for (const fact_id one : facts) items.push_back(to.on.say(asked_words(to.rules, one)));
  return list_of(items);
}

std::string asked_block(const referral_page& to, const text& label, const std::string& inside) {
  return inside.empty() ? "" : labelled(to, label, " ") + inside;
}

}  // namespace

std::string note_html(const referral_page& to, const referral_plan& plan, std::size_t index) {
  const referral_stop& stop = plan.stops[index];
  const actor& who = to.actor_of(stop);
  const handoff_note note = note_for(to.rules, to.person, stop);
  std::string inside = words_in("h2", stop_title(to, plan, index));
  inside += part(to, {"Quand", "When"}, paragraph(sentence(to.when(stop))));
  inside += part(to, {"Où", "Where"}, where(to, who));
  if (note.refused) return element("article", "\n" + inside, "note");
  inside += part(to, {"Pour quoi", "What for"}, what(to, plan, index, note));
  inside += part(to, {"Comment", "How"}, way(to, plan, stop, note));
  if (is_handed_over(stop)) {
    inside += part(to, {"À apporter", "To bring"}, papers(to, stop, note));
    inside += part(to, {"À dire, avec son accord", "To tell, if they agree"}, told(to, note));
  }
  return element("article", "\n" + inside, "note");
}

std::string own_html(const referral_page& to, const referral_plan& plan, std::size_t index) {
  const referral_stop& stop = plan.stops[index];
  const handoff_note note = note_for(to.rules, to.person, stop);
  std::string inside;
  if (is_handed_over(stop)) {
    if (note.refused)
      inside += paragraph(to.on.say(refusal_words())) +
                asked_block(to, {"À apporter :", "To bring:"}, papers(to, stop, note));
    inside += labelled(to, {"À demander d'abord à la personne :", "To ask the person first:"},
                       agreement_words(to, stop));
    if (!detail::sender_shows_nothing(to.rules, to.land, to.person, plan, stop, note))
      inside += labelled(to, {"De la part de (à ne pas dire là-bas) :", "Sent by (not to be said there):"},
                         sender(to, plan, stop));
    inside += asked_block(to, {"Seulement avec un accord écrit :", "Only with a written agreement:"},
                          questions(to, note.if_agreed));
    if (!note.if_agreed.empty()) inside += paragraph(to.on.say(consent_words(note)));
    inside +=
        asked_block(to, {"À garder pour vous :", "To keep to yourself:"}, questions(to, kept_only(note)));
  }
  inside +=
      labelled(to, {"À régler d'abord, sans le dire là-bas :", "To settle before, without saying it there:"},
               states_words(to, note.states_kept));
  inside += labelled(to, {"Suivi :", "Follow-up:"}, follow_up_words(to, plan, stop));
  return inside.empty() ? "" : words_in("h3", stop_title(to, plan, index)) + inside;
}

}  // namespace aiguillage::report
