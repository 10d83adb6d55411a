#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "aiguillage/snapshot.h"
#include "snapshot/bytes.h"

/// The same words write a record and read it again: see records.h.
namespace aiguillage::snapshots {

[[nodiscard]] inline std::uint64_t zigzag(std::int64_t value) {
  return static_cast<std::uint64_t>(value) << 1U ^ static_cast<std::uint64_t>(value >> 63U);
}
[[nodiscard]] inline std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1U ^ (~(value & 1U) + 1U));
}

class record_writer {
 public:
  record_writer(text_table& texts, std::string& to) : texts_(texts), to_(to) {}

  void text(const std::string& word) { put_number(to_, texts_.of(word)); }
  void number(std::int64_t value) { put_number(to_, zigzag(value)); }
  void figure(std::int64_t value, std::int64_t) { number(value); }
  void boolean(bool value) { put_number(to_, value ? 1 : 0); }
  void degrees(double value, double) { put(to_, value); }
  void real(float value) { put(to_, value); }
  /// Only a reader has to put a piece of text where it is.
  void place(const text_span&, std::int64_t, std::int64_t, std::size_t) {}
  void fixed64(std::uint64_t value) { put(to_, value); }
  template <class Id>
  void id(Id one, std::size_t) {
    put_number(to_, one.known() ? one.index() + 1 : 0);
  }
  template <class Id>
  void maybe_id(Id one, std::size_t size) {
    id(one, size);
  }
  void blob(const std::string& bytes) {
    put_number(to_, bytes.size());
    to_ += bytes;
  }
  template <class Enum>
  void word(Enum one, std::size_t) {
    put_number(to_, static_cast<std::uint64_t>(one));
  }
  template <class T, class Each>
  void list(const std::vector<T>& items, Each each) {
    put_number(to_, items.size());
    for (const T& one : items) each(one);
  }
  template <class T, class Each>
  void maybe(const std::optional<T>& one, Each each) {
    boolean(one.has_value());
    if (one) each(*one);
  }

 private:
  text_table& texts_;
  std::string& to_;
};

class record_reader {
 public:
  /// `from` has had the tables of its texts checked.
  record_reader(const snapshot& from, std::string_view record) : from_(from), in_(record) {}

  void text(std::string& word);
  void number(std::int64_t& value) { value = unzigzag(in_.number()); }
  /// From 0 to `most`.
  template <class Number>
  void figure(Number& value, std::int64_t most) {
    const std::int64_t written = unzigzag(in_.number());
    if (written < 0 || written > most)
      in_.fail();
    else
      value = static_cast<Number>(written);
  }
  void degrees(double& value, double most);
  void boolean(bool& value);
  void real(float& value) { value = in_.fixed<float>(); }
  void place(text_span& span, std::int64_t from, std::int64_t size, std::size_t texts);
  void fixed64(std::uint64_t& value) { value = in_.fixed<std::uint64_t>(); }
  template <class Id>
  void maybe_id(Id& one, std::size_t size) {
    const std::uint64_t written = in_.number();
    if (written > size) in_.fail();
    one = written == 0 || !in_.good() ? Id{} : Id(written - 1);
  }
  template <class Id>
  void id(Id& one, std::size_t size) {
    const std::uint64_t written = in_.number();
    if (written == 0 || written > size) in_.fail();
    one = in_.good() ? Id(written - 1) : Id{};
  }
  template <class Enum>
  void word(Enum& one, std::size_t size) {
    const std::uint64_t written = in_.number();
    if (written >= size)
      in_.fail();
    else
      one = static_cast<Enum>(written);
  }
  template <class T, class Each>
  void list(std::vector<T>& items, Each each) {
    items.resize(in_.count());
    for (T& one : items)
      if (in_.good()) each(one);
  }
  template <class T, class Each>
  void maybe(std::optional<T>& one, Each each) {
    bool there = false;
    boolean(there);
    if (there) each(one.emplace());
  }
  void blob(std::string& bytes) { bytes = in_.take(in_.number()); }
  void fail() { in_.fail(); }
  [[nodiscard]] bool done() const { return in_.done(); }

 private:
  const snapshot& from_;
  byte_reader in_;
};

}  // namespace aiguillage::snapshots
