#!/usr/bin/env bash
# same_answers.sh ENGINE ANSWERS: the C interface answers what the command line prints, byte for byte, with the same status:
# every case of tests/cases, the examples, and each option.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[ $# -eq 2 ] || { echo "usage: tests/abi/same_answers.sh ENGINE ANSWERS" >&2; exit 2; }
engine=$1 answers=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
: >"$work/asked"

# ask VERB FILE OPTIONS ARGUMENTS...: one request, and the same of the command line.
ask() {
  local status=0
  echo "$1 $2 $3" >>"$work/asked"
  echo "== $1 $2 $3"
  if [ "$2" = - ]; then set -- "$1" "" "${@:3}"; fi
  "$engine" "$1" ${2:+"$2"} --json "${@:4}" --pack rules/france 2>"$work/errors" || status=$?
  echo "== status $status"
  [ "$status" -le 1 ] || { echo "same_answers: $* ended with $status:" >&2; cat "$work/errors" >&2; return 1; }
}

rennes=examples/situations/rennes.yaml
first=examples/events/rennes_first_week.yaml second=examples/events/rennes_second_week.yaml
there=(--territory examples/territories/rennes)
all() {
  local file
  for file in tests/cases/*.yaml; do
    ask route "$file" "lang: fr" --lang fr && ask qualify "$file" "lang: en" --lang en &&
      ask check "$file" "lang: fr" --lang fr || return 1
  done
  for file in examples/situations/*.yaml; do
    ask route "$file" "lang: en, plans: 2" --lang en --plans 2 && ask qualify "$file" "" --lang fr &&
      ask route "$file" "territory: rennes, plans: 1" "${there[@]}" --plans 1 --lang fr || return 1
  done
  ask route tests/cases/SC10.yaml "territory: rennes" "${there[@]}" --lang fr &&
    ask route "$rennes" "date: 2026-12-24, territory: rennes" --date 2026-12-24 "${there[@]}" --lang fr &&
    ask route "$rennes" "why_not: [pimms, women_rights_centre], plans: 1" --why-not pimms --why-not women_rights_centre --plans 1 --lang fr &&
    ask qualify examples/situations/unknowns.yaml "why: isolation" --why isolation --lang fr &&
    ask qualify examples/situations/unknowns.yaml "ways: true, lang: en" --ways --lang en &&
    ask route "$rennes" "territory: rennes, after: $(events_of "$first")" --after "$first" "${there[@]}" --lang fr &&
    ask route "$rennes" "territory: rennes, lang: en, after: $(events_of "$first" "$second")" \
      --after "$first" --after "$second" "${there[@]}" --lang en &&
    ask schema - "" --lang fr && ask_schema
}
# Events are files for the command line, and a list among the options of the interface.
events_of() {
  /usr/bin/python3 -c 'import json, sys, yaml
print(json.dumps([one for path in sys.argv[1:] for one in yaml.load(open(path), yaml.BaseLoader)["events"]]))' "$@"
}
# The name of a schema is an argument of the command line, an option of the interface.
ask_schema() {
  echo "schema - name: need" >>"$work/asked"
  echo "== schema - name: need"
  "$engine" schema need --pack rules/france
  echo "== status 0"
}
all >"$work/printed"
"$answers" rules/france examples/territories/rennes <"$work/asked" >"$work/answered"
cmp "$work/printed" "$work/answered" || { diff "$work/printed" "$work/answered" | head -n 20 >&2; exit 1; }
echo "same_answers: $(wc -l <"$work/asked") requests"
