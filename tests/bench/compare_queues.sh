#!/usr/bin/env bash
# Waiting lines beside SimPy 3, in turn, pinned to one core, on the instance that SHARED/bench/queue makes: 200,000 people,
# 701,261 stops, 400 actors. Processor time of a run, what is read left out: the first of a fresh process for both, then as a
# figure without a peer the median of 15 with the memory of the first. Medians over the rounds of the ratio inside each round.
# `queues_agree`: the wait at each of the stops is the same number when SimPy is made to take those who come in one millisecond
# person by person. Timed, it takes them in the order in which it made their events, and the sums of waits may differ by that.
# One line a goal: name ours=… peer=… ratio=… goal=… ok|short; exit 1 when one is short, 3 when nothing can be compared.
# Usage: tests/bench/compare_queues.sh [SHARED] [ROUNDS]   CORE=1 is the core, BUILD=build/bench the build folder, FLAGS= flags,
# PYTHON=/usr/bin/python3 the Python of SimPy, INSTANCE= another file in the same format, OURS= a `queues` that is already built
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
shared=${1:-../shared}
rounds=${2:-5}
build=${BUILD:-build/bench}
python=${PYTHON:-/usr/bin/python3}
pin="taskset -c ${CORE:-1}"
cannot() { echo "compare_queues: $1" >&2; exit 3; }

has_simpy() { "$python" -c 'import simpy; assert int(simpy.__version__.split(".")[0]) >= 3' 2>/dev/null; }
has_simpy || [ "$(id -u)" != 0 ] || [ -n "${AIGUILLAGE_NO_SETUP:-}" ] ||
  apt-get install -y --no-install-recommends python3-simpy3 >/dev/null 2>&1 || true
has_simpy || cannot "$python has no SimPy 3 (Debian: python3-simpy3; python3-simpy is SimPy 2)"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
ours=${OURS:-}
if [ -z "$ours" ]; then
  cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS="${FLAGS-}" \
    -DAIGUILLAGE_TESTS=OFF -DAIGUILLAGE_BENCH=ON >"$scratch/log" 2>&1 &&
    cmake --build "$build" --target queues -j2 >>"$scratch/log" 2>&1 || { tail -n 30 "$scratch/log" >&2; exit 3; }
  ours=$build/queues
fi
file=${INSTANCE:-}
if [ -z "$file" ]; then
  [ -f "$shared/bench/queue/gen_queue.cpp" ] || cannot "no gen_queue.cpp in $shared/bench/queue"
  g++ -std=c++20 -O2 -w "$shared/bench/queue/gen_queue.cpp" -o "$scratch/generate"
  (cd "$scratch" && ./generate 200000 400)
  file=$scratch/queue.txt
fi

field() { sed -nE "s/(^|.* )$1=([0-9.]+).*/\2/p" <<<"$2"; }
median() { sort -g | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }
for ((round = 0; round < rounds; ++round)); do
  mine=$($pin "$ours" "$file" --runs 15)
  theirs=$($pin "$python" tests/bench/peers/queues_simpy.py "$file")
  [ "$(field stops "$mine")" = "$(field stops "$theirs")" ] || cannot "not the same stops: $mine / $theirs"
  echo "$(field first_ms "$mine") $(field ms "$theirs") $(field ms "$mine")" >>"$scratch/times"
done
status=0
awk '{print $2 / $1}' "$scratch/times" | median |
  awk -v ours="$(awk '{print $1}' "$scratch/times" | median)" -v peer="$(awk '{print $2}' "$scratch/times" | median)" \
    '{good = $1 >= 60
      printf "queues ours=%.1fms peer=%.0fms ratio=%.0f goal=60 %s\n", ours, peer, $1, good ? "ok" : "short"; exit !good}' ||
  status=1
echo "queues_again ours=$(awk '{print $3}' "$scratch/times" | median)ms peer=- ratio=- goal=-"

$pin "$ours" "$file" --waits "$scratch/ours" >/dev/null
"$python" tests/bench/peers/queues_simpy.py "$file" "$scratch/theirs"
differ=$(paste "$scratch/ours" "$scratch/theirs" | awk '$1 != $2' | wc -l)
said=ok
[ "$differ" = 0 ] || { said=short; status=1; }
echo "queues_agree ours=$(wc -l <"$scratch/ours") peer=$(wc -l <"$scratch/theirs") ratio=- goal=0 differ=$differ $said"
awk -v a="$(field wait "$mine")" -v b="$(field wait "$theirs")" \
  'BEGIN {d = a > b ? a - b : b - a; printf "queues_sum ours=%.0f peer=%.0f ratio=%.10f goal=-\n", a, b, b ? a / b : d == 0}'
exit $status
