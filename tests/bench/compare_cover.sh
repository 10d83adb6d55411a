#!/usr/bin/env bash
# Maximal covering beside CBC and GLPK on made instances, in turn in one run, pinned to one core: 2000 points and 500
# candidates, ten to open within 10 km. One line a goal: name ours=… peer=… ratio=… goal=… ok|short; exit 1 when one is short.
# Times are those of whole processes in milliseconds, from reading the file to the answer; the ratio is the median of those inside
# each round, of the faster peer to ours. Any answer that a peer's optimum contradicts ends the run.
# Usage: tests/bench/compare_cover.sh [SHARED] [ROUNDS] [large]   large: also 10,000 points and 2000 candidates, CBC, one round
# SEEDS="1 2 3" are the instances; RADIUS=10000 OPEN=10 what is asked; CORE=1 is the core; CXX and FLAGS build ours.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
shared=${1:-../shared}
rounds=${2:-5}
large=${3:-}
radius=${RADIUS:-10000}
open=${OPEN:-10}
pin="taskset -c ${CORE:-1}"
[ -f "$shared/bench/mclp/gen_mclp.cpp" ] || { echo "compare_cover: no generator in $shared/bench/mclp" >&2; exit 3; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# --- build ----------------------------------------------------------------------------------------------------
mkdir "$work/route" "$work/mclp"
cp "$shared"/bench/route/*.hpp "$work/route"
cp "$shared/bench/mclp/gen_mclp.cpp" "$work/mclp"
read -ra flags <<<"${FLAGS:--O3}"
"${CXX:-g++}" -std=c++20 -O2 -w "$work/mclp/gen_mclp.cpp" -o "$work/make"
"${CXX:-g++}" -std=c++20 "${flags[@]}" -DNDEBUG -Iinclude -Isrc tests/bench/max_cover.cc src/siting/max_cover*.cc -o "$work/ours"
if [ "$(id -u)" = 0 ] && [ -z "${AIGUILLAGE_NO_SETUP:-}" ] && ! { command -v cbc && command -v glpsol; } >/dev/null; then
  apt-get install -y --no-install-recommends coinor-cbc glpk-utils >"$work/apt" 2>&1 || true
fi
peers=()
for peer in cbc glpsol; do
  if command -v $peer >/dev/null; then peers+=($peer); else echo "compare_cover: $peer is not installed" >&2; fi
done

# program FILE: the integer program of an instance, from the file alone.
program() {
  awk -v reach="$radius" -v open="$open" '
    NR == 1 {n = $1; m = $2; next}
    NR <= n + 1 {x[NR - 1] = $1; y[NR - 1] = $2; w[NR - 1] = $3; next}
    {j = NR - n - 1; fx[j] = $1; fy[j] = $2}
    END {
      print "Maximize\n obj:"
      for (i = 1; i <= n; ++i) printf " + %d x%d\n", w[i], i
      print "Subject To"
      for (i = 1; i <= n; ++i) {
        printf " c%d: x%d", i, i
        for (j = 1; j <= m; ++j)
          if ((x[i] - fx[j]) ^ 2 + (y[i] - fy[j]) ^ 2 <= reach * reach) printf " - y%d%s", j, ++k % 12 ? "" : "\n"
        print " <= 0"
      }
      print " s:"
      for (j = 1; j <= m; ++j) printf " + y%d\n", j
      printf " = %d\nBounds\n", open < m ? open : m
      for (i = 1; i <= n; ++i) printf " 0 <= x%d <= 1\n", i
      print "Binaries"
      for (j = 1; j <= m; ++j) printf " y%d\n", j
      print "End"
    }' "$1"
}
prepare() { # prepare NAME SEED POINTS CANDIDATES
  "$work/make" "$2" "$3" "$4" "$work/$1.txt"
  [ ${#peers[@]} = 0 ] || program "$work/$1.txt" >"$work/$1.lp"
}

# --- measure --------------------------------------------------------------------------------------------------
# timed COMMAND...: its output goes to $work/out, milliseconds are printed.
timed() {
  local before=$EPOCHREALTIME
  $pin "$@" >"$work/out" 2>&1 || { cat "$work/out" >&2; exit 3; }
  awk -v a="$before" -v b="$EPOCHREALTIME" 'BEGIN {printf "%.3f\n", (b - a) * 1000}'
}
ours() { timed "$work/ours" --radius "$radius" --open "$open" "$work/$1.txt"; }
field() { sed -nE "s/.* $1=([0-9.]+).*/\1/p" "$work/out"; }
# optimum PEER: what the peer has just proved, empty when it did not.
optimum() {
  if [ "$1" = cbc ]; then
    ! grep -q 'Optimal solution found' "$work/out" || sed -nE 's/^Objective value: +-?([0-9]+).*/\1/p' "$work/out"
  else
    ! grep -q 'INTEGER OPTIMAL SOLUTION FOUND' "$work/out" || sed -nE 's/^Objective: +obj = ([0-9]+).*/\1/p' "$work/glpk"
  fi
}
peer() { # peer PEER NAME: milliseconds
  if [ "$1" = cbc ]; then
    timed cbc "$work/$2.lp" sec "${LIMIT:-300}" ratio 0 threads 0 solve quit
  else
    timed glpsol --lp "$work/$2.lp" --tmlim "${LIMIT:-300}" --cuts -o "$work/glpk"
  fi
}
# round NAME PEER...: ours and each peer, in turn; adds "ours faster-peer" to the times of NAME.
round() {
  local name=$1 one before after theirs best proved mine=0 covered bound
  shift
  best=
  for one in "$@"; do
    before=$(ours "$name")
    covered=$(field covered) bound=$(field bound)
    echo "$covered $bound" >"$work/$name.answer"
    theirs=$(peer "$one" "$name")
    proved=$(optimum "$one")
    [ -n "$proved" ] || { echo "compare_cover: $one does not solve $name" >&2; continue; }
    echo "$proved" >"$work/$name.optimum"
    [ "$covered" -le "$proved" ] && [ "$proved" -le "$bound" ] ||
      { echo "compare_cover: $name: ours covers $covered of at most $bound, the optimum of $one is $proved" >&2; exit 4; }
    after=$(ours "$name")
    mine=$(awk -v m="$mine" -v a="$before" -v b="$after" 'BEGIN {print m + (a + b) / 2}')
    best=$(awk -v a="${best:-$theirs}" -v b="$theirs" 'BEGIN {print a < b ? a : b}')
  done
  [ -n "$best" ] || return 0
  awk -v m="$mine" -v n=$# -v b="$best" 'BEGIN {print m / n, b}' >>"$work/$name.times"
}

names=()
for seed in ${SEEDS:-1 2 3}; do
  names+=("cover_s$seed")
  prepare "cover_s$seed" "$seed" 2000 500
done
if [ ${#peers[@]} = 0 ]; then
  for name in "${names[@]}"; do
    ours "$name" >/dev/null
    echo "$(field covered) $(field bound)" >"$work/$name.answer"
  done
else
  for ((i = 0; i < rounds; ++i)); do for name in "${names[@]}"; do round "$name" "${peers[@]}"; done; done
fi
if [ -n "$large" ] && [[ " ${peers[*]} " = *" cbc "* ]]; then
  prepare cover_large 1 10000 2000
  round cover_large cbc
fi

# --- report ---------------------------------------------------------------------------------------------------
status=0
median() { sort -g | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }
# judge NAME OURS PEER RATIO GOAL SENSE: SENSE "least": the ratio is at least GOAL; "most": at most.
judge() {
  awk -v name="$1" -v ours="$2" -v peer="$3" -v ratio="$4" -v goal="$5" -v sense="$6" 'BEGIN {
    good = sense == "least" ? ratio >= goal : ratio <= goal
    printf "%s ours=%s peer=%s ratio=%.4g goal=%s%s %s\n", name, ours, peer, ratio, sense == "least" ? ">=" : "<=", goal, good ? "ok" : "short"
    exit !good}' || status=1
}
speed() { # speed NAME GOAL
  [ -s "$work/$1.times" ] || { echo "$1 ours=- peer=- ratio=- goal=>=$2 not measured: no peer solved it"; return 0; }
  judge "$1" "$(awk '{print $1}' "$work/$1.times" | median)ms" "$(awk '{print $2}' "$work/$1.times" | median)ms" \
    "$(awk '{print $2 / $1}' "$work/$1.times" | median)" "$2" least
}
for name in "${names[@]}"; do
  read -r covered bound <"$work/$name.answer"
  proved=$(cat "$work/$name.optimum" 2>/dev/null || echo -)
  judge "${name}_gap_percent" "$covered" "$proved" "$(awk -v c="$covered" -v b="$bound" 'BEGIN {print 100 * (b - c) / c}')" 0.2 most
  speed "$name" 5
done
if [ -s "$work/cover_large.times" ]; then
  read -r covered bound <"$work/cover_large.answer"
  proved=$(cat "$work/cover_large.optimum")
  judge cover_large_below_percent "$covered" "$proved" "$(awk -v c="$covered" -v o="$proved" 'BEGIN {print 100 * (o - c) / o}')" 0.05 most
  speed cover_large 30
fi
exit $status
