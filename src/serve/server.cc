#include "serve/server.h"

#include <chrono>
#include <csignal>
#include <ctime>
#include <memory>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include "serve/calls.h"

namespace aiguillage::serve {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using clock = std::chrono::steady_clock;
using request_parser = http::request_parser<http::string_body>;
using response = http::response<http::string_body>;

constexpr std::uint32_t most_header = 8192;  // bytes
constexpr auto patience_at_the_end = std::chrono::seconds(2);
constexpr auto awaited = asio::as_tuple(asio::use_awaitable);

struct connection;

/// One thread reads, writes and counts; `workers` answer.
struct server {
  const engine& with;
  const server_options& how;
  bool loopback;
  asio::io_context io{1};
  asio::thread_pool workers;
  tcp::acceptor acceptor{io};
  asio::signal_set signals{io};
  std::set<connection*> open;
  std::size_t asked = 0;  // being answered, or waiting for a thread
  bool stopping = false;

  server(const engine& of, const server_options& options, bool here)
      : with(of), how(options), loopback(here), workers(options.threads) {}
  [[nodiscard]] std::chrono::seconds patience() const { return std::chrono::seconds(how.timeout); }
};

/// A client, from one request to the next.
struct connection {
  server& of;
  tcp::socket socket;
  asio::steady_timer limit;
  beast::flat_buffer received;
  std::unique_ptr<request_parser> parser;
  bool late = false;

  connection(server& with, tcp::socket from)
      : of(with), socket(std::move(from)), limit(with.io), received(most_header + with.how.max_body) {
    of.open.insert(this);
  }
  ~connection() { of.open.erase(this); }
  connection(const connection&) = delete;
  connection& operator=(const connection&) = delete;

  [[nodiscard]] bool is_idle() const { return parser && !parser->got_some() && received.size() == 0; }
};

/// From now on, what the connection waits for is given up after this time.
void give_time(connection& to, clock::duration time) {
  to.late = false;
  to.limit.expires_after(time);
  to.limit.async_wait([&to](boost::system::error_code cancelled) {
    if (cancelled || to.limit.expiry() > clock::now()) return;
    to.late = true;
    boost::system::error_code closed;
    std::ignore = to.socket.cancel(closed);
  });
}

std::string http_date() {
  std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char words[40];
  return {words, std::strftime(words, sizeof words, "%a, %d %b %Y %H:%M:%S GMT", &parts)};
}

void allow_pages(response& to, const server_options& how) {
  if (how.allow_origin.empty()) return;
  to.set(http::field::access_control_allow_origin, how.allow_origin);
  to.set(http::field::access_control_allow_methods, "GET, HEAD, POST, OPTIONS");
  to.set(http::field::access_control_allow_headers, "Content-Type");
  to.set(http::field::access_control_expose_headers, "Aiguillage-Status, Retry-After");
  if (how.allow_origin != "*") to.set(http::field::vary, "Origin");
}

response response_of(const server& of, reply&& from, unsigned version, bool keep, bool head_only) {
  response made{static_cast<http::status>(from.status), version};
  made.set(http::field::date, http_date());
  made.set(http::field::cache_control, "no-store");
  made.set("X-Content-Type-Options", "nosniff");
  made.set("Content-Security-Policy", from.policy);
  made.set("Cross-Origin-Resource-Policy", of.how.allow_origin.empty() ? "same-origin" : "cross-origin");
  allow_pages(made, of.how);
  if (from.allow[0] != '\0') made.set(http::field::allow, from.allow);
  if (from.come_back) made.set(http::field::retry_after, "1");
  if (from.outcome >= 0) made.set("Aiguillage-Status", std::to_string(from.outcome));
  made.keep_alive(keep && !of.stopping);
  if (from.status == 204) return made;
  made.set(http::field::content_type, from.type);
  made.content_length(from.body.size());
  if (!head_only) made.body() = std::move(from.body);
  return made;
}

std::string_view path_of(std::string_view target) { return target.substr(0, target.find('?')); }

std::string_view query_of(std::string_view target) {
  const std::size_t mark = target.find('?');
  return mark == std::string_view::npos ? "" : target.substr(mark + 1);
}

/// Only what is known of the interface is written: nothing that the client made up.
void log_line(const server& of, const request_parser& asked, unsigned status, clock::time_point from) {
  if (!of.how.log) return;
  const auto method = asked.get().method();
  const endpoint* const at = asked.is_header_done() ? endpoint_at(path_of(asked.get().target())) : nullptr;
  const auto spent = std::chrono::duration_cast<std::chrono::microseconds>(clock::now() - from).count();
  of.how.log(std::string(method == http::verb::unknown ? "-" : std::string_view(http::to_string(method))) +
             " " + (at == nullptr ? "-" : at->path) + " " + std::to_string(status) + " " +
             std::to_string(spent) + "us");
}

/// Why what was read is no request that can be answered; nullopt: the client left, or never began.
std::optional<reply> unreadable(const connection& from, const boost::system::error_code& why) {
  const bool begun = from.parser->got_some();
  if (from.late && begun)
    return problem(408, "Request Timeout",
                   {"la demande n'est pas arrivée à temps", "the request did not come in time"});
  if (!begun || why.category() != http::make_error_code(http::error::end_of_stream).category() ||
      why == http::error::end_of_stream || why == http::error::partial_message)
    return std::nullopt;
  if (why == http::error::body_limit || why == http::error::buffer_overflow)
    return problem(413, "Content Too Large", {"la demande est trop longue", "the request is too long"});
  if (why == http::error::header_limit)
    return problem(431, "Request Header Fields Too Large",
                   {"les en-têtes sont trop longs", "the headers are too long"});
  return problem(400, "Bad Request", {"ceci n'est pas du HTTP/1.1", "this is not HTTP/1.1"});
}

/// The file of the page at a path; nullptr when it has none.
const page_file* file_at(const server& of, std::string_view path) {
  if (endpoint_at(path) != nullptr) return nullptr;
  const auto found = of.how.page.find(path);
  return found == of.how.page.end() ? nullptr : &found->second;
}

reply page_reply(const page_file& file) {
  reply made;
  made.type = file.type;
  made.body = file.body;
  made.policy = page_policy;
  return made;
}

call call_of(const server& of, const request_parser& parser) {
  const auto& asked = parser.get();
  const std::string_view target = asked.target();
  return {asked.method_string(),
          path_of(target),
          query_of(target),
          asked[http::field::content_type],
          asked[http::field::content_encoding],
          asked[http::field::host],
          of.loopback,
          file_at(of, path_of(target)) != nullptr};
}

/// The answer of a worker. What waited too long for one is not begun: the client has left.
asio::awaitable<reply> work(const server& of, const endpoint& at, std::string_view text,
                            clock::time_point from) {
  if (clock::now() - from > of.patience()) co_return too_busy();
  co_return reply_of(of.with, at, text, clock::now() + std::chrono::milliseconds(of.how.max_time));
}

/// One more that is asked, for as long as it lives.
struct counted {
  std::size_t& asked;
  explicit counted(std::size_t& count) : asked(count) { ++asked; }
  ~counted() { --asked; }
  counted(const counted&) = delete;
  counted& operator=(const counted&) = delete;
};

asio::awaitable<reply> answered(connection& to) {
  server& of = to.of;
  const call asked = call_of(of, *to.parser);
  const endpoint* const at = endpoint_at(asked.path);
  if (std::optional<reply> refused = refusal_of(asked)) co_return std::move(*refused);
  if (const page_file* file = file_at(of, asked.path)) co_return page_reply(*file);
  if (at->verb[0] == '\0') co_return reply_of(of.with, *at, "", clock::time_point::max());
  if (of.asked >= of.how.threads + of.how.max_queue) co_return too_busy();
  std::string text =
      at->takes_body ? std::move(to.parser->get().body()) : text_of_query(asked.query).value_or("");
  const counted one(of.asked);
  reply made = co_await asio::co_spawn(of.workers, work(of, *at, text, clock::now()), asio::use_awaitable);
  co_return made;
}

/// Writes it; false when the conversation is over.
asio::awaitable<bool> send(connection& to, reply& given, bool keep) {
  const auto& asked = to.parser->get();
  const bool head_only = asked.method() == http::verb::head;
  const unsigned version = asked.version() == 10 ? 10 : 11;
  response made = response_of(to.of, std::move(given), version, keep, head_only);
  http::response_serializer<http::string_body> bytes{made};
  bytes.split(false);
  give_time(to, to.of.patience());
  boost::system::error_code failed;
  if (head_only)
    std::tie(failed, std::ignore) = co_await http::async_write_header(to.socket, bytes, awaited);
  else
    std::tie(failed, std::ignore) = co_await http::async_write(to.socket, bytes, awaited);
  co_return !failed && made.keep_alive();
}

/// Lets the client take the answer before the rest of what it sends is refused.
asio::awaitable<void> part(connection& from) {
  boost::system::error_code failed;
  std::ignore = from.socket.shutdown(tcp::socket::shutdown_send, failed);
  give_time(from, patience_at_the_end);
  char rest[4096];
  while (!failed)
    std::tie(failed, std::ignore) = co_await from.socket.async_read_some(asio::buffer(rest), awaited);
}

/// Reads one request, its body too unless it is refused before.
asio::awaitable<std::optional<reply>> receive(connection& from) {
  from.parser = std::make_unique<request_parser>();
  from.parser->header_limit(most_header);
  from.parser->body_limit(from.of.how.max_body);
  give_time(from, from.of.patience());
  auto [failed, size] = co_await http::async_read_header(from.socket, from.received, *from.parser, awaited);
  if (!failed && beast::iequals(from.parser->get()[http::field::expect], "100-continue")) {
    if (std::optional<reply> refused = refusal_of(call_of(from.of, *from.parser))) co_return refused;
    const http::response<http::empty_body> go_on{http::status::continue_, 11};
    std::tie(failed, size) = co_await http::async_write(from.socket, go_on, awaited);
  }
  if (!failed)
    std::tie(failed, size) = co_await http::async_read(from.socket, from.received, *from.parser, awaited);
  if (!failed) co_return std::nullopt;
  std::optional<reply> why = unreadable(from, failed);
  if (!why) std::ignore = from.socket.close(failed);
  co_return why;
}

/// One request and its answer; false when there is no next one.
asio::awaitable<bool> exchange(connection& with) {
  std::optional<reply> refused = co_await receive(with);
  if (!refused && !with.socket.is_open()) co_return false;
  const clock::time_point from = clock::now();
  const bool keep = !refused && with.parser->get().keep_alive();
  with.limit.cancel();
  reply given;
  if (refused)
    given = std::move(*refused);
  else
    given = co_await answered(with);
  const unsigned status = given.status;
  const bool more = co_await send(with, given, keep);
  log_line(with.of, *with.parser, status, from);
  co_return more && !with.of.stopping;
}

asio::awaitable<void> converse(server& of, tcp::socket socket) {
  connection with(of, std::move(socket));
  boost::system::error_code failed;
  std::ignore = with.socket.set_option(tcp::no_delay(true), failed);
  if (of.open.size() > of.how.max_connections) {
    with.parser = std::make_unique<request_parser>();
    reply busy = too_busy();
    co_await send(with, busy, false);
  } else {
    while (co_await exchange(with)) {
    }
  }
  if (with.socket.is_open()) co_await part(with);
  with.limit.cancel();
  // The timer's last word, which looks at the connection, comes before the end of it.
  co_await asio::post(of.io, asio::use_awaitable);
}

asio::awaitable<void> accept_all(server& of) {
  asio::steady_timer pause(of.io);
  while (of.acceptor.is_open()) {
    auto [failed, socket] = co_await of.acceptor.async_accept(awaited);
    if (!failed) {
      asio::co_spawn(of.io, converse(of, std::move(socket)), asio::detached);
    } else if (of.acceptor.is_open()) {  // no descriptor left, for one
      pause.expires_after(std::chrono::milliseconds(100));
      co_await pause.async_wait(awaited);
    }
  }
}

/// No new connection, no new request; what is being read or answered ends, within its own limits.
void stop(server& of) {
  of.stopping = true;
  boost::system::error_code closed;
  std::ignore = of.acceptor.close(closed);
  for (connection* const one : of.open)
    if (one->is_idle()) std::ignore = one->socket.cancel(closed);
}

bool listen(server& of, boost::system::error_code& failed) {
  const tcp::endpoint at(asio::ip::make_address(of.how.host, failed), of.how.port);
  if (!failed) std::ignore = of.acceptor.open(at.protocol(), failed);
  if (!failed) std::ignore = of.acceptor.set_option(tcp::acceptor::reuse_address(true), failed);
  if (!failed) std::ignore = of.acceptor.bind(at, failed);
  if (!failed) std::ignore = of.acceptor.listen(asio::socket_base::max_listen_connections, failed);
  return !failed;
}

}  // namespace

std::optional<bool> is_loopback(const std::string& host) {
  boost::system::error_code failed;
  const asio::ip::address at = asio::ip::make_address(host, failed);
  return failed ? std::nullopt : std::optional(at.is_loopback());
}

std::optional<std::string> serve(const engine& with, const server_options& how,
                                 const std::function<void(std::uint16_t port)>& ready) {
  server made(with, how, is_loopback(how.host).value_or(false));
  boost::system::error_code failed;
  if (!listen(made, failed)) return failed.message();
  made.signals.add(SIGINT);
  made.signals.add(SIGTERM);
  made.signals.async_wait([&made](boost::system::error_code cancelled, int) {
    if (!cancelled) stop(made);
    made.signals.clear();  // the next one ends the program at once
  });
  asio::co_spawn(made.io, accept_all(made), asio::detached);
  ready(made.acceptor.local_endpoint().port());
  made.io.run();
  made.workers.join();
  return std::nullopt;
}

}  // namespace aiguillage::serve
