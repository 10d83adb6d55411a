#!/usr/bin/env bash
# compare.sh PROGRAM [SHARED]: the spans of hours_spans (PROGRAM) beside those of the npm package opening_hours, on the
# strings of compare/constructs.txt and on all those of SHARED/data. What cannot be had is said, and skipped.
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: compare.sh PROGRAM [SHARED]" >&2; exit 2; }
program=$(realpath "$1")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/compare" && pwd)
work=$(dirname "$program")/hours_compare
skip() {
  echo "Comparaison des horaires : passée, $1"
  echo "Comparison of opening hours: skipped, $2"
  exit 77
}

for tool in node npm; do
  command -v "$tool" >/dev/null || skip "$tool n'est pas installé" "$tool is not installed"
done
mkdir -p "$work"
cp "$here/package.json" "$here/package-lock.json" "$work"
if ! (cd "$work" && npm ci --no-audit --no-fund --ignore-scripts) >"$work/npm.log" 2>&1; then
  tail -n 5 "$work/npm.log" >&2
  skip "npm n'a pas pu installer opening_hours (voir ci-dessus)" "npm could not install opening_hours (see above)"
fi
data=${2:+$2/data}
if [ -z "$data" ] || [ ! -d "$data" ]; then
  echo "Chaînes des données partagées : passées, pas de dossier de données (AIGUILLAGE_SHARED)"
  echo "Strings of the shared data: skipped, no folder of data (AIGUILLAGE_SHARED)"
  data=
fi
TZ=UTC node "$here/compare.js" "$program" "$work/node_modules" ${data:+"$data"}
