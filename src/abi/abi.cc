#include "aiguillage/abi.h"

#include <cstring>
#include <map>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "abi/registry.h"
#include "aiguillage/report/diagnostics.h"
#include "table/encoding.h"

namespace aiguillage::abi {
namespace {

/// The length of a text that ends with a zero; one more than may be when there is none.
std::size_t length_of(const char* text) { return strnlen(text, AIG_MOST_NAME_BYTES + 1); }

aig_status status_of_name(const char* name) {
  if (name == nullptr) return AIG_NULL;
  const std::size_t length = length_of(name);
  if (length > AIG_MOST_NAME_BYTES) return AIG_TOO_LARGE;
  return table::look_at({name, length}).valid == length ? AIG_OK : AIG_NOT_UTF8;
}

/// Runs a body that gives a status; no exception leaves.
template <class Body>
aig_status guarded(Body body) noexcept {
  try {
    return body();
  } catch (const std::bad_alloc&) {
    return AIG_OUT_OF_MEMORY;
  } catch (const std::length_error&) {
    return AIG_OUT_OF_MEMORY;
  } catch (...) {
    return AIG_INTERNAL;
  }
}

aig_status hand_over(const std::vector<file_set>& folders, diagnostics& found, aig_engine** engine,
                     char** findings) {
  std::shared_ptr<const aiguillage::engine> made = make_engine(folders, found);
  if (has_errors(found)) made = nullptr;
  sort_by_place(found);
  if (findings != nullptr && !found.empty())
    *findings = give_text(diagnostics_json(found, static_cast<int>(folders.size()), language::fr));
  if (!made) return AIG_INVALID_INPUT;
  *engine = reinterpret_cast<aig_engine*>(give_engine(std::move(made)));
  return AIG_OK;
}

aig_status from_folders(const char* const* folders, std::size_t count, aig_engine** engine, char** findings) {
  if (folders == nullptr && count > 0) return AIG_NULL;
  if (count > AIG_MOST_FOLDERS) return AIG_TOO_LARGE;
  for (std::size_t i = 0; i < count; ++i)
    if (const aig_status wrong = status_of_name(folders[i]); wrong != AIG_OK) return wrong;
  diagnostics found;
  std::vector<file_set> read;
  for (std::size_t i = 0; i < count; ++i) read.push_back(read_file_set(folders[i], found));
  return hand_over(read, found, engine, findings);
}

aig_status status_of_files(const aig_file* files, std::size_t count) {
  if (files == nullptr && count > 0) return AIG_NULL;
  if (count > AIG_MOST_FILES) return AIG_TOO_LARGE;
  std::size_t left = AIG_MOST_FILE_BYTES;
  for (std::size_t i = 0; i < count; ++i) {
    if (const aig_status wrong = status_of_name(files[i].name); wrong != AIG_OK) return wrong;
    if (files[i].bytes == nullptr && files[i].size > 0) return AIG_NULL;
    if (files[i].size > left) return AIG_TOO_LARGE;
    left -= files[i].size;
  }
  return AIG_OK;
}

aig_status from_files(const aig_file* files, std::size_t count, aig_engine** engine, char** findings) {
  if (const aig_status wrong = status_of_files(files, count); wrong != AIG_OK) return wrong;
  std::vector<file_set> folders;
  std::map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string name = files[i].name;
    const std::size_t slash = name.find('/');
    const std::string folder = slash == std::string::npos ? "" : name.substr(0, slash);
    const auto [at, fresh] = known.emplace(folder, folders.size());
    if (fresh) folders.push_back({folder, true, {}});
    std::string bytes = files[i].size == 0 ? std::string() : std::string(files[i].bytes, files[i].size);
    folders[at->second].files.push_back({name.substr(slash + 1), std::move(bytes), true});
  }
  diagnostics found;
  return hand_over(folders, found, engine, findings);
}

aig_status status_of(answer_status which) { return static_cast<aig_status>(which); }

aig_status answer_text(const aig_engine* engine, const char* verb, const char* request, std::size_t size,
                       char** json, std::size_t* json_size) {
  if (const aig_status wrong = status_of_name(verb); wrong != AIG_OK) return wrong;
  if (request == nullptr && size > 0) return AIG_NULL;
  if (size > AIG_MOST_REQUEST_BYTES) return AIG_TOO_LARGE;
  const std::string_view text = size == 0 ? std::string_view() : std::string_view(request, size);
  const auto with = find_engine(reinterpret_cast<std::uintptr_t>(engine));
  if (!with) return AIG_BAD_ENGINE;
  const engine_answer given = answer(*with, verb, text);
  if (given.json.empty()) return status_of(given.status);
  *json = give_text(given.json);
  if (json_size != nullptr) *json_size = given.json.size();
  return status_of(given.status);
}

struct words {
  const char* fr;
  const char* en;
};

/// From AIG_NULL on; those before are the statuses of an engine.
constexpr words own_words[] = {
    {"pointeur nul là où il n'en faut pas", "null pointer where none may be"},
    {"ce moteur est déjà libéré, ou n'en est pas un", "this engine is already freed, or is none"},
    {"ce texte est déjà libéré, ou n'a pas été donné", "this text is already freed, or was not given out"},
    {"trop grand : voir les limites dans abi.h", "too large: see the limits in abi.h"},
    {"ce texte n'est pas en UTF-8", "this text is not UTF-8"},
};

constexpr int last_of_engine = static_cast<int>(answer_status::internal);
static_assert(AIG_INTERNAL == last_of_engine && AIG_NULL == last_of_engine + 1);
static_assert(AIG_FINDINGS == static_cast<int>(answer_status::findings));
static_assert(AIG_WRONG_CALL == static_cast<int>(answer_status::wrong_call));
static_assert(AIG_INVALID_INPUT == static_cast<int>(answer_status::invalid_input));
static_assert(AIG_OUT_OF_MEMORY == static_cast<int>(answer_status::out_of_memory));

}  // namespace
}  // namespace aiguillage::abi

using namespace aiguillage;

unsigned aig_version(void) { return AIG_VERSION; }

const char* aig_status_text(int status, const char* lang) {
  const bool en = lang != nullptr && std::strncmp(lang, "en", 3) == 0;
  if (status < 0 || status > AIG_NOT_UTF8) return en ? "unknown status" : "statut inconnu";
  if (status <= abi::last_of_engine)
    return status_words(static_cast<answer_status>(status), en ? language::en : language::fr);
  const abi::words& said = abi::own_words[status - AIG_NULL];
  return en ? said.en : said.fr;
}

aig_status aig_engine_from_folders(const char* const* folders, size_t count, aig_engine** engine,
                                   char** findings) {
  if (findings != nullptr) *findings = nullptr;
  if (engine == nullptr) return AIG_NULL;
  *engine = nullptr;
  return abi::guarded([&] { return abi::from_folders(folders, count, engine, findings); });
}

aig_status aig_engine_from_files(const aig_file* files, size_t count, aig_engine** engine, char** findings) {
  if (findings != nullptr) *findings = nullptr;
  if (engine == nullptr) return AIG_NULL;
  *engine = nullptr;
  return abi::guarded([&] { return abi::from_files(files, count, engine, findings); });
}

aig_status aig_engine_free(aig_engine* engine) {
  if (engine == nullptr) return AIG_OK;
  return abi::guarded(
      [&] { return abi::take_engine(reinterpret_cast<std::uintptr_t>(engine)) ? AIG_OK : AIG_BAD_ENGINE; });
}

aig_status aig_answer(const aig_engine* engine, const char* verb, const char* request, size_t size,
                      char** json, size_t* json_size) {
  if (json != nullptr) *json = nullptr;
  if (json_size != nullptr) *json_size = 0;
  if (json == nullptr || engine == nullptr) return AIG_NULL;
  return abi::guarded([&] { return abi::answer_text(engine, verb, request, size, json, json_size); });
}

aig_status aig_free(char* text) {
  if (text == nullptr) return AIG_OK;
  return abi::guarded([&] { return abi::take_text(text) ? AIG_OK : AIG_BAD_TEXT; });
}
