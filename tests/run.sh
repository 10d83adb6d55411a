#!/usr/bin/env bash
# run.sh [PRESET...]: installs what is needed, builds and runs every test; by default g++ Release, then clang Debug with the
# sanitizers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}
export CTEST_PARALLEL_LEVEL=${CTEST_PARALLEL_LEVEL:-$(nproc)}

bash tests/setup.sh tests
shared=
if [ -d ../shared/contract ]; then
  shared=$(cd ../shared && pwd)
  echo "Comparaisons avec les fichiers partagés : oui (../shared) / comparisons with the shared files: yes"
else
  echo "Comparaisons avec les fichiers partagés : passées, le dossier ../shared/contract n'existe pas"
  echo "Comparisons with the shared files: skipped, there is no folder ../shared/contract"
fi
[ $# -gt 0 ] || set -- release asan
for preset in "$@"; do
  echo "== $preset: configure, build, ctest"
  options=(-DAIGUILLAGE_SHARED="$shared")
  [ "$preset" != release ] || options+=(-DAIGUILLAGE_MPI=ON)
  cmake --preset "$preset" "${options[@]}"
  cmake --build --preset "$preset"
  [ "$preset" != dev ] ||
    echo "-- dev: the long comparisons of random people are left to release and asan (CMakePresets.json)"
  ctest --preset "$preset"
done
