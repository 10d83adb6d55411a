#!/usr/bin/env python3
"""The cases of the pack pass, use every rule and miss the rules that are switched off.

Each ready-made referral passes less than a quarter of them. A rule that no case misses must be in
tests/survivors.yaml, with the reason.
Usage: tests/pack_cases.py ENGINE [EVERY]    EVERY: one rule in so many is switched off (default 1: each)
"""
import json
import subprocess
import sys
from pathlib import Path

import yaml

root = Path(__file__).resolve().parent.parent
engine, every = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "1"
own, shared = str(root / "rules/france/cases"), str(root / "tests/cases")
failed = 0


def check(holds, message):
    global failed
    if not holds:
        failed += 1
        print(f"FAILED {message}")


def run(*arguments):
    command = [engine, "test", "--pack", str(root / "rules/france"), "--json", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    check(done.returncode in (0, 1), f"{' '.join(arguments)}: exit status {done.returncode}")
    return done.returncode, json.loads(done.stdout)


status, tested = run(own, "--baselines")
for case in tested["cases"]:
    for one in case["checks"]:
        check(one["pass"], f"{case['case']} {one['check']}: expected {one['expected']}, got {one['got']}")
check(len(tested["cases"]) >= 120, f"{len(tested['cases'])} cases of the pack, fewer than 120")
for one in tested["baselines"]:
    share = one["passed"] / len(tested["cases"])
    print(f"{one['baseline']}: passes {share:.1%} of {len(tested['cases'])} cases")
    check(share < 0.25, f"{one['baseline']} passes a quarter of the cases or more: they are too easy")

status, covered = run(own, shared, "--coverage")
covered = covered["coverage"]
print(f"coverage: {covered['fired']} of {covered['rules']} rules, {covered['seen_both']} of {covered['conditions']} conditions")
check(status == 0, "coverage is under the thresholds of the verb")

status, mutated = run(own, shared, "--mutate", "--every", every)
mutants = mutated["mutation"]["mutants"]
known = yaml.safe_load((root / "tests/survivors.yaml").read_text(encoding="utf-8"))
tried = {one["rule"] for one in mutants}
alive = {one["rule"] for one in mutants if one["killed_by"] is None}
print(f"mutation: {len(tried) - len(alive)} of {len(tried)} rules are missed by a case when they are switched off")
check(status == 0, "mutation is under the threshold of the verb")
for rule in sorted(alive - set(known)):
    check(False, f"no case misses {rule}, and tests/survivors.yaml does not say why")
for rule in sorted((set(known) & tried) - alive):
    check(False, f"a case misses {rule} now: take it off tests/survivors.yaml")
if every == "1":
    check(set(known) <= tried, f"tests/survivors.yaml names no rule of the pack: {sorted(set(known) - tried)}")
print(f"pack_cases: {failed} failed")
sys.exit(1 if failed else 0)
