#include <filesystem>
#include <fstream>

#include "snapshot/codes.h"
#include "snapshot/frame.h"
#include "snapshot/records.h"

namespace aiguillage {
namespace snapshots {
namespace {

struct fault {
  const char* code;
  text message;
};

std::optional<fault> fault_of_head(std::string_view bytes, const pack& rules) {
  if (bytes.size() < magic.size() || bytes.substr(0, magic.size()) != magic)
    return fault{snapshot_code::not_a_snapshot,
                 {"ce fichier n'est pas un instantané", "this file is not a snapshot"}};
  const text damaged = {"cet instantané est abîmé", "this snapshot is damaged"};
  if (bytes.size() < head_size) return fault{snapshot_code::damaged, damaged};
  if (number_at<std::uint32_t>(bytes, byte_order_at) != byte_order)
    return fault{snapshot_code::other_machine,
                 {"cet instantané vient d'une machine d'un autre ordre des octets",
                  "this snapshot comes from a machine with another order of bytes"}};
  if (number_at<std::uint32_t>(bytes, version_at) != format_version)
    return fault{snapshot_code::other_version,
                 {"cet instantané est d'une autre version du format",
                  "this snapshot is of another version of the format"}};
  if (number_at<std::uint64_t>(bytes, length_at) != bytes.size() ||
      number_at<std::uint64_t>(bytes, checksum_at) != hash_of(bytes.substr(names_at)))
    return fault{snapshot_code::damaged, damaged};
  if (number_at<std::uint64_t>(bytes, names_at) != names_of(rules))
    return fault{snapshot_code::other_pack,
                 {"cet instantané a été fait avec un jeu de règles d'autres noms",
                  "this snapshot was made with a pack of other names"}};
  return std::nullopt;
}

bool find_parts(snapshot& in) {
  std::size_t at = head_size;
  for (std::size_t i = 0; i < snapshot_parts; ++i) {
    const auto size = number_at<std::uint64_t>(in.bytes, sizes_at + i * 8);
    if (size > in.bytes.size() - at) return false;
    in.parts[i] = {at, size};
    at += size;
  }
  return at == in.bytes.size();
}

bool are_offsets(const snapshot& in, part offsets, part items) {
  const std::string_view table = bytes_of(in, offsets);
  if (table.size() < 4 || table.size() % 4 != 0) return false;
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < table.size(); i += 4) {
    const auto next = number_at<std::uint32_t>(table, i);
    if (next < last || (i == 0 && next != 0)) return false;
    last = next;
  }
  return last == bytes_of(in, items).size();
}

/// Every number of a column is under a bound.
bool is_column(const snapshot& in, part column, std::size_t rows, std::size_t width, std::size_t which,
               std::size_t bound) {
  if (bytes_of(in, column).size() != rows * width * 4) return false;
  for (std::size_t i = 0; i < rows; ++i)
    if (cell_of<std::uint32_t>(in, column, i, width, which) >= bound) return false;
  return true;
}

bool check_tables(snapshot& in) {
  if (!find_parts(in) || !are_offsets(in, part::text_offsets, part::texts) ||
      !are_offsets(in, part::site_offsets, part::sites) ||
      !are_offsets(in, part::actor_offsets, part::actors) ||
      !are_offsets(in, part::group_offsets, part::groups))
    return false;
  in.sites = count_of(in, part::site_offsets);
  in.actors = count_of(in, part::actor_offsets);
  record_reader sources(in, bytes_of(in, part::sources));
  code_sources(sources, in.made_of);
  return sources.done() && is_column(in, part::actor_columns, in.actors, 2, 0, in.sites + 1) &&
         is_column(in, part::actor_columns, in.actors, 2, 1, count_of(in, part::group_offsets)) &&
         is_column(in, part::site_communes, in.sites, 1, 0, count_of(in, part::text_offsets)) &&
         bytes_of(in, part::site_points).size() == in.sites * 8;
}

}  // namespace
}  // namespace snapshots

std::optional<snapshot> read_snapshot(std::string bytes, const std::string& name, const pack& rules,
                                      diagnostics& out) {
  std::optional<snapshots::fault> wrong = snapshots::fault_of_head(bytes, rules);
  snapshot in;
  in.name = name;
  in.bytes = std::move(bytes);
  if (!wrong && !snapshots::check_tables(in))
    wrong =
        snapshots::fault{snapshot_code::damaged, {"cet instantané est abîmé", "this snapshot is damaged"}};
  if (!wrong) return in;
  out.push_back({severity::error,
                 wrong->code,
                 name,
                 0,
                 0,
                 wrong->message,
                 {"refaites-le : aiguillage check DOSSIER --snapshot",
                  "make it again: aiguillage check DIR --snapshot"}});
  return std::nullopt;
}

std::optional<snapshot> open_snapshot(const std::string& path, const pack& rules, diagnostics& out) {
  std::error_code failed;
  const std::uintmax_t size =
      std::filesystem::is_regular_file(path, failed) ? std::filesystem::file_size(path, failed) : 0;
  std::ifstream stream(path, std::ios::binary);
  std::string bytes(failed ? 0 : size, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(stream.gcount() < 0 ? 0 : static_cast<std::size_t>(stream.gcount()));
  return read_snapshot(std::move(bytes), path, rules, out);
}

}  // namespace aiguillage
