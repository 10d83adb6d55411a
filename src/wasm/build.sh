#!/usr/bin/env bash
# build.sh: the npm package of aiguillage in build/wasm/package. Installs the Debian packages needed; all that is downloaded
# besides are Debian's sources of yaml-cpp and libcsv.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=build/wasm
bash tests/setup.sh wasm

# The archive that this system installs from, asked for sources with settings of our own.
fetch_sources() {
  local work=$PWD/$build/apt archive
  rm -rf "$work"
  mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/unpacked"
  archive=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(ORIGIN) $(COMPONENT)' 'Identifier: Packages' |
    awk '$3 == "Debian" && $4 == "main" && $2 == "bookworm" { print $1; exit }')
  [ -n "$archive" ] || {
    echo "Aucune archive de Debian 12 n'est connue d'apt. / apt knows no archive of Debian 12." >&2
    return 1
  }
  cat >"$work/debian.sources" <<SOURCES
Types: deb-src
URIs: $archive
Suites: bookworm
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
SOURCES
  apt() {
    apt-get -q -o Dir::Etc::SourceList="$work/debian.sources" -o Dir::Etc::SourceParts=- -o Dir::State::Lists="$work/lists" \
      -o Dir::Cache="$work/cache" -o APT::Sandbox::User="" -o Acquire::Retries=3 "$@"
  }
  { apt update && (cd "$work/unpacked" && apt source yaml-cpp libcsv); } >"$work/log" 2>&1 || {
    tail -n 20 "$work/log" >&2
    echo "Les sources de yaml-cpp et de libcsv ne peuvent pas être lues. / The sources cannot be fetched." >&2
    return 1
  }
  rm -rf "$build/sources"
  mkdir -p "$build/sources"
  mv "$work/unpacked"/yaml-cpp-*/ "$build/sources/yaml-cpp"
  mv "$work/unpacked"/libcsv-*/ "$build/sources/libcsv"
  rm -rf "$work"
}
[ -d "$build/sources/libcsv" ] || fetch_sources

export NODE_PATH=/usr/share/nodejs
cmake -S src/wasm -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release \
  -DCMAKE_TOOLCHAIN_FILE=/usr/share/emscripten/cmake/Modules/Platform/Emscripten.cmake >"$build/configured.log" ||
  { tail -n 20 "$build/configured.log" >&2; exit 1; }
cmake --build "$build"

package=$build/package
rm -rf "$package"
mkdir -p "$package"
cp src/wasm/{index,folder}.{mjs,d.ts} src/wasm/{package.json,README.md} LICENSE "$build"/aiguillage{,-core}.wasm "$package"
node src/wasm/folder.mjs rules/france >"$package/france.json"
node src/wasm/folder.mjs examples/territories/rennes >"$build/rennes.json"
# What is linked in, each with its licence.
for name in emscripten libyaml-cpp-dev libcsv-dev librange-v3-dev nlohmann-json3-dev libxxhash-dev; do
  printf '===== %s\n\n' "$name"
  cat "/usr/share/doc/$name/copyright"
done >"$package/NOTICES.txt"

gzipped() { gzip -9 <"$package/$1" | wc -c; }
for module in aiguillage aiguillage-core; do
  size=$(($(gzipped $module.wasm) + $(gzipped index.mjs)))
  echo "$package: $module, $size bytes of code, gzipped ($(stat -c %s "$package/$module.wasm") bytes of WebAssembly)"
done
