#include "import/places.h"

#include <algorithm>
#include <utility>

#include "fold.h"
#include "import/cells.h"
#include "load/tables.h"

namespace aiguillage::import {
namespace {

constexpr double same_site_metres = 50;  // assumed

template <class Enum>
void add_word(const std::vector<std::string>& known, const std::string& word, std::vector<Enum>& to) {
  const auto found = std::find(known.begin(), known.end(), word);
  if (found == known.end()) return;
  const auto value = static_cast<Enum>(found - known.begin());
  if (std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
}

void add_text(std::string& word, std::vector<std::string>& to) {
  if (std::find(to.begin(), to.end(), word) == to.end()) to.push_back(std::move(word));
}

void add_public(const pack& rules, const std::string& word, bool exclusive, actor& to) {
  const public_id whom = find_named(rules.publics, word);
  const bool there = std::any_of(to.publics.begin(), to.publics.end(),
                                 [&](const admission& one) { return one.whom == whom; });
  if (whom.known() && !there) to.publics.push_back({whom, exclusive});
}

void add_mandate(const std::string& word, actor& to) {
  if (word == "none")
    to.mandates = false;
  else
    add_word(load::mandate_words(), word, to.signs);
}

void add_remark(std::string& words, actor& to) {
  const std::size_t equals = words.find('=');
  std::string name = words.substr(0, equals);
  words.erase(0, equals + 1);
  to.remarks.push_back({std::move(name), std::move(words)});
}

std::string* text_of(attribute what, actor& to) {
  switch (what) {
    case attribute::name: return &to.name;
    case attribute::siret: return &to.siret;
    case attribute::parent: return &to.parent;
    case attribute::phone: return &to.phone;
    case attribute::email: return &to.email;
    case attribute::website: return &to.website;
    case attribute::booking_url: return &to.booking_url;
    case attribute::access_url: return &to.access_url;
    case attribute::description: return &to.description;
    case attribute::conditions: return &to.conditions;
    case attribute::hours: return &to.hours;
    case attribute::fee_words: return &to.fee_words;
    default: return nullptr;
  }
}

std::string* text_of(attribute what, site& to) {
  switch (what) {
    case attribute::address: return &to.address;
    case attribute::complement: return &to.complement;
    case attribute::postcode: return &to.postcode;
    case attribute::town: return &to.town;
    case attribute::commune: return &to.commune;
    default: return nullptr;
  }
}

bool set_area(const said_value& one, actor& to) {
  if (one.what < attribute::communes || one.what > attribute::countries) return false;
  const auto kind = static_cast<area_kind>(static_cast<std::size_t>(one.what) -
                                           static_cast<std::size_t>(attribute::communes));
  area served{kind, one.value};
  if (std::find(to.areas.begin(), to.areas.end(), served) == to.areas.end())
    to.areas.push_back(std::move(served));
  return true;
}

/// Lists of words; false for anything else.
bool set_list(said_value& one, const pack& rules, actor& to) {
  switch (one.what) {
    case attribute::publics_only: add_public(rules, one.value, true, to); return true;
    case attribute::publics_first: add_public(rules, one.value, false, to); return true;
    case attribute::requested_by: add_word(load::requester_words(), one.value, to.requested_by); return true;
    case attribute::channels: add_word(load::channel_words(), one.value, to.channels); return true;
    case attribute::bookings: add_word(load::channel_words(), one.value, to.bookings); return true;
    case attribute::fees: add_word(load::fee_words(), one.value, to.fees); return true;
    case attribute::mandates: add_mandate(one.value, to); return true;
    case attribute::languages: add_text(one.value, to.languages); return true;
    case attribute::services: add_text(one.value, to.services); return true;
    case attribute::labels: add_text(one.value, to.labels); return true;
    case attribute::remark: add_remark(one.value, to); return true;
    case attribute::helps: {
      const level_id level = find_named(rules.levels, one.value);
      if (level.known() && std::find(to.helps.begin(), to.helps.end(), level) == to.helps.end())
        to.helps.push_back(level);
      return true;
    }
    default: return set_area(one, to);
  }
}

/// Whom it serves, when nobody says it: what its type lets one suppose.
void suppose_area(const pack& rules, const std::string& commune, actor& to) {
  if (!to.areas.empty() || commune.size() != 5) return;
  for (const type_default& one : rules.defaults) {
    if (one.type != to.type) continue;
    to.areas.push_back({one.serves, one.serves == area_kind::commune ? commune : department_of(commune)});
    to.assumed.emplace_back("areas");
  }
}

/// The first record is the one that names the actor; what several say is told apart.
void set_sources(listing& from, actor& to) {
  to.sources = std::move(from.sources);
  to.producer = to.sources.front().producer;
  to.vintage = to.sources.front().vintage;
  if (to.sources.size() < 2) return;
  for (const said_value& one : from.says) {
    auto& keys = to.sources[one.source].keys;
    const std::string key = form_of(one.what).name;
    if (one.what != attribute::remark && std::find(keys.begin(), keys.end(), key) == keys.end())
      keys.push_back(key);
  }
}

bool near(const std::optional<point>& a, const std::optional<point>& b) {
  return !a || !b || metres_between(*a, *b) <= same_site_metres;
}

}  // namespace

place_maker::place_maker(const pack& rules, territory& into) : rules_(rules), into_(into) {
  for (std::size_t i = 0; i < rules.actor_types.size(); ++i)
    types_.emplace(rules.actor_types.items[i].id, actor_type_id(i));
}

void place_maker::reserve(std::size_t count) {
  const std::size_t all = into_.actors.size() + count;
  into_.actors.items.reserve(all);
  into_.sites.items.reserve(into_.sites.size() + count);
  ids_.reserve(all);
}

/// Keeps an id for the actor that comes next; false when another one has it.
bool place_maker::take_id(const std::string& id) {
  const std::size_t hash = index_table::hash_of(id);
  const auto is_it = [&](std::uint32_t which) { return into_.actors.items[which].id == id; };
  if (ids_.find(hash, is_it) != index_table::none) return false;
  ids_.add(hash, into_.actors.size());
  return true;
}

std::string place_maker::fresh_id(const listing& from) {
  std::string id = detail::slug(from.sources.front().id);
  if (id.empty()) id = detail::slug(said(from, attribute::name));
  if (id.empty()) id = "place";
  constexpr std::size_t longest = 80;
  if (id.size() > longest) id.resize(longest);
  if (take_id(id)) return id;
  std::string fresh;
  int& next = next_[id];
  do fresh = id + "_" + std::to_string(++next + 1);
  while (!take_id(fresh));
  return fresh;
}

/// Hours that another actor has already are not read again.
void place_maker::read_opening(actor& made) {
  if (made.hours.empty()) return;
  const std::size_t hash = index_table::hash_of(made.hours);
  const auto same = [&](std::uint32_t which) { return into_.actors.items[which].hours == made.hours; };
  const std::uint32_t known = hours_.find(hash, same);
  if (known != index_table::none) {
    made.opening = into_.actors.items[known].opening;
    return;
  }
  made.opening = parse_hours(made.hours).hours;
  hours_.add(hash, into_.actors.size() - 1);
}

void place_maker::set(said_value& one, actor& to) const {
  if (set_list(one, rules_, to)) return;
  if (std::string* words = text_of(one.what, to)) {
    if (words->empty()) *words = std::move(one.value);
  } else if (one.what == attribute::type) {
    const auto found = types_.find(one.value);
    if (!to.type.known() && found != types_.end()) to.type = found->second;
  } else if (one.what == attribute::step_free) {
    if (!to.step_free) to.step_free = one.value == "true";
  } else if (one.what == attribute::appointment_days) {
    if (!to.appointment_days) to.appointment_days = std::stoi(one.value);
  }
}

site_id place_maker::site_of(listing& from, const actor& made) {
  site one;
  one.id = made.id;
  one.name = made.name;
  one.where = point_of(from);
  for (said_value& each : from.says)
    if (std::string* words = text_of(each.what, one); words != nullptr && words->empty())
      *words = std::move(each.value);
  const std::string street = detail::folded(one.address);
  if (street.empty() || one.commune.empty()) return into_.sites.add(std::move(one));
  std::vector<site_id>& same = at_address_[one.commune + " " + street];
  for (const site_id other : same)
    if (near(into_.sites[other].where, one.where)) return other;
  same.push_back(into_.sites.add(std::move(one)));
  return same.back();
}

void place_maker::add(listing from) {
  std::string id = fresh_id(from);
  actor& made = into_.actors.items.emplace_back();
  made.id = std::move(id);
  for (said_value& one : from.says) set(one, made);
  for (const attribute one : from.assumed) made.assumed.emplace_back(form_of(one).name);
  read_opening(made);
  set_sources(from, made);
  suppose_area(rules_, said(from, attribute::commune), made);
  made.at = site_of(from, made);
}

}  // namespace aiguillage::import
