#pragma once

#include "network/place_group.h"
#include "snapshot/coders.h"

/// What a record holds, in order. A coder writes it or reads it; the structs are then constant or not.
namespace aiguillage::snapshots {

/// No number of minutes, days, metres or thousandths is more.
inline constexpr std::int64_t most_figure = 100000;

template <class Coder, class Texts>
void code_texts(Coder& with, Texts& list) {
  with.list(list, [&](auto& word) { with.text(word); });
}

template <class Coder, class Point>
void code_point(Coder& with, Point& where) {
  with.maybe(where, [&](auto& at) {
    with.degrees(at.latitude, 90);
    with.degrees(at.longitude, 180);
  });
}

using detail::channel_count;
using detail::code_group;
using detail::code_words;

inline constexpr std::size_t fee_count = static_cast<std::size_t>(fee::voucher) + 1;
inline constexpr std::size_t requester_count = static_cast<std::size_t>(requester::professional) + 1;

template <class Coder, class Actor>
void code_offer(Coder& with, const pack& rules, Actor& one) {
  code_texts(with, one.languages);
  code_words(with, one.bookings, channel_count);
  code_words(with, one.requested_by, requester_count);
  with.maybe(one.appointment_days, [&](auto& days) { with.figure(days, most_figure); });
  with.text(one.hours);
  with.text(one.conditions);
  code_words(with, one.fees, fee_count);
  with.text(one.fee_words);
  with.list(one.helps, [&](auto& level) { with.id(level, rules.levels.size()); });
  code_texts(with, one.services);
  code_texts(with, one.labels);
}

/// All of an actor but its group, its site and its hours as they are read.
template <class Coder, class Actor>
void code_actor(Coder& with, const pack& rules, Actor& one) {
  with.text(one.id);
  with.text(one.name);
  code_offer(with, rules, one);
  for (auto* word : {&one.phone, &one.email, &one.website, &one.siret, &one.parent, &one.booking_url,
                     &one.access_url, &one.description, &one.producer, &one.vintage})
    with.text(*word);
  with.list(one.sources, [&](auto& each) {
    with.text(each.producer);
    with.text(each.id);
    with.text(each.vintage);
    code_texts(with, each.keys);
  });
  with.list(one.remarks, [&](auto& each) {
    with.text(each.name);
    with.text(each.value);
  });
  code_texts(with, one.assumed);
}

template <class Coder, class Site>
void code_site(Coder& with, Site& one) {
  for (auto* word :
       {&one.id, &one.name, &one.address, &one.complement, &one.postcode, &one.town, &one.commune})
    with.text(*word);
  code_point(with, one.where);
}

template <class Coder, class Model>
void code_travel(Coder& with, Model& one) {
  for (auto* figure : {&one.detour_thousandths, &one.walk_metres_per_minute, &one.walk_limit_minutes,
                       &one.transit_metres_per_minute, &one.transit_wait_minutes, &one.car_metres_per_minute,
                       &one.car_wait_minutes, &one.most_minutes[0], &one.most_minutes[1],
                       &one.most_minutes[2], &one.limited_minutes})
    with.figure(*figure, most_figure);
  with.text(one.source);
}

/// Of how many things of each kind ids may be.
struct record_sizes {
  std::size_t actors = 0;
  std::size_t sites = 0;
};

/// What a territory has once; its actors, sites, communes and measured times are apart.
template <class Coder, class Land>
void code_top(Coder& with, const pack& rules, const record_sizes& sizes, Land& land) {
  for (auto* word : {&land.id, &land.hash, &land.title.fr, &land.title.en}) with.text(*word);
  with.boolean(land.neutral);
  with.figure(land.neutral_minutes, most_figure);
  code_point(with, land.centre);
  code_travel(with, land.travel);
  with.list(land.links, [&](auto& one) {
    with.id(one.from, sizes.actors);
    with.id(one.to, sizes.actors);
    with.id(one.mode, rules.modes.size());
    with.text(one.source);
  });
}

/// A time that was measured, by one of the means.
struct measured_time {
  std::string from;
  site_id to;
  int minutes = 0;
};

template <class Coder, class Times>
void code_measured(Coder& with, const record_sizes& sizes, Times& times) {
  with.list(times, [&](auto& one) {
    with.text(one.from);
    with.id(one.to, sizes.sites);
    with.figure(one.minutes, most_figure);
  });
}

template <class Coder, class Sources>
void code_sources(Coder& with, Sources& sources) {
  with.list(sources, [&](auto& one) {
    with.text(one.inside);
    with.fixed64(one.hash);
  });
}

}  // namespace aiguillage::snapshots
