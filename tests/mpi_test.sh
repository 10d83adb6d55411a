#!/usr/bin/env bash
# mpi_test.sh ENGINE: one process or several, one thread or two: the same bytes of a simulation and of a comparison; the errors
# of one process only.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
engine=${1:?usage: tests/mpi_test.sh ENGINE}
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
faults=0
fault() { echo "mpi_test: $*" >&2; faults=$((faults + 1)); }

# The Rennes scenario, shorter: seven replications do not go evenly into two or three processes.
sed -e 's/^weeks: .*/weeks: 1/' -e 's/^replications: .*/replications: 7/' -e 's/a_week: 300/a_week: 60/' \
  -e "s|\.\./\.\./|$PWD/examples/|" -e "s|^population: |population: $PWD/examples/scenarios/rennes/|" \
  -e "s|^packs: .*|packs: [$PWD/rules/rennes]|" examples/scenarios/rennes/scenario.yaml >"$work/scenario.yaml"
grep -q '^replications: 7' "$work/scenario.yaml" || fault "the scenario was not shortened"
on() { mpirun --bind-to none --oversubscribe -n "$1" "$engine" "${@:2}"; }

run() { # run VERB ARGUMENTS: in all ways
  "$engine" "$@" --json --threads 1 >"$work/alone" || fault "$1 alone ended with $?"
  [ -s "$work/alone" ] || fault "$1 says nothing"
  "$engine" "$@" --json --threads 2 | cmp - "$work/alone" || fault "$1: two threads say something else"
  for ranks in 1 2 3; do
    on $ranks "$@" --json --threads 1 | cmp - "$work/alone" || fault "$1: $ranks processes say something else"
  done
}
run simulate "$work/scenario.yaml"
run compare "$work/scenario.yaml" "$work/scenario.yaml" --policy-a nearest

status=0
on 2 simulate "$work/nowhere.yaml" --lang en >"$work/out" 2>"$work/err" || status=$?
[ $status = 3 ] || fault "a missing scenario ends with $status instead of 3"
[ "$(grep -c 'nowhere.yaml.*does not exist' "$work/err")" = 1 ] || { cat "$work/err" >&2; fault "the error is not told once"; }
echo "mpi_test: $faults faults"
[ $faults = 0 ]
