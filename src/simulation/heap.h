#pragma once

#include <cstddef>
#include <utility>

namespace aiguillage::simulation {

/// Puts `item` in the place of the least of `count` items and restores the heap (the least first, children of i at 2i + 1).
template <class T, class Before>
void replace_least(T* heap, std::size_t count, T item, Before before) {
  std::size_t hole = 0;
  for (std::size_t child = 1; child < count; child = 2 * hole + 1) {
    child += static_cast<std::size_t>(child + 1 < count && before(heap[child + 1], heap[child]));
    if (!before(heap[child], item)) break;
    heap[hole] = heap[child];
    hole = child;
  }
  heap[hole] = item;
}

/// Lets the last of `count` items, just added, take its place.
template <class T, class Before>
void place_last(T* heap, std::size_t count, Before before) {
  const T item = heap[count - 1];
  std::size_t hole = count - 1;
  for (; hole > 0 && before(item, heap[(hole - 1) / 2]); hole = (hole - 1) / 2)
    heap[hole] = heap[(hole - 1) / 2];
  heap[hole] = item;
}

}  // namespace aiguillage::simulation
