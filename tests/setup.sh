#!/usr/bin/env bash
# setup.sh run|python|wasm|wasm_tests|page|page_tests|tests: installs the Debian packages that building (run), the Python
# package, the WebAssembly module, its tests, the page, its tests, or checking all the rest (tests) need; and from npm what
# drives the browser in tests.
# Does nothing when all are there. AIGUILLAGE_NO_SETUP=1 skips it, for systems without apt-get.
set -euo pipefail

packages="cmake ninja-build g++ ccache libboost1.81-dev libyaml-cpp-dev librange-v3-dev nlohmann-json3-dev libcli11-dev
  libcsv-dev libxxhash-dev librandom123-dev libtbb-dev libmimalloc-dev"
case ${1:-} in
  run) ;;
  python) packages+=" python3 python3-pip python3-venv" ;;
  tests) packages+=" clang-19 clang-format-19 clang-tidy-19 libclang-rt-19-dev python3 python3-yaml
    python3-jsonschema python3-pytest python3-venv python3-matplotlib mypy pkg-config dpkg-dev file doxygen
    libgtest-dev libgmock-dev libbenchmark-dev openmpi-bin libboost-mpi1.81-dev libboost-serialization1.81-dev" ;;
  wasm | wasm_tests | page | page_tests)
    packages="cmake ninja-build ccache emscripten dpkg-dev nodejs librange-v3-dev nlohmann-json3-dev
      libxxhash-dev libyaml-cpp-dev libcsv-dev"
    [ "$1" = wasm ] || command -v npm >/dev/null || packages+=" npm" # other packages of nodejs bring it
    [ "$1" != wasm_tests ] || packages+=" node-typescript"
    [[ $1 != *_tests ]] || packages+=" chromium" ;;
  *) echo "usage: tests/setup.sh run|python|wasm|wasm_tests|page|page_tests|tests" >&2; exit 2 ;;
esac
[ -z "${AIGUILLAGE_NO_SETUP:-}" ] || exit 0

cannot() {
  echo "Impossible d'installer les paquets nécessaires : $1." >&2
  echo "Cannot install the packages needed: $2." >&2
  echo "Debian 12 : apt-get install" ${missing:-$packages} >&2
  exit 1
}
is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

command -v apt-get >/dev/null && command -v dpkg-query >/dev/null ||
  cannot "apt-get n'existe pas ici (AIGUILLAGE_NO_SETUP=1 si tout est déjà là)" \
         "there is no apt-get here (AIGUILLAGE_NO_SETUP=1 when all is there already)"
missing=
for package in $packages; do is_installed "$package" || missing+=" $package"; done

install_missing() {
  as_root=
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || cannot "il faut être root, ou avoir sudo" "root or sudo is needed"
    as_root=sudo
  fi
  echo "Installation de :$missing" >&2
  log=$(mktemp)
  trap 'rm -f "$log"' EXIT
  apt() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 "$@" \
      </dev/null >>"$log" 2>&1
  }
  # Without the network, the lists already here may still do.
  apt update || echo "apt-get update a échoué ; essai avec les listes présentes. / failed; trying the lists present." >&2
  apt install -y --no-install-recommends $missing || {
    tail -n 20 "$log" >&2
    cannot "apt-get a échoué (voir ci-dessus)" "apt-get failed (see above)"
  }
}
[ -z "$missing" ] || install_missing

# What drives the browser, and what checks pages in it.
if [[ $1 = *_tests ]]; then
  cd "$(dirname "${BASH_SOURCE[0]}")/page"
  [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund --loglevel=error >&2
fi
