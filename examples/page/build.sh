#!/usr/bin/env bash
# build.sh: the mediators' page in build/page, to be opened from any file server. Builds the WebAssembly package first when
# build/wasm/package is not there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[ -f build/wasm/package/aiguillage-core.wasm ] || bash src/wasm/build.sh
command -v npm >/dev/null || bash tests/setup.sh page
out=$PWD/build/page
cd examples/page
npm ci --silent --no-audit --no-fund
npx tsc
rm -rf "$out"
mkdir -p "$out"
# page.js is the first screen, screens.js the others, chunk.js what both have.
npx esbuild src/main.tsx --bundle --splitting --minify --format=esm --target=es2022 --jsx=automatic --jsx-import-source=preact \
  --external:node:fs/promises --alias:aiguillage="../../build/wasm/package/index.mjs" --log-level=warning --outdir="$out" \
  --entry-names=page --chunk-names='[name]'
npx esbuild style/page.css --bundle --minify --log-level=warning --outfile="$out/page.css"
cp index.html ../../build/wasm/package/aiguillage-core.wasm "$out"
node bundle.mjs ../../rules/france >"$out/france.json"
node bundle.mjs ../territories/rennes >"$out/territories.json"
{
  cat ../../build/wasm/package/NOTICES.txt
  printf '===== preact\n\n'
  cat node_modules/preact/LICENSE
} >"$out/NOTICES.txt"
first=0
for file in "$out"/{index.html,page.js,chunk.js,page.css,aiguillage-core.wasm,france.json,territories.json,screens.js}; do
  size=$(gzip -9 <"$file" | wc -c)
  [ "${file##*/}" = screens.js ] || first=$((first + size))
  printf '%-18s %7d bytes, gzipped\n' "${file##*/}" "$size"
done
echo "$out: $first bytes, gzipped, before the first screen; open it from a file server: python3 -m http.server -d build/page"
