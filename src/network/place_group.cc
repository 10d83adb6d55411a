#include "network/place_group.h"

#include <optional>
#include <vector>

namespace aiguillage::detail {
namespace {

/// Numbers end with a space, texts come after their length: no two groups give the same bytes.
class key_writer {
 public:
  explicit key_writer(std::string& to) : to_(to) {}

  void number(std::size_t value) { to_ += std::to_string(value) + " "; }
  void boolean(bool value) { number(value ? 1 : 0); }
  void text(const std::string& word) {
    number(word.size());
    to_ += word;
  }
  template <class Id>
  void id(Id one, std::size_t) {
    number(one.index());
  }
  template <class Enum>
  void word(Enum one, std::size_t) {
    number(static_cast<std::size_t>(one));
  }
  template <class T, class Each>
  void list(const std::vector<T>& items, Each each) {
    number(items.size());
    for (const T& one : items) each(one);
  }
  template <class T, class Each>
  void maybe(const std::optional<T>& one, Each each) {
    boolean(one.has_value());
    if (one) each(*one);
  }

 private:
  std::string& to_;
};

}  // namespace

std::string group_key(const pack& rules, const actor& who) {
  std::string key;
  key_writer with(key);
  code_group(with, rules, who);
  return key;
}

}  // namespace aiguillage::detail
