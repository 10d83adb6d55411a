#!/usr/bin/env bash
# Speed against named peers, side by side in one run, each pinned to one core.
# Usage: tests/bench/compare.sh qualify|route|places|national|department|serve|simulate [ROUNDS]   (route, places, national, serve, simulate: see compare_*.sh; department: our own
# search on all the actors of Ille-et-Vilaine)
# One line a goal: name ours=… peer=… ratio=… goal=… ok|short; exit 1 when one is short. A peer that cannot be had is said.
# Reads the rule set of AIGUILLAGE_SHARED/bench/rules (AIGUILLAGE_SHARED: ../shared), copied to a scratch folder where the
# peers are built. CORE=1 is the core. BUILD=build/bench is the build folder; FLAGS=-march=native are its flags, as
# the peers' folder has them for its own probes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[ "${1:-}" != route ] || exec bash tests/bench/compare_route.sh "${AIGUILLAGE_SHARED:-../shared}" "${2:-5}"
[ "${1:-}" != national ] || exec bash tests/bench/compare_national.sh "${AIGUILLAGE_SHARED:-../shared}" "${2:-5}"
[ "${1:-}" != places ] || exec bash tests/bench/compare_places.sh "${AIGUILLAGE_SHARED:-../shared}" "${2:-11}"
[ "${1:-}" != department ] || exec bash tests/bench/department.sh "${AIGUILLAGE_SHARED:-../shared}" 35
[ "${1:-}" != serve ] || exec bash tests/bench/compare_serve.sh "${2:-15}"
[ "${1:-}" != simulate ] || exec bash tests/bench/compare_simulate.sh "${AIGUILLAGE_SHARED:-../shared}" "${2:-5}"
[ "${1:-}" = qualify ] || { sed -n '2,8s/^# //p' "$0" >&2; exit 2; }
rounds=${2:-5}
shared=${AIGUILLAGE_SHARED:-../shared}
build=${BUILD:-build/bench}
pin="taskset -c ${CORE:-1}"
[ -f "$shared/bench/rules/gen_rules.cpp" ] || { echo "no rule set in $shared/bench/rules" >&2; exit 3; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp -r "$shared/bench/rules" "$scratch/rules"
mkdir "$scratch/route"
cp "$shared"/bench/route/*.hpp "$scratch/route"
chmod -R u+w "$scratch"

# --- build: ours with the flags that the folder gives its own probes, then the peers ----------------------------
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS="${FLAGS--march=native}" \
  -DAIGUILLAGE_TESTS=OFF -DAIGUILLAGE_BENCH=ON >"$scratch/log" 2>&1 &&
  cmake --build "$build" --target qualify_bench -j2 >>"$scratch/log" 2>&1 || { tail -n 30 "$scratch/log" >&2; exit 3; }
bench="$(realpath "$build")/qualify_bench"
cd "$scratch/rules"
g++ -std=c++20 -O2 -w gen_rules.cpp -o gen_rules && ./gen_rules 100 20000

clips='' node_peers=''
if [ ! -f /usr/include/clips/clips.h ] && [ "$(id -u)" = 0 ] && [ -z "${AIGUILLAGE_NO_SETUP:-}" ]; then
  apt-get install -y --no-install-recommends libclips-dev >"$scratch/apt" 2>&1 || true
fi
if [ ! -f /usr/include/clips/clips.h ]; then
  clips="libclips-dev is not installed"
elif ! gcc -O3 -march=native -w clips_bench.c -o clips_bench -lclips -lm 2>"$scratch/gcc"; then
  clips="clips_bench.c does not build: $(head -n 1 "$scratch/gcc")"
fi
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  node_peers="node or npm is not installed"
elif ! npm install --no-audit --no-fund >"$scratch/npm" 2>&1; then
  node_peers="npm install failed: $(grep -m 1 -i error "$scratch/npm" || tail -n 1 "$scratch/npm")"
fi

# --- measure ------------------------------------------------------------------------------------------------------
# ours NAME: median time of one iteration, nanoseconds, and what was fired.
ours() {
  AIGUILLAGE_RULE_SET=$PWD $pin "$bench" --benchmark_filter="^$1\$" --benchmark_repetitions=5 \
    --benchmark_min_time=0.1 --benchmark_report_aggregates_only=true --benchmark_format=csv 2>/dev/null |
    awk -F, 'function bare(s) {gsub(/"/, "", s); return s}
      /^name,/ {for (i = 1; i <= NF; ++i) column[bare($i)] = i}
      /_median"?,/ {unit = bare($5); printf "%.1f %d\n", $3 * (unit == "ms" ? 1e6 : unit == "us" ? 1e3 : 1), $column["certain"]}'
}
# peer NAME COMMAND...: ours, the peer, ours again, on the same people; adds "ours peer" (ns a person) to NAME.
people=2000
peer() {
  local name=$1 out before after fired theirs
  shift
  read -r before fired < <(ours "rule_set_batch/$people")
  out=$($pin "$@" "$people" | head -n 1)
  read -r after fired < <(ours "rule_set_batch/$people")
  theirs=$(sed -n 's/.*fired=\([0-9]*\).*/\1/p' <<<"$out")
  [ "$theirs" = "$fired" ] || { echo "$name fires $theirs rules, ours $fired" >&2; exit 1; }
  sed -n 's/.*median=\([0-9.]*\) us.*/\1/p' <<<"$out" | awk -v before="$before" -v after="$after" -v people="$people" \
    '{print (before + after) / 2 / people, $1 * 1000}' >>"$scratch/$name.times"
}
for ((round = 0; round < rounds; ++round)); do
  [ -n "$clips" ] || peer clips ./clips_bench
  [ -n "$node_peers" ] || peer zen_engine node zen.mjs
  [ -n "$node_peers" ] || peer json_rules_engine node jre.mjs
  for name in france_batch france_single_with_reasons france_single_explained france_questions; do
    ours "$name" >>"$scratch/$name.times"
  done
done

# --- report -------------------------------------------------------------------------------------------------------
status=0
median() { sort -g | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }
verdict() { awk -v a="$1" -v b="$2" 'BEGIN {exit !(a >= b)}' && echo ok || echo short; }
# against NAME GOAL WHY_NOT: the median over the rounds of the ratio inside each round.
against() {
  [ -z "$3" ] || { echo "$1 ours=- peer=- ratio=- goal=$2 not measured: $3"; return; }
  local mine theirs ratio said
  mine=$(awk '{print $1}' "$scratch/$1.times" | median)
  theirs=$(awk '{print $2}' "$scratch/$1.times" | median)
  ratio=$(awk '{print $2 / $1}' "$scratch/$1.times" | median)
  said=$(verdict "$ratio" "$2")
  [ $said = ok ] || status=1
  printf '%s ours=%.1fns peer=%.0fns ratio=%.0f goal=%s %s\n' "$1" "$mine" "$theirs" "$ratio" "$2" "$said"
}
# alone NAME FORMAT VALUE GOAL RATIO: a goal of ours without a peer.
alone() {
  local said
  said=$(verdict "$5" 1)
  [ $said = ok ] || status=1
  printf "%s ours=$2 peer=- ratio=%.1f goal=$2 %s\n" "$1" "$3" "$5" "$4" "$said"
}
against clips 700 "$clips"
against zen_engine 6000 "$node_peers"
against json_rules_engine 30000 "$node_peers"
batch=$(median <"$scratch/france_batch.times" | awk '{print 2048e9 / $1}')
alone france_batch_per_second %.0f "$batch" 2000000 "$(awk -v v="$batch" 'BEGIN {print v / 2e6}')"
for goal in france_single_with_reasons:100000 france_single_explained:100000 \
  france_questions:2000000; do
  name=${goal%:*} most=${goal#*:}
  time=$(median <"$scratch/$name.times")
  alone "$name" %.0fns "$time" "$most" "$(awk -v v="$time" -v g="$most" 'BEGIN {print g / v}')"
done
exit $status
