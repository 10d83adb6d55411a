#!/usr/bin/env bash
# Installs what is needed, builds the engine, and routes one person in Rennes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}

log=build/run.log
mkdir -p build
quietly() {
  "$@" >>"$log" 2>&1 || {
    tail -n 60 "$log" >&2
    echo "Échec : $* (journal complet : $log)" >&2
    exit 1
  }
}
: >"$log"
echo "[1/3] Paquets nécessaires…" >&2
bash tests/setup.sh run
echo "[2/3] Compilation (quelques minutes la première fois)…" >&2
quietly cmake --preset release -DAIGUILLAGE_TESTS=OFF
quietly cmake --build --preset release --target aiguillage_cli aiguillage_abi
echo "[3/3] Une situation à Rennes : examples/situations/rennes.yaml" >&2
build/release/aiguillage route examples/situations/rennes.yaml --territory examples/territories/rennes
