#!/usr/bin/env bash
# A whole country: how fast its actors are imported, what opening its snapshot takes, what it holds for each actor, and a route in twenty communes, process
# start to exit, each the median of its runs. One line a goal: name ours=… goal=… ok|short; exit 1 when one is short.
# Usage: tests/bench/compare_national.sh SHARED [ROUNDS] [FOLDER]   SHARED: the folder that holds data/; FOLDER: to work in
# BUILD=build/bench is the build folder, made if need be; CORE=0 is the core.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
shared=$(cd "${1:?usage: tests/bench/compare_national.sh SHARED [ROUNDS] [FOLDER]}" && pwd)
rounds=${2:-5}
folder=${3:-$(mktemp -d)}
build=${BUILD:-build/bench}
pin="taskset -c ${CORE:-0}"
actors=$shared/data/actors/acteurs_france.csv
communes=$shared/data/communes
[ -f "$actors" ] || { echo "compare_national skipped: no $actors"; exit 0; }

cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DAIGUILLAGE_BENCH=ON >"$folder/log" 2>&1 &&
  cmake --build "$build" --target aiguillage_cli national -j2 >>"$folder/log" 2>&1 || { tail -n 30 "$folder/log" >&2; exit 3; }
[ -f "$folder/france/territory.snapshot" ] ||
  "$build/aiguillage" import csv "$actors" --mapping examples/imports/acteurs-france.yaml \
    --communes "$communes/communes_2026.csv" --old-codes "$communes/passage_anciens_codes.csv" \
    -o "$folder/france" >"$folder/import" 2>&1 || { tail -n 30 "$folder/import" >&2; exit 3; }

median() { # median DIVISOR NUMBERS
  tr ' ' '\n' <<<"$2" | grep . | sort -g | awk -v by="$1" '{v[NR] = $1} END {printf "%.1f", v[int((NR + 1) / 2)] / by}'
}
short=0
goal() { # goal NAME OURS MOST
  local verdict=ok
  awk -v a="$2" -v b="$3" 'BEGIN {exit !(a > b)}' && verdict=short short=1
  echo "$1 ours=$2 goal=$3 $verdict"
}
out=$($pin "$build/national" rules/france "$folder/france/territory.snapshot" 20 \
  "$actors" examples/imports/acteurs-france.yaml)
field() { sed -nE "s/.*\b$1=([0-9.]+).*/\1/p" <<<"$out"; }
echo "# $out"
rate=$(field import_per_s)
awk -v a="$rate" 'BEGIN {exit !(a >= 200000)}' && verdict=ok || { verdict=short short=1; }
echo "import_records_per_second ours=$rate goal=>=200000 $verdict"
goal open_ms "$(field open_ms)" 100
goal bytes_per_actor "$(field else_per_actor)" 400

# Cities, small towns, islands, Corsica, overseas, a merged commune and a district.
homes="75112 13205 69383 31555 59350 67482 35238 29155 2A004 2B033 97411 97302 97105 97209 97611 48050 23030 05061 35147 85113"
worst=0
for home in $homes; do
  sed "s/^home:.*/home: \"$home\"/; /^date:/d" examples/situations/rennes.yaml >"$folder/$home.yaml"
  echo "date: 2026-12-15" >>"$folder/$home.yaml"
  times= busy=
  TIMEFORMAT='%U %S'
  for ((i = 0; i < rounds; ++i)); do
    start=$(date +%s%N)
    status=0
    { time $pin "$build/aiguillage" route "$folder/$home.yaml" --territory "$folder/france" \
      >"$folder/out" 2>"$folder/err"; } 2>"$folder/busy" || status=$?
    [ "$status" -le 1 ] || { cat "$folder/err" >&2; exit 3; }
    busy+="$(awk '{print 1000 * ($1 + $2)}' "$folder/busy") "
    times+="$((($(date +%s%N) - start) / 1000)) "
  done
  ms=$(median 1000 "$times")
  echo "# route from $home: $ms ms, $(median 1 "$busy") ms of the processor"
  worst=$(awk -v a="$ms" -v b="$worst" 'BEGIN {print (a > b ? a : b)}')
done
goal worst_route_ms "$worst" 300
exit $short
