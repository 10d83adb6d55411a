#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "aiguillage/engine.h"

/// What each path means, whatever reads and writes the bytes.
namespace aiguillage::serve {

/// One path of the interface.
struct endpoint {
  const char* path;
  const char* verb;     // of the engine; "": none, the answer does not change
  bool takes_body;      // POST, else GET and HEAD
  const char* methods;  // as the header Allow has them
};

struct reply {
  unsigned status = 200;
  std::string type = "application/json";
  std::string body;
  const char* allow = "";  // methods, when another one was asked for
  int outcome = -1;        // the exit status that the command line has for it; -1: the engine was not asked
  bool come_back = false;  // too much to do
  const char* policy = "default-src 'none'; frame-ancestors 'none'";  // Content-Security-Policy
};

/// The parts of a request that stand before its body.
struct call {
  std::string_view method;
  std::string_view path;
  std::string_view query;         // without the question mark
  std::string_view content_type;  // "": not given
  std::string_view encoding;      // of the content; "": not given
  std::string_view host;
  bool loopback = false;  // this machine alone can call
  bool page = false;      // the path is that of a file of the page
};

/// The endpoint of a path, nullptr when there is none.
[[nodiscard]] const endpoint* endpoint_at(std::string_view path);

/// Why a request is refused before its body is read; nullopt when it may go on.
[[nodiscard]] std::optional<reply> refusal_of(const call& of);

/// The reply of an endpoint; `text` is the body, or what `text_of_query` makes of a query. Given up soon after `until`.
[[nodiscard]] reply reply_of(const engine& with, const endpoint& at, std::string_view text,
                             std::chrono::steady_clock::time_point until);

/// The request of a query (name=need&lang=en), as engine.h wants it; nullopt when its words are not plain.
[[nodiscard]] std::optional<std::string> text_of_query(std::string_view query);

/// A problem as RFC 9457 has it; its text is static.
[[nodiscard]] reply problem(unsigned status, std::string_view title, const text& detail);
[[nodiscard]] reply too_busy();
[[nodiscard]] reply too_long();

/// The description of the interface, OpenAPI 3.1.
[[nodiscard]] std::string_view openapi();

}  // namespace aiguillage::serve
