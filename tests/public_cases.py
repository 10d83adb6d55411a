#!/usr/bin/env python3
"""Every public case passes every check, except those that tests/open_cases.txt lists as open, which must still fail.

Usage: tests/public_cases.py ENGINE
"""
import json
import subprocess
import sys
from pathlib import Path

root = Path(__file__).resolve().parent.parent
run = subprocess.run([sys.argv[1], "test", str(root / "tests/cases"), "--json", "--pack", str(root / "rules/france")],
                     stdout=subprocess.PIPE, check=False)
cases = json.loads(run.stdout)["cases"]
lines = (root / "tests/open_cases.txt").read_text(encoding="utf-8").splitlines()
known = {tuple(line.split()) for line in lines if line.strip() and not line.startswith("#")}
checks = {(case["case"], check["check"]): check["pass"] for case in cases for check in case["checks"]}
failed = {key for key, passed in checks.items() if not passed}
for case, check in sorted(failed - known):
    print(f"FAILED {case} {check}")
for case, check in sorted(known - failed):
    print(f"FAILED {case} {check}: it passes or does not exist; take it off tests/open_cases.txt")
for case, check in sorted(known & failed):
    print(f"open   {case} {check}: fails, as tests/open_cases.txt says")
wrong = len(failed ^ known)
if len(cases) < 20:
    print(f"FAILED only {len(cases)} public cases were found")
    wrong += 1
print(f"{len(checks) - len(failed)} checks of {len(cases)} public cases hold, {len(failed)} fail")
sys.exit(1 if wrong else 0)
