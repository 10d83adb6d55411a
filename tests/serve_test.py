#!/usr/bin/env python3
"""serve_test.py ENGINE: the server answers what the command line prints, byte for byte; limits, concurrency, a quiet end."""
import atexit
import glob
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LAND = "examples/territories/rennes"
PERSON = "examples/situations/rennes.yaml"
YAML = {"Content-Type": "application/yaml"}
VERBS = ("qualify", "route", "ask", "check", "grid", "test", "read")
failures = []
checks = 0


def check(what, holds, seen=""):
    global checks
    checks += 1
    if not holds:
        failures.append(what)
        print(f"FAILED {what} {str(seen)[:300]}")


def content(path):
    with open(os.path.join(ROOT, path), "rb") as file:
        return file.read()


class Server:
    """A running server; what it prints is kept."""

    def __init__(self, *options):
        self.process = subprocess.Popen([engine, "serve", "--pack", "rules/france", "--lang", "en", "--port", "0", "--json", *options],
                                        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        atexit.register(self.process.kill)
        self.port = json.loads(self.process.stdout.readline())["port"]

    def connect(self, timeout=60):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def ask(self, method, path, body=None, headers=None):
        """Status, headers and body of one request."""
        link = self.connect()
        link.request(method, path, body, headers or {})
        given = link.getresponse()
        result = given.status, given.headers, given.read()
        link.close()
        return result

    def raw(self, text, wait=60, end=False):
        """All that comes back for these bytes until the server closes, or for `wait` seconds."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait) as link:
            link.sendall(text)
            if end:
                link.shutdown(socket.SHUT_WR)
            got = b""
            try:
                while part := link.recv(65536):
                    got += part
            except (socket.timeout, ConnectionResetError):
                pass
            return got

    def end(self, sign=signal.SIGTERM):
        """Status, stdout and stderr after this signal."""
        self.process.send_signal(sign)
        out, said = self.process.communicate(timeout=60)
        return self.process.returncode, out.decode(), said.decode()


def request_of(path, options=""):
    return content(path) + b"\noptions: {" + options.encode() + b"}\n"


def printed(verb, *arguments):
    """What the command line prints, and its exit status."""
    done = subprocess.run([engine, verb, *arguments, "--json", "--pack", "rules/france"], cwd=ROOT, capture_output=True, check=False)
    return done.stdout, done.returncode


def same_bytes(server):
    """Each verb over HTTP and on the command line, on all cases and examples."""
    asked = []
    for path in sorted(glob.glob("tests/cases/*.yaml", root_dir=ROOT)):
        asked += [("qualify", path, "lang: en", ["--lang", "en"]), ("check", path, "lang: fr", ["--lang", "fr"]),
                  ("route", path, "lang: fr, plans: 1", ["--lang", "fr", "--plans", "1"])]
    asked += [("route", PERSON, "lang: en, territory: rennes", ["--lang", "en", "--territory", LAND]),
              ("route", "tests/cases/SC10.yaml", "", ["--lang", "fr"]),
              ("route", PERSON, "why_not: [pimms], plans: 1", ["--why-not", "pimms", "--plans", "1", "--lang", "fr"]),
              ("qualify", PERSON, "why: isolation", ["--why", "isolation", "--lang", "fr"])]

    def one(case):
        verb, path, options, arguments = case
        status, headers, body = server.ask("POST", "/v1/" + verb, request_of(path, options), YAML)
        expected, outcome = printed(verb, path, *arguments)
        return (status, headers["Aiguillage-Status"], body) == (200, str(outcome), expected)

    with ThreadPoolExecutor(2) as pool:
        for case, same in zip(asked, pool.map(one, asked)):
            check("same bytes: " + " ".join(case[:3]), same)
    for path, arguments in (("", []), ("?name=need&lang=fr", ["need"])):
        expected = printed("schema", *arguments, "--lang", "fr")[0] if not arguments else subprocess.run(
            [engine, "schema", "need", "--pack", "rules/france"], cwd=ROOT, capture_output=True, check=True).stdout
        check("same schema" + path, server.ask("GET", "/v1/schema" + path)[2] == expected)


def interview(server):
    """The next question, and another one once it is passed."""
    first = json.loads(server.ask("POST", "/v1/ask", b"situation: {}", YAML)[2])
    facts = first["question"]["facts"]
    again = json.dumps({"situation": {}, "options": {"passed": facts}})
    second = json.loads(server.ask("POST", "/v1/ask", again, {"Content-Type": "application/json; charset=utf-8"})[2])
    check("a passed question is not asked again", second["question"]["facts"] != facts, second["question"])
    about = json.loads(server.ask("GET", "/v1/about?lang=en")[2])
    check("about: territory", [land["id"] for land in about["territories"]] == ["rennes"], about["territories"])


def description(server):
    """The description holds every path, its references lead somewhere, and each operation answers."""
    openapi = json.loads(server.ask("GET", "/openapi.json")[2])
    check("openapi 3.1", openapi["openapi"].startswith("3.1"))
    version = subprocess.run([engine, "--version"], capture_output=True, check=True).stdout.decode().split()[1]
    check("openapi: version", openapi["info"]["version"] == version, version)
    operations = {(method, path) for path, item in openapi["paths"].items() for method in item}
    expected = {("post", "/v1/" + verb) for verb in VERBS} | {
        ("get", path) for path in ("/v1/schema", "/v1/about", "/v1/words", "/v1/places", "/health", "/openapi.json")}
    check("openapi: paths", operations == expected, operations ^ expected)
    for method, path in sorted(operations):
        said = {"/v1/grid": b"options: {answers: {}}", "/v1/test": content("tests/cases/SC01.yaml")}.get(path, b"situation: {}")
        status = server.ask(method.upper(), path, said if method == "post" else None, YAML)[0]
        check(f"openapi: {method} {path} answers", status == 200, status)

    def references(node):
        if isinstance(node, dict):
            yield from ([node["$ref"]] if "$ref" in node else [])
        for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            yield from references(inner)

    for name in set(references(openapi)):
        place = openapi
        for part in name[2:].split("/") if name.startswith("#/") else ():
            place = place.get(part, {})
        check("openapi: reference " + name, bool(place) or name.startswith("aiguillage:"))
    options = {verb["name"]: {one["name"] for one in verb["options"]} for verb in json.loads(server.ask("GET", "/v1/about")[2])["verbs"]}
    for verb in VERBS:
        schema = openapi["components"]["requestBodies"][verb]["content"]["application/json"]["schema"]
        known = set(schema["allOf"][1]["properties"]["options"]["properties"])
        check("openapi: options of " + verb, known == options[verb], known ^ options[verb])


def errors(server):
    """Each wrong request has its status, and a body that says why without repeating it."""
    post = b"situation: {}"
    secret = b"zqsecret"
    for what, method, path, body, headers, status, kind in (
            ("unknown path", "GET", "/zqsecret", None, {}, 404, "problem"),
            ("wrong method", "GET", "/v1/route", None, {}, 405, "problem"),
            ("wrong method", "DELETE", "/health", None, {}, 405, "problem"),
            ("unknown method", "ZQSECRET", "/health", None, {}, 405, "problem"),
            ("plain text", "POST", "/v1/route", post, {"Content-Type": "text/plain"}, 415, "problem"),
            ("compressed", "POST", "/v1/route", post, {"Content-Encoding": "gzip"}, 415, "problem"),
            ("query on a body", "POST", "/v1/route?lang=zqsecret", post, YAML, 400, "problem"),
            ("query with quotes", "GET", "/v1/schema?name=%22zqsecret", None, {}, 400, "problem"),
            ("unknown schema", "GET", "/v1/schema?name=nothing", None, {}, 400, "json"),
            ("unknown option", "GET", "/v1/about?name=nothing", None, {}, 400, "json"),
            ("unknown territory", "POST", "/v1/route", b"situation: {}\noptions: {territory: nowhere}", YAML, 400, "json"),
            ("unknown fact", "POST", "/v1/route", b"situation: {nothing: 1}", YAML, 422, "json"),
            ("not YAML", "POST", "/v1/route", b"situation: [", YAML, 422, "json"),
            ("invalid UTF-8", "POST", "/v1/route", b"situation: {request: \xff\xfe}", YAML, 422, "json"),
            ("another host", "GET", "/health", None, {"Host": "zqsecret.example"}, 421, "problem"),
            ("too long", "POST", "/v1/route", b"#" * (1 << 20) + post, YAML, 413, "problem"),
            ("much too long", "POST", "/v1/route", b"#" * (8 << 20), YAML, 413, "problem"),
            ("long header", "GET", "/health", None, {"Accept": "a" * 9000}, 431, "problem"),
            ("long path", "GET", "/" + "a" * 9000, None, {}, 431, "problem")):
        got, given, answer = server.ask(method, path, body, headers)
        check(f"{what}: {status}", got == status, (got, answer))
        check(f"{what}: type", given["Content-Type"] == ("application/problem+json" if kind == "problem" else "application/json"), given["Content-Type"])
        read = json.loads(answer)
        check(f"{what}: body", read["status"] == status if kind == "problem" else len(read["findings"]) > 0, answer)
        check(f"{what}: nothing repeated", secret not in answer.lower(), answer)
        check(f"{what}: headers", given["Cache-Control"] == "no-store" and given["X-Content-Type-Options"] == "nosniff", given)
    check("Allow", server.ask("GET", "/v1/route")[1]["Allow"] == "POST, OPTIONS")
    check("OPTIONS", server.ask("OPTIONS", "/v1/about")[0] == 204)
    check("no CORS", server.ask("GET", "/health", None, {"Origin": "http://page.example"})[1]["Access-Control-Allow-Origin"] is None)
    head = server.ask("HEAD", "/health")
    check("HEAD", head[0] == 200 and head[2] == b"" and head[1]["Content-Length"] == "17", head)
    check("1 MiB is read", server.ask("POST", "/v1/check", post + b"\n" + b"#" * ((1 << 20) - len(post) - 1), YAML)[0] == 200)


def wire(server):
    """HTTP/1.0, keep-alive, pipelining, chunks, Expect, and what is no HTTP."""
    host = b"Host: localhost\r\n"
    old = server.raw(b"GET /health HTTP/1.0\r\n" + host + b"\r\n")
    check("HTTP/1.0", old.startswith(b"HTTP/1.0 200") and old.endswith(b'{"status": "ok"}\n'), old)
    three = server.raw(b"GET /health HTTP/1.1\r\n" + host + b"\r\nGET /v1/about HTTP/1.1\r\n" + host +
                       b"\r\nGET /nothing HTTP/1.1\r\nConnection: close\r\n" + host + b"\r\n")
    check("pipelined", [three.count(b"HTTP/1.1 " + code) for code in (b"200", b"404")] == [2, 1], three[:200])
    post = b"POST /v1/check HTTP/1.1\r\nConnection: close\r\n" + host
    chunks = server.raw(post + b"Transfer-Encoding: chunked\r\n\r\n5\r\nsitua\r\n8\r\ntion: {}\r\n0\r\n\r\n")
    check("chunks", chunks.startswith(b"HTTP/1.1 200"), chunks)
    endless = server.raw(post + b"Transfer-Encoding: chunked\r\n\r\n" + (b"10000\r\n" + b"#" * 65536 + b"\r\n") * 20)
    check("too many chunks", endless.startswith(b"HTTP/1.1 413"), endless)
    waited = server.raw(post + b"Expect: 100-continue\r\nContent-Length: 13\r\n\r\nsituation: {}")
    check("100-continue", waited.startswith(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200"), waited)
    refused = server.raw(b"POST /nothing HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 13\r\n" + host + b"\r\n", end=True)
    check("100-continue refused", refused.startswith(b"HTTP/1.1 404"), refused)
    for what, text in (("garbage", b"\x16\x03\x01\x02garbage zqsecret\r\n\r\n"), ("version", b"GET / HTTP/3.0\r\n\r\n"),
                       ("two lengths", post + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"),
                       ("length", post + b"Content-Length: -1\r\n\r\n"), ("chunk", post + b"Transfer-Encoding: chunked\r\n\r\nzq\r\n")):
        got = server.raw(text, end=True)
        check("400: " + what, got.startswith(b"HTTP/1.1 400") and b"zqsecret" not in got, got)
    check("no host: 421", server.raw(b"GET /health HTTP/1.1\r\nConnection: close\r\n\r\n").startswith(b"HTTP/1.1 421"))
    check("half a request is no answer", server.raw(b"GET /health HT", end=True) == b"")
    link = server.connect()
    ports = set()
    for _ in range(20):
        link.request("GET", "/health")
        link.getresponse().read()
        ports.add(link.sock.getsockname()[1])
    check("keep-alive", len(ports) == 1, ports)


def many(server):
    """Eight clients at once get what one gets."""
    requests = [request_of(path, "lang: en") for path in sorted(glob.glob("tests/cases/*.yaml", root_dir=ROOT))[:6]]
    alone = [server.ask("POST", "/v1/qualify", one, YAML)[2] for one in requests]

    def client(first):
        link = server.connect()
        same = True
        for i in range(12):
            which = (first + i) % len(requests)
            link.request("POST", "/v1/qualify", requests[which], YAML)
            same = same and link.getresponse().read() == alone[which]
        return same

    with ThreadPoolExecutor(8) as pool:
        check("eight clients", all(pool.map(client, range(8))))


def quiet(server):
    """Nothing of any request was printed."""
    status, out, said = server.end()
    check("ends with 0", status == 0, status)
    check("stdout: nothing more", out == "", out)
    lines = said.splitlines()
    known = {"-", "/health", "/openapi.json", "/v1/schema", "/v1/about", "/v1/words", "/v1/places", *("/v1/" + verb for verb in VERBS)}
    check("a log line per request", len(lines) > 100, len(lines))
    for line in lines:
        words = line.split(" ")
        check("log line", len(words) == 4 and words[1] in known and words[2].isdigit() and words[3].endswith("us"), line)
    check("nothing personal", "zqsecret" not in said.lower() and "?" not in said, said)


def limits():
    """Slow clients, too many, too much at once."""
    server = Server("--timeout", "1", "--threads", "1", "--max-queue", "0", "--max-connections", "6", "--max-body", "2000",
                    "--territory", LAND, "--allow-origin", "http://page.example")
    start = time.monotonic()
    slow = server.raw(b"POST /v1/route HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nsit")
    check("slow client: 408", slow.startswith(b"HTTP/1.1 408"), slow)
    check("slow client: in time", time.monotonic() - start < 20)
    check("silent client: closed", server.raw(b"") == b"")
    check("--max-body", server.ask("POST", "/v1/check", b"#" * 2001, YAML)[0] == 413)
    check("--allow-origin", server.ask("GET", "/health")[1]["Access-Control-Allow-Origin"] == "http://page.example")
    # One thread, no queue: while it answers, the next ones are told to come back, and the server still says it is well.
    body = request_of(PERSON, "territory: rennes").split(b"situation:", 1)[1]
    body = b"situation:" + body
    with ThreadPoolExecutor(5) as pool:
        asked = [pool.submit(server.ask, "POST", "/v1/route", body, YAML) for _ in range(4)]
        well = server.ask("GET", "/health")[0]
        given = [one.result() for one in asked]
    statuses = sorted(one[0] for one in given)
    check("healthy while busy", well == 200, well)
    check("busy: 503", set(statuses) == {200, 503}, statuses)
    check("Retry-After", all(one[1]["Retry-After"] == "1" for one in given if one[0] == 503))
    # More connections than allowed.
    links = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(6)]
    over = server.raw(b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    check("--max-connections", over.startswith(b"HTTP/1.1 503"), over)
    for link in links:
        link.close()
    status, _, said = server.end(signal.SIGINT)
    check("without --log, nothing is said", status == 0 and said == "", (status, said))


def budget():
    """A request that takes too long is given up, and the thread is there for the next one."""
    server = Server("--max-time", "1", "--threads", "1", "--max-queue", "0", "--territory", LAND)
    heavy = request_of(PERSON, "territory: rennes, plans: 9, why_not: [caf, ccas, france_services, justice_point]")
    for _ in range(3):
        start = time.monotonic()
        status, headers, body = server.ask("POST", "/v1/route", heavy, YAML)
        told = json.loads(body)
        check("too long: 503", status == 503 and told["status"] == 503 and "more time" in told["detail"], (status, told))
        check("too long: as a problem", headers["Content-Type"] == "application/problem+json", headers)
        check("too long: nothing says to come back", headers["Retry-After"] is None, headers)
        check("too long: soon", time.monotonic() - start < 5)
    # A millisecond may go by before a brief one has begun, on a busy machine.
    brief = {server.ask("POST", "/v1/check", b"situation: {age: 40}", YAML)[0] for _ in range(30)}
    check("brief: answered by the same thread", 200 in brief and brief <= {200, 503}, brief)
    server.end()


def graceful():
    """A request that runs is answered after the signal, and nothing new is taken."""
    server = Server("--territory", LAND, "--threads", "1")
    idle = server.connect()
    idle.request("GET", "/health")
    idle.getresponse().read()
    link = server.connect()
    link.request("POST", "/v1/route", request_of(PERSON, "territory: rennes"), YAML)
    for _ in range(1000):  # until it runs, or has run
        time.sleep(0.002)
        if len(os.listdir(f"/proc/{server.process.pid}/task")) > 1:
            break
    time.sleep(0.02)
    server.process.send_signal(signal.SIGTERM)
    given = link.getresponse()
    body = given.read()
    check("a running request ends", given.status == 200 and json.loads(body)["plans"], given.status)
    check("then it is over", given.headers["Connection"] == "close" or server.process.wait(30) == 0, given.headers)
    out, said = server.process.communicate(timeout=30)
    check("status 0 after SIGTERM", server.process.returncode == 0 and said == b"", (server.process.returncode, said))
    try:
        server.connect(2).request("GET", "/health")
        check("nothing listens any more", False)
    except OSError:
        check("nothing listens any more", True)


def starting():
    """What cannot be served is said, with the exit status of the contract."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        for arguments, status, words in ((["--port", port], 3, port), (["--host", "example.org"], 2, "--host"),
                                         (["--port", "65536"], 2, "65536"), (["--threads", "0"], 2, "0"), (["--max-body", "-1"], 2, "-1"),
                                         (["--territory", "no/such/folder"], 3, "cannot be read"), (["--allow-origin", "a b"], 2, "a b")):
            done = subprocess.run([engine, "serve", "--lang", "en", *arguments], cwd=ROOT, capture_output=True, timeout=60, check=False)
            check("refused: " + " ".join(arguments), done.returncode == status and words in done.stderr.decode() and not done.stdout,
                  (done.returncode, done.stderr))
    far = Server("--host", "0.0.0.0")
    check("beyond loopback, any host name", far.ask("GET", "/health", None, {"Host": "here.example"})[0] == 200)
    status, _, said = far.end()
    check("beyond loopback, a warning", status == 0 and "neither password nor encryption" in said, said)


def page():
    """A page beside the interface: the files of one folder, which load nothing from elsewhere."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("index.html", "<p>page</p>"), ("page.js", "1"), ("page.wasm", "\0asm"), ("openapi.json", "{}"), (".hidden.js", "secret"), ("hidden.key", "secret")):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        os.mkdir(os.path.join(folder, "below.js"))
        os.symlink("loop.js", os.path.join(folder, "loop.js"))
        server = Server("--territory", LAND, "--page", folder)
        for path, kind, text in (("/", "text/html; charset=utf-8", b"<p>page</p>"), ("/index.html", "text/html; charset=utf-8", b"<p>page</p>"),
                                 ("/page.js", "text/javascript", b"1"),
                                 ("/page.wasm", "application/wasm", b"\0asm")):
            status, headers, body = server.ask("GET", path)
            check("page: " + path, (status, headers["Content-Type"], body) == (200, kind, text), (status, body))
            check("page: policy of " + path, "connect-src 'self'" in headers["Content-Security-Policy"], headers["Content-Security-Policy"])
        for path in ("/loop.js", "/.hidden.js", "/hidden.key", "/below.js", "/../page.js", "/%2e%2e/page.js", "//page.js"):
            check("page: not " + path, server.ask("GET", path)[0] == 404)
        check("page: the interface comes first", b"openapi" in server.ask("GET", "/openapi.json")[2])
        check("page: HEAD", server.ask("HEAD", "/page.js")[2] == b"")
        check("page: POST", server.ask("POST", "/page.js", b"1", YAML)[0] == 405)
        check("page: query", server.ask("GET", "/page.js?x=1")[0] == 400)
        check("page: another name of this machine", server.ask("GET", "/", None, {"Host": "rebound.example"})[0] == 421)
        policy = server.ask("GET", "/v1/about")[1]["Content-Security-Policy"]
        check("page: the interface keeps its policy", policy == "default-src 'none'; frame-ancestors 'none'", policy)
        server.end()
        os.remove(os.path.join(folder, "index.html"))
        done = subprocess.run([engine, "serve", "--lang", "en", "--page", folder], capture_output=True, timeout=60, check=False)
        check("page: none there", done.returncode == 3 and b"examples/page/build.sh" in done.stderr, done.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: tests/serve_test.py ENGINE")
    engine = os.path.abspath(sys.argv[1])
    shared = Server("--territory", LAND, "--log")
    # The log is read while it grows: a full pipe would stop the server.
    lines = []
    reader = threading.Thread(target=lambda: lines.extend(shared.process.stderr), daemon=True)
    reader.start()
    for part in (same_bytes, interview, description, errors, wire, many):
        begun = time.monotonic()
        part(shared)
        print(f"{part.__name__}: {time.monotonic() - begun:.1f} s")
    shared.process.send_signal(signal.SIGTERM)
    reader.join(60)
    shared.end = lambda: (shared.process.wait(60), shared.process.stdout.read().decode(), b"".join(lines).decode())
    quiet(shared)
    for part in (limits, budget, graceful, starting, page):
        begun = time.monotonic()
        part()
        print(f"{part.__name__}: {time.monotonic() - begun:.1f} s")
    print(f"serve_test: {checks} checks, {len(failures)} failures")
    sys.exit(bool(failures))
