#!/usr/bin/env bash
# Five plans for each of 1,000 random people anywhere in a department, over all its actors in the shared data: one line a
# goal, `name ours=… peer=- ratio=… goal=… ok|short`, milliseconds of the processor at the 95th percentile; 1 when one is
# short. Without a date, then on a working day before holidays, with opening hours.
# Usage: tests/bench/department.sh SHARED [DEPARTMENT] [PEOPLE]     BUILD=build/bench is the build folder, CORE=1 the core.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
shared=${1:?usage: tests/bench/department.sh SHARED [DEPARTMENT] [PEOPLE]}
department=${2:-35}
people=${3:-1000}
build=${BUILD:-build/bench}
[ -f "$shared/data/actors/acteurs_france.csv" ] || { echo "department: no actors in $shared/data/actors" >&2; exit 3; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS="${FLAGS-}" -DAIGUILLAGE_TESTS=OFF \
  -DAIGUILLAGE_BENCH=ON >"$scratch/log" 2>&1 && cmake --build "$build" --target department -j2 >>"$scratch/log" 2>&1 ||
  { tail -n 30 "$scratch/log" >&2; exit 3; }
/usr/bin/python3 tests/bench/department.py "$department" "$shared" "$scratch/department_$department"
status=0
for date in "" 2026-12-22; do
  taskset -c "${CORE:-1}" "$build/department" rules/france "$scratch/department_$department" "$people" $date \
    >"$scratch/out" 2>/dev/null
  cat "$scratch/out" >&2
  awk -v name="department_$department${date:+_hours}_search_p95_ms" -v goal=20 '/^search_ms/ {
    split($3, parts, "="); good = parts[2] <= goal
    printf "%s ours=%s peer=- ratio=%.2f goal=<=%d %s\n", name, parts[2], parts[2] / goal, goal, good ? "ok" : "short"
    exit !good}' "$scratch/out" || status=1
done
exit $status
