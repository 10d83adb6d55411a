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

}  // namespace aiguillage::simulation
