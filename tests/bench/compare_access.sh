#!/usr/bin/env bash
# Floating catchment areas beside PySAL access, one after the other in each round, pinned to one core: times of the
# processor in milliseconds, ratios the medians of those inside each round, and the greatest difference of any value.
# One line a goal: name ours=… peer=… ratio=… goal=… ok|short; exit 1 when one is short. What cannot be measured is said.
# Usage: ACCESS=CHECKOUT tests/bench/compare_access.sh [SHARED] [ROUNDS]   CHECKOUT: the source of github.com/pysal/access
# The instance is that of SHARED/bench/access: SIZE="35000 2800" are its origins and facilities, RADIUS=30000. PYTHON needs
# pandas, and scipy to find pairs (PYTHONPATH may lead to one unpacked aside). CORE=1 is the core; CXX, FLAGS=-O3, as Release has.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
shared=${1:-../shared}
rounds=${2:-7}
python=${PYTHON:-/usr/bin/python3}
radius=${RADIUS:-30000}
pin="taskset -c ${CORE:-1}"
read -ra size <<<"${SIZE:-35000 2800}"
read -ra flags <<<"${FLAGS:--O3 -DNDEBUG}"
goals="access_2sfca access_what_if access_what_if_whole access_e2sfca_gaussian access_e2sfca_bands access_difference"
stop() { for name in $goals; do echo "$name not measured: $1"; done; exit "${2:-0}"; }
[ -f "$shared/bench/access/gen_access.cpp" ] || stop "no instance in $shared/bench/access"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${CXX:-g++}" -std=c++20 "${flags[@]}" -ffp-contract=off -Iinclude -Isrc tests/bench/access.cc src/coverage/*.cc \
  -o "$folder/ours" 2>"$folder/log" || { tail -n 30 "$folder/log" >&2; exit 3; }
"${CXX:-g++}" -std=c++20 -O2 -w "$shared/bench/access/gen_access.cpp" -o "$folder/generate"
(cd "$folder" && ./generate "${size[@]}")
ours() { $pin "$folder/ours" "$folder" "$radius" 15 "$folder/values"; }

why=
[ -f "${ACCESS:-}/access/fca.py" ] || why="ACCESS is not a checkout of github.com/pysal/access"
[ -n "$why" ] || "$python" -c 'import pandas' 2>/dev/null || why="no pandas for $python"
if [ -n "$why" ]; then
  echo "# ours: $(ours)"
  stop "$why"
fi

for ((round = 1; round <= rounds; ++round)); do
  ours >>"$folder/ours.times"
  # The values are the same in each round: they are compared in the first.
  $pin "$python" tests/bench/peers/access.py "$ACCESS" "$folder" "$radius" \
    $([ "$round" != 1 ] || echo "$folder/values") >"$folder/peer"
  grep '_ms=' "$folder/peer" >>"$folder/peer.times"
  ! grep '_difference=' "$folder/peer" >"$folder/differences" || cp "$folder/differences" "$folder/first"
done
echo "# ours: $(tail -n 1 "$folder/ours.times")"
echo "# peer: $(tail -n 1 "$folder/peer.times")"

status=0
median() { sort -g | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }
column() { sed -nE "s/.*\b$2=([0-9.e+-]+).*/\1/p" "$folder/$1"; }
# goal NAME OURS PEER GOAL: the peer takes at least GOAL times as long.
goal() {
  [ -n "$(column peer.times "$3")" ] || { echo "$1 not measured: no scipy for $python"; return 0; }
  local ratio
  ratio=$(paste <(column ours.times "$2") <(column peer.times "$3") | awk '{print $2 / $1}' | median)
  awk -v name="$1" -v ours="$(column ours.times "$2" | median)" -v peer="$(column peer.times "$3" | median)" \
    -v ratio="$ratio" -v goal="$4" 'BEGIN {
      printf "%s ours=%.4g peer=%.4g ratio=%.1f goal=>=%s %s\n", name, ours, peer, ratio, goal, (ratio >= goal ? "ok" : "short")
      exit !(ratio >= goal)}' || status=1
}
# equal NAME: no value differs from the peer's by more than 1e-12.
equal() {
  awk -v name="$1" -v by="$(column first "$1_difference")" 'BEGIN {
    good = by != "" && by + 0 <= 1e-12
    printf "access_difference_%s ours=%s peer=- ratio=- goal=<=1e-12 %s\n", name, by, good ? "ok" : "short"
    exit !good}' || status=1
}
[ "$(column ours.times pairs | head -n 1)" = "$(column peer.times pairs | head -n 1)" ] ||
  { echo "compare_access: not the same pairs" >&2; status=1; }
goal access_2sfca plain_ms plain_ms 12
goal access_what_if change_ms again_ms 80
goal access_what_if_whole again_ms again_ms 80
goal access_e2sfca_gaussian gaussian_ms gaussian_ms 40
goal access_e2sfca_bands bands_ms bands_ms 40
for name in plain gaussian bands plain_closed gaussian_closed; do equal "$name"; done
exit $status
