#!/usr/bin/env python3
"""Keeps the dependencies pointing down: which room may include headers of which rooms; and no type is defined twice.

A room owns include/aiguillage/NAME.h, include/aiguillage/NAME/, src/NAME.*, src/NAME/ for each of its names.
"""
import re
import sys
from pathlib import Path

# The spine, from the ground up: a room sees itself and every room above its line. One line per room.
SPINE = [
    "id diagnostic text date fold pattern area progress json_text time_limit",
    "calendar table",
    "vocabulary condition rule grid pack",
    "course history situation",
    "qualify",
    "territory hours gazetteer place_index",
    "listing mapping",
    "network network_graph person_network",
    "route",
    "referral",
    "explain follow",
]
# Beside the spine: names, then what they see of others ("to NAME": the spine up to and including NAME).
BESIDE = [
    ("search", ""),
    ("coverage", ""),
    ("siting", ""),
    ("population", "to situation"),
    ("scenario", "to territory, population"),
    ("simulation", "to referral, population, scenario, coverage"),
    ("planning", "to referral, population, scenario, simulation, siting"),
    ("yaml", "to diagnostic"),
    ("batch", "to qualify"),
    ("table", "to diagnostic"),
    ("cases", "to situation"),
    ("load schema file_set", "to mapping, yaml, cases, population, scenario"),
    ("snapshot", "to network, load, yaml"),
    ("import", "to mapping, yaml, load, table"),
    ("interview", "to explain"),
    ("lint", "to situation, yaml, load"),
    ("survey", "to follow, lint"),
    ("judge", "to follow, yaml, cases, load"),
    ("trial", "to follow, cases, judge"),
    ("report", "to follow, population, scenario, simulation, planning, table, yaml, cases, load, survey, judge, trial, import"),
    ("export", "to mapping, load, table, import, report"),
    ("engine", "to follow, interview, yaml, cases, load, file_set, schema, report, snapshot"),
    ("abi", "to diagnostic, table, file_set, engine, report"),
    ("wasm", "abi, engine, load, snapshot"),
    ("serve", "to diagnostic, engine"),
    ("cli", "to follow, population, scenario, simulation, planning, interview, yaml, cases, load, file_set, schema, lint, survey, judge, trial, report, import, export, snapshot, engine, serve, aiguillage"),
    ("aiguillage", "to follow, cases, load, file_set, schema, judge, trial, report, snapshot, engine"),
]
# Includes that only some files may have: pattern of the include, pattern of the files, why.
RESERVED = [
    (r"yaml-cpp/", r"src/yaml/", "yaml-cpp is seen by src/yaml only"),
    (r"csv\.h$", r"src/table/", "libcsv is seen by src/table only"),
    (r"Random123/", r"src/population/", "Random123 is seen by src/population only"),
    (r"xxhash\.h$", r"src/snapshot/", "xxHash is seen by src/snapshot only"),
    (r"boost/(asio|beast)/", r"src/serve/", "Asio and Beast are seen by src/serve only"),
    (r"range/v3/", r".*\.cc$", "range-v3 only in sources"),
    (r"range/v3/all\.hpp", r"$^", "leaf headers of range-v3 only"),
]


def rooms():
    """Each name -> the set of names that its files may include."""
    sees, below = {}, set()
    for line in SPINE:
        below = below | set(line.split())
        sees.update({name: below for name in line.split()})
    for names, what in BESIDE:
        parts = [part.strip() for part in what.split(",")]
        seen = set(names.split()).union(*(sees[p[3:]] if p.startswith("to ") else {p} for p in parts if p))
        sees.update({name: seen for name in names.split()})
    return sees


def room_of(path):
    """include/aiguillage/report/json.h, src/report/json.cc, report/json.h -> report"""
    return re.sub(r"^(include/aiguillage/|src/|aiguillage/)", "", path).split("/")[0].split(".")[0]


def included_room(root, file, target):
    """The room of an include, None for a header that is not ours."""
    if target.startswith("aiguillage/") or (root / "src" / target).is_file():
        return room_of(target)
    beside = (file.parent / target).resolve()
    return room_of(str(beside.relative_to(root))) if beside.is_file() and beside.is_relative_to(root) else None


def twins(root):
    """Types that two headers define in one namespace: the linker keeps one of them without a word."""
    seen, findings = {}, []
    for file in (f for top in ("include", "src") for f in sorted((root / top).rglob("*.h"))):
        name, space = file.relative_to(root).as_posix(), ""
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if match := re.match(r"namespace ([\w:]+) \{", line):
                space = match[1]
            elif match := re.match(r"(?:struct|class|enum(?: class)?) (\w+)[^;]*\{", line):
                where = seen.setdefault((space, match[1]), f"{name}:{number}")
                if where != f"{name}:{number}":
                    findings.append(f"{name}:{number}: '{space}::{match[1]}' is also defined at {where}")
    return findings


def check(root):
    sees, findings, count = rooms(), [], 0
    files = (f for top in ("include", "src", "tests", "examples") for f in sorted((root / top).rglob("*")))
    for file in (f for f in files if f.suffix in {".h", ".cc"}):
        name, count = file.relative_to(root).as_posix(), count + 1
        ruled = name.startswith(("include/", "src/"))
        if ruled and room_of(name) not in sees:
            findings.append(f"{name}: unknown room '{room_of(name)}': add it to SPINE or BESIDE in tests/check_includes.py")
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
            if not match:
                continue
            target = match[1]
            findings += [f"{name}:{number}: {why}" for what, where, why in RESERVED
                         if re.match(what, target) and not re.match(where, name)]
            room = included_room(root, file, target) if ruled else None
            if room and room not in sees[room_of(name)]:
                findings.append(f"{name}:{number}: '{room_of(name)}' may not include '{target}'")
    return findings + twins(root), count


if __name__ == "__main__":
    found, seen = check(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent).resolve())
    print("\n".join([*found, f"check_includes: {seen} files, {len(found)} findings"]))
    sys.exit(bool(found) or seen == 0)
