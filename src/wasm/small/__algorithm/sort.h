#pragma once
// std::sort in a tenth of the code: nothing here sorts so much that it takes notice. Values that compare equal may be left in
// another order, as the standard says.
#define sort sort_at_length
#include_next <__algorithm/sort.h>
#undef sort

_LIBCPP_BEGIN_NAMESPACE_STD

/// Shell's method.
template <class Iterator, class Less>
void sort(Iterator first, Iterator last, Less less) {
  const auto count = last - first;
  for (auto gap = count / 2; gap > 0; gap = gap == 2 ? 1 : gap * 5 / 11) {
    for (auto next = gap; next < count; ++next) {
      auto moved = _VSTD::move(first[next]);
      auto at = next;
      for (; at >= gap && less(moved, first[at - gap]); at -= gap) first[at] = _VSTD::move(first[at - gap]);
      first[at] = _VSTD::move(moved);
    }
  }
}
template <class Iterator>
void sort(Iterator first, Iterator last) {
  _VSTD::sort(first, last, __less<typename iterator_traits<Iterator>::value_type>());
}

_LIBCPP_END_NAMESPACE_STD
