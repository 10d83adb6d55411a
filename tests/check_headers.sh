#!/usr/bin/env bash
# Every public header compiles alone, with g++ and with clang.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

compile_alone() {
  echo "#include \"${2#include/}\"" | "$1" -std=c++20 -fsyntax-only -Iinclude -Wall -Wextra -Wpedantic -Wconversion \
    -Wshadow -Werror -x c++ - || { echo "check_headers: $2 does not compile alone with $1" >&2; return 1; }
}
export -f compile_alone

mapfile -t headers < <(find include/aiguillage -name '*.h' | sort)
[ ${#headers[@]} -gt 0 ] || { echo "check_headers: no header found" >&2; exit 1; }
for compiler in g++ clang++-19; do
  printf '%s\0' "${headers[@]}" | xargs -0 -P "$(nproc)" -I{} bash -c 'compile_alone "$@"' bash "$compiler" {}
  echo "check_headers: ${#headers[@]} headers with $compiler"
done
