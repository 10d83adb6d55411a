#include "snapshot/world.h"

#include <algorithm>
#include <sstream>

#include "aiguillage/person_network.h"
#include "aiguillage/qualify.h"
#include "france.h"
#include "network/world.h"

namespace aiguillage::snapshot_tests {
namespace {

using words = std::vector<std::string>;

const words communes = {"35238", "35001", "35047", "22278", "97411"};
const std::vector<area> areas = {{area_kind::commune, "35238"},  {area_kind::commune, "35047"},
                                 {area_kind::department, "35"},  {area_kind::department, "22"},
                                 {area_kind::epci, "243500139"}, {area_kind::region, "53"},
                                 {area_kind::country, "99100"},  {area_kind::country, "99131"}};
const words some_hours = {"",
                          "Mo-Fr 09:00-12:00",
                          "Tu 14:00-18:00; Sa 10:00-12:00",
                          "24/7",
                          "Mar 18-Mar 25 Mo-Su 10:00-12:00",
                          "quand il fait beau"};

bool one_in(dice& with, std::size_t chances) { return with.roll(chances) == 0; }

template <class T>
std::vector<T> some(const std::vector<T>& from, dice& with, std::size_t chances) {
  std::vector<T> kept;
  if (one_in(with, chances))
    for (const T& one : from)
      if (one_in(with, 3)) kept.push_back(one);
  return kept;
}

template <class Enum>
std::vector<Enum> some_of(std::size_t count, dice& with, std::size_t chances) {
  std::vector<Enum> all;
  for (std::size_t i = 0; i < count; ++i) all.push_back(static_cast<Enum>(i));
  return some(all, with, chances);
}

std::string maybe(dice& with, const char* word) {
  return one_in(with, 4) ? word + std::to_string(with.roll(5)) : "";
}

site random_site(std::size_t number, dice& with, bool far) {
  site one;
  one.id = "site_" + std::to_string(number);
  one.name = maybe(with, "Maison ");
  one.address = maybe(with, "rue ");
  one.complement = maybe(with, "étage ");
  one.postcode = maybe(with, "3500");
  one.town = maybe(with, "Ville ");
  if (!one_in(with, 5)) one.commune = far || one_in(with, 8) ? "56001" : communes[with.roll(communes.size())];
  const double degrees = far ? 3 : one_in(with, 3) ? 0.02 : 0.5;
  const auto offset = [&] { return (static_cast<double>(with.roll(2001)) - 1000) / 1000 * degrees; };
  const double north = far ? (one_in(with, 2) ? 0.6 : -0.6) : 0;
  if (!one_in(with, 30)) one.where = point{48.11 + north + offset() / 2, -1.68 + offset()};
  return one;
}

void say_more(actor& one, dice& with) {
  one.name = "Lieu " + one.id;
  one.languages = some(words{"ar", "en"}, with, 5);
  one.helps = some_of<level_id>(france().levels.size(), with, 6);
  one.services = some(words{"atelier", "permanence"}, with, 6);
  one.labels = some(words{"label"}, with, 6);
  one.fees = some_of<fee>(5, with, 6);
  one.fee_words = maybe(with, "tarif ");
  one.conditions = maybe(with, "sur rendez-vous ");
  for (std::string* word : {&one.phone, &one.email, &one.website, &one.siret, &one.parent, &one.booking_url,
                            &one.access_url, &one.description, &one.producer})
    *word = maybe(with, "texte ");
  one.vintage = "2026-01-0" + std::to_string(1 + with.roll(9));
  if (one_in(with, 3))
    one.sources = {{"a", "1", "2026-01-01", {"name", "phone"}}, {"b", "2", "2025-01-01", {}}};
  if (one_in(with, 4)) one.remarks = {{"colonne", "valeur " + std::to_string(with.roll(9))}};
  one.assumed = some(words{"type", "point"}, with, 4);
}

/// What many places have in common.
actor random_profile(dice& with) {
  actor one;
  one.type = actor_type_id(with.roll(france().actor_types.size()));
  one.without = some_of<need_type_id>(france().needs.size(), with, 12);
  one.areas = some(areas, with, 3);
  one.channels = some_of<channel>(9, with, 6);
  if (one_in(with, 6))
    one.publics.push_back({public_id(with.roll(france().publics.size())), one_in(with, 2)});
  if (one_in(with, 3)) one.step_free = one_in(with, 2);
  one.mandates = !one_in(with, 6);
  if (one.mandates) one.signs = some_of<mandate_kind>(4, with, 6);
  if (one_in(with, 15)) one.full_until = "2026-12-2" + std::to_string(with.roll(10));
  return one;
}

actor random_actor(std::size_t number, dice& with, actor one, site_id at) {
  one.id = "actor_" + std::to_string(number);
  if (!one_in(with, 40)) one.at = at;
  one.bookings = some_of<channel>(4, with, 6);
  one.requested_by = some_of<requester>(2, with, 8);
  if (one_in(with, 6)) one.appointment_days = static_cast<int>(with.roll(20));
  one.hours = some_hours[with.roll(some_hours.size())];
  if (!one.hours.empty()) one.opening = parse_hours(one.hours).hours;
  say_more(one, with);
  return one;
}

std::string shown(const std::optional<point>& at) {
  std::ostringstream out;
  out.precision(17);
  if (at) out << at->latitude << "," << at->longitude;
  return out.str();
}

template <class List>
std::string numbers(const List& list) {
  std::string out = "[";
  for (const auto& one : list) out += std::to_string(static_cast<std::size_t>(one)) + " ";
  return out + "]";
}

template <class Ids>
std::string ids(const Ids& list) {
  std::string out = "[";
  for (const auto& one : list) out += std::to_string(one.index()) + " ";
  return out + "]";
}

std::string joined(const words& list) {
  std::string out = "[";
  for (const std::string& one : list) out += one + "|";
  return out + "]";
}

// The bindings name every member, so that a new one is not forgotten here. Waits, the files it was read from, and the lines in
// them, are not kept.
std::string all_of(const site& one) {
  const auto& [id, name, address, complement, postcode, town, commune, where, written] = one;
  return joined({id, name, address, complement, postcode, town, commune, shown(where)}) + "\n";
}

std::string all_of(const actor& one) {
  const auto& [id, name, type, at, without, languages, served, channels, bookings, requested_by, publics,
               step_free, mandates, signs, appointment_days, waiting_days, full_until, phone, email, website,
               hours, opening, conditions, fees, fee_words, helps, services, labels, siret, parent,
               booking_url, access_url, description, producer, vintage, sources, remarks, assumed, written] =
      one;
  std::string out = joined({id, name, full_until, phone, email, website, hours, conditions, fee_words, siret,
                            parent, booking_url, access_url, description, producer, vintage});
  out += joined(languages) + joined(services) + joined(labels) + joined(assumed) + ids(without) + ids(helps) +
         numbers(channels) + numbers(bookings) + numbers(requested_by) + numbers(signs) + numbers(fees);
  out += ids(std::vector{type}) + (at.known() ? std::to_string(at.index()) : "-");
  for (const area& each : served) out += std::to_string(static_cast<int>(each.kind)) + each.code + " ";
  for (const admission& each : publics) out += ids(std::vector{each.whom}) + (each.exclusive ? "!" : "");
  for (const record_source& each : sources)
    out += joined({each.producer, each.id, each.vintage}) + joined(each.keys);
  for (const remark& each : remarks) out += joined({each.name, each.value});
  out += step_free ? (*step_free ? "step free" : "steps") : "?";
  out += mandates ? "m" : "-";
  out += appointment_days ? std::to_string(*appointment_days) : "?";
  return out + (opening ? "read " + std::to_string(opening->rules.size()) : "unread") + "\n";
}

std::string all_of(const gazetteer& in) {
  std::string out;
  const auto groups = [&](const auto& list) {
    for (const commune_group& one : list) out += one.code + "=" + one.name + " ";
  };
  groups(in.epcis);
  groups(in.epts);
  groups(in.departments);
  groups(in.regions);
  const auto id = [&](auto one) { out += one.known() ? std::to_string(one.index()) + " " : "- "; };
  for (const commune& one : in.communes) {
    out += "\n" + joined({std::string(in[one.code]), std::string(in[one.name]),
                          std::string(in[one.postcodes]), shown(one.centre), shown(one.town_hall)});
    id(one.part_of), id(one.epci), id(one.ept), id(one.department), id(one.region);
    out += (one.population ? std::to_string(*one.population) : "?") + " " +
           (one.square_km ? std::to_string(*one.square_km) : "?");
  }
  for (const commune_code& one : in.codes)
    out += "\n" + std::to_string(one.key) + ">" + std::to_string(one.leads_to.index());
  return out + "\n";
}

}  // namespace

territory random_country(dice& with, std::size_t actors, bool rare) {
  territory land = network_tests::land_of(network_tests::place("office", "france_services", "near"));
  land.actors.items.clear();
  land.sites.items.clear();
  network_tests::add_commune(land.communes, "35238", "243500139", "53", point{48.11, -1.68});
  network_tests::add_commune(land.communes, "35001", "243500139", "53", point{48.02, -1.55});
  const std::size_t sites = actors * 2 / 3 + 1;
  for (std::size_t i = 0; i < sites; ++i) land.sites.add(random_site(i, with, !one_in(with, 4)));
  std::vector<actor> profiles;
  for (std::size_t i = 0; i < actors / 8; ++i) profiles.push_back(random_profile(with));
  for (std::size_t i = 0; i < actors; ++i) {
    site_id at(with.roll(sites));
    for (int tries = 0;
         rare && tries < 20 && land.sites[at].where && std::abs(land.sites[at].where->latitude - 48.11) < 0.3;
         ++tries)
      at = site_id(with.roll(sites));
    land.actors.add(random_actor(i, with, profiles[with.roll(profiles.size())], at));
  }
  for (int i = 0; i < 5; ++i)
    land.links.push_back(
        {actor_id(with.roll(actors)), actor_id(with.roll(actors)), mode_id(std::size_t{0}), "on le dit"});
  for (travel_table& table : land.measured)
    for (std::size_t i = with.roll(2) * 10; i > 0; --i)
      table[{one_in(with, 2) ? "35238" : land.sites[site_id(with.roll(sites))].id,
             site_id(with.roll(sites))}] = static_cast<int>(with.roll(200));
  return land;
}

situation random_resident(dice& with) {
  situation person = random_person(france(), with, 20 + with.roll(60));
  if (!one_in(with, 8)) person.home_commune = communes[with.roll(communes.size())];
  if (one_in(with, 4)) person.home = point{48.11, -1.68 + static_cast<double>(with.roll(20)) / 100};
  if (one_in(with, 2)) person.date = "2026-12-1" + std::to_string(with.roll(10));
  return person;
}

std::string all_of(const territory& land) {
  const auto& [id, hash, title, neutral, neutral_minutes, files, sites, actors, links, travel, known,
               assumed_opening, measured, centre] = land;
  std::string out = joined({id, hash, title.fr, title.en, shown(centre), travel.source}) +
                    (neutral ? "n" : "-") + std::to_string(neutral_minutes) + "\n";
  for (const std::int64_t figure :
       {travel.detour_thousandths, travel.walk_metres_per_minute, travel.walk_limit_minutes,
        travel.transit_metres_per_minute, travel.transit_wait_minutes, travel.car_metres_per_minute,
        travel.car_wait_minutes, travel.most_minutes[0], travel.most_minutes[1], travel.most_minutes[2],
        travel.limited_minutes})
    out += std::to_string(figure) + " ";
  out += std::to_string(assumed_opening.rules.size()) + "\n" + all_of(known);
  for (const site& one : sites) out += all_of(one);
  for (const actor& one : actors) out += all_of(one);
  for (const handoff_link& one : links)
    out += std::to_string(one.from.index()) + ">" + std::to_string(one.to.index()) +
           ids(std::vector{one.mode}) + one.source + "\n";
  for (const travel_table& table : measured)
    for (const auto& [between, minutes] : table)
      out +=
          between.first + ">" + std::to_string(between.second.index()) + "=" + std::to_string(minutes) + "\n";
  return out;
}

namespace {

std::string words_of(const passage& one) {
  std::ostringstream out;
  out << one.mode.index() << " " << one.days << " " << one.loss << " " << one.travel << " " << one.because
      << one.booked << "; ";
  return out.str();
}

std::string words_of(const territory& land, const network& world, const door& one) {
  std::ostringstream out;
  const actor& who = land.actors[one.actor];
  out << who.id << (one.site < 0 ? "-" : land.sites[site_id(static_cast<std::size_t>(one.site))].id) << " "
      << words_of(one.usual) << words_of(one.brief) << words_of(one.same_day) << one.load << one.counted
      << one.here << one.tried << " " << one.not_before << " " << one.produces << " hours";
  if (one.hours >= 0)
    for (const opening& each : world.timetables[static_cast<std::size_t>(one.hours)])
      out << " " << each.from << "-" << each.to << each.booked_only;
  for (const service& each : one.services)
    out << "\n    " << int{each.need} << " " << each.level.index() << " " << static_cast<int>(each.quality)
        << " " << each.penalty << " " << each.minutes << " " << each.requires_states << " " << each.produces
        << " " << each.not_before << " " << each.new_elements << " " << each.because;
  return out.str() + "\n";
}

}  // namespace

std::string network_of(const territory& land, const situation& person, bool along,
                       std::span<const actor_id> among) {
  const qualification found = qualify(france(), person);
  const person_network net = build_network(france(), land, person, found, along, among);
  std::ostringstream out;
  for (const door& one : net.world.doors) out << words_of(land, net.world, one);
  const auto need_words = [&](const need* one) { out << one - found.needs.data() << " "; };
  for (const auto* list : {&net.needs, &net.along, &net.checks}) {
    out << "\nneeds ";
    for (const need* one : *list) need_words(one);
  }
  for (const decision& one : net.decisions) {
    out << "\ndecides " << land.actors[one.by].id << " ";
    for (const need* each : one.needs) need_words(each);
  }
  for (const unmet_need& one : net.unmet) {
    out << "\nunmet ";
    need_words(one.which);
    for (const obstacle& each : one.why)
      out << each.type.index() << each.by << static_cast<int>(each.kept_by) << " ";
  }
  for (const waived_need& one : net.waived) need_words(one.which), out << one.by;
  for (const rule* one : net.barred) out << " barred " << one;
  for (const rule* one : net.overridden) out << " set aside " << one;
  out << "\n"
      << net.world.digital_opens << net.world.timed << net.world.starts << " " << net.world.parallel_at_vital;
  return out.str();
}

}  // namespace aiguillage::snapshot_tests
