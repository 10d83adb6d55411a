#!/usr/bin/env bash
# Two judges, one verdict: the engine's `test` and judge.py on the public cases, then on mutants of them. Only their
# agreement counts here; which public cases must pass is said by tests/public_cases.py.
# Usage: compare.sh ENGINE [option of judge.py...]      MUTANTS (200) and SEED (1) may be set in the environment.
set -u
if [ $# -lt 1 ]; then
    echo "usage: compare.sh ENGINE [option of judge.py...]" >&2
    exit 2
fi
engine=$1
shift
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
cases=${CASES:-$root/tests/cases}
rules=${RULES:-$root/rules/france}
mutants=${MUTANTS:-200}
seed=${SEED:-1}
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT

python3 "$here/judge.py" "$cases" --engine "$engine" --rules "$rules" --compare --agreement-only "$@"
on_cases=$?
python3 "$here/mutate.py" "$cases" --rules "$rules" --count "$mutants" --seed "$seed" -o "$scratch/mutants" || exit 2
python3 "$here/judge.py" "$scratch/mutants" --engine "$engine" --rules "$rules" --compare --agreement-only "$@" >"$scratch/verdicts"
on_mutants=$?
grep '^DISAGREEMENT' "$scratch/verdicts"
tail -n 2 "$scratch/verdicts"

if [ "$on_cases" -eq 0 ] && [ "$on_mutants" -eq 0 ]; then
    echo "second judge: both judges agree on all public cases and on $mutants mutants (seed $seed)"
    exit 0
fi
[ "$on_cases" -eq 0 ] || echo "second judge: the two judges disagree on a public case" >&2
[ "$on_mutants" -eq 0 ] || echo "second judge: the two judges disagree on a mutant (seed $seed)" >&2
exit 1
