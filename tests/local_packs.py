#!/usr/bin/env python3
"""Each local pack of rules/: it checks clean with the pack that it extends, its cases pass with it, and each of its rules is
missed by one of them when it is switched off. Each scenario of examples/scenarios: it checks clean, runs (short) with the packs
that it names, and says whose rules it used.

Usage: tests/local_packs.py ENGINE
"""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

root = Path(__file__).resolve().parent.parent
engine = sys.argv[1]
france = root / "rules/france"
situation = root / "examples/situations/passport.yaml"
failed = 0


def check(holds, message):
    global failed
    if not holds:
        failed += 1
        print(f"FAILED {message}")


def run(*arguments):
    done = subprocess.run([engine, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def given(packs):
    return [word for pack in packs for word in ("--pack", pack)]


def check_pack(pack):
    packs = given([france, pack])
    status, out, err = run("check", *packs, pack, pack / "cases")
    check(status == 0, f"{pack.name}: check\n{out}{err}")
    tested = json.loads(run("test", *packs, pack / "cases", "--json")[1])
    for case in tested["cases"]:
        for one in case["checks"]:
            check(one["pass"], f"{pack.name}: {case['case']} {one['check']}: expected {one['expected']}, got {one['got']}")
    mutated = json.loads(run("test", *packs, pack / "cases", "--json", "--mutate")[1])
    own = [one for one in mutated["mutation"]["mutants"] if one["file"].split("/")[0] == pack.name]
    for one in own:
        # A copied line of competence is that of France: the cases of France miss it.
        check(one["killed_by"] is not None or same_as_france(pack, one),
              f"{pack.name}: no case misses {one['rule']} ({one['file']}:{one['line']})")
    _, alone, _ = run("test", "--pack", france, pack / "cases", "--json")
    differ = [case["case"] for case in json.loads(alone)["cases"] if not all(one["pass"] for one in case["checks"])]
    check(differ, f"{pack.name}: its cases pass without it as well")
    print(f"{pack.name}: {len(tested['cases'])} cases, {len(differ)} of which fail without the pack, {len(own)} rules")


def lines_of(file):
    """The lines of a file of competence, as data."""
    return yaml.safe_load(file.read_text(encoding="utf-8"))["serves"] if file.exists() else []


def same_as_france(pack, mutant):
    inside = Path(mutant["file"]).relative_to(pack.name)
    if inside.parts[0] != "competence":
        return False
    source = (pack / inside).read_text(encoding="utf-8").splitlines()
    which = sum(line.startswith("  - needs:") for line in source[:mutant["line"]]) - 1
    return lines_of(pack / inside)[which] in lines_of(france / inside)


def hash_of(packs):
    return json.loads(run("qualify", *given(packs), situation, "--json")[1])["pack"]["hash"]


def check_scenario(file, folder):
    told = yaml.safe_load(file.read_text(encoding="utf-8"))
    if not (file.parent / told["territory"]).exists():
        print(f"{file.parent.name}: its territory is made from open data: not run")
        return
    packs = [(file.parent / pack).resolve() for pack in told.get("packs", [])]
    for key in ("territory", "population"):
        told[key] = str((file.parent / told[key]).resolve())
    told["packs"] = [str(pack) for pack in packs]
    told["arrivals"]["a_week"] = min(told["arrivals"]["a_week"], 20)
    told["weeks"] = told["replications"] = 1
    short = folder / f"{file.parent.name}.yaml"
    short.write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
    status, out, err = run("simulate", short, "--pack", france, "--json")
    check(status == 0, f"{file.parent.name}: simulate: exit status {status}\n{err}")
    if status != 0:
        return
    result = json.loads(out)
    check(result["pack"]["hash"] == hash_of([france, *packs]), f"{file.parent.name}: run with other packs than it names")
    twice = run("simulate", short, *given([france, *packs]), "--json")[1]
    check(twice == out, f"{file.parent.name}: a pack that is given and named counts twice")
    told["packs"] = ["nowhere"]
    short.write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
    check(run("simulate", short)[0] == 3, f"{file.parent.name}: a pack that is nowhere is not told")
    check(run("check", short)[0] == 3, f"{file.parent.name}: check does not tell of a pack that is nowhere")


local = [path.parent for path in sorted((root / "rules").glob("*/pack.yaml")) if path.parent != france]
check(local, "there is no local pack")
for each in local:
    check_pack(each)
status, out, err = run("check", root / "examples/scenarios")
check(status == 0, f"examples/scenarios: check\n{out}{err}")
scenarios = sorted((root / "examples/scenarios").glob("*/scenario.yaml"))
with tempfile.TemporaryDirectory() as scratch:
    for each in scenarios:
        check_scenario(each, Path(scratch))
    asked = subprocess.run([root / "examples/scenarios/france/run.sh", Path(scratch) / "nothing"], stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE, text=True, check=False, env={**os.environ, "ENGINE": engine})
    check(asked.returncode == 3 and asked.stdout == "", f"france/run.sh without data: exit status {asked.returncode}")
    for words in ("absent : ", "missing: ", "acteurs_france.csv", "data.gouv.fr"):
        check(words in asked.stderr, f"france/run.sh without data does not say '{words}'")
print(f"local_packs: {len(local)} packs, {len(scenarios)} scenarios, {failed} failed")
sys.exit(1 if failed else 0)
