#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "aiguillage/simulation/run.h"

/// The processes that mpirun started one command as; ranks_mpi.cc where the program knows MPI, ranks_none.cc where it does not.
namespace aiguillage::cli {

/// One process by itself, or one of several that share the work. Only the first writes anything.
class ranks {
 public:
  ranks();
  ~ranks();
  ranks(const ranks&) = delete;
  ranks& operator=(const ranks&) = delete;

  [[nodiscard]] std::size_t here() const;
  [[nodiscard]] std::size_t count() const;
  [[nodiscard]] bool first() const { return here() == 0; }

  /// Piece i was made by rank i % count(), each rank's own in their order; the first rank gets all of them, the others nothing.
  [[nodiscard]] std::vector<replication> gather(std::vector<replication> own) const;

 private:
  struct started;
  std::unique_ptr<started> with_;
};

}  // namespace aiguillage::cli
