#include <algorithm>
#include <functional>

#include "lint/linting.h"

/// What rules say of themselves: sources, dates, texts.
namespace aiguillage::lint {
namespace {

/// Every statement of the pack with its name.
void for_each_statement(const pack& rules, const std::function<void(const rule&, const text&)>& look) {
  const auto named = [](const char* fr, const char* en, const std::string& id) {
    return text{fr, en} + quoted(id);
  };
  for (const need_type& one : rules.needs) look(one.about, named("le besoin ", "need ", one.id));
  for (const need_rule& one : rules.need_rules) look(one.about, named("la règle ", "rule ", one.about.id));
  for (const urgency_rule& one : rules.urgency_rules)
    look(one.about, named("la règle ", "rule ", one.about.id));
  for (const routing_rule& one : rules.routing) look(one.about, named("la règle ", "rule ", one.about.id));
  for (const state& one : rules.states) look(one.about, named("l'état ", "state ", one.id));
  for (const competence& one : rules.competences)
    look(one.about, named("la ligne de ", "the row of ", one.about.id));
}

/// Short texts may well be the same in both languages: a name, an acronym, one word.
bool long_and_same(const text& one) {
  constexpr std::size_t long_text = 20;
  return one.fr == one.en && one.fr.size() >= long_text && std::count(one.fr.begin(), one.fr.end(), ' ') >= 2;
}

void check_text(const linting& work, const place& at, const text& whose, const text& one) {
  if (!long_and_same(one)) return;
  report(work, at, code::same_text,
         whose +
             text{" : le texte est le même en français et en anglais : ",
                  ": the text is the same in French and in English: "} +
             quoted(one.fr),
         {"traduisez-le", "translate it"});
}

}  // namespace

void lint_sources(const linting& work) {
  for_each_statement(work.rules, [&](const rule& one, const text& name) {
    if (one.sources.empty())
      report(work, one.where, code::no_source, name + text{" : aucune source", ": no source"},
             {"écrivez un numéro du registre, ou sources: [assumed]",
              "write a register id, or sources: [assumed]"});
  });
}

void lint_dates(const linting& work) {
  const text today = listed({work.day});
  for_each_statement(work.rules, [&](const rule& one, const text& name) {
    if (expired(work, one))
      report(work, one.where, code::expired_rule,
             name + text{" ne vaut plus depuis le ", " is over since "} + listed({one.valid_until}) +
                 text{", avant le ", ", before "} + today,
             {"effacez-la, ou changez valid_until", "delete it, or change valid_until"});
    else if (!one.review_by.empty() && one.review_by < work.day)
      report(work, one.where, code::review_due,
             name + text{" était à relire avant le ", " was to be read again before "} +
                 listed({one.review_by}) + text{" ; on est le ", "; it is "} + today,
             {"relisez la source, puis changez review_by", "read the source again, then change review_by"});
  });
}

void lint_texts(const linting& work) {
  for_each_statement(work.rules, [&](const rule& one, const text& name) {
    check_text(work, one.where, name, one.title);
    check_text(work, one.where, name, one.because);
  });
  for (const fact& one : work.rules.facts)
    check_text(work, one.where, text{"le fait ", "fact "} + quoted(one.id), one.question);
  for (const question_group& one : work.rules.questions)
    check_text(work, one.where, text{"la question ", "question "} + quoted(one.id), one.question);
  for (const auto& [name, one] : work.rules.ranking)
    check_text(work, one.where, text{"la valeur ", "value "} + quoted(name), one.meaning);
}

}  // namespace aiguillage::lint
