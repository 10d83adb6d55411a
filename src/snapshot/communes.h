#pragma once

#include <cstdint>

#include "aiguillage/gazetteer.h"
#include "snapshot/records.h"

namespace aiguillage::snapshots {

template <class Coder, class Groups>
void code_commune_groups(Coder& with, Groups& groups) {
  with.list(groups.items, [&](auto& one) {
    with.text(one.code);
    with.text(one.name);
  });
}

/// `last`: where the piece of text before this one ends.
template <class Coder, class Span>
void code_span(Coder& with, Span& span, std::size_t texts, std::int64_t& last) {
  std::int64_t after = static_cast<std::int64_t>(span.from) - last;
  std::int64_t size = span.size;
  with.number(after);
  with.number(size);
  with.place(span, last + after, size, texts);
  last += after + size;
}

template <class Coder, class Communes>
void code_communes(Coder& with, Communes& all) {
  code_commune_groups(with, all.epcis);
  code_commune_groups(with, all.epts);
  code_commune_groups(with, all.departments);
  code_commune_groups(with, all.regions);
  with.blob(all.texts);
  std::int64_t last = 0;
  with.list(all.communes.items, [&](auto& one) {
    for (auto* span : {&one.code, &one.name, &one.postcodes}) code_span(with, *span, all.texts.size(), last);
    with.maybe_id(one.part_of, all.communes.size());
    with.maybe_id(one.epci, all.epcis.size());
    with.maybe_id(one.ept, all.epts.size());
    with.maybe_id(one.department, all.departments.size());
    with.maybe_id(one.region, all.regions.size());
    with.maybe(one.population, [&](auto& people) { with.figure(people, INT32_MAX); });
    with.maybe(one.square_km, [&](auto& value) { with.real(value); });
    code_point(with, one.centre);
    code_point(with, one.town_hall);
  });
  with.list(all.codes, [&](auto& one) {
    with.fixed64(one.key);
    with.id(one.leads_to, all.communes.size());
  });
}

}  // namespace aiguillage::snapshots
