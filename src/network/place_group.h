#pragma once

#include <string>

#include "aiguillage/territory.h"

/// Places that nothing but their position and their hours tells apart when it comes to whether they may serve a person.
namespace aiguillage::detail {

inline constexpr std::size_t channel_count = static_cast<std::size_t>(channel::itinerant) + 1;
inline constexpr std::size_t mandate_count = static_cast<std::size_t>(mandate_kind::legal) + 1;
inline constexpr std::size_t area_kind_count = static_cast<std::size_t>(area_kind::country) + 1;

template <class Coder, class List>
void code_words(Coder& with, List& list, std::size_t size) {
  with.list(list, [&](auto& one) { with.word(one, size); });
}

/// What decides whether a place may serve a person at all, but for where it is; many places have it in common. A coder
/// writes it, reads it or makes a key of it.
template <class Coder, class Actor>
void code_group(Coder& with, const pack& rules, Actor& one) {
  with.id(one.type, rules.actor_types.size());
  with.list(one.without, [&](auto& need) { with.id(need, rules.needs.size()); });
  with.list(one.areas, [&](auto& where) {
    with.word(where.kind, area_kind_count);
    with.text(where.code);
  });
  code_words(with, one.channels, channel_count);
  with.list(one.publics, [&](auto& each) {
    with.id(each.whom, rules.publics.size());
    with.boolean(each.exclusive);
  });
  with.maybe(one.step_free, [&](auto& value) { with.boolean(value); });
  with.boolean(one.mandates);
  code_words(with, one.signs, mandate_count);
  with.text(one.full_until);
}

/// The same key for the places of one group, and for them only.
[[nodiscard]] std::string group_key(const pack& rules, const actor& who);

}  // namespace aiguillage::detail
