#!/usr/bin/env bash
# The index of places beside the R-tree of Boost.Geometry, in turn in one run, pinned to one core: at random in France, then on
# the actors and communes of SHARED when it holds them. One line a goal: name ours=… peer=… ratio=… goal=… ok|short; exit 1
# when one is short. Times are those of 60,000 places and 35,000 points.
# Usage: tests/bench/compare_places.sh [SHARED] [ROUNDS]   CORE=1 is the core, BUILD=build/bench the build folder, FLAGS= flags
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
shared=${1:-../shared}
rounds=${2:-11}
build=${BUILD:-build/bench}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS="${FLAGS-}" \
  -DAIGUILLAGE_TESTS=OFF -DAIGUILLAGE_BENCH=ON >"$log" 2>&1 &&
  cmake --build "$build" --target places_bench -j2 >>"$log" 2>&1 || { tail -n 30 "$log" >&2; exit 3; }

status=0
bench() { taskset -c "${CORE:-1}" "$build/places_bench" --rounds "$rounds" "$@" || status=1; }
for metres in 15000 30000; do
  bench --metres $metres
  if [ -d "$shared/data/actors" ]; then
    bench --metres $metres --data "$shared/data"
  else
    echo "compare_places: no actors in $shared/data: only random places" >&2
  fi
done
exit $status
