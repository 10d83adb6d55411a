#!/usr/bin/env bash
# test.sh ENGINE: the page in build/page, in headless Chromium, beside this command line. Says why it is skipped, with
# status 77, when the page is not built or there is nothing to open it with. AIGUILLAGE_PICTURES=1 renews
# examples/page/pictures. More arguments are the files of tests to run, without them all.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[ $# -ge 1 ] || { echo "usage: tests/page/test.sh ENGINE [TEST.mjs...]" >&2; exit 2; }
AIGUILLAGE_ENGINE=$(realpath "$1")
export AIGUILLAGE_ENGINE
shift
skip() {
  echo "page: skipped, $1"
  exit 77
}
[ -f build/page/index.html ] || skip "build/page is not built (examples/page/build.sh)"
[ -d tests/page/node_modules/playwright-core ] || skip "there is no playwright-core (tests/setup.sh page_tests)"
command -v chromium >/dev/null || [ -n "${AIGUILLAGE_CHROMIUM:-}" ] ||
  skip "there is no chromium (tests/setup.sh page_tests)"

[ $# -gt 0 ] || set -- tests/page/*.test.mjs
# One file after the other: the times that are measured are those of a machine that does nothing else.
status=0
for file in "$@"; do
  node --test --test-reporter=spec "$file" || status=1
done
exit $status
