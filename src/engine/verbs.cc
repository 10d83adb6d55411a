#include "engine/verbs.h"

#include <exception>
#include <new>
#include <utility>

#include "aiguillage/report/diagnostics.h"
#include "time_limit.h"

namespace aiguillage {
namespace engines {

engine_answer refused(const asking& of, answer_status why) {
  sort_by_place(of.out);
  return {why, diagnostics_json(of.out, 1, of.wanted)};
}

namespace {

const verb* verb_named(std::string_view name, diagnostics& out) {
  std::vector<std::string> known;
  for (const verb* one : all_verbs()) {
    if (one->name == name) return one;
    known.emplace_back(one->name);
  }
  const text shown = load::quoted(std::string(name.substr(0, 40)));
  const std::string near = nearest_name(std::string(name.substr(0, 40)), known);
  text hint;
  if (!near.empty()) hint = {"vouliez-vous dire « " + near + " » ?", "did you mean \"" + near + "\"?"};
  out.push_back({severity::error,
                 "unknown-verb",
                 request_name,
                 0,
                 0,
                 {"verbe inconnu : " + shown.fr, "unknown verb: " + shown.en},
                 std::move(hint)});
  return nullptr;
}

/// The language of the options, French when it cannot be told; what is wrong with the options is reported.
language read_options(const yaml::node& options, const verb& of, diagnostics& out) {
  yaml::check_keys(options, with_shared_keys(of.options()), request_name, out);
  const load::words languages{"fr", "en"};
  return load::word_at(languages, options, "lang", language::fr, {request_name, out});
}

engine_answer answer_one(const engine& with, std::string_view name, std::string_view text) {
  diagnostics found;
  const request nothing;
  const verb* const which = verb_named(name, found);
  const std::optional<request> read = read_request(text, found);
  if (which == nullptr || !read)
    return refused({with, nothing, language::fr, found},
                   which == nullptr ? answer_status::wrong_call : answer_status::invalid_input);
  keep_time();
  const language wanted = read_options(read->options, *which, found);
  const asking of{with, *read, wanted, found};
  return has_errors(found) ? refused(of, answer_status::wrong_call) : which->run(of);
}

struct status_text {
  const char* fr;
  const char* en;
};

constexpr status_text status_texts[] = {
    {"fait", "done"},
    {"fait, avec un constat à regarder", "done, with a finding to look at"},
    {"appel impossible", "wrong call"},
    {"entrée invalide", "invalid input"},
    {"mémoire insuffisante", "out of memory"},
    {"erreur interne", "internal error"},
};

}  // namespace
}  // namespace engines

engine_answer answer(const engine& with, std::string_view verb, std::string_view request) noexcept {
  try {
    return engines::answer_one(with, verb, request);
  } catch (const std::bad_alloc&) {
    return {answer_status::out_of_memory, {}};
  } catch (...) {
    return {answer_status::internal, {}};
  }
}

#ifndef __EMSCRIPTEN__
std::optional<engine_answer> answer_until(const engine& with, std::string_view verb, std::string_view request,
                                          std::chrono::steady_clock::time_point until) noexcept {
  const time_limit limit(until);
  try {
    return engines::answer_one(with, verb, request);
  } catch (const out_of_time&) {
    return std::nullopt;
  } catch (const std::bad_alloc&) {
    return engine_answer{answer_status::out_of_memory, {}};
  } catch (...) {
    return engine_answer{answer_status::internal, {}};
  }
}
#endif

const char* status_words(answer_status which, language wanted) noexcept {
  const engines::status_text& words = engines::status_texts[static_cast<std::size_t>(which)];
  return wanted == language::fr ? words.fr : words.en;
}

}  // namespace aiguillage
