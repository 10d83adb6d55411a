#include "aiguillage/gazetteer.h"

#include <algorithm>

#include "territory/gazetteer_parts.h"

namespace aiguillage {
namespace {

/// The first entry of a code, or the end.
auto entry_of(const gazetteer& in, std::uint64_t key) {
  const auto at =
      std::lower_bound(in.codes.begin(), in.codes.end(), key,
                       [](const commune_code& one, std::uint64_t wanted) { return one.key < wanted; });
  return at != in.codes.end() && at->key == key ? at : in.codes.end();
}

template <class Id>
bool named(const id_vector<Id, commune_group>& groups, Id which, const std::string& code) {
  return which.known() && groups[which].code == code;
}

}  // namespace

std::uint64_t commune_key(std::string_view code) {
  if (code.size() != 5) return 0;
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    const bool corsican = i == 1 && (c == 'A' || c == 'B');
    if ((c < '0' || c > '9') && !corsican) return 0;
    key = key << 8U | static_cast<unsigned char>(c);
  }
  return key;
}

commune_id find_commune(const gazetteer& in, std::string_view code) {
  const auto at = entry_of(in, commune_key(code));
  return at == in.codes.end() ? commune_id{} : at->leads_to;
}

commune_id whole_commune(const gazetteer& in, commune_id which) {
  const commune_id whole = in.communes[which].part_of;
  return whole.known() ? whole : which;
}

namespace {

text_span copied(const gazetteer& from, text_span what, gazetteer& to) {
  const auto at = static_cast<std::uint32_t>(to.texts.size());
  to.texts += from[what];
  return {at, what.size};
}

}  // namespace

gazetteer part_of(const gazetteer& in, const std::vector<bool>& kept) {
  gazetteer out;
  out.epcis = in.epcis;
  out.epts = in.epts;
  out.departments = in.departments;
  out.regions = in.regions;
  std::vector<commune_id> renamed(in.communes.size());
  for (std::size_t i = 0; i < in.communes.size(); ++i) {
    if (!kept[whole_commune(in, commune_id(i)).index()]) continue;
    commune one = in.communes[commune_id(i)];
    for (text_span* each : {&one.code, &one.name, &one.postcodes}) *each = copied(in, *each, out);
    renamed[i] = out.communes.add(one);
  }
  for (commune& one : out.communes)
    if (one.part_of.known()) one.part_of = renamed[one.part_of.index()];
  for (const commune_code& one : in.codes)
    if (renamed[one.leads_to.index()].known()) out.codes.push_back({one.key, renamed[one.leads_to.index()]});
  return out;
}

std::optional<point> place_of(const commune& one) { return one.town_hall ? one.town_hall : one.centre; }

bool holds(const gazetteer& in, const area& where, commune_id which) {
  if (!which.known()) return false;
  const commune& one = in.communes[which];
  switch (where.kind) {
    case area_kind::commune: {
      const commune_id named_one = find_commune(in, where.code);
      return named_one.known() && (named_one == which || named_one == one.part_of);
    }
    case area_kind::epci: return named(in.epcis, one.epci, where.code) || named(in.epts, one.ept, where.code);
    case area_kind::department: return named(in.departments, one.department, where.code);
    case area_kind::region: return named(in.regions, one.region, where.code);
    case area_kind::country: break;
  }
  return where.code == france_code;
}

}  // namespace aiguillage
