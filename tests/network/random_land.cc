#include "network/random_land.h"

#include "network/world.h"

namespace aiguillage::network_tests {
namespace {

const std::vector<std::string> communes = {"35238", "35047", "35051", "22278", "97411"};
const std::vector<area> areas = {
    {area_kind::commune, "35238"},  {area_kind::commune, "35047"},  {area_kind::commune, "97411"},
    {area_kind::department, "35"},  {area_kind::department, "22"},  {area_kind::department, "974"},
    {area_kind::epci, "243500139"}, {area_kind::epci, "200067981"}, {area_kind::region, "53"},
    {area_kind::country, "99100"},  {area_kind::country, "99131"}};

template <class T>
std::vector<T> some(const std::vector<T>& from, dice& with, std::size_t percent) {
  std::vector<T> kept;
  if (with.roll(100) < percent)
    for (const T& one : from)
      if (with.roll(3) == 0) kept.push_back(one);
  return kept;
}

actor random_actor(std::size_t number, dice& with) {
  actor one;
  one.id = "actor_" + std::to_string(number);
  one.type = actor_type_id(with.roll(france().actor_types.size()));
  one.at = site_id(with.roll(3));
  one.areas = some(areas, with, 50);
  one.channels = some(std::vector<channel>{channel::in_person, channel::phone, channel::home_visit,
                                           channel::online_self, channel::itinerant},
                      with, 40);
  one.bookings = some(std::vector<channel>{channel::phone, channel::email}, with, 40);
  for (std::size_t i = 0; i < france().publics.size(); ++i)
    if (with.roll(12) == 0) one.publics.push_back({public_id(i), with.roll(2) == 0});
  if (with.roll(2) == 0) one.step_free = with.roll(2) == 0;
  one.mandates = with.roll(4) != 0;
  if (with.roll(3) == 0) one.full_until = "2026-12-2" + std::to_string(with.roll(10));
  return one;
}

}  // namespace

territory random_land(dice& with, std::size_t actors) {
  territory land = land_of(place("office", "france_services", "near"));
  land.actors.items.clear();
  for (const auto& [code, epci] : {std::pair("35238", "243500139"), std::pair("22278", "200067981")})
    add_commune(land.communes, code, epci, "53");
  for (std::size_t i = 0; i < actors; ++i) land.actors.add(random_actor(i, with));
  return land;
}

situation random_resident(dice& with) {
  situation person = random_person(france(), with, 20 + with.roll(50));
  if (with.roll(4) != 0) person.home_commune = communes[with.roll(communes.size())];
  if (with.roll(2) == 0) person.date = "2026-12-15";
  return person;
}

}  // namespace aiguillage::network_tests
