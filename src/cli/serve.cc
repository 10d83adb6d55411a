#include <algorithm>
#include <iostream>
#include <memory>
#include <thread>

#include <CLI/CLI.hpp>

#include "cli/options.h"
#include "serve/server.h"

namespace aiguillage::cli {
namespace {

using serve::server_options;

struct serve_options {
  server_options how;
  std::vector<std::string> territories;
  std::string page;
  std::string host = "127.0.0.1";
  bool log = false;
};

std::shared_ptr<const engine> load_engine(const session& in, const serve_options& of) {
  diagnostics found;
  std::vector<file_set> folders;
  for (const std::string& one : pack_folders(in)) folders.push_back(read_file_set(one, found));
  for (const std::string& one : of.territories) folders.push_back(read_file_set(one, found));
  std::shared_ptr<const engine> made = make_engine(folders, found);
  tell(in, found);
  return has_errors(found) ? nullptr : made;
}

std::string address(const std::string& host, std::uint16_t port) {
  const bool six = host.find(':') != std::string::npos;
  return "http://" + (six ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

/// Where it listens, on stdout as soon as it does.
bool announce(const session& in, const server_options& how, std::uint16_t port) {
  const std::string url = address(how.host, port);
  return give(in, in.json
                      ? "{\"format\": 1, \"url\": \"" + url + "\", \"port\": " + std::to_string(port) + "}\n"
                      : in.say({"Le serveur écoute : " + url + " (Ctrl-C pour finir)\n",
                                "The server listens: " + url + " (Ctrl-C to end)\n"}));
}

int run(const session& in, serve_options& of) {
  if (of.host == "localhost") of.host = "127.0.0.1";
  const std::optional<bool> here = serve::is_loopback(of.host);
  if (!here) {
    tell(in, text{"erreur : --host veut une adresse, comme 127.0.0.1 ou ::1",
                  "error: --host wants an address, like 127.0.0.1 or ::1"});
    return wrong_usage;
  }
  const std::shared_ptr<const engine> with = load_engine(in, of);
  if (!with) return invalid_input;
  if (!*here)
    tell(in, text{"attention : d'autres machines peuvent appeler ce serveur, qui n'a ni mot de passe ni "
                  "chiffrement ; mettez devant lui un serveur qui en a",
                  "warning: other machines can call this server, which has neither password nor encryption; "
                  "put one that has before it"});
  of.how.host = of.host;
  if (!of.page.empty()) {
    std::optional<serve::page_files> page = serve::read_page(of.page);
    if (!page) {
      tell(in,
           text{"erreur : pas de page dans " + of.page +
                    " (index.html)\n  Pour la faire : bash examples/page/build.sh",
                "error: no page in " + of.page + " (index.html)\n  To make it: bash examples/page/build.sh"});
      return invalid_input;
    }
    of.how.page = std::move(*page);
  }
  if (of.log) of.how.log = [](const std::string& line) { std::cerr << line + "\n" << std::flush; };
  bool told = true;
  const std::optional<std::string> failed =
      serve::serve(*with, of.how, [&](std::uint16_t port) { told = announce(in, of.how, port); });
  if (!failed) return told ? done : invalid_input;
  const std::string at = address(of.how.host, of.how.port);
  tell(in, text{"erreur : impossible d'écouter sur " + at + " : " + *failed +
                    "\n  Un autre port : --port N, ou --port 0 pour un port libre",
                "error: cannot listen on " + at + ": " + *failed +
                    "\n  Another port: --port N, or --port 0 for a free one"});
  return invalid_input;
}

/// A whole number between two others; the message is ours, since the parser speaks English only.
template <class Number>
void add_number(CLI::App& to, const session& in, const char* name, Number& into, long least, long most,
                const text& what) {
  to.add_option(name, into, in.say(what))
      ->option_text("N")
      ->check([&in, least, most](const std::string& given) {
        const bool digits =
            !given.empty() && given.size() < 9 && given.find_first_not_of("0123456789") == std::string::npos;
        const long value = digits ? std::stol(given) : -1;
        if (digits && value >= least && value <= most) return std::string();
        const std::string range = std::to_string(least) + "–" + std::to_string(most);
        return given + in.say({" n'est pas un nombre de " + range, " is not a number of " + range});
      });
}

void add_limits(CLI::App& to, const session& in, server_options& how) {
  add_number(to, in, "--port", how.port, 0, 65535,
             {"port (par défaut : 8080 ; 0 : un port libre, affiché)",
              "port (default: 8080; 0: a free one, printed)"});
  add_number(to, in, "--threads", how.threads, 1, 1024,
             {"demandes traitées à la fois (par défaut : une par cœur)",
              "requests answered at once (default: one per core)"});
  add_number(to, in, "--max-body", how.max_body, 1, 1 << 20,
             {"octets d'une demande, au plus (par défaut et au plus : 1048576)",
              "bytes of a request at most (default, and most: 1048576)"});
  add_number(to, in, "--max-queue", how.max_queue, 0, 100000,
             {"demandes qui attendent leur tour ; au-delà, 503 (par défaut : 64)",
              "requests that wait for their turn; beyond, 503 (default: 64)"});
  add_number(to, in, "--max-connections", how.max_connections, 1, 100000,
             {"connexions à la fois ; au-delà, 503 (par défaut : 256)",
              "connections at once; beyond, 503 (default: 256)"});
  add_number(to, in, "--max-time", how.max_time, 1, 3600000,
             {"millisecondes de calcul d'une demande ; au-delà, 503 (par défaut : 10000)",
              "milliseconds of work on a request; beyond, 503 (default: 10000)"});
  add_number(to, in, "--timeout", how.timeout, 1, 3600,
             {"secondes pour envoyer une demande, attendre son tour, prendre la réponse (par défaut : 10)",
              "seconds to send a request, to wait for its turn, to take the answer (default: 10)"});
}

action add(CLI::App& to, session& in) {
  const auto of = std::make_shared<serve_options>();
  of->how.threads = std::max(1U, std::thread::hardware_concurrency());
  to.add_option("--territory", of->territories,
                in.say({"dossier d'un territoire, que les demandes nomment par son id (répétable)",
                        "folder of a territory, which requests name by its id (repeatable)"}))
      ->allow_extra_args(false)
      ->option_text("DIR");
  to.add_option("--page", of->page,
                in.say({"dossier d'une page à montrer aussi, comme build/page",
                        "folder of a page to show as well, like build/page"}))
      ->option_text("DIR");
  to.add_option("--host", of->host,
                in.say({"adresse où écouter (par défaut : 127.0.0.1, cette machine seule)",
                        "address to listen on (default: 127.0.0.1, this machine only)"}))
      ->option_text(in.say({"ADRESSE", "ADDRESS"}));
  add_limits(to, in, of->how);
  to.add_option("--allow-origin", of->how.allow_origin,
                in.say({"origine des pages web qui peuvent lire les réponses (par défaut : aucune)",
                        "origin of the web pages that may read the answers (default: none)"}))
      ->option_text("ORIGIN")
      ->check([&in](const std::string& given) {
        const bool plain = !given.empty() && std::all_of(given.begin(), given.end(),
                                                         [](char one) { return one > ' ' && one < '\x7f'; });
        return plain ? "" : given + in.say({" n'est pas une origine", " is not an origin"});
      });
  to.add_flag("--log", of->log,
              in.say({"une ligne par demande sur stderr : méthode, chemin, statut, durée ; rien d'autre",
                      "one line per request on stderr: method, path, status, time; nothing else"}));
  return [&in, of] { return run(in, *of); };
}

}  // namespace

const verb serve_verb{
    "serve",
    {"le même JSON par HTTP, pour cette machine", "the same JSON over HTTP, for this machine"},
    {"aiguillage serve --territory examples/territories/rennes &\n"
     "  curl --data-binary @examples/situations/rennes.yaml -H 'Content-Type: application/yaml' "
     "http://127.0.0.1:8080/v1/route",
     "aiguillage serve --territory examples/territories/rennes --lang en &\n"
     "  curl --data-binary @examples/situations/rennes.yaml -H 'Content-Type: application/yaml' "
     "http://127.0.0.1:8080/v1/route"},
    add};

}  // namespace aiguillage::cli
