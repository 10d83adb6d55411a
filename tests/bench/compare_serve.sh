#!/usr/bin/env bash
# Routes on Rennes over HTTP: how many a second, and the slowest of a hundred, with the client's own share of the cores.
# Usage: tests/bench/compare_serve.sh [SECONDS]   one line a goal: name ours=… goal=… ok|short; exit 1 when one is short
# BUILD=build/bench is the build folder; ENGINE=FILE takes a program instead. The rate: eight connections, which always
# have a request on the way. The 99th percentile: the same. One plan for each person, asked for in JSON, which is what programs send; the same in YAML, and
# three plans, for comparison, without goal.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:-15}
build=${BUILD:-build/bench}
work=$(mktemp -d)
server=
end() { [ -z "$server" ] || { kill -TERM "$server"; wait "$server" || true; }; rm -rf "$work"; }
trap end EXIT

if ! command -v wrk >/dev/null && [ "$(id -u)" = 0 ] && [ -z "${AIGUILLAGE_NO_SETUP:-}" ]; then
  apt-get install -y --no-install-recommends wrk >"$work/apt" 2>&1 || true
fi
command -v wrk >/dev/null || { echo "routes_per_second ours=- goal=2000 not measured: wrk is not installed"; exit 0; }
if [ -z "${ENGINE:-}" ]; then
  cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DAIGUILLAGE_BENCH=ON >"$work/log" 2>&1 &&
    cmake --build "$build" --target aiguillage_cli -j2 >>"$work/log" 2>&1 || { tail -n 30 "$work/log" >&2; exit 3; }
  ENGINE=$build/aiguillage
fi

"$ENGINE" serve --pack rules/france --territory examples/territories/rennes --port 0 --json >"$work/where" &
server=$!
for ((i = 0; i < 300; ++i)); do [ -s "$work/where" ] && break; sleep 0.1; done
url=$(sed -E 's/.*"url": "([^"]+)".*/\1/' "$work/where")

ticks() { awk '{print $14 + $15}' "/proc/$server/stat"; }
# load json|yaml PLANS SECONDS: rate, p50, p99 (ms), microseconds of core per route of the server and of the client, answers that failed
load() {
  cat >"$work/post.lua" <<LUA
local file = io.open("$work/body$2.$1", "rb")
wrk.method, wrk.body = "POST", file:read("*a")
wrk.headers["Content-Type"] = "application/$1"
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("measured %f %f %f %d %d\n", 1e6 * summary.requests / summary.duration, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, e.status + e.connect + e.read + e.write + e.timeout, summary.requests))
end
LUA
  local before after client
  before=$(ticks)
  TIMEFORMAT='client %U %S'
  { time wrk -t1 -c8 -d"$3s" --timeout 10s -s "$work/post.lua" "$url/v1/route" >"$work/out"; } 2>"$work/time"
  after=$(ticks)
  client=$(awk '/^client/ {print 1e6 * ($2 + $3)}' "$work/time")
  awk -v spent=$((after - before)) -v client="$client" -v hertz="$(getconf CLK_TCK)" \
    '/^measured/ {print $2, $3, $4, 1e6 * spent / hertz / $6, client / $6, $5}' "$work/out"
}
verdict() { awk -v a="$1" -v b="$2" 'BEGIN {exit !(a >= b)}' && echo ok || { echo short; }; }

# The person of the example as YAML and as JSON; the server itself says what the one is in the other.
for plans in 1 3; do
  { cat examples/situations/rennes.yaml; echo "options: {territory: rennes, plans: $plans}"; } >"$work/body$plans.yaml"
  python3 - "$url" "$plans" "$work/body$plans" <<'PYTHON'
import json, sys, urllib.request
url, plans, body = sys.argv[1:]
given = open("examples/situations/rennes.yaml", "rb").read()
asked = urllib.request.Request(url + "/v1/read", given, {"Content-Type": "application/yaml"})
read = json.load(urllib.request.urlopen(asked))
person = {key: read[key] for key in ("situation", "date", "home")}
with open(body + ".json", "w") as to:
    json.dump(person | {"options": {"territory": "rennes", "plans": int(plans)}}, to)
PYTHON
done

load json 1 2 >/dev/null
read -r rate p50 p99 ours client failed < <(load json 1 "$seconds")
read -r rate_yaml _ p99_yaml ours_yaml client_yaml failed_yaml < <(load yaml 1 "$((seconds / 2 + 1))")
read -r rate3 _ p99_3 ours3 client3 failed3 < <(load json 3 "$((seconds / 2 + 1))")
printf '# cores=%d connections=8 p50_ms=%.1f server_us_per_route=%.0f client_us_per_route=%.0f failed=%d\n' \
  "$(nproc)" "$p50" "$ours" "$client" "$failed"
printf '# asked for in YAML: routes_per_second=%.0f p99_ms=%.1f server_us_per_route=%.0f client_us_per_route=%.0f failed=%d\n' \
  "$rate_yaml" "$p99_yaml" "$ours_yaml" "$client_yaml" "$failed_yaml"
printf '# three plans and what would win: routes_per_second=%.0f p99_ms=%.1f server_us_per_route=%.0f client_us_per_route=%.0f failed=%d\n' \
  "$rate3" "$p99_3" "$ours3" "$client3" "$failed3"
first=$(verdict "$rate" 2000) second=$(verdict 20 "$p99")
printf 'routes_per_second ours=%.0f goal=2000 %s\n' "$rate" "$first"
printf 'p99_ms ours=%.1f goal=20 %s\n' "$p99" "$second"
[ "$first $second $failed" = "ok ok 0" ]
