#include "aiguillage/simulation/estimate.h"

#include <cmath>

#include <boost/math/distributions/students_t.hpp>

namespace aiguillage {

estimate estimate_of(const std::vector<double>& values) {
  estimate made;
  const auto count = static_cast<double>(values.size());
  for (const double one : values) made.mean += one / count;
  if (values.size() < 2) return made;
  double squares = 0;
  for (const double one : values) squares += (one - made.mean) * (one - made.mean);
  const double error = std::sqrt(squares / (count - 1) / count);
  const boost::math::students_t_distribution<double> student(count - 1);
  made.half_width = error * boost::math::quantile(student, 0.975);
  return made;
}

}  // namespace aiguillage
