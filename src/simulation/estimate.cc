#include "aiguillage/simulation/estimate.h"

#include <cmath>

#include <boost/math/distributions/students_t.hpp>
#include <boost/math/statistics/univariate_statistics.hpp>

namespace aiguillage {

estimate estimate_of(const std::vector<double>& values) {
  estimate made;
  const auto count = static_cast<double>(values.size());
  made.mean = boost::math::statistics::mean(values);
  if (values.size() < 2) return made;
  const double error = std::sqrt(boost::math::statistics::sample_variance(values) / count);
  const boost::math::students_t_distribution<double> student(count - 1);
  made.half_width = error * boost::math::quantile(student, 0.975);
  return made;
}

}  // namespace aiguillage
