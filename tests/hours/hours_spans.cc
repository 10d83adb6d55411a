// hours_spans COMMUNE DAYS YYYY-MM-DD...: for each line of stdin, a string of opening hours, one line, in fields set
// apart by tabs: "read", the remarks, then the spans of DAYS days from each date ("540-720o 840-1020a"); or "refused",
// the place and the reason. A span ends with o (open), u (unknown) or a (by appointment).

#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "aiguillage/hours.h"

using namespace aiguillage;

namespace {

char letter(openness how) {
  if (how == openness::open) return 'o';
  return how == openness::by_appointment ? 'a' : 'u';
}

void print_spans(const std::vector<open_span>& spans) {
  const char* between = "";
  for (const open_span& one : spans) {
    std::cout << between << one.from << '-' << one.to << letter(one.how);
    between = " ";
  }
}

void print(const hours_reading& reading, const std::vector<civil_date>& firsts, int days, holiday_zone zone) {
  if (!reading.hours) {
    std::cout << "refused\t" << reading.wrong_at << '\t' << reading.wrong.en << '\n';
    return;
  }
  std::cout << "read\t";
  for (const hours_remark& one : reading.remarks) std::cout << one.what.en << "; ";
  for (const civil_date& first : firsts) {
    std::cout << '\t';
    print_spans(open_spans(*reading.hours, first, days, zone));
  }
  std::cout << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: hours_spans COMMUNE DAYS YYYY-MM-DD...\n";
    return 2;
  }
  std::vector<civil_date> firsts;
  for (int i = 3; i < argc; ++i) {
    const std::optional<civil_date> first = parse_date(argv[i]);
    if (!first) {
      std::cerr << "hours_spans: not a date: " << argv[i] << '\n';
      return 2;
    }
    firsts.push_back(*first);
  }
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);)
    print(parse_hours(line), firsts, std::atoi(argv[2]), zone_of_commune(argv[1]));
  return 0;
}
