#include "report/text_route.h"

#include <algorithm>

#include "aiguillage/explain/place.h"
#include "report/dates.h"
#include "report/followed.h"
#include "report/json_value.h"
#include "report/stop_words.h"
#include "report/why_not_parts.h"

namespace aiguillage::report {

std::string referral_page::name_of(const actor& who) const { return on.say(place_name(rules, who)); }

std::string referral_page::when(int day) const {
  const std::string date = on.say(date_words(person.date, day));
  return on.say(day_words(day)) + (date.empty() ? "" : ", " + date);
}

std::string referral_page::when(const referral_stop& stop) const {
  return when(stop.day) + (stop.minute < 0 ? "" : ", " + on.say(time_words(stop.minute)));
}

std::string referral_page::sender(const referral_plan& in, const referral_stop& to) const {
  const actor_id from = handing_over(land, rules, person, in, to);
  return from.known() ? name_of(land.actors[from]) : on.say({"là où est la personne", "where the person is"});
}

namespace {

void head(referral_page& to) {
  title(to.on, {"Parcours proposé", "Proposed path"}, to.on.say(to.land.title));
  urgency_part(to.on, to.rules, to.found);
  if (to.proposed.plans.empty()) {
    to.on.line();
    to.on.paragraph(to.on.say({"Aucune étape à proposer pour l'instant.", "No stop to propose for now."}));
    return;
  }
  to.on.line();
  to.on.paragraph(sentence(cost_words(to.on, to.proposed.plans.front())) + ".");
  if (const std::string late = deadline_words(to, to.proposed.plans.front()); !late.empty())
    to.on.paragraph(late);
  if (to.found.provisional)
    to.on.paragraph(to.on.say(
        {"Parcours provisoire : il vaut pour ce qui est sûr, des réponses peuvent encore le changer "
         "(questions plus bas).",
         "Provisional path: it stands for what is certain; answers may still change it (questions below)."}));
}

void followed_part(referral_page& to) {
  if (to.path == nullptr) return;
  to.on.heading({"Ce qui s'est passé", "What happened"});
  for (const std::string& one : happened_words(to)) to.on.bullet(one, 2);
  const std::vector<std::string> changes = changed_words(to);
  if (changes.empty()) return;
  to.on.heading({"Ce qui change au parcours", "What changes on the path"});
  for (const std::string& one : changes) to.on.bullet(one, 2);
}

std::string difference(const page& on, int more, const text& unit, const text& units) {
  if (more == 0) return "";
  const int count = more < 0 ? -more : more;
  return (more > 0 ? "+" : "−") + std::to_string(count) + " " + on.say(count == 1 ? unit : units);
}

std::string compared(const page& on, const plan_cost& other, const plan_cost& main_one) {
  std::string words;
  for (const std::string& each :
       {difference(on, other.days - main_one.days, {"jour", "day"}, {"jours", "days"}),
        difference(on, other.travel_minutes - main_one.travel_minutes, {"min de trajet", "min of travel"},
                   {"min de trajet", "min of travel"}),
        difference(on, other.handoffs - main_one.handoffs, {"passage de relais", "hand-off"},
                   {"passages de relais", "hand-offs"}),
        difference(on, other.partial_services - main_one.partial_services,
                   {"besoin au premier niveau seulement", "need at the first level only"},
                   {"besoins au premier niveau seulement", "needs at the first level only"})})
    if (!each.empty()) words += (words.empty() ? "" : ", ") + each;
  return words.empty() ? on.say({"mêmes coûts", "same costs"}) : words;
}

void alternatives_part(referral_page& to, bool tips) {
  if (to.proposed.plans.size() < 2) return;
  to.on.heading({"Autres portes possibles", "Other possible doors"});
  for (std::size_t i = 1; i < to.proposed.plans.size(); ++i) {
    const referral_plan& plan = to.proposed.plans[i];
    std::string path;
    for (const referral_stop& stop : plan.stops)
      path += (path.empty() ? "" : " → ") + to.name_of(to.actor_of(stop)) +
              (stop.decides ? to.on.say({" (décide)", " (decides)"}) : "");
    to.on.bullet(path, 2);
    to.on.paragraph(to.on.say({"par rapport au parcours proposé : ", "against the proposed path: "}) +
                        compared(to.on, plan.cost, to.proposed.plans.front().cost),
                    4, ink::faint);
    if (i == 1) second_lines(to, tips);
  }
}

void unmet_part(referral_page& to) {
  if (to.proposed.unmet.empty()) return;
  to.on.heading({"Ce que personne ne peut faire ici", "What nobody can do here"});
  for (const unmet_need& one : to.proposed.unmet) {
    to.on.bullet(to.on.say(unmet_words(to.rules, one)), 2);
    std::vector<std::string> said;
    for (const obstacle& each : one.why) {
      if (each.kept_by == hindrance::absent && one.why.size() > 1) continue;
      const std::string words = to.on.say(obstacle_words(to.rules, each));
      if (std::find(said.begin(), said.end(), words) == said.end()) said.push_back(words);
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(said.size(), 4); ++i)
      to.on.bullet(said[i], 4, ink::faint);
  }
}

void without_stop_part(referral_page& to) {
  std::vector<std::pair<const need*, const rule*>> all;
  for (const waived_need& one : to.proposed.waived) all.emplace_back(one.which, one.by);
  if (!to.proposed.plans.empty())
    for (const need* one : to.proposed.plans.front().offered_afterwards) all.emplace_back(one, nullptr);
  if (all.empty()) return;
  to.on.heading({"Sans étape de plus", "Without one more stop"});
  for (const auto& [what, by] : all) {
    to.on.bullet(sentence(to.on.say(need_words(to.rules, *what))), 2);
    const text words =
        by == nullptr ? text{"À proposer après ce parcours.", "To be offered after this path."} : by->because;
    to.on.paragraph(by == nullptr ? to.on.say(words) : with_sources({by, words}, to.on), 4, ink::faint);
  }
}

void assumptions_part(referral_page& to) {
  notes_part(to.on, to.rules, &to.land, to.person);
  if (to.land.neutral)
    to.on.bullet(to.on.say({"Territoire neutre : un acteur de chaque type, à 15 minutes. Donnez --territory "
                            "pour des lieux réels.",
                            "Neutral territory: one actor of each type, 15 minutes away. Give --territory "
                            "for real places."}),
                 2);
  if (!to.proposed.plans.empty()) {
    const std::string loss = fixed_decimals(to.proposed.plans.front().cost.loss, 3);
    to.on.bullet(to.on.say({"Délais, durées et pertes en chemin sont des valeurs supposées du jeu de règles "
                            "; pertes attendues sur ce parcours : " +
                                loss + ".",
                            "Delays, durations and losses on the way are assumed values of the pack; "
                            "expected losses on this path: " +
                                loss + "."}),
                 2);
  }
  for (const rule* one : to.proposed.overridden)
    to.on.bullet(
        to.on.say({"Règle mise de côté, faute d'autre aide : ", "Rule set aside, for want of other help: "}) +
            with_sources({one, one->because}, to.on),
        2);
}

}  // namespace
}  // namespace aiguillage::report

namespace aiguillage {

std::string referral_text(const pack& rules, const territory& land, const situation& person,
                          const qualification& found, const referral& proposed, const text_style& style,
                          const std::vector<asked_actor>& asked, const followed_path* path) {
  report::referral_page to{report::page{style, {}}, rules, land, person, found, proposed, path};
  report::head(to);
  report::followed_part(to);
  if (!proposed.plans.empty()) {
    report::lanes_part(to, proposed.plans.front());
    report::stops_part(to, proposed.plans.front());
  }
  report::alternatives_part(to, !asked.empty());
  report::why_not_part(to, asked);
  report::unmet_part(to);
  report::without_stop_part(to);
  report::questions_part(to.on, rules, found, 5);
  report::assumptions_part(to);
  return to.on.out;
}

}  // namespace aiguillage
