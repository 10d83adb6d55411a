#!/usr/bin/env bash
# EMOA* (Ren, Zhan, Rathinam, Likhachev and Choset, 2022: arXiv 2202.08992) beside our Pareto fronts. Its code,
# github.com/rap-lab-org/public_emoa, is for academic and non-commercial use: nothing of it is here, and it is not fetched.
# tests/bench/peers/emoa.sh CHECKOUT: builds it in CHECKOUT/build, and says how to tell compare.sh.
# tests/bench/peers/emoa.sh --run BUILD DIMACS FILE...: the median over the files of its heuristic and search, in microseconds;
# reading the product graph, which DIMACS writes (dimacs.cc), is not counted. 1 when a front has another size than
# expected.csv beside the files says.
set -euo pipefail
if [ "${1:-}" != --run ]; then
  checkout=$(cd "${1:?usage: tests/bench/peers/emoa.sh CHECKOUT | --run BUILD DIMACS FILE...}" && pwd)
  cmake -S "$checkout" -B "$checkout/build" -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS="${FLAGS:--O3 -march=native}" >&2
  cmake --build "$checkout/build" --target run_emoa -j2 >&2
  echo "AIGUILLAGE_EMOA=$checkout/build"
  exit 0
fi
build=$2 dimacs=$3
shift 3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for file in "$@"; do
  read -r source sink < <("$dimacs" "$file" "$scratch/g")
  # It exits with 1 when it is done.
  LD_LIBRARY_PATH=$build "$build/run_emoa" "$source" "$sink" 600 3 "$scratch"/g-c{1,2,3}.gr "$scratch/result" >"$scratch/log" || true
  said=$(sed -nE 's/.*with flag 1 with ([0-9]+) solutions in ([0-9.e-]+)\(for heu\) \+ ([0-9.e-]+)\(for search\).*/\1 \2 \3/p' "$scratch/log")
  read -r front heuristic search <<<"$said" || { echo "emoa: no answer on $file" >&2; exit 1; }
  wanted=$(awk -F, -v name="$(basename "$file")" '$1 == name {print $3}' "$(dirname "$file")/expected.csv")
  [ "$front" = "$wanted" ] || { echo "emoa: $file: $front vectors, not $wanted" >&2; exit 1; }
  awk -v a="$heuristic" -v b="$search" 'BEGIN {print (a + b) * 1e6}'
done | sort -g | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'
