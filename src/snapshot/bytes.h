#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

/// Numbers and texts as bytes, and back. What cannot be read is 0 or "", and said once by `good`.
namespace aiguillage::snapshots {

/// XXH3 of 64 bits.
[[nodiscard]] std::uint64_t hash_of(std::string_view bytes);

/// The same of the bytes of a file; nullopt when it cannot be read.
[[nodiscard]] std::optional<std::uint64_t> hash_of_file(const std::string& path);

/// A number of fixed width at a place that is known to hold it.
template <class Number>
[[nodiscard]] Number number_at(std::string_view bytes, std::size_t at) {
  Number value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

template <class Number>
void put(std::string& to, Number value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  to.append(bytes, sizeof value);
}

/// Distinct texts, in the order in which they are first met; 0 is "".
class text_table {
 public:
  text_table() { of(""); }
  std::uint32_t of(std::string_view word);

  std::string offsets;  // 32 bits each, one more than there are texts
  std::string bytes;

 private:
  std::unordered_map<std::string, std::uint32_t> known_;
};

/// Seven bits a byte, the lowest first; the last has its high bit clear.
void put_number(std::string& to, std::uint64_t value);

class byte_reader {
 public:
  explicit byte_reader(std::string_view bytes) : left_(bytes) {}

  [[nodiscard]] std::uint64_t number();
  template <class Number>
  [[nodiscard]] Number fixed() {
    const std::string_view taken = take(sizeof(Number));
    return taken.empty() ? Number{} : number_at<Number>(taken, 0);
  }
  [[nodiscard]] std::string_view take(std::uint64_t count);
  /// How many items follow; each takes a byte at least.
  [[nodiscard]] std::size_t count();
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool done() const { return good_ && left_.empty(); }
  void fail() { good_ = false; }

 private:
  std::string_view left_;
  bool good_ = true;
};

}  // namespace aiguillage::snapshots
