#!/usr/bin/env bash
# test.sh BUILD CXX: installs BUILD somewhere, then uses it as others do: CMake, pkg-config, the command line, a .deb.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=$(cd "${1:?usage: tests/install/test.sh BUILD CXX}" && pwd)
cxx=${2:?usage: tests/install/test.sh BUILD CXX}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix=$work/prefix
checks=0

fail() { echo "install: $1" >&2; exit 1; }
quietly() { "$@" >"$work/log" 2>&1 || { tail -n 40 "$work/log" >&2; fail "$*"; }; }
# same NAME COMMAND...: says what the program of the build tree says.
same() {
  local said
  said=$("${@:2}") || true
  [ -n "$said" ] && [ "$said" = "$expected" ] || { printf 'expected:\n%s\ngot:\n%s\n' "$expected" "$said" >&2; fail "$1"; }
  checks=$((checks + 1))
}

asked=("$PWD/examples/situations/rennes.yaml" "$PWD/examples/territories/rennes")
expected=$("$build/hello" rules/france "${asked[@]}") || true
[ -n "$expected" ] || fail "the program of the build tree says nothing"
cp -r examples/hello.cc examples/hello.c tests/install/CMakeLists.txt "$work"
quietly cmake --install "$build" --prefix "$prefix"

# Only what was installed is in reach from here.
cd "$work"
quietly cmake -S . -B consumer -G Ninja "-DCMAKE_CXX_COMPILER=$cxx" "-DCMAKE_PREFIX_PATH=$prefix"
quietly cmake --build consumer
rules=$(cat consumer/rules)
case $rules in "$prefix"/*) ;; *) fail "the packs are not where they were installed: $rules" ;; esac
same "find_package" consumer/hello "$rules/france" "${asked[@]}"
consumer/hello_c "$rules/france" "${asked[@]}" >said || [ $? = 1 ] || fail "C: exit status"
grep -q '"plans"' said || fail "the C program gives no plans"
checks=$((checks + 1))

export PKG_CONFIG_PATH=$prefix/lib/pkgconfig:$prefix/lib/$(gcc -print-multiarch)/pkgconfig
flags=$(pkg-config --cflags --libs aiguillage)
# shellcheck disable=SC2086 # the flags are words
quietly "$cxx" -std=c++20 hello.cc -o by_pkg_config $flags
same "pkg-config" ./by_pkg_config "$(pkg-config --variable=rulesdir aiguillage)/france" "${asked[@]}"

# The installed command line takes the installed pack: another pack, another hash.
hash_of() { { "$1" route "${asked[0]}" --json 2>/dev/null || true; } | sed -n 's/.*"hash": *"\([0-9a-f]*\)".*/\1/p;' | sed -n 1p; }
cli() { # cli NAME PROGRAM FOLDER_OF_PACK
  local before after
  before=$(hash_of "$2")
  [ -n "$before" ] && [ "$before" = "$(hash_of "$build/aiguillage")" ] || fail "$1: not the same pack"
  echo "# changed" >>"$3/pack.yaml"
  after=$(hash_of "$2")
  [ -n "$after" ] && [ "$after" != "$before" ] || fail "$1: it does not read the installed pack"
  checks=$((checks + 1))
}
cli "installed command line" "$prefix/bin/aiguillage" "$rules/france"

quietly cpack -G DEB --config "$build/CPackConfig.cmake" -B "$work/packed"
deb=$(echo "$work"/packed/*.deb)
dpkg-deb --field "$deb" Depends | grep -q libyaml-cpp || fail "the .deb does not say what it depends on"
dpkg-deb -x "$deb" unpacked
cli ".deb" unpacked/usr/bin/aiguillage unpacked/usr/share/aiguillage/rules/france
echo "install: $checks checks"
