#pragma once

#include "engine/request.h"
#include "engine/steps.h"
#include "report/json_writer.h"

/// What a route may give besides its answer: pages and drawings of the plans.
namespace aiguillage::engines {

/// The options that ask for them.
[[nodiscard]] load::keys page_options();

/// Those that were asked for, as fields of the answer.
void page_fields(report::json_writer& to, const asking& of, const territory& land, const steps::routed& path);

}  // namespace aiguillage::engines
