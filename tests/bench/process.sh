#!/usr/bin/env bash
# Wall time of a whole `aiguillage route` on Rennes, from the start of the process to its exit: median of RUNS (21).
# Usage: tests/bench/process.sh ENGINE [RUNS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
engine=${1:?usage: tests/bench/process.sh ENGINE [RUNS]}
runs=${2:-21}
for ((i = 0; i < runs; ++i)); do
  start=$(date +%s%N)
  "$engine" route examples/situations/rennes.yaml --territory examples/territories/rennes --pack rules/france \
    --json >/dev/null
  end=$(date +%s%N)
  echo $(((end - start) / 1000))
done | sort -n | awk '{t[NR] = $1} END {printf "route on Rennes, whole process: median %.1f ms, least %.1f ms, most %.1f ms, %d runs\n",
  t[int((NR + 1) / 2)] / 1000, t[1] / 1000, t[NR] / 1000, NR}'
