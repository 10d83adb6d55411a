// threads COUNT [THREADS [DIGEST]]: random people asked of one engine by several threads at once (4 when not said); the
// answers are those of one thread alone, or those of another program when their digest is given. From the root.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "aiguillage/abi.h"
#include "aiguillage/interview.h"
#include "aiguillage/load.h"
#include "explain/random_person.h"

namespace {

using namespace aiguillage;

/// Not routed.
bool is_qualified(std::size_t number) { return number % 8 == 1; }

/// Every second one in Rennes; some with the page to print, some in English, a few with two plans.
std::string request_of(const pack& rules, std::size_t number) {
  dice with{number + 1};
  situation person = random_person(rules, with, 5 + with.roll(25));
  person.home_commune = "35238";
  std::string text = situation_yaml(rules, person);
  text += number % 7 == 0 ? "options: {lang: en" : "options: {lang: fr";
  if (is_qualified(number)) return text + "}\n";
  text += ", plans: " + std::to_string(1 + number % 64 / 63);
  if (number % 2 == 0) text += ", territory: rennes";
  if (number % 5 == 0) text += ", html: true";
  return text + "}\n";
}

std::uint64_t hash_of(const char* bytes, std::size_t size) {
  std::uint64_t state = 0xcbf29ce484222325U;
  for (std::size_t i = 0; i < size; ++i)
    state = (state ^ static_cast<unsigned char>(bytes[i])) * 0x100000001b3U;
  return state;
}

std::string digest_of(const std::vector<std::uint64_t>& hashes) {
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx",
                static_cast<unsigned long long>(hash_of(reinterpret_cast<const char*>(hashes.data()),
                                                        hashes.size() * sizeof(std::uint64_t))));
  return digits;
}

/// People asked before a line is said of them all so far.
constexpr std::size_t block = 10000;

/// The hash of each answer, its status within; 0 when there was none.
std::vector<std::uint64_t> ask_all(const aig_engine* engine, const pack& rules, std::size_t count,
                                   std::size_t threads) {
  std::vector<std::uint64_t> hashes;
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < hashes.size(); i = next++) {
      const std::string request = request_of(rules, i);
      char* json = nullptr;
      std::size_t size = 0;
      const char* const verb = is_qualified(i) ? "qualify" : "route";
      const aig_status status = aig_answer(engine, verb, request.data(), request.size(), &json, &size);
      if (status <= AIG_FINDINGS) hashes[i] = hash_of(json, size) + static_cast<std::uint64_t>(status);
      aig_free(json);
    }
  };
  while (hashes.size() < count) {
    next = hashes.size();
    hashes.resize(std::min(count, hashes.size() + block));
    std::vector<std::thread> running;
    for (std::size_t i = 0; i < threads; ++i) running.emplace_back(work);
    for (std::thread& one : running) one.join();
    if (count > block)
      std::fprintf(stderr, "%zu threads, the first %zu: digest %s\n", threads, hashes.size(),
                   digest_of(hashes).c_str());
  }
  return hashes;
}

}  // namespace

int main(int count, char** arguments) {
  const std::size_t people = count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 0;
  const std::size_t threads = count > 2 ? std::strtoul(arguments[2], nullptr, 10) : 4;
  const char* const folders[] = {"rules/france", "examples/territories/rennes"};
  diagnostics found;
  const auto rules = load_pack({folders[0]}, found);
  aig_engine* engine = nullptr;
  if (people == 0 || threads == 0 || !rules ||
      aig_engine_from_folders(folders, 2, "en", &engine, nullptr) != AIG_OK) {
    std::fputs("threads COUNT [THREADS [DIGEST]], from the root of the sources\n", stderr);
    return 2;
  }
  const std::vector<std::uint64_t> together = ask_all(engine, *rules, people, threads);
  const std::string expected = count > 3 ? arguments[3] : digest_of(ask_all(engine, *rules, people, 1));
  std::size_t unanswered = 0;
  for (const std::uint64_t one : together) unanswered += one == 0 ? 1 : 0;
  const bool same = digest_of(together) == expected && unanswered == 0;
  std::printf("%zu people, %zu threads: digest %s, expected %s, %zu without answer: %s\n", people, threads,
              digest_of(together).c_str(), expected.c_str(), unanswered, same ? "same" : "DIFFERENT");
  return aig_engine_free(engine) == AIG_OK && same ? 0 : 1;
}
