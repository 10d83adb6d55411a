#include <algorithm>
#include <tuple>

#include "lint/linting.h"

/// Routing rules that another routing rule makes useless.
namespace aiguillage::lint {
namespace {

template <class T>
bool within(const std::vector<T>& some, const std::vector<T>& all) {
  return std::all_of(some.begin(), some.end(),
                     [&](const T& one) { return std::find(all.begin(), all.end(), one) != all.end(); });
}

/// An empty list of a rule stands for everything.
template <class T>
bool narrower(const std::vector<T>& some, const std::vector<T>& all) {
  return all.empty() || (!some.empty() && within(some, all));
}

bool narrower(const value_set& some, const value_set& all) {
  return all.none() || (some.any() && (some & ~all).none());
}

bool same_conditions(const pack& rules, condition_id a, condition_id b) {
  if (!a.known() || !b.known()) return a == b;
  const condition& one = rules.conditions[a];
  const condition& other = rules.conditions[b];
  return std::tie(one.kind, one.fact, one.low, one.high) ==
             std::tie(other.kind, other.fact, other.low, other.high) &&
         one.values == other.values &&
         std::equal(one.children.begin(), one.children.end(), other.children.begin(), other.children.end(),
                    [&](condition_id x, condition_id y) { return same_conditions(rules, x, y); });
}

bool same_exceptions(const pack& rules, const routing_rule& a, const routing_rule& b) {
  return std::equal(a.except.begin(), a.except.end(), b.except.begin(), b.except.end(),
                    [&](const exception& x, const exception& y) {
                      return x.actor == y.actor && x.needs == y.needs && x.rights == y.rights &&
                             same_conditions(rules, x.when, y.when);
                    });
}

bool excludes_no_more(const pack& rules, const routing_rule& narrow, const routing_rule& wide) {
  const auto named = [&](actor_type_id one) {
    const auto& groups = wide.groups;
    return std::find(wide.actors.begin(), wide.actors.end(), one) != wide.actors.end() ||
           std::find(groups.begin(), groups.end(), rules.actor_types[one].family) != groups.end();
  };
  return narrow.about.force == wide.about.force &&
         std::all_of(narrow.actors.begin(), narrow.actors.end(), named) &&
         within(narrow.groups, wide.groups) &&
         (!narrow.actors_in.known() || narrow.actors_in == wide.actors_in) &&
         narrower(narrow.dimensions, wide.dimensions) && narrower(narrow.levels, wide.levels) &&
         (wide.deciding_too || !narrow.deciding_too) &&
         (wide.except.empty() || same_exceptions(rules, narrow, wide));
}

/// The consent that bars a mode makes the engine pass on to the next rule.
bool may_be_barred(const pack& rules, mode_id mode) {
  return std::any_of(rules.states.begin(), rules.states.end(), [&](const state& one) {
    return one.barred_by_consent.any() &&
           std::find(one.required_by_modes.begin(), one.required_by_modes.end(), mode) !=
               one.required_by_modes.end();
  });
}

/// True when `narrow` changes nothing wherever both apply; `before`: wide stands first.
bool does_no_more(const pack& rules, const routing_rule& narrow, const routing_rule& wide, bool before) {
  if (narrow.effect != wide.effect) return false;
  switch (narrow.effect) {
    case effect_kind::exclude: return excludes_no_more(rules, narrow, wide);
    case effect_kind::replace_operator:
      return before && within(narrow.actors, wide.actors) && narrower(narrow.rights, wide.rights);
    case effect_kind::hand_off:
    case effect_kind::hand_off_in_time:
    case effect_kind::book_for:
      return before && (narrow.mode == wide.mode || !may_be_barred(rules, wide.mode));
    case effect_kind::prefer_help: return before && within(narrow.levels, wide.levels);
    case effect_kind::defer: return within(narrow.levels, wide.levels);
    case effect_kind::new_element: return narrow.actors_in == wide.actors_in;
    case effect_kind::offline:
      return narrower(narrow.rights, wide.rights) && (wide.any_procedure || !narrow.any_procedure);
    case effect_kind::not_first: return narrower(narrow.dimensions, wide.dimensions);
    case effect_kind::same_helper: return narrow.actors_in == wide.actors_in;
    case effect_kind::next_date: return before;
    case effect_kind::vital_first:
    case effect_kind::check_hand_off:
    case effect_kind::within_reach: return true;
  }
  return false;
}

bool first_wins(effect_kind effect) {
  return effect == effect_kind::hand_off || effect == effect_kind::hand_off_in_time ||
         effect == effect_kind::book_for || effect == effect_kind::prefer_help ||
         effect == effect_kind::replace_operator || effect == effect_kind::next_date;
}

struct comparison {
  const linting& work;
  surroundings around;

  /// True when the rule at `i` is useless beside the one at `j`.
  [[nodiscard]] bool useless(std::size_t i, std::size_t j) const {
    const routing_rule& narrow = work.rules.routing[i];
    const routing_rule& wide = work.rules.routing[j];
    return outlasts(wide.about, narrow.about) && does_no_more(work.rules, narrow, wide, j < i) &&
           comparable(work, wide.when, around) &&
           sure(work, implies(work.rules, around, narrow.when, {wide.when}), narrow.about);
  }

  void say(const routing_rule& narrow, const routing_rule& wide) const {
    const text other = quoted(wide.about.id) + text{" (", " ("} + said(wide.about.where) + text{")", ")"};
    const text name = quoted(narrow.about.id);
    if (first_wins(narrow.effect))
      report(work, narrow.about.where, code::shadowed_rule,
             name + text{" n'est jamais atteinte : ", " is never reached: "} + other +
                 text{" vient avant et s'applique toujours", " comes first and always applies"},
             {"changez sa condition, ou le nom de fichier qui fait l'ordre",
              "change its condition, or the file name that makes the order"});
    else
      report(work, narrow.about.where, code::subsumed_rule,
             name + text{" ne change rien de plus que ", " changes nothing more than "} + other +
                 text{" : même effet, condition plus étroite", ": same effect, narrower condition"},
             {"effacez l'une des deux, ou corrigez sa condition",
              "delete one of the two, or correct its condition"});
  }
};

}  // namespace

void lint_routing(const linting& work) {
  const std::vector<routing_rule>& all = work.rules.routing;
  const comparison here{work, for_routing(work)};
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (expired(work, all[i].about) || !comparable(work, all[i].when, here.around)) continue;
    for (std::size_t j = 0; j < all.size(); ++j) {
      if (i == j || !here.useless(i, j) || (j > i && here.useless(j, i))) continue;
      here.say(all[i], all[j]);
      break;
    }
  }
}

}  // namespace aiguillage::lint
