#include "batch/needs.h"

namespace aiguillage::batch {
namespace {

// Those whose request says the right by itself, the right not being named.
literal said_by_request(formulas& all, fact_id from, const value_set& rights) {
  const fact_id request = find_named(all.rules.facts, "request");
  if (!request.known() || all.rules.facts[from].id != "request_right") return no_one;
  value_set saying;
  for (const auto& [value, right] : all.rules.right_of_request)
    if (right.known() && rights.test(right.index())) saying.set(value);
  return all_of(all.rows, {inverse(known_row(all, from)), holds_one_of(all, request, saying)});
}

literal given_by(formulas& all, const right_source& source, const value_set& rights) {
  const literal when = formula_of(all, source.when).yes;
  if (!source.from.known()) return source.fixed.known() && rights.test(source.fixed.index()) ? when : no_one;
  const value_set counted = source.only.any() ? rights & source.only : rights;
  return all_of(all.rows, {when, any_of(all.rows, {holds_one_of(all, source.from, counted),
                                                   said_by_request(all, source.from, counted)})});
}

}  // namespace

literal about_right(formulas& all, need_type_id type, const value_set& rights, bool none) {
  const need_type& which = all.rules.needs[type];
  literal found = no_one;
  literal without = everyone;
  for (const right_source& source : which.rights) {
    const literal here = given_by(all, source, rights);
    found = any_of(all.rows, {found, which.every_right ? here : all_of(all.rows, {without, here})});
    without = all_of(all.rows, {without, inverse(given_by(all, source, value_set().set()))});
  }
  return none ? any_of(all.rows, {found, without}) : found;
}

}  // namespace aiguillage::batch
