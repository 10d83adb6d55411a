#!/usr/bin/env bash
# Our searches beside their peers, on the shared routing instances: one line `name ours=… peer=… ratio=… goal=… ok|short`
# per goal, times in microseconds, memory in KiB; 1 when one is short. Every program is built with the same flags and run in
# turn on one core; medians over the instances, then, of the ratio inside each round, over the rounds.
# Usage: tests/bench/compare_route.sh SHARED [ROUNDS] [FOLDER]   SHARED: the folder that holds bench/; FOLDER: to build in
# A goal whose peer is not there prints `NAME skipped: WHY`. FLAGS, CXX, CORE and PYTHON may be set; AIGUILLAGE_EMOA is a
# build of EMOA* (peers/emoa.sh).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
shared=$(cd "${1:?usage: tests/bench/compare_route.sh SHARED [ROUNDS] [FOLDER]}" && pwd)
rounds=${2:-5}
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
  "${CXX:-g++}" -std=c++20 "${flags[@]}" -Iinclude -Itests -Itests/bench "$@" -o "$folder/$name" 2>"$folder/$name.log" ||
    { echo "compare_route: no $name, see $folder/$name.log" >&2; return 1; }
}
reader=(tests/search/instance_file.cc tests/search/tokens.cc)
build ours tests/bench/route_instances.cc "${reader[@]}"
build dimacs tests/bench/peers/dimacs.cc "${reader[@]}"
build boost_csr_peak -w tests/bench/peers/boost_csr_peak.cc "${reader[@]}" || true
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
measure() { # measure FAMILY : ours, as many runs as the peers take, and the peers of the weighted best
  local files=("$instances/$1"_s*.aig) out line
  out=$($pin "$folder/ours" --rounds 9 --more "${files[@]}")
  for key in best_us front_us cold_us ten_us near_us; do note "$1.$key" "$(field $key <<<"$out" | median)"; done
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
measure_emoa() {
  local size
  [ -n "${AIGUILLAGE_EMOA:-}" ] || return 0
  for size in c_a20_n8 c_a40_n8 c_a40_n12; do
    note "$size.emoa" "$($pin bash tests/bench/peers/emoa.sh --run "$AIGUILLAGE_EMOA" "$folder/dimacs" "$instances/$size"_s*.aig)"
  done
}
# peak_of WHAT PROGRAM... : the median over the instances of the peak memory, less that of the same program with the data loaded.
peak_of() {
  local what=$1 file
  shift
  for file in "$instances"/c_a40_n12_s*.aig; do
    echo "$(($($pin "$@" "$what" "$file" 2>/dev/null) - $($pin "$@" load "$file")))"
  done | median
}
measure_memory() {
  note peak "$(peak_of front "$folder/ours" --peak)"
  [ ! -x "$folder/boost_csr_peak" ] || note peak.bgl "$(peak_of best "$folder/boost_csr_peak")"
  ! $networkx || note peak.nx "$(peak_of best "$python" tests/bench/peers/networkx_peak.py)"
}
measure_growth() {
  local key value
  while read -r key value; do note "$key" "$value"; done < <(FLAGS="${flags[*]}" bash tests/bench/growth.sh "$folder/growth")
}
rm -f "$folder"/m.*
sizes=(c_a10_n4 c_a20_n4 c_a40_n4 c_a20_n8 c_a40_n8 c_a60_n8 c_a40_n10 c_a20_n12 c_a40_n12 c_a60_n12)
for ((round = 1; round <= rounds; ++round)); do
  for size in "${sizes[@]}"; do measure "$size"; done
  measure_large
  note rc.front10 "$(last_of bgl_rcsp pareto "$instances"/c_a10_n4_s*.aig | field time_us)"
  measure_emoa
done
measure_memory
measure_growth
note rc.front20 "$(last_of bgl_rcsp pareto "$instances"/c_a20_n8_s[123].aig | field time_us)" # seconds each: one round

status=0
# of_rounds OURS PEER SENSE: the ratio of each round or, when one side was not measured in each, of the medians.
of_rounds() {
  if [ "$(wc -l <"$folder/m.$1")" = "$(wc -l <"$folder/m.$2")" ]; then
    paste "$folder/m.$1" "$folder/m.$2"
  else
    echo "$(median <"$folder/m.$1") $(median <"$folder/m.$2")"
  fi | awk -v sense="$3" '{print sense == "least" ? $2 / $1 : $1 / $2}'
}
# judge NAME OURS PEER RATIO GOAL SENSE
judge() {
  awk -v name="$1" -v ours="$2" -v peer="$3" -v ratio="$4" -v goal="$5" -v sense="$6" 'BEGIN {
    good = sense == "least" ? ratio >= goal : ratio <= goal
    printf "%s ours=%.4g peer=%s ratio=%.2f goal=%s%s %s\n", name, ours, peer, ratio, sense == "least" ? ">=" : "<=", goal, good ? "ok" : "short"
    exit !good}' || status=1
}
# goal NAME OURS PEER RATIO SENSE : SENSE "least": peer / ours is at least RATIO; "most": ours / peer is at most RATIO.
goal() {
  [ -s "$folder/m.$3" ] || { echo "$1 skipped: ${6:-no figure for $3, see $folder}"; return 0; }
  judge "$1" "$(median <"$folder/m.$2")" "$(median <"$folder/m.$3" | awk '{printf "%.4g", $1}')" "$(of_rounds "$2" "$3" "$5" | median)" "$4" "$5"
}
# alone NAME OURS GOAL: a figure of ours that is at most GOAL.
alone() { judge "$1" "$(median <"$folder/m.$2")" - "$(median <"$folder/m.$2")" "$3" most; }
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
no_emoa="AIGUILLAGE_EMOA is not set (see tests/bench/peers/emoa.sh)"
goal G6_emoa_front_20x8 c_a20_n8.front_us c_a20_n8.emoa 40 least "$no_emoa"
goal G6_emoa_front_40x8 c_a40_n8.front_us c_a40_n8.emoa 40 least "$no_emoa"
goal G6_emoa_front_40x12 c_a40_n12.front_us c_a40_n12.emoa 50 least "$no_emoa"
goal G7_probe_front c_a40_n12.front_us probe.front 1.5 most
goal G8_ten_different c_a40_n12.ten_us c_a40_n12.best_us 0.5 most
goal G8_front_within_tolerance c_a40_n12.near_us c_a40_n12.front_us 0.6 most
alone G15_front_peak_kib peak 16384
goal G15_boost_csr_peak peak peak.bgl 5 least
goal G15_networkx_peak peak peak.nx 15 least
alone G16_relaxations_per_need relaxations_per_need 2.2
alone G16_relaxations_per_actor relaxations_per_actor 1.5
alone G16_labels_per_need labels_per_need 2
exit $status
