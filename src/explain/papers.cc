#include <algorithm>
#include <array>

#include "aiguillage/explain.h"
#include "explain/note.h"
#include "explain/phrases.h"
#include "qualify/derive.h"

namespace aiguillage {

using detail::same;

namespace {

/// Facts that are about a paper the person holds, unless they say `none`.
struct paper_of {
  const char* id;
  text paper;
};

const std::array<paper_of, 2>& papers_told() {
  static const std::array<paper_of, 2> known = {
      {{"letter_kind", {"le courrier reçu", "the letter received"}},
       {"legal_paper_received", {"le papier de justice reçu", "the legal paper received"}}}};
  return known;
}

void add_held(const pack& rules, const situation& person, const handoff_note& note,
              std::vector<text>& papers) {
  for (const paper_of& one : papers_told()) {
    const fact_id which = find_named(rules.facts, one.id);
    if (std::find(note.tell.begin(), note.tell.end(), which) == note.tell.end()) continue;
    const auto answer = single_value(person, which);
    if (!answer || rules.facts[which].values[*answer].id == "none") continue;
    papers.push_back(one.paper + same(" (") + rules.facts[which].values[*answer].label + same(")"));
  }
}

/// Things without which a state that is required there could not be used.
const std::array<paper_of, 2>& things_for_states() {
  static const std::array<paper_of, 2> known = {
      {{"codes_received",
        {"le téléphone, ou la boîte mail, qui reçoit les codes",
         "the phone, or the mailbox, that receives codes"}},
       {"valid_identity", {"une pièce d'identité valable", "a valid identity document"}}}};
  return known;
}

bool required_by(const state& one, const served_need& what) {
  return detail::requires_state(one.required_by_needs, *what.which) ||
         detail::requires_state(one.required_by_decisions, *what.which);
}

/// The right that papers are for, when the note may name it.
text subject_of(const pack& rules, const need& one, const handoff_note& note) {
  const bool told =
      std::find(note.needs_told.begin(), note.needs_told.end(), one.type) != note.needs_told.end();
  if (!told || !one.right.known() || (rules.rights[one.right].sensitive && !note.agreed))
    return {"la démarche", "the procedure"};
  return rules.rights[one.right].label;
}

void add_once(std::vector<text>& papers, const text& one) {
  const auto same_words = [&](const text& other) { return other.fr == one.fr; };
  if (std::none_of(papers.begin(), papers.end(), same_words)) papers.push_back(one);
}

void add_things(const pack& rules, const situation& person, const referral_stop& stop,
                std::vector<text>& papers) {
  for (const paper_of& one : things_for_states()) {
    const state_id which = find_named(rules.states, one.id);
    if (!which.known() || state_missing(rules, person, rules.states[which]) == tri::yes) continue;
    if (std::any_of(stop.serves.begin(), stop.serves.end(),
                    [&](const served_need& each) { return required_by(rules.states[which], each); }))
      papers.push_back(one.paper);
  }
}

text how_complete(tri missing) {
  if (missing == tri::yes) return {"ceux qui sont déjà là, il en manque", "those at hand, some are missing"};
  if (missing == tri::no) return {"la personne dit les avoir", "the person says they are at hand"};
  return {"à voir avec la personne", "to be seen with the person"};
}

}  // namespace

std::vector<text> papers_for(const pack& rules, const situation& person, const referral_stop& stop) {
  return detail::papers_for(rules, person, stop, note_for(rules, person, stop));
}

std::vector<text> detail::papers_for(const pack& rules, const situation& person, const referral_stop& stop,
                                     const handoff_note& note) {
  std::vector<text> papers;
  add_held(rules, person, note, papers);
  add_things(rules, person, stop, papers);
  const state_id complete = find_named(rules.states, "documents_complete");
  if (!complete.known()) return papers;
  const state& documents = rules.states[complete];
  const text how = how_complete(state_missing(rules, person, documents));
  for (const served_need& each : stop.serves)
    if (detail::requires_state(documents.produced_by_needs, *each.which) || required_by(documents, each))
      add_once(papers, text{"les papiers demandés pour : ", "the documents required for: "} +
                           subject_of(rules, *each.which, note) + same(" (") + how + same(")"));
  return papers;
}

}  // namespace aiguillage
