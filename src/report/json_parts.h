#pragma once

#include <string>

#include "aiguillage/explain.h"
#include "aiguillage/explain/why.h"
#include "aiguillage/report/json.h"
#include "report/json_writer.h"

/// Parts of the JSON of the contract that several verbs share. `…_fields` are written into an object that is open.
namespace aiguillage::report {

/// Null when the id is unknown.
template <class Id, class T>
[[nodiscard]] const std::string* id_or_null(const id_vector<Id, T>& list, Id which) {
  return which.known() ? &list[which].id : nullptr;
}

/// The ids of these items of a list.
template <class Id, class T>
void write_ids(json_writer& to, const id_vector<Id, T>& list, const std::vector<Id>& some) {
  to.row(some, [&](Id one) { to.value(list[one].id); });
}

/// true, false, or null for unknown
void write_truth(json_writer& to, tri holds);

/// {rule, source, text}
void write_rule(json_writer& to, const reason& one, language wanted);

/// How `line_words` says each condition of a pack, when it was found beforehand.
using condition_texts = id_vector<condition_id, text>;

/// {rule, file, line, source, text, evidence, holds, conditions: [{fact, words, holds, depth}]}
void write_account(json_writer& to, const pack& rules, const rule_account& one, const text& words,
                   language wanted, const condition_texts* said = nullptr);

/// [[{fact, words, values | at_least, at_most, another_answer}]]
void write_ways(json_writer& to, const pack& rules, const ways_to_need& all, language wanted);

/// [{need, ways, more}] for each type of which no need is certain or possible.
void write_not_derived(json_writer& to, const pack& rules, const situation& person,
                       const qualification& found, language wanted);

/// The facts that are known of a person, as a situation file says them.
void write_facts(json_writer& to, const pack& rules, const situation& person);

/// {id, version, hash}
void write_pack(json_writer& to, const pack& rules);

/// {id, hash}
void write_territory(json_writer& to, const territory& land);

/// {latitude, longitude}, or null
void write_point(json_writer& to, const std::optional<point>& where);

/// {date, rules_in_force_on, hours_evaluated, text}; `land` is nullptr when no plan is asked for.
void write_clock(json_writer& to, const pack& rules, const territory* land, const situation& person,
                 language wanted);

/// Everything that `qualify` and `route` have in common; the territory is left out when there is none.
void head_fields(json_writer& to, const pack& rules, const territory* land, const situation& person,
                 const qualification& found, language wanted, bool ways,
                 const condition_texts* said = nullptr);

/// One open question of a qualification.
void question_fields(json_writer& to, const pack& rules, const question& one, language wanted);

/// What `referral_json` writes.
void referral_fields(json_writer& out, const pack& rules, const territory& land, const situation& person,
                     const qualification& found, const referral& proposed, language wanted,
                     const std::vector<asked_actor>& asked, const followed_path* path,
                     const condition_texts* said = nullptr);

/// A whole text: one object with these fields.
template <class Fields>
[[nodiscard]] std::string json_object(Fields fields) {
  json_writer to;
  to.object([&] { fields(to); });
  return to.take();
}

}  // namespace aiguillage::report
