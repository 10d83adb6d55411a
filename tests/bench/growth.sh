#!/usr/bin/env bash
# How the searches grow with needs and actors: a table FOLDER/growth.tsv and a plot FOLDER/growth.svg beside it, medians over
# nine made instances a size. Prints the medians that compare.sh judges. The plot needs gnuplot-nox; without it, a reason is said.
# Usage: tests/bench/growth.sh [FOLDER]      (build/growth). FLAGS and CXX may be set.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=${1:-build/growth}
mkdir -p "$folder"
read -ra flags <<<"${FLAGS:--O3 -march=native}"
"${CXX:-g++}" -std=c++20 "${flags[@]}" -Iinclude -Itests tests/bench/growth.cc tests/search/{made_instance,instance_file,tokens}.cc \
  -o "$folder/growth"
"$folder/growth" >"$folder/growth.tsv"

# medians GROWING COLUMN COLUMN…: for each size, the medians of these columns.
medians() {
  local growing=$1 size
  shift
  for size in $(awk -v g="$growing" '$1 == g {print $(g == "needs" ? 3 : 2)}' "$folder/growth.tsv" | sort -nu); do
    printf '%s' "$size"
    for column in "$@"; do
      awk -v g="$growing" -v s="$size" -v c="$column" '$1 == g && $(g == "needs" ? 3 : 2) == s {print $c}' "$folder/growth.tsv" |
        sort -g | awk '{v[NR] = $1} END {printf " %s", v[int((NR + 1) / 2)]}'
    done
    echo
  done
}
for growing in needs actors; do medians $growing 5 6 7 8 9 >"$folder/$growing.tsv"; done

# per_need COLUMN: the median, over all instances and added needs, of how many times more there is with one need more.
per_need() {
  awk -v c="$1" '$1 == "needs" {of[$4, $3] = $c} END {for (k in of) {split(k, p, SUBSEP); if ((p[1], p[2] - 1) in of) print of[k] / of[p[1], p[2] - 1]}}' \
    "$folder/growth.tsv" | sort -g | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'
}
echo "relaxations_per_need $(per_need 5)"
echo "labels_per_need $(per_need 6)"
echo "relaxations_per_actor $(awk '{r = $2 / $1} NR == 1 {first = r} END {print r / first}' "$folder/actors.tsv")"

command -v gnuplot >/dev/null || { echo "skipped: no plot, gnuplot-nox is not installed" >&2; exit 0; }
gnuplot <<EOF
set terminal svg size 900,700 background "white"
set output "$folder/growth.svg"
set multiplot layout 2,2
set logscale y
set key left top
set grid
set xlabel "needs (40 actors)"
plot "$folder/needs.tsv" using 1:2 with linespoints title "relaxations", "" using 1:3 with linespoints title "labels", "" using 1:4 with linespoints title "vectors of the front"
plot "$folder/needs.tsv" using 1:5 with linespoints title "best, us", "" using 1:6 with linespoints title "front, us"
unset logscale y
set xlabel "actors (8 needs)"
plot "$folder/actors.tsv" using 1:2 with linespoints title "relaxations", "" using 1:3 with linespoints title "labels"
set logscale y
plot "$folder/actors.tsv" using 1:5 with linespoints title "best, us", "" using 1:6 with linespoints title "front, us"
EOF
