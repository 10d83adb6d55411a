#include "lint/linting.h"

#include <algorithm>

namespace aiguillage::lint {

bool reported(const linting& work, const place& at, const char* code) {
  return std::any_of(work.out.begin(), work.out.end(), [&](const diagnostic& one) {
    return one.code == code && one.file == at.file && one.line == at.line;
  });
}

void report(const linting& work, const place& at, const char* code, text message, text hint) {
  const auto same = [&](const diagnostic& one) {
    return one.code == code && one.file == at.file && one.line == at.line && one.message.fr == message.fr;
  };
  if (std::any_of(work.out.begin(), work.out.end(), same)) return;
  work.out.push_back({severity::warning, code, at.file, at.line, 0, std::move(message), std::move(hint)});
}

text quoted(const std::string& name) { return {"« " + name + " »", "'" + name + "'"}; }

text said(const place& at) {
  const std::string line = std::to_string(at.line);
  return {at.file + ", ligne " + line, at.file + ", line " + line};
}

text operator+(const text& a, const text& b) { return {a.fr + b.fr, a.en + b.en}; }

text listed(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& one : names) all += (all.empty() ? "" : ", ") + one;
  return {all, all};
}

bool expired(const linting& work, const rule& one) {
  return !one.valid_until.empty() && one.valid_until < work.day;
}

bool outlasts(const rule& outer, const rule& inner) {
  const bool from =
      outer.valid_from.empty() || (!inner.valid_from.empty() && outer.valid_from <= inner.valid_from);
  const bool until =
      outer.valid_until.empty() || (!inner.valid_until.empty() && inner.valid_until <= outer.valid_until);
  return from && until;
}

bool meets(const pack& rules, const need_type& need, level_id level, bool at_minimum) {
  const auto wanted = [&](level_id one) {
    return std::find(need.met_by.begin(), need.met_by.end(), one) != need.met_by.end();
  };
  const help_level& given = rules.levels[level];
  if (!wanted(level) && std::none_of(given.covers.begin(), given.covers.end(), wanted)) return false;
  return !at_minimum || given.rank < 0 || !need.floor.known() || given.rank >= rules.levels[need.floor].rank;
}

bool comparable(const linting& work, condition_id when, const surroundings& around) {
  return satisfiable(work.rules, around, {{when, is_yes}}) == answer::yes;
}

bool sure(const linting& work, answer one, const rule& about) {
  if (one == answer::too_large)
    report(work, about.where, code::too_large,
           {"trop de faits en jeu : cette condition n'est pas vérifiée jusqu'au bout",
            "too many facts at once: this condition is not checked to the end"},
           {"écrivez plusieurs règles plus courtes", "write several shorter rules"});
  return one == answer::yes;
}

}  // namespace aiguillage::lint
