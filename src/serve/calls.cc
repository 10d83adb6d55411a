#include "serve/calls.h"

#include <algorithm>
#include <array>

namespace aiguillage::serve {
namespace {

constexpr const char* posting = "POST, OPTIONS";
constexpr const char* getting = "GET, HEAD, OPTIONS";

constexpr std::array<endpoint, 13> endpoints = {{{"/v1/qualify", "qualify", true, posting},
                                                 {"/v1/route", "route", true, posting},
                                                 {"/v1/ask", "ask", true, posting},
                                                 {"/v1/check", "check", true, posting},
                                                 {"/v1/schema", "schema", false, getting},
                                                 {"/v1/about", "about", false, getting},
                                                 {"/v1/words", "words", false, getting},
                                                 {"/v1/places", "places", false, getting},
                                                 {"/v1/grid", "grid", true, posting},
                                                 {"/v1/test", "test", true, posting},
                                                 {"/v1/read", "read", true, posting},
                                                 {"/health", "", false, getting},
                                                 {"/openapi.json", "", false, getting}}};

constexpr std::array<std::string_view, 5> content_types = {"application/json", "application/yaml",
                                                           "application/x-yaml", "text/yaml", "text/x-yaml"};

char lower(char one) { return one >= 'A' && one <= 'Z' ? static_cast<char>(one - 'A' + 'a') : one; }

std::string lowered(std::string_view words) {
  std::string made(words);
  std::transform(made.begin(), made.end(), made.begin(), lower);
  return made;
}

/// The media type without its parameters.
std::string media_type(std::string_view header) {
  std::string_view type = header.substr(0, header.find(';'));
  while (!type.empty() && (type.back() == ' ' || type.back() == '\t')) type.remove_suffix(1);
  return lowered(type);
}

/// A page elsewhere could give its own name the address of this machine: such a name is not ours.
bool names_this_machine(std::string_view host) {
  const std::string name = lowered(host.substr(
      0, host.rfind(':') == std::string_view::npos || host.back() == ']' ? host.size() : host.rfind(':')));
  const bool dotted = name.find_first_not_of("0123456789.") == std::string::npos;
  return name == "localhost" || name == "[::1]" || (dotted && name.substr(0, 4) == "127.");
}

bool is_plain(char one) {
  return (one >= '0' && one <= '9') || (lower(one) >= 'a' && lower(one) <= 'z') || one == '_' || one == '-' ||
         one == '.';
}

bool is_plain_word(std::string_view word) {
  return !word.empty() && word.size() <= 100 && std::all_of(word.begin(), word.end(), is_plain);
}

unsigned status_of(answer_status which) {
  switch (which) {
    case answer_status::done:
    case answer_status::findings: return 200;
    case answer_status::wrong_call: return 400;
    case answer_status::invalid_input: return 422;
    case answer_status::out_of_memory: return 503;
    default: return 500;
  }
}

reply wrong_method(const endpoint& at) {
  reply made =
      problem(405, "Method Not Allowed",
              {"cette méthode ne va pas avec cette adresse", "this method does not go with this path"});
  made.allow = at.methods;
  return made;
}

std::optional<reply> refused_content(const call& of) {
  const std::string type = media_type(of.content_type);
  const bool known =
      type.empty() || std::find(content_types.begin(), content_types.end(), type) != content_types.end();
  if (!known)
    return problem(415, "Unsupported Media Type",
                   {"le corps est du JSON ou du YAML : application/json, application/yaml",
                    "the body is JSON or YAML: application/json, application/yaml"});
  if (!of.encoding.empty() && lowered(of.encoding) != "identity")
    return problem(415, "Unsupported Media Type",
                   {"le corps n'est pas compressé", "the body is not compressed"});
  if (!of.query.empty())
    return problem(400, "Bad Request",
                   {"les options vont dans le corps, pas dans l'adresse",
                    "the options go into the body, not into the address"});
  return std::nullopt;
}

}  // namespace

const endpoint* endpoint_at(std::string_view path) {
  const auto found =
      std::find_if(endpoints.begin(), endpoints.end(), [&](const endpoint& one) { return one.path == path; });
  return found == endpoints.end() ? nullptr : &*found;
}

std::optional<reply> refusal_of(const call& of) {
  if (of.loopback && !names_this_machine(of.host))
    return problem(421, "Misdirected Request",
                   {"ce serveur ne répond qu'à localhost, 127.0.0.1 ou [::1]",
                    "this server answers to localhost, 127.0.0.1 or [::1] only"});
  static constexpr endpoint page{"", "", false, getting};
  const endpoint* const at = of.page ? &page : endpoint_at(of.path);
  if (at == nullptr)
    return problem(404, "Not Found",
                   {"cette adresse n'existe pas ; la liste est dans /openapi.json",
                    "there is no such path; the list is in /openapi.json"});
  if (of.method == "OPTIONS") {
    reply made;
    made.status = 204;
    made.allow = at->methods;
    return made;
  }
  if (at->takes_body) return of.method == "POST" ? refused_content(of) : wrong_method(*at);
  if (of.method != "GET" && of.method != "HEAD") return wrong_method(*at);
  if (!text_of_query(of.query) || (at->verb[0] == '\0' && !of.query.empty()))
    return problem(400, "Bad Request",
                   {"les options de l'adresse sont de la forme ?name=need&lang=en",
                    "the options of the address are like ?name=need&lang=en"});
  return std::nullopt;
}

std::optional<std::string> text_of_query(std::string_view query) {
  std::string made = "options:\n";
  if (query.empty()) return std::string();
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view one = query.substr(0, end);
    const std::size_t equals = one.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const std::string_view name = one.substr(0, equals);
    const std::string_view value = one.substr(equals + 1);
    if (!is_plain_word(name) || !is_plain_word(value)) return std::nullopt;
    made.append("  \"").append(name).append("\": \"").append(value).append("\"\n");
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return made;
}

reply reply_of(const engine& with, const endpoint& at, std::string_view text,
               std::chrono::steady_clock::time_point until) {
  reply made;
  if (at.verb[0] == '\0') {
    made.body = at.path == std::string_view("/health") ? "{\"status\": \"ok\"}\n" : std::string(openapi());
    return made;
  }
  std::optional<engine_answer> answered = answer_until(with, at.verb, text, until);
  if (!answered) return too_long();
  engine_answer& given = *answered;
  if (given.status == answer_status::out_of_memory) return too_busy();
  if (given.status == answer_status::internal)
    return problem(500, "Internal Server Error", {"erreur interne", "internal error"});
  made.status = status_of(given.status);
  made.body = std::move(given.json);
  made.outcome = static_cast<int>(given.status);
  return made;
}

reply problem(unsigned status, std::string_view title, const text& detail) {
  reply made;
  made.status = status;
  made.type = "application/problem+json";
  made.body = "{\"type\": \"about:blank\", \"title\": \"" + std::string(title) +
              "\", \"status\": " + std::to_string(status) + ", \"detail\": \"" + detail.fr + " / " +
              detail.en + "\"}\n";
  return made;
}

reply too_busy() {
  reply made = problem(503, "Service Unavailable",
                       {"trop de demandes à la fois ; réessayez dans un instant",
                        "too many requests at once; try again in a moment"});
  made.come_back = true;
  return made;
}

reply too_long() {
  return problem(503, "Service Unavailable",
                 {"cette demande prend plus de temps que ce serveur n'en donne ; demandez moins à la fois",
                  "this request takes more time than this server gives; ask for less at once"});
}

}  // namespace aiguillage::serve
