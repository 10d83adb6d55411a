#!/usr/bin/env bash
# Every C++ file is formatted as .clang-format says. With --fix: formats them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mode=(--dry-run -Werror)
[ "${1:-}" != --fix ] || mode=(-i)

mapfile -d '' files < <(find include src tests examples -type f \( -name '*.h' -o -name '*.cc' \) -print0 | sort -z)
[ ${#files[@]} -gt 0 ] || { echo "check_format: no C++ file found" >&2; exit 1; }
clang-format-19 "${mode[@]}" "${files[@]}" ||
  { echo "check_format: run tests/check_format.sh --fix" >&2; exit 1; }
echo "check_format: ${#files[@]} files"
