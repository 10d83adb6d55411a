#pragma once

#include "aiguillage/load.h"
#include "load/fields.h"

/// What is read of one person, from a tree.
namespace aiguillage::load {

/// A situation; a case is accepted wherever a situation is.
[[nodiscard]] situation_file read_person(const yaml::node& root, const pack& rules, const sink& to);

/// Events, in the order of the file.
[[nodiscard]] history read_events(const yaml::node& root, const pack& rules, const sink& to);

}  // namespace aiguillage::load
