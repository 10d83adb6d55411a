#pragma once

#include "aiguillage/judge.h"
#include "aiguillage/qualify.h"

/// Inside the judge: what the engine's run and the baselines have in common.
namespace aiguillage::detail {

/// Fills questions, needs and urgency; gives the qualification of the situation.
qualification qualify_into(judged_run& run, const pack& rules, const case_file& of);

}  // namespace aiguillage::detail
