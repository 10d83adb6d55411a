#include "snapshot/bytes.h"

#include <filesystem>
#include <fstream>
#include <vector>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace aiguillage::snapshots {

std::uint64_t hash_of(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

std::optional<std::uint64_t> hash_of_file(const std::string& path) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(path, failed)) return std::nullopt;
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return std::nullopt;
  std::vector<char> buffer(std::size_t{1} << 18U);
  XXH3_state_t state;
  XXH3_64bits_reset(&state);
  while (stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || stream.gcount() > 0)
    XXH3_64bits_update(&state, buffer.data(), static_cast<std::size_t>(stream.gcount()));
  if (stream.bad()) return std::nullopt;
  return XXH3_64bits_digest(&state);
}

std::uint32_t text_table::of(std::string_view word) {
  const auto [at, fresh] = known_.try_emplace(std::string(word), static_cast<std::uint32_t>(known_.size()));
  if (!fresh) return at->second;
  if (offsets.empty()) put(offsets, std::uint32_t{0});
  bytes += word;
  put(offsets, static_cast<std::uint32_t>(bytes.size()));
  return at->second;
}

void put_number(std::string& to, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7U) to += static_cast<char>((value & 0x7FU) | 0x80U);
  to += static_cast<char>(value);
}

std::uint64_t byte_reader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !left_.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(left_.front());
    left_.remove_prefix(1);
    value |= (std::uint64_t{byte} & 0x7FU) << shift;
    if (byte < 0x80) return value;
  }
  good_ = false;
  return 0;
}

std::string_view byte_reader::take(std::uint64_t count) {
  if (!good_ || count > left_.size()) {
    good_ = false;
    return {};
  }
  const std::string_view taken = left_.substr(0, count);
  left_.remove_prefix(count);
  return taken;
}

std::size_t byte_reader::count() {
  const std::uint64_t items = number();
  if (items <= left_.size()) return items;
  good_ = false;
  return 0;
}

}  // namespace aiguillage::snapshots
