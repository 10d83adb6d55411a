#include "report/sample.h"

namespace aiguillage::report_sample {
namespace {

condition_id one_of(pack& rules, std::size_t which, std::size_t value) {
  condition node;
  node.kind = condition_kind::value;
  node.fact = fact_id(which);
  node.values.set(value);
  return rules.conditions.add(node);
}

fact yes_or_no(const std::string& id, const text& question, bool sensitive) {
  fact one;
  one.id = id;
  one.values = {{"false", {"non", "no"}, false}, {"true", {"oui", "yes"}, false}};
  one.question = question;
  one.sensitive = sensitive;
  return one;
}

void add_facts(pack& rules) {
  fact count;
  count.id = "rent_months";
  count.kind = fact_kind::integer;
  count.question = {"Des loyers en retard, et combien ? On regarde.", "Rent arrears, and how many?"};
  rules.facts.add(count);
  rules.facts.add(yes_or_no("password_lost", {"Mot de passe perdu ?", "Password lost?"}, false));
  rules.facts.add(yes_or_no("distress", {"Comment tenez-vous ?", "How are you coping?"}, true));
  fact agreement;
  agreement.id = "consent";
  agreement.kind = fact_kind::one_of;
  agreement.values = {{"oral_consent", {"oral", "oral"}, false},
                      {"written_consent", {"écrit", "written"}, false}};
  agreement.question = {"Êtes-vous d'accord ?", "Do you agree?"};
  rules.facts.add(agreement);
  fact place;
  place.id = "asked_at";
  place.kind = fact_kind::one_of;
  place.values_from = "actor_types";
  place.values = {{"desk", {"accueil", "desk"}, false},
                  {"ccas", {"CCAS", "CCAS"}, false},
                  {"caf", {"CAF", "CAF"}, false}};
  rules.facts.add(place);
}

rule said(const std::string& id, const text& words, const std::string& source) {
  rule one;
  one.id = id;
  one.where = {"pack/" + id + ".yaml", 7};
  one.because = words;
  one.sources = {source};
  return one;
}

void add_vocabulary(pack& rules) {
  rules.id = "tiny";
  rules.version = "1.0";
  rules.hash = "00000000000000ab";
  rules.reference_date = "2026-11-01";
  rules.actor_types.items = {{"desk", {"accueil", "desk"}, group::proximity, false},
                             {"ccas", {"CCAS", "CCAS"}, group::social_work, false},
                             {"caf", {"CAF", "CAF"}, group::operators, true}};
  rules.levels.items = {{"do_with", {"faire avec", "do with"}, 3, {}},
                        {"social_support", {"accompagnement social", "social support"}, -1, {}},
                        {"decide", {"décider", "decide"}, 7, {}}};
  rules.modes.items = {{"booked_appointment", {"rendez-vous pris", "booked appointment"}, 2},
                       {"warm_call", {"appel à trois", "three-way call"}, 4}};
  rules.urgencies.items = {{"critical", {"droit coupé", "right cut"}, {"72 h", "72 h"}, 3}};
  rules.rights.items = {{"rsa", {"RSA", "RSA"}, "", "", actor_type_id(2), {}, false, false}};
  need_type social;
  social.id = "rent_arrears";
  social.label = {"impayé de loyer", "rent arrears"};
  social.lane = dimension::social;
  need_type digital;
  digital.id = "account_access";
  digital.label = {"mot de passe", "password"};
  rules.needs.items = {social, digital};
}

void add_rules(pack& rules) {
  const condition_id arrears =
      rules.conditions.add({condition_kind::range, fact_id(months), {}, 1000, 99000, {}});
  const condition_id sad = one_of(rules, distress, 1);
  const condition_id no_password = one_of(rules, lost, 1);
  condition either;
  either.kind = condition_kind::any;
  either.children = {arrears, sad};
  const condition_id rent_or_sad = rules.conditions.add(either);
  rules.need_rules.push_back({said("rent_late", {"Un loyer est en retard.", "Rent is late."}, "L44"),
                              need_type_id(rent), rent_or_sad, false});
  rules.need_rules.push_back({said("password_lost", {"Identifiants perdus.", "Credentials lost."}, "R032"),
                              need_type_id(password), no_password, false});
  state written;
  written.id = "transmission_agreed";
  written.missing_by_default = true;
  written.held_when = one_of(rules, consent, 1);
  written.missing_when = one_of(rules, consent, 0);
  rules.states.add(written);
}

void add_person(world& into) {
  into.person.facts = id_vector<fact_id, fact_value>(into.rules.facts.size());
  into.person.facts[fact_id(months)] = {true, {}, 2000, ""};
  for (const std::size_t which : {lost, distress})
    into.person.facts[fact_id(which)] = {true, value_set(2), 0, ""};
  into.person.facts[fact_id(consent)] = {true, value_set(1), 0, ""};
  into.person.facts[fact_id(desk)] = {true, value_set(1), 0, ""};
  need first;
  first.type = need_type_id(rent);
  first.help = level_id(1);
  first.urgency = urgency_id(0);
  first.because = {&into.rules.need_rules[0].about};
  need second = first;
  second.type = need_type_id(password);
  second.right = right_id(0);
  second.decided_by = actor_type_id(2);
  second.help = level_id(0);
  second.because = {&into.rules.need_rules[1].about};
  into.found.urgency = urgency_id(0);
  into.found.needs = {first, second};
  question open;
  open.facts = {fact_id(consent)};
  open.wording = {"Êtes-vous d'accord ?", "Do you agree?"};
  open.decides = {need_type_id(rent)};
  open.weight = 800;
  open.sensitive = true;
  into.found.questions = {open};
  into.found.provisional = true;
}

void add_land(territory& land) {
  land.id = "village";
  land.hash = "00000000000000cd";
  land.title = {"Le village", "The village"};
  for (std::size_t i = 0; i < 3; ++i) {
    actor one;
    one.type = actor_type_id(i);
    one.id = i == 0 ? "front_desk" : i == 1 ? "the_ccas" : "the_caf";
    one.name = i == 0 ? "Accueil de la mairie" : i == 1 ? "CCAS du \"village\"" : "Caf";
    land.actors.add(one);
  }
}

void add_plan(world& into) {
  referral_plan plan;
  referral_stop first;
  first.who = actor_id(1);
  first.serves = {{&into.found.needs[0], level_id(1), grade::competent, nullptr},
                  {&into.found.needs[1], level_id(0), grade::partial, nullptr}};
  first.day = 2;
  first.through = {mode_id(1), 2, 120, 25, nullptr};
  first.check_on_day = 9;
  referral_stop last;
  last.who = actor_id(2);
  last.after = {0};
  last.from = 0;
  last.day = 2;
  last.decides = true;
  last.check_on_day = 9;
  last.serves = {{&into.found.needs[1], level_id(2), grade::competent, nullptr}};
  plan.stops = {first, last};
  plan.lanes[0] = {0, 1};
  plan.lanes[2] = {0};
  plan.cost.days = 2;
  plan.cost.travel_minutes = 25;
  plan.cost.handoffs = 1;
  plan.cost.loss = 120;
  plan.cost.waiting = 125;
  into.proposed.plans = {plan};
}

}  // namespace

void build(world& into) {
  add_vocabulary(into.rules);
  add_facts(into.rules);
  add_rules(into.rules);
  add_land(into.land);
  add_person(into);
  add_plan(into);
}

}  // namespace aiguillage::report_sample
