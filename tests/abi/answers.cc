// answers FOLDER...: an engine of these folders; each line of the input is VERB FILE OPTIONS, FILE a situation or "-", OPTIONS
// the inside of a mapping, perhaps nothing. Prints each answer and its status.
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "aiguillage/abi.h"

namespace {

std::string content_of(const std::string& path) {
  if (path == "-") return "";
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int count, char** folders) {
  aig_engine* engine = nullptr;
  char* findings = nullptr;
  const aig_status made =
      aig_engine_from_folders(folders + 1, static_cast<std::size_t>(count - 1), &engine, &findings);
  if (findings != nullptr) std::cerr << findings;
  if (aig_free(findings) != AIG_OK || made != AIG_OK) return 2;
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    std::string verb;
    std::string file;
    std::string options;
    words >> verb >> file;
    std::getline(words, options);
    const std::string request = content_of(file) + "\noptions: {" + options + "}\n";
    char* json = nullptr;
    const aig_status status =
        aig_answer(engine, verb.c_str(), request.data(), request.size(), &json, nullptr);
    std::cout << "== " << line << "\n" << (json == nullptr ? "" : json) << "== status " << status << "\n";
    if (aig_free(json) != AIG_OK) return 1;
  }
  return aig_engine_free(engine) == AIG_OK ? 0 : 1;
}
