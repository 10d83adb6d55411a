#include "engine/route_pages.h"

namespace aiguillage::engines {

load::keys page_options() { return {}; }

void page_fields(report::json_writer&, const asking&, const territory&, const steps::routed&) {}

}  // namespace aiguillage::engines
