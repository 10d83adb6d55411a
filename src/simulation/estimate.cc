#include "aiguillage/simulation/estimate.h"

#include <cmath>

#include <boost/accumulators/accumulators.hpp>
#include <boost/accumulators/statistics/mean.hpp>
#include <boost/accumulators/statistics/stats.hpp>
#include <boost/accumulators/statistics/variance.hpp>
#include <boost/math/distributions/students_t.hpp>

namespace aiguillage {

// Not with boost/math/statistics: it includes <execution>, and so TBB, which the library is not linked with.
estimate estimate_of(const std::vector<double>& values) {
  namespace sums = boost::accumulators;
  sums::accumulator_set<double, sums::stats<sums::tag::mean, sums::tag::variance>> all;
  for (const double one : values) all(one);
  estimate made;
  made.mean = sums::mean(all);
  if (values.size() < 2) return made;
  const double freedom = static_cast<double>(values.size()) - 1;
  const double error = std::sqrt(sums::variance(all) / freedom);
  made.half_width =
      error * boost::math::quantile(boost::math::students_t_distribution<double>(freedom), 0.975);
  return made;
}

}  // namespace aiguillage
