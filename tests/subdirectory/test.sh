#!/usr/bin/env bash
# test.sh HELLO CXX: builds a program that adds this repository as a folder, with a shared library; it says what HELLO
# says, and the library shows what the public headers declare, nothing else.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
hello=${1:?usage: tests/subdirectory/test.sh HELLO CXX}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
# The flags are those of the preset that this runs after, so that the compiler cache has the objects already.
cmake -S tests/subdirectory -B "$work" -G Ninja -DCMAKE_BUILD_TYPE=Release "-DCMAKE_CXX_COMPILER=${2:?}" \
  -DAIGUILLAGE_WERROR=ON -DBUILD_SHARED_LIBS=ON "${launcher[@]}" >"$work/log" 2>&1 &&
  cmake --build "$work" >>"$work/log" 2>&1 || { tail -n 40 "$work/log" >&2; exit 1; }

question=(rules/france examples/situations/rennes.yaml examples/territories/rennes)
expected=$("$hello" "${question[@]}") || true
said=$("$work/hello" "${question[@]}") || true
[ -n "$said" ] && [ "$said" = "$expected" ] || { printf 'expected:\n%s\ngot:\n%s\n' "$expected" "$said" >&2; exit 1; }
shown=$(nm --dynamic --defined-only --demangle "$work/aiguillage/libaiguillage.so")
grep -q ' aiguillage::qualify(' <<<"$shown" || { echo "subdirectory: the library does not show qualify" >&2; exit 1; }
! grep -E ' aiguillage::(load|yaml|table|report|surveying|import)::' <<<"$shown" ||
  { echo "subdirectory: the library shows what is its own" >&2; exit 1; }
echo "subdirectory: built and run, $(grep -c ' T aiguillage::' <<<"$shown") functions shown"
