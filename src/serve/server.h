#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "aiguillage/engine.h"
#include "serve/page.h"

/// An engine over HTTP: the texts of engine.h, with limits. Nothing of a request is kept, and nothing of its content is told.
namespace aiguillage::serve {

struct server_options {
  std::string host = "127.0.0.1";                // an address
  std::uint16_t port = 8080;                     // 0: any that is free
  unsigned threads = 1;                          // that answer, besides the one that reads and writes
  std::size_t max_body = std::size_t{1} << 20U;  // bytes
  std::size_t max_queue = 64;         // requests that wait for a thread; one more is told to come back
  std::size_t max_connections = 256;  // open at once; the same
  int max_time = 10000;               // milliseconds of work on one request; one that takes more is given up
  int timeout = 10;                   // seconds: to send a request, to wait for a thread, to take the answer
  std::string allow_origin;           // of pages that may read the answers; "": none but its own
  page_files page;                    // shown besides the interface; none: the interface alone
  std::function<void(const std::string& line)> log;  // method, path when it is a known one, status, duration
};

/// Whether only this machine can reach the address; nullopt when it is none.
[[nodiscard]] std::optional<bool> is_loopback(const std::string& host);

/// Listens, calls `ready` with the port, and answers until SIGTERM or SIGINT: then new requests are refused and those that
/// are there are answered. What is wrong when it cannot listen, else nothing.
[[nodiscard]] std::optional<std::string> serve(const engine& with, const server_options& how,
                                               const std::function<void(std::uint16_t port)>& ready);

}  // namespace aiguillage::serve
