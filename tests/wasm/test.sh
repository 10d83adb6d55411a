#!/usr/bin/env bash
# test.sh ENGINE: the npm package in build/wasm/package against this command line, in Node and in headless Chromium; its types;
# and what `npm pack` makes of it. Says why it is skipped, with status 77, when the package was not built.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[ $# -eq 1 ] || { echo "usage: tests/wasm/test.sh ENGINE" >&2; exit 2; }
AIGUILLAGE_ENGINE=$(realpath "$1")
export AIGUILLAGE_ENGINE
package=$PWD/build/wasm/package
[ -f "$package/aiguillage.wasm" ] || { echo "wasm: skipped, $package is not built (src/wasm/build.sh)"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The code, gzipped: WebAssembly and its loader. The goal is 150 000 bytes; these bounds only keep it from growing unseen.
gzipped() { gzip -9 <"$package/$1" | wc -c; }
at_most() {
  size=$(($(gzipped "$1") + $(gzipped index.mjs)))
  echo "wasm: $1, $size bytes of code, gzipped (goal: 150000)"
  [ "$size" -le "$2" ] || { echo "wasm: more than $2 bytes" >&2; exit 1; }
}
at_most aiguillage.wasm 325000
at_most aiguillage-core.wasm 283500

node --test tests/wasm/node.test.mjs
if ! command -v chromium >/dev/null; then
  echo "wasm: not tried in a browser, there is no chromium"
elif [ ! -d tests/page/node_modules/playwright-core ]; then
  echo "wasm: not tried in a browser, there is no playwright-core (tests/setup.sh wasm_tests)"
else
  node --test tests/wasm/browser.test.mjs
fi

# As those who depend on it get it.
mkdir "$work/app"
cp tests/wasm/types.mts "$work/app"
sed 's|"[^"]*/package/index.mjs"|"aiguillage"|; s|"[^"]*/package/folder.mjs"|"aiguillage/folder.mjs"|' examples/hello.mjs >"$work/app/hello.mjs"
echo '{ "private": true, "type": "module" }' >"$work/app/package.json"
if command -v npm >/dev/null; then
  (cd "$work" && npm pack --silent "$package")
  (cd "$work/app" && npm install --silent --offline --no-audit --no-fund "$work"/aiguillage-*.tgz)
else
  echo "wasm: not packed, there is no npm; the package is tried as it is"
  mkdir "$work/app/node_modules" && cp -r "$package" "$work/app/node_modules/aiguillage"
fi
territory=examples/territories/rennes situation=examples/situations/rennes.yaml
"$AIGUILLAGE_ENGINE" route "$situation" --territory "$territory" --plans 1 --lang fr --json --pack rules/france >"$work/expected" || [ $? = 1 ]
node "$work/app/hello.mjs" "$situation" "$territory" >"$work/said" || [ $? = 1 ]
cmp "$work/expected" "$work/said"
echo "wasm: the installed package says the same"

if command -v tsc >/dev/null; then
  (cd "$work/app" && tsc --noEmit --strict --noUncheckedIndexedAccess --target es2022 --module nodenext --lib es2022,dom types.mts)
  echo "wasm: the types hold"
else
  echo "wasm: types not checked, there is no tsc (node-typescript)"
fi
