#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace [[gnu::visibility("default")]] aiguillage {

/// A small index that cannot be mistaken for an index of another kind; valid ids count from 0. What a pack or a country holds
/// fits in 16 bits; `Index` is wider for what a nation has more of.
template <class Tag, class Index = std::uint16_t>
struct strong_id {
  static constexpr Index none_value = std::numeric_limits<Index>::max();
  Index value = none_value;

  constexpr strong_id() = default;
  constexpr explicit strong_id(std::size_t index) : value(static_cast<Index>(index)) {}

  /// True when the id names something.
  [[nodiscard]] constexpr bool known() const { return value != none_value; }
  [[nodiscard]] constexpr std::size_t index() const { return value; }

  friend constexpr bool operator==(strong_id a, strong_id b) { return a.value == b.value; }
  friend constexpr bool operator!=(strong_id a, strong_id b) { return a.value != b.value; }
  friend constexpr bool operator<(strong_id a, strong_id b) { return a.value < b.value; }
};

/// An array indexed by one kind of id only.
template <class Id, class T>
struct id_vector {
  std::vector<T> items;

  id_vector() = default;
  explicit id_vector(std::size_t count, const T& value = T{}) : items(count, value) {}

  [[nodiscard]] std::size_t size() const { return items.size(); }
  [[nodiscard]] bool empty() const { return items.empty(); }
  [[nodiscard]] auto begin() const { return items.begin(); }
  [[nodiscard]] auto end() const { return items.end(); }
  [[nodiscard]] auto begin() { return items.begin(); }
  [[nodiscard]] auto end() { return items.end(); }
  [[nodiscard]] decltype(auto) operator[](Id id) const { return items[id.index()]; }
  [[nodiscard]] decltype(auto) operator[](Id id) { return items[id.index()]; }

  /// Appends a value and returns its id.
  Id add(T value) {
    items.push_back(std::move(value));
    return Id(items.size() - 1);
  }
};

using fact_id = strong_id<struct fact_tag>;
using value_list_id = strong_id<struct value_list_tag>;
using need_type_id = strong_id<struct need_type_tag>;
using actor_type_id = strong_id<struct actor_type_tag>;
using right_id = strong_id<struct right_tag>;
using state_id = strong_id<struct state_tag>;
using level_id = strong_id<struct level_tag>;
using mode_id = strong_id<struct mode_tag>;
using urgency_id = strong_id<struct urgency_tag>;
using rule_id = strong_id<struct rule_tag>;
using actor_id = strong_id<struct actor_tag, std::uint32_t>;  // a country has more than 65,534 places
using site_id = strong_id<struct site_tag, std::uint32_t>;
using public_id = strong_id<struct public_tag>;
using condition_id = strong_id<struct condition_tag>;

}  // namespace aiguillage
