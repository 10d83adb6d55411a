#include <algorithm>

#include "aiguillage/export.h"
#include "import/cells.h"
#include "load/tables.h"
#include "report/degrees.h"

namespace aiguillage {
namespace {

/// Says each value once for every record that says its attribute.
struct sayer {
  listing& to;

  void say(attribute what, const std::string& value) {
    if (value.empty()) return;
    bool said = false;
    for (std::size_t i = 0; i < to.sources.size(); ++i) {
      const auto& keys = to.sources[i].keys;
      if (std::find(keys.begin(), keys.end(), form_of(what).name) == keys.end()) continue;
      to.says.push_back({what, static_cast<std::uint16_t>(i), value});
      said = true;
      if (!form_of(what).several) break;
    }
    if (!said) to.says.push_back({what, 0, value});
  }
  void all(attribute what, const std::vector<std::string>& values) {
    for (const std::string& one : values) say(what, one);
  }
  template <class Enum>
  void words(attribute what, const std::vector<Enum>& values, const std::vector<std::string>& names) {
    for (const Enum one : values) say(what, names[static_cast<std::size_t>(one)]);
  }
};

/// What is assumed is said by nobody, and comes again by itself; but for the type, without which a place is none.
bool assumes(const actor& one, const char* what) {
  return std::find(one.assumed.begin(), one.assumed.end(), what) != one.assumed.end();
}

void say_where(const site& at, bool point_too, sayer& to) {
  to.say(attribute::address, at.address);
  to.say(attribute::complement, at.complement);
  to.say(attribute::postcode, at.postcode);
  to.say(attribute::town, at.town);
  to.say(attribute::commune, at.commune);
  if (!at.where || !point_too) return;
  to.say(attribute::latitude, report::degrees(at.where->latitude));
  to.say(attribute::longitude, report::degrees(at.where->longitude));
}

void say_texts(const actor& one, sayer& to) {
  to.say(attribute::phone, one.phone);
  to.say(attribute::email, one.email);
  to.say(attribute::website, one.website);
  to.say(attribute::booking_url, one.booking_url);
  to.say(attribute::access_url, one.access_url);
  to.say(attribute::description, one.description);
  to.say(attribute::conditions, one.conditions);
  to.say(attribute::hours, one.hours);
}

void say_whom(const actor& one, const pack& rules, sayer& to) {
  if (!assumes(one, "areas"))
    for (const area& each : one.areas) to.say(import::attribute_of(each.kind), each.code);
  for (const admission& each : one.publics)
    to.say(each.exclusive ? attribute::publics_only : attribute::publics_first, rules.publics[each.whom].id);
  to.words(attribute::requested_by, one.requested_by, load::requester_words());
  to.words(attribute::channels, one.channels, load::channel_words());
  to.words(attribute::bookings, one.bookings, load::channel_words());
  if (one.appointment_days) to.say(attribute::appointment_days, std::to_string(*one.appointment_days));
  if (one.step_free) to.say(attribute::step_free, *one.step_free ? "true" : "false");
}

void say_offer(const actor& one, const pack& rules, sayer& to) {
  if (!one.mandates) to.say(attribute::mandates, "none");
  to.words(attribute::mandates, one.signs, load::mandate_words());
  to.all(attribute::languages, one.languages);
  for (const level_id each : one.helps) to.say(attribute::helps, rules.levels[each].id);
  to.all(attribute::services, one.services);
  to.all(attribute::labels, one.labels);
  to.words(attribute::fees, one.fees, load::fee_words());
  to.say(attribute::fee_words, one.fee_words);
}

void say_origin(const actor& one, sayer& to) {
  to.say(attribute::producer, one.producer);
  to.say(attribute::vintage, one.vintage);
  for (const remark& each : one.remarks) to.say(attribute::remark, each.name + "=" + each.value);
}

}  // namespace

listing listing_of(const territory& land, actor_id who, const pack& rules) {
  const actor& one = land.actors[who];
  listing made;
  made.sources = one.sources;
  if (made.sources.empty()) made.sources.push_back({one.producer, one.id, one.vintage, {}});
  sayer to{made};
  to.say(attribute::id, made.sources.front().id);
  to.say(attribute::name, one.name);
  to.say(attribute::type, rules.actor_types[one.type].id);
  to.say(attribute::siret, one.siret);
  to.say(attribute::parent, one.parent);
  if (one.at.known()) say_where(land.sites[one.at], !assumes(one, "point"), to);
  say_texts(one, to);
  say_whom(one, rules, to);
  say_offer(one, rules, to);
  say_origin(one, to);
  if (assumes(one, "type")) made.assumed.push_back(attribute::type);
  for (record_source& each : made.sources) each.keys.clear();
  return made;
}

}  // namespace aiguillage
