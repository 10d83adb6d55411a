#pragma once

#include <vector>

#include "aiguillage/explain/why_not.h"
#include "report/json_writer.h"
#include "report/text_route.h"

/// Why not another place, and the second plan against the first.
namespace aiguillage::report {

/// {actor, actors, standing, text, rule, needs, detour, ways}
void write_why_not(json_writer& out, const pack& rules, const territory& land, const situation& person,
                   const why_not& of, language wanted);

/// {score_difference, by, would_win_if}; null when there is nothing to compare.
void write_second(json_writer& to, const territory& land, const referral& proposed, language wanted);

/// {producer, vintage, age_days, stale}
void write_record(json_writer& to, const pack& rules, const situation& person, const actor& who);

/// One part of the page for each place asked about.
void why_not_part(referral_page& to, const std::vector<asked_actor>& asked);

/// Where the second plan loses, on a line; with `tips`, what would have it win, on two or three more.
void second_lines(referral_page& to, bool tips);

}  // namespace aiguillage::report
