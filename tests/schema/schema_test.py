#!/usr/bin/env python3
"""The JSON Schemas: generated anew they are those of rules/schemas, and they refuse what the reader refuses.

Usage: tests/schema/schema_test.py ENGINE
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jsonschema

sys.path.insert(0, str(Path(__file__).parent))
from mutants import mutants_of  # noqa: E402
from strict_yaml import load  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent.parent
RULES, SCHEMAS, INVALID = ROOT / "rules/france", ROOT / "rules/schemas", ROOT / "tests/invalid"
CONTRACT = {"vocabulary.yaml", "facts.yaml"}  # copies that must not change, so without the line for editors
FOLDERS = {"sources": "sources", "needs": "need", "competence": "competence", "states": "state", "routing": "routing",
           "actors": "actors", "facts": "own_facts"}
# Findings about the form of one file; the others need another file, the calendar, quotes or the order of things.
OF_FORM = {"unknown-key", "missing-key", "wrong-kind", "wrong-shape", "empty-value", "bad-number", "bad-boolean",
           "bad-text", "bad-name", "unknown-fact", "unknown-value", "unknown-name", "condition-test", "condition-place",
           "empty-condition", "empty-list", "one-effect", "held-and-missing", "right-or-fact", "absent-and-only",
           "out-of-range", "code-pattern", "on-or-day"}
# Kinds of files that name what they, or their neighbours, define: a schema cannot know these names.
OWN_NAMES = {"vocabulary", "facts", "own_facts", "publics", "pack", "territory", "actors", "population"}
failures = []
checks = 0


def check(holds, message):
    global checks
    checks += 1
    if not holds:
        failures.append(message)
        print(f"FAILED {message}")
    return holds


def run(*arguments):
    return subprocess.run([ENGINE, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)


def generate(pack, folder):
    """The schemas of a pack, ready to validate, by name."""
    made = run("schema", "--pack", pack, "--to", folder)
    if made.returncode != 0:
        sys.exit(f"FAILED aiguillage schema --to: status {made.returncode}\n{made.stderr.decode()}")
    schemas = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))}
    for schema in schemas.values():
        jsonschema.Draft7Validator.check_schema(schema)
    return {name: jsonschema.Draft7Validator(schema) for name, schema in schemas.items()}


def kind_of(path, tree):
    """The kind of a file, by its place in a pack or a territory; elsewhere a situation, a case or events."""
    top = path.parent.parent
    if path.parent.name in FOLDERS and ((top / "pack.yaml").exists() or (top / "territory.yaml").exists()):
        return FOLDERS[path.parent.name]
    if (path.parent / "pack.yaml").exists() or path.name == "territory.yaml":
        return path.stem
    return next((kind for kind in ("case", "events", "import", "scenario", "population") if isinstance(tree, dict) and kind in tree), "situation")


def refusal(schemas, kind, tree):
    """Why a schema refuses a tree; None when it does not."""
    found = jsonschema.exceptions.best_match(schemas[kind].iter_errors(tree))
    return found and f"/{'/'.join(map(str, found.absolute_path))}: {found.message[:200]}"


def says(status, out, err, *arguments):
    """One call of the verb: its status, and words of its streams (an empty word: a silent stream)."""
    done = run("schema", *arguments)
    streams = zip((out, err), (done.stdout.decode(), done.stderr.decode()))
    check(done.returncode == status and all(word in said if word else not said for word, said in streams),
          f"aiguillage schema {' '.join(map(str, arguments))}: status {done.returncode}, {done.stderr.decode()[:200]}")


def check_verb(work):
    rules = ["--pack", RULES]
    says(0, "needs/*.yaml", "", *rules)
    says(0, '"name": "need"', "", *rules, "--json")
    says(0, "a need and its rules", "", *rules, "--lang", "en")
    says(0, '"$schema": "http://json-schema.org/draft-07/schema#"', "", *rules, "need")
    says(0, "state.json", "", *rules, "need", "state", "--to", work / "two")
    check(sorted(file.name for file in (work / "two").iterdir()) == ["need.json", "state.json"], "--to writes what is named")
    says(2, "", "« need »", *rules, "--lang", "fr", "ned")
    says(2, "", "--to", *rules, "need", "state")
    (work / "file").touch()
    says(3, "", "pack.json", *rules, "--to", work / "file")
    says(3, "", "none", "--pack", work / "none")


def check_same_bytes(folder):
    made, kept = ({file.name: file.read_bytes() for file in one.glob("*")} for one in (folder, SCHEMAS))
    for name in sorted(made.keys() | kept.keys()):
        check(made.get(name) == kept.get(name),
              f"rules/schemas/{name} is not what the pack gives: run aiguillage schema --to rules/schemas")


def holes_of(schema, at=""):
    """The places of a schema where anything goes: a key table does not say what a key holds."""
    said = {"object": {"properties", "additionalProperties"}, "array": {"items"}}.get(str(schema.get("type")), set(schema))
    if not said & set(schema):
        yield at
    for key, one in schema.items():
        if key in {"properties", "definitions"}:
            for name, child in one.items():
                yield from holes_of(child, f"{at}/{key}/{name}")
        elif key in {"items", "additionalProperties"} and one is not False:
            yield from holes_of(one, f"{at}/{key}")
        elif key in {"anyOf", "oneOf", "allOf"}:
            for number, child in enumerate(one):
                yield from holes_of(child, f"{at}/{key}/{number}")


def valid_files():
    for folder in ("rules/france", "examples/situations", "examples/events", "examples/territories", "examples/imports", "examples/scenarios",
                   "rules/imports", "tests/cases"):
        yield from sorted((ROOT / folder).rglob("*.yaml"))


def check_valid_files(schemas):
    count = 0
    for path in valid_files():
        tree = load(path.read_text(encoding="utf-8"))
        why = refusal(schemas, kind_of(path, tree), tree)
        check(why is None, f"{path.relative_to(ROOT)}{why}")
        count += 1
    check(count > 150, f"only {count} files were found")


def check_readme(schemas):
    """The files of the local pack that rules/README.md shows."""
    text = (ROOT / "rules/README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^`([\w/]+)\.yaml`\n```yaml\n(.*?)^```", text, re.M | re.S)
    for name, block in blocks:
        why = refusal(schemas, FOLDERS.get(name.split("/")[0], name), load(block))
        check(why is None, f"rules/README.md, {name}.yaml{why}")
    check(len(blocks) >= 4, "rules/README.md shows fewer than four files of a local pack")


def check_first_lines():
    for path in sorted(RULES.rglob("*.yaml")):
        inside = path.relative_to(RULES)
        if inside.parts[0] == "cases" or str(inside) in CONTRACT:
            continue
        first = path.read_text(encoding="utf-8").split("\n", 1)[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        wanted = SCHEMAS / f"{kind_of(path, None)}.json"
        check(named and (path.parent / named[1]).resolve() == wanted and wanted.exists(),
              f"rules/france/{inside} does not begin with its schema, {wanted.name}")


def codes_of(expected):
    return {line.rsplit(" ", 1)[1] for line in expected.read_text().splitlines()}


def check_bad_files(schemas):
    """Each bad file of tests/invalid with a fault of form is refused by the schema of its kind."""
    refused = 0
    for path in sorted(INVALID.glob("*/*.yaml")):
        known = OF_FORM - ({"unknown-name"} if path.parent.name in OWN_NAMES else set())
        if path.parent.name == "yaml" or not codes_of(path.with_suffix(".expected")) & known:
            continue
        text = path.read_text(encoding="utf-8")
        placed = re.match(r"# file: (\w+)/(\S+)", text)
        tree = load(text)
        base = INVALID / path.parent.name / "base"
        kind = kind_of(base / placed[2], tree) if placed else path.parent.name
        name = f"{path.parent.name}/{path.stem}"
        why = refusal(schemas, kind, tree)
        refused += check(why is not None, f"the schema takes tests/invalid/{name}.yaml")
    check(refused > 25, f"only {refused} bad files were tried")


def errors_by_file(output):
    found = {}
    for one in json.loads(output)["findings"]:
        if one["severity"] == "error":
            found.setdefault(one["file"], set()).add(one["code"])
    return found


def agree(schemas, kind, name, mutant, codes_here, refused):
    """Both refuse or neither, save what a schema cannot know."""
    try:
        why = refusal(schemas, kind, load(mutant.text))
    except (ValueError, TypeError) as wrong:
        return check(False, f"{name}: {mutant.what}: {wrong}")
    if why is None:
        known = OF_FORM - ({"unknown-name"} if kind in OWN_NAMES else set())
        return check(not codes_here & known, f"{name}: {mutant.what}: only the reader refuses: {sorted(codes_here)}")
    return check(refused, f"{name}: {mutant.what}: only the schema refuses: {why}")


def try_folder_mutants(schemas, base, inside, mutants, arguments):
    """Each mutant of a file of a pack or of a territory, in a copy of its folder."""
    kind = kind_of(base / inside, None)

    def read(mutant):
        with tempfile.TemporaryDirectory() as work:
            copy = Path(work) / base.name
            shutil.copytree(base, copy, copy_function=os.symlink)
            (copy / inside).unlink()
            (copy / inside).write_text(mutant.text, encoding="utf-8")
            return run("check", "--json", *arguments(copy))

    with ThreadPoolExecutor(2) as pool:
        for mutant, done in zip(mutants, pool.map(read, mutants)):
            found = errors_by_file(done.stdout)
            agree(schemas, kind, f"{base.name}/{inside}", mutant, found.get(f"{base.name}/{inside}", set()),
                  done.returncode == 3)
    return len(mutants)


def try_folder(schemas, base, arguments, most, step=1):
    """Mutants of the files of a folder: `most` of each, one file out of `step`."""
    tried = 0
    files = [path for path in sorted(base.rglob("*.yaml")) if "cases" not in path.relative_to(base).parts]
    for path in files[::step]:
        mutants = mutants_of(path.read_text(encoding="utf-8"), most)
        tried += try_folder_mutants(schemas, base, path.relative_to(base), mutants, arguments)
    return tried


def try_persons(schemas):
    """Mutants of situations, cases and events, all read by one call."""
    tried = 0
    with tempfile.TemporaryDirectory() as work:
        written = {}
        for path in [*sorted((ROOT / "examples/situations").glob("*.yaml")), *sorted((ROOT / "examples/events").glob("*.yaml")),
                     *sorted((ROOT / "tests/cases").glob("*.yaml"))]:
            for number, mutant in enumerate(mutants_of(path.read_text(encoding="utf-8"), 40)):
                file = Path(work) / f"{path.stem}_{number}.yaml"
                file.write_text(mutant.text, encoding="utf-8")
                written[file] = (path.name, mutant)
        found = errors_by_file(run("check", "--json", "--pack", RULES, *written).stdout)
        if not check(found.keys() <= set(map(str, written)), f"rules/france has errors: {sorted(found)[:3]}"):
            return 0
        for file, (name, mutant) in written.items():
            lines = mutant.text.splitlines()
            kind = next((one for one in ("case", "events") if any(line.startswith(one + ":") for line in lines)), "situation")
            codes = found.get(str(file), set())
            agree(schemas, kind, name, mutant, codes, bool(codes))
            tried += 1
    return tried


def main():
    with tempfile.TemporaryDirectory() as work:
        of_france, of_tiny = Path(work) / "france", Path(work) / "tiny"
        schemas, tiny = generate(RULES, of_france), generate(INVALID / "pack/base", of_tiny)
        check_same_bytes(of_france)
        check_verb(Path(work))
    for name, validator in schemas.items():
        for hole in holes_of(validator.schema):
            check(False, f"{name}.json takes anything at {hole}: say in the key table what it holds")
    check_valid_files(schemas)
    check_readme(schemas)
    check_first_lines()
    check_bad_files(tiny)
    base, rennes = INVALID / "pack/base", ROOT / "examples/territories/rennes"
    tried = try_folder(tiny, base, lambda copy: ["--pack", copy], 30)
    tried += try_folder(tiny, INVALID / "territory/base", lambda copy: ["--pack", base, copy], 40)
    tried += try_folder(schemas, rennes, lambda copy: ["--pack", RULES, copy], 3)
    tried += try_folder(schemas, RULES, lambda copy: ["--pack", copy], 1, step=4)
    tried += try_persons(schemas)
    check(tried > 1000, f"only {tried} mutants were tried")
    print(f"schema_test: {checks} checks, {tried} mutants, {len(failures)} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    ENGINE = str(Path(sys.argv[1]).resolve())
    main()
