#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "aiguillage/abi.h"

/// Any verb, then a line end, then any bytes: a status, and a text exactly when there should be one, which is JSON.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static aig_engine* const engine = [] {
    const char* const folders[] = {AIGUILLAGE_SOURCE_DIR "/rules/france",
                                   AIGUILLAGE_SOURCE_DIR "/examples/territories/rennes"};
    aig_engine* made = nullptr;
    if (aig_engine_from_folders(folders, 2, &made, nullptr) != AIG_OK) std::abort();
    return made;
  }();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t end = text.find('\n');
  const std::string verb(text.substr(0, end));
  const std::string_view request = end == std::string_view::npos ? "" : text.substr(end + 1);
  if (request.find("why_not") != std::string_view::npos || request.find("ways") != std::string_view::npos)
    return 0;  // seconds of search for one request
  char* json = nullptr;
  std::size_t length = 0;
  const aig_status status = aig_answer(engine, verb.c_str(), request.data(), request.size(), &json, &length);
  if ((json != nullptr) != (status <= AIG_INVALID_INPUT) || status == AIG_INTERNAL) std::abort();
  if (json != nullptr && (json[length] != '\0' || !nlohmann::json::accept(json, json + length))) std::abort();
  if (aig_free(json) != AIG_OK) std::abort();
  return 0;
}
