#include "aiguillage/lint.h"

#include "lint/linting.h"

namespace aiguillage {

void lint_pack(const pack& rules, const std::string& day, diagnostics& out) {
  using namespace lint;
  diagnostics found;
  const linting work = start(rules, day, found);
  for (const auto family :
       {lint_possible, lint_conditions, lint_need_rules, lint_urgency, lint_routing, lint_competences,
        lint_services, lint_states, lint_facts, lint_sources, lint_dates, lint_texts})
    family(work);
  sort_by_place(found);
  out.insert(out.end(), found.begin(), found.end());
}

}  // namespace aiguillage
