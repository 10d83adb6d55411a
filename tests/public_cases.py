#!/usr/bin/env python3
"""Every public case passes every check.

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
failed = [(case["case"], check["check"]) for case in cases for check in case["checks"] if not check["pass"]]
for case, check in failed:
    print(f"FAILED {case} {check}")
if len(cases) < 20:
    print(f"FAILED only {len(cases)} public cases were found")
print(f"{sum(len(case['checks']) for case in cases)} checks of {len(cases)} public cases, {len(failed)} fail")
sys.exit(1 if failed or len(cases) < 20 else 0)
