#!/usr/bin/env python3
"""Every place that names the version of the library names that of CMakeLists.txt."""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACES = {
    "include/aiguillage/engine.h": r'library_version = "([^"]*)"',
    "src/wasm/package.json": r'"version": "([^"]*)"',
    "vcpkg.json": r'"version": "([^"]*)"',
    "src/serve/openapi.json": r'"version": "([^"]*)"',
}


def found(path, pattern):
    match = re.search(pattern, (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)
    return match.group(1) if match else "none"


def main():
    expected = found("CMakeLists.txt", r"project\(aiguillage VERSION ([0-9.]+)")
    wrong = {path: found(path, pattern) for path, pattern in PLACES.items() if found(path, pattern) != expected}
    for path, version in wrong.items():
        print(f"{path}: {version}, not {expected}")
    print(f"versions: {len(PLACES) - len(wrong)} of {len(PLACES)} places say {expected}")
    return 1 if wrong or expected == "none" else 0


if __name__ == "__main__":
    sys.exit(main())
