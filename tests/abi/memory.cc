// memory: every call of the C interface with one large allocation refused, each in turn: a status, no text, nothing lost.
// Small ones are not refused: nlohmann::json allocates a little when it frees a value, and cannot say that it failed. From
// the root.
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>

#include "aiguillage/abi.h"

namespace {

constexpr std::size_t large = 16384;
/// Large allocations until one is refused; negative: none is.
long left = -1;
long made = 0;

bool is_refused(std::size_t size) {
  if (size < large) return false;
  ++made;
  return left >= 0 && left-- == 0;
}

void* taken(std::size_t size) { return std::malloc(size == 0 ? 1 : size); }

}  // namespace

void* operator new(std::size_t size) {
  void* const got = is_refused(size) ? nullptr : taken(size);
  if (got == nullptr) throw std::bad_alloc();
  return got;
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return taken(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return taken(size); }
void operator delete(void* what) noexcept { std::free(what); }
void operator delete[](void* what) noexcept { std::free(what); }
void operator delete(void* what, std::size_t) noexcept { std::free(what); }
void operator delete[](void* what, std::size_t) noexcept { std::free(what); }
void operator delete(void* what, const std::nothrow_t&) noexcept { std::free(what); }
void operator delete[](void* what, const std::nothrow_t&) noexcept { std::free(what); }

namespace {

constexpr const char* folders[] = {"rules/france", "examples/territories/rennes"};
int failures = 0;
int tried = 0;

template <class Call>
void starve(const char* name, Call call) {
  made = 0;
  if (call() > AIG_FINDINGS) {
    std::printf("%s fails with all the memory there is\n", name);
    ++failures;
  }
  const long all = made;
  const long step = 1 + all / 200;
  for (long i = 0; i < all; i += step) {
    left = i;
    const aig_status status = call();
    left = -1;
    ++tried;
    if (status == AIG_OUT_OF_MEMORY) continue;
    ++failures;
    std::printf("%s, allocation %ld of %ld: %s\n", name, i, all, aig_status_text(status, "en"));
  }
  std::printf("%s: %ld large allocations\n", name, all);
}

aig_status ask(const aig_engine* engine, const char* verb, const std::string& request) {
  char* json = nullptr;
  const aig_status status = aig_answer(engine, verb, request.data(), request.size(), &json, nullptr);
  if ((json == nullptr) == (status <= AIG_INVALID_INPUT) || aig_free(json) != AIG_OK) ++failures;
  return status;
}

aig_status make() {
  aig_engine* engine = nullptr;
  char* findings = nullptr;
  const aig_status status = aig_engine_from_folders(folders, 2, &engine, &findings);
  if ((engine == nullptr) == (status == AIG_OK) || aig_free(findings) != AIG_OK ||
      aig_engine_free(engine) != AIG_OK)
    ++failures;
  return status;
}

}  // namespace

int main() {
  aig_engine* engine = nullptr;
  if (aig_engine_from_folders(folders, 2, &engine, nullptr) != AIG_OK) return 2;
  const std::string person =
      "situation: {request: account_locked}\nhome: \"35238\"\noptions: {territory: rennes}\n";
  const std::string alone = "situation: {request: account_locked}\n";
  const std::string after =
      "situation: {request: account_locked}\noptions: {after: [{day: 0, what: done}]}\n";
  starve("route", [&] { return ask(engine, "route", person); });
  starve("after", [&] { return ask(engine, "route", after); });
  starve("ask", [&] { return ask(engine, "ask", person); });
  starve("qualify", [&] { return ask(engine, "qualify", alone); });
  starve("schema", [&] { return ask(engine, "schema", ""); });
  starve("about", [&] { return ask(engine, "about", ""); });
  starve("engine", make);
  if (aig_engine_free(engine) != AIG_OK) ++failures;
  std::printf("memory: %d allocations refused, %d failures\n", tried, failures);
  return failures == 0 ? 0 : 1;
}
