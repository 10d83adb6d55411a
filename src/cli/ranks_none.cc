#include "cli/ranks.h"

namespace aiguillage::cli {

struct ranks::started {};

ranks::ranks() = default;
ranks::~ranks() = default;

std::size_t ranks::here() const { return 0; }
std::size_t ranks::count() const { return 1; }

std::vector<replication> ranks::gather(std::vector<replication> own) const { return own; }

}  // namespace aiguillage::cli
