#!/usr/bin/env bash
# Our searches beside their peers, on the shared routing instances: one line `name ours=… peer=… ratio=… goal=… ok|short`
# per goal, times in microseconds; 1 when one is short. Every program is built with the same flags and run in turn on one
# core; medians over the instances, then over the rounds.
# Usage: tests/bench/compare_route.sh SHARED [ROUNDS] [FOLDER]   SHARED: the folder that holds bench/; FOLDER: to build in
# Peers that are not there are named on stderr. FLAGS, CXX, CORE and PYTHON may be set.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
shared=$(cd "${1:?usage: tests/bench/compare_route.sh SHARED [ROUNDS] [FOLDER]}" && pwd)
rounds=${2:-3}
folder=${3:-$(mktemp -d)}
python=${PYTHON:-/usr/bin/python3}
pin="taskset -c ${CORE:-0}"
read -ra flags <<<"${FLAGS:--O3 -march=native}"
instances=$shared/bench/instances
mkdir -p "$folder/route"
cp "$shared"/bench/route/* "$folder/route/"

build() { # build NAME SOURCE... : false when it does not compile
  local name=$1
  shift
  "${CXX:-g++}" -std=c++20 "${flags[@]}" -Iinclude -Itests "$@" -o "$folder/$name" 2>"$folder/$name.log" ||
    { echo "compare_route: no $name, see $folder/$name.log" >&2; return 1; }
}
build ours tests/bench/route_instances.cc tests/search/instance_file.cc tests/search/tokens.cc
for peer in probe_main bgl_dijkstra bgl_rcsp; do build $peer -w "$folder/route/$peer.cpp" || true; done
build dp_portable -w -DT=int16_t "$folder/route/dp_portable.cpp" || true
networkx=false
"$python" -c 'import networkx' 2>/dev/null && networkx=true || echo "compare_route: no networkx for $python" >&2

median() { sort -g | awk '{v[NR] = $1} END {if (NR) print (NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2)}'; }
# note KEY VALUE: one more measurement; none is noted when the peer did not run.
note() { [ -z "$2" ] || echo "$2" >>"$folder/m.$1"; }
field() { sed -nE "s/.*[ []$1=([0-9.]+).*/\1/p"; }
last_of() { # last_of KEY PROGRAM ARGUMENT... : the summary line of a peer, empty when it is not there
  local program=$1
  shift
  [ ! -x "$folder/$program" ] || $pin "$folder/$program" "$@" | grep '^MEDIAN' || true
}
measure() { # measure FAMILY : ours and the peers of the weighted best
  local files=("$instances/$1"_s*.aig) out line
  out=$($pin "$folder/ours" --rounds 3 --more "${files[@]}")
  for key in best_us front_us cold_us ten_us; do note "$1.$key" "$(field $key <<<"$out" | median)"; done
  line=$(last_of bgl_dijkstra "${files[@]}")
  note "$1.bgl_query" "$(field csr_query <<<"$line")"
  note "$1.bgl" "$(awk -v a="$(field csr_build <<<"$line")" -v b="$(field csr_query <<<"$line")" 'BEGIN {if (a) print a + b}')"
}
measure_large() { # the peers of the largest family
  local files=("$instances/c_a40_n12"_s*.aig) line
  line=$(last_of probe_main --quiet "${files[@]}")
  note probe.front "$(field total <<<"$line")"
  note portable "$(last_of dp_portable "${files[@]}" | sed -nE 's/.*portable dp ([0-9.]+) us.*/\1/p')"
  note rc.scalar "$(last_of bgl_rcsp scalar "${files[@]}" | field time_us)"
  $networkx || return 0
  line=$($pin "$python" "$folder/route/nx_dijkstra.py" "${files[@]}" | grep '^MEDIAN')
  note nx.query "$(field query <<<"$line")"
  note nx "$(($(field build <<<"$line") + $(field query <<<"$line")))"
}
rm -f "$folder"/m.*
sizes=(c_a10_n4 c_a20_n4 c_a40_n4 c_a20_n8 c_a40_n8 c_a60_n8 c_a40_n10 c_a20_n12 c_a40_n12 c_a60_n12)
for ((round = 1; round <= rounds; ++round)); do
  for size in "${sizes[@]}"; do measure "$size"; done
  measure_large
  note rc.front10 "$(last_of bgl_rcsp pareto "$instances"/c_a10_n4_s*.aig | field time_us)"
done
note rc.front20 "$(last_of bgl_rcsp pareto "$instances"/c_a20_n8_s[123].aig | field time_us)" # seconds each: one round

status=0
# goal NAME OURS PEER RATIO SENSE : SENSE "least": peer / ours is at least RATIO; "most": ours / peer is at most RATIO.
goal() {
  [ -s "$folder/m.$2" ] && [ -s "$folder/m.$3" ] || { echo "compare_route: $1: no figure for $2 or $3" >&2; return 0; }
  awk -v name="$1" -v ours="$(median <"$folder/m.$2")" -v peer="$(median <"$folder/m.$3")" -v goal="$4" -v sense="$5" 'BEGIN {
    ratio = sense == "least" ? peer / ours : ours / peer
    good = sense == "least" ? ratio >= goal : ratio <= goal
    printf "%s ours=%.1f peer=%.1f ratio=%.2f goal=%s%s %s\n", name, ours, peer, ratio, sense == "least" ? ">=" : "<=", goal, good ? "ok" : "short"
    exit !good}' || status=1
}
goal G1_networkx c_a40_n12.best_us nx 5000 least
goal G1_networkx_query c_a40_n12.best_us nx.query 300 least
goal G2_boost_dijkstra c_a40_n12.best_us c_a40_n12.bgl 60 least
goal G2_boost_dijkstra_query c_a40_n12.best_us c_a40_n12.bgl_query 10 least
goal G2_boost_dijkstra_cold c_a40_n12.cold_us c_a40_n12.bgl 40 least
for size in "${sizes[@]}"; do goal "G2_cold_$size" "$size.cold_us" "$size.bgl" 2 least; done
goal G3_boost_rc_scalar c_a40_n12.best_us rc.scalar 400 least
goal G4_portable_table c_a40_n12.best_us portable 2 most
goal G5_boost_rc_front_20x8 c_a20_n8.front_us rc.front20 3000 least
goal G5_boost_rc_front_10x4 c_a10_n4.front_us rc.front10 600 least
goal G7_probe_front c_a40_n12.front_us probe.front 1.5 most
goal G8_ten_different c_a40_n12.ten_us c_a40_n12.best_us 0.5 most
exit $status
