#!/usr/bin/env bash
# symbols.sh LIBRARY: the shared library shows the functions of abi.h and nothing else, under its version.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[ $# -eq 1 ] || { echo "usage: tests/abi/symbols.sh LIBRARY" >&2; exit 2; }

declared=$(grep -o '^AIG_API.*' include/aiguillage/abi.h | grep -o 'aig_[a-z0-9_]*(' | tr -d '(' | LC_ALL=C sort)
version=$(readelf --dynamic --wide "$1" | sed -n 's/.*(SONAME).*\.so\.\([0-9.]*\)\]/\1/p')
shown=$(nm --dynamic --defined-only "$1" | awk '$2 != "A" {print $3}' | LC_ALL=C sort)
expected=$(sed "s/\$/@@AIGUILLAGE_$version/" <<<"$declared")
[ -n "$declared" ] && [ -n "$version" ] || { echo "symbols: nothing found in abi.h or $1" >&2; exit 1; }
diff <(echo "$expected") <(echo "$shown") || { echo "symbols: abi.h (<) and $1 (>) differ" >&2; exit 1; }
echo "symbols: $(wc -l <<<"$shown") functions, version $version"
