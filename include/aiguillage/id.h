#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#pragma GCC visibility push(default)
namespace aiguillage {

/// A small index that cannot be mistaken for an index of another kind; valid ids count from 0. What a pack or a country holds
/// fits in 16 bits; `Index` is wider for what a nation has more of.
template <class Tag, class Index = std::uint16_t>
struct strong_id {
  static constexpr Index none_value = std::numeric_limits<Index>::max();
  Index value = none_value;

  /// Names nothing.
  constexpr strong_id() = default;
  /// The id of an index, which must be less than `none_value`: what is greater is not refused.
  constexpr explicit strong_id(std::size_t index) : value(static_cast<Index>(index)) {}

  /// True when the id names something.
  [[nodiscard]] constexpr bool known() const { return value != none_value; }
  /// The index; `none_value` when the id names nothing.
  [[nodiscard]] constexpr std::size_t index() const { return value; }

  /// @{
  /// Ids compare as their indices; one that names nothing equals its like and comes last.
  friend constexpr bool operator==(strong_id a, strong_id b) { return a.value == b.value; }
  friend constexpr bool operator!=(strong_id a, strong_id b) { return a.value != b.value; }
  friend constexpr bool operator<(strong_id a, strong_id b) { return a.value < b.value; }
  /// @}
};

/// An array indexed by one kind of id only.
template <class Id, class T>
struct id_vector {
  std::vector<T> items;

  /// No item.
  id_vector() = default;
  /// `count` copies of a value.
  explicit id_vector(std::size_t count, const T& value = T{}) : items(count, value) {}

  /// How many items there are; the ids are 0 to one less.
  [[nodiscard]] std::size_t size() const { return items.size(); }
  /// True when there is no item.
  [[nodiscard]] bool empty() const { return items.empty(); }
  /// @{
  /// The items in the order of their ids.
  [[nodiscard]] auto begin() const { return items.begin(); }
  [[nodiscard]] auto end() const { return items.end(); }
  [[nodiscard]] auto begin() { return items.begin(); }
  [[nodiscard]] auto end() { return items.end(); }
  /// @}
  /// @{
  /// The item of an id, which must be one of this array: nothing is checked.
  [[nodiscard]] decltype(auto) operator[](Id id) const { return items[id.index()]; }
  [[nodiscard]] decltype(auto) operator[](Id id) { return items[id.index()]; }
  /// @}

  /// Appends a value and returns its id.
  Id add(T value) {
    items.push_back(std::move(value));
    return Id(items.size() - 1);
  }
};

using fact_id = strong_id<struct fact_tag>;              // index into pack::facts
using need_type_id = strong_id<struct need_type_tag>;    // index into pack::needs
using actor_type_id = strong_id<struct actor_type_tag>;  // index into pack::actor_types
using right_id = strong_id<struct right_tag>;            // index into pack::rights
using state_id = strong_id<struct state_tag>;            // index into pack::states
using level_id = strong_id<struct level_tag>;            // index into pack::levels
using mode_id = strong_id<struct mode_tag>;              // index into pack::modes
using urgency_id = strong_id<struct urgency_tag>;        // index into pack::urgencies
/// Index into territory::actors; a country has more than 65,534 places.
using actor_id = strong_id<struct actor_tag, std::uint32_t>;
using site_id = strong_id<struct site_tag, std::uint32_t>;  // index into territory::sites
using public_id = strong_id<struct public_tag>;             // index into pack::publics
using condition_id = strong_id<struct condition_tag>;       // index into pack::conditions

}  // namespace aiguillage
#pragma GCC visibility pop
