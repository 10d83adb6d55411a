// rcsp FILE...: the least cost of each resource-constrained shortest path problem.
#include <cstdio>
#include <string>

#include "search/rcsp_file.h"

int main(int count, char** arguments) {
  if (count < 2) {
    std::fprintf(stderr, "usage: rcsp FILE...\n");
    return 2;
  }
  for (int i = 1; i < count; ++i) {
    const std::string file = arguments[i];
    std::string error;
    const auto one = rcsp_file::read(file, error);
    const auto cost = one ? rcsp_file::solve(*one, error) : std::nullopt;
    if (!error.empty()) {
      std::fprintf(stderr, "%s%s\n", one ? (file + ":1: ").c_str() : "", error.c_str());
      return 3;
    }
    const std::string base = file.substr(file.rfind('/') + 1), name = base.substr(0, base.rfind('.'));
    std::printf("%s cost=%s\n", name.c_str(), cost ? std::to_string(*cost).c_str() : "none");
  }
}
