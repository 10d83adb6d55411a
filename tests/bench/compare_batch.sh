#!/usr/bin/env bash
# Many people by shared tables, on three instances of 12 needs and 40 actors of SHARED/bench/instances: 1,000,000 people with
# their stops, by threads of one process, beside the same by a search for each person (costs alone, 20,000 people), and beside
# SHARED/bench/route/batch.cpp where the processor has AVX-512. In turn; medians over the rounds of all instances. People are
# drawn in the same way as there, from another seed. One line a goal: name ours=… peer=… ratio=… goal=… ok|short; exit 1 when
# one is short, 3 when nothing can be compared. `batch_threads` is in wall time, which other processes spoil: free= is what two
# threads would gain on free cores, from processor time. The probe writes its figure itself and has no goal of its own.
# Usage: tests/bench/compare_batch.sh [SHARED] [ROUNDS]   CORE=1 is the core of what is not two threads, CXX=g++,
# FLAGS="-O3 -march=native", INSTANCE= another file in the same format
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
shared=${1:-../shared}
rounds=${2:-5}
pin="taskset -c ${CORE:-1}"
read -ra flags <<<"${FLAGS:--O3 -march=native}"
cannot() { echo "compare_batch: $1" >&2; exit 3; }

files=("$shared"/bench/instances/c_a40_n12_s[123].aig)
[ -z "${INSTANCE:-}" ] || files=("$INSTANCE")
for file in "${files[@]}"; do [ -f "$file" ] || cannot "no instance $file"; done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"${CXX:-g++}" -std=c++20 "${flags[@]}" -Iinclude -Itests tests/bench/batch.cc tests/search/instance_file.cc \
  tests/search/tokens.cc -pthread -o "$scratch/ours" || cannot "batch.cc does not build"
probe=
if [ -f "$shared/bench/route/batch.cpp" ] && grep -qw avx512bw /proc/cpuinfo &&
  g++ -std=c++20 -O3 -march=native -w "$shared/bench/route/batch.cpp" -o "$scratch/probe" 2>"$scratch/log"; then
  probe=$scratch/probe
fi

field() { sed -nE "s/(^|.* )$1=([0-9.]+).*/\2/p" <<<"$2"; }
median() { sort -g | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }
column() { awk -v n="$1" '{print $n}' "$scratch/figures" | median; }
wrong=0
for ((round = 0; round < rounds; ++round)); do
  for file in "${files[@]}"; do
    pinned=$($pin "$scratch/ours" "$file" --runs 1) || wrong=$((wrong + 1))
    theirs=0
    [ -z "$probe" ] || theirs=$($pin "$probe" "$file" 1000000 | sed -nE 's/.*shared table: ([0-9.]+) ns.*/\1/p')
    free=$("$scratch/ours" "$file" --runs 1) || wrong=$((wrong + 1))
    [ -n "$pinned" ] && [ -n "$free" ] || cannot "$file gave no figures"
    for name in cost stops paths; do
      [ "$(field $name "$pinned")" = "$(field $name "$free")" ] || wrong=$((wrong + 1))
    done
    echo "$(field per_second "$pinned") $(field path_ns "$pinned") $(field own_ns "$pinned") $(field own_ratio "$pinned")" \
      "$(field threads_ratio "$free") $(field free_cores_ratio "$free") ${theirs:-0}" \
      "$(awk -v a="${theirs:-0}" -v b="$(field path_ns "$pinned")" 'BEGIN {print a / b}')" >>"$scratch/figures"
  done
done
status=0
# line NAME OURS PEER RATIO MEASURED GOAL [MORE]
line() {
  local said=ok
  awk -v a="$5" -v b="$6" 'BEGIN {exit !(a >= b)}' || { said=short; status=1; }
  echo "$1 ours=$2 peer=$3 ratio=$4 goal=$6${7:+ $7} $said"
}
rate=$(column 1)
line batch_routing "$rate" - - "$rate" 2000000
line batch_own "$(column 2)ns" "$(column 3)ns" "$(column 4)" "$(column 4)" 5
line batch_threads "$(column 5)" - "$(column 5)" "$(column 5)" 1.7 "free=$(column 6)"
if [ -n "$probe" ]; then
  echo "batch_probe ours=$(column 2)ns peer=$(column 7)ns ratio=$(column 8) goal=-"
else
  echo "batch_probe ours=$(column 2)ns peer=- ratio=- goal=- (it needs AVX-512)"
fi
[ "$wrong" = 0 ] && said=ok || { said=short; status=1; }
echo "batch_agree ours=$wrong peer=- ratio=- goal=0 $said"
exit $status
