#!/usr/bin/env bash
# The goals of a simulation beside their peers, one after the other: see compare_queues.sh, compare_access.sh and
# compare_cover.sh, whose variables are read here too (ACCESS is a checkout of github.com/pysal/access).
# Usage: tests/bench/compare_simulate.sh [SHARED] [ROUNDS]   one line a goal; exit 1 when one is short or could not be measured
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 2
status=1 # the goal of the last line is short
for subject in queues access cover; do
  bash "tests/bench/compare_$subject.sh" "${1:-../shared}" "${2:-5}" || echo "$subject: a goal is short, or was not measured" >&2
done
echo "batch_routing ours=- peer=- ratio=- goal=2000000 short: people are routed one by one, there are no shared tables yet"
exit $status
