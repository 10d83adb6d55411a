#!/usr/bin/env bash
# The goals of a simulation beside their peers, one after the other: see compare_queues.sh, compare_access.sh,
# compare_cover.sh and compare_batch.sh, whose variables are read here too (ACCESS is a checkout of github.com/pysal/access).
# Usage: tests/bench/compare_simulate.sh [SHARED] [ROUNDS]   one line a goal; exit 1 when one is short or could not be measured
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 2
status=0
for subject in queues access cover batch; do
  bash "tests/bench/compare_$subject.sh" "${1:-../shared}" "${2:-5}" || {
    echo "$subject: a goal is short, or was not measured" >&2
    status=1
  }
done
exit $status
