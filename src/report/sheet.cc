#include "aiguillage/report/sheet.h"

#include "aiguillage/explain.h"
#include "aiguillage/explain/place.h"
#include "report/page.h"

namespace aiguillage {
namespace {

using report::ink;
using report::page;

constexpr int plans_shown = 1;

void known_part(page& on, const pack& rules, const case_file& of) {
  on.heading({"La personne", "The person"});
  for (std::size_t i = 0; i < rules.facts.size(); ++i) {
    const fact_id which(i);
    if (of.facts.facts[which].known)
      on.bullet(on.say(rules.facts[which].question) + " " + on.say(value_words(rules, of.facts, which)), 0);
  }
}

std::string source_note(const rule* by) {
  const std::string sources = by == nullptr ? "" : joined_sources(by->sources);
  return sources.empty() ? "" : " [" + sources + "]";
}

void needs_part(page& on, const pack& rules, const qualification& found) {
  on.heading({"Besoins certains", "Certain needs"});
  for (const need& one : found.needs) {
    if (one.status != need_status::certain) continue;
    on.bullet(on.say(need_words(rules, one)), 0);
    for (const reason& why : reasons_for(rules, one))
      on.paragraph(on.say(why.words) + source_note(why.by), 4, ink::faint);
  }
  if (found.urgency.known())
    on.paragraph(on.say({"Urgence : ", "Urgency: "}) + on.say(rules.urgencies[found.urgency].label));
}

void stop_lines(page& on, const pack& rules, const territory& land, const referral_stop& stop, int number) {
  on.line(std::to_string(number) + ". " +
          on.inked(ink::bold, on.say(place_name(rules, land.actors[stop.who]))));
  for (const served_need& one : stop.serves)
    on.bullet(on.say(need_words(rules, *one.which)) + " → " + on.say(help_words(rules, one.help)), 3);
  if (stop.through.mode.known() && !stop.decides)
    on.paragraph(
        on.say({"Passage de relais : ", "Hand-off: "}) + on.say(rules.modes[stop.through.mode].label), 3,
        ink::faint);
}

void path_part(page& on, const pack& rules, const territory& land, const referral& proposed) {
  on.heading({"Parcours proposé", "Proposed path"});
  if (proposed.plans.empty()) on.line(on.say({"Aucune étape à proposer.", "No stop to propose."}));
  int number = 0;
  for (const referral_plan& plan : proposed.plans)
    for (const referral_stop& stop : plan.stops) stop_lines(on, rules, land, stop, ++number);
  for (const unmet_need& one : proposed.unmet) on.bullet(on.say(unmet_words(rules, one)), 0);
}

void opinion_part(page& on) {
  on.heading({"Votre avis", "Your opinion"});
  for (const text& one :
       {text{"Ces besoins sont les bons", "These needs are right"},
        text{"L'urgence est la bonne", "The urgency is right"},
        text{"J'aurais envoyé la personne là d'abord", "I would have sent the person there first"},
        text{"Le passage de relais convient", "The hand-off is suitable"}})
    on.line("[ ] " + on.say({"oui", "yes"}) + "  [ ] " + on.say({"non", "no"}) + "   " + on.say(one));
  on.line(on.say({"Sinon, ce que j'aurais fait :", "Otherwise, what I would have done:"}));
  for (int i = 0; i < 3; ++i) on.line(std::string(report::page_width, '.'));
  on.line(on.say({"Métier :                                  Date :",
                  "Trade:                                    Date:"}));
}

}  // namespace

std::string case_sheet(const pack& rules, const case_file& of, const text_style& style) {
  page on{style, {}};
  const qualification found = qualify(rules, of.facts);
  const territory land = neutral_territory(rules, absent_types(rules, of));
  const referral proposed = refer(rules, land, of.facts, found, plans_shown);
  on.line(on.inked(ink::bold, on.say(of.title)) + on.inked(ink::faint, "  " + of.id));
  known_part(on, rules, of);
  needs_part(on, rules, found);
  path_part(on, rules, land, proposed);
  on.heading({"Ce que le cas attend", "What the case expects"});
  on.paragraph(on.say(of.why));
  opinion_part(on);
  return on.out + "\f";
}

}  // namespace aiguillage
