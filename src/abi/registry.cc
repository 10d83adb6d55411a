#include "abi/registry.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>
#include <utility>

namespace aiguillage::abi {
namespace {

struct registry {
  std::shared_mutex engines_busy;
  std::map<std::uintptr_t, std::shared_ptr<const engine>> engines;
  std::uintptr_t last = 0;
  std::mutex texts_busy;
  std::unordered_map<const char*, std::unique_ptr<char[]>> texts;
};

/// Outlives the objects of static duration: threads may still ask while a program ends.
registry& all() {
  static registry* const one = new registry;
  return *one;
}

}  // namespace

std::uintptr_t give_engine(std::shared_ptr<const engine> one) {
  registry& in = all();
  const std::unique_lock lock(in.engines_busy);
  do ++in.last;
  while (in.last == 0 || in.engines.contains(in.last));
  in.engines.emplace(in.last, std::move(one));
  return in.last;
}

std::shared_ptr<const engine> find_engine(std::uintptr_t handle) {
  registry& in = all();
  const std::shared_lock lock(in.engines_busy);
  const auto found = in.engines.find(handle);
  return found == in.engines.end() ? nullptr : found->second;
}

bool take_engine(std::uintptr_t handle) {
  registry& in = all();
  std::shared_ptr<const engine> freed;  // outside the lock
  const std::unique_lock lock(in.engines_busy);
  const auto found = in.engines.find(handle);
  if (found == in.engines.end()) return false;
  freed = std::move(found->second);
  in.engines.erase(found);
  return true;
}

char* give_text(std::string_view text) {
  std::unique_ptr<char[]> copy(new char[text.size() + 1]);
  std::copy(text.begin(), text.end(), copy.get());
  copy[text.size()] = '\0';
  char* const given = copy.get();
  registry& in = all();
  const std::unique_lock lock(in.texts_busy);
  in.texts.emplace(given, std::move(copy));
  return given;
}

bool take_text(char* text) {
  registry& in = all();
  const std::unique_lock lock(in.texts_busy);
  return in.texts.erase(text) > 0;
}

}  // namespace aiguillage::abi
