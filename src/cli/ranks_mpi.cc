#include <cstdio>
#include <cstdlib>

#include <boost/mpi/collectives.hpp>
#include <boost/mpi/communicator.hpp>
#include <boost/mpi/environment.hpp>
#include <boost/serialization/array.hpp>
#include <boost/serialization/map.hpp>
#include <boost/serialization/string.hpp>
#include <boost/serialization/utility.hpp>
#include <boost/serialization/vector.hpp>

#include "cli/ranks.h"

/// A member that is added to one of these structs and not here does not compile.
namespace boost::serialization {

template <class Archive, class Tag, class Number>
void serialize(Archive& with, aiguillage::strong_id<Tag, Number>& one, unsigned) {
  with & one.value;
}

template <class Archive>
void serialize(Archive& with, aiguillage::need_count& of, unsigned) {
  auto& [certain, reached, unmet] = of;
  with & certain & reached & unmet;
}

template <class Archive>
void serialize(Archive& with, aiguillage::place_count& of, unsigned) {
  auto& [visits, minutes, waited] = of;
  with & visits & minutes & waited;
}

template <class Archive>
void serialize(Archive& with, aiguillage::person_result& of, unsigned) {
  auto& [area, end, with_path, stops, bounces, handoffs, travel, metres, days, needs, reached, lost_at] = of;
  with & area & end & with_path & stops & bounces & handoffs & travel & metres;
  with & days & needs & reached & lost_at;
}

template <class Archive>
void serialize(Archive& with, aiguillage::replication& of, unsigned) {
  auto& [persons, outcomes, by_area, by_publics, needs, reasons, with_path, stops, bounces, handoffs, travel,
         metres, unmeasured, days, lost, places, sent, checked, different] = of;
  with & persons & outcomes & by_area & by_publics & needs & reasons & with_path & stops & bounces &
      handoffs & travel;
  with & metres & unmeasured & days & lost;
  with & places.items & sent & checked & different;
}

}  // namespace boost::serialization

namespace aiguillage::cli {
namespace {

/// Whether a launcher of MPI started this process: by what Open MPI, MPICH and Slurm say to those that they start.
bool is_launched() {
  for (const char* name : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "PMIX_RANK"})
    if (std::getenv(name) != nullptr) return true;
  return false;
}

}  // namespace

struct ranks::started {
  boost::mpi::environment environment;
  boost::mpi::communicator world;
};

ranks::ranks() {
  if (!is_launched()) return;
  with_ = std::make_unique<started>();
  if (first()) return;
  for (std::FILE* said : {stdout, stderr})
    if (std::freopen("/dev/null", "w", said) == nullptr) std::abort();
}

ranks::~ranks() = default;

std::size_t ranks::here() const { return with_ ? static_cast<std::size_t>(with_->world.rank()) : 0; }
std::size_t ranks::count() const { return with_ ? static_cast<std::size_t>(with_->world.size()) : 1; }

std::vector<replication> ranks::gather(std::vector<replication> own) const {
  if (!with_) return own;
  std::vector<std::vector<replication>> all;
  boost::mpi::gather(with_->world, own, all, 0);
  std::vector<replication> in_order;
  for (std::size_t piece = 0; !all.empty() && piece / count() < all[piece % count()].size(); ++piece)
    in_order.push_back(std::move(all[piece % count()][piece / count()]));
  return in_order;
}

}  // namespace aiguillage::cli
