#pragma once

/// Why a snapshot is refused; all are errors.
namespace aiguillage::snapshot_code {

inline constexpr const char* not_a_snapshot = "not-a-snapshot";
inline constexpr const char* other_version = "snapshot-version";
inline constexpr const char* other_machine = "snapshot-byte-order";
inline constexpr const char* other_pack = "snapshot-pack";
inline constexpr const char* damaged = "snapshot-damaged";

}  // namespace aiguillage::snapshot_code
