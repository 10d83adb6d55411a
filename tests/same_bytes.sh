#!/usr/bin/env bash
# same_bytes.sh ENGINE...: the same input gives the same bytes, run after run and build after build.
# Every engine runs twice (the second time in another time zone) over all of tests/cases and the Rennes example.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ $# -gt 0 ] || { echo "usage: tests/same_bytes.sh ENGINE..." >&2; exit 2; }

rennes=examples/situations/rennes.yaml
mapfile -t cases < <(find tests/cases -name '*.yaml' | LC_ALL=C sort)
[ ${#cases[@]} -gt 0 ] || { echo "same_bytes: no case in tests/cases" >&2; exit 1; }
[ -f "$rennes" ] || { echo "same_bytes: $rennes is missing" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Output and exit status of one call; status 0 (done) and 1 (a need nobody can meet) are both answers.
call() {
  local status=0
  echo "== ${*:2}"
  "$@" 2>"$errors" || status=$?
  echo "== status $status"
  [ "$status" -le 1 ] || { echo "same_bytes: $* ended with $status:" >&2; tail -n 20 "$errors" >&2; return 1; }
}
run_all() {
  local engine=$1 errors=$work/errors.$2 file
  for file in "${cases[@]}"; do
    call "$engine" route --json "$file" && call "$engine" qualify --json "$file" &&
      call "$engine" route "$file" && call "$engine" route --dot "$file" || return 1
  done
  local there=(--territory examples/territories/rennes)
  call "$engine" route --json "$rennes" "${there[@]}" && call "$engine" qualify --json "$rennes" &&
    call "$engine" route "$rennes" "${there[@]}" && call "$engine" route --dot "$rennes" "${there[@]}"
}

export LC_ALL=C.UTF-8
number=0 failed=0
for engine in "$@"; do
  number=$((number + 1))
  TZ=UTC run_all "$engine" $number.1 >"$work/out.$number.1" & first=$!
  TZ=Pacific/Auckland run_all "$engine" $number.2 >"$work/out.$number.2" & second=$!
  wait $first || failed=1
  wait $second || failed=1
  for pass in 1 2; do
    echo "$(sha256sum <"$work/out.$number.$pass" | cut -c1-64)  $engine, run $pass"
    cmp -s "$work/out.1.1" "$work/out.$number.$pass" && continue
    echo "same_bytes: $engine, run $pass, differs from $1, run 1:" >&2
    diff -u "$work/out.1.1" "$work/out.$number.$pass" | head -n 40 >&2 || true
    failed=1
  done
done
echo "same_bytes: $# engines, 2 runs each, ${#cases[@]} cases and the Rennes example"
exit $failed
