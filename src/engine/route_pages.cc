#include "engine/route_pages.h"

#include "aiguillage/report/dot.h"
#include "aiguillage/report/html.h"

namespace aiguillage::engines {

using yaml::value_kind;

load::keys page_options() {
  return {
      {"html", value_kind::boolean, false, {"aussi la page à imprimer", "also the page to print"}},
      {"dot", value_kind::boolean, false, {"aussi le parcours pour Graphviz", "also the plan for Graphviz"}}};
}

void page_fields(report::json_writer& to, const asking& of, const territory& land,
                 const steps::routed& path) {
  const pack& rules = of.with.rules;
  if (load::flag_at(of.what.options, "html"))
    to.field("html",
             referral_html(rules, land, path.person, path.found, path.proposed, of.wanted, path.so_far()));
  if (load::flag_at(of.what.options, "dot"))
    to.field("dot", referral_dot(rules, land, path.person, path.proposed, of.wanted));
}

}  // namespace aiguillage::engines
